//! What fixes do to texts that are broken in any way.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test that cannot go on says so

mod common;

use acklint::{Findings, Linter, Options};
use acklint_engine::fix;
use acklint_tests::Random;
use common::{seeds, spoilt};
use serde::de::IgnoredAny;
use serde_json::Value;

/// Spoilt requests.
const CASES: usize = 800;
/// Rules about the text; a text without their findings is JSON.
const TEXT: [&str; 7] = [
    "syntax-error",
    "trailing-comma",
    "comment-in-json",
    "byte-order-mark",
    "invalid-encoding",
    "too-deep",
    "too-large",
];

fn broken(findings: &Findings) -> usize {
    findings.iter().filter(|f| TEXT.contains(&f.rule)).count()
}

fn is_json(text: &str) -> bool {
    // Without values, numbers may be of any size; with them, escapes are looked at.
    let decoded = serde_json::from_str::<Value>(text).err();
    serde_json::from_str::<IgnoredAny>(text).is_ok()
        && decoded.is_none_or(|error| error.to_string().starts_with("number out of range"))
}

/// A text that nobody complains about is JSON, and one that is complained about is not: `serde_json` agrees.
#[test]
fn what_is_no_json_is_found_and_nothing_else() {
    let (seeds, mut random, mut linter) = (seeds(), Random::new(23), Linter::new());
    let mut sound = 0;
    for _ in 0..CASES * 4 {
        let case = spoilt(&mut random, &seeds);
        let findings = linter.check(&case, &Options::default()).clone();
        // Its grammar is of no interest any more.
        if findings.iter().any(|f| f.rule == "too-deep") {
            continue;
        }
        let doc = linter.document();
        let json = std::str::from_utf8(&case).is_ok_and(is_json);
        sound += usize::from(json);
        let silent = doc.defects().is_empty() && doc.comments().is_empty();
        assert_eq!(silent, json, "{}\n{:?}", String::from_utf8_lossy(&case), doc.defects());
        if !silent {
            assert!(broken(&findings) > 0, "{}", String::from_utf8_lossy(&case));
        }
    }
    assert!(sound > 100, "{sound}");
}

/// Fixes end, are done once, and leave fewer breaks of the grammar, never more.
#[test]
fn fixes_settle() {
    let (seeds, mut random, mut linter) = (seeds(), Random::new(29), Linter::new());
    let mut repaired = 0;
    for _ in 0..CASES {
        let case = String::from_utf8_lossy(&spoilt(&mut random, &seeds)).into_owned();
        let mut check = |text: &str| linter.check(text.as_bytes(), &Options::default()).clone();
        for risky in [false, true] {
            let fixed = fix(&case, risky, &mut check);
            let (before, after) = (broken(&check(&case)), broken(&check(&fixed.text)));
            assert!(after <= before, "{before} {after}\n{case}\nbecomes\n{}", fixed.text);
            assert_eq!(fixed.applied == 0, fixed.text == case, "{case}");
            let again = fix(&fixed.text, risky, &mut check);
            assert_eq!(again.text, fixed.text, "{case}");
            repaired += usize::from(before > 0 && is_json(&fixed.text));
        }
    }
    assert!(repaired > 200, "{repaired}");
}
