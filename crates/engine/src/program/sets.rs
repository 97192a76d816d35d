//! Sets of characters and limits of address blocks.

use super::Run;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct CharSet {
    /// Allowed ASCII characters, as bits.
    pub(crate) ascii: u128,
    /// Allowed as the first character, and as the last.
    pub(crate) first: u128,
    pub(crate) last: u128,
    /// Of these no two may stand in a row.
    pub(crate) in_a_row: u128,
    pub(crate) han: bool,
    pub(crate) han_first: bool,
}

impl CharSet {
    /// 1 if the byte is an allowed ASCII character.
    #[inline]
    pub(crate) fn allows(&self, byte: u8) -> u8 {
        bit(self.ascii, byte)
    }

    /// The same for the first and the last byte of a text.
    #[inline]
    pub(crate) fn ends(&self, first: u8, last: u8) -> u8 {
        bit(self.first, first) & bit(self.last, last)
    }
}

/// Whether a character is in a set of ASCII characters.
#[inline(never)] // for texts that take more than a look
pub(crate) fn has(set: u128, c: char) -> bool {
    u8::try_from(c).is_ok_and(|byte| bit(set, byte) != 0)
}

/// Bytes of other alphabets have the high bit set and are in no set.
#[inline]
fn bit(set: u128, byte: u8) -> u8 {
    set.to_le_bytes().get(usize::from(byte >> 3)).map_or(0, |bits| bits >> (byte & 7) & 1)
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct CidrSpec {
    /// In `blocks`.
    pub(crate) within: Run,
    pub(crate) min: u8,
    pub(crate) max: u8,
    pub(crate) no_host_bits: bool,
}
