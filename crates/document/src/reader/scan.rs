//! Runs of plain bytes, a block at a time.

use crate::block;
use wide::u8x16;

/// Offset of the first quote, backslash or control character from `at` on. The padding behind the text is
/// control characters, so there always is one.
#[inline]
pub(super) fn string(bytes: &[u8], at: usize) -> usize {
    find(bytes, at, block::special)
}

/// The same for strings with something odd in them, which are few.
#[inline(never)]
pub(super) fn odd_string(bytes: &[u8], at: usize) -> usize {
    string(bytes, at)
}

/// Offset of the first byte from `at` on that is no whitespace; the padding is none.
#[inline(never)]
pub(super) fn space(bytes: &[u8], at: usize) -> usize {
    find(bytes, at, block::not_space)
}

/// Offset of the first line break from `at` on, or of the end of the padding.
#[inline]
pub(super) fn line(bytes: &[u8], at: usize) -> usize {
    find(bytes, at, block::line_break)
}

/// Where `first` finds something. What it does not find in the last whole block does not stand in the padding.
#[inline]
fn find(bytes: &[u8], mut at: usize, first: impl Fn(u8x16) -> Option<usize>) -> usize {
    while let Some(chunk) = block::load(bytes, at) {
        if let Some(offset) = first(chunk) {
            return at + offset;
        }
        at += block::LEN;
    }
    bytes.len().min(at)
}

/// Whether a number or a word is complete when `byte` follows.
#[inline]
pub(super) const fn ends_word(byte: u8) -> bool {
    matches!(byte, b',' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t' | 0)
}
