//! Numbers of sound text.

use super::{Reader, scan};

impl Reader<'_, '_> {
    /// End of the whole number at `pos`. `None` if nothing is sure: numbers with a fraction, which are rare, are read
    /// with those that JSON does not know.
    #[inline]
    pub(super) fn whole_number_end(&self) -> Option<usize> {
        let start = self.pos + usize::from(self.byte(self.pos) == b'-');
        let end = self.digits(start);
        let whole = end > start && (self.byte(start) != b'0' || end == start + 1);
        (whole && scan::ends_word(self.byte(end))).then_some(end)
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
