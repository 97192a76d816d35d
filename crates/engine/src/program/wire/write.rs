//! Programs to bytes: what development time does.

use super::{Cell, END, Wire, column};
use crate::program::Str;
use std::collections::HashMap;

/// Tables written so far, and the texts they mention.
#[derive(Debug, Default)]
pub(in crate::program) struct Out {
    tables: Vec<u8>,
    texts: Vec<Str>,
    ids: HashMap<Str, u32>,
    /// Whether time counts more than room.
    wide: bool,
}

impl Out {
    pub(in crate::program) fn wide() -> Self {
        Self { wide: true, ..Self::default() }
    }

    pub(in crate::program) fn table<T: Wire>(&mut self, items: &[T]) {
        let rows: Vec<Vec<Cell>> = items
            .iter()
            .map(|item| {
                let mut row = vec![];
                item.put(&mut row);
                row
            })
            .collect();
        number(rows.len() as u32, &mut self.tables);
        let width = rows.first().map_or(0, Vec::len);
        let ragged = width == 0 || rows.iter().any(|row| row.len() != width);
        if self.wide {
            if !ragged {
                // Texts are numbered as they are column by column.
                for at in 0..width {
                    for cell in rows.iter().filter_map(|row| row.get(at)) {
                        self.plain(*cell);
                    }
                }
            }
            self.one_column(column::WIDE, &rows.concat());
            return;
        }
        if ragged {
            return self.one_column(column::PLAIN, &rows.concat());
        }
        number(width as u32, &mut self.tables);
        let mut before = vec![];
        for at in 0..width {
            let cells: Vec<Cell> = rows.iter().filter_map(|row| row.get(at)).copied().collect();
            let fresh = self.texts.len() as u32;
            let values: Vec<u32> = cells.iter().map(|cell| self.plain(*cell)).collect();
            if cells.iter().all(|cell| matches!(cell, Cell::Text(_))) {
                self.column(column::TEXT, &back(&values, fresh));
            } else if cells.iter().all(|cell| matches!(cell, Cell::Start(_))) {
                self.column(column::START, &distances(&before, &values));
            } else if values.iter().all(|value| Some(value) == values.first()) {
                let one = values.get(..1).unwrap_or_default();
                self.column(column::SAME, &plain(one));
            } else {
                let (plain, delta) = (plain(&values), delta(&values));
                let shorter = room(&delta) < room(&plain);
                let (kind, stored) = if shorter { (column::DELTA, delta) } else { (column::PLAIN, plain) };
                self.column(kind, &stored);
            }
            before = values;
        }
    }

    /// A table as one column, of whatever length.
    fn one_column(&mut self, kind: u32, cells: &[Cell]) {
        number(0, &mut self.tables);
        number(cells.len() as u32, &mut self.tables);
        let values: Vec<u32> = cells.iter().map(|cell| self.plain(*cell)).collect();
        if kind == column::PLAIN {
            return self.column(kind, &plain(&values));
        }
        self.column(kind, &[]);
        self.tables.extend(values.iter().flat_map(|value| value.to_le_bytes()));
    }

    fn column(&mut self, kind: u32, cells: &[u32]) {
        number(kind, &mut self.tables);
        for cell in cells {
            number(*cell, &mut self.tables);
        }
    }

    /// A cell as a number of its own.
    fn plain(&mut self, cell: Cell) -> u32 {
        match cell {
            Cell::Number(value) | Cell::Start(value) => value,
            Cell::Text(text) => *self.ids.entry(text).or_insert_with(|| {
                self.texts.push(text);
                self.texts.len() as u32 - 1
            }),
        }
    }

    /// The tables and the texts, each with a line break behind it, which none has within; `text` finds those that
    /// were mentioned.
    pub(in crate::program) fn finish<'t>(self, text: impl Fn(Str) -> &'t str) -> (Vec<u8>, String) {
        let mut bytes = vec![];
        number((self.texts.len() as u32) << 1 | u32::from(self.wide), &mut bytes);
        for text in self.texts.iter().filter(|_| self.wide) {
            number(text.len, &mut bytes);
        }
        bytes.extend(self.tables);
        bytes.push(END);
        (bytes, self.texts.into_iter().flat_map(|one| [text(one), "\n"]).collect())
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

/// The number of texts mentioned before the column, then its cells.
fn back(ids: &[u32], mut fresh: u32) -> Vec<u32> {
    let before = fresh;
    let back = |id: &u32| {
        let back = fresh - id;
        fresh += u32::from(back == 0);
        back
    };
    std::iter::once(before).chain(ids.iter().map(back)).collect()
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
