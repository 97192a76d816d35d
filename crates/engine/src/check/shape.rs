//! Findings about the shape of a request: names and types, from the field table.

use super::Run;
use super::message::clean;
use super::names::Better;
use super::reading::text_finding;
use super::scratch::{Event, EventKind};
use crate::eval::Loc;
use crate::finding::{Certainty, Finding, Fix, Lang, Level, Related, Safety};
use crate::pack::FieldType;
use crate::program::{FieldInfo, NONE};
use crate::verdict::{Trace, Verdict};
use acklint_document::{Document, Edit, Kind, NodeId, Span, edit};

impl Run<'_> {
    pub(crate) fn shape(&self, findings: &mut Vec<Finding>) {
        for event in &self.view.scratch.events {
            if findings.len() > self.options.max_findings {
                return;
            }
            let finding = match event.kind {
                EventKind::UnknownField => match self.unknown_field(event) {
                    Some(finding) => finding,
                    None => continue,
                },
                EventKind::Duplicate => self.duplicate(event),
                EventKind::Null => self.null(event),
                EventKind::Removed if self.is_within_removed(event) => continue,
                EventKind::Removed => self.removed(event),
                EventKind::WrongType => self.wrong_type(event),
                EventKind::Placeholder if self.options.allow_placeholders => continue,
                EventKind::Placeholder => self.placeholder(event),
            };
            findings.push(finding);
        }
    }

    fn zh(&self) -> bool {
        self.options.lang == Lang::Zh
    }

    fn told(&self, rule: &str, level: Level, certainty: Certainty, node: NodeId, span: Span) -> Finding {
        let mut finding = text_finding(rule, level, span, "", "");
        finding.certainty = certainty;
        finding.pointer = self.view.doc.pointer(node);
        let url = self.view.program.str(self.view.program.request_url);
        finding.url = (!url.is_empty()).then(|| url.to_owned());
        finding
    }

    fn field(&self, event: &Event) -> Option<&FieldInfo> {
        self.view.program.fields.get(event.of as usize)
    }

    fn key_place(&self, node: NodeId) -> Span {
        self.view.doc.key_span(node).unwrap_or_else(|| self.view.doc.span(node))
    }

    fn unknown_field(&self, event: &Event) -> Option<Finding> {
        let doc = self.view.doc;
        let key = doc.key(event.node).unwrap_or_default();
        let shape = self.view.program.shapes.get(event.of as usize);
        let owner = shape.map(|s| self.view.program.str(s.path)).unwrap_or_default();
        let mut f = self.told(
            "unknown-field",
            Level::Warning,
            Certainty::Stated,
            event.node,
            self.key_place(event.node),
        );
        f.message = match (self.zh(), owner) {
            (false, "") => format!("{} is not a field of this request", clean(&key)),
            (false, owner) => format!("{} is not a field of {owner}", clean(&key)),
            (true, "") => format!("请求中没有 {} 这个字段", clean(&key)),
            (true, owner) => format!("{owner} 中没有 {} 这个字段", clean(&key)),
        };
        if key.is_empty() && !doc.defects().is_empty() {
            // A name the reader made up for a value without one.
            return None;
        }
        let better = self.better_name(&key, event.of);
        if doc.holder(event.node).is_some() && matches!(better, Better::None | Better::Elsewhere(_)) {
            // The settings of add-ons are an open set: only a slip of the pen is worth a word.
            return None;
        }
        f.help = Some(match (&better, self.zh()) {
            (Better::Here(name), false) => format!("did you mean {name}?"),
            (Better::Here(name), true) => format!("是否应为 {name}？"),
            (Better::Elsewhere(path), false) => format!("it belongs at {path}"),
            (Better::Elsewhere(path), true) => format!("该字段应位于 {path}"),
            (Better::None, false) => {
                "the API ignores fields it does not know; remove it or check its name".to_owned()
            }
            (Better::None, true) => "API 会忽略不认识的字段；请删除或检查字段名".to_owned(),
        });
        if let Better::Here(name) = &better
            && doc.parent(event.node).is_some_and(|p| doc.get(p, name).is_none())
            && let Some(edit) = edit::rename_key(doc, event.node, name)
        {
            let title = if self.zh() { format!("改名为 {name}") } else { format!("Rename it to {name}") };
            f.fixes.push(Fix { title, safety: Safety::Unsafe, edits: vec![edit] });
        }
        Some(f)
    }

    fn duplicate(&self, event: &Event) -> Finding {
        let doc = self.view.doc;
        let name = clean(&doc.key(event.node).unwrap_or_default());
        let mut f = self.told(
            "duplicate-key",
            Level::Error,
            Certainty::Stated,
            event.node,
            self.key_place(event.node),
        );
        f.url = None;
        f.message = if self.zh() {
            format!("{name} 在同一对象中出现了两次")
        } else {
            format!("{name} stands twice in the same object")
        };
        f.help = Some(
            if self.zh() {
                "保留其中一个；多数解析器只取最后一个，且不提示"
            } else {
                "keep one of them; most parsers silently take the last"
            }
            .to_owned(),
        );
        f.related.push(Related {
            pointer: doc.pointer(event.other),
            span: self.key_place(event.other),
            message: if self.zh() { "第一次出现在这里" } else { "it stands here first" }.to_owned(),
        });
        f
    }

    fn null(&self, event: &Event) -> Finding {
        let doc = self.view.doc;
        let name = self.name_of(event.node);
        let mut f =
            self.told("null-value", Level::Warning, Certainty::Implied, event.node, doc.span(event.node));
        f.message = if self.zh() {
            format!("{name} 为 null，按未设置处理")
        } else {
            format!("{name} is null, which counts as not set")
        };
        f.help = Some(
            if self.zh() { "填写值，或删除该字段" } else { "give it a value, or remove the field" }
                .to_owned(),
        );
        f.fixes.push(Fix {
            title: if self.zh() { "删除该字段" } else { "Remove the field" }.to_owned(),
            safety: Safety::Safe,
            edits: edit::remove_member(doc, event.node),
        });
        f
    }

    /// Inside a removed field only the field itself is worth a word; and some are still for other clusters.
    fn is_within_removed(&self, event: &Event) -> bool {
        let (view, doc) = (&self.view, self.view.doc);
        let unless = self.field(event).map_or(NONE, |f| f.unless);
        if unless != NONE && view.condition(unless, &mut Trace::Off) == Verdict::True {
            return true;
        }
        let mut above = std::iter::successors(doc.parent(event.node), |node| doc.parent(*node));
        let removed =
            |node| view.scratch.events.iter().any(|e| e.kind == EventKind::Removed && e.node == node);
        above.any(removed)
    }

    fn removed(&self, event: &Event) -> Finding {
        let name = self.name_of(event.node);
        let by = self.field(event).map(|f| self.view.program.str(f.replaced_by)).unwrap_or_default();
        let mut f = self.told(
            "removed-field",
            Level::Warning,
            Certainty::Elsewhere,
            event.node,
            self.key_place(event.node),
        );
        f.message = if self.zh() {
            format!("{name} 是旧版接口的字段，已被节点池配置取代")
        } else {
            format!("{name} is a field of an earlier version, replaced by node pools")
        };
        f.help = (!by.is_empty())
            .then(|| if self.zh() { format!("改用 {by}") } else { format!("use {by} instead") });
        f
    }

    fn wrong_type(&self, event: &Event) -> Finding {
        let doc = self.view.doc;
        let node = event.node;
        let item = doc.key(node).is_none();
        let ty = self.field(event).map_or(FieldType::Any, |f| match (item, f.items) {
            (true, Some(items)) => items,
            _ => f.ty,
        });
        let name = self.name_of(node);
        let found = doc.kind(node);
        // Inside a string the page gives no types, only examples.
        let (level, certainty) = match doc.holder(node) {
            Some(_) => (Level::Warning, Certainty::Elsewhere),
            None => (Level::Error, Certainty::Stated),
        };
        let mut f = self.told("wrong-type", level, certainty, node, self.shown(node));
        f.message = if self.zh() {
            match found {
                Kind::Number if !self.is_secret(node) => {
                    format!("{name} 应为{}，这里是 {}", zh_type(ty), clean(doc.raw(node)))
                }
                _ => format!("{name} 应为{}，这里是{}", zh_type(ty), zh_kind(found)),
            }
        } else {
            match found {
                Kind::Number if !self.is_secret(node) => {
                    format!("{name} must be {}, not {}", en_type(ty), clean(doc.raw(node)))
                }
                _ => format!("{name} must be {}, not {}", en_type(ty), en_kind(found)),
            }
        };
        f.help = Some(if self.zh() {
            format!("改写为{}", zh_type(ty))
        } else {
            format!("write {}", en_type(ty))
        });
        f.fixes.extend(self.convert(node, ty));
        f
    }

    /// A change of type that loses nothing. It moves quotes only: the value may be a secret.
    fn convert(&self, node: NodeId, ty: FieldType) -> Option<Fix> {
        let doc = self.view.doc;
        let span = doc.span(node);
        let raw = doc.raw(node);
        let edits = match (ty, doc.kind(node)) {
            (FieldType::String, Kind::Number | Kind::True | Kind::False) => {
                let quote = quote_mark(doc, node);
                vec![Edit::insert(span.start, quote.clone()), Edit::insert(span.end, quote)]
            }
            (FieldType::Integer, Kind::String) if is_plain_integer(raw) => unquote(doc, span, raw)?,
            (FieldType::Boolean, Kind::String) if matches!(raw, "true" | "false") => unquote(doc, span, raw)?,
            (FieldType::Array, Kind::String | Kind::Number) if doc.key(node).is_some() => return None,
            _ => return None,
        };
        let title = match (ty, self.zh()) {
            (FieldType::String, false) => "Add quotes",
            (FieldType::String, true) => "加上引号",
            (_, false) => "Remove the quotes",
            (_, true) => "去掉引号",
        };
        Some(Fix { title: title.to_owned(), safety: Safety::Safe, edits })
    }

    fn placeholder(&self, event: &Event) -> Finding {
        let doc = self.view.doc;
        let name = self.name_of(event.node);
        let mut f = self.told(
            "placeholder-value",
            Level::Warning,
            Certainty::Implied,
            event.node,
            doc.span(event.node),
        );
        // What looks like a document may hold secrets.
        let document = |text: &str| text.contains(['"', '\'', '`', ':', '=', '：']);
        let hidden = self.is_secret(event.node)
            || self.field(event).is_some_and(|f| f.embedded)
                && doc.string(event.node).is_none_or(|text| document(&text));
        let value = if hidden { String::new() } else { self.print(Loc::Node(event.node)) };
        f.message = match (hidden, self.zh()) {
            (false, false) => format!("{name} holds the placeholder {value}, not a value"),
            (false, true) => format!("{name} 的值 {value} 是占位符，不是实际的值"),
            (true, false) => format!("{name} holds a placeholder, not a value"),
            (true, true) => format!("{name} 的值是占位符，不是实际的值"),
        };
        f.help = Some(
            if self.zh() {
                "发送前请填写实际的值；检查模板文件可使用 --allow-placeholders"
            } else {
                "fill it in before sending; check a template with --allow-placeholders"
            }
            .to_owned(),
        );
        f
    }
}

