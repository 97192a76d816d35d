//! Works through the same stream of bodies over and over: something for a profiler to look at.
//!
//! `profile serde|parse|check|sample ROUNDS`; `sample` is the page's own request with its findings.
use acklint::{Linter, Options};
use acklint_document::{Document, ReadOptions};
fn main() {
    let what = std::env::args().nth(1).unwrap_or_default();
    let rounds: usize = std::env::args().nth(2).and_then(|a| a.parse().ok()).unwrap_or(10);
    let stream = acklint_tests::bodies(500);
    let (mut linter, mut doc) = (Linter::new(), Document::new());
    let options = Options { min_level: acklint::Level::Warning, ..Options::default() };
    let read = ReadOptions::default();
    let sample = std::fs::read(acklint_tests::path("page-sample/request.jsonc")).unwrap_or_default();
    let mut total = 0;
    for _ in 0..rounds {
        for body in &stream {
            total += match what.as_str() {
                "serde" => usize::from(serde_json::from_str::<serde_json::Value>(body).is_ok()),
                "parse" => {
                    doc.read(body.as_bytes(), &read);
                    doc.len()
                }
                "sample" => linter.check(&sample, &Options::default()).len(),
                _ => linter.check(body.as_bytes(), &options).len(),
            };
        }
    }
    std::process::exit(i32::from(total == 1));
}
