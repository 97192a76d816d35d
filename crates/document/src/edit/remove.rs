//! Taking members and items away.

use super::{begin, blank_line_start, comma_between, line_rest_is_blank, node};
use crate::{Document, Edit, NodeId, Span, sort_few};

/// Takes a member or an item away, with the comma that belongs to it. Comments stay where they are. Nothing can
/// be taken from a root: then there are no edits.
///
/// ```
/// use acklint_document::{Document, apply_edits, edit};
/// let doc = Document::parse("{\n  \"a\": 1, // one\n  \"b\": 2\n}");
/// let b = doc.find("/b").unwrap();
/// let text = apply_edits(doc.text(), &edit::remove_member(&doc, b));
/// assert_eq!(text.as_deref(), Some("{\n  \"a\": 1 // one\n}"));
/// ```
pub fn remove_member(doc: &Document, id: NodeId) -> Vec<Edit> {
    remove_all(doc, &[id])
}

/// Takes several members or items away at once. Edits of neighbours taken one by one would be at odds over the
/// comma between them.
///
/// ```
/// use acklint_document::{Document, apply_edits, edit};
/// let doc = Document::parse(r#"{"a": 1, "b": 2, "c": 3}"#);
/// let nodes = ["/b", "/c"].map(|p| doc.find(p).unwrap());
/// let text = apply_edits(doc.text(), &edit::remove_all(&doc, &nodes));
/// assert_eq!(text.as_deref(), Some(r#"{"a": 1}"#));
/// ```
pub fn remove_all(doc: &Document, nodes: &[NodeId]) -> Vec<Edit> {
    let mut edits = Vec::new();
    each_removed(doc, &mut nodes.to_vec(), &mut |span| edits.push(Edit::delete(span)));
    edits
}

/// Calls `f` with the places that [`remove_all`] deletes, in text order; `nodes` are sorted.
pub fn each_removed(doc: &Document, nodes: &mut [NodeId], f: &mut dyn FnMut(Span)) {
    sort_few(nodes, |one, other| one > other);
    let mut at = 0;
    while let Some(&first) = nodes.get(at) {
        let mut last = first;
        at += 1;
        while let Some(&next) = nodes.get(at)
            && (next == last
                || doc.parent(next) == doc.parent(first) && node(doc, last).after == next.number())
        {
            last = next;
            at += 1;
        }
        // What lies inside something taken away is gone with it.
        while nodes.get(at).is_some_and(|n| n.number() < node(doc, last).after) {
            at += 1;
        }
        remove_run(doc, first, last, f);
    }
}

/// Takes neighbours away, from `first` to `last`.
fn remove_run(doc: &Document, first: NodeId, last: NodeId, f: &mut dyn FnMut(Span)) {
    let Some(parent) = doc.parent(first) else { return };
    let (start, end) = (begin(doc, first), node(doc, last).end as usize);
    let (open, close) =
        (node(doc, parent).start as usize + 1, node(doc, parent).end.saturating_sub(1) as usize);
    let next = node(doc, last).after;
    let next = (next < node(doc, parent).after).then(|| begin(doc, NodeId::at(next)));
    // The comma behind goes in any case; with it what stands before it, if that is no comment.
    let comma = comma_between(doc, end, next.unwrap_or(close));
    let tail = comma.map_or(end, |comma| comma + 1);
    let bare = is_blank(doc, end, comma.unwrap_or(end));
    let (mut from, mut to) = (start, tail);
    if let Some(next) = next {
        if comma.is_some() && is_blank(doc, tail, next) {
            to = next;
        }
    } else if let Some(previous) = before(doc, parent, first) {
        let previous = node(doc, previous).end as usize;
        match comma_between(doc, previous, start) {
            Some(before) if bare && is_blank(doc, previous, before) && is_blank(doc, before + 1, start) => {
                from = if comma.is_some() { before + 1 } else { previous };
            }
            before => {
                // One comma too many is left, unless one follows.
                if let (Some(before), None) = (before, comma) {
                    tell(doc, f, before, before + 1);
                }
                // The line break before it may go if nothing else is in the line.
                let line = blank_line_start(doc, start).filter(|_| line_rest_is_blank(doc, tail));
                from = line.unwrap_or(start);
            }
        }
    } else if is_blank(doc, open, start) && is_blank(doc, tail, close) {
        // Everything between the brackets.
        (from, to) = (open, close);
    }
    if bare {
        return tell(doc, f, from, to);
    }
    tell(doc, f, start, end);
    if let Some(comma) = comma {
        tell(doc, f, comma, comma + 1);
    }
}

/// The neighbour before a child: the one that the node before it is, or lies in.
fn before(doc: &Document, parent: NodeId, child: NodeId) -> Option<NodeId> {
    let mut at = NodeId::at(child.number().wrapping_sub(1));
    while at != parent {
        let above = doc.parent(at)?;
        if above == parent {
            return Some(at);
        }
        at = above;
    }
    None
}

/// Calls `f` with the place in the source.
#[inline(never)]
fn tell(doc: &Document, f: &mut dyn FnMut(Span), start: usize, end: usize) {
    f(doc.source_span(start as u32, end as u32));
}

fn is_blank(doc: &Document, from: usize, to: usize) -> bool {
    doc.part(from, to).is_some_and(|gap| gap.bytes().all(|byte| byte.is_ascii_whitespace()))
}
