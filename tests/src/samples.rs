//! The sample of the API page again and again, each time with other resource ids.

use crate::{Random, path};

/// Letters that make no placeholder out of an id that is none.
const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvw0123456789";
/// Shorter words may mean something.
const SHORTEST: usize = 8;

/// `count` texts that differ in nothing but their ids, so that each draws the findings of the sample.
///
/// # Panics
/// If the sample cannot be read.
#[allow(clippy::expect_used)] // for tests and benchmarks
pub fn samples(count: usize) -> Vec<String> {
    let sample = std::fs::read_to_string(path("page-sample/request.jsonc")).expect("the sample is there");
    let mut random = Random::new(2);
    (0..count).map(|_| with_other_ids(&sample, &mut random)).collect()
}

fn with_other_ids(sample: &str, random: &mut Random) -> String {
    let mut out = String::with_capacity(sample.len());
    let mut rest = sample;
    while let Some(at) = rest.find('-') {
        let (before, after) = rest.split_at(at + 1);
        out.push_str(before);
        let len = after.bytes().take_while(|b| b.is_ascii_lowercase() || b.is_ascii_digit()).count();
        let (id, behind) = after.split_at(len);
        if len >= SHORTEST && id.bytes().any(|b| b.is_ascii_digit()) && !id.ends_with("xx") {
            out.extend((0..len).map(|_| char::from(random.of(LETTERS))));
        } else {
            out.push_str(id);
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}
