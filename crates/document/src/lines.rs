//! Lines and columns, for the faces of the program only; inside, places are byte offsets.

/// Finds lines and columns of byte offsets. Lines end with LF, CR LF, or CR.
///
/// ```
/// use acklint_document::LineIndex;
/// let lines = LineIndex::new("a\n中😀b");
/// let place = lines.position(9);
/// assert_eq!((place.line, place.column, place.utf16, place.byte), (2, 3, 3, 7));
/// assert_eq!(lines.offset_of(2, 3), 9);
/// ```
#[derive(Clone, Debug)]
pub struct LineIndex<'t> {
    text: &'t str,
    starts: Vec<u32>,
}

/// A place as people and protocols count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1. A tab is one character.
    pub column: u32,
    /// Column in UTF-16 code units, from 0, as the Language Server Protocol counts.
    pub utf16: u32,
    /// Column in bytes, from 0.
    pub byte: u32,
}

impl<'t> LineIndex<'t> {
    /// Walks over `text` once.
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            if *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                starts.push(at as u32 + 1);
            }
        }
        Self { text, starts }
    }

    /// Number of lines; a text that ends with a line break has an empty last line.
    pub fn line_count(&self) -> u32 {
        self.starts.len() as u32
    }

    /// Place of the byte at `offset`. An offset inside a character counts as the character's, one behind the
    /// text as the end of the text.
    pub fn position(&self, offset: u32) -> Position {
        let mut offset = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|&start| start as usize <= offset);
        let start = self.starts.get(line.saturating_sub(1)).map_or(0, |&start| start as usize);
        let before = self.text.get(start..offset).unwrap_or_default();
        let (mut column, mut utf16) = (1, 0);
        for c in before.chars() {
            column += 1;
            utf16 += c.len_utf16() as u32;
        }
        Position { line: line as u32, column, utf16, byte: before.len() as u32 }
    }

    /// Offset of the UTF-16 code unit `utf16`, from 0, of `line`, from 1. Columns behind a line's end give the
    /// place before its line break, lines behind the text its end; half a character gives the character.
    pub fn offset_of(&self, line: u32, utf16: u32) -> u32 {
        let Some(&start) = self.starts.get(line.saturating_sub(1) as usize) else {
            return self.text.len() as u32;
        };
        let (mut offset, mut left) = (start, utf16);
        for c in self.line_text(line.max(1)).chars() {
            let width = c.len_utf16() as u32;
            if left < width {
                break;
            }
            left -= width;
            offset += c.len_utf8() as u32;
        }
        offset
    }

    /// The text of `line`, from 1, without its line break; empty behind the text.
    pub fn line_text(&self, line: u32) -> &'t str {
        let index = line.saturating_sub(1) as usize;
        let Some(&start) = self.starts.get(index) else {
            return "";
        };
        let end = self.starts.get(index + 1).map_or(self.text.len(), |&next| next as usize);
        self.text.get(start as usize..end).unwrap_or_default().trim_end_matches(['\r', '\n'])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_line_breaks_count() {
        let lines = LineIndex::new("a\r\nb\rc\n\nd");
        assert_eq!(lines.line_count(), 5);
        let texts: Vec<_> = (1..=6).map(|line| lines.line_text(line)).collect();
        assert_eq!(texts, ["a", "b", "c", "", "d", ""]);
        assert_eq!(lines.position(3).line, 2);
        assert_eq!(lines.position(5).line, 3);
        assert_eq!(lines.position(8).line, 5);
    }

    #[test]
    fn every_boundary_goes_there_and_back() {
        let text = "{\r\n\t\"名\": \"😀é\",\n}\r x\n";
        let lines = LineIndex::new(text);
        for (offset, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let place = lines.position(offset as u32);
            let inside_break = text[offset..].starts_with('\n') && text[..offset].ends_with('\r');
            if !inside_break {
                assert_eq!(lines.offset_of(place.line, place.utf16), offset as u32, "{place:?}");
            }
        }
    }

    #[test]
    fn places_outside_are_cut() {
        let lines = LineIndex::new("ab\n😀c");
        assert_eq!(lines.offset_of(1, 99), 2);
        assert_eq!(lines.offset_of(9, 0), 8);
        assert_eq!(lines.offset_of(2, 1), 3, "half of a surrogate pair");
        assert_eq!(lines.position(5), lines.position(3), "inside a character");
        assert_eq!(lines.position(99).byte, 5);
    }
}
