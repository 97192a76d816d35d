//! Guards: what one value alone must be for a check to find a fault.
//!
//! Most checks fail because of one field only, or apply only if one field has a certain value. Such a check
//! hangs on that field: the walk over the request decides it where it meets the value, and nearly all
//! checks are done with before rules are evaluated at all.

use crate::program::{Base, Check, Guard, NONE, Op, Program, Run};

/// Hangs every check that has a guard on its field.
pub(super) fn hang(program: &mut Program) {
    let mut guards: Vec<(u32, Guard)> = vec![];
    for (index, check) in program.checks.iter().enumerate() {
        if let Some((field, op, verdict)) = guard(program, check) {
            guards.push((field, Guard { op, verdict, check: index as u32 }));
        }
    }
    for (_, guard) in &guards {
        if let Some(check) = program.checks.get_mut(guard.check as usize) {
            check.guarded = true;
        }
    }
    guards.sort_by_key(|(field, guard)| (*field, guard.op, guard.check));
    for (field, info) in program.fields.iter_mut().enumerate() {
        let start = guards.partition_point(|(f, _)| (*f as usize) < field);
        let end = guards.partition_point(|(f, _)| (*f as usize) <= field);
        info.guards = Run { start: start as u32, len: (end - start) as u32 };
    }
    program.guards = guards.into_iter().map(|(_, guard)| guard).collect();
}

/// The field a check hangs on, and what must be true or false of its value for a fault.
fn guard(program: &Program, check: &Check) -> Option<(u32, u32, bool)> {
    let mut found = vec![];
    necessary(program, check.op, check.fault, check.each, &mut found);
    if check.when != NONE {
        necessary(program, check.when, true, check.each, &mut found);
    }
    // The most telling one: a condition on the value rather than its mere presence.
    found.into_iter().max_by_key(|(_, op, verdict)| weight(program, *op, *verdict))
}

fn weight(program: &Program, op: u32, verdict: bool) -> u8 {
    match (program.ops.get(op as usize), verdict) {
        (Some(Op::Set(_)), _) => 0,
        (Some(Op::EqualsConst { .. }), _) => 2,
        (Some(Op::Not(_)), _) => 1,
        _ => 3,
    }
}

/// Conditions on one value each without which `op` cannot have this verdict.
fn necessary(program: &Program, op: u32, verdict: bool, each: u32, out: &mut Vec<(u32, u32, bool)>) {
    if let Some(field) = only_field(program, op, each)
        && (each != NONE || super::needs::needs(program, op, verdict) != 0)
    {
        out.push((field, op, verdict));
        return;
    }
    let Some(op) = program.ops.get(op as usize) else { return };
    match (op, verdict) {
        (Op::All(run), true) | (Op::Any(run), false) => {
            for inner in program.op_runs.get(run.range()).unwrap_or_default() {
                necessary(program, *inner, verdict, each, out);
            }
        }
        (Op::Not(inner), _) => necessary(program, *inner, !verdict, each, out),
        _ => {}
    }
}

/// The one field all of an operator is about: a plain member of the site's object, or the item at hand.
fn only_field(program: &Program, op: u32, each: u32) -> Option<u32> {
    let one = |of: u32| operand_field(program, of, each);
    match *program.ops.get(op as usize)? {
        Op::All(run) | Op::Any(run) => {
            let mut fields =
                program.op_runs.get(run.range())?.iter().map(|op| only_field(program, *op, each));
            let first = fields.next()??;
            fields.all(|f| f == Some(first)).then_some(first)
        }
        Op::Not(inner) => only_field(program, inner, each),
        Op::Set(of)
        | Op::EqualsConst { of, .. }
        | Op::OneOf { of, .. }
        | Op::NearMiss { of, .. }
        | Op::Like { of, .. }
        | Op::Length { of, .. }
        | Op::Chars { of, .. }
        | Op::Kinds { of, .. }
        | Op::Range { of, .. }
        | Op::Cidr { of, .. }
        | Op::Form { of, .. }
        | Op::Version { of, .. } => one(of),
        Op::Format { of, format } => {
            let inner = *program.formats.get(format as usize)?;
            about_subject(program, inner).then(|| one(of))?
        }
        Op::Parts { of, op, .. } => about_subject(program, op).then(|| one(of))?,
        _ => None,
    }
}

fn operand_field(program: &Program, of: u32, each: u32) -> Option<u32> {
    let info = program.operands.get(of as usize)?;
    if info.or_default || info.part.is_some() {
        return None;
    }
    let path = program.paths.get(info.path as usize)?;
    let here = match path.base {
        // At the items of a list only the item itself is met by the walk.
        Base::Subject => each != NONE,
        _ => each == NONE && info.slot != NONE && info.slot < 128,
    };
    (here && path.field != NONE).then_some(path.field)
}

/// Whether an operator looks at nothing but the value at hand.
fn about_subject(program: &Program, op: u32) -> bool {
    let is_subject = |of: u32| {
        program.operands.get(of as usize).is_some_and(|o| {
            o.part.is_none()
                && !o.or_default
                && program.paths.get(o.path as usize).is_some_and(|p| p.base == Base::Subject)
        })
    };
    match program.ops.get(op as usize).copied() {
        Some(Op::All(run) | Op::Any(run)) => {
            let ops = program.op_runs.get(run.range()).unwrap_or_default();
            ops.iter().all(|op| about_subject(program, *op))
        }
        Some(Op::Not(inner)) => about_subject(program, inner),
        Some(
            Op::Set(of)
            | Op::EqualsConst { of, .. }
            | Op::OneOf { of, .. }
            | Op::NearMiss { of, .. }
            | Op::Like { of, .. }
            | Op::Length { of, .. }
            | Op::Chars { of, .. }
            | Op::Kinds { of, .. }
            | Op::Range { of, .. }
            | Op::Cidr { of, .. }
            | Op::Form { of, .. }
            | Op::Version { of, .. },
        ) => is_subject(of),
        Some(Op::Format { of, format }) => {
            is_subject(of)
                && program.formats.get(format as usize).is_some_and(|op| about_subject(program, *op))
        }
        Some(Op::Parts { of, op, .. }) => is_subject(of) && about_subject(program, op),
        _ => false,
    }
}
