//! Programs as bytes: tables one after another, each column by column.
//!
//! A check of one file spends most of its time on starting, and every web page loads the bytes and the code that
//! reads them. Numbers of one column are alike, so they are stored as what distinguishes them from the one above;
//! most take a byte. One loop puts them all into cells, row by row; what the tables consist of then picks its
//! cells. The texts stand apart, one a line, in the order in which they are first mentioned.
//!
//! The same cells, row by row as they are, are what takes the least time.

#![allow(clippy::inline_always)] // a cell is a load where it is known which one

mod read;
mod write;

pub(super) use read::{Load, Packed, Source, Words};
pub(super) use write::Out;

use super::{Run, Str};

/// What can be written and read again. Bytes of another version give nonsense, never a panic; the tables are
/// bounds-checked wherever they are used.
pub(crate) trait Wire: Sized {
    fn put(&self, row: &mut Vec<Cell>);
    fn take(from: &mut &[u32]) -> Self;
}

/// What stands in a table of its own.
pub(crate) trait Row: Wire {
    /// How many cells it takes; of a kind that the first one tells, it may be fewer.
    const CELLS: usize;

    /// Puts the cells of a row behind others.
    fn store(&self, cells: &mut Vec<u32>) {
        let (mut row, end) = (vec![], cells.len() + Self::CELLS);
        self.put(&mut row);
        cells.extend(row.iter().map(|cell| match cell {
            Cell::Number(value) | Cell::Start(value) | Cell::Text(Str(value)) => *value,
        }));
        cells.resize(end, 0);
    }
}

/// One number of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    Number(u32),
    Text(Str),
    /// Where a run begins; its length stands before it.
    Start(u32),
}

/// How the cells of a column are stored.
mod column {
    /// One by one; adding one makes "none", all bits set, the shortest number of all.
    pub(super) const PLAIN: u32 = 0;
    /// As the difference from the cell above, the sign in the lowest bit.
    pub(super) const DELTA: u32 = 1;
    /// Texts: 0 for the next one not mentioned before, and for others how many texts they are back.
    pub(super) const TEXT: u32 = 2;
    /// Beginnings of runs, as the difference from the end of the run above; the column before holds the lengths.
    pub(super) const START: u32 = 3;
}

/// Behind the last table.
const END: u8 = 0xAC;

#[inline(always)]
fn next(from: &mut &[u32]) -> u32 {
    let Some((cell, rest)) = from.split_first() else { return 0 };
    *from = rest;
    *cell
}

impl Wire for Str {
    fn put(&self, row: &mut Vec<Cell>) {
        row.push(Cell::Text(*self));
    }

    #[inline(always)]
    fn take(from: &mut &[u32]) -> Self {
        Self(next(from))
    }
}

impl Wire for Run {
    fn put(&self, row: &mut Vec<Cell>) {
        row.extend([Cell::Number(self.len), Cell::Start(self.start)]);
    }

    #[inline(always)]
    fn take(from: &mut &[u32]) -> Self {
        let len = next(from);
        Self { start: next(from), len }
    }
}

macro_rules! numbers {
    ($($ty:ty),*) => {$(
        impl Wire for $ty {
            fn put(&self, row: &mut Vec<Cell>) {
                row.push(Cell::Number(u32::from(*self)));
            }

            #[inline(always)]
            fn take(from: &mut &[u32]) -> Self {
                next(from) as Self
            }
        }
    )*};
}
numbers!(u8, u16);

impl Wire for u32 {
    fn put(&self, row: &mut Vec<Cell>) {
        row.push(Cell::Number(*self));
    }

    #[inline(always)]
    fn take(from: &mut &[u32]) -> Self {
        next(from)
    }
}

impl Wire for i32 {
    fn put(&self, row: &mut Vec<Cell>) {
        row.push(Cell::Number(self.cast_unsigned()));
    }

    #[inline(always)]
    fn take(from: &mut &[u32]) -> Self {
        next(from).cast_signed()
    }
}

impl Wire for bool {
    fn put(&self, row: &mut Vec<Cell>) {
        row.push(Cell::Number(u32::from(*self)));
    }

    #[inline(always)]
    fn take(from: &mut &[u32]) -> Self {
        next(from) != 0
    }
}

impl Wire for char {
    fn put(&self, row: &mut Vec<Cell>) {
        row.push(Cell::Number(u32::from(*self)));
    }