/// A quotation mark as it is written where the node stands: in a document inside a string with its backslash.
fn quote_mark(doc: &Document, node: NodeId) -> String {
    let holders = std::iter::successors(doc.holder(node), |holder| doc.holder(*holder));
    holders.fold("\"".to_owned(), |mark, _| {
        let quoted = edit::quote_json(&mark);
        quoted.get(1..quoted.len() - 1).unwrap_or_default().to_owned()
    })
}

/// Deletes what is around `raw`: quotes, in a document inside a string with their backslashes.
fn unquote(doc: &Document, span: Span, raw: &str) -> Option<Vec<Edit>> {
    let open = span.start + doc.text().get(span.range())?.find(raw)? as u32;
    let close = open + raw.len() as u32;
    Some(vec![Edit::delete(Span::new(span.start, open)), Edit::delete(Span::new(close, span.end))])
}

/// A text that is the same number without its quotes.
fn is_plain_integer(text: &str) -> bool {
    text.parse::<i64>().is_ok_and(|n| n.to_string() == text)
}

fn en_type(ty: FieldType) -> &'static str {
    match ty {
        FieldType::String => "a string",
        FieldType::Integer => "a whole number",
        FieldType::Number => "a number",
        FieldType::Boolean => "true or false",
        FieldType::Object | FieldType::Map => "an object",
        FieldType::Array => "a list",
        FieldType::Any => "a value",
    }
}

fn zh_type(ty: FieldType) -> &'static str {
    match ty {
        FieldType::String => "字符串",
        FieldType::Integer => "整数",
        FieldType::Number => "数字",
        FieldType::Boolean => "布尔值 true 或 false",
        FieldType::Object | FieldType::Map => "对象",
        FieldType::Array => "列表",
        FieldType::Any => "值",
    }
}

fn en_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Object => "an object",
        Kind::Array => "a list",
        Kind::String => "a string",
        Kind::Number => "a number",
        Kind::True | Kind::False => "a boolean",
        Kind::Null => "null",
        Kind::Broken => "unreadable",
    }
}

fn zh_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Object => "对象",
        Kind::Array => "列表",
        Kind::String => "字符串",
        Kind::Number => "数字",
        Kind::True | Kind::False => "布尔值",
        Kind::Null => "null",
        Kind::Broken => "无法读取的内容",
    }
}
