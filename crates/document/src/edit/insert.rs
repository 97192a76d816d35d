//! Adding members and items.

use super::{
    begin, blank_line_start, blanks_end, blanks_start, comma_between, comment_end, indented, last_child,
    line_indent, node, quote_json,
};
use crate::strings::find_text;
use crate::{Document, Edit, Kind, NodeId, Span};

/// Adds a member at the end of an object, laid out like the members before it: on a line of its own, or behind
/// them. `json` is the value's text. `None` if the node is no object, or its closing brace is missing.
///
/// ```
/// use acklint_document::{Document, NodeId, apply_edits, edit};
/// let add = |text: &str| {
///     let doc = Document::parse(text);
///     apply_edits(doc.text(), &edit::insert_member(&doc, NodeId::ROOT, "b", "2").unwrap()).unwrap()
/// };
/// assert_eq!(add(r#"{"a": 1}"#), r#"{"a": 1, "b": 2}"#);
/// assert_eq!(add(r#"{"a":1}"#), r#"{"a":1,"b":2}"#);
/// assert_eq!(add("{\n  \"a\": 1\n}"), "{\n  \"a\": 1,\n  \"b\": 2\n}");
/// assert_eq!(add("{\n  \"a\": 1 // one\n}"), "{\n  \"a\": 1, // one\n  \"b\": 2\n}");
/// ```
pub fn insert_member(doc: &Document, object: NodeId, key: &str, json: &str) -> Option<Vec<Edit>> {
    if doc.kind(object) != Kind::Object {
        return None;
    }
    let text = [&quote_json(key), colon(doc, object), json].concat();
    insert(doc, object, &text)
}

/// Adds an item at the end of an array, laid out like the items before it. `None` if the node is no array, or
/// its closing bracket is missing.
///
/// ```
/// use acklint_document::{Document, NodeId, apply_edits, edit};
/// let doc = Document::parse("[\"a\", \"b\"]");
/// let edits = edit::insert_item(&doc, NodeId::ROOT, "\"c\"").unwrap();
/// assert_eq!(apply_edits(doc.text(), &edits).as_deref(), Some("[\"a\", \"b\", \"c\"]"));
/// ```
pub fn insert_item(doc: &Document, array: NodeId, json: &str) -> Option<Vec<Edit>> {
    if doc.kind(array) != Kind::Array {
        return None;
    }
    insert(doc, array, json)
}

/// Adds an item before another one of an array, laid out like it.
///
/// ```
/// use acklint_document::{Document, apply_edits, edit};
/// let doc = Document::parse("[\n  1\n]");
/// let edit = edit::insert_before(&doc, doc.find("/0").unwrap(), "0");
/// assert_eq!(apply_edits(doc.text(), &[edit]).as_deref(), Some("[\n  0,\n  1\n]"));
/// ```
pub fn insert_before(doc: &Document, item: NodeId, json: &str) -> Edit {
    let start = doc.node(item).start as usize;
    let blanks = doc.part(blanks_start(doc, start), start).unwrap_or_default();
    let (gap, indent) =
        if blank_line_start(doc, start).is_some() { (line_break(doc), blanks) } else { (" ", "") };
    let text = [&indented(json, blanks), ",", gap, indent].concat();
    doc.edit_to_source(item, Edit::insert(start as u32, text))
}

/// An object of one member, in lines if the document has lines.
///
/// ```
/// use acklint_document::{Document, edit};
/// assert_eq!(edit::object(&Document::parse("[1, 2]"), "a", "1"), r#"{"a": 1}"#);
/// assert_eq!(edit::object(&Document::parse("{\n}"), "a", "1"), "{\n  \"a\": 1\n}");
/// ```
pub fn object(doc: &Document, name: &str, json: &str) -> String {
    let key = quote_json(name);
    if find_text(doc.text(), "\n").is_none() && !doc.text().trim_ascii().is_empty() {
        return ["{", &key, ": ", json, "}"].concat();
    }
    let unit = unit(doc);
    ["{\n", unit, &key, ": ", &indented(json, unit), "\n}"].concat()
}

fn insert(doc: &Document, container: NodeId, text: &str) -> Option<Vec<Edit>> {
    let node = node(doc, container);
    let close = node.end.checked_sub(1)? as usize;
    let closer = if node.kind == Kind::Object { b'}' } else { b']' };
    if close <= node.start as usize || doc.buffer.as_bytes().get(close) != Some(&closer) {
        return None;
    }
    let mut edits = Vec::new();
    match last_child(doc, container) {
        Some(last) => after_last(doc, container, last, close, text, &mut edits),
        None => into_empty(doc, container, close, text, &mut edits),
    }
    Some(edits)
}

