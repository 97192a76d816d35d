//! One row per fault: the text, what is wrong and where, the repaired text, and the tree.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail")]

mod common;

use acklint_document::DefectKind::{self, *};
use acklint_document::{Document, Kind, NodeId, ReadOptions, apply_edits};
use common::{all_repairs, check_invariants, shape};

/// A text in which each fault is marked `⟦…⟧`, the kinds of the faults, the repaired text, or "" if the repair
/// is not mechanical, and the tree.
type Row = (&'static str, &'static [DefectKind], &'static str, &'static str);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    // Commas.
    (r#"{"a":true⟦⟧ "b":2}"#, &[MissingComma], r#"{"a":true, "b":2}"#, r#"{"a":true,"b":2}"#),
    ("{\"a\":1⟦⟧ // c\n\"b\":2}", &[MissingComma], "{\"a\":1, // c\n\"b\":2}", r#"{"a":1,"b":2}"#),
    ("[1⟦⟧ \"x\"⟦⟧ []]", &[MissingComma, MissingComma], "[1, \"x\", []]", r#"[1,"x",[]]"#),
    (r#"{"a":1⟦;⟧"b":2}"#, &[MissingComma], r#"{"a":1,"b":2}"#, r#"{"a":1,"b":2}"#),
    ("[1,⟦, ,⟧2]", &[ExtraComma], "[1,2]", "[1,2]"),
    (r#"{⟦,⟧"a":1}"#, &[ExtraComma], r#"{"a":1}"#, r#"{"a":1}"#),
    (r#"{"a":[1⟦,⟧]⟦,⟧}"#, &[TrailingComma, TrailingComma], r#"{"a":[1]}"#, r#"{"a":[1]}"#),
    // Colons, keys and values.
    (r#"{"a"⟦⟧ 1}"#, &[MissingColon], r#"{"a": 1}"#, r#"{"a":1}"#),
    (r#"{"a" ⟦=⟧ 1, "b"⟦=>⟧2}"#, &[MissingColon, MissingColon], r#"{"a" : 1, "b":2}"#, r#"{"a":1,"b":2}"#),
    (r#"{"a":⟦⟧ , "b":⟦⟧ }"#, &[MissingValue, MissingValue], "", r#"{"a":?,"b":?}"#),
    (r#"{"a"⟦⟧, "b":1}"#, &[MissingValue], "", r#"{"a":?,"b":1}"#),
    ("{\"a\":⟦⟧\n\"b\":1}", &[MissingValue], "", r#"{"a":?,"b":1}"#),
    (r#"{⟦⟧: 1, "b":2}"#, &[MissingKey], "", r#"{"":1,"b":2}"#),
    ("{⟦a⟧: 1, ⟦b-c⟧: 2}", &[UnquotedKey, UnquotedKey], r#"{"a": 1, "b-c": 2}"#, r#"{"a":1,"b-c":2}"#),
    (r#"{⟦b"⟧: 1}"#, &[UnquotedKey], r#"{"b": 1}"#, r#"{"b":1}"#),
    ("{\"a\": ⟦1.16.9-aliyun.1⟧}", &[UnquotedString], r#"{"a": "1.16.9-aliyun.1"}"#, r#"{"a":"1.16.9-aliyun.1"}"#),
    ("[⟦hello world⟧, ⟦x\"⟧]", &[UnquotedString, UnquotedString], r#"["hello world", "x"]"#, r#"["hello world","x"]"#),
    ("[⟦True⟧, ⟦None⟧, ⟦NULL⟧]", &[ForeignWord; 3], "[true, null, null]", "[True,None,NULL]"),
    ("[⟦007⟧,⟦+5⟧,⟦.5⟧,⟦5.⟧,⟦-.5⟧]", &[BadNumber; 5], "[7,5,0.5,5,-0.5]", "[007,+5,.5,5.,-.5]"),
    ("[⟦0x1F⟧,⟦NaN⟧,⟦-Infinity⟧,⟦1e⟧]", &[BadNumber; 4], "", "[0x1F,?,?,1e]"),
    ("[⟦${COUNT}⟧, ⟦{{ .n }}⟧, ⟦<n>⟧, ⟦$VAR⟧]", &[TemplateHole; 4], "", "[?,?,?,?]"),
    // Strings.
    (r#"[⟦'it"s'⟧, ⟦'it\'s'⟧]"#, &[SingleQuotes, SingleQuotes], r#"["it\"s", "it's"]"#, r#"["it\"s","it's"]"#),
    (r#"["a⟦\q⟧b"]"#, &[BadEscape], r#"["a\\qb"]"#, r#"["a\\qb"]"#),
    (r#"["⟦\ud800⟧", "⟦\u12⟧"]"#, &[BadEscape, BadEscape], "", r#"["\\ud800","\\u12"]"#),
    ("[\"a⟦\t⟧b\"]", &[ControlCharacter], r#"["a\tb"]"#, r#"["a\tb"]"#),
    ("{\"a\": \"#!/bin/sh⟦\n⟧echo\n\",\n\"b\":1}", &[ControlCharacter],
        "{\"a\": \"#!/bin/sh\\necho\\n\",\n\"b\":1}", r##"{"a":"#!/bin/sh\necho\n","b":1}"##),
    ("{\"a\": ⟦\"abc⟧,\n \"b\": 1}", &[UnterminatedString], "{\"a\": \"abc\",\n \"b\": 1}", r#"{"a":"abc","b":1}"#),
    ("{⟦\"key⟧: 1,\n \"b\": 1}", &[UnterminatedString], "{\"key\": 1,\n \"b\": 1}", r#"{"key":1,"b":1}"#),
    (r#"{"a":⟦"x⟧,"b":2}"#, &[UnterminatedString], r#"{"a":"x","b":2}"#, r#"{"a":"x","b":2}"#),
    (r#"{⟦"a⟧:1,"b":2}"#, &[UnterminatedString], r#"{"a":1,"b":2}"#, r#"{"a":1,"b":2}"#),
    (r#"{"config":⟦"{"A":"true"}"⟧,"b":1}"#, &[UnescapedQuotes],
        r#"{"config":"{\"A\":\"true\"}","b":1}"#, r#"{"config":"{\"A\":\"true\"}","b":1}"#),
    (r#"{"a":⟦"say "hi" now"⟧}"#, &[UnescapedQuotes], r#"{"a":"say \"hi\" now"}"#, r#"{"a":"say \"hi\" now"}"#),
    ("{⟦“a”⟧⟦：⟧1⟦，⟧\"b⟦”⟧:2}", &[FullWidthPunctuation; 4], r#"{"a":1,"b":2}"#, r#"{"a":1,"b":2}"#),
    ("⟦｛⟧\"a\":⟦［⟧1⟦］⟧⟦｝⟧", &[FullWidthPunctuation; 4], r#"{"a":[1]}"#, r#"{"a":[1]}"#),
    // Brackets.
    (r#"{"a":["x"⟦⟧ }"#, &[UnclosedArray], r#"{"a":["x"] }"#, r#"{"a":["x"]}"#),
    (r#"{"a":["x" ⟦}⟧, "b":1}"#, &[WrongCloser], r#"{"a":["x" ], "b":1}"#, r#"{"a":["x"],"b":1}"#),
    (r#"{"a":1 ⟦]⟧"#, &[WrongCloser], r#"{"a":1 }"#, r#"{"a":1}"#),
    (r#"{"o":{"a":["x"⟦⟧ }, "b":1}"#, &[UnclosedArray], r#"{"o":{"a":["x"] }, "b":1}"#, r#"{"o":{"a":["x"]},"b":1}"#),
    (r#"{"a":{"b":1}⟦}⟧,"c":2}"#, &[ExtraCloser], r#"{"a":{"b":1},"c":2}"#, r#"{"a":{"b":1},"c":2}"#),
    (r#"{"a":1}⟦}⟧"#, &[ExtraCloser], r#"{"a":1}"#, r#"{"a":1}"#),
    (r#"{"a":{"b":[1,2⟦⟧,"#, &[UnclosedArray], r#"{"a":{"b":[1,2]}}"#, r#"{"a":{"b":[1,2]}}"#),
    (r#"[{"a":1⟦⟧, {"b":2}]"#, &[UnclosedObject], r#"[{"a":1}, {"b":2}]"#, r#"[{"a":1},{"b":2}]"#),
    (r#"{"a":[1,2⟦⟧,"b":3}"#, &[UnclosedArray], r#"{"a":[1,2],"b":3}"#, r#"{"a":[1,2],"b":3}"#),
    ("⟦⟧\"a\": 1, \"b\": 2}", &[UnclosedObject], r#"{"a": 1, "b": 2}"#, r#"{"a":1,"b":2}"#),
    ("{\n  \"a\": {\n    \"b\": 1⟦⟧,\n  \"c\": 2\n}", &[UnclosedObject],
        "{\n  \"a\": {\n    \"b\": 1},\n  \"c\": 2\n}", r#"{"a":{"b":1},"c":2}"#),
    ("{\n  \"p\": [\n    {\n      \"n\": 1\n    }⟦⟧\n  ,\n  \"c\": 2\n}", &[UnclosedArray],
        "{\n  \"p\": [\n    {\n      \"n\": 1\n    }]\n  ,\n  \"c\": 2\n}", r#"{"p":[{"n":1}],"c":2}"#),
    ("{\n  \"a\": {\n    \"b\": 1\n  }\n  ⟦}⟧,\n  \"c\": 2\n}", &[ExtraCloser],
        "{\n  \"a\": {\n    \"b\": 1\n  }\n  ,\n  \"c\": 2\n}", r#"{"a":{"b":1},"c":2}"#),
    // Around.
    ("⟦⟧", &[Empty], "", "?"),
    ("⟦hello⟧", &[StrayText], "", "?"),
    (r#"{"a":1 ⟦foo⟧, "b":2}"#, &[StrayText], r#"{"a":1 , "b":2}"#, r#"{"a":1,"b":2}"#),
    ("⟦POST /clusters HTTP/1.1\nContent-Type: x⟧\n{\"a\":1}", &[TextBefore], "\n{\"a\":1}", r#"{"a":1}"#),
    ("⟦```json⟧\n{\"a\":1}\n⟦```⟧", &[TextBefore, TextAfter], "\n{\"a\":1}\n", r#"{"a":1}"#),
    (r#"{"a":1}⟦{"b":2}⟧"#, &[TextAfter], "", r#"{"a":1}"#),
    ("{\"a\":1 ⟦# c⟧\n}", &[HashComment], "{\"a\":1 // c\n}", r#"{"a":1}"#),
    ("{\"a\":1 ⟦/* c⟧\n}", &[UnterminatedComment], "{\"a\":1 /* c*/\n}", r#"{"a":1}"#),
    ("⟦\u{feff}⟧{}", &[ByteOrderMark], "{}", "{}"),
];

#[test]
fn faults_are_found_placed_and_repaired() {
    for &(marked, kinds, repaired, tree) in ROWS {
        let (text, spans) = unmark(marked);
        let doc = Document::parse(&text);
        check_invariants(&doc);
        let found: Vec<_> = doc.defects().iter().map(|defect| defect.kind).collect();
        assert_eq!(found, kinds, "{text}");
        let places: Vec<_> = doc.defects().iter().map(|defect| defect.span.range()).collect();
        assert_eq!(places, spans, "{text}");
        assert_eq!(shape(&doc, NodeId::ROOT), tree, "{text}");
        let edits = all_repairs(&doc).unwrap_or_default();
        let result = if edits.is_empty() { Some(String::new()) } else { apply_edits(&text, &edits) };
        assert_eq!(result.as_deref(), Some(repaired), "{text}");
        if !repaired.is_empty() {
            assert_eq!(Document::parse(repaired).defects(), [], "{repaired}");
        }
    }
}

fn unmark(marked: &str) -> (String, Vec<std::ops::Range<usize>>) {
    let (mut text, mut spans) = (String::new(), Vec::new());
    for (index, part) in marked.split(['⟦', '⟧']).enumerate() {
        if index % 2 == 1 {
            spans.push(text.len()..text.len() + part.len());
        }
        text.push_str(part);
    }
    (text, spans)
}

#[test]
fn the_page_sample_has_one_defect() {
    let doc = Document::parse(common::PAGE_SAMPLE);
    check_invariants(&doc);
    let [defect] = doc.defects() else { panic!("{:?}", doc.defects()) };
    assert_eq!(defect.kind, MissingComma);
    let value = doc.find("/keep_instance_name").unwrap();
    assert_eq!(defect.span.start, doc.span(value).end);
    assert_eq!((doc.kind(value), defect.span.len()), (Kind::True, 0));
    assert_eq!(doc.comments().len(), 11);
    let json: serde_json::Value = serde_json::from_str(&common::clean_sample()).unwrap();
    assert_eq!(doc.child_count(NodeId::ROOT) as usize, json.as_object().unwrap().len());
    let last = doc.find("/nodepools/0/interconnect_config/improved_period").unwrap();
    assert_eq!(doc.string(last).as_deref(), Some("1"));
}

#[test]
fn trust_is_marked() {
    let doc = Document::parse(r#"{"a": 007, "b": "\q", "c": "x", "d": [1, "e": {"f": 1 oops}"#);
    let at = |pointer: &str| doc.find(pointer).unwrap();
    assert!(doc.is_doubtful(at("/a")) && doc.is_doubtful(at("/b")) && !doc.is_doubtful(at("/c")));
    assert_eq!(doc.integer(at("/a")), None);
    assert!(doc.is_incomplete(NodeId::ROOT), "never closed");
    assert!(doc.is_incomplete(at("/e")), "text was skipped");
}

#[test]
fn integers_are_exact() {
    let doc = Document::parse("[9223372036854775807, 9223372036854775808, 3.0, 1e3, -0, \"3\"]");
    let values: Vec<_> = doc.children(NodeId::ROOT).map(|id| doc.integer(id)).collect();
    assert_eq!(values, [Some(i64::MAX), None, None, None, Some(0), None]);
}

#[test]
fn odd_bytes_give_one_defect() {
    let kinds = |bytes: &[u8]| {
        let doc = Document::parse_bytes(bytes);
        check_invariants(&doc);
        doc.defects().iter().map(|defect| defect.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds(b"\xff\xfe{\0}\0"), [Utf16]);
    assert_eq!(kinds(b"{\0\"\0a\0\"\0:\0\x31\0}\0"), [Utf16]);
    assert_eq!(kinds(b"{\"a\":\"\xff\xfe\"}"), [InvalidUtf8]);
    assert_eq!(kinds(&(0..=255).cycle().take(5000).collect::<Vec<u8>>()), [InvalidUtf8]);
    assert_eq!(kinds(&[1, 2, 3, 0, 123, 91, 34, 7].repeat(300)), [StrayText]);
    let doc = Document::parse_bytes(b"{\"a\":\"\xff\",\"b\":\"x\"}");
    assert!(doc.is_doubtful(doc.find("/a").unwrap()) && !doc.is_doubtful(doc.find("/b").unwrap()));
}

#[test]
fn limits_hold() {
    let deep = "[".repeat(1_000_000);
    let doc = Document::parse(&deep);
    let kinds: Vec<_> = doc.defects().iter().map(|defect| defect.kind).collect();
    assert_eq!(kinds, [TooDeep]);
    assert_eq!(doc.defects()[0].span.range(), 128..129);
    let fine = format!("{}1{}", "[".repeat(128), "]".repeat(128));
    assert_eq!(Document::parse(&fine).defects(), []);
    let mut doc = Document::new();
    doc.read(b"[1, 2]", &ReadOptions { max_len: 3, ..ReadOptions::default() });
    assert_eq!(doc.defects()[0].kind, TooLarge);
    assert_eq!((doc.kind(NodeId::ROOT), doc.text()), (Kind::Broken, ""));
}

#[test]
fn hostile_texts_take_linear_time() {
    let pieces = [
        "{",
        "[",
        "[{",
        "{\"a\":",
        "\"",
        "'a'",
        "\"a\"b",
        "\"{\"",
        "\"{\"a\":",
        "/*",
        "//",
        "#",
        "<",
        "${",
        "{{",
        "a ",
        "a\n",
        "\n",
        "\"\n",
        "\"a\n",
        "]",
        "}",
        "],\"a\":",
        "［",
        "”",
        "\"a:",
        "=",
        ",",
        ":",
        "\u{a0}",
        "\\",
        "[\"a\":",
        "{\"a\":1,\"a:1,",
        "'",
        "`a ",
        "\"a\" ",
        "{a",
        "\u{0}",
        " \"\t",
    ];
    let starts = ["", "[", "{\"k\":", "{\"a\":[\n"];
    for (piece, start) in pieces.into_iter().flat_map(|piece| starts.map(|start| (piece, start))) {
        let text = format!("{start}{}", piece.repeat(100_000 / piece.len()));
        let clock = std::time::Instant::now();
        let doc = Document::parse(&text);
        assert!(doc.defects().len() <= 1000);
        let spent = clock.elapsed();
        assert!(spent.as_secs_f32() < 5.0, "{piece:?} took {spent:?}");
    }
}
