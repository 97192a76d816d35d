//! Guards: what one value alone must be for a check to find a fault.
//!
//! Most checks fail because of one field only, or apply only if one field has a certain value. Such a check
//! hangs on that field: the walk over the request decides it where it meets the value, and nearly all
//! checks are done with before rules are evaluated at all. What other fields of the same object must be becomes
//! bits of the object, which the walk sets along the way.

use super::shares::{Share, Site, absent, mentioned, share_of};
use crate::program::{Base, Check, Guard, NONE, Op, Program, Run, Step, Target};
use crate::verdict::Verdict;

/// As many bits has an object for what its fields must be.
const BITS: u32 = u64::BITS;
/// As many conditions can be marked.
const MARKED: usize = u32::BITS as usize;

/// A guard and where it hangs: the field, and whether it is about the items of its list.
type Hung = ((u32, bool), Guard);
/// What a field must be for a check, as an operator and its verdict.
type Wanted = ((u32, u32, bool), u32);

/// Hangs every check that has a guard on its field.
pub(super) fn hang(program: &mut Program) {
    let (mut guards, mut wanted): (Vec<Hung>, Vec<Wanted>) = (vec![], vec![]);
    for index in 0..program.checks.len() {
        let Some(check) = program.checks.get(index).copied() else { continue };
        let conditions = conditions(program, &check);
        let only_if = program.only_ifs.extend(conditions);
        let parts = [(check.op, check.fault), (check.when, true)];
        let mut shares = shares(program, &parts, Site::of(&check));
        // Walks keep the places of guards in 16 bits; checks beyond half of that are made without, so that bits and
        // conditions find room.
        let room = guards.len() < usize::from(u16::MAX / 2);
        let best = if room { best(&shares, check.each == NONE) } else { None };
        if let Some(place) = best {
            let (field, share) = shares.remove(place);
            let (op, verdict) = share.build(program);
            let target = Target::Check(index as u32);
            guards.push(((field, check.each != NONE), Guard { op, verdict, target }));
        }
        if check.each == NONE && room {
            // Whether a field is set is known anyway.
            for (field, share) in shares.into_iter().filter(|(_, share)| share.weight > 1) {
                let (op, verdict) = share.build(program);
                wanted.push(((field, op, verdict), index as u32));
            }
        }
        if let Some(check) = program.checks.get_mut(index) {
            check.only_if = only_if;
            check.guarded = best.is_some();
        }
    }
    bits(program, wanted, &mut guards);
    marks(program, &mut guards);
    guards.sort_by_key(|(field, guard)| (*field, guard.op, guard.target));
    for field in 0..program.fields.len() as u32 {
        let guards = [false, true].map(|item| {
            let this = (field, item);
            let start = guards.partition_point(|(at, _)| *at < this);
            let end = guards.partition_point(|(at, _)| *at <= this);
            Run { start: start as u32, len: (end - start) as u32 }
        });
        program.fields.edit(field, |info| info.guards = guards);
    }
    program.guards.extend(guards.into_iter().map(|(_, guard)| guard));
}

/// What each field must be for all of these operators to have these verdicts.
fn shares(program: &Program, parts: &[(u32, bool)], site: Site) -> Vec<(u32, Share)> {
    let mut fields = vec![];
    for (op, _) in parts {
        mentioned(program, *op, site, &mut fields);
    }
    fields.sort_unstable();
    fields.dedup();
    let of = |field| Some((field, share_of(program, parts, site, field)?));
    fields.into_iter().filter_map(of).collect()
}

/// The field to hang on: the one that rules out most. A member must be set for a fault, or no walk meets it.
fn best(shares: &[(u32, Share)], member: bool) -> Option<usize> {
    let fit = shares.iter().enumerate().filter(|(_, (_, share))| share.sets || !member);
    // The first of equal ones.
    fit.rev().max_by_key(|(_, (_, share))| share.weight).map(|(place, _)| place)
}

/// Gives each thing that a field must be a bit of its object; those that find no room are looked at by the
/// check itself.
fn bits(program: &mut Program, mut wanted: Vec<Wanted>, guards: &mut Vec<Hung>) {
    wanted.sort_unstable();
    let (mut last, mut used) = (None, vec![0; program.shapes.len()]);
    for (this, check) in wanted {
        let (field, op, verdict) = this;
        let Some(shape) = program.fields.get(field as usize).map(|f| f.shape) else { continue };
        let Some(next) = used.get_mut(shape as usize) else { continue };
        if last != Some(this) {
            if *next == BITS {
                continue;
            }
            last = Some(this);
            let bit = *next;
            *next += 1;
            guards.push(((field, false), Guard { op, verdict, target: Target::Bit(bit) }));
            // A value that is not set is met by no walk.
            let unset = absent(program, op);
            if let Some(shape) = program.shapes.get_mut(shape as usize)
                && (unset == Verdict::Unknown || unset.is(verdict))
            {
                shape.bits |= 1 << bit;
            }
            program.fields.edit(field, |info| {
                let start = if info.bits.len == 0 { bit } else { info.bits.start };
                info.bits = Run { start, len: bit + 1 - start };
            });
        }
        if let Some(check) = program.checks.get_mut(check as usize) {
            check.bits |= 1 << (*next - 1);
        }
    }
}

/// Of conditions that some item of a list is something the walk says which items are worth a look.
fn marks(program: &mut Program, guards: &mut Vec<Hung>) {
    program.marked = vec![NONE; program.conditions.len()];
    for id in 0..program.conditions.len().min(MARKED) {
        let condition = program.conditions.get(id).and_then(|op| program.ops.get(*op as usize).copied());
        if let Some(Op::Some { path, op }) = condition
            && let Some(shape) = items_of_request(program, path)
            && let mut shares = shares(program, &[(op, true)], Site { each: NONE, shape })
            && let Some(place) = best(&shares, true)
        {
            let (field, share) = shares.swap_remove(place);
            let (op, verdict) = share.build(program);
            guards.push(((field, false), Guard { op, verdict, target: Target::Condition(id as u32) }));
            if let Some(marked) = program.marked.get_mut(id) {
                *marked = field;
            }
        }
    }
}

/// The shape of the items of a list that is a member of the request itself.
fn items_of_request(program: &Program, path: u32) -> Option<u32> {
    let path = program.paths.get(path as usize)?;
    let (Base::Root | Base::Up(0), [Step::Slot(_), Step::Each]) =
        (path.base, program.steps.get(path.steps.range())?)
    else {
        return None;
    };
    program.fields.get(path.field as usize).map(|f| f.child).filter(|child| *child != NONE)
}

/// Conditions of the whole request without which a check finds nothing.
fn conditions(program: &Program, check: &Check) -> Vec<(u32, bool)> {
    let mut out = vec![];
    necessary_conditions(program, check.when, true, &mut out);
    necessary_conditions(program, check.op, check.fault, &mut out);
    out.dedup();
    out
}

fn necessary_conditions(program: &Program, op: u32, verdict: bool, out: &mut Vec<(u32, bool)>) {
    match (program.ops.get(op as usize).copied(), verdict) {
        (Some(Op::Condition(id)), _) => out.push((id, verdict)),
        (Some(Op::Not(inner)), _) => necessary_conditions(program, inner, !verdict, out),
        (Some(Op::All(run)), true) | (Some(Op::Any(run)), false) => {
            for op in program.op_runs.get(run.range()).unwrap_or_default() {
                necessary_conditions(program, *op, verdict, out);
            }
        }
        _ => {}
    }
}
