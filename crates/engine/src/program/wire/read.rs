//! Bytes to programs.

use super::{END, Out, Row, column};
use crate::program::Table;
use std::borrow::Cow;

/// More rows no table has.
const MOST_ROWS: usize = 1 << 20;

/// Where tables come from.
pub(in crate::program) trait Source {
    /// The cells of the next table, `width` of them a row.
    fn cells(&mut self, width: usize) -> Cow<'static, [u32]>;
    /// Whether all tables were read, and made sense.
    fn is_done(&self) -> bool;

    /// Where the texts begin, and where the last one ends: as many as there should be, each with a line break behind
    /// it.
    fn texts(&mut self, texts: &str) -> Option<Vec<u32>>;
}

/// A table, and where it is read and written.
pub(in crate::program) trait Load {
    fn load(&mut self, from: &mut impl Source);
    fn save(&self, out: &mut Out);
}

impl<T: Row> Load for Table<T> {
    fn load(&mut self, from: &mut impl Source) {
        fill(&mut self.cells, from, T::CELLS);
    }

    fn save(&self, out: &mut Out) {
        out.table(self.iter());
    }
}

impl<T: Row + Copy> Load for Vec<T> {
    fn load(&mut self, from: &mut impl Source) {
        self.extend(from.cells(T::CELLS).chunks_exact(T::CELLS).map(|mut row| T::take(&mut row)));
    }

    fn save(&self, out: &mut Out) {
        out.table(self.iter().copied());
    }
}

/// Of all types of rows the same.
#[inline(never)]
fn fill(cells: &mut Cow<'static, [u32]>, from: &mut impl Source, width: usize) {
    *cells = from.cells(width);
}

/// Tables as numbers, row by row.
#[derive(Debug)]
pub(in crate::program) struct Words {
    words: &'static [u32],
    faulty: bool,
}

impl Words {
    pub(in crate::program) fn new(words: &'static [u32]) -> Self {
        Self { words, faulty: false }
    }
}

impl Source for Words {
    fn cells(&mut self, width: usize) -> Cow<'static, [u32]> {
        let table = self
            .words
            .split_first()
            .and_then(|(rows, rest)| rest.split_at_checked((*rows as usize).checked_mul(width)?));
        let Some((cells, rest)) = table else {
            self.faulty = true;
            return Cow::Borrowed(&[]);
        };
        self.words = rest;
        Cow::Borrowed(cells)
    }

    fn is_done(&self) -> bool {
        !self.faulty && self.words == [u32::from(END)]
    }

    fn texts(&mut self, texts: &str) -> Option<Vec<u32>> {
        let starts = self.cells(1).into_owned();
        (starts.last().copied() == Some(texts.len() as u32)).then_some(starts)
    }
}

/// Tables not read yet.
#[derive(Debug)]
pub(in crate::program) struct Packed<'b> {
    bytes: &'b [u8],
    /// How many texts were mentioned.
    texts: u32,
    /// Something made no sense.
    faulty: bool,
}

impl<'b> Packed<'b> {
    pub(in crate::program) fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, texts: 2, faulty: false }
    }

    /// Reads a column; of a table of several kinds of rows, that of one kind.
    fn column(&mut self, cells: &mut [u32], (at, width): (usize, usize), kind: Option<u32>) {
        let stored_as = self.number();
        if stored_as == column::TEXT {
            self.texts += self.number();
        }
        let mut above = 0;
        for row in cells.chunks_exact_mut(width) {
            if kind.is_some() && row.first().copied() != kind {
                continue;
            }
            let stored = self.number();
            let value = match stored_as {
                column::PLAIN => stored.wrapping_sub(1),
                column::TEXT => {
                    self.texts += u32::from(stored == 0);
                    self.texts.wrapping_sub(stored.max(1))
                }
                _ => u32::wrapping_add(above, (stored >> 1) ^ (stored & 1).wrapping_neg()),
            };
            above = value;
            if stored_as == column::START {
                let len = at.checked_sub(1).and_then(|before| row.get(before));
                above = value.wrapping_add(len.copied().unwrap_or_default());
            }
            if let Some(cell) = row.get_mut(at) {
                *cell = value;
            }
        }
    }

    fn number(&mut self) -> u32 {
        let mut value = 0;
        for shift in (0..32).step_by(7) {
            let Some((first, rest)) = self.bytes.split_first() else { break };
            self.bytes = rest;
            value |= u32::from(first & 127) << shift;
            if *first < 128 {
                return value;
            }
        }
        self.faulty = true;
        0
    }
}

impl Source for Packed<'_> {
    #[inline(never)]
    fn cells(&mut self, width: usize) -> Cow<'static, [u32]> {
        let rows = self.number() as usize;
        self.faulty |= rows > MOST_ROWS;
        let mut cells = vec![0; rows.min(MOST_ROWS) * width];
        let kinds = self.number();
        for at in 0..if kinds == 0 { width } else { 1 } {
            self.column(&mut cells, (at, width), None);
        }
        for kind in 0..kinds {
            for at in 1..=self.number() as usize {
                self.column(&mut cells, (at, width), Some(kind));
            }
        }
        Cow::Owned(cells)
    }

    fn is_done(&self) -> bool {
        !self.faulty && self.bytes == [END]
    }

    fn texts(&mut self, texts: &str) -> Option<Vec<u32>> {
        let count = self.number() as usize;
        let mut starts = vec![0];
        for (at, byte) in texts.bytes().enumerate() {
            if byte == b'\n' {
                starts.push(at as u32 + 1);
            }
        }
        (starts.len() == count + 1 && starts.last().copied() == Some(texts.len() as u32)).then_some(starts)
    }
}
