//! What programs consist of, as bytes: see [`wire`](super::wire).

#![allow(clippy::inline_always)] // as in `wire`

use super::wire::{Cell, Load, Out, Packed, Row, Source, Wire, Words, wire_enum, wire_struct};
use super::{
    Action, Base, CharSet, Check, CidrSpec, Const, ExprOp, FieldInfo, FixInfo, Guard, LikeForm, List, Name,
    Needs, Op, OperandInfo, Path, Program, RuleInfo, Shape, Step, Str, Target,
};
use crate::finding::{Certainty, Level, Safety};
use crate::pack::{FieldStatus, FieldType, Form, Relation};
use std::borrow::Cow;

wire_enum! {
    Level { 0 Info, 1 Warning, 2 Error }
    Certainty { 0 Stated, 1 Implied, 2 Elsewhere, 3 Disputed }
    Safety { 0 Safe, 1 Unsafe, 2 Choice }
    FieldType { 0 String, 1 Integer, 2 Number, 3 Boolean, 4 Object, 5 Array, 6 Map, 7 Any }
    FieldStatus { 0 Current, 1 Sample, 2 Later, 3 Removed }
    Form { 0 Ip, 1 Base64, 2 JsonObject, 3 PositiveDecimal }
    Relation { 0 Less, 1 AtMost, 2 Equal, 3 AtLeast, 4 Greater }
    Action { 0 Remove, 1 SetJson, 2 SetText, 3 Append }
    Target { 0 Check(id), 1 Bit(bit), 2 Condition(id) }
    Step { 0 Slot(slot), 1 Each, 2 Find { slot, key } }
    LikeForm { 0 Exact(text), 1 Prefix(text), 2 Contains(text), 3 Any(text) }
    Op {
        0 All(ops),
        1 Any(ops),
        2 Not(op),
        3 Condition(id),
        4 Format { of, format },
        5 Set(of),
        6 AtMostOne(operands),
        7 EqualsConst { of, value },
        8 EqualsField { of, to },
        9 OneOf { of, list },
        10 NearMiss { of, list },
        11 Like { of, forms, ignore_case },
        12 Matches { of, regex },
        13 Length { of, min, max },
        14 Chars { of, set },
        15 Kinds { of, min },
        16 Range { of, min, max },
        17 Compare { left, is, right },
        18 Count { path, op, min, max },
        19 Unique { path, by },
        20 Disjoint { of, from },
        21 Within { of, from },
        22 Some { path, op },
        23 Every { path, op },
        24 Parts { of, split, op, trim },
        25 Cidr { of, spec },
        26 CidrsDisjoint { of, from },
        27 Form { of, form },
        28 Decided(op),
        29 Version { of, min, max },
    }
    ExprOp {
        0 Value(value),
        1 Number { of, or_zero },
        2 Prefix(of),
        3 Chars(of),
        4 DecodedBytes(of),
        5 Items(path),
        6 Sum(ids),
        7 Minus(a, b),
        8 Max(ids),
        9 Pow2(id),
        10 Total { path, of },
        11 Lookup { by, table },
        12 If { when, then, other },
    }
}

wire_struct! {
    Shape { path, fields, buckets, seed, parent, checks, free_facts, free_required, free_others, required, open, bits }
    FieldInfo {
        name, ty, items, child, status, secret, embedded, default, replaced_by, aliases, guards, unless, bits,
        shape,
    }
    Guard { op, verdict, target }
    Path { base, steps, field }
    OperandInfo { path, or_default, part, slot }
    List { exact, prefixes, shown }
    CharSet { ascii, first, last, in_a_row, han, han_first }
    CidrSpec { within, min, max, no_host_bits }
    Needs { set, unset, some }
    Check {
        rule, shape, each, needs, bits, guarded, only_if, when, op, fault, op_first, level, certainty, point, message, help, names, fixes,
    }
    Name { text, operand, value }
    RuleInfo { id, url, hint }
    FixInfo { title, safety, action, targets, value }
}

/// How many cells a row takes.
macro_rules! rows {
    ($($row:ty: $cells:literal),* $(,)?) => {$(
        impl Row for $row {
            const CELLS: usize = $cells;
        }
    )*};
}

