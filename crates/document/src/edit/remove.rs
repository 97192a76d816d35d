//! Taking members and items away.

use super::{begin, blank_line_start, comma_between, line_rest_is_blank};
use crate::{Document, Edit, NodeId, Span};

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
    remove_run(doc, id, id)
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
    let mut nodes = nodes.to_vec();
    nodes.sort_unstable();
    nodes.dedup();
    let mut edits = Vec::new();
    let mut at = 0;
    while let Some(&first) = nodes.get(at) {
        let mut last = first;
        at += 1;
        while let Some(&next) = nodes.get(at)
            && doc.parent(next) == doc.parent(first)
            && doc.node(last).after == next.0
        {
            last = next;
            at += 1;
        }
        // What lies inside something taken away is gone with it.
        while nodes.get(at).is_some_and(|n| n.0 < doc.node(last).after) {
            at += 1;
        }
        edits.extend(remove_run(doc, first, last));
    }
    edits
}

/// Takes neighbours away, from `first` to `last`.
fn remove_run(doc: &Document, first: NodeId, last: NodeId) -> Vec<Edit> {
    let Some(parent) = doc.parent(first) else {
        return Vec::new();
    };
    let (start, end) = (begin(doc, first), doc.node(last).end as usize);
    let (mut previous, mut next) = (None, None);
    for child in doc.children(parent) {
        if child < first {
            previous = Some(doc.node(child).end as usize);
        } else if child > last {
            next = Some(begin(doc, child));
            break;
        }
    }
    let close = doc.node(parent).end.saturating_sub(1) as usize;
    let spans = match (previous, next) {
        (_, Some(next)) => before_next(doc, start, end, next),
        (Some(previous), None) => self::last(doc, previous, start, end, close),
        (None, None) => only(doc, parent, start, end, close),
    };
    let edits = spans.into_iter().map(|(start, end)| Edit::delete(Span::of(start, end)));
    edits.map(|edit| doc.edit_to_source(first, edit)).collect()
}

/// With its comma, up to the next one.
fn before_next(doc: &Document, start: usize, end: usize, next: usize) -> Vec<(usize, usize)> {
    let Some(comma) = comma_between(doc, end, next) else {
        return vec![(start, end)];
    };
    let plain = |from, to| doc.buffer.get(from..to).is_some_and(|gap: &str| gap.trim_ascii().is_empty());
    if plain(end, comma) && plain(comma + 1, next) {
        return vec![(start, next)];
    }
    if plain(end, comma) {
        return vec![(start, comma + 1)];
    }
    vec![(start, end), (comma, comma + 1)]
}

/// With the comma before it, unless one follows.
fn last(doc: &Document, previous: usize, start: usize, end: usize, close: usize) -> Vec<(usize, usize)> {
    let trailing = comma_between(doc, end, close);
    let tail = trailing.map_or(end, |comma| comma + 1);
    let plain = |from, to| doc.buffer.get(from..to).is_some_and(|gap: &str| gap.trim_ascii().is_empty());
    let before = comma_between(doc, previous, start);
    let spared = before.filter(|_| trailing.is_none());
    let whole_tail = trailing.is_none_or(|comma| plain(end, comma));
    if let Some(comma) = before
        && plain(previous, comma)
        && plain(comma + 1, start)
        && whole_tail
    {
        let from = if trailing.is_some() { comma + 1 } else { previous };
        return vec![(from, tail)];
    }
    // The line break before it may go if nothing else is in the line.
    let from = blank_line_start(doc, start).filter(|_| whole_tail && line_rest_is_blank(doc, tail));
    let mut spans: Vec<_> = spared.map(|comma| (comma, comma + 1)).into_iter().collect();
    if whole_tail {
        spans.push((from.unwrap_or(start), tail));
    } else {
        spans.push((start, end));
        spans.extend(trailing.map(|comma| (comma, comma + 1)));
    }
    spans
}

/// With everything between the brackets, if there is no comment.
fn only(doc: &Document, parent: NodeId, start: usize, end: usize, close: usize) -> Vec<(usize, usize)> {
    let open = doc.node(parent).start as usize + 1;
    let comma = comma_between(doc, end, close);
    let rest = comma.map_or(end, |comma| comma + 1);
    let plain = |from, to| doc.buffer.get(from..to).is_some_and(|gap: &str| gap.trim_ascii().is_empty());
    let bare = plain(end, comma.unwrap_or(end));
    if plain(open, start) && bare && plain(rest, close) {
        return vec![(open, close)];
    }
    if bare {
        return vec![(start, rest)];
    }
    let mut spans = vec![(start, end)];
    spans.extend(comma.map(|comma| (comma, comma + 1)));
    spans
}
