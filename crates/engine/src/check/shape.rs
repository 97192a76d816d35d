//! Findings about the shape of a request: names and types, from the field table.

use super::Run;
use super::names::Better;
use super::reading::Both;
use super::scratch::{Event, EventKind};
use crate::eval::Loc;
use crate::finding::{Certainty, Draft, Level, Safety, Text};
use crate::pack::FieldType;
use crate::program::{FieldInfo, NONE};
use crate::verdict::{Trace, Verdict};
use acklint_document::{Document, Kind, NodeId, Span, edit, integer};

/// What a finding of one kind says. `{0}` is the name of the field; the others are told where they are filled in.
struct Words {
    rule: &'static str,
    level: Level,
    certainty: Certainty,
    message: Both,
    help: Both,
}

const fn words(
    rule: &'static str,
    (level, certainty): (Level, Certainty),
    message: Both,
    help: Both,
) -> Words {
    Words { rule, level, certainty, message, help }
}

const CHECK_NAME: Both = [
    "the API ignores fields it does not know; remove it or check its name",
    "API 会忽略不认识的字段；请删除或检查字段名",
];
static UNKNOWN: Words = words(
    "unknown-field",
    (Level::Warning, Certainty::Stated),
    // {1} is the object it stands in.
    ["{0} is not a field of {1}", "{1} 中没有 {0} 这个字段"],
    CHECK_NAME,
);
/// The same of the body itself.
static UNKNOWN_IN_BODY: Words = words(
    "unknown-field",
    (Level::Warning, Certainty::Stated),
    ["{0} is not a field of this request", "请求中没有 {0} 这个字段"],
    CHECK_NAME,
);
static DID_YOU_MEAN: Both = ["did you mean {0}?", "是否应为 {0}？"];
static BELONGS_AT: Both = ["it belongs at {0}", "该字段应位于 {0}"];
static RENAME: Both = ["Rename it to {0}", "改名为 {0}"];
static DUPLICATE: Words = words(
    "duplicate-key",
    (Level::Error, Certainty::Stated),
    ["{0} stands twice in the same object", "{0} 在同一对象中出现了两次"],
    [
        "keep one of them; most parsers silently take the last",
        "保留其中一个；多数解析器只取最后一个，且不提示",
    ],
);
static NULL: Words = words(
    "null-value",
    (Level::Warning, Certainty::Implied),
    ["{0} is null, which counts as not set", "{0} 为 null，按未设置处理"],
    ["give it a value, or remove the field", "填写值，或删除该字段"],
);
static REMOVED: Words = words(
    "removed-field",
    (Level::Warning, Certainty::Elsewhere),
    [
        "{0} is a field of an earlier version, replaced by node pools",
        "{0} 是旧版接口的字段，已被节点池配置取代",
    ],
    // {1} is the field that took over.
    ["use {1} instead", "改用 {1}"],
);
static WRONG_TYPE: Words = words(
    "wrong-type",
    (Level::Error, Certainty::Stated),
    // {1} is the type it should have, {2} what it is.
    ["{0} must be {1}, not {2}", "{0} 应为{1}，这里是{2}"],
    ["write {1}", "改写为{1}"],
);
/// The same about a number, which is shown: in Chinese its digits need a blank before them.
static WRONG_NUMBER: Words = words(
    "wrong-type",
    (Level::Error, Certainty::Stated),
    ["{0} must be {1}, not {2}", "{0} 应为{1}，这里是 {2}"],
    ["write {1}", "改写为{1}"],
);
const FILL_IN: Both = [
    "fill it in before sending; check a template with --allow-placeholders",
    "发送前请填写实际的值；检查模板文件可使用 --allow-placeholders",
];
static PLACEHOLDER: Words = words(
    "placeholder-value",
    (Level::Warning, Certainty::Implied),
    // {1} is the placeholder.
    ["{0} holds the placeholder {1}, not a value", "{0} 的值 {1} 是占位符，不是实际的值"],
    FILL_IN,
);
/// The same about a placeholder that is not shown.
static HIDDEN_PLACEHOLDER: Words = words(
    "placeholder-value",
    (Level::Warning, Certainty::Implied),
    ["{0} holds a placeholder, not a value", "{0} 的值是占位符，不是实际的值"],
    FILL_IN,
);

