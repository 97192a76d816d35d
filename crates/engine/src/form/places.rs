//! From a JSON pointer to the edits that make it so.

use crate::eval::texts;
use acklint_document::{Document, Edit, Kind, NodeId, Span, edit, unescape_token};

/// A change, as edits.
type Edits = Option<Vec<Edit>>;

/// The deepest value on the way to a pointer that is there, other than what it names, the name below it, and the
/// names below that, the last one first.
pub(super) fn deepest<'p>(doc: &Document, pointer: &'p str) -> Option<(NodeId, &'p str, Vec<&'p str>)> {
    let mut names = vec![];
    let (mut head, mut name) = cut(pointer)?;
    loop {
        if let Some(node) = doc.find(head) {
            return Some((node, name, names));
        }
        names.push(name);
        (head, name) = cut(head)?;
    }
}

/// Sets a value. What is missing on the way is made.
pub(super) fn set(doc: &Document, pointer: &str, json: &str) -> Edits {
    if let Some(node) = doc.find(pointer) {
        return Some(vec![edit::replace_value(doc, node, json)]);
    }
    let (node, name, below) = deepest(doc, pointer)?;
    let mut text = json.to_owned();
    for name in below {
        text = edit::object(doc, &unescape_token(name), &text);
    }
    match doc.kind(node) {
        Kind::Object => edit::insert_member(doc, node, &unescape_token(name), &text),
        Kind::Array if is_end(doc, node, name) => edit::insert_item(doc, node, &text),
        // Nothing is there yet.
        Kind::Null | Kind::Broken if doc.kind(node) == Kind::Null || is_blank(doc.text()) => {
            let text = edit::object(doc, &unescape_token(name), &text);
            let edit = match doc.kind(node) {
                Kind::Null => edit::replace_value(doc, node, &text),
                _ => Edit::replace(Span::new(0, doc.text().len() as u32), text),
            };
            Some(vec![edit])
        }
        _ => None,
    }
}

/// Takes a member or an item away.
pub(super) fn remove(doc: &Document, pointer: &str) -> Edits {
    let node = doc.find(pointer)?;
    Some(edit::remove_member(doc, node)).filter(|edits| !edits.is_empty())
}

/// Adds an item to a list, before the one the pointer names.
pub(super) fn insert(doc: &Document, pointer: &str, json: &str) -> Edits {
    let (list, index) = cut(pointer)?;
    if let Some(node) = doc.find(list)
        && doc.kind(node) == Kind::Array
    {
        if let Some(item) = doc.find(pointer) {
            return Some(vec![edit::insert_before(doc, item, json)]);
        }
        return if is_end(doc, node, index) { edit::insert_item(doc, node, json) } else { None };
    }
    match doc.find(pointer) {
        Some(node) if doc.kind(node) == Kind::Array => edit::insert_item(doc, node, json),
        Some(node) if doc.kind(node) != Kind::Null => None,
        _ => set(doc, if index == "-" { list } else { pointer }, &["[", json, "]"].concat()),
    }
}

fn is_blank(text: &str) -> bool {
    texts::trim(text).is_empty()
}

/// A pointer without its last step, and that step.
fn cut(pointer: &str) -> Option<(&str, &str)> {
    let at = pointer.as_bytes().iter().rposition(|b| *b == b'/')?;
    Some((pointer.get(..at)?, pointer.get(at + 1..)?))
}

/// Whether a step leads behind the last item of a list.
fn is_end(doc: &Document, list: NodeId, step: &str) -> bool {
    step == "-" || texts::number(step) == Some(doc.child_count(list))
}
