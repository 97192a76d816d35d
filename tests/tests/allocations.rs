//! A check of a clean request costs no allocation once its buffers have grown.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test that cannot go on says so

use acklint::{Level, Linter, Options};
use acklint_tests::bodies;
use allocation_counter::measure;

#[test]
fn a_warm_check_allocates_nothing() {
    let bodies = bodies(300);
    let options = Options { min_level: Level::Warning, ..Options::default() };
    let mut linter = Linter::new();
    for _ in 0..2 {
        for body in &bodies {
            let findings = linter.check(body.as_bytes(), &options);
            assert!(findings.is_empty(), "{findings:?} of\n{body}");
        }
    }
    let mut found = 0;
    let cost = measure(|| {
        for body in &bodies {
            found += linter.check(body.as_bytes(), &options).len();
        }
    });
    assert_eq!((found, cost.count_total, cost.bytes_total), (0, 0, 0));
}

/// What fixes insert is put together on the way; all else of 36 findings goes into buffers that are there.
#[test]
fn a_warm_check_with_findings_allocates_for_inserted_texts_only() {
    let sample = std::fs::read(acklint_tests::path("page-sample/request.jsonc")).unwrap();
    let (mut linter, options) = (Linter::new(), Options::default());
    for _ in 0..2 {
        linter.check(&sample, &options);
    }
    let mut found = 0;
    let cost = measure(|| found = linter.check(&sample, &options).len());
    assert!(found > 30 && cost.count_total < found as u64, "{found} {cost:?}");
}

#[test]
fn allocations_are_counted() {
    let cost = measure(|| {
        assert!(!Linter::new().check(b"{", &Options::default()).is_empty());
    });
    assert!(cost.count_total > 0);
}
