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

#[inline]
fn load_two(bytes: &[u8], at: usize) -> Option<(u64, u64)> {
    let chunk = bytes.get(at..)?.first_chunk::<16>()?;
    let (low, high) = chunk.split_first_chunk::<8>()?;
    Some((u64::from_le_bytes(*low), u64::from_le_bytes(*high.first_chunk()?)))
}

/// Offset of the first quote, backslash or control character from `at` on. The padding behind the text is
/// control characters, so there always is one.
///
/// Sixteen bytes at a time: most keys and values are shorter, so that the branch behind them is foreseen.
#[inline]
pub(super) fn string(bytes: &[u8], mut at: usize) -> usize {
    while let Some((low, high)) = load_two(bytes, at) {
        let (low, high) = (specials(low), specials(high));
        if low | high != 0 {
            let (hits, skipped) = if low == 0 { (high, 8) } else { (low, 0) };
            return at + skipped + (hits.trailing_zeros() / 8) as usize;
        }
        at += 16;
    }
    bytes.len().min(at)
}

/// A high bit for every byte that may end plain text; the lowest one is exact. A byte below its bound borrows,
/// which sets its high bit; borrows into higher bytes do not matter, since only the lowest hit is taken.
#[inline]
const fn specials(word: u64) -> u64 {
    let quote = word ^ (LOW * b'"' as u64);
    let slash = word ^ (LOW * b'\\' as u64);
    let hits = (quote.wrapping_sub(LOW) & !quote)
        | (slash.wrapping_sub(LOW) & !slash)
        | (word.wrapping_sub(SPACES) & !word);
    hits & HIGH
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
