//! Bytes, spaces, words and strings of sound text.

use super::{Reader, scan};
use crate::node::{ESCAPED, KEY_ESCAPED, KEY_UNCLOSED};

/// Where a string ends.
pub(super) struct Str {
    /// End of its text.
    pub(super) end: usize,
    /// Behind its closing quote.
    pub(super) next: usize,
    /// Flags for a value.
    pub(super) flags: u8,
}

impl Str {
    /// The flags for a key.
    #[inline]
    pub(super) fn key_flags(&self) -> u8 {
        let escaped = if self.flags & ESCAPED == 0 { 0 } else { KEY_ESCAPED };
        escaped | if self.next == self.end { KEY_UNCLOSED } else { 0 }
    }
}

impl Reader<'_, '_> {
    /// The string whose text begins at `start`, behind a `"`.
    #[inline]
    pub(super) fn string(&mut self, start: usize, is_key: bool) -> Str {
        let end = scan::string(self.bytes, start);
        if self.byte(end) == b'"' {
            return Str { end, next: end + 1, flags: 0 };
        }
        self.odd_string(start, end, is_key)
    }

    #[inline]
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    /// The same where texts are broken.
    #[inline(never)]
    pub(super) fn look(&self, at: usize) -> u8 {
        self.byte(at)
    }

    /// The bytes of `start..end`.
    #[inline(never)]
    pub(super) fn part(&self, start: usize, end: usize) -> &[u8] {
        self.bytes.get(start..end).unwrap_or_default()
    }

    /// Skips whitespace and returns the byte behind it; a 0 may be the end of the text.
    #[inline]
    pub(super) fn skip_space(&mut self) -> u8 {
        let byte = self.byte(self.pos);
        if byte > b' ' {
            return byte;
        }
        self.pos = scan::space(self.bytes, self.pos);
        self.byte(self.pos)
    }

    /// The same before a value: there a single space is by far the most common.
    #[inline]
    pub(super) fn skip_gap(&mut self) -> u8 {
        let byte = self.byte(self.pos);
        if byte > b' ' {
            return byte;
        }
        self.pos += usize::from(byte == b' ');
        self.skip_space()
    }
}
