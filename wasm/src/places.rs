//! Byte offsets become places as JavaScript counts them: UTF-16 code units.

use std::cell::RefCell;

/// Bytes between two marks: the most that is walked, character by character, to find a place.
const STEP: usize = 128;

/// Finds UTF-16 offsets, lines and columns of byte offsets.
///
/// The text is walked once, no further than it is asked about, and marked every few bytes, so that a text in one
/// line costs no more than others.
#[derive(Debug)]
pub(crate) struct Places<'t> {
    text: &'t [u8],
    marks: RefCell<Vec<Mark>>,
}

/// Where the text stands at some byte.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    /// UTF-16 units before it.
    units: u32,
    /// Line breaks before it.
    breaks: u32,
    /// UTF-16 units before its line.
    line: u32,
}

/// A place: offset from 0, line and column from 1, in UTF-16 units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) offset: u32,
    pub(crate) line: u32,
    pub(crate) column: u32,
}

impl<'t> Places<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text: text.as_bytes(), marks: RefCell::new(vec![Mark::default()]) }
    }

    /// The place of a byte offset. An offset inside a character counts as the character's end.
    pub(crate) fn place(&self, byte: u32) -> Place {
        let byte = (byte as usize).min(self.text.len());
        let step = byte / STEP;
        let mut marks = self.marks.borrow_mut();
        while marks.len() <= step {
            let at = marks.len() * STEP;
            let mut mark = marks.last().copied().unwrap_or_default();
            mark.walk(self.text, at - STEP, at);
            marks.push(mark);
        }
        let mut mark = marks.get(step).copied().unwrap_or_default();
        mark.walk(self.text, step * STEP, byte);
        Place { offset: mark.units, line: mark.breaks + 1, column: mark.units - mark.line + 1 }
    }
}

impl Mark {
    /// Moves on from byte `from` to byte `to`.
    fn walk(&mut self, text: &[u8], from: usize, to: usize) {
        let piece = text.get(from..to).unwrap_or_default();
        let mut at = from;
        for word in piece.chunks(8) {
            if let Ok(word) = <[u8; 8]>::try_from(word)
                && is_plain(u64::from_le_bytes(word))
            {
                self.units += 8;
                at += 8;
                continue;
            }
            for byte in word {
                at += 1;
                self.units += match byte {
                    0x80..=0xBF => 0,
                    0xF0.. => 2,
                    _ => 1,
                };
                if *byte == b'\n' || (*byte == b'\r' && text.get(at) != Some(&b'\n')) {
                    self.breaks += 1;
                    self.line = self.units;
                }
            }
        }
    }
}

/// Whether eight bytes are ASCII without control characters.
const fn is_plain(word: u64) -> bool {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    const BLANK: u64 = 0x2020_2020_2020_2020;
    (word | word.wrapping_sub(BLANK)) & HIGH == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use acklint::document::LineIndex;

    #[test]
    fn places_agree_with_the_line_index() {
        let mut text = "{\r\n\t\"名\": \"😀é\",\n}\r x\n".repeat(80);
        text.push_str(&"😀a".repeat(300));
        let (forward, backward, lines) = (Places::new(&text), Places::new(&text), LineIndex::new(&text));
        let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        for (places, at) in
            offsets.iter().map(|at| (&forward, *at)).chain(offsets.iter().rev().map(|at| (&backward, *at)))
        {
            let (place, known) = (places.place(at as u32), lines.position(at as u32));
            assert_eq!((place.line, place.column), (known.line, known.utf16 + 1));
            assert_eq!(place.offset as usize, text[..at].encode_utf16().count());
        }
        assert_eq!(forward.place(1 << 30), forward.place(text.len() as u32));
    }

    #[test]
    fn ascii_is_its_own_measure() {
        assert_eq!(Places::new("ab\ncd").place(4), Place { offset: 4, line: 2, column: 2 });
        assert_eq!(Places::new("").place(0), Place { offset: 0, line: 1, column: 1 });
        let long = "abcdefgh".repeat(100);
        assert_eq!(Places::new(&long).place(799), Place { offset: 799, line: 1, column: 800 });
    }
}
