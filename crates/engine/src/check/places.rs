//! Evidence becomes places: the primary one, and all others involved.

use super::Run;
use crate::eval::{Loc, Scope};
use crate::finding::{Finding, Lang, Related};
use crate::program::{Check, NONE};
use crate::verdict::{Evidence, Seen, Trace};
use acklint_document::{Kind, NodeId};

/// More places than this tell a reader nothing.
const MOST_RELATED: usize = 50;

impl Run<'_> {
    /// Evaluates a failed check once more, this time keeping what it looks at, and tells it.
    pub(super) fn finding(&self, check: &Check, scope: Scope) -> Finding {
        let (mut fault, mut reason) = (Evidence::default(), Evidence::default());
        if check.when != NONE {
            self.view.eval(check.when, scope, &mut Trace::On(&mut reason));
        }
        self.view.eval(check.op, scope, &mut Trace::On(&mut fault));
        let mut seen: Vec<Seen> = vec![];
        seen.extend(self.pointed(check, scope));
        for place in fault.seen.iter().chain(&reason.seen) {
            // Facts stand nowhere in the request.
            let shown = !self.view.doc.is_attached(place.node);
            if shown && !seen.iter().any(|s| s.node == place.node) {
                seen.push(*place);
            }
        }
        let primary = match seen.iter().position(|s| !s.aside) {
            Some(at) => seen.remove(at),
            None => self.whole(scope),
        };
        seen.truncate(MOST_RELATED);
        let doc = self.view.doc;
        let rule = self.view.program.rules.get(check.rule as usize);
        let mut finding = Finding {
            rule: rule.map(|r| self.view.program.str(r.id).to_owned()).unwrap_or_default(),
            level: check.level,
            certainty: check.certainty,
            pointer: doc.pointer(primary.node),
            span: primary.span.unwrap_or_else(|| self.shown(primary.node)),
            message: String::new(),
            help: None,
            url: rule.map(|r| self.view.program.str(r.url).to_owned()).filter(|u| !u.is_empty()),
            related: seen.iter().map(|s| self.related(s)).collect(),
            fixes: vec![],
        };
        self.texts(check, scope, &fault, &primary, &mut finding);
        self.fixes(check, scope, &fault, primary.node, &mut finding);
        finding
    }

    fn pointed(&self, check: &Check, scope: Scope) -> Option<Seen> {
        let path = self.view.program.paths.get(check.point as usize)?;
        let (node, span) = self.view.place(self.view.single(path, scope))?;
        if self.view.doc.is_attached(node) {
            return None;
        }
        Some(Seen { node, span, field: path.field, aside: false })
    }

    /// The value at hand, else the object the rule applies to.
    fn whole(&self, scope: Scope) -> Seen {
        if let Some((node, span)) = self.view.place(scope.subject) {
            return Seen { node, span, field: NONE, aside: false };
        }
        let node = self.view.scratch.instances.get(scope.inst as usize).map_or(NodeId::ROOT, |i| i.node);
        Seen { node, span: None, field: NONE, aside: false }
    }

    fn related(&self, seen: &Seen) -> Related {
        let doc = self.view.doc;
        Related {
            pointer: doc.pointer(seen.node),
            span: seen.span.unwrap_or_else(|| self.shown(seen.node)),
            message: self.label(seen.node),
        }
    }

    /// What stands at a place: `cluster_type is Kubernetes`.
    pub(super) fn label(&self, node: NodeId) -> String {
        let doc = self.view.doc;
        let name = self.name_of(node);
        let zh = self.options.lang == Lang::Zh;
        let value = match doc.kind(node) {
            Kind::Object | Kind::Array | Kind::Broken => None,
            _ if self.is_secret(node) => None,
            _ => Some(self.print(Loc::Node(node))),
        };
        match (value, zh) {
            (Some(value), false) => format!("{name} is {value}"),
            (Some(value), true) => format!("{name} 为 {value}"),
            (None, false) => format!("{name} is set here"),
            (None, true) => format!("此处设置了 {name}"),
        }
    }

    /// What a value is called: its key, or its list's with its number.
    pub(super) fn name_of(&self, node: NodeId) -> String {
        let doc = self.view.doc;
        match (doc.key(node), doc.item_index(node), doc.parent(node)) {
            (Some(key), _, _) => key.into_owned(),
            (None, Some(index), Some(parent)) => format!("{}[{index}]", self.name_of(parent)),
            (None, _, Some(parent)) => self.name_of(parent),
            _ if self.options.lang == Lang::Zh => "请求体".to_owned(),
            _ => "the request body".to_owned(),
        }
    }

    /// Whether a value belongs to a field that is never printed, or stands inside one.
    pub(super) fn is_secret(&self, node: NodeId) -> bool {
        crate::secrets::is_secret(self.view.doc, node)
    }
}
