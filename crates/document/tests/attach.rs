//! A text beside the source: part of the tree, but of no place.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use acklint_document::{Document, NodeId, Span};

const SOURCE: &str = r#"{"a": "\u0061b", "config": "{\"x\":1}"}"#;

#[test]
fn what_is_attached_stands_nowhere() {
    let mut doc = Document::parse(SOURCE);
    let last = doc.len();
    let root = doc.attach(r#"{"rows": [{"id": "v\u002d1", "inner": "{\"y\":2}"}]}"#).unwrap();
    assert_eq!((doc.attached(), root.index()), (Some(root), last));
    let row = doc.children(doc.get(root, "rows").unwrap()).next().unwrap();
    let id = doc.get(row, "id").unwrap();
    doc.decode(id);
    assert_eq!(doc.string(id).as_deref(), Some("v-1"));
    let inner = doc.get(row, "inner").unwrap();
    let y = doc.embed(inner).unwrap();
    for node in [root, row, id, inner, y] {
        assert!(doc.is_attached(node));
        assert_eq!(doc.span(node), Span::at(0));
    }
    assert_eq!(doc.inner_span(id, 1..2), Span::at(0));
    assert!(doc.is_incomplete(root) && doc.is_incomplete(row) && !doc.is_incomplete(NodeId::ROOT));
    assert_eq!(doc.parent(root), None);
    assert_eq!(doc.holder(root), None);
    assert_eq!(doc.text(), SOURCE);
}

#[test]
fn the_source_stays_what_it_was() {
    let mut doc = Document::parse(SOURCE);
    doc.attach("{}").unwrap();
    let config = doc.get(NodeId::ROOT, "config").unwrap();
    let embedded = doc.embed(config).unwrap();
    assert!(!doc.is_attached(config) && !doc.is_attached(embedded));
    assert_eq!(&doc.text()[doc.span(embedded).range()], r#"{\"x\":1}"#);
    assert_eq!(doc.attach("{}"), None, "one text can be attached");
    doc.read(b"{}", &acklint_document::ReadOptions::default());
    assert_eq!((doc.attached(), doc.len()), (None, 1));
}

#[test]
fn a_broken_text_leaves_nothing_behind() {
    let mut doc = Document::new();
    for broken in ["", "{", "{\"a\": }", "[1 2]"] {
        assert_eq!(doc.attach(broken), None, "{broken}");
        assert_eq!((doc.len(), doc.attached()), (1, None));
    }
    assert!(doc.attach("[]").is_some());
}
