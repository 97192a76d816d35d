//! Changes of a well-formed document that keep its layout and comments.
//!
//! All functions work on nodes of embedded documents too: the edits are changes of the source text.

mod insert;
mod remove;

pub use insert::{insert_item, insert_member};
pub use remove::{each_removed, remove_all, remove_member};

use crate::node::NONE;
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
    let node = doc.node(id);
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
    let node = doc.node(id);
    if node.key_start == NONE {
        return None;
    }
    let (open, close) = doc.key_quotes(node);
    Some(Span::new(node.key_start - open, node.key_end + close))
}

/// Begin of a member or item: its key, or else its value.
fn begin(doc: &Document, id: NodeId) -> usize {
    key_place(doc, id).map_or(doc.node(id).start, |span| span.start) as usize
}

/// Whitespace at the begin of the line of `offset`.
fn line_indent(doc: &Document, offset: usize) -> &str {
    let before = doc.buffer.as_bytes().get(..offset).unwrap_or_default();
    let line = before.iter().rposition(|b| matches!(b, b'\n' | b'\r' | 0)).map_or(0, |at| at + 1);
    let blanks = before.get(line..).unwrap_or_default().iter().take_while(|b| matches!(b, b' ' | b'\t'));
    let end = line + blanks.count();
    doc.buffer.get(line..end).unwrap_or_default()
}

/// `json` with `indent` at the begin of each line but the first.
pub fn indented(json: &str, indent: &str) -> String {
    if json.contains('\n') { json.replace('\n', &["\n", indent].concat()) } else { json.to_owned() }
}

/// Where the line break before `offset` begins, if only blanks stand between.
fn blank_line_start(doc: &Document, offset: usize) -> Option<usize> {
    let before = doc.buffer.get(..offset)?.trim_end_matches([' ', '\t']);
    let before = before.strip_suffix('\n').map_or_else(
        || before.strip_suffix('\r'),
        |before| Some(before.strip_suffix('\r').unwrap_or(before)),
    );
    Some(before?.len())
}

/// Whether only blanks follow in the line of `offset`.
fn line_rest_is_blank(doc: &Document, offset: usize) -> bool {
    let behind = doc.buffer.get(offset..).unwrap_or_default().trim_start_matches([' ', '\t']);
    behind.starts_with(['\n', '\r'])
}

/// The comma between two places with only blanks and comments between them.
fn comma_between(doc: &Document, start: usize, end: usize) -> Option<usize> {
    let gap = doc.buffer.get(start..end)?;
    let mut at = 0;
    loop {
        // All signs that count are ASCII, so a byte of another character is no sign.
        let rest = gap.as_bytes().get(at..)?;
        let comment = match rest {
            [] => return None,
            [b',', ..] => return Some(start + at),
            [b'/', b'*', ..] => gap.get(at..)?.find("*/").map(|end| end + 2),
            [b'/', b'/', ..] | [b'#', ..] => gap.get(at..)?.find(['\n', '\r']),
            _ => Some(1),
        };
        at += comment?;
    }
}