/// Adds an edit of the text that holds the container.
#[inline(never)]
fn put(doc: &Document, container: NodeId, span: Span, parts: &[&str], edits: &mut Vec<Edit>) {
    edits.push(doc.edit_to_source(container, Edit::replace(span, parts.concat())));
}

/// Behind the last child, and behind the comments in its line, which are about it.
fn after_last(
    doc: &Document,
    container: NodeId,
    last: NodeId,
    close: usize,
    text: &str,
    edits: &mut Vec<Edit>,
) {
    let (start, end) = (begin(doc, last), node(doc, last).end as usize);
    let trailing = comma_between(doc, end, close);
    let tail = trailing.map_or(end, |comma| comma + 1);
    let (place, to_line_end) = comments_behind(doc, tail, close);
    let indent = line_indent(doc, start);
    let (break_, gap) = if to_line_end || blank_line_start(doc, start).is_some() {
        (line_break(doc), indent)
    } else {
        ("", same_line_gap(doc, container, start))
    };
    let (mut before, mut behind) = ("", "");
    if trailing.is_some() {
        behind = ",";
    } else if place == end {
        before = ",";
    } else {
        put(doc, container, Span::of(end, end), &[","], edits);
    }
    let text = indented(text, indent);
    put(doc, container, Span::of(place, place), &[before, break_, gap, &text, behind], edits);
}

/// Where the comments end that stand behind `from` in its line, and whether the last one goes to the line's end.
fn comments_behind(doc: &Document, from: usize, close: usize) -> (usize, bool) {
    let mut end = from;
    while let Some((behind, to_line_end)) = comment_end(doc, blanks_end(doc, end), close) {
        if to_line_end {
            return (blanks_start(doc, behind), true);
        }
        end = behind;
    }
    (end, false)
}

/// Between the brackets of an empty container.
fn into_empty(doc: &Document, container: NodeId, close: usize, text: &str, edits: &mut Vec<Edit>) {
    let open = node(doc, container).start as usize + 1;
    let inside = doc.part(open, close).unwrap_or_default();
    let indent = line_indent(doc, open);
    let inner = [indent, unit(doc)].concat();
    let text = indented(text, &inner);
    // Comments stay before it; the last may go to the end of its line.
    let before = inside.trim_ascii_end().len();
    let has = |text: &str| find_text(text, "\n").is_some();
    let lines = before > 0 || has(inside) || (has(doc.text()) && doc.kind(container) == Kind::Object);
    let break_ = line_break(doc);
    let parts: &[&str] = if lines { &[break_, &inner, &text, break_, indent] } else { &[&text] };
    put(doc, container, Span::of(open + before, close), parts, edits);
}

/// What stands between a comma and the next child of a container written in one line.
fn same_line_gap(doc: &Document, container: NodeId, last: usize) -> &str {
    let space = blanks_start(doc, last);
    if doc.child_count(container) > 1 && space > 0 && super::byte(doc, space - 1) == b',' {
        return doc.part(space, last).unwrap_or_default();
    }
    if is_compact(doc) { "" } else { " " }
}

/// What stands between key and value, as the object's last member has it, or else the document's first.
fn colon(doc: &Document, object: NodeId) -> &str {
    let member = last_child(doc, object).or_else(|| doc.children(NodeId::ROOT).next());
    let style = member.and_then(|member| {
        let key = super::key_place(doc, member)?;
        doc.part(key.end as usize, node(doc, member).start as usize)
    });
    let plain = style.filter(|style| {
        style.len() <= 3 && find_text(style, ":").is_some() && style.bytes().all(|b| matches!(b, b':' | b' '))
    });
    plain.unwrap_or(if is_compact(doc) { ":" } else { ": " })
}

/// Whether the document is written without spaces.
fn is_compact(doc: &Document) -> bool {
    !["\n", "\": ", "\" : ", ", "].iter().any(|sign| find_text(doc.text(), sign).is_some())
}

/// One step of indentation: that of the root's first child, or two spaces.
fn unit(doc: &Document) -> &str {
    let first = doc.children(NodeId::ROOT).next().map_or(0, |child| begin(doc, child));
    let indent = line_indent(doc, first);
    if indent.is_empty() { "  " } else { indent }
}

fn line_break(doc: &Document) -> &'static str {
    if find_text(doc.text(), "\r\n").is_some() { "\r\n" } else { "\n" }
}
