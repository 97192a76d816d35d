//! Evidence becomes places: the primary one, and all others involved.

use super::Run;
use super::message::Case;
use super::words::{Line, text};
use crate::eval::{Loc, Scope};
use crate::finding::{Text, Texts};
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
            self.involve(seen, &place);
        }
        for evidence in [&work.fault, &work.reason] {
            for place in &evidence.seen {
                self.involve(seen, place);
            }
        }
        let primary = match seen.iter().position(|s| !s.aside) {
            Some(at) => seen.remove(at),
            None => self.whole(scope),
        };
        seen.truncate(MOST_RELATED);
        let case = &mut Case { check, scope, evidence: &work.fault, secret: self.is_secret(primary.node) };
        let (message, help) = self.texts(case);
        let rule = view.program.rules.get(check.rule as usize);
        let texts = Texts {
            rule: self.out.text(rule.map_or("", |rule| view.program.str(rule.id))),
            pointer: self.out.pointer(view.doc, primary.node),
            message,
            help,
            url: self.page(rule.map_or(Str::default(), |rule| rule.url)),
        };
        self.out.tell((check.level, check.certainty), self.place(&primary), texts);
        for seen in seen.iter() {
            let pointer = self.out.pointer(view.doc, seen.node);
            let label = self.label(seen.node);
            self.out.relate(pointer, self.place(seen), label);
        }
        // What a fix is called tells no value, and what it writes is no message.
        case.secret = false;
        self.fixes(case, primary.node, &mut work.nodes);
    }

    /// Notes a place once. Facts stand nowhere in the request.
    #[inline(never)]
    fn involve(&self, places: &mut Vec<Seen>, place: &Seen) {
        if !self.view.doc.is_attached(place.node) && !places.iter().any(|p| p.node == place.node) {
            places.push(*place);
        }
    }

    #[inline(never)]
    fn place(&self, seen: &Seen) -> acklint_document::Span {
        seen.span.unwrap_or_else(|| self.shown(seen.node))
    }

    fn pointed(&self, check: &Check, scope: &Scope) -> Option<Seen> {
        let path = self.view.program.paths.get(check.point as usize)?;
        self.view.place(&self.view.single(&path, scope))
    }

    /// The value at hand, else the object the rule applies to.
    fn whole(&self, scope: &Scope) -> Seen {
        self.view.place(&scope.subject).unwrap_or_else(|| {
            let object = self.view.scratch.instances.get(scope.inst as usize);
            Seen { node: object.map_or(NodeId::ROOT, |object| object.node), span: None, aside: false }
        })
    }

    /// What stands at a place: `cluster_type is Kubernetes`.
    fn label(&mut self, node: NodeId) -> Text {
        let name = self.name_text(node);
        let hidden = matches!(self.view.doc.kind(node), Kind::Object | Kind::Array | Kind::Broken)
            || self.is_secret(node);
        if hidden {
            return self.phrase(Line::VALUES, text::IS_SET, &[name]);
        }
        let start = self.out.out().len();
        self.print(Loc::Node(node));
        let value = self.out.since(start);
        self.phrase(Line::VALUES, text::IS, &[name, value])
    }

    /// What a value is called: its key, or its list's with its number.
    pub(super) fn name_of(&mut self, node: NodeId) {
        let doc = self.view.doc;
        if let Some(key) = doc.key(node) {
            return self.say(&key);
        }
        let Some(parent) = doc.parent(node) else {
            let body = self.words(Line::VALUES, text::BODY);
            return self.say(body);
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
        secrets::is_secret(self.view.doc, node)
    }

    /// The page a finding cites. Most cite the same one, which is written once.
    pub(super) fn page(&mut self, url: Str) -> Text {
        if self.page.0 != url {
            self.page = (url, self.out.text(self.view.program.str(url)));
        }
        self.page.1
    }
}
