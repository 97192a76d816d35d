//! Which members must be there, or not be there, for a predicate to be true or false at all.

use crate::pack::Relation;
use crate::program::{Base, ExprOp, FACTS_BIT, Needs, Op, Program, Run, Step};

/// What must be of the members of the site's own object for `op` to have this verdict.
pub(super) fn needs(program: &Program, op: u32, verdict: bool) -> Needs {
    let Some(op) = program.ops.get(op as usize).copied() else { return Needs::default() };
    match (op, verdict) {
        (Op::All(run), true) | (Op::Any(run), false) => {
            children(program, run, verdict).fold(Needs::default(), both)
        }
        (Op::All(run), false) | (Op::Any(run), true) => {
            children(program, run, verdict).reduce(either).unwrap_or_default()
        }
        (Op::Not(inner), _) => needs(program, inner, !verdict),
        (Op::Set(of), true) => set(operand(program, of)),
        (Op::Set(of), false) => Needs { unset: own_member(program, of), ..Needs::default() },
        // Unset is not equal to anything but unset; without facts nothing is known of either.
        (Op::EqualsField { of, to }, false) => set(facts(program, of) | facts(program, to)),
        (Op::EqualsConst { of, .. }, false) => set(facts(program, of)),
        // Not about members of this object.
        (Op::Condition(_) | Op::Decided(_), _) | (Op::AtMostOne(_), true) => Needs::default(),
        (Op::AtMostOne(run), false) => match program.operand_runs.get(run.range()) {
            Some([a, b]) => set(operand(program, *a) | operand(program, *b)),
            _ => Needs::default(),
        },
        (Op::Compare { left, is, right }, _) => match few(program, left, is, right) {
            Some(list) if !verdict => set(first_slot(program, list)),
            _ => set(expr(program, left) | expr(program, right)),
        },
        (Op::Within { of, .. }, false) => match program.path_runs.get(of.range()) {
            Some([only]) => set(first_slot(program, *only)),
            _ => Needs::default(),
        },
        (Op::Disjoint { of, from }, false) => {
            let one = |run: Run| match program.path_runs.get(run.range()) {
                Some([only]) => first_slot(program, *only),
                _ => 0,
            };
            set(one(of) | one(from))
        }
        (Op::CidrsDisjoint { of, from }, false) => {
            // A block clashes only with one that is there.
            let all = |run: Run| {
                let ids = program.operand_runs.get(run.range()).unwrap_or_default();
                ids.iter().map(|id| operand(program, *id)).reduce(|a, b| a & b).unwrap_or(0)
            };
            set(all(of) | all(from))
        }
        (Op::CidrsDisjoint { .. }, true) => Needs::default(),
        (Op::Some { path, .. }, true) | (Op::Every { path, .. } | Op::Unique { path, .. }, false) => {
            set(first_slot(program, path))
        }
        (Op::Count { path, min, .. }, true) if min > 0 => set(first_slot(program, path)),
        (Op::Count { path, min: 0, .. }, false) => set(first_slot(program, path)),
        (Op::Some { .. } | Op::Every { .. } | Op::Unique { .. } | Op::Count { .. }, _)
        | (Op::Within { .. } | Op::Disjoint { .. }, true) => Needs::default(),
        (op, _) => value_of(&op).map_or(Needs::default(), |of| set(operand(program, of))),
    }
}

/// The list that is to have no more than so many items: one that is not there has none.
fn few(program: &Program, left: u32, is: Relation, right: u32) -> Option<u32> {
    match (program.exprs.get(left as usize)?, is, program.exprs.get(right as usize)?) {
        (ExprOp::Items(list), Relation::AtMost, ExprOp::Value(0..)) => Some(list),
        _ => None,
    }
}

/// The one operand of a predicate about one value.
#[inline]
pub(crate) fn value_of(op: &Op) -> Option<u32> {
    match *op {
        Op::EqualsConst { of, .. }
        | Op::EqualsField { of, .. }
        | Op::Format { of, .. }
        | Op::OneOf { of, .. }
        | Op::NearMiss { of, .. }
        | Op::Like { of, .. }
        | Op::Matches { of, .. }
        | Op::Length { of, .. }
        | Op::Chars { of, .. }
        | Op::Kinds { of, .. }
        | Op::Range { of, .. }
        | Op::Parts { of, .. }
        | Op::Cidr { of, .. }
        | Op::Form { of, .. }
        | Op::Version { of, .. }
        | Op::Set(of) => Some(of),
        _ => None,
    }
}

fn set(set: u128) -> Needs {
    Needs { set, ..Needs::default() }
}

fn children(program: &Program, run: Run, verdict: bool) -> impl Iterator<Item = Needs> {
    program.op_runs.get(run.range()).unwrap_or_default().iter().map(move |op| needs(program, *op, verdict))
}

/// Two things that must both be so.
pub(super) fn both(a: Needs, b: Needs) -> Needs {
    // Of two lists of alternatives one is kept; either is necessary.
    let some = if a.some == 0 { b.some } else { a.some };
    Needs { set: a.set | b.set, unset: a.unset | b.unset, some }
}

fn either(a: Needs, b: Needs) -> Needs {
    let any = |n: Needs| n.set | n.some;
    let some = if any(a) != 0 && any(b) != 0 { any(a) | any(b) } else { 0 };
    Needs { set: a.set & b.set, unset: a.unset & b.unset, some }
}

/// Members without which a number cannot be computed.
fn expr(program: &Program, id: u32) -> u128 {
    let run = |run: Run| {
        let ids = program.expr_runs.get(run.range()).unwrap_or_default();
        ids.iter().fold(0, |set, id| set | expr(program, *id))
    };
    match program.exprs.get(id as usize) {
        Some(ExprOp::Number { of, or_zero: false } | ExprOp::Prefix(of) | ExprOp::DecodedBytes(of)) => {
            operand(program, of)
        }
        Some(ExprOp::Lookup { by, .. }) => operand(program, by),
        Some(ExprOp::Sum(ids) | ExprOp::Max(ids)) => run(ids),
        Some(ExprOp::Minus(a, b)) => expr(program, a) | expr(program, b),
        Some(ExprOp::Pow2(inner)) => expr(program, inner),
        _ => 0,
    }
}

fn operand(program: &Program, id: u32) -> u128 {
    match program.operands.get(id as usize) {
        Some(info) if !info.or_default => first_slot(program, info.path),
        _ => 0,
    }
}

/// A member of the object itself: something further in may be unset though the member is set.
fn own_member(program: &Program, id: u32) -> u128 {
    let info = program.operands.get(id as usize);
    let path = info.and_then(|o| program.paths.get(o.path as usize));
    match path {
        Some(path)
            if path.steps.len == 1 && path.base == Base::Up(0) && info.is_some_and(|o| o.part.is_none()) =>
        {
            operand(program, id)
        }
        _ => 0,
    }
}

/// The bit of facts, if the operand is one.
fn facts(program: &Program, id: u32) -> u128 {
    let info = program.operands.get(id as usize);
    let path = info.and_then(|o| program.paths.get(o.path as usize));
    path.map_or(0, |p| u128::from(p.base == Base::Facts) << FACTS_BIT)
}

fn first_slot(program: &Program, path: u32) -> u128 {
    let Some(path) = program.paths.get(path as usize) else { return 0 };
    let first = program.steps.get(path.steps.range()).and_then(<[Step]>::first);
    match (path.base, first) {
        (Base::Up(0), Some(Step::Slot(slot @ 0..FACTS_BIT))) => 1 << slot,
        (Base::Facts, _) => 1 << FACTS_BIT,
        _ => 0,
    }
}
