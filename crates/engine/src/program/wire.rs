//! Programs as bytes: tables one after another, most numbers in two bytes.
//!
//! A check of one file spends most of its time on starting, so reading a program in is a plain loop; and it is
//! code that every web page loads, so it is short. The texts stand apart from the tables.

#![allow(clippy::inline_always)] // reading a program is one loop; calls in it double the time to start

use super::{Run, Str};

/// What can be written and read again. Bytes of another version give nonsense, never a panic; the tables are
/// bounds-checked wherever they are used.
pub(crate) trait Wire: Sized {
    fn put(&self, out: &mut Out);
    fn take(from: &mut Words<'_>) -> Self;
}

/// Words written so far.
#[derive(Debug, Default)]
pub(crate) struct Out {
    pub(crate) words: Vec<u16>,
    ends: [u32; 2],
}

impl Out {
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.words.iter().chain([&END]).flat_map(|word| word.to_le_bytes()).collect()
    }
}

/// What follows is a number of four words.
const LONG: u16 = u16::MAX;
/// Behind the last table.
const END: u16 = 0xACE5;

/// Words not read yet. Most numbers are one word, so most of reading is a load and a comparison.
#[derive(Debug)]
pub(crate) struct Words<'b> {
    rest: std::slice::Iter<'b, [u8; 2]>,
    ends: [u32; 2],
    /// Something was no value of its type.
    faulty: bool,
}

impl<'b> Words<'b> {
    pub(crate) fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes.as_chunks().0.iter(), ends: [0; 2], faulty: false }
    }

    /// Whether all words were read, and made sense.
    pub(crate) fn finish(mut self) -> bool {
        self.word() == END && self.rest.len() == 0 && !self.faulty
    }

    #[inline(always)]
    fn word(&mut self) -> u16 {
        self.rest.next().map_or(0, |bytes| u16::from_le_bytes(*bytes))
    }

    // Tens of thousands of times when a program starts. The module for web pages loads in the background, and
    // a copy of this for every field of every table would be a tenth of its code.
    #[cfg_attr(target_family = "wasm", inline(never))]
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn number(&mut self) -> u64 {
        let word = self.word();
        if word == LONG { self.long_number() } else { u64::from(word) }
    }

    #[cold]
    #[inline(never)]
    fn long_number(&mut self) -> u64 {
        (0..64).step_by(16).fold(0, |value, shift| value | u64::from(self.word()) << shift)
    }

    /// A number below `kinds`, as it tells the variants of an enum apart.
    #[cfg_attr(target_family = "wasm", inline(never))]
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(crate) fn kind(&mut self, kinds: usize) -> usize {
        let kind = usize::from(self.word());
        self.faulty |= kind >= kinds;
        kind
    }
}

fn number(value: u64, out: &mut Out) {
    match u16::try_from(value) {
        Ok(word) if word != LONG => out.words.push(word),
        _ => {
            out.words.push(LONG);
            out.words.extend((0..64).step_by(16).map(|shift| (value >> shift) as u16));
        }
    }
}

/// Texts, and runs of tables, mostly begin where the one before them ended: the distance is a small number.
fn stretch(kind: usize, (start, len): (u32, u32), out: &mut Out) {
    let end = out.ends.get_mut(kind).map_or(0, |end| std::mem::replace(end, start + len));
    (i64::from(start) - i64::from(end)).put(out);
    number(u64::from(len), out);
}

#[cfg_attr(target_family = "wasm", inline(never))]
#[cfg_attr(not(target_family = "wasm"), inline)]
fn take_stretch(kind: usize, from: &mut Words<'_>) -> (u32, u32) {
    let distance = i64::take(from).cast_unsigned() as u32;
    let len = from.number() as u32;
    let Some(end) = from.ends.get_mut(kind) else { return (0, 0) };
    let start = end.wrapping_add(distance);
    *end = start.wrapping_add(len);
    (start, len)
}

impl Wire for Str {
    fn put(&self, out: &mut Out) {
        stretch(0, (self.start, self.len), out);
    }

    fn take(from: &mut Words<'_>) -> Self {
        let (start, len) = take_stretch(0, from);
        Self { start, len }
    }
}

impl Wire for Run {
    fn put(&self, out: &mut Out) {
        stretch(1, (self.start, self.len), out);
    }

    fn take(from: &mut Words<'_>) -> Self {
        let (start, len) = take_stretch(1, from);
        Self { start, len }
    }
}

macro_rules! numbers {
    ($($ty:ty),*) => {$(
        impl Wire for $ty {
            fn put(&self, out: &mut Out) {
                // Adding one makes "none", all bits set, the shortest number of all.
                number(u64::from(self.wrapping_add(1)), out);
            }

            #[inline]
            fn take(from: &mut Words<'_>) -> Self {
                (from.number() as Self).wrapping_sub(1)
            }
        }
    )*};
}
numbers!(u16, u32, u64);

impl Wire for u8 {
    fn put(&self, out: &mut Out) {
        number(u64::from(*self), out);
    }

    fn take(from: &mut Words<'_>) -> Self {
        from.number() as Self
    }
}

impl Wire for bool {
    fn put(&self, out: &mut Out) {
        out.words.push(u16::from(*self));
    }

