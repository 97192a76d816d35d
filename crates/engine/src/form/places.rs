//! From a JSON pointer to the edits that make it so.

use crate::eval::texts;
use acklint_document::{Document, Edit, Kind, NodeId, Span, edit, unescape_token};

/// A change, as edits in text order.
type Edits = Option<Vec<Edit>>;

/// The deepest value that is there on the way to a pointer, other than what it names, and the names below it, that next
/// to it last.
pub(super) fn deepest<'p>(doc: &Document, pointer: &'p str) -> Option<(NodeId, Vec<&'p str>)> {
    let (mut head, mut names) = (pointer, vec![]);
    loop {
        let (front, name) = cut(head)?;
        names.push(name);
        head = front;
        if let Some(node) = doc.find(head) {
            return Some((node, names));
        }
    }
}

/// Sets a value. What is missing on the way is made.
pub(super) fn set(doc: &Document, pointer: &str, json: &str) -> Edits {
    if let Some(node) = doc.find(pointer) {
        return Some(vec![edit::replace_value(doc, node, json)]);
    }
    let (node, mut names) = deepest(doc, pointer)?;
    let kind = doc.kind(node);
    let own = if matches!(kind, Kind::Object | Kind::Array) { names.pop()? } else { "" };
    let mut text = json.to_owned();
    for name in names {
        text = edit::object(doc, &unescape_token(name), &text);
    }
    match kind {
        Kind::Object => edit::insert_member(doc, node, &unescape_token(own), &text),
        Kind::Array if is_end(doc, node, own) => edit::insert_item(doc, node, &text),
        Kind::Null => Some(vec![edit::replace_value(doc, node, &text)]),
        // Nothing is there yet.
        Kind::Broken if texts::trim(doc.text()).is_empty() => {
            Some(vec![Edit::replace(Span::new(0, doc.text().len() as u32), text)])
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
    match doc.find(pointer) {
        Some(item) if doc.item_index(item).is_some() => Some(vec![edit::insert_before(doc, item, json)]),
        Some(node) if doc.kind(node) == Kind::Array => edit::insert_item(doc, node, json),
        Some(node) if doc.kind(node) != Kind::Null => None,
        _ if doc.find(list).is_some_and(|list| doc.kind(list) == Kind::Array) => set(doc, pointer, json),
        _ => set(doc, if index == "-" { list } else { pointer }, &["[", json, "]"].concat()),
    }
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
