//! Programs as bytes: tables one after another, each column by column.
//!
//! A check of one file spends most of its time on starting, and every web page loads the bytes and the code that
//! reads them. Numbers of one column are alike, so they are stored as what distinguishes them from the one above;
//! most take a byte, and what all rows have in common is stored once. One loop reads them all; what the tables
//! consist of then picks its cells. The texts stand apart, one a line, in the order in which they are first
//! mentioned; wide tables say how long they are as well.

mod read;
mod write;

pub(super) use read::Tables;
pub(super) use write::Out;

use super::{Run, Str};

/// What can be written and read again. Bytes of another version give nonsense, never a panic; the tables are
/// bounds-checked wherever they are used.
pub(crate) trait Wire: Sized {
    fn put(&self, row: &mut Vec<Cell>);
    fn take(from: &mut Tables<'_>) -> Self;
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
    /// Once for all rows.
    pub(super) const SAME: u32 = 0;
    /// One by one; adding one makes "none", all bits set, the shortest number of all.
    pub(super) const PLAIN: u32 = 1;
    /// As the difference from the cell above, the sign in the lowest bit.
    pub(super) const DELTA: u32 = 2;
    /// Texts: how many were mentioned before, then 0 for the next one, and for others how many texts they are back.
    pub(super) const TEXT: u32 = 3;
    /// Beginnings of runs, as the difference from the end of the run above; the column before holds the lengths.
    pub(super) const START: u32 = 4;
    /// One by one, four bytes each: most room, least time.
    pub(super) const WIDE: u32 = 5;
}

/// Behind the last table.
const END: u8 = 0xAC;
impl Wire for Str {
    fn put(&self, row: &mut Vec<Cell>) {
        row.push(Cell::Text(*self));
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn take(from: &mut Tables<'_>) -> Self {
        let id = from.cell() as usize;
        from.texts.get(id).copied().unwrap_or_default()
    }
}

impl Wire for Run {
    fn put(&self, row: &mut Vec<Cell>) {
        row.extend([Cell::Number(self.len), Cell::Start(self.start)]);
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn take(from: &mut Tables<'_>) -> Self {
        let len = from.cell();
        Self { start: from.cell(), len }
    }
}

macro_rules! numbers {
    ($($ty:ty),*) => {$(
        impl Wire for $ty {
            fn put(&self, row: &mut Vec<Cell>) {
                row.push(Cell::Number(u32::from(*self)));
            }

            fn take(from: &mut Tables<'_>) -> Self {
                from.cell() as Self
            }
        }
    )*};
}
numbers!(u8, u16);

impl Wire for u32 {
    fn put(&self, row: &mut Vec<Cell>) {
        row.push(Cell::Number(*self));
    }

    fn take(from: &mut Tables<'_>) -> Self {
        from.cell()
    }
}

impl Wire for i32 {
    fn put(&self, row: &mut Vec<Cell>) {
        row.push(Cell::Number(self.cast_unsigned()));
    }

    fn take(from: &mut Tables<'_>) -> Self {
        from.cell().cast_signed()
    }
}

impl Wire for bool {
    fn put(&self, row: &mut Vec<Cell>) {
        row.push(Cell::Number(u32::from(*self)));
    }

    fn take(from: &mut Tables<'_>) -> Self {
        from.kind(2) == 1
    }
}

impl Wire for char {
    fn put(&self, row: &mut Vec<Cell>) {
        row.push(Cell::Number(u32::from(*self)));
    }

    fn take(from: &mut Tables<'_>) -> Self {
        Self::from_u32(from.cell()).unwrap_or_default()
    }
}

impl Wire for u64 {
    fn put(&self, row: &mut Vec<Cell>) {
        row.extend([*self as u32, (*self >> 32) as u32].map(Cell::Number));
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn take(from: &mut Tables<'_>) -> Self {
        let low = Self::from(from.cell());
        low | Self::from(from.cell()) << 32
    }
}

impl Wire for i64 {
    fn put(&self, row: &mut Vec<Cell>) {
        self.cast_unsigned().put(row);
    }

    fn take(from: &mut Tables<'_>) -> Self {
        u64::take(from).cast_signed()
    }
}

impl Wire for u128 {
    fn put(&self, row: &mut Vec<Cell>) {
        [*self as u64, (*self >> 64) as u64].put(row);
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn take(from: &mut Tables<'_>) -> Self {
        let [low, high] = <[u64; 2]>::take(from).map(Self::from);
        low | high << 64
    }
}

/// What is not there takes as many cells as what is.
impl<T: Wire> Wire for Option<T> {
    fn put(&self, row: &mut Vec<Cell>) {
        self.is_some().put(row);
        match self {
            Some(value) => value.put(row),
            None => T::take(&mut Tables::default()).put(row),
        }
    }

