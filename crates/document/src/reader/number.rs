//! Numbers and words of sound text.

use super::Reader;
use crate::Kind;

impl Reader<'_, '_> {
    /// The word or the whole number that begins at `pos`, with `byte`, and where it ends; `pos` if there is none.
    /// Numbers with a fraction, which are rare, are read with those that JSON does not know.
    #[inline]
    pub(super) fn scalar(&self, byte: u8) -> (Kind, usize) {
        let start = self.pos;
        match byte {
            b't' if self.is_at(b"true") => (Kind::True, start + 4),
            b'n' if self.is_at(b"null") => (Kind::Null, start + 4),
            b'f' if self.is_at(b"false") => (Kind::False, start + 5),
            _ => {
                let first = start + usize::from(byte == b'-');
                let end = self.digits(first);
                let whole = end > first && (self.byte(first) != b'0' || end == first + 1);
                (Kind::Number, if whole { end } else { start })
            }
        }
    }

    #[inline]
    fn is_at(&self, word: &[u8]) -> bool {
        self.bytes.get(self.pos..self.pos + word.len()) == Some(word)
    }

    /// End of the digits from `at` on.
    #[inline]
    fn digits(&self, mut at: usize) -> usize {
        while self.byte(at).is_ascii_digit() {
            at += 1;
        }
        at
    }

    /// The same where next to no number has any.
    #[inline(never)]
    pub(super) fn more_digits(&self, at: usize) -> usize {
        self.digits(at)
    }
}
