//! On JSON as it should be, the tree is what `serde_json` reads.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail")]

use acklint_document::{Document, Kind, NodeId, ReadOptions};
use proptest::prelude::*;
use serde_json::Value;

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_filter("finite", |number| number.is_finite()).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[a-z\"\\\\\n\t/\u{1}é😀]{0,40}".prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner.clone(), 0..8)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
            prop::collection::btree_map("[a-z_]{1,12}", inner, 0..8)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

fn compare(doc: &Document, id: NodeId, value: &Value) {
    match value {
        Value::Null => assert_eq!(doc.kind(id), Kind::Null),
        Value::Bool(true) => assert_eq!(doc.kind(id), Kind::True),
        Value::Bool(false) => assert_eq!(doc.kind(id), Kind::False),
        Value::Number(number) => {
            assert_eq!(doc.number(id), Some(number.to_string().as_str()));
            assert_eq!(doc.integer(id), number.as_i64());
        }
        Value::String(text) => assert_eq!(doc.string(id).as_deref(), Some(text.as_str())),
        Value::Array(items) => {
            assert_eq!((doc.kind(id), doc.child_count(id) as usize), (Kind::Array, items.len()));
            doc.children(id).zip(items).for_each(|(child, item)| compare(doc, child, item));
        }
        Value::Object(members) => {
            assert_eq!((doc.kind(id), doc.child_count(id) as usize), (Kind::Object, members.len()));
            for (child, (key, member)) in doc.children(id).zip(members) {
                assert_eq!(doc.key(child).as_deref(), Some(key.as_str()));
                assert_eq!(doc.get(id, key), Some(child));
                compare(doc, child, member);
            }
        }
    }
    let text = &doc.text()[doc.span(id).range()];
    // Reading a long fraction may change its last digit.
    if value.is_i64() || value.is_u64() || value.is_string() {
        assert_eq!(&serde_json::from_str::<Value>(text).unwrap(), value, "the span holds the value");
    } else {
        assert!(serde_json::from_str::<Value>(text).is_ok(), "the span holds a value");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn valid_json_reads_alike(value in value()) {
        let mut doc = Document::new();
        for text in [serde_json::to_string(&value).unwrap(), serde_json::to_string_pretty(&value).unwrap()] {
            doc.read(text.as_bytes(), &ReadOptions::default());
            prop_assert_eq!(doc.defects(), []);
            compare(&doc, NodeId::ROOT, &value);
        }
    }

    #[test]
    fn a_string_in_a_string_reads_alike(value in value()) {
        let inner = serde_json::to_string(&value).unwrap();
        let text = serde_json::to_string(&serde_json::json!({ "config": inner })).unwrap();
        let mut doc = Document::parse(&text);
        let config = doc.get(NodeId::ROOT, "config").unwrap();
        let root = doc.embed(config).unwrap();
        prop_assert_eq!(doc.embedded_defects(config), []);
        assert_eq!(doc.string(config).as_deref(), Some(inner.as_str()));
        for child in doc.children(root) {
            let span = doc.span(child);
            let source = format!("\"{}\"", &text[span.range()]);
            let decoded: String = serde_json::from_str(&source).unwrap();
            let of_string = doc.kind(child) == Kind::String;
            let raw = if of_string { format!("\"{}\"", doc.raw(child)) } else { doc.raw(child).to_owned() };
            prop_assert_eq!(decoded, raw, "the span, unescaped, is the inner text");
        }
    }
}
