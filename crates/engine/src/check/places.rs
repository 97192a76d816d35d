//! Evidence becomes places: the primary one, and all others involved.

use super::Run;
use super::message::Case;
use crate::eval::{Loc, Scope};
use crate::finding::{Lang, Text};
use crate::program::{Check, NONE, Str};
use crate::secrets;
use crate::verdict::{Seen, Trace};
use acklint_document::{Kind, NodeId, push_decimal};

/// More places than this tell a reader nothing.
const MOST_RELATED: usize = 50;

impl Run<'_> {
    /// Evaluates a failed check once more, this time keeping what it looks at, and tells it.
    pub(super) fn finding(&mut self, check: &Check, scope: &Scope) {
        let view = self.view;
        let work = &mut *view.scratch.work.borrow_mut();
        work.clear();
        if check.when != NONE {
            view.eval(check.when, scope, &mut Trace::On(&mut work.reason));
        }
        view.eval(check.op, scope, &mut Trace::On(&mut work.fault));
        let seen = &mut work.seen;
        if let Some(place) = self.pointed(check, scope) {
            self.involve(seen, place);
        }
        for evidence in [&work.fault, &work.reason] {
            for place in &evidence.seen {
                self.involve(seen, *place);
            }
        }
        let primary = match seen.iter().position(|s| !s.aside) {
            Some(at) => seen.remove(at),
            None => self.whole(scope),
        };
        seen.truncate(MOST_RELATED);
        let rule = view.program.rules.get(check.rule as usize);
        let id = rule.map_or("", |rule| view.program.str(rule.id));
        let mut draft = self.out.draft(id, check.level, check.certainty, self.place(&primary));
        draft.pointer = self.out.pointer(view.doc, primary.node);
        draft.url = rule.map_or(Text::default(), |rule| self.page(rule.url));
        for seen in seen.iter() {
            let pointer = self.out.pointer(view.doc, seen.node);
            let label = self.label(seen.node);
            self.out.relate(&mut draft, pointer, self.place(seen), label);
        }
        let secret = self.is_secret(primary.node);
        let case = Case { check, scope, evidence: &work.fault, secret };
        self.texts(case, &mut draft);
        self.fixes(case, primary.node, &mut work.nodes, &mut draft);
        self.out.tell(draft);
    }

    /// Notes a place once. Facts stand nowhere in the request.
    #[inline(never)]
    fn involve(&self, places: &mut Vec<Seen>, place: Seen) {
        if !self.view.doc.is_attached(place.node) && !places.iter().any(|p| p.node == place.node) {
            places.push(place);
        }
    }

    #[inline(never)]
    fn place(&self, seen: &Seen) -> acklint_document::Span {
        seen.span.unwrap_or_else(|| self.shown(seen.node))
    }

    fn pointed(&self, check: &Check, scope: &Scope) -> Option<Seen> {
        let path = self.view.program.paths.get(check.point as usize)?;
        let (node, span) = self.view.place(&self.view.single(path, scope))?;
        Some(Seen { node, span, field: path.field, aside: false })
    }

    /// The value at hand, else the object the rule applies to.
    fn whole(&self, scope: &Scope) -> Seen {
        if let Some((node, span)) = self.view.place(&scope.subject) {
            return Seen { node, span, field: NONE, aside: false };
        }
        let node = self.view.scratch.instances.get(scope.inst as usize).map_or(NodeId::ROOT, |i| i.node);
        Seen { node, span: None, field: NONE, aside: false }
    }

    /// What stands at a place: `cluster_type is Kubernetes`.
    fn label(&mut self, node: NodeId) -> Text {
        let start = self.out.out().len();
        let zh = self.options.lang == Lang::Zh;
        let hidden = matches!(self.view.doc.kind(node), Kind::Object | Kind::Array | Kind::Broken)
            || self.is_secret(node);
        self.say(if hidden && zh { "此处设置了 " } else { "" });
        self.name_of(node);
        self.say(match (hidden, zh) {
            (true, true) => "",
            (true, false) => " is set here",
            (false, true) => " 为 ",
            (false, false) => " is ",
        });
        if !hidden {
            self.print(Loc::Node(node));
        }
        self.out.since(start)
    }

    /// What a value is called: its key, or its list's with its number.
    pub(super) fn name_of(&mut self, node: NodeId) {
        let doc = self.view.doc;
        if let Some(key) = doc.key(node) {
            return self.say(&key);
        }
        let Some(parent) = doc.parent(node) else {
            return self.say(match self.options.lang {
                Lang::En => "the request body",
                Lang::Zh => "请求体",
            });
        };
        self.name_of(parent);
        if let Some(index) = doc.item_index(node) {
            self.say("[");
            push_decimal(self.out.out(), u64::from(index));
            self.say("]");
        }
    }

    /// Whether a value belongs to a field that is never printed, or stands inside one.
    pub(super) fn is_secret(&self, node: NodeId) -> bool {
        let view = self.view;
        let secret = secrets::is_secret(view.doc, &view.scratch.secrets, node);
        debug_assert_eq!(secret, secrets::has_secret_name(view.doc, node));
        secret
    }

    /// The page a finding cites. Most cite the same one, which is written once.
    pub(super) fn page(&mut self, url: Str) -> Text {
        let (known, text) = self.page;
        if known == url && text != Text::default() {
            return text;
        }
        let text = self.out.text(self.view.program.str(url));
        self.page = (url, text);
        text
    }
}
