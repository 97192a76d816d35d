//! Things that stand twice.

use crate::program::Words;
use acklint_document::sort_marks;

/// The hash of a text that follows others.
#[inline(never)]
pub(crate) fn hash_on(hash: u32, text: &str) -> u32 {
    Words::of(text.as_bytes()).hash(hash)
}

/// A thing in a list by its hash and its number.
pub(crate) fn mark(hash: u32, number: u32) -> u64 {
    u64::from(hash) << 32 | u64::from(number)
}

/// Tells of every thing that is the same as one with a lower number which is the first of those. Puts `marks` in
/// order of their hashes: only where these are alike are things compared.
pub(crate) fn twins(marks: &mut [u64], same: &dyn Fn(u32, u32) -> bool, found: &mut dyn FnMut(u32, u32)) {
    sort_marks(marks);
    let mut start = 0;
    for (at, mark) in marks.iter().enumerate() {
        let number = *mark as u32;
        if marks.get(start).is_some_and(|first| first >> 32 != mark >> 32) {
            start = at;
        }
        for first in marks.get(start..at).unwrap_or_default() {
            if same(*first as u32, number) {
                found(*first as u32, number);
                break;
            }
        }
    }
}