    fn take(from: &mut Tables<'_>) -> Self {
        let is_some = bool::take(from);
        let value = T::take(from);
        is_some.then_some(value)
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn put(&self, row: &mut Vec<Cell>) {
        (self.len() as u32).put(row);
        for item in self {
            item.put(row);
        }
    }

    fn take(from: &mut Tables<'_>) -> Self {
        // Every item takes a cell at least.
        let most = from.len() + 1;
        (0..from.kind(most).min(most)).map(|_| T::take(from)).collect()
    }
}

impl<T: Wire> Wire for [T; 2] {
    fn put(&self, row: &mut Vec<Cell>) {
        for item in self {
            item.put(row);
        }
    }

    fn take(from: &mut Tables<'_>) -> Self {
        [T::take(from), T::take(from)]
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn put(&self, row: &mut Vec<Cell>) {
        self.0.put(row);
        self.1.put(row);
    }

    fn take(from: &mut Tables<'_>) -> Self {
        (A::take(from), B::take(from))
    }
}

/// A struct is its fields, in the order given here; one more is not stored.
macro_rules! wire_struct {
    ($($name:ident { $($field:ident),* $(,)? } $(+ $other:ident: $value:expr)?)*) => {$(
        impl $crate::program::wire::Wire for $name {
            fn put(&self, row: &mut Vec<$crate::program::wire::Cell>) {
                $($crate::program::wire::Wire::put(&self.$field, row);)*
            }

            fn take(from: &mut $crate::program::wire::Tables<'_>) -> Self {
                Self { $($field: $crate::program::wire::Wire::take(from),)* $($other: $value)? }
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

            fn take(from: &mut $crate::program::wire::Tables<'_>) -> Self {
                const KINDS: usize = [$($tag),*].len();
                match from.kind(KINDS) {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn again<T: Wire + PartialEq + std::fmt::Debug>(items: &[T], texts: &str) -> (Vec<T>, String) {
        let mut out = Out::default();
        out.table(items);
        let text =
            |s: Str| texts.get(s.start as usize..).and_then(|t| t.get(..s.len as usize)).unwrap_or_default();
        let mut wide = Out::wide();
        wide.table(items);
        let (wide, _) = wide.finish(text);
        let (bytes, texts) = out.finish(text);
        let [back, same] = [&bytes, &wide].map(|bytes| {
            let mut from = Tables::new(bytes, &texts);
            let back = from.table();
            assert!(from.finish());
            back
        });
        assert_eq!(back, same);
        (back, texts)
    }

    #[track_caller]
    fn same<T: Wire + PartialEq + std::fmt::Debug>(items: &[T]) {
        assert_eq!(again(items, "").0, items);
        for item in items {
            assert_eq!(again(std::slice::from_ref(item), "").0, std::slice::from_ref(item));
        }
    }

    #[test]
    fn numbers() {
        same::<u32>(&[]);
        same(&[0, 1, 126, 127, 128, 16_383, 16_384, u32::MAX - 1, u32::MAX, 0, u32::MAX]);
        same(&(0..500).collect::<Vec<u32>>());
        same(&[0, -1, 1, 63, -64, 64, i64::MIN, i64::MAX]);
        same(&[0, 1, u128::MAX, 1 << 127, 1 << 64]);
        same(&[Run { start: 7, len: 2 }, Run { start: 9, len: 300 }, Run { start: 0, len: 0 }]);
        same(&[(Some('中'), true), (None, false)]);
        same(&[vec![1u8, 2], vec![], vec![3]]);
        same(&[[7u8, 7], [7, 7], [7, 7]]);
    }

    #[test]
    fn texts_follow_one_another_as_they_are_mentioned() {
        let text = |start, len| Str { start, len };
        let mentioned = [(text(2, 1), text(0, 2)), (text(3, 0), text(2, 1)), (text(2, 1), text(0, 2))];
        let (back, texts) = again(&mentioned, "abc");
        assert_eq!(texts, "c\n\nab\n");
        assert_eq!(back, [(text(0, 1), text(3, 2)), (text(2, 0), text(0, 1)), (text(0, 1), text(3, 2))]);
    }

    #[test]
    fn texts_mentioned_among_numbers_count() {
        let text = |start| Str { start, len: 1 };
        let mut out = Out::default();
        out.table(&[vec![text(0)], vec![text(1), text(2)]]);
        out.table(&[text(3), text(1)]);
        let (bytes, texts) = out.finish(|s| ["a", "b", "c", "d"].get(s.start as usize).unwrap_or(&""));
        let mut from = Tables::new(&bytes, &texts);
        assert_eq!(from.table::<Vec<Str>>(), [vec![text(0)], vec![text(2), text(4)]]);
        assert_eq!(from.table::<Str>(), [text(6), text(2)]);
        assert!(from.finish() && texts == "a\nb\nc\nd\n");
    }

    #[test]
    fn bytes_that_make_no_sense() {
        for bytes in
            [&[][..], &[200], &[255; 20], &[0, 1, 2, 3, 4], &[0, 0, 0, 0], &[0, 9, 0, 255, 255, 255, 3]]
        {
            let mut from = Tables::new(bytes, "");
            let _: Vec<Option<u32>> = from.table();
            assert!(!from.finish(), "{bytes:?}");
        }
    }
}
