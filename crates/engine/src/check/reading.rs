//! Findings about the text itself: broken grammar, comments, encoding.

use super::Run;
use super::words::{Line, text};
use crate::finding::{Safety, Text, Texts};
use crate::program::Str;
use acklint_document::{Defect, DefectKind, Kind, NodeId, Span, push_decimal};

/// A value, and where it is shown.
pub(super) type Place = (NodeId, Span);

impl Run<'_> {
    pub(crate) fn reading(&mut self) {
        let doc = self.view.doc;
        for defect in doc.defects() {
            self.defect(defect);
        }
        if !self.options.jsonc {
            self.comments(doc.comments());
        }
        let root = doc.kind(NodeId::ROOT);
        let told = root == Kind::Broken && !doc.defects().is_empty();
        if root != Kind::Object && !told {
            self.own(Line::NO_OBJECT, text::MESSAGE, text::HELP, (NodeId::ROOT, doc.span(NodeId::ROOT)), &[]);
        }
    }

    /// A finding that no rule brings along, with these texts of a line; `args` are filled in.
    pub(super) fn own(&mut self, line: Line, message: usize, help: usize, place: Place, args: &[Text]) {
        let (doc, (node, span)) = (self.view.doc, place);
        let url = if line.cites_page() { self.view.program.request_url } else { Str::default() };
        let texts = Texts {
            rule: self.phrase(line, text::RULE, &[]),
            pointer: self.out.pointer(doc, node),
            message: self.phrase(line, message, args),
            help: self.phrase(line, help, args),
            url: self.page(url),
        };
        self.out.tell(line.weight(doc.holder(node).is_some()), span, texts);
    }

    /// A second place of such a finding.
    pub(super) fn second(&mut self, line: Line, (node, span): Place) {
        let (pointer, label) = (self.out.pointer(self.view.doc, node), self.phrase(line, text::LABEL, &[]));
        self.out.relate(pointer, span, label);
    }

    /// A way out of such a finding.
    pub(super) fn way(&mut self, line: Line, title: usize, args: &[Text], safety: Safety) {
        let title = self.phrase(line, title, args);
        self.out.offer(title, safety);
    }

    #[inline(never)]
    fn at(&self, span: Span) -> Place {
        (self.view.doc.node_at(span.start), span)
    }

    fn defect(&mut self, defect: &Defect) {
        let line = Line::of(defect.kind);
        let tolerated = match defect.kind {
            DefectKind::TrailingComma => self.options.jsonc,
            DefectKind::TemplateHole => self.options.allow_placeholders,
            _ => false,
        };
        if tolerated || line.weight(false).0 < self.options.min_level {
            return;
        }
        self.own(line, text::MESSAGE, text::HELP, self.at(defect.span), &[]);
        if let Some(span) = defect.related {
            self.second(line, self.at(span));
        }
        if !defect.repair.is_empty() {
            self.way(line, text::TITLE, &[], safety_of(defect.kind));
            for edit in &defect.repair {
                self.out.edit(edit.span, &edit.text);
            }
        }
    }

    /// One finding for all comments: a request with a comment on every line has one fault, not fifty.
    fn comments(&mut self, comments: &[Span]) {
        let Some((first, others)) = comments.split_first() else { return };
        let message = if others.is_empty() { text::SPECIAL } else { text::MESSAGE };
        let count = self.count(comments.len());
        self.own(Line::COMMENTS, message, text::HELP, self.at(*first), &[count]);
        for span in others {
            self.second(Line::COMMENTS, self.at(*span));
        }
        self.way(Line::COMMENTS, text::TITLE, &[], Safety::Safe);
        for span in comments {
            self.out.edit(comment_place(self.view.doc.text(), *span), "");
        }
    }

    fn count(&mut self, count: usize) -> Text {
        let start = self.out.out().len();
        push_decimal(self.out.out(), count as u64);
        self.out.since(start)
    }

    /// The finding that closes a list that was cut.
    #[cold]
    pub(super) fn too_many(&mut self, more: usize) {
        let end = self.view.doc.text().len() as u32;
        let count = self.count(more);
        self.own(Line::TOO_MANY, text::MESSAGE, text::HELP, (NodeId::ROOT, Span::at(end)), &[count]);
    }
}

/// Repairs that take text away may take away something that was meant.
fn safety_of(kind: DefectKind) -> Safety {
    match kind {
        DefectKind::StrayText
        | DefectKind::TextBefore
        | DefectKind::TextAfter
        | DefectKind::ExtraCloser
        | DefectKind::MissingValue
        | DefectKind::MissingKey => Safety::Unsafe,
        _ => Safety::Safe,
    }
}

/// A comment with the blanks before it; alone on its line, with the whole line.
fn comment_place(text: &str, span: Span) -> Span {
    let text = text.as_bytes();
    let is_blank = |b: &&u8| matches!(b, b' ' | b'\t');
    let before = text.get(..span.start as usize).unwrap_or_default();
    let after = text.get(span.end as usize..).unwrap_or_default();
    let mut start = before.len() - before.iter().rev().take_while(is_blank).count();
    let mut end = span.end as usize;
    let alone = matches!(before.get(..start).unwrap_or_default(), [] | [.., b'\n']);
    let rest = end + after.iter().take_while(is_blank).count();
    match text.get(rest..) {
        Some([b'\n', ..]) if alone => end = rest + 1,
        Some([b'\r', b'\n', ..]) if alone => end = rest + 2,
        // Code follows on the same line: its indentation stays.
        _ if alone => (start, end) = (span.start as usize, rest),
        _ => {}
    }
    Span::new(start as u32, end as u32)
}
