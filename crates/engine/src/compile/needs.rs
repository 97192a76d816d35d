//! Which members must be there for a predicate to be true or false at all.
//!
//! Most requests leave most fields out. A check whose members are missing is passed over by one
//! comparison of bits instead of being evaluated.

use crate::program::{Base, Op, Path, Program, Run, Step};

/// Members, as bits of the first 128 slots of the site's own object.
pub(super) fn needs(program: &Program, op: u32, verdict: bool) -> u128 {
    let Some(op) = program.ops.get(op as usize) else { return 0 };
    let children = |run: &Run| program.op_runs.get(run.range()).unwrap_or_default().iter();
    let union = |run: &Run, v: bool| children(run).fold(0, |set, o| set | needs(program, *o, v));
    let common = |run: &Run, v: bool| children(run).fold(u128::MAX, |set, o| set & needs(program, *o, v));
    match (op, verdict) {
        (Op::All(run), true) | (Op::Any(run), false) => union(run, verdict),
        (Op::All(run), false) | (Op::Any(run), true) => common(run, verdict),
        (Op::Not(inner), _) => needs(program, *inner, !verdict),
        // True without a value, or not about one member: nothing can be said.
        (Op::Set(_) | Op::EqualsConst { .. } | Op::EqualsField { .. }, false)
        | (
            Op::Condition(_)
            | Op::Compare { .. }
            | Op::Within { .. }
            | Op::Disjoint { .. }
            | Op::AtMostOne(_),
            _,
        ) => 0,
        (Op::CidrsDisjoint { of, .. }, _) => {
            // Without any of the first blocks there is nothing to compare; with one of them there may be.
            let first = program.operand_runs.get(of.range()).unwrap_or_default();
            if let [only] = first { operand(program, *only) } else { 0 }
        }
        (Op::Set(of), true) => operand(program, *of),
        (
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
            | Op::Version { of, .. },
            _,
        ) => operand(program, *of),
        (Op::Some { path, .. }, true) | (Op::Every { path, .. } | Op::Unique { path, .. }, false) => {
            first_slot(program, program.paths.get(*path as usize))
        }
        (Op::Count { path, min, .. }, true) if *min > 0 => {
            first_slot(program, program.paths.get(*path as usize))
        }
        (Op::Count { path, min: 0, .. }, false) => first_slot(program, program.paths.get(*path as usize)),
        (Op::Some { .. } | Op::Every { .. } | Op::Unique { .. } | Op::Count { .. }, _) => 0,
    }
}

fn operand(program: &Program, id: u32) -> u128 {
    match program.operands.get(id as usize) {
        Some(info) if !info.or_default => first_slot(program, program.paths.get(info.path as usize)),
        _ => 0,
    }
}

fn first_slot(program: &Program, path: Option<&Path>) -> u128 {
    let Some(path) = path else { return 0 };
    let first = program.steps.get(path.steps.range()).and_then(<[Step]>::first);
    match (path.base, first) {
        (Base::Up(0), Some(Step::Slot(slot @ 0..128))) => 1 << slot,
        _ => 0,
    }
}
