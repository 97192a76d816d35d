//! Checks a file and prints its findings, one a line.
use acklint::{Linter, Options};
fn main() {
    let text = std::fs::read(std::env::args().nth(1).unwrap_or_default()).unwrap_or_default();
    for f in Linter::new().check(&text, &Options::default()) {
        println!("{} {} {} | {} | {:?} | {:?}", f.level.as_str(), f.rule, f.pointer, f.message, f.related.iter().map(|r| &r.pointer).collect::<Vec<_>>(), f.fixes.iter().map(|x| &x.title).collect::<Vec<_>>());
    }
}