rows! {
    u32: 1,
    Str: 1,
    Shape: 22,
    FieldInfo: 22,
    Guard: 4,
    Path: 4,
    OperandInfo: 6,
    List: 6,
    CharSet: 18,
    CidrSpec: 5,
    Check: 35,
    Name: 3,
    RuleInfo: 4,
    FixInfo: 6,
    LikeForm: 2,
    Step: 3,
    Op: 6,
    ExprOp: 4,
    (Str, i64): 3,
    (u32, bool): 2,
    (u32, u8): 2,
}

/// The number of the kind, then two cells whatever the kind.
impl Wire for Const {
    fn put(&self, row: &mut Vec<Cell>) {
        let (kind, value) = match self {
            Self::Bool(value) => (0u32, i64::from(*value)),
            Self::Int(value) => (1, *value),
            Self::Text(text) => {
                2u32.put(row);
                text.put(row);
                return 0u32.put(row);
            }
        };
        kind.put(row);
        value.put(row);
    }

    #[inline(always)]
    fn take(from: &mut &[u32]) -> Self {
        let kind = u32::take(from);
        let mut text = *from;
        let value = i64::take(from);
        match kind {
            0 => Self::Bool(value != 0),
            1 => Self::Int(value),
            _ => Self::Text(Str::take(&mut text)),
        }
    }
}

/// One number.
impl Wire for Base {
    fn put(&self, row: &mut Vec<Cell>) {
        let code: u32 = match self {
            Self::Root => 0,
            Self::Facts => 1,
            Self::Subject => 2,
            Self::Up(levels) => 3 + u32::from(*levels),
        };
        code.put(row);
    }

    #[inline(always)]
    fn take(from: &mut &[u32]) -> Self {
        match u32::take(from) {
            0 => Self::Root,
            1 => Self::Facts,
            2 => Self::Subject,
            code => Self::Up((code - 3) as u8),
        }
    }
}

/// Writes and reads the stored tables in one order, given once.
macro_rules! tables {
    ($($table:ident),* $(,)?) => {
        impl Program {
            /// The tables as few bytes, and the texts they mention.
            pub fn to_bytes(&self) -> (Vec<u8>, String) {
                let (out, texts) = self.write();
                (out.packed(), texts)
            }

            /// The tables as numbers of four bytes that are read in less time, and the same texts.
            pub fn to_wide_bytes(&self) -> (Vec<u8>, String) {
                let (out, texts) = self.write();
                (out.wide(), texts)
            }

            fn write(&self) -> (Out, String) {
                let mut out = Out::new(self.request_url);
                $(self.$table.save(&mut out);)*
                let texts = out.texts(|text| self.str(text));
                (out, texts)
            }

            /// Reads a program whose tables, as few bytes, and texts were written by this version of the engine.
            /// `None` if they were not.
            pub fn from_bytes(tables: &[u8], texts: impl Into<Cow<'static, str>>) -> Option<Self> {
                Self::read(Packed::new(tables), texts.into())
            }

            /// The same for tables as numbers of four bytes.
            pub fn from_words(tables: &'static [u32], texts: impl Into<Cow<'static, str>>) -> Option<Self> {
                Self::read(Words::new(tables), texts.into())
            }

            fn read(mut from: impl Source, texts: Cow<'static, str>) -> Option<Self> {
                let mut program = Self::default();
                program.texts = from.texts(&texts)?;
                program.strings = texts;
                program.request_url = Str::SECOND;
                program.load(&mut from);
                if !from.is_done() {
                    return None;
                }
                program.prepare();
                Some(program)
            }

            // In one place of memory from the beginning: no field is moved by itself.
            #[inline(never)]
            fn load(&mut self, from: &mut impl Source) {
                $(self.$table.load(from);)*
            }
        }
    };
}

tables! {
    shapes, fields, ops, op_runs, exprs, expr_runs, operands, operand_runs, paths, path_runs,
    steps, lists, items, forms, numbers, char_sets, cidrs, blocks, conditions, marked, formats, checks, free_checks, only_ifs, guards, names,
    rules, fixes,
}
