//! What every test may ask of a document.
#![allow(dead_code, reason = "not every test uses everything")]
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use acklint_document::{Document, Edit, Kind, NodeId, Span, apply_edits};

pub(crate) const PAGE_SAMPLE: &str = include_str!("../page-sample.jsonc");

/// Ids of the source's own nodes, in text order.
pub(crate) fn ids(doc: &Document) -> Vec<NodeId> {
    let mut ids = vec![NodeId::ROOT];
    let mut at = 0;
    let mut stack = vec![doc.children(NodeId::ROOT)];
    while let Some(children) = stack.last_mut() {
        if let Some(id) = children.next() {
            ids.push(id);
            stack.push(doc.children(id));
            at += 1;
        } else {
            stack.pop();
        }
    }
    assert_eq!(at + 1, ids.len());
    ids
}

/// The promises of the crate that hold for every text whatsoever.
pub(crate) fn check_invariants(doc: &Document) {
    let text = doc.text();
    let sound = |span: Span, what: &str| {
        assert!(
            text.get(span.range()).is_some(),
            "{what} {span:?} outside of the text or inside a character"
        );
    };
    let ids = ids(doc);
    for &id in &ids {
        let span = doc.span(id);
        sound(span, "value");
        if let Some(key) = doc.key_span(id) {
            sound(key, "key");
            assert!(key.end <= span.start, "a key stands before its value");
        }
        if let Some(parent) = doc.parent(id) {
            assert!(doc.span(parent).covers(span), "a parent covers its children");
            assert_eq!(doc.key_span(id).is_some(), doc.kind(parent) == Kind::Object);
            assert_eq!(doc.item_index(id).is_some(), doc.kind(parent) == Kind::Array);
        } else {
            assert_eq!(id, NodeId::ROOT);
        }
        let mut end = span.start;
        for (index, child) in doc.children(id).enumerate() {
            assert_eq!(doc.parent(child), Some(id));
            let begin = doc.key_span(child).unwrap_or(doc.span(child)).start;
            assert!(end <= begin, "children stand in order");
            end = doc.span(child).end;
            assert!(doc.item_index(child).is_none_or(|item| item as usize == index));
        }
        assert_eq!(doc.child_count(id) as usize, doc.children(id).count());
        if let Some(value) = doc.string(id) {
            let whole = doc.inner_span(id, 0..value.len());
            assert!(span.covers(whole));
        }
    }
    for id in ids.iter().copied().take(200) {
        let found = doc.find(&doc.pointer(id));
        assert!(found == Some(id) || has_repeated_key(doc, id), "a pointer leads back");
    }
    for defect in doc.defects() {
        sound(defect.span, "defect");
        defect.related.into_iter().for_each(|span| sound(span, "related"));
        defect.repair.iter().for_each(|edit| sound(edit.span, "edit"));
    }
    assert!(doc.defects().is_sorted_by_key(|defect| defect.span.start));
    doc.comments().iter().for_each(|&span| sound(span, "comment"));
    assert!(doc.comments().is_sorted());
    assert!(doc.defects().len() <= 1000);
}

fn has_repeated_key(doc: &Document, id: NodeId) -> bool {
    std::iter::successors(Some(id), |&id| doc.parent(id)).any(|id| {
        let Some(parent) = doc.parent(id) else { return false };
        doc.children(parent).filter(|&other| doc.key(other) == doc.key(id)).count() > 1
    })
}

/// All repairs of all defects, or `None` if some defect has none.
pub(crate) fn all_repairs(doc: &Document) -> Option<Vec<Edit>> {
    let complete = doc.defects().iter().all(|defect| !defect.repair.is_empty());
    complete.then(|| doc.defects().iter().flat_map(|defect| defect.repair.clone()).collect())
}

/// The tree as one line: compact JSON with `?` for what cannot be read, keys and strings decoded.
pub(crate) fn shape(doc: &Document, id: NodeId) -> String {
    let children = || doc.children(id).map(|child| shape(doc, child)).collect::<Vec<_>>().join(",");
    let value = match doc.kind(id) {
        Kind::Object => format!("{{{}}}", children()),
        Kind::Array => format!("[{}]", children()),
        Kind::String => acklint_document::edit::quote_json(&doc.string(id).unwrap_or_default()),
        Kind::Broken => "?".to_owned(),
        _ => doc.raw(id).to_owned(),
    };
    match doc.key(id) {
        Some(key) => format!("{}:{value}", acklint_document::edit::quote_json(&key)),
        None => value,
    }
}

/// The page's sample as plain JSON: repaired, without comments.
pub(crate) fn clean_sample() -> String {
    let doc = Document::parse(PAGE_SAMPLE);
    let mut edits = all_repairs(&doc).unwrap();
    edits.extend(doc.comments().iter().map(|&span| Edit::delete(span)));
    apply_edits(doc.text(), &edits).unwrap()
}
