//! Promises that hold for every text, tried on requests broken by machine.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail")]

mod common;

use acklint_document::{DefectKind, Document, Edit, Kind, ReadOptions, apply_edits};
use common::{PAGE_SAMPLE, all_repairs, check_invariants, clean_sample, shape};
use proptest::prelude::*;

/// Pieces that make trouble when they stand in the wrong place.
const TOKENS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "'",
    "\\",
    "\n",
    " ",
    "/*",
    "*/",
    "//",
    "#",
    "“",
    "”",
    "，",
    "：",
    "｛",
    "］",
    "true",
    "True",
    "null",
    "1",
    "-",
    "007",
    "1e",
    "\"a\"",
    "\"a\": ",
    "${X}",
    "{{ x }}",
    "<n>",
    "=",
    ";",
    "\\u",
    "\\q",
    "\\ud800",
    "\t",
    "\u{0}",
    "é",
    "😀",
    "\r\n",
    "\u{a0}",
    "\"{\"a\":\"b\"}\"",
    "x",
    "`",
];

#[derive(Clone, Debug)]
enum Change {
    Delete(prop::sample::Index, usize),
    Insert(prop::sample::Index, usize),
    Replace(prop::sample::Index, usize),
    DeleteToken(prop::sample::Index),
}

fn change() -> impl Strategy<Value = Change> {
    let place = any::<prop::sample::Index>;
    prop_oneof![
        (place(), 1..4_usize).prop_map(|(at, len)| Change::Delete(at, len)),
        (place(), 0..TOKENS.len()).prop_map(|(at, token)| Change::Insert(at, token)),
        (place(), 0..TOKENS.len()).prop_map(|(at, token)| Change::Replace(at, token)),
        place().prop_map(Change::DeleteToken),
    ]
}

/// Cuts of a request: small texts fail in ways one can read.
fn seed() -> impl Strategy<Value = String> {
    let fragments = [
        clean_sample(),
        PAGE_SAMPLE.to_owned(),
        "{\n  \"a\": [\n    {\"b\": 1, \"c\": \"x\"},\n    2\n  ],\n  \"d\": {\n    \"e\": true\n  }\n}\n"
            .to_owned(),
        "{\"a\":{\"b\":[1,2,\"c\"],\"config\":\"{\\\"x\\\":\\\"y\\\"}\"},\"d\":null}".to_owned(),
        "[\"a\", -1.5e3, {\"k\": [], \"v\": {}}]".to_owned(),
    ];
    (0..fragments.len(), any::<prop::sample::Index>()).prop_map(move |(which, at)| {
        let text = &fragments[which];
        if which > 1 {
            return text.clone();
        }
        // A window of a few lines around some place.
        let lines: Vec<_> = text.lines().collect();
        let first = at.index(lines.len());
        lines[first..(first + 12).min(lines.len())].join("\n")
    })
}

fn mutate(text: &str, changes: &[Change]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for change in changes {
        let len = bytes.len();
        match change {
            Change::Delete(at, count) if len > 0 => {
                let at = at.index(len);
                bytes.drain(at..(at + count).min(len));
            }
            Change::Insert(at, token) => {
                let at = at.index(len + 1);
                bytes.splice(at..at, TOKENS[*token].bytes());
            }
            Change::Replace(at, token) if len > 0 => {
                let at = at.index(len);
                bytes.splice(at..=at, TOKENS[*token].bytes());
            }
            Change::DeleteToken(at) => {
                let places: Vec<_> = (0..len).filter(|&at| b"{}[],:\"".contains(&bytes[at])).collect();
                if !places.is_empty() {
                    bytes.remove(places[at.index(places.len())]);
                }
            }
            _ => {}
        }
    }
    bytes
}

fn check(bytes: &[u8]) {
    let doc = Document::parse_bytes(bytes);
    check_invariants(&doc);
    if let (Ok(text), true) =
        (std::str::from_utf8(bytes), doc.defects().is_empty() && doc.comments().is_empty())
    {
        assert!(is_json(text), "no defect, but {text:?}");
    }
    let valid = serde_json::from_slice::<serde_json::Value>(bytes).is_ok();
    assert!(!valid || doc.defects().is_empty(), "a defect in {:?}: {:?}", doc.text(), doc.defects());
}

