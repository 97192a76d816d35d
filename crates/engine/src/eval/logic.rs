//! Predicates that combine others.

use super::{Loc, Scope, View};
use crate::check::Instance;
use crate::program::{NONE, Op, Run};
use crate::verdict::{Trace, Verdict};
use acklint_document::sort_few;
use std::cell::Cell;

impl View<'_> {
    pub(super) fn negated(&self, op: u32, scope: &Scope, trace: &mut Trace<'_>) -> Verdict {
        let before = trace.mark();
        let verdict = self.eval(op, scope, trace);
        if verdict == Verdict::False {
            // What is not the case is involved, but never where the fault is.
            for seen in trace.since(before) {
                seen.aside = true;
            }
        }
        verdict.not()
    }

    /// Whether it can be told at all. What was looked at is no evidence.
    pub(super) fn decided(&self, op: u32, scope: &Scope) -> Verdict {
        (self.eval(op, scope, &mut Trace::Off) != Verdict::Unknown).into()
    }

    /// All of several predicates, or any of them: a verdict of one that is `decisive` decides.
    pub(super) fn all_or_any(
        &self,
        run: Run,
        decisive: Verdict,
        scope: &Scope,
        trace: &mut Trace<'_>,
    ) -> Verdict {
        let mut verdict = decisive.not();
        let start = trace.mark();
        for op in self.program.op_runs.get(run.range()).unwrap_or_default() {
            let before = trace.mark();
            match self.eval(*op, scope, trace) {
                v if v == decisive => {
                    if verdict != decisive {
                        trace.forget(start, before);
                    }
                    verdict = decisive;
                    // Every reason counts in a finding, but only reasons.
                    if decisive == Verdict::False || !trace.is_on() {
                        return verdict;
                    }
                }
                _ if verdict == decisive => trace.forget(before, trace.mark()),
                Verdict::Unknown => verdict = Verdict::Unknown,
                _ => {}
            }
        }
        verdict
    }

    /// A condition of the whole request is decided once per check.
    #[inline]
    pub(crate) fn condition(&self, id: u32, trace: &mut Trace<'_>) -> Verdict {
        match self.scratch.memo.get(id as usize).map(Cell::get) {
            Some(1) if !trace.is_on() => Verdict::True,
            Some(2) if !trace.is_on() => Verdict::False,
            _ => self.undecided_condition(id, trace),
        }
    }

    #[inline(never)]
    fn undecided_condition(&self, id: u32, trace: &mut Trace<'_>) -> Verdict {
        let Some(op) = self.program.conditions.get(id as usize).copied() else { return Verdict::Unknown };
        if trace.is_on() {
            return self.eval(op, &Self::root(), trace);
        }
        let Some(cell) = self.scratch.memo.get(id as usize) else { return Verdict::Unknown };
        if cell.get() == 3 {
            return Verdict::Unknown;
        }
        let verdict = self.marked(id, op).unwrap_or_else(|| self.eval(op, &Self::root(), trace));
        cell.set(match verdict {
            Verdict::True => 1,
            Verdict::False => 2,
            Verdict::Unknown => 3,
        });
        verdict
    }

    /// A condition that some item of a list is something, decided by the items that the walk says are worth a look.
    fn marked(&self, id: u32, op: u32) -> Option<Verdict> {
        let (field, scratch) = (*self.program.marked.get(id as usize)?, self.scratch);
        let Op::Some { op, .. } = *self.program.ops.get(op as usize)? else { return None };
        // Of members that stand twice the walk may have counted the wrong one.
        if field == NONE || scratch.twins {
            return None;
        }
        let mut verdict = Verdict::False;
        for (_, inst) in scratch.marks.iter().filter(|(conditions, _)| conditions >> id & 1 == 1) {
            let subject = Loc::Node(scratch.instances.get(*inst as usize)?.node);
            match self.eval(op, &Scope { inst: *inst, subject }, &mut Trace::Off) {
                Verdict::True => return Some(Verdict::True),
                Verdict::Unknown => verdict = Verdict::Unknown,
                Verdict::False => {}
            }
        }
        self.all_known(field)?.then_some(verdict)
    }

    /// Whether all items of a list are objects in which this field is set and known.
    fn all_known(&self, field: u32) -> Option<bool> {
        let (program, scratch) = (self.program, self.scratch);
        let info = program.fields.get(field as usize)?;
        let slot = field - program.shapes.get(info.shape as usize)?.fields.start;
        let objects = scratch.by_shape.get(info.shape as usize)?;
        let list = self.doc.parent(scratch.instances.get(*objects.first()? as usize)?.node)?;
        let known = |object: &Instance| {
            self.member(object, slot).is_ok_and(|node| matches!(self.loc(node), Loc::Node(_)))
        };
        Some(
            self.doc.child_count(list) as usize == objects.len()
                && !self.doc.is_incomplete(list)
                && objects.iter().all(|id| scratch.instances.get(*id as usize).is_some_and(known)),
        )
    }

    pub(super) fn at_most_one(&self, run: Run, scope: &Scope, trace: &mut Trace<'_>) -> Verdict {
        let start = trace.mark();
        let (mut set, mut unknown) = (0, false);
        for of in self.operands(run) {
            let before = trace.mark();
            match self.set(&self.operand(*of, scope), trace) {
                Verdict::True => set += 1,
                Verdict::Unknown => unknown = true,
                Verdict::False => trace.forget(before, trace.mark()),
            }
        }
        if set > 1 {
            // The later one in the text is at fault.
            sort_few(trace.since(start), |one, other| one.node < other.node);
            return Verdict::False;
        }
        if unknown { Verdict::Unknown } else { Verdict::True }
    }
}
