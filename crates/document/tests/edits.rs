//! Edits keep layout and comments, and what they make is well formed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail")]

mod common;

use acklint_document::{Document, Edit, Kind, NodeId, apply_edits, edit};
use common::ids;

fn apply(doc: &Document, edits: &[Edit]) -> String {
    apply_edits(doc.text(), edits).expect("edits that fit")
}

fn removed(text: &str, pointer: &str) -> String {
    let doc = Document::parse(text);
    apply(&doc, &edit::remove_member(&doc, doc.find(pointer).unwrap()))
}

#[test]
fn members_and_items_go_with_their_comma() {
    for (text, pointer, expected) in [
        (r#"{"a": 1, "b": 2}"#, "/a", r#"{"b": 2}"#),
        (r#"{"a": 1, "b": 2}"#, "/b", r#"{"a": 1}"#),
        (r#"{ "a": 1 }"#, "/a", "{}"),
        ("[1, 2, 3]", "/1", "[1, 3]"),
        ("[1, 2,]", "/1", "[1,]"),
        ("{\n  \"a\": 1,\n  \"b\": 2\n}", "/a", "{\n  \"b\": 2\n}"),
        ("{\n  \"a\": 1,\n  \"b\": 2\n}", "/b", "{\n  \"a\": 1\n}"),
        ("{\n  \"a\": 1, // one\n  \"b\": 2 // two\n}", "/a", "{\n   // one\n  \"b\": 2 // two\n}"),
        ("{\n  \"a\": 1, // one\n  \"b\": 2\n}", "/b", "{\n  \"a\": 1 // one\n}"),
        ("{ /* x */ \"a\": 1 }", "/a", "{ /* x */  }"),
        (r#"{"c": "{\"a\":1,\"b\":2}"}"#, "/c", "{}"),
    ] {
        assert_eq!(removed(text, pointer), expected, "{text}");
    }
}

#[test]
fn additions_take_the_layout_around_them() {
    let member = |text: &str| {
        let doc = Document::parse(text);
        apply(&doc, &edit::insert_member(&doc, NodeId::ROOT, "k", "true").unwrap())
    };
    assert_eq!(member("{}"), r#"{"k":true}"#);
    assert_eq!(member("{ \"a\" : 1 }"), "{ \"a\" : 1, \"k\" : true }");
    assert_eq!(member("{\n}"), "{\n  \"k\": true\n}");
    assert_eq!(member("{\n    \"a\":1,\n}"), "{\n    \"a\":1,\n    \"k\":true,\n}");
    assert_eq!(member("{\r\n\t\"a\": 1 // x\r\n}"), "{\r\n\t\"a\": 1, // x\r\n\t\"k\": true\r\n}");
    assert_eq!(member("{\n  \"a\": 1, // x\n}"), "{\n  \"a\": 1, // x\n  \"k\": true,\n}");
    assert_eq!(member("{ \"a\": 1 /* x */ }"), "{ \"a\": 1, /* x */ \"k\": true }");
    assert_eq!(member("{ \"a\": 1 /* x */ // y\n}"), "{ \"a\": 1, /* x */ // y\n\"k\": true\n}");
    let doc = Document::parse("{\n  \"tags\": [\n    {\n      \"key\": 1\n    }\n  ],\n  \"o\": {}\n}");
    let item = edit::insert_item(&doc, doc.find("/tags").unwrap(), "{\n  \"key\": 2\n}").unwrap();
    let inner = edit::insert_member(&doc, doc.find("/o").unwrap(), "k", "1").unwrap();
    assert_eq!(
        apply(&doc, &[item, inner].concat()),
        "{\n  \"tags\": [\n    {\n      \"key\": 1\n    },\n    {\n      \"key\": 2\n    }\n  ],\n  \"o\": {\n    \"k\": 1\n  }\n}"
    );
}

#[test]
fn strings_in_strings_are_edited_in_place() {
    let mut doc = Document::parse(r#"{"config": "{\"type\":\"internet\",\"n\":1}"}"#);
    let config = doc.get(NodeId::ROOT, "config").unwrap();
    let root = doc.embed(config).unwrap();
    let kind = doc.get(root, "type").unwrap();
    let mut edits = vec![
        edit::replace_value(&doc, kind, "\"intranet\""),
        edit::rename_key(&doc, doc.get(root, "n").unwrap(), "m").unwrap(),
    ];
    edits.extend(edit::insert_member(&doc, root, "k", "\"v\"").unwrap());
    assert_eq!(apply(&doc, &edits), r#"{"config": "{\"type\":\"intranet\",\"m\":1,\"k\":\"v\"}"}"#);
    assert_eq!(apply(&doc, &edit::remove_member(&doc, kind)), r#"{"config": "{\"n\":1}"}"#);
}

#[test]
fn every_edit_of_the_sample_is_well_formed() {
    let sample = apply(
        &Document::parse(common::PAGE_SAMPLE),
        &Document::parse(common::PAGE_SAMPLE).defects()[0].repair,
    );
    let compact = serde_json::from_str::<serde_json::Value>(&common::clean_sample()).unwrap().to_string();
    for text in [sample, compact] {
        let doc = Document::parse(&text);
        let comments = |inside: Option<NodeId>| {
            let gone = |span| inside.is_some_and(|id| doc.span(id).covers(span));
            doc.comments().iter().filter(|&&span| !gone(span)).count()
        };
        let check = |edits: &[Edit], what: &str, gone: Option<NodeId>| {
            let result = apply(&doc, edits);
            let after = Document::parse(&result);
            assert_eq!(after.defects(), [], "{what}: {result}");
            assert_eq!(after.comments().len(), comments(gone), "{what}");
            after
        };
        for id in ids(&doc) {
            let pointer = doc.pointer(id);
            if let Some(parent) = doc.parent(id) {
                let after = check(&edit::remove_member(&doc, id), &pointer, Some(id));
                let parent = after.find(&doc.pointer(parent)).unwrap();
                assert_eq!(after.child_count(parent) + 1, doc.child_count(doc.parent(id).unwrap()));
            }
            if doc.child_count(id) == 0 {
                check(&[edit::replace_value(&doc, id, "{\n  \"x\": 1\n}")], &pointer, None);
            }
            if let Some(edit) = edit::rename_key(&doc, id, "renamed \"key\"") {
                check(&[edit], &pointer, None);
            }
            let added = match doc.kind(id) {
                Kind::Object => edit::insert_member(&doc, id, "added", "[1]"),
                Kind::Array => edit::insert_item(&doc, id, "{\"added\": 1}"),
                _ => continue,
            };
            let after = check(&added.unwrap(), &pointer, None);
            let grown = after.find(&pointer).unwrap();
            assert_eq!(after.child_count(grown), doc.child_count(id) + 1);
        }
    }
}