    fn take(from: &mut Words<'_>) -> Self {
        from.kind(2) == 1
    }
}

/// The sign goes into the lowest bit.
impl Wire for i64 {
    fn put(&self, out: &mut Out) {
        number(((self << 1) ^ (self >> 63)).cast_unsigned(), out);
    }

    fn take(from: &mut Words<'_>) -> Self {
        let value = from.number();
        (value >> 1) as Self ^ -((value & 1) as Self)
    }
}

impl Wire for i32 {
    fn put(&self, out: &mut Out) {
        i64::from(*self).put(out);
    }

    fn take(from: &mut Words<'_>) -> Self {
        i64::take(from) as Self
    }
}

impl Wire for u128 {
    fn put(&self, out: &mut Out) {
        number(*self as u64, out);
        number((self >> 64) as u64, out);
    }

    fn take(from: &mut Words<'_>) -> Self {
        let low = from.number();
        Self::from(low) | Self::from(from.number()) << 64
    }
}

impl Wire for char {
    fn put(&self, out: &mut Out) {
        u32::from(*self).put(out);
    }

    fn take(from: &mut Words<'_>) -> Self {
        Self::from_u32(u32::take(from)).unwrap_or_default()
    }
}

impl<T: Wire> Wire for Option<T> {
    fn put(&self, out: &mut Out) {
        out.words.push(u16::from(self.is_some()));
        if let Some(value) = self {
            value.put(out);
        }
    }

    fn take(from: &mut Words<'_>) -> Self {
        (from.kind(2) == 1).then(|| T::take(from))
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn put(&self, out: &mut Out) {
        number(self.len() as u64, out);
        for item in self {
            item.put(out);
        }
    }

    fn take(from: &mut Words<'_>) -> Self {
        let len = from.number() as usize;
        // Every item takes a word at least.
        if len > from.rest.len() {
            from.faulty = true;
            return Self::new();
        }
        let mut items = Self::with_capacity(len);
        for _ in 0..len {
            items.push(T::take(from));
        }
        items
    }
}

impl<T: Wire> Wire for [T; 2] {
    fn put(&self, out: &mut Out) {
        for item in self {
            item.put(out);
        }
    }

    fn take(from: &mut Words<'_>) -> Self {
        [T::take(from), T::take(from)]
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn put(&self, out: &mut Out) {
        self.0.put(out);
        self.1.put(out);
    }

    fn take(from: &mut Words<'_>) -> Self {
        (A::take(from), B::take(from))
    }
}

/// A struct is its fields, in the order given here.
macro_rules! wire_struct {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        impl $crate::program::wire::Wire for $name {
            fn put(&self, out: &mut $crate::program::wire::Out) {
                $($crate::program::wire::Wire::put(&self.$field, out);)*
            }

            fn take(from: &mut $crate::program::wire::Words<'_>) -> Self {
                Self { $($field: $crate::program::wire::Wire::take(from)),* }
            }
        }
    )*};
}

/// An enum is the number of its variant, then the fields. Its first variant stands for what is none of them.
macro_rules! wire_enum {
    ($($name:ident { $($tag:literal $variant:ident $(($($part:ident),*))? $({$($field:ident),*})?),* $(,)? })*) => {$(
        impl $crate::program::wire::Wire for $name {
            fn put(&self, out: &mut $crate::program::wire::Out) {
                match self {
                    $(Self::$variant $(($($part),*))? $({ $($field),* })? => {
                        out.words.push($tag);
                        $($($crate::program::wire::Wire::put($part, out);)*)?
                        $($($crate::program::wire::Wire::put($field, out);)*)?
                    })*
                }
            }

            fn take(from: &mut $crate::program::wire::Words<'_>) -> Self {
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

    fn again<T: Wire>(value: &T) -> T {
        let mut out = Out::default();
        value.put(&mut out);
        let bytes = out.bytes();
        let mut from = Words::new(&bytes);
        let back = T::take(&mut from);
        assert!(from.finish());
        back
    }

    #[test]
    fn numbers() {
        for n in [0, 1, 126, 127, 128, 16_383, 16_384, u32::MAX - 1, u32::MAX] {
            assert_eq!(again(&n), n);
        }
        for n in [0, -1, 1, 63, -64, 64, i64::MIN, i64::MAX] {
            assert_eq!(again(&n), n);
        }
        for n in [0, 1, u128::MAX, 1 << 127, 1 << 64] {
            assert_eq!(again(&n), n);
        }
        let runs = vec![Run { start: 7, len: 2 }, Run { start: 9, len: 300 }, Run { start: 0, len: 0 }];
        assert_eq!(again(&runs), runs);
        assert_eq!(again(&vec![(Some('中'), true), (None, false)]), vec![(Some('中'), true), (None, false)]);
    }

    #[test]
    fn bytes_that_make_no_sense() {
        for bytes in [&[][..], &[200], &[255; 20], &[5, 1, 7, 0], &[0, 0, 0, 0]] {
            let mut from = Words::new(bytes);
            let _: Vec<Option<u32>> = Wire::take(&mut from);
            assert!(!from.finish(), "{bytes:?}");
        }
    }
}
