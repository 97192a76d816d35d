//! Runs of plain bytes, eight at a time.

use crate::strings;

const LOW: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;
const SPACES: u64 = LOW * b' ' as u64;

#[inline]
fn load(bytes: &[u8], at: usize) -> Option<u64> {
    let chunk = bytes.get(at..)?.first_chunk::<8>()?;
    Some(u64::from_le_bytes(*chunk))
}

/// Offset of the first quote, backslash or control character from `at` on. The padding behind the text is
/// control characters, so there always is one.
#[inline]
pub(super) fn string(bytes: &[u8], mut at: usize) -> usize {
    while let Some(word) = load(bytes, at) {
        let quote = word ^ (LOW * b'"' as u64);
        let slash = word ^ (LOW * b'\\' as u64);
        // A byte below its bound borrows, which sets its high bit; borrows into higher bytes do not matter,
        // since only the lowest hit is taken.
        let hits = (quote.wrapping_sub(LOW) & !quote)
            | (slash.wrapping_sub(LOW) & !slash)
            | (word.wrapping_sub(SPACES) & !word);
        let hits = hits & HIGH;
        if hits != 0 {
            return at + (hits.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    bytes.len().min(at)
}

/// Offset of the first byte from `at` on that is no whitespace.
#[inline]
pub(super) fn space(bytes: &[u8], mut at: usize) -> usize {
    loop {
        match bytes.get(at) {
            Some(b' ' | b'\n' | b'\t' | b'\r') => at += 1,
            _ => return at,
        }
        while load(bytes, at) == Some(SPACES) {
            at += 8;
        }
    }
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
