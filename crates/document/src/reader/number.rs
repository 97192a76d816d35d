//! Numbers as JSON knows them.

use super::{Reader, scan};

impl Reader<'_, '_> {
    /// End of the number at `pos`; `None` if JSON does not know it.
    #[inline]
    pub(super) fn number_end(&self) -> Option<usize> {
        let start = self.pos + usize::from(self.byte(self.pos) == b'-');
        let mut at = self.digits(start);
        if at == start || (self.byte(start) == b'0' && at > start + 1) {
            return None;
        }
        if scan::ends_word(self.byte(at)) {
            return Some(at);
        }
        if self.byte(at) == b'.' {
            let fraction = at + 1;
            at = self.more_digits(fraction);
            if at == fraction {
                return None;
            }
        }
        if matches!(self.byte(at), b'e' | b'E') {
            let exponent = at + 1 + usize::from(matches!(self.byte(at + 1), b'+' | b'-'));
            at = self.more_digits(exponent);
            if at == exponent {
                return None;
            }
        }
        // A comment may follow at once; everything else belongs to the word.
        let comment = self.byte(at) == b'/' && matches!(self.byte(at + 1), b'/' | b'*');
        (scan::ends_word(self.byte(at)) || comment).then_some(at)
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
