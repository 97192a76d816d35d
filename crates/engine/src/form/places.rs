//! From a JSON pointer to the edits that make it so.

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

type Edits<'p> = Option<(Place<'p>, Vec<Edit>)>;

/// Sets a value. What is missing on the way is made.
pub(super) fn set<'p>(doc: &Document, pointer: &'p str, json: &str) -> Edits<'p> {
    if let Some(node) = doc.find(pointer) {
        return Some((Place::Value(node), vec![edit::replace_value(doc, node, json)]));
    }
    // The deepest value that is there, and the names below it.
    let (mut head, mut names) = (pointer, vec![]);
    let node = loop {
        let (front, name) = head.rsplit_once('/')?;
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
            let place = if name.contains('~') { Place::Among(node) } else { Place::New(node, name) };
            Some((place, edits))
        }
        Kind::Array if name == "-" || name.parse() == Ok(doc.child_count(node)) => {
            Some((Place::Among(node), edit::insert_item(doc, node, &text)?))
        }
        // Nothing is there yet.
        Kind::Null => {
            let text = object(doc, name, &text);
            Some((Place::Value(node), vec![edit::replace_value(doc, node, &text)]))
        }
        Kind::Broken if doc.text().trim().is_empty() => {
            let text = object(doc, name, &text);
            Some((Place::Value(node), vec![Edit::replace(super::whole(doc.text()), text)]))
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
    let (list, index) = pointer.rsplit_once('/')?;
    if let Some(node) = doc.find(list)
        && doc.kind(node) == Kind::Array
    {
        if let Some(item) = doc.find(pointer) {
            return Some((Place::Among(node), vec![before(doc, item, json)]));
        }
        let end = index == "-" || index.parse() == Ok(doc.child_count(node));
        return if end { Some((Place::Among(node), edit::insert_item(doc, node, json)?)) } else { None };
    }
    match doc.find(pointer) {
        Some(node) if doc.kind(node) == Kind::Array => {
            Some((Place::Among(node), edit::insert_item(doc, node, json)?))
        }
        Some(node) if doc.kind(node) != Kind::Null => None,
        _ if index == "-" => set(doc, list, &["[", json, "]"].concat()),
        _ => set(doc, pointer, &["[", json, "]"].concat()),
    }
}

/// A new item in front of another, laid out like it.
fn before(doc: &Document, item: NodeId, json: &str) -> Edit {
    let start = doc.span(item).start;
    let text = doc.text().get(..start as usize).unwrap_or_default();
    let line = text.get(text.trim_end_matches([' ', '\t']).len()..).unwrap_or_default();
    let gap = if text.len() == line.len() || text.trim_end_matches([' ', '\t']).ends_with(['\n', '\r']) {
        [if find_text(doc.text(), "\r\n").is_some() { "\r\n" } else { "\n" }, line].concat()
    } else {
        " ".to_owned()
    };
    Edit::insert(start, [&*edit::indented(json, line), ",", &gap].concat())
}

/// An object of one member, in lines if the text has lines.
fn object(doc: &Document, name: &str, json: &str) -> String {
    let key = edit::quote_json(&unescape_token(name));
    let text = doc.text();
    if !text.contains('\n') && !text.trim().is_empty() {
        return ["{", &key, ": ", json, "}"].concat();
    }
    let first = doc.children(NodeId::ROOT).next().and_then(|child| doc.key_span(child));
    let before = first.and_then(|key| text.get(..key.start as usize)).unwrap_or_default();
    let line = before.rsplit(['\n', '\r']).next().unwrap_or_default();
    let unit = if !line.is_empty() && line.trim().is_empty() { line } else { "  " };
    ["{\n", unit, &key, ": ", &edit::indented(json, unit), "\n}"].concat()
}
