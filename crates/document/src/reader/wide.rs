//! Punctuation of Chinese keyboards and word processors.

use super::Reader;
use crate::{DefectKind, Edit, Span};

/// The ASCII character meant by the one at `at`, and its width in bytes. A space stands for foreign spaces,
/// `"` and `'` for all double and single quotes.
pub(super) fn wide(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    let (meant, width) = match bytes.get(at..)? {
        [0xef, 0xbc, 0x8c, ..] | [0xe3, 0x80, 0x81, ..] => (b',', 3), // ， 、
        [0xef, 0xbc, 0x9a, ..] => (b':', 3),
        [0xef, 0xbc, 0x9b, ..] => (b';', 3),
        [0xef, 0xbd, 0x9b, ..] => (b'{', 3),
        [0xef, 0xbd, 0x9d, ..] => (b'}', 3),
        [0xef, 0xbc, 0xbb, ..] | [0xe3, 0x80, 0x90, ..] => (b'[', 3), // ［ 【
        [0xef, 0xbc, 0xbd, ..] | [0xe3, 0x80, 0x91, ..] => (b']', 3),
        [0xe2, 0x80, 0x9c..=0x9f, ..] | [0xef, 0xbc, 0x82, ..] => (b'"', 3), // “ ” „ ‟ ＂
        [0xe2, 0x80, 0x98..=0x9b, ..] | [0xef, 0xbc, 0x87, ..] => (b'\'', 3), // ‘ ’ ‚ ‛ ＇
        [0xe3, 0x80, 0x80, ..]
        | [0xe2, 0x80, 0x80..=0x8b | 0xa8 | 0xa9 | 0xaf, ..]
        | [0xef, 0xbb, 0xbf, ..] => {
            (b' ', 3) // ideographic and typographic spaces, line separators, zero-width no-break space
        }
        [0xc2, 0xa0, ..] => (b' ', 2),
        _ => return None,
    };
    Some((meant, width))
}

impl Reader<'_, '_> {
    /// The character at `pos` as it is meant, and its width; (0, 0) at the end of the text.
    pub(super) fn punctuation(&self) -> (u8, usize) {
        if self.pos >= self.end {
            return (0, 0);
        }
        match self.byte(self.pos) {
            byte @ 0..0x80 => (byte, 1),
            byte => wide(self.bytes, self.pos).unwrap_or((byte, 1)),
        }
    }

    /// Moves over a punctuation mark `meant`; if it is a wide one, that is a defect.
    pub(super) fn take(&mut self, meant: u8, width: usize) {
        let span = Span::of(self.pos, self.pos + width);
        self.pos += width;
        if width > 1 {
            let repair = vec![Edit::replace(span, char::from(meant))];
            self.defect(DefectKind::FullWidthPunctuation, span, repair);
        }
    }
}
