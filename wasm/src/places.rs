//! Byte offsets become places as JavaScript counts them: UTF-16 code units.

/// Bytes between two entries of the table: the most that is walked to find a place.
const STEP: usize = 256;

/// Finds UTF-16 offsets, lines and columns of byte offsets.
///
/// The table has an entry for every few hundred bytes, so that a text in one line costs no more than others.
#[derive(Debug)]
pub(crate) struct Places<'t> {
    text: &'t str,
    /// UTF-16 units before each step; empty if the text is ASCII.
    units: Vec<u32>,
    /// Byte offsets of the begins of lines.
    lines: Vec<u32>,
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
        let bytes = text.as_bytes();
        let mut lines = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            if *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                lines.push(at as u32 + 1);
            }
        }
        let mut units = vec![];
        if !text.is_ascii() {
            let mut count = 0;
            for chunk in bytes.chunks(STEP) {
                units.push(count);
                count += utf16_len(chunk);
            }
            units.push(count);
        }
        Self { text, units, lines }
    }

    /// UTF-16 offset of a byte offset. An offset inside a character counts as the character's end.
    pub(crate) fn offset(&self, byte: u32) -> u32 {
        let byte = (byte as usize).min(self.text.len());
        if self.units.is_empty() {
            return byte as u32;
        }
        let step = byte / STEP;
        let rest = self.text.as_bytes().get(step * STEP..byte).unwrap_or_default();
        self.units.get(step).copied().unwrap_or_default() + utf16_len(rest)
    }

    pub(crate) fn place(&self, byte: u32) -> Place {
        let line = self.lines.partition_point(|start| *start <= byte);
        let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or_default();
        let offset = self.offset(byte);
        Place { offset, line: line as u32, column: offset - self.offset(start) + 1 }
    }
}

/// UTF-16 units of the characters that begin in a piece of UTF-8.
fn utf16_len(utf8: &[u8]) -> u32 {
    let units = |byte: &u8| match byte {
        0x80..=0xBF => 0,
        0xF0.. => 2,
        _ => 1,
    };
    utf8.iter().map(units).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use acklint::document::LineIndex;

    #[test]
    fn places_agree_with_the_line_index() {
        let mut text = "{\r\n\t\"名\": \"😀é\",\n}\r x\n".repeat(80);
        text.push_str(&"😀a".repeat(300));
        let (places, lines) = (Places::new(&text), LineIndex::new(&text));
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let (place, known) = (places.place(at as u32), lines.position(at as u32));
            assert_eq!((place.line, place.column), (known.line, known.utf16 + 1));
            assert_eq!(place.offset as usize, text[..at].encode_utf16().count());
        }
        assert_eq!(places.place(1 << 30), places.place(text.len() as u32));
    }

    #[test]
    fn ascii_is_its_own_measure() {
        assert_eq!(Places::new("ab\ncd").place(4), Place { offset: 4, line: 2, column: 2 });
        assert_eq!(Places::new("").place(0), Place { offset: 0, line: 1, column: 1 });
    }
}
