//! From a JSON pointer to the edits that make it so.

use crate::eval::texts;
use acklint_document::{Document, Edit, Kind, NodeId, edit, find_text, unescape_token};

/// Where a change takes place.
pub(super) enum Place<'p> {
    /// At a value that is there, and stays the same in number.
    Value(NodeId),
    /// A member is added to an object.
    New(NodeId, &'p str),
    /// Items or members of a container come or go; the value is the container, or the member that goes.
    Among(NodeId),
}

impl Place<'_> {
    pub(super) fn node(&self) -> NodeId {
        match self {
            Self::Value(node) | Self::New(node, _) | Self::Among(node) => *node,
        }
    }

    pub(super) fn is_structural(&self) -> bool {
        !matches!(self, Self::Value(_))
    }
}

/// A change, as edits.
pub(super) type Edits<'p> = Option<(Place<'p>, Vec<Edit>)>;

/// Sets a value. What is missing on the way is made.
pub(super) fn set<'p>(doc: &Document, pointer: &'p str, json: &str) -> Edits<'p> {
    if let Some(node) = doc.find(pointer) {
        return Some((Place::Value(node), vec![edit::replace_value(doc, node, json)]));
    }
    // The deepest value that is there, and the names below it.
    let (mut head, mut names) = (pointer, vec![]);
    let node = loop {
        let (front, name) = cut(head)?;
        names.push(name);
        head = front;
        if let Some(node) = doc.find(head) {
            break node;
        }
    };
    let name = names.pop()?;
    let mut text = json.to_owned();
    for name in names {
        text = object(doc, name, &text);
    }
    match doc.kind(node) {
        Kind::Object => {
            let edits = edit::insert_member(doc, node, &unescape_token(name), &text)?;
            // Names with escapes in pointers belong to no field.
            let place =
                if find_text(name, "~").is_some() { Place::Among(node) } else { Place::New(node, name) };
            Some((place, edits))
        }
        Kind::Array if is_end(doc, node, name) => append(doc, node, &text),
        // Nothing is there yet.
        Kind::Null | Kind::Broken if doc.kind(node) == Kind::Null || is_blank(doc.text()) => {
            let text = object(doc, name, &text);
            let edit = match doc.kind(node) {
                Kind::Null => edit::replace_value(doc, node, &text),
                _ => Edit::replace(super::whole(doc.text()), text),
            };
            Some((Place::Value(node), vec![edit]))
        }
        _ => None,
    }
}

/// Takes a member or an item away.
pub(super) fn remove<'p>(doc: &Document, pointer: &str) -> Edits<'p> {
    let node = doc.find(pointer)?;
    let edits = edit::remove_member(doc, node);
    (!edits.is_empty()).then_some((Place::Among(node), edits))
}

/// Adds an item to a list, before the one the pointer names.
pub(super) fn insert<'p>(doc: &Document, pointer: &'p str, json: &str) -> Edits<'p> {
    let (list, index) = cut(pointer)?;
    if let Some(node) = doc.find(list)
        && doc.kind(node) == Kind::Array
    {
        if let Some(item) = doc.find(pointer) {
            return Some((Place::Among(node), vec![before(doc, item, json)]));
        }
        return if is_end(doc, node, index) { append(doc, node, json) } else { None };
    }
    match doc.find(pointer) {
        Some(node) if doc.kind(node) == Kind::Array => append(doc, node, json),
        Some(node) if doc.kind(node) != Kind::Null => None,
        _ => set(doc, if index == "-" { list } else { pointer }, &["[", json, "]"].concat()),
    }
}

fn append<'p>(doc: &Document, list: NodeId, json: &str) -> Edits<'p> {
    Some((Place::Among(list), edit::insert_item(doc, list, json)?))
}

/// A new item in front of another, laid out like it.
fn before(doc: &Document, item: NodeId, json: &str) -> Edit {
    let start = doc.span(item).start;
    let text = doc.text().get(..start as usize).unwrap_or_default();
    let blanks = text.as_bytes().iter().rev().take_while(|b| matches!(b, b' ' | b'\t')).count();
    let (before, line) = text.split_at_checked(text.len() - blanks).unwrap_or_default();
    let begins = matches!(before.as_bytes().last(), None | Some(b'\n' | b'\r'));
    let end = match find_text(doc.text(), "\r\n") {
        _ if !begins => " ",
        Some(_) => "\r\n",
        None => "\n",
    };
    let indent = if begins { line } else { "" };
    Edit::insert(start, [&*edit::indented(json, line), ",", end, indent].concat())
}

/// An object of one member, in lines if the text has lines.
fn object(doc: &Document, name: &str, json: &str) -> String {
    let key = edit::quote_json(&unescape_token(name));
    let text = doc.text();
    if find_text(text, "\n").is_none() && !is_blank(text) {
        return ["{", &key, ": ", json, "}"].concat();
    }
    let first = doc.children(NodeId::ROOT).next().and_then(|child| doc.key_span(child));
    let before = first.and_then(|key| text.get(..key.start as usize)).unwrap_or_default();
    let len = before.as_bytes().iter().rev().take_while(|b| !matches!(b, b'\n' | b'\r')).count();
    let line = before.get(before.len() - len..).unwrap_or_default();
    let unit = if !line.is_empty() && is_blank(line) { line } else { "  " };
    ["{\n", unit, &key, ": ", &edit::indented(json, unit), "\n}"].concat()
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