impl<'r> Run<'r> {
    pub(crate) fn shape(&mut self) {
        let scratch = self.view.scratch;
        for event in &scratch.events {
            if !self.has_room() {
                return;
            }
            let (words, tell): (_, fn(&mut Self, &Event)) = match event.kind {
                EventKind::UnknownField => (&UNKNOWN, Self::unknown_field),
                EventKind::Duplicate => (&DUPLICATE, Self::duplicate),
                EventKind::Null => (&NULL, Self::null),
                EventKind::Removed => (&REMOVED, Self::removed),
                EventKind::WrongType => (&WRONG_TYPE, Self::wrong_type),
                EventKind::Placeholder => (&PLACEHOLDER, Self::placeholder),
            };
            if words.level >= self.options.min_level {
                tell(self, event);
            }
        }
    }

    /// A draft that cites the page of the request; `args` are filled in.
    fn draft(&mut self, words: &Words, (node, span): (NodeId, Span), args: &[Text]) -> Draft {
        let view = self.view;
        let mut draft = self.out.draft(words.rule, words.level, words.certainty, span);
        draft.pointer = self.out.pointer(view.doc, node);
        draft.url = self.page(view.program.request_url);
        draft.message = self.phrase(&words.message, args);
        draft.help = self.phrase(&words.help, args);
        draft
    }

    /// What a value is called, as a text of its own.
    #[inline(never)]
    fn name_text(&mut self, node: NodeId) -> Text {
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

    fn field(&self, event: &Event) -> Option<&'r FieldInfo> {
        self.view.program.fields.get(event.of as usize)
    }

    /// A member, shown by its key.
    fn by_key(&self, node: NodeId) -> (NodeId, Span) {
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
        let better = self.better_name(&key, event.of);
        if doc.holder(node).is_some() && !matches!(better, Better::Here(_)) {
            // The settings of add-ons are an open set: only a slip of the pen is worth a word.
            return;
        }
        let owner = program.shapes.get(event.of as usize).map(|s| program.str(s.path)).unwrap_or_default();
        let words = if owner.is_empty() { &UNKNOWN_IN_BODY } else { &UNKNOWN };
        let args = [self.cleaned(&key), self.out.text(owner)];
        let mut draft = self.draft(words, self.by_key(node), &args);
        let (help, name) = match &better {
            Better::Here(name) => (&DID_YOU_MEAN, *name),
            Better::Elsewhere(path) => (&BELONGS_AT, path.as_str()),
            Better::None => return self.out.tell(draft),
        };
        let args = [self.out.text(name)];
        draft.help = self.phrase(help, &args);
        if let Better::Here(name) = better
            && doc.parent(node).is_some_and(|p| doc.get(p, name).is_none())
            && let Some(edit) = edit::rename_key(doc, node, name)
        {
            let title = self.phrase(&RENAME, &args);
            self.out.offer(&mut draft, title, Safety::Unsafe);
            self.out.edit(edit.span, &edit.text);
        }
        self.out.tell(draft);
    }

    fn duplicate(&mut self, event: &Event) {
        let doc = self.view.doc;
        let name = self.cleaned(&doc.key(event.node).unwrap_or_default());
        let mut draft = self.draft(&DUPLICATE, self.by_key(event.node), &[name]);
        draft.url = Text::default();
        let (first, place) = self.by_key(event.other);
        let pointer = self.out.pointer(doc, first);
        let label = self.both(&["it stands here first", "第一次出现在这里"]);
        self.out.relate(&mut draft, pointer, place, label);
        self.out.tell(draft);
    }

    fn null(&mut self, event: &Event) {
        let doc = self.view.doc;
        let name = self.name_text(event.node);
        let mut draft = self.draft(&NULL, (event.node, doc.span(event.node)), &[name]);
        let title = self.both(&["Remove the field", "删除该字段"]);
        self.out.offer(&mut draft, title, Safety::Safe);
        let out = &mut *self.out;
        edit::each_removed(doc, &mut [event.node], &mut |span| out.edit(span, ""));
        self.out.tell(draft);
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
        let args = [self.name_text(event.node), self.out.text(by)];
        let mut draft = self.draft(&REMOVED, self.by_key(event.node), &args);
        if by.is_empty() {
            draft.help = Text::default();
        }
        self.out.tell(draft);
    }

