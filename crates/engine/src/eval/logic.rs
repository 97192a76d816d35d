//! Predicates that combine others, and those about presence and equality.

use super::{Got, Loc, Scope, View};
use crate::check::Instance;
use crate::program::{Const, NONE, Op, Run};
use crate::verdict::{Trace, Verdict};
use acklint_document::Kind;
use std::cell::Cell;

impl View<'_> {
    fn ops(&self, run: Run) -> &[u32] {
        self.program.op_runs.get(run.range()).unwrap_or_default()
    }

    pub(super) fn negated(&self, op: u32, scope: Scope, trace: &mut Trace<'_>) -> Verdict {
        let before = trace.mark();
        let verdict = self.eval(op, scope, trace);
        if verdict == Verdict::False {
            // What is not the case is involved, but never where the fault is.
            trace.note(|e| e.seen.iter_mut().skip(before).for_each(|s| s.aside = true));
        }
        verdict.not()
    }

    /// Whether it can be told at all. What was looked at is no evidence.
    pub(super) fn decided(&self, op: u32, scope: Scope) -> Verdict {
        (self.eval(op, scope, &mut Trace::Off) != Verdict::Unknown).into()
    }

    pub(super) fn all(&self, run: Run, scope: Scope, trace: &mut Trace<'_>) -> Verdict {
        let mut verdict = Verdict::True;
        let start = trace.mark();
        for op in self.ops(run) {
            let before = trace.mark();
            match self.eval(*op, scope, trace) {
                Verdict::False => {
                    trace.forget(start, before);
                    return Verdict::False;
                }
                Verdict::Unknown => verdict = Verdict::Unknown,
                Verdict::True => {}
            }
        }
        verdict
    }

    pub(super) fn any(&self, run: Run, scope: Scope, trace: &mut Trace<'_>) -> Verdict {
        let mut verdict = Verdict::False;
        let start = trace.mark();
        for op in self.ops(run) {
            let before = trace.mark();
            match self.eval(*op, scope, trace) {
                Verdict::True if trace.is_on() => {
                    // Every reason counts in a finding, but only reasons.
                    if verdict != Verdict::True {
                        trace.forget(start, before);
                    }
                    verdict = Verdict::True;
                }
                Verdict::True => return Verdict::True,
                _ if verdict == Verdict::True => trace.forget(before, trace.mark()),
                Verdict::Unknown => verdict = Verdict::Unknown,
                Verdict::False => {}
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
            return self.eval(op, Self::root(), trace);
        }
        let Some(cell) = self.scratch.memo.get(id as usize) else { return Verdict::Unknown };
        if cell.get() == 3 {
            return Verdict::Unknown;
        }
        let verdict = self.marked(id, op).unwrap_or_else(|| self.eval(op, Self::root(), trace));
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
            match self.eval(op, Scope { inst: *inst, subject }, &mut Trace::Off) {
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

    pub(super) fn format(&self, of: u32, format: u32, scope: Scope, trace: &mut Trace<'_>) -> Verdict {
        let Some(op) = self.program.formats.get(format as usize).copied() else { return Verdict::Unknown };
        let subject = self.operand(of, scope);
        if let Loc::Absent | Loc::Unset(_) | Loc::Unknown(_) = subject {
            return Verdict::Unknown;
        }
        let before = trace.mark();
        let verdict = self.eval(op, Scope { inst: scope.inst, subject }, trace);
        let field = self.field_of(of);
        trace.note(|e| {
            // Inside a format the value has no name; here it has.
            for seen in e.seen.iter_mut().skip(before).filter(|s| s.field == NONE) {
                seen.field = field;
            }
        });
        if trace.mark() == before {
            self.see_operand(of, subject, trace);
        }
        verdict
    }

    pub(super) fn set(&self, of: u32, scope: Scope, trace: &mut Trace<'_>) -> Verdict {
        let loc = self.operand(of, scope);
        self.see_operand(of, loc, trace);
        match loc {
            Loc::Absent | Loc::Unset(_) => Verdict::False,
            Loc::Unknown(Some(node)) if self.is_present(node) => Verdict::True,
            Loc::Unknown(_) => Verdict::Unknown,
            Loc::Node(_) | Loc::Default(_) | Loc::Text(_) => Verdict::True,
        }
    }

    pub(super) fn at_most_one(&self, run: Run, scope: Scope, trace: &mut Trace<'_>) -> Verdict {
        let operands = self.program.operand_runs.get(run.range()).unwrap_or_default();
        let start = trace.mark();
        let (mut set, mut unknown) = (0, false);
        for of in operands {
            let before = trace.mark();
            match self.set(*of, scope, trace) {
                Verdict::True => set += 1,
                Verdict::Unknown => unknown = true,
                Verdict::False => trace.forget(before, trace.mark()),
            }
        }
        if set > 1 {
            // The later one in the text is at fault.
            trace.note(|e| {
                if let Some(seen) = e.seen.get_mut(start..) {
                    seen.sort_by_key(|s| std::cmp::Reverse(s.node));
                }
            });
            return Verdict::False;
        }
        if unknown { Verdict::Unknown } else { Verdict::True }
    }

    pub(super) fn equals_const(&self, of: u32, value: Const, scope: Scope, trace: &mut Trace<'_>) -> Verdict {
        let loc = self.operand(of, scope);
        self.see_operand(of, loc, trace);
        self.is_const(loc, value)
    }

    fn is_const(&self, loc: Loc, value: Const) -> Verdict {
        match loc {
            Loc::Absent | Loc::Unset(_) => return Verdict::False,
            Loc::Unknown(_) => return Verdict::Unknown,
            Loc::Default(field) => {
                return match (self.default(field), value) {
                    (Some(Const::Text(a)), Const::Text(b)) => self.program.str(a) == self.program.str(b),
                    (Some(default), value) => default == value,
                    (None, _) => false,
                }
                .into();
            }
            Loc::Node(_) | Loc::Text(_) => {}
        }
        match value {
            Const::Text(want) => match self.text(loc) {
                Got::Is((text, _)) => (text == self.program.str(want)).into(),
                Got::Unset => Verdict::False,
                Got::Unknown => Verdict::Unknown,
            },
            Const::Int(want) => match self.number(loc) {
                Got::Is(n) => (n == Ok(want)).into(),
                Got::Unset => Verdict::False,
                Got::Unknown => Verdict::Unknown,
            },
            Const::Bool(want) => match loc {
                Loc::Node(node) => match self.doc.kind(node) {
                    Kind::True => want.into(),
                    Kind::False => (!want).into(),
                    _ => Verdict::Unknown,
                },
                _ => Verdict::Unknown,
            },
        }
    }

    pub(super) fn equals_field(&self, of: u32, to: u32, scope: Scope, trace: &mut Trace<'_>) -> Verdict {
        let (a, b) = (self.operand(of, scope), self.operand(to, scope));
        self.see_operand(of, a, trace);
        self.see_operand(to, b, trace);
        match (self.text(a), self.text(b)) {
            (Got::Is((a, _)), Got::Is((b, _))) => return (a == b).into(),
            (Got::Unset, Got::Unset) => return Verdict::True,
            (Got::Unset, Got::Is(_)) | (Got::Is(_), Got::Unset) => return Verdict::False,
            _ => {}
        }
        match (self.number(a), self.number(b)) {
            (Got::Is(Ok(a)), Got::Is(Ok(b))) => (a == b).into(),
            _ => Verdict::Unknown,
        }
    }
}
