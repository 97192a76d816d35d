//! Bytes to programs.

use super::{END, Wire, column};
use crate::program::Str;

/// More cells no table has.
const MOST_CELLS: usize = 1 << 22;

/// Tables not read yet, and the cells of the one being read.
#[derive(Debug, Default)]
pub(in crate::program) struct Tables<'b> {
    bytes: &'b [u8],
    pub(super) texts: Vec<Str>,
    cells: Vec<u32>,
    /// The cells of a wide table where they are stored.
    wide: &'b [[u8; 4]],
    /// The next cell, and how far away the one after it is.
    at: usize,
    stride: usize,
    row: usize,
    rows: usize,
    /// Something was no value of its type.
    faulty: bool,
}

impl<'b> Tables<'b> {
    pub(in crate::program) fn new(bytes: &'b [u8], texts: &str) -> Self {
        let mut tables = Self { bytes, ..Self::default() };
        let first = tables.number();
        let count = (first >> 1) as usize;
        let mut rest = texts.as_bytes();
        tables.texts.reserve(count.min(rest.len()));
        for _ in 0..count {
            let len = if first & 1 == 1 {
                tables.number()
            } else {
                rest.iter().take_while(|byte| **byte != b'\n').count() as u32
            };
            let Some((_, behind)) = rest.split_at_checked(len as usize + 1) else {
                tables.faulty = true;
                break;
            };
            tables.texts.push(Str { start: (texts.len() - rest.len()) as u32, len });
            rest = behind;
        }
        tables.faulty |= !rest.is_empty();
        tables
    }

    /// Whether all tables were read, and they and the texts made sense.
    pub(in crate::program) fn finish(&self) -> bool {
        !self.faulty && self.bytes == [END]
    }

    pub(in crate::program) fn table<T: Wire>(&mut self) -> Vec<T> {
        let mut items = Vec::with_capacity(self.load());
        while self.row() {
            items.push(T::take(self));
        }
        items
    }

    /// Goes to the next row, if there is one.
    #[cfg_attr(target_family = "wasm", inline(never))]
    #[cfg_attr(not(target_family = "wasm"), inline)]
    fn row(&mut self) -> bool {
        if self.row == self.rows {
            return false;
        }
        if self.stride != 1 {
            self.at = self.row;
        }
        self.row += 1;
        true
    }

    /// Reads the cells of the next table, and gives the number of its rows.
    fn load(&mut self) -> usize {
        let rows = self.number() as usize;
        let width = self.number() as usize;
        let (columns, len) = if width == 0 { (1, self.number() as usize) } else { (width, rows) };
        self.cells.clear();
        self.row = 0;
        self.wide = &[];
        if rows > MOST_CELLS || len.saturating_mul(columns) > MOST_CELLS {
            self.faulty = true;
            self.rows = 0;
            return 0;
        }
        for _ in 0..columns {
            self.column(len);
        }
        (self.at, self.rows) = (0, rows);
        // The cells of a single column follow one another either way.
        self.stride = if width > 1 { rows } else { 1 };
        rows
    }

    fn column(&mut self, len: usize) {
        let kind = self.number();
        let first = self.cells.len();
        if kind == column::SAME {
            let value = self.number().wrapping_sub(1);
            return self.cells.resize(first + len, value);
        }
        if kind == column::WIDE {
            let Some((cells, rest)) = self.bytes.split_at_checked(4 * len) else {
                self.faulty = true;
                return;
            };
            self.bytes = rest;
            self.wide = cells.as_chunks().0;
            return;
        }
        self.cells.reserve(len);
        let mut fresh = if kind == column::TEXT { self.number() } else { 0 };
        let mut value = 0u32;
        for at in first..first + len {
            let stored = self.number();
            value = match kind {
                column::PLAIN => stored.wrapping_sub(1),
                column::TEXT => {
                    fresh = fresh.wrapping_add(u32::from(stored == 0));
                    fresh.wrapping_sub(stored.max(1))
                }
                _ => value.wrapping_add((stored >> 1) ^ (stored & 1).wrapping_neg()),
            };
            self.cells.push(value);
            if kind == column::START {
                let len = at.checked_sub(len).and_then(|before| self.cells.get(before));
                value = value.wrapping_add(len.copied().unwrap_or(0));
            }
        }
    }

    // The module for web pages loads in the background, and a copy of this in every loop would be longer.
    #[cfg_attr(target_family = "wasm", inline(never))]
    #[cfg_attr(not(target_family = "wasm"), inline)]
    fn number(&mut self) -> u32 {
        match self.bytes {
            [first @ 0..128, rest @ ..] => {
                self.bytes = rest;
                u32::from(*first)
            }
            _ => self.long_number(),
        }
    }

    #[cold]
    #[inline(never)]
    fn long_number(&mut self) -> u32 {
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

    #[cfg_attr(target_family = "wasm", inline(never))]
    #[cfg_attr(not(target_family = "wasm"), inline)]
    pub(super) fn cell(&mut self) -> u32 {
        let at = self.at;
        self.at += self.stride;
        match self.wide.get(at) {
            Some(cell) => u32::from_le_bytes(*cell),
            None => self.cells.get(at).copied().unwrap_or_default(),
        }
    }

    /// How many cells the table has.
    pub(super) fn len(&self) -> usize {
        self.cells.len().max(self.wide.len())
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    /// A number below `kinds`, as it tells the variants of an enum apart.
    pub(in crate::program) fn kind(&mut self, kinds: usize) -> usize {
        let kind = self.cell() as usize;
        self.faulty |= kind >= kinds;
        kind
    }
}
