//! Punctuation of Chinese keyboards and word processors.

use super::Reader;
use crate::{DefectKind, Span};

/// Characters from one to another, and what they mean. A space stands for foreign spaces, `"` and `'` for all
/// double and single quotes.
const WIDE: [(char, char, u8); 19] = [
    ('，', '，', b','),
    ('、', '、', b','),
    ('：', '：', b':'),
    ('；', '；', b';'),
    ('｛', '｛', b'{'),
    ('｝', '｝', b'}'),
    ('［', '［', b'['),
    ('【', '【', b'['),
    ('］', '］', b']'),
    ('】', '】', b']'),
    ('“', '‟', b'"'),
    ('＂', '＂', b'"'),
    ('‘', '‛', b'\''),
    ('＇', '＇', b'\''),
    ('\u{3000}', '\u{3000}', b' '), // ideographic space
    ('\u{2000}', '\u{200b}', b' '), // typographic spaces
    ('\u{2028}', '\u{2029}', b' '), // line separators
    ('\u{202f}', '\u{202f}', b' '), // narrow no-break space
    ('\u{feff}', '\u{feff}', b' '), // zero-width no-break space
];

/// What a character of three bytes means, if it is one of those above.
fn meant(bytes: [u8; 3]) -> Option<u8> {
    let [first, second, third] = bytes.map(u32::from);
    let code = (first & 15) << 12 | (second & 63) << 6 | third & 63;
    let known = WIDE.iter().find(|(from, to, _)| (*from as u32..=*to as u32).contains(&code))?;
    Some(known.2)
}

impl Reader<'_, '_> {
    /// The ASCII character meant by what stands at `at`, or the byte itself.
    #[inline(never)]
    pub(super) fn sign(&self, at: usize) -> u8 {
        let byte = self.look(at);
        match byte {
            0xc2 if self.look(at + 1) == 0xa0 => b' ',
            0xe0..0xf0 => meant([byte, self.look(at + 1), self.look(at + 2)]).unwrap_or(byte),
            _ => byte,
        }
    }

    /// What is meant at `at`, if it is written in another way than JSON has it; else 0.
    #[inline(never)]
    pub(super) fn wide(&self, at: usize) -> u8 {
        let sign = self.sign(at);
        if sign == self.look(at) { 0 } else { sign }
    }

    /// Width of the character at `at`, if one of up to three bytes begins there.
    #[inline(never)]
    pub(super) fn width(&self, at: usize) -> usize {
        match self.look(at) {
            ..0xc0 => 1,
            0xc0..0xe0 => 2,
            _ => 3,
        }
    }

    /// The place of the sign at `pos`.
    #[inline(never)]
    pub(super) fn here(&self) -> Span {
        Span::of(self.pos, self.pos + self.width(self.pos))
    }

    /// The character at `pos` as it is meant; 0 at the end of the text, which a NUL in the text is not.
    #[inline(never)]
    pub(super) fn punctuation(&self) -> u8 {
        if self.pos < self.end { self.sign(self.pos).max(1) } else { 0 }
    }

    /// The same behind spaces and comments.
    #[inline(never)]
    pub(super) fn token(&mut self) -> u8 {
        self.trivia();
        self.punctuation()
    }

    /// Moves over the sign at `pos`, and gives its place.
    #[inline(never)]
    pub(super) fn step(&mut self) -> Span {
        let span = self.here();
        self.pos = span.end as usize;
        span
    }

    /// Moves over the punctuation mark at `pos`, which means `mark`; if it is a wide one, that is a defect.
    pub(super) fn take(&mut self, mark: &str) {
        let span = self.step();
        if span.len() > 1 {
            self.replaced(DefectKind::FullWidthPunctuation, span, mark);
        }
    }
}
