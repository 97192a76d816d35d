//! Sixteen bytes at once: where in them a string, whitespace or a line may end.

use wide::u8x16;

pub(crate) const LEN: usize = 16;

/// The bytes from `at` on, if there are that many.
#[inline]
pub(crate) fn load(bytes: &[u8], at: usize) -> Option<u8x16> {
    Some(u8x16::new(*bytes.get(at..)?.first_chunk()?))
}

/// Offset of the first quote, backslash or control character.
#[inline]
pub(crate) fn special(block: u8x16) -> Option<usize> {
    let control = block.min(u8x16::splat(0x1f)).simd_eq(block);
    first((is(block, b'"') | is(block, b'\\') | control).to_bitmask())
}

/// Offset of the first byte that is no whitespace.
#[inline]
pub(crate) fn not_space(block: u8x16) -> Option<usize> {
    let space = is(block, b' ') | is(block, b'\n') | is(block, b'\t') | is(block, b'\r');
    first(space.to_bitmask() ^ 0xffff)
}

/// Offset of the first line break.
#[inline]
pub(crate) fn line_break(block: u8x16) -> Option<usize> {
    first((is(block, b'\n') | is(block, b'\r')).to_bitmask())
}

/// Offset of the first character with a meaning of its own in a pointer.
#[inline]
pub(crate) fn sign(block: u8x16) -> Option<usize> {
    first((is(block, b'~') | is(block, b'/')).to_bitmask())
}

#[inline]
fn is(block: u8x16, byte: u8) -> u8x16 {
    block.simd_eq(u8x16::splat(byte))
}

/// The lowest of some bits, one for every byte.
#[inline]
fn first(bits: u32) -> Option<usize> {
    (bits != 0).then(|| bits.trailing_zeros() as usize)
}

#[cfg(test)]
mod tests {
    use super::{line_break, not_space, sign, special};
    use proptest::prelude::*;
    use wide::u8x16;

    proptest! {
        #[test]
        fn finds_what_a_look_at_every_byte_finds(
            block in prop::array::uniform16(prop_oneof![
                8 => Just(b' '), 4 => Just(b'a'), 1 => prop::sample::select(&b"\"\\\n\r\t~/"[..]), 1 => any::<u8>()
            ]),
        ) {
            let (vector, position) = (u8x16::new(block), |found: fn(&u8) -> bool| block.iter().position(found));
            prop_assert_eq!(special(vector), position(|byte| matches!(byte, b'"' | b'\\' | 0..b' ')));
            prop_assert_eq!(not_space(vector), position(|byte| !matches!(byte, b' ' | b'\n' | b'\t' | b'\r')));
            prop_assert_eq!(line_break(vector), position(|byte| matches!(byte, b'\n' | b'\r')));
            prop_assert_eq!(sign(vector), position(|byte| matches!(byte, b'~' | b'/')));
        }
    }
}
