//! Evaluation of compiled predicates: three values, evidence on demand.

mod blocks;
mod logic;
mod numbers;
mod one;
mod quick;
mod sets;
pub(crate) mod texts;
mod view;

pub(crate) use quick::Quick;
pub(crate) use texts::version;
pub(crate) use view::{Loc, Scope, View};

use crate::compile::value_of;
use crate::program::{NONE, Op};
use crate::verdict::{Seen, Trace, Verdict};

#[cfg(feature = "regex")]
pub(crate) use texts::pattern;

impl<'v> View<'v> {
    /// The verdict of an operator. With the trace on, `trace` holds what decided it afterwards.
    pub(crate) fn eval(&self, op: u32, scope: &Scope, trace: &mut Trace<'_>) -> Verdict {
        let Some(op) = self.program.ops.get(op as usize) else { return Verdict::Unknown };
        if let Some(of) = value_of(op) {
            return self.about_one(op, of, scope, trace);
        }
        match *op {
            Op::All(run) => self.all_or_any(run, Verdict::False, scope, trace),
            Op::Any(run) => self.all_or_any(run, Verdict::True, scope, trace),
            Op::Not(inner) => self.negated(inner, scope, trace),
            Op::Decided(inner) => self.decided(inner, scope),
            Op::Condition(id) => self.condition(id, trace),
            Op::AtMostOne(run) => self.at_most_one(run, scope, trace),
            Op::Compare { left, is, right } => self.compare(left, is, right, scope, trace),
            Op::Count { path, op, min, max } => self.count(path, op, (min, max), scope, trace),
            Op::Unique { path, by } => self.unique(path, by, scope, trace),
            Op::Disjoint { of, from } => self.among_others(of, from, Verdict::False, scope, trace),
            Op::Within { of, from } => self.among_others(of, from, Verdict::True, scope, trace),
            Op::Some { path, op } => self.every_or_some(path, op, Verdict::True, scope, trace),
            Op::Every { path, op } => self.every_or_some(path, op, Verdict::False, scope, trace),
            Op::CidrsDisjoint { of, from } => self.cidrs_disjoint(of, from, scope, trace),
            // All others are about one value.
            _ => Verdict::Unknown,
        }
    }

    /// Notes that a value was looked at.
    fn see(&self, loc: &Loc, field: u32, trace: &mut Trace<'_>) {
        trace.note(|e| {
            if let Some((node, span)) = self.place(loc) {
                e.seen.push(Seen { node, span, field, aside: false });
            }
        });
    }

    #[inline]
    fn see_operand(&self, operand: u32, loc: &Loc, trace: &mut Trace<'_>) {
        if trace.is_on() {
            self.see(loc, self.field_of(operand), trace);
        }
    }

    /// The value of an operand, noted as evidence.
    fn seen(&self, operand: u32, scope: &Scope, trace: &mut Trace<'_>) -> Loc {
        let loc = self.operand(operand, scope);
        self.see_operand(operand, &loc, trace);
        loc
    }

    /// The same as text.
    fn seen_text(&self, operand: u32, scope: &Scope, trace: &mut Trace<'_>) -> Option<&'v str> {
        self.text(&self.seen(operand, scope, trace))
    }

    #[inline(never)] // for findings, and from many places
    pub(crate) fn field_of(&self, operand: u32) -> u32 {
        self.program.operands.get(operand as usize).map_or(NONE, |operand| self.field_at(operand.path))
    }

    /// The field a path ends at.
    fn field_at(&self, path: u32) -> u32 {
        self.program.paths.get(path as usize).map_or(NONE, |path| path.field)
    }
}