    fn wrong_type(&mut self, event: &Event) {
        let (doc, node) = (self.view.doc, event.node);
        // Inside a string the page gives no types, only examples.
        let (level, certainty) = match doc.holder(node) {
            Some(_) => (Level::Warning, Certainty::Elsewhere),
            None => (WRONG_TYPE.level, WRONG_TYPE.certainty),
        };
        if level < self.options.min_level {
            return;
        }
        let item = doc.key(node).is_none();
        let ty = self.field(event).map_or(FieldType::Any, |f| match (item, f.items) {
            (true, Some(items)) => items,
            _ => f.ty,
        });
        let (name, wanted) = (self.name_text(node), self.both(type_name(ty)));
        let (kind, raw) = (doc.kind(node), doc.raw(node));
        let (words, found) = if kind == Kind::Number && !self.is_secret(node) {
            (&WRONG_NUMBER, self.cleaned(raw))
        } else {
            (&WRONG_TYPE, self.both(kind_name(kind)))
        };
        let mut draft = self.draft(words, (node, self.shown(node)), &[name, wanted, found]);
        (draft.level, draft.certainty) = (level, certainty);
        self.convert(node, (ty, kind, raw), &mut draft);
        self.out.tell(draft);
    }

    /// A change of type that loses nothing. It moves quotes only: the value may be a secret.
    fn convert(&mut self, node: NodeId, (ty, kind, raw): (FieldType, Kind, &str), draft: &mut Draft) {
        let doc = self.view.doc;
        let span = doc.span(node);
        let quote = match (ty, kind) {
            (FieldType::String, Kind::Number | Kind::True | Kind::False) => true,
            (FieldType::Integer, Kind::String) if is_plain_integer(raw) => false,
            (FieldType::Boolean, Kind::String) if matches!(raw, "true" | "false") => false,
            _ => return,
        };
        let (inner, mark, title) = if quote {
            (span, quote_mark(doc, node), ["Add quotes", "加上引号"])
        } else {
            // What is around the value: quotes, in a document inside a string with their backslashes.
            let inner = doc.inner_span(node, 0..raw.len());
            if doc.text().as_bytes().get(inner.range()) != Some(raw.as_bytes()) {
                return;
            }
            (inner, String::new(), ["Remove the quotes", "去掉引号"])
        };
        let title = self.both(&title);
        self.out.offer(draft, title, Safety::Safe);
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
        let words = if hidden {
            &HIDDEN_PLACEHOLDER
        } else {
            self.print(Loc::Node(node));
            &PLACEHOLDER
        };
        let value = self.out.since(start);
        let draft = self.draft(words, (node, doc.span(node)), &[name, value]);
        self.out.tell(draft);
    }
}

/// A quotation mark as it is written where the node stands: in a document inside a string with its backslash.
fn quote_mark(doc: &Document, node: NodeId) -> String {
    let (mut mark, mut node) = (String::new(), node);
    let mut backslashes = 0;
    while let Some(holder) = doc.holder(node) {
        // Each of them is escaped once more, and the mark itself.
        backslashes = 2 * backslashes + 1;
        node = holder;
    }
    (0..backslashes).for_each(|_| mark.push('\\'));
    mark.push('"');
    mark
}

/// What looks like a document may hold secrets.
fn is_like_document(text: &str) -> bool {
    let is_sign = |b| matches!(b, b'"' | b'\'' | b'`' | b':' | b'=');
    text.bytes().any(is_sign) || text.as_bytes().windows(3).any(|bytes| bytes == "：".as_bytes())
}

/// A text that is the same number without its quotes.
fn is_plain_integer(text: &str) -> bool {
    match text.as_bytes() {
        [b'0'] => true,
        [b'1'..=b'9', ..] | [b'-', b'1'..=b'9', ..] => integer(text).is_some(),
        _ => false,
    }
}

fn type_name(ty: FieldType) -> &'static Both {
    match ty {
        FieldType::String => &["a string", "字符串"],
        FieldType::Integer => &["a whole number", "整数"],
        FieldType::Number => &["a number", "数字"],
        FieldType::Boolean => &["true or false", "布尔值 true 或 false"],
        FieldType::Object | FieldType::Map => &["an object", "对象"],
        FieldType::Array => &["a list", "列表"],
        FieldType::Any => &["a value", "值"],
    }
}

fn kind_name(kind: Kind) -> &'static Both {
    match kind {
        Kind::Object => &["an object", "对象"],
        Kind::Array => &["a list", "列表"],
        Kind::String => &["a string", "字符串"],
        Kind::Number => &["a number", "数字"],
        Kind::True | Kind::False => &["a boolean", "布尔值"],
        Kind::Null => &["null", "null"],
        Kind::Broken => &["unreadable", "无法读取的内容"],
    }
}
