//! Checks the same stream of bodies over and over: something for a profiler to look at.
use acklint::{Linter, Options};
fn main() {
    let n: usize = std::env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(10);
    let stream = acklint_tests::bodies(500);
    let mut linter = Linter::new();
    let options = Options::default();
    let mut total = 0;
    for _ in 0..n {
        for body in &stream {
            total += linter.check(body.as_bytes(), &options).len();
        }
    }
    std::process::exit(i32::from(total == 1));
}
