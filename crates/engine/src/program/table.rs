//! Tables as they are stored: cells, row by row, picked where they are needed.

#![allow(clippy::inline_always)] // who uses two columns reads two cells, whatever a row has

use super::Run;
use super::wire::Row;
use std::borrow::Cow;
use std::marker::PhantomData;
use std::slice::ChunksExact;

/// Rows of one type.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Table<T> {
    pub(super) cells: Cow<'static, [u32]>,
    rows: PhantomData<T>,
}

/// Some rows, one after another.
pub(crate) struct Rows<'t, T> {
    rows: ChunksExact<'t, u32>,
    of: PhantomData<T>,
}

impl<'t, T: Row> Rows<'t, T> {
    #[inline(always)]
    fn of(cells: &'t [u32]) -> Self {
        Self { rows: cells.chunks_exact(T::CELLS), of: PhantomData }
    }
}

impl<T: Row> Iterator for Rows<'_, T> {
    type Item = T;

    #[inline(always)]
    fn next(&mut self) -> Option<T> {
        let mut row = self.rows.next()?;
        Some(T::take(&mut row))
    }

    // Rows that are passed over are not looked at.
    #[inline(always)]
    fn nth(&mut self, at: usize) -> Option<T> {
        let mut row = self.rows.nth(at)?;
        Some(T::take(&mut row))
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { cells: Cow::Borrowed(&[]), rows: PhantomData }
    }
}

impl<T: Row> Table<T> {
    pub(crate) fn len(&self) -> usize {
        self.cells.len() / T::CELLS
    }

    #[inline(always)]
    pub(crate) fn get(&self, at: usize) -> Option<T> {
        let start = at.wrapping_mul(T::CELLS);
        let mut row = self.cells.get(start..start.wrapping_add(T::CELLS))?;
        Some(T::take(&mut row))
    }

    /// The rows of a run; none if not all of them are there.
    #[inline(always)]
    pub(crate) fn run(&self, run: Run) -> Rows<'_, T> {
        let range = run.range();
        Rows::of(self.cells.get(range.start * T::CELLS..range.end * T::CELLS).unwrap_or_default())
    }

    #[inline(always)]
    pub(crate) fn iter(&self) -> Rows<'_, T> {
        Rows::of(&self.cells)
    }

    /// Adds a row, and gives its number.
    pub(crate) fn push(&mut self, row: &T) -> u32 {
        let at = self.len() as u32;
        row.store(self.cells.to_mut());
        at
    }

    /// Adds several rows.
    pub(crate) fn extend(&mut self, rows: impl IntoIterator<Item = T>) -> Run {
        let start = self.len() as u32;
        for row in rows {
            self.push(&row);
        }
        Run { start, len: self.len() as u32 - start }
    }

    /// Changes a row, if it is there.
    pub(crate) fn edit(&mut self, at: u32, change: impl FnOnce(&mut T)) {
        let Some(mut row) = self.get(at as usize) else { return };
        change(&mut row);
        let mut cells = vec![];
        row.store(&mut cells);
        let start = at as usize * T::CELLS;
        if let Some(place) = self.cells.to_mut().get_mut(start..start + T::CELLS) {
            place.copy_from_slice(&cells);
        }
    }
}