/// Whether `serde_json` takes the text, or would if it had larger numbers.
fn is_json(text: &str) -> bool {
    let read = serde_json::from_str::<serde_json::Value>(text);
    read.map_or_else(|error| error.to_string().contains("out of range"), |_| true)
}

/// A text all of whose defects can be repaired reads without defects afterwards, and gives the same tree.
fn check_repair(bytes: &[u8]) {
    let doc = Document::parse_bytes(bytes);
    let Some(repairs) = all_repairs(&doc).filter(|_| doc.defects().len() < 1000) else {
        return;
    };
    let text = doc.text();
    let repaired = apply_edits(text, &repairs).unwrap_or_else(|| panic!("clash in {text:?}: {repairs:?}"));
    let again = Document::parse(&repaired);
    let kinds: Vec<DefectKind> = doc.defects().iter().map(|defect| defect.kind).collect();
    assert_eq!(again.defects(), [], "{text:?} {kinds:?} became {repaired:?}");
    let edits: Vec<_> = again.comments().iter().map(|&span| Edit::replace(span, " ")).collect();
    let plain = apply_edits(&repaired, &edits).unwrap();
    assert!(is_json(&plain), "{text:?} {kinds:?} became {plain:?}");
}

fn strings_in_strings(bytes: &[u8]) {
    let mut doc = Document::parse_bytes(bytes);
    for id in common::ids(&doc) {
        let Some(value) = doc.string(id).map(std::borrow::Cow::into_owned) else { continue };
        doc.decode(id);
        assert_eq!(doc.string(id).as_deref(), Some(value.as_str()));
        let root = doc.embed(id).unwrap();
        assert_eq!((doc.embed(id), doc.embedded(id), doc.holder(root)), (Some(root), Some(root), Some(id)));
        let alone = Document::parse(&value);
        // A whole text of control characters counts as binary; a string is text in any case.
        if alone.kind(acklint_document::NodeId::ROOT) != Kind::Broken {
            assert_eq!(shape(&doc, root), shape(&alone, acklint_document::NodeId::ROOT));
        }
        for inner in doc.children(root) {
            let place = doc.span(inner);
            assert!(doc.span(id).covers(place), "inside the string");
            assert!(doc.text().get(place.range()).is_some());
        }
        for defect in doc.embedded_defects(id) {
            assert!(doc.span(id).covers(defect.span));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn broken_requests_keep_the_promises(text in seed(), changes in prop::collection::vec(change(), 0..5)) {
        check(&mutate(&text, &changes));
    }

    #[test]
    fn repairs_repair(text in seed(), change in change()) {
        check_repair(&mutate(&text, &[change]));
    }

    #[test]
    fn strings_hold_documents(text in seed(), changes in prop::collection::vec(change(), 0..3)) {
        strings_in_strings(&mutate(&text, &changes));
    }

    #[test]
    fn any_tokens_keep_the_promises(tokens in prop::collection::vec(0..TOKENS.len(), 0..40)) {
        let text: String = tokens.iter().map(|&token| TOKENS[token]).collect();
        check(text.as_bytes());
        strings_in_strings(text.as_bytes());
    }

    #[test]
    fn any_bytes_keep_the_promises(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check_invariants(&Document::parse_bytes(&bytes));
    }

    #[test]
    fn reuse_equals_fresh(
        first in seed(),
        text in seed(),
        changes in prop::collection::vec(change(), 0..3),
    ) {
        let bytes = mutate(&text, &changes);
        let mut reused = Document::parse(&first);
        let strings: Vec<_> = common::ids(&reused);
        for id in strings {
            reused.embed(id);
        }
        reused.read(&bytes, &ReadOptions::default());
        let fresh = Document::parse_bytes(&bytes);
        prop_assert_eq!(reused.text(), fresh.text());
        prop_assert_eq!(reused.defects(), fresh.defects());
        prop_assert_eq!(reused.comments(), fresh.comments());
        prop_assert_eq!(reused.len(), fresh.len());
        let root = acklint_document::NodeId::ROOT;
        prop_assert_eq!(shape(&reused, root), shape(&fresh, root));
    }
}