    #[inline(always)]
    fn take(from: &mut &[u32]) -> Self {
        Self::from_u32(next(from)).unwrap_or_default()
    }
}

impl Wire for u64 {
    fn put(&self, row: &mut Vec<Cell>) {
        row.extend([*self as u32, (*self >> 32) as u32].map(Cell::Number));
    }

    #[inline(always)]
    fn take(from: &mut &[u32]) -> Self {
        let low = Self::from(next(from));
        low | Self::from(next(from)) << 32
    }
}

impl Wire for i64 {
    fn put(&self, row: &mut Vec<Cell>) {
        self.cast_unsigned().put(row);
    }

    #[inline(always)]
    fn take(from: &mut &[u32]) -> Self {
        u64::take(from).cast_signed()
    }
}

impl Wire for u128 {
    fn put(&self, row: &mut Vec<Cell>) {
        [*self as u64, (*self >> 64) as u64].put(row);
    }

    #[inline(always)]
    fn take(from: &mut &[u32]) -> Self {
        let low = Self::from(u64::take(from));
        low | Self::from(u64::take(from)) << 64
    }
}

/// What is not there takes as many cells as what is.
impl<T: Wire> Wire for Option<T> {
    fn put(&self, row: &mut Vec<Cell>) {
        self.is_some().put(row);
        match self {
            Some(value) => value.put(row),
            None => T::take(&mut &[][..]).put(row),
        }
    }

    #[inline(always)]
    fn take(from: &mut &[u32]) -> Self {
        let is_some = bool::take(from);
        let value = T::take(from);
        is_some.then_some(value)
    }
}

impl<T: Wire> Wire for [T; 2] {
    fn put(&self, row: &mut Vec<Cell>) {
        for item in self {
            item.put(row);
        }
    }

    #[inline(always)]
    fn take(from: &mut &[u32]) -> Self {
        [T::take(from), T::take(from)]
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn put(&self, row: &mut Vec<Cell>) {
        self.0.put(row);
        self.1.put(row);
    }

    #[inline(always)]
    fn take(from: &mut &[u32]) -> Self {
        (A::take(from), B::take(from))
    }
}

/// A struct is its fields, in the order given here.
macro_rules! wire_struct {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        impl $crate::program::wire::Wire for $name {
            fn put(&self, row: &mut Vec<$crate::program::wire::Cell>) {
                $($crate::program::wire::Wire::put(&self.$field, row);)*
            }

            #[inline(always)]
            fn take(from: &mut &[u32]) -> Self {
                Self { $($field: $crate::program::wire::Wire::take(from),)* }
            }
        }
    )*};
}

/// An enum is the number of its variant, then the fields. Its first variant stands for what is none of them.
macro_rules! wire_enum {
    ($($name:ident { $($tag:literal $variant:ident $(($($part:ident),*))? $({$($field:ident),*})?),* $(,)? })*) => {$(
        impl $crate::program::wire::Wire for $name {
            fn put(&self, row: &mut Vec<$crate::program::wire::Cell>) {
                match self {
                    $(Self::$variant $(($($part),*))? $({ $($field),* })? => {
                        row.push($crate::program::wire::Cell::Number($tag));
                        $($($crate::program::wire::Wire::put($part, row);)*)?
                        $($($crate::program::wire::Wire::put($field, row);)*)?
                    })*
                }
            }

            #[inline(always)]
            fn take(from: &mut &[u32]) -> Self {
                match u32::take(from) {
                    $($tag => wire_enum!(@take from $variant $(($($part),*))? $({$($field),*})?),)*
                    _ => wire_enum!(@first from $($variant $(($($part),*))? $({$($field),*})?),*),
                }
            }
        }
    )*};
    (@take $from:ident $variant:ident) => { Self::$variant };
    (@take $from:ident $variant:ident ($($part:ident),*)) => {{
        $(let $part = $crate::program::wire::Wire::take($from);)*
        Self::$variant($($part),*)
    }};
    (@take $from:ident $variant:ident {$($field:ident),*}) => {
        Self::$variant { $($field: $crate::program::wire::Wire::take($from)),* }
    };
    (@first $from:ident $variant:ident $(($($part:ident),*))? $({$($field:ident),*})? $(, $($rest:tt)*)?) => {
        wire_enum!(@take $from $variant $(($($part),*))? $({$($field),*})?)
    };
}
pub(crate) use {wire_enum, wire_struct};
