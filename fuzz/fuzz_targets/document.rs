//! Reads any bytes; nothing may panic and every place must be one in the text.
#![no_main]

use acklint_document::{Document, Kind, NodeId, ReadOptions, Span, apply_edits, edit};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut doc = Document::new();
    doc.read(bytes, &ReadOptions::default());
    check(&doc);
    let strings: Vec<NodeId> = walk(&doc, NodeId::ROOT).into_iter().filter(|&id| doc.kind(id) == Kind::String).collect();
    for id in strings {
        doc.decode(id);
        if let Some(root) = doc.embed(id) {
            for inner in walk(&doc, root) {
                assert!(doc.span(id).covers(doc.span(inner)));
                assert_eq!(doc.holder(inner), Some(id));
            }
        }
    }
    for defect in doc.defects() {
        let _ = apply_edits(doc.text(), &defect.repair);
    }
});

fn check(doc: &Document) {
    let sound = |span: Span| assert!(doc.text().get(span.range()).is_some());
    for id in walk(doc, NodeId::ROOT) {
        sound(doc.span(id));
        doc.key_span(id).into_iter().for_each(sound);
        if let Some(parent) = doc.parent(id) {
            assert!(doc.span(parent).covers(doc.span(id)));
        }
        let _ = (doc.string(id), doc.integer(id), doc.key(id));
    }
    for defect in doc.defects() {
        sound(defect.span);
        defect.repair.iter().for_each(|edit| sound(edit.span));
    }
    if let Some(last) = walk(doc, NodeId::ROOT).last() {
        let edits = edit::remove_member(doc, *last);
        let _ = apply_edits(doc.text(), &edits);
        let _ = (doc.find(&doc.pointer(*last)), doc.lines().position(doc.span(*last).start));
    }
}

fn walk(doc: &Document, root: NodeId) -> Vec<NodeId> {
    let mut ids = vec![root];
    let mut next = 0;
    while next < ids.len() {
        ids.extend(doc.children(ids[next]));
        next += 1;
    }
    ids
}
