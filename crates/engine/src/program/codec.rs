//! What programs consist of, as bytes: see [`wire`](super::wire).

use super::wire::{Cell, Out, Tables, Wire, wire_enum, wire_struct};
use super::{
    Action, Base, CharSet, Check, CidrSpec, Const, ExprOp, FieldInfo, FixInfo, Guard, LikeForm, List, NONE,
    Name, Needs, Op, OperandInfo, Path, Program, RuleInfo, Shape, Step, Target,
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
    Base { 0 Up(levels), 1 Root, 2 Facts, 3 Subject }
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
    } + shape: NONE
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

/// The number of the kind, then two numbers whatever the kind.
impl Wire for Const {
    fn put(&self, row: &mut Vec<Cell>) {
        let number = |value: i64, row: &mut Vec<Cell>| value.put(row);
        match self {
            Self::Bool(value) => {
                0u32.put(row);
                number(i64::from(*value), row);
            }
            Self::Int(value) => {
                1u32.put(row);
                number(*value, row);
            }
            Self::Text(text) => {
                2u32.put(row);
                text.put(row);
                0u32.put(row);
            }
        }
    }

    fn take(from: &mut Tables<'_>) -> Self {
        match from.kind(3) {
            0 => Self::Bool(i64::take(from) != 0),
            1 => Self::Int(Wire::take(from)),
            _ => {
                let text = Wire::take(from);
                u32::take(from);
                Self::Text(text)
            }
        }
    }
}

/// Writes and reads the stored tables in one order, given once.
macro_rules! tables {
    ($($table:ident),* $(,)?) => {
        impl Program {
            /// The tables as few bytes, and the texts they mention.
            pub fn to_bytes(&self) -> (Vec<u8>, String) {
                self.write(Out::default())
            }

            /// The tables as bytes that are read in less time, and the same texts.
            pub fn to_wide_bytes(&self) -> (Vec<u8>, String) {
                self.write(Out::wide())
            }

            fn write(&self, mut out: Out) -> (Vec<u8>, String) {
                out.table(&[self.request_url]);
                $(out.table(&self.$table);)*
                out.finish(|text| self.str(text))
            }

            /// Reads a program whose tables, as few bytes or as wide ones, and texts were written by this version
            /// of the engine. `None` if they were not.
            pub fn from_bytes(tables: &[u8], texts: impl Into<Cow<'static, str>>) -> Option<Self> {
                let strings = texts.into();
                let mut from = Tables::new(tables, &strings);
                let mut program = Self {
                    strings: Cow::Borrowed(""),
                    request_url: from.table().pop().unwrap_or_default(),
                    $($table: from.table(),)*
                    stamp: 0,
                    gates: vec![],
                    hot: vec![],
                    buckets: vec![],
                    listed: vec![],
                    list_tables: vec![],
                };
                from.finish().then(|| {
                    program.strings = strings;
                    program.prepare();
                    program
                })
            }
        }
    };
}

tables! {
    shapes, fields, ops, op_runs, exprs, expr_runs, operands, operand_runs, paths, path_runs,
    steps, lists, items, forms, numbers, char_sets, cidrs, conditions, marked, formats, checks, free_checks, only_ifs, guards, names,
    rules, fixes,
}
