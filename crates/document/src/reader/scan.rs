//! Runs of plain bytes, a block at a time.

use super::block;
use crate::strings;

/// Offset of the first quote, backslash or control character from `at` on. The padding behind the text is
/// control characters, so there always is one.
#[inline]
pub(super) fn string(bytes: &[u8], mut at: usize) -> usize {
    while let Some(chunk) = block::load(bytes, at) {
        if let Some(offset) = block::special(chunk) {
            return at + offset;
        }
        at += block::LEN;
    }
    bytes.len().min(at)
}

/// Offset of the first byte from `at` on that is no whitespace; the padding is none.
#[inline]
pub(super) fn space(bytes: &[u8], mut at: usize) -> usize {
    while let Some(chunk) = block::load(bytes, at) {
        if let Some(offset) = block::not_space(chunk) {
            return at + offset;
        }
        at += block::LEN;
    }
    bytes.len().min(at)
}

/// Length of the valid escape at `at`, or 0.
#[inline]
pub(super) fn escape(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at + 1) {
        Some(b'"' | b'\\' | b'/' | b'n' | b't' | b'r' | b'b' | b'f') => 2,
        Some(b'u') => {
            let escape = strings::escape(bytes.get(at..).unwrap_or_default());
            if escape.valid { escape.len } else { 0 }
        }
        _ => 0,
    }
}

/// Whether a number or a word is complete when `byte` follows.
#[inline]
pub(super) const fn ends_word(byte: u8) -> bool {
    matches!(byte, b',' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t' | 0)
}
