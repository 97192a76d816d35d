//! Changes of a well-formed document that keep its layout and comments.
//!
//! All functions work on nodes of embedded documents too: the edits are changes of the source text.

mod insert;
mod remove;

pub use insert::{insert_before, insert_item, insert_member, object};
pub use remove::{each_removed, remove_all, remove_member};

use crate::node::{NONE, Node};
use crate::{Document, Edit, NodeId, Span, strings};

/// Puts `json` in the place of a value. Its further lines, if any, get the indentation of the value's line.
///
/// ```
/// use acklint_document::{Document, apply_edits, edit};
/// let doc = Document::parse(r#"{"size": "120"}"#);
/// let size = doc.find("/size").unwrap();
/// let text = apply_edits(doc.text(), &[edit::replace_value(&doc, size, "120")]);
/// assert_eq!(text.as_deref(), Some(r#"{"size": 120}"#));
/// ```
pub fn replace_value(doc: &Document, id: NodeId, json: &str) -> Edit {
    let node = node(doc, id);
    let text = indented(json, line_indent(doc, node.start as usize));
    doc.edit_to_source(id, Edit::replace(Span::new(node.start, node.end), text))
}

/// Gives a member another key; `None` if the node is no member.
///
/// ```
/// use acklint_document::{Document, apply_edits, edit};
/// let doc = Document::parse(r#"{"vpc_id": "vpc-1"}"#);
/// let vpc = doc.find("/vpc_id").unwrap();
/// let text = apply_edits(doc.text(), &[edit::rename_key(&doc, vpc, "vpcid").unwrap()]);
/// assert_eq!(text.as_deref(), Some(r#"{"vpcid": "vpc-1"}"#));
/// ```
pub fn rename_key(doc: &Document, id: NodeId, key: &str) -> Option<Edit> {
    let span = key_place(doc, id)?;
    Some(doc.edit_to_source(id, Edit::replace(span, quote_json(key))))
}

/// `text` as a JSON string, with its quotes.
///
/// ```
/// use acklint_document::edit::quote_json;
/// assert_eq!(quote_json("a \"b\""), r#""a \"b\"""#);
/// ```
pub fn quote_json(text: &str) -> String {
    ["\"", &strings::escape_text(text), "\""].concat()
}

/// Place of the key with its quotes, in the text that holds the node.
fn key_place(doc: &Document, id: NodeId) -> Option<Span> {
    let node = node(doc, id);
    if node.key_start == NONE {
        return None;
    }
    let (open, close) = doc.key_quotes(node);
    Some(Span::new(node.key_start - open, node.key_end + close))
}

/// Begin of a member or item: its key, or else its value.
#[inline(never)]
fn begin(doc: &Document, id: NodeId) -> usize {
    key_place(doc, id).map_or(node(doc, id).start, |span| span.start) as usize
}

/// The last member or item.
#[inline(never)]
fn last_child(doc: &Document, container: NodeId) -> Option<NodeId> {
    doc.children(container).last()
}

/// One copy of the look-up: edits are made seldom.
#[inline(never)]
fn node(doc: &Document, id: NodeId) -> &Node {
    doc.node(id)
}

/// Whitespace at the begin of the line of `offset`.
fn line_indent(doc: &Document, offset: usize) -> &str {
    let mut line = offset;
    while line > 0 && !matches!(byte(doc, line - 1), b'\n' | b'\r' | 0) {
        line -= 1;
    }
    doc.part(line, blanks_end(doc, line).min(offset)).unwrap_or_default()
}

/// `json` with `indent` at the begin of each line but the first.
pub fn indented(json: &str, indent: &str) -> String {
    let mut text = strings::with_room(json.len());
    let break_ = ["\n", indent].concat();
    strings::push_replaced(&mut text, json, |byte| (byte == b'\n').then_some(break_.as_str()));
    text
}

#[inline(never)]
fn byte(doc: &Document, at: usize) -> u8 {
    doc.buffer.as_bytes().get(at).copied().unwrap_or(0)
}

/// End of the blanks that stand from `at` on.
#[inline(never)]
fn blanks_end(doc: &Document, mut at: usize) -> usize {
    while matches!(byte(doc, at), b' ' | b'\t') {
        at += 1;
    }
    at
}

/// Begin of the blanks that stand before `offset`.
#[inline(never)]
fn blanks_start(doc: &Document, mut offset: usize) -> usize {
    while offset > 0 && matches!(byte(doc, offset - 1), b' ' | b'\t') {
        offset -= 1;
    }
    offset
}

/// Where the line break before `offset` begins, if only blanks stand between.
fn blank_line_start(doc: &Document, offset: usize) -> Option<usize> {
    let end = blanks_start(doc, offset).checked_sub(1)?;
    match byte(doc, end) {
        b'\n' if end > 0 && byte(doc, end - 1) == b'\r' => Some(end - 1),
        b'\n' | b'\r' => Some(end),
        _ => None,
    }
}

/// Whether only blanks follow in the line of `offset`.
fn line_rest_is_blank(doc: &Document, offset: usize) -> bool {
    matches!(byte(doc, blanks_end(doc, offset)), b'\n' | b'\r')
}

/// The comma between two places with only blanks and comments between them.
fn comma_between(doc: &Document, start: usize, end: usize) -> Option<usize> {
    // A closing bracket of another alphabet has no place inside it: what stands before that is not looked at.
    doc.part(start, end)?;
    let mut at = start;
    while at < end {
        if byte(doc, at) == b',' {
            return Some(at);
        }
        at = comment_end(doc, at, end).map_or(at + 1, |(end, _)| end);
    }
    None
}

/// End of the comment that begins at `at`, or `limit`, and whether it goes on to the end of its line.
fn comment_end(doc: &Document, at: usize, limit: usize) -> Option<(usize, bool)> {
    let text = doc.part(at, limit)?;
    match text.as_bytes() {
        [b'/', b'*', ..] => Some((strings::find_text(text, "*/").map_or(limit, |len| at + len + 2), false)),
        [b'/', b'/', ..] | [b'#', ..] => {
            let len = text.bytes().take_while(|byte| !matches!(byte, b'\n' | b'\r')).count();
            Some((at + len, true))
        }
        _ => None,
    }
}
