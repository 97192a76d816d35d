//! Findings about the text itself: broken grammar, comments, encoding.

use super::Run;
use super::wording::defect_wording;
use crate::finding::{Certainty, Draft, Level, Safety, Text};
use acklint_document::{Defect, DefectKind, Kind, NodeId, Span, push_decimal};

/// A text in both languages.
pub(super) type Both = [&'static str; 2];

impl Run<'_> {
    pub(crate) fn reading(&mut self) {
        let doc = self.view.doc;
        let root = doc.kind(NodeId::ROOT);
        if root == Kind::Object && doc.defects().is_empty() && doc.comments().is_empty() {
            return;
        }
        for defect in doc.defects() {
            if !self.is_tolerated(defect.kind) {
                self.defect(defect);
            }
        }
        if !self.options.jsonc && !doc.comments().is_empty() {
            self.comments(doc.comments());
        }
        let told = root == Kind::Broken && !doc.defects().is_empty();
        if root != Kind::Object && !told {
            let mut draft = self.about_text("not-an-object", Level::Error, doc.span(NodeId::ROOT));
            draft.message = self.both(&["the request body is not an object", "请求体不是 JSON 对象"]);
            draft.help = self.both(&["send one JSON object: { … }", "请求体应为一个 JSON 对象：{ … }"]);
            self.out.tell(draft);
        }
    }

    fn is_tolerated(&self, kind: DefectKind) -> bool {
        match kind {
            DefectKind::TrailingComma => self.options.jsonc,
            DefectKind::TemplateHole => self.options.allow_placeholders,
            _ => false,
        }
    }

    /// A finding that cites no page.
    fn about_text(&mut self, rule: &str, level: Level, span: Span) -> Draft {
        self.out.draft(rule, level, Certainty::Stated, span)
    }

    /// A text in the language of the check.
    #[inline(never)]
    pub(super) fn both(&mut self, texts: &Both) -> Text {
        let [en, zh] = texts;
        self.out.text(if self.lang() == 0 { en } else { zh })
    }

    #[inline(never)]
    fn pointer_at(&mut self, offset: u32) -> Text {
        let doc = self.view.doc;
        self.out.pointer(doc, doc.node_at(offset))
    }

    fn defect(&mut self, defect: &Defect) {
        let (rule, level) = rule_of(defect.kind);
        if level < self.options.min_level {
            return;
        }
        let [message, help, fix, related] = defect_wording(defect.kind, self.options.lang);
        let mut draft = self.about_text(rule, level, defect.span);
        draft.pointer = self.pointer_at(defect.span.start);
        draft.message = self.out.text(message);
        draft.help = self.out.text(help);
        if let Some(span) = defect.related {
            let (pointer, label) = (self.pointer_at(span.start), self.out.text(related));
            self.out.relate(&mut draft, pointer, span, label);
        }
        if !defect.repair.is_empty() {
            let title = self.out.text(fix);
            self.out.offer(&mut draft, title, safety_of(defect.kind));
            for edit in &defect.repair {
                self.out.edit(edit.span, &edit.text);
            }
        }
        self.out.tell(draft);
    }

    /// One finding for all comments: a request with a comment on every line has one fault, not fifty.
    fn comments(&mut self, comments: &[Span]) {
        let doc = self.view.doc;
        let Some((first, others)) = comments.split_first() else { return };
        let mut draft = self.about_text("comment-in-json", Level::Error, *first);
        draft.pointer = self.pointer_at(first.start);
        draft.message = match others {
            [] => {
                self.both(&["a comment makes the request invalid JSON", "请求中有 1 处注释，不是合法的 JSON"])
            }
            _ => self.counted(
                comments.len(),
                [("", " comments make the request invalid JSON"), ("请求中有 ", " 处注释，不是合法的 JSON")],
            ),
        };
        draft.help = self.both(&[
            "remove them, or keep them in a .jsonc file or with --jsonc and strip them before sending",
            "删除注释；如需保留，请另存为 .jsonc 文件或使用 --jsonc",
        ]);
        let label = self.both(&["another comment", "另一处注释"]);
        for span in others {
            let pointer = self.pointer_at(span.start);
            self.out.relate(&mut draft, pointer, *span, label);
        }
        let title = self.both(&["Remove the comments", "删除注释"]);
        self.out.offer(&mut draft, title, Safety::Safe);
        for span in comments {
            self.out.edit(comment_place(doc.text(), *span), "");
        }
        self.out.tell(draft);
    }

    /// A number between two texts.
    fn counted(&mut self, count: usize, texts: [(&'static str, &'static str); 2]) -> Text {
        let [en, zh] = texts;
        let (before, behind) = if self.lang() == 0 { en } else { zh };
        let start = self.out.out().len();
        self.say(before);
        push_decimal(self.out.out(), count as u64);
        self.say(behind);
        self.out.since(start)
    }

    /// The finding that closes a list that was cut.
    #[cold]
    pub(super) fn too_many(&mut self, more: usize) {
        let end = self.view.doc.text().len() as u32;
        let mut draft = self.about_text("too-many-findings", Level::Info, Span::at(end));
        draft.message =
            self.counted(more, [("", " more findings are not shown"), ("还有 ", " 条结果未显示")]);
        draft.help = self.both(&["mend the ones above and check again", "先处理以上结果，再重新检查"]);
        self.out.tell(draft);
    }
}

fn rule_of(kind: DefectKind) -> (&'static str, Level) {
    match kind {
        DefectKind::TrailingComma => ("trailing-comma", Level::Error),
        DefectKind::InvalidUtf8 | DefectKind::Utf16 => ("invalid-encoding", Level::Error),
        DefectKind::ByteOrderMark => ("byte-order-mark", Level::Warning),
        DefectKind::TooDeep => ("too-deep", Level::Error),
        DefectKind::TooLarge => ("too-large", Level::Error),
        _ => ("syntax-error", Level::Error),
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
