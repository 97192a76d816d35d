//! The page's own sample, byte for byte: what is wrong with it, and what fixes leave.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test that cannot go on says so

mod common;

use acklint::{Finding, Findings, Lang, Level, Linter, Options};
use acklint_engine::fix;
use acklint_tests::path;
use common::{LANGS, check, errors, listing, snapshot};

/// Where it gives two ways to log in.
const LOGIN: (&str, &str) = ("/login_password", "/nodepools/0/scaling_group/login_password");

fn sample() -> String {
    std::fs::read_to_string(path("page-sample/request.jsonc")).unwrap()
}

fn findings(text: &str, lang: Lang) -> Findings {
    check(text.as_bytes(), &Options { lang, ..Options::default() })
}

#[test]
fn has_exactly_four_errors() {
    let text = sample();
    for (lang, _) in LANGS {
        let findings = findings(&text, lang);
        let errors: Vec<Finding<'_>> = findings.iter().filter(|f| f.level == Level::Error).collect();
        let rules: Vec<&str> = errors.iter().map(|f| f.rule).collect();
        let four = ["comment-in-json", "syntax-error", "both-login-methods", "both-login-methods"];
        assert_eq!(rules, four, "{lang:?}");
        assert_eq!((errors[2].pointer, errors[3].pointer), LOGIN);
        assert_eq!(errors[0].related.len(), 10, "eleven comments");
        for both in [errors[2], errors[3]] {
            let other = both.pointer.replace("login_password", "key_pair");
            assert_eq!(both.related.iter().map(|r| r.pointer).collect::<Vec<_>>(), [&other]);
            assert!(!both.message.contains("Hello"), "{}", both.message);
        }
    }
}

#[test]
fn the_missing_comma_is_found_right_behind_the_value() {
    let text = sample();
    for (lang, title) in [(Lang::En, "Insert"), (Lang::Zh, "插入")] {
        let findings = findings(&text, lang);
        let comma = findings.iter().find(|f| f.rule == "syntax-error").unwrap();
        let before = text[..comma.span.start as usize].rsplit('\n').next().unwrap();
        assert_eq!(before.trim_start(), "\"keep_instance_name\": true");
        assert_eq!(comma.fixes.len(), 1, "{:?}", comma.fixes);
        let fix = comma.fixes.first().unwrap();
        assert!(fix.title.starts_with(title) && fix.title.contains(','), "{}", fix.title);
        let fixed = fix.apply(&text).unwrap();
        assert!(fixed.contains("\"keep_instance_name\": true,"));
    }
}

#[test]
fn has_the_warnings_that_it_should() {
    for (lang, _) in LANGS {
        let findings = findings(&sample(), lang);
        for rule in [
            "enterprise-security-group-ignored",
            "pod-vswitches-without-terway",
            "security-group-id-and-ids",
            "spot-price-limit-ignored",
            "autoscaling-with-count",
            "placeholder-value",
        ] {
            assert!(findings.iter().any(|f| f.rule == rule && f.level == Level::Warning), "{rule}");
        }
        assert!(!findings.iter().any(|f| f.rule == "unknown-field"));
    }
}

#[test]
fn is_strict_json_after_its_safe_fixes() {
    let mut linter = Linter::new();
    let mut check = |text: &str| linter.check(text.as_bytes(), &Options::default()).clone();
    let fixed = fix(&sample(), false, &mut check);
    let value: serde_json::Value = serde_json::from_str(&fixed.text).unwrap();
    assert_eq!(value["nodepools"][0]["scaling_group"]["login_password"], "Hello1234");
    let left = check(&fixed.text);
    assert_eq!(errors(&left), [("both-login-methods", LOGIN.0), ("both-login-methods", LOGIN.1)]);
    assert_eq!(fixed.held_back, 0);
    // What the writer laid out stays: lines go, or end earlier, or get a comma.
    for line in fixed.text.lines() {
        let start = line.trim_end().trim_end_matches(',');
        assert!(sample().lines().any(|old| old.starts_with(start)), "{line}");
    }
    assert_eq!(fix(&fixed.text, false, &mut check).applied, 0, "once is enough");
}

#[test]
fn says_what_was_reviewed() {
    for (lang, name) in LANGS {
        let text = listing(sample().as_bytes(), &Options { lang, ..Options::default() });
        let changed = snapshot(&format!("page-sample/findings.{name}.txt"), &text);
        assert!(changed.is_none(), "\n{}", changed.unwrap_or_default());
    }
}

#[test]
fn with_other_ids_it_has_the_same_findings() {
    let rules = |text: &str| -> Vec<String> {
        findings(text, Lang::En).iter().map(|f| format!("{} {}", f.rule, f.pointer)).collect()
    };
    let texts = acklint_tests::samples(20);
    assert_ne!(texts[0], texts[1]);
    for text in texts {
        assert_eq!(rules(&text), rules(&sample()));
    }
}
