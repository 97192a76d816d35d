//! Findings about the text itself: broken grammar, comments, encoding.

use super::Run;
use super::wording::{Wording, defect_wording};
use crate::finding::{Certainty, Finding, Fix, Lang, Level, Related, Safety};
use acklint_document::{Defect, DefectKind, Document, Edit, Kind, NodeId, Span};

impl Run<'_> {
    pub(crate) fn reading(&self, findings: &mut Vec<Finding>) {
        let doc = self.view.doc;
        for defect in doc.defects() {
            if !self.is_tolerated(defect.kind) {
                findings.push(self.defect(defect));
            }
        }
        if !self.options.jsonc && !doc.comments().is_empty() {
            findings.push(self.comments());
        }
        let root = doc.kind(NodeId::ROOT);
        let told = root == Kind::Broken && !doc.defects().is_empty();
        if root != Kind::Object && !told {
            let span = doc.span(NodeId::ROOT);
            let wording = match self.options.lang {
                Lang::En => ("the request body is not an object", "send one JSON object: { … }"),
                Lang::Zh => ("请求体不是 JSON 对象", "请求体应为一个 JSON 对象：{ … }"),
            };
            findings.push(text_finding("not-an-object", Level::Error, span, wording.0, wording.1));
        }
    }

    fn is_tolerated(&self, kind: DefectKind) -> bool {
        match kind {
            DefectKind::TrailingComma => self.options.jsonc,
            DefectKind::TemplateHole => self.options.allow_placeholders,
            _ => false,
        }
    }

    fn defect(&self, defect: &Defect) -> Finding {
        let doc = self.view.doc;
        let (rule, level) = rule_of(defect.kind);
        let Wording { message, help, fix, related } = defect_wording(defect.kind, self.options.lang);
        let mut finding = text_finding(rule, level, defect.span, message, help);
        finding.pointer = doc.pointer(node_at(doc, defect.span.start));
        finding.related.extend(defect.related.map(|span| Related {
            pointer: doc.pointer(node_at(doc, span.start)),
            span,
            message: related.to_owned(),
        }));
        if !defect.repair.is_empty() {
            finding.fixes.push(Fix {
                title: fix.to_owned(),
                safety: safety_of(defect.kind),
                edits: defect.repair.clone(),
            });
        }
        finding
    }

    /// One finding for all comments: a request with a comment on every line has one fault, not fifty.
    fn comments(&self) -> Finding {
        let doc = self.view.doc;
        let comments = doc.comments();
        let first = comments.first().copied().unwrap_or_default();
        let zh = self.options.lang == Lang::Zh;
        let count = comments.len();
        let message = match (zh, count) {
            (false, 1) => "a comment makes the request invalid JSON".to_owned(),
            (false, n) => format!("{n} comments make the request invalid JSON"),
            (true, n) => format!("请求中有 {n} 处注释，不是合法的 JSON"),
        };
        let help = if zh {
            "删除注释；如需保留，请另存为 .jsonc 文件或使用 --jsonc"
        } else {
            "remove them, or keep them in a .jsonc file or with --jsonc and strip them before sending"
        };
        let mut finding = text_finding("comment-in-json", Level::Error, first, &message, help);
        finding.related = comments
            .iter()
            .skip(1)
            .map(|span| Related {
                pointer: doc.pointer(node_at(doc, span.start)),
                span: *span,
                message: if zh { "另一处注释" } else { "another comment" }.to_owned(),
            })
            .collect();
        finding.pointer = doc.pointer(node_at(doc, first.start));
        finding.fixes.push(Fix {
            title: if zh { "删除注释" } else { "Remove the comments" }.to_owned(),
            safety: Safety::Safe,
            edits: comments.iter().map(|span| remove_comment(doc.text(), *span)).collect(),
        });
        finding
    }
}

/// The finding that closes a list that was cut.
pub(super) fn too_many(more: usize, lang: Lang, doc: &Document) -> Finding {
    let end = doc.text().len() as u32;
    let (message, help) = match lang {
        Lang::En => (format!("{more} more findings are not shown"), "mend the ones above and check again"),
        Lang::Zh => (format!("还有 {more} 条结果未显示"), "先处理以上结果，再重新检查"),
    };
    text_finding("too-many-findings", Level::Info, Span::at(end), &message, help)
}

pub(super) fn text_finding(rule: &str, level: Level, span: Span, message: &str, help: &str) -> Finding {
    Finding {
        rule: rule.to_owned(),
        level,
        certainty: Certainty::Stated,
        pointer: String::new(),
        span,
        message: message.to_owned(),
        help: (!help.is_empty()).then(|| help.to_owned()),
        url: None,
        related: vec![],
        fixes: vec![],
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

/// The innermost value at an offset.
pub(crate) fn node_at(doc: &Document, offset: u32) -> NodeId {
    let mut node = NodeId::ROOT;
    loop {
        let inside = doc.children(node).find(|child| {
            let span = doc.span(*child);
            let start = doc.key_span(*child).map_or(span.start, |key| key.start);
            start <= offset && offset < span.end
        });
        match inside {
            Some(child) => node = child,
            None => return node,
        }
    }
}

/// A comment with the blanks before it; alone on its line, with the whole line.
fn remove_comment(text: &str, span: Span) -> Edit {
    let before = text.get(..span.start as usize).unwrap_or_default();
    let after = text.get(span.end as usize..).unwrap_or_default();
    let code = before.trim_end_matches([' ', '\t']);
    let mut start = code.len();
    let mut end = span.end as usize;
    let alone = code.is_empty() || code.ends_with('\n');
    let rest = after.trim_start_matches([' ', '\t']);
    if alone && (rest.starts_with('\n') || rest.starts_with("\r\n")) {
        end = text.len() - rest.len() + if rest.starts_with('\r') { 2 } else { 1 };
    } else if alone {
        // Code follows on the same line: its indentation stays.
        start = span.start as usize;
        end = text.len() - rest.len();
    }
    Edit { span: Span::new(start as u32, end as u32), text: String::new() }
}
