//! Compiled predicates and expressions.

use super::{Const, Run, Str};
use crate::pack::{Form, Relation};

/// A predicate. Numbers are indices of operators, operands, paths and tables.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Op {
    All(Run),
    Any(Run),
    Not(u32),
    Condition(u32),
    Format { of: u32, format: u32 },
    Set(u32),
    AtMostOne(Run),
    EqualsConst { of: u32, value: Const },
    EqualsField { of: u32, to: u32 },
    OneOf { of: u32, list: u32 },
    NearMiss { of: u32, list: u32 },
    Like { of: u32, forms: Run, ignore_case: bool },
    Matches { of: u32, regex: Str },
    Length { of: u32, min: i64, max: i64 },
    Chars { of: u32, set: u32 },
    Kinds { of: u32, min: u8 },
    Range { of: u32, min: i64, max: i64 },
    Compare { left: u32, is: Relation, right: u32 },
    Count { path: u32, op: u32, min: u32, max: u32 },
    Unique { path: u32, by: Run },
    Disjoint { of: Run, from: Run },
    Within { of: Run, from: Run },
    Some { path: u32, op: u32 },
    Every { path: u32, op: u32 },
    Parts { of: u32, split: char, op: u32, trim: bool },
    Cidr { of: u32, spec: u32 },
    CidrsDisjoint { of: Run, from: Run },
    Form { of: u32, form: Form },
    Decided(u32),
    Version { of: u32, min: (u32, u32), max: (u32, u32) },
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum ExprOp {
    Value(i64),
    Number { of: u32, or_zero: bool },
    Prefix(u32),
    Chars(u32),
    DecodedBytes(u32),
    Items(u32),
    Sum(Run),
    Minus(u32, u32),
    Max(Run),
    Pow2(u32),
    Total { path: u32, of: u32 },
    Lookup { by: u32, table: Run },
    If { when: u32, then: u32, other: u32 },
}
