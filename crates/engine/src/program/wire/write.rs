//! Programs to bytes: what development time does.

use super::{Cell, END, Row, column};
use crate::program::{NONE, Str};
use std::collections::HashMap;

/// Tables to be written, and the texts they mention.
#[derive(Debug)]
pub(in crate::program) struct Out {
    packed: Vec<u8>,
    wide: Vec<u32>,
    texts: Vec<Str>,
    ids: HashMap<Str, u32>,
    starts: Vec<u32>,
    /// How many texts a reader knows of.
    told: u32,
}

impl Out {
    /// The first texts are none and this one.
    pub(in crate::program) fn new(second: Str) -> Self {
        let none = Str::default();
        let ids = HashMap::from([(second, 1), (none, 0)]);
        Self { packed: vec![], wide: vec![], texts: vec![none, second], ids, starts: vec![], told: 2 }
    }

    pub(in crate::program) fn table<T: Row>(&mut self, items: impl Iterator<Item = T>) {
        let rows: Vec<Vec<Cell>> = items
            .map(|item| {
                let mut row = vec![];
                item.put(&mut row);
                debug_assert!(row.len() <= T::CELLS, "{row:?}");
                row
            })
            .collect();
        number(rows.len() as u32, &mut self.packed);
        let all: Vec<&[Cell]> = rows.iter().map(Vec::as_slice).collect();
        let ragged = rows.iter().any(|row| row.len() < T::CELLS);
        let kind = |row: &[Cell]| if ragged { row.first().map_or(0, |cell| self.ids_of(*cell)) } else { 0 };
        let kinds: Vec<u32> = all.iter().map(|row| kind(row)).collect();
        if ragged {
            let count = kinds.iter().max().map_or(0, |most| most + 1);
            number(count, &mut self.packed);
            self.column(&all, 0);
            for kind in 0..count {
                let these = all.iter().zip(&kinds).filter(|(_, k)| **k == kind);
                let these: Vec<&[Cell]> = these.map(|(row, _)| *row).collect();
                let width = these.first().map_or(1, |row| row.len());
                number(width as u32 - 1, &mut self.packed);
                for at in 1..width {
                    self.column(&these, at);
                }
            }
        } else {
            number(0, &mut self.packed);
            for at in 0..T::CELLS {
                self.column(&all, at);
            }
        }
        self.wide.push(rows.len() as u32);
        for row in &rows {
            let end = self.wide.len() + T::CELLS;
            let values: Vec<u32> = row.iter().map(|cell| self.ids_of(*cell)).collect();
            self.wide.extend(values);
            self.wide.resize(end, 0);
        }
    }

    /// A column of rows that have it.
    fn column(&mut self, rows: &[&[Cell]], at: usize) {
        let cells: Vec<Cell> = rows.iter().filter_map(|row| row.get(at)).copied().collect();
        let before: Vec<u32> = rows
            .iter()
            .filter_map(|row| row.get(at.checked_sub(1)?))
            .map(|cell| self.ids_of(*cell))
            .collect();
        let fresh = self.texts.len() as u32;
        for cell in &cells {
            if let Cell::Text(text) = cell
                && !self.ids.contains_key(text)
            {
                self.ids.insert(*text, self.texts.len() as u32);
                self.texts.push(*text);
            }
        }
        let values: Vec<u32> = cells.iter().map(|cell| self.ids_of(*cell)).collect();
        let (kind, stored) = if cells.iter().all(|cell| matches!(cell, Cell::Text(_))) {
            let others = fresh - self.told;
            self.told = self.texts.len() as u32;
            (column::TEXT, std::iter::once(others).chain(back(&values, fresh)).collect())
        } else if cells.iter().all(|cell| matches!(cell, Cell::Start(_))) {
            (column::START, distances(&before, &values))
        } else {
            let (plain, delta) = (plain(&values), delta(&values));
            let shorter = room(&delta) < room(&plain);
            if shorter { (column::DELTA, delta) } else { (column::PLAIN, plain) }
        };
        number(kind, &mut self.packed);
        for cell in stored {
            number(cell, &mut self.packed);
        }
    }

    /// A cell as a number of its own.
    fn ids_of(&self, cell: Cell) -> u32 {
        match cell {
            Cell::Number(value) | Cell::Start(value) => value,
            Cell::Text(text) => self.ids.get(&text).copied().unwrap_or(NONE),
        }
    }

    /// The texts, each with a line break behind it, which none has within; `text` finds those that were mentioned.
    pub(in crate::program) fn texts<'t>(&mut self, text: impl Fn(Str) -> &'t str) -> String {
        let mut all = String::new();
        self.starts = vec![0];
        for one in &self.texts {
            all.push_str(text(*one));
            all.push('\n');
            self.starts.push(all.len() as u32);
        }
        all
    }

    pub(in crate::program) fn packed(self) -> Vec<u8> {
        let mut bytes = vec![];
        number(self.texts.len() as u32, &mut bytes);
        bytes.extend(self.packed);
        bytes.push(END);
        bytes
    }

    pub(in crate::program) fn wide(self) -> Vec<u8> {
        let count = self.starts.len() as u32;
        let words = std::iter::once(count).chain(self.starts).chain(self.wide).chain([u32::from(END)]);
        words.flat_map(u32::to_le_bytes).collect()
    }
}

fn plain(cells: &[u32]) -> Vec<u32> {
    cells.iter().map(|cell| cell.wrapping_add(1)).collect()
}

fn delta(cells: &[u32]) -> Vec<u32> {
    let above = std::iter::once(&0).chain(cells);
    cells.iter().zip(above).map(|(cell, above)| zigzag(cell.wrapping_sub(*above))).collect()
}

fn distances(lens: &[u32], starts: &[u32]) -> Vec<u32> {
    let ends = starts.iter().zip(lens).map(|(start, len)| start.wrapping_add(*len));
    starts
        .iter()
        .zip(std::iter::once(0).chain(ends))
        .map(|(start, end)| zigzag(start.wrapping_sub(end)))
        .collect()
}

/// Texts, `fresh` of which were mentioned before the column.
fn back(ids: &[u32], mut fresh: u32) -> Vec<u32> {
    let back = |id: &u32| {
        let back = fresh - id;
        fresh += u32::from(back == 0);
        back
    };
    ids.iter().map(back).collect()
}

fn zigzag(difference: u32) -> u32 {
    (difference << 1) ^ (difference.cast_signed() >> 31).cast_unsigned()
}

/// How much room the cells take at best, to compare by: in whole numbers, which are the same on every machine.
fn room(cells: &[u32]) -> u64 {
    let mut counts: HashMap<u32, u64> = HashMap::new();
    for cell in cells {
        *counts.entry(*cell).or_default() += 1;
    }
    let all = cells.len() as u64;
    // Thirds of bits for every cell, and a byte for every value.
    counts.values().map(|count| count * u64::from((16 * all / count).pow(3).ilog2()) + 24).sum()
}

fn number(mut value: u32, out: &mut Vec<u8>) {
    while value >= 128 {
        out.push(value as u8 | 128);
        value >>= 7;
    }
    out.push(value as u8);
}
