//! Whole requests: the good ones give no error, the bad ones what was reviewed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test that cannot go on says so

mod common;

use acklint::{Finding, Findings, Lang, Level, Options};
use common::{check, errors, listing, requests, snapshot};
use std::collections::BTreeSet;

#[test]
fn good_ones_give_no_error() {
    let all = requests("good");
    assert!(all.len() >= 25, "{}", all.len());
    let mut found = vec![];
    for request in &all {
        let findings = check(&request.bytes, &request.options());
        for (rule, pointer) in errors(&findings) {
            found.push(format!("{}: {rule} at {pointer}", request.name));
        }
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn bad_ones_give_what_was_reviewed() {
    let mut found = vec![];
    for request in requests("bad") {
        let options = request.options();
        let findings = check(&request.bytes, &options);
        assert!(findings.iter().any(|f| f.level > Level::Info), "{} gives nothing", request.name);
        let text = listing(&request.bytes, &options);
        let (stem, _) = request.name.split_once('.').unwrap();
        found.extend(snapshot(&format!("requests/bad/{stem}.txt"), &text));
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn every_reviewed_list_is_of_a_request() {
    let stem = |name: &str| name.split('.').next().unwrap_or_default().to_owned();
    let known: BTreeSet<String> = requests("bad").iter().map(|r| stem(&r.name)).collect();
    for entry in std::fs::read_dir(acklint_tests::path("requests/bad")).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(known.contains(&stem(&name)), "{name} belongs to no request");
    }
}

#[test]
fn both_languages_find_the_same() {
    type Place<'f> = (&'f str, Level, &'f str, u32, u32, usize, usize);
    fn place(f: Finding<'_>) -> Place<'_> {
        (f.rule, f.level, f.pointer, f.span.start, f.span.end, f.related.len(), f.fixes.len())
    }
    fn places(findings: &Findings) -> Vec<Place<'_>> {
        findings.iter().map(place).collect()
    }
    for request in requests("bad").iter().chain(&requests("good")) {
        let english = check(&request.bytes, &request.options());
        let options = Options { lang: Lang::Zh, ..request.options() };
        let chinese = check(&request.bytes, &options);
        for f in &chinese {
            let han = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            assert!(han(f.message), "{}: {} says {}", request.name, f.rule, f.message);
        }
        assert_eq!(places(&english), places(&chinese), "{}", request.name);
    }
}
