//! Findings about the shape of a request: names and types, from the field table.

use super::Run;
use super::reading::Place;
use super::scratch::{Event, EventKind};
use super::words::{Line, text};
use crate::eval::Loc;
use crate::finding::{Lang, Safety, Text};
use crate::pack::FieldType;
use crate::program::{FieldInfo, NONE};
use crate::verdict::{Trace, Verdict};
use acklint_document::{Document, Kind, NodeId, Span, edit, find_text, integer, part};

impl Run<'_> {
    pub(crate) fn shape(&mut self) {
        let view = self.view;
        for event in &view.scratch.events {
            if !self.has_room() {
                return;
            }
            let (line, tell): (_, fn(&mut Self, &Event)) = match event.kind {
                EventKind::UnknownField => (Line::UNKNOWN, Self::unknown_field),
                EventKind::Duplicate => (Line::DUPLICATE, Self::duplicate),
                EventKind::Null => (Line::NULL, Self::null),
                EventKind::Removed => (Line::REMOVED, Self::removed),
                EventKind::WrongType => (Line::WRONG_TYPE, Self::wrong_type),
                EventKind::Placeholder => (Line::PLACEHOLDER, Self::placeholder),
            };
            if line.weight(view.doc.holder(event.node).is_some()).0 >= self.options.min_level {
                tell(self, event);
            }
        }
    }

    /// What a value is called, as a text of its own.
    #[inline(never)]
    pub(super) fn name_text(&mut self, node: NodeId) -> Text {
        let start = self.out.out().len();
        self.name_of(node);
        self.out.since(start)
    }

    #[inline(never)]
    fn cleaned(&mut self, text: &str) -> Text {
        let start = self.out.out().len();
        self.clean(text);
        self.out.since(start)
    }

    #[inline]
    fn field(&self, event: &Event) -> Option<FieldInfo> {
        self.view.program.fields.get(event.of as usize)
    }

    /// A member, shown by its key.
    #[inline(never)]
    fn by_key(&self, node: NodeId) -> Place {
        let doc = self.view.doc;
        (node, doc.key_span(node).unwrap_or_else(|| doc.span(node)))
    }

    fn unknown_field(&mut self, event: &Event) {
        let (doc, program, node) = (self.view.doc, self.view.program, event.node);
        let key = doc.key(node).unwrap_or_default();
        if key.is_empty() && !doc.defects().is_empty() {
            // A name the reader made up for a value without one.
            return;
        }
        let (help, name) = self.better_name(&key, event.of);
        if doc.holder(node).is_some() && help != text::MEANT {
            // The settings of add-ons are an open set: only a slip of the pen is worth a word.
            return;
        }
        let owner = program.shapes.get(event.of as usize).map(|s| program.str(s.path)).unwrap_or_default();
        let message = if owner.is_empty() { text::SPECIAL } else { text::MESSAGE };
        let args = [self.cleaned(&key), self.out.text(owner), self.out.text(&name)];
        self.own(Line::UNKNOWN, message, help, self.by_key(node), &args);
        if help == text::MEANT
            && doc.parent(node).is_some_and(|p| doc.get(p, &name).is_none())
            && let Some(edit) = edit::rename_key(doc, node, &name)
        {
            self.way(Line::UNKNOWN, text::TITLE, &args, Safety::Unsafe);
            self.out.edit(edit.span, &edit.text);
        }
    }

    fn duplicate(&mut self, event: &Event) {
        let name = self.cleaned(&self.view.doc.key(event.node).unwrap_or_default());
        self.own(Line::DUPLICATE, text::MESSAGE, text::HELP, self.by_key(event.node), &[name]);
        self.second(Line::DUPLICATE, self.by_key(event.other));
    }

    fn null(&mut self, event: &Event) {
        let (doc, node) = (self.view.doc, event.node);
        let name = self.name_text(node);
        self.own(Line::NULL, text::MESSAGE, text::HELP, (node, doc.span(node)), &[name]);
        self.way(Line::NULL, text::TITLE, &[], Safety::Safe);
        let out = &mut *self.out;
        edit::each_removed(doc, &mut [node], &mut |span| out.edit(span, ""));
    }

    /// Inside a removed field only the field itself is worth a word; and some are still for other clusters.
    fn is_within_removed(&self, event: &Event) -> bool {
        let (view, doc) = (&self.view, self.view.doc);
        let unless = self.field(event).map_or(NONE, |f| f.unless);
        if unless != NONE && view.condition(unless, &mut Trace::Off) == Verdict::True {
            return true;
        }
        let mut node = event.node;
        while let Some(above) = doc.parent(node) {
            if view.scratch.events.iter().any(|e| e.kind == EventKind::Removed && e.node == above) {
                return true;
            }
            node = above;
        }
        false
    }

    fn removed(&mut self, event: &Event) {
        let program = self.view.program;
        if self.is_within_removed(event) {
            return;
        }
        let by = self.field(event).map(|f| program.str(f.replaced_by)).unwrap_or_default();
        let help = if by.is_empty() { text::NONE } else { text::HELP };
        let args = [self.name_text(event.node), self.out.text(by)];
        self.own(Line::REMOVED, text::MESSAGE, help, self.by_key(event.node), &args);
    }

    fn wrong_type(&mut self, event: &Event) {
        let (doc, node) = (self.view.doc, event.node);
        let item = doc.key(node).is_none();
        let ty = self.field(event).map_or(FieldType::Any, |f| match (item, f.items) {
            (true, Some(items)) => items,
            _ => f.ty,
        });
        let kind = doc.kind(node);
        let (name, wanted) = (self.name_text(node), self.phrase(Line::TYPES, ty as usize, &[]));
        let found = if kind == Kind::Number && !self.is_secret(node) {
            let start = self.out.out().len();
            // In Chinese, digits need a blank before them.
            self.say(if self.options.lang == Lang::Zh { " " } else { "" });
            self.clean(doc.raw(node));
            self.out.since(start)
        } else {
            self.phrase(Line::KINDS, kind as usize, &[])
        };
        let place = (node, self.shown(node));
        self.own(Line::WRONG_TYPE, text::MESSAGE, text::HELP, place, &[name, wanted, found]);
        self.convert(node, ty, kind);
    }

    /// A change of type that loses nothing. It moves quotes only: the value may be a secret.
    fn convert(&mut self, node: NodeId, ty: FieldType, kind: Kind) {
        let doc = self.view.doc;
        let (span, raw) = (doc.span(node), doc.raw(node));
        let quote = match (ty, kind) {
            (FieldType::String, Kind::Number | Kind::True | Kind::False) => true,
            (FieldType::Integer, Kind::String) if is_plain_integer(raw) => false,
            (FieldType::Boolean, Kind::String) if matches!(raw, "true" | "false") => false,
            _ => return,
        };
        let (inner, mark, title) = if quote {
            (span, quote_mark(doc, node), text::TITLE)
        } else {
            // What is around the value: quotes, in a document inside a string with their backslashes.
            let inner = doc.inner_span(node, 0..raw.len());
            if doc.text().as_bytes().get(inner.range()) != Some(raw.as_bytes()) {
                return;
            }
            (inner, String::new(), text::SPECIAL)
        };
        self.way(Line::WRONG_TYPE, title, &[], Safety::Safe);
        self.out.edit(Span::new(span.start, inner.start), &mark);
        self.out.edit(Span::new(inner.end, span.end), &mark);
    }

    fn placeholder(&mut self, event: &Event) {
        let (doc, node) = (self.view.doc, event.node);
        if self.options.allow_placeholders {
            return;
        }
        let hidden = self.is_secret(node)
            || self.field(event).is_some_and(|f| f.embedded)
                && doc.string(node).is_none_or(|text| is_like_document(&text));
        let name = self.name_text(node);
        let start = self.out.out().len();
        let message = if hidden {
            text::SPECIAL
        } else {
            self.print(Loc::Node(node));
            text::MESSAGE
        };
        let value = self.out.since(start);
        self.own(Line::PLACEHOLDER, message, text::HELP, (node, doc.span(node)), &[name, value]);
    }
}

/// A quotation mark as it is written where the node stands: in a document inside a string with its backslashes.
fn quote_mark(doc: &Document, node: NodeId) -> String {
    let (mut mark, mut node) = ("\"".to_owned(), node);
    while let Some(holder) = doc.holder(node) {
        let quoted = edit::quote_json(&mark);
        part(&quoted, 1, quoted.len() - 1).clone_into(&mut mark);
        node = holder;
    }
    mark
}

/// What looks like a document may hold secrets.
fn is_like_document(text: &str) -> bool {
    let is_sign = |b| matches!(b, b'"' | b'\'' | b'`' | b':' | b'=');
    text.bytes().any(is_sign) || find_text(text, "：").is_some()
}

/// A text that is the same number without its quotes.
fn is_plain_integer(text: &str) -> bool {
    match text.as_bytes() {
        [b'0'] => true,
        [b'1'..=b'9', ..] | [b'-', b'1'..=b'9', ..] => integer(text).is_some(),
        _ => false,
    }
}
