//! Evaluation of compiled predicates: three values, evidence on demand.

mod blocks;
mod items;
mod logic;
mod numbers;
mod one;
mod quick;
mod sets;
pub(crate) mod texts;
mod view;

pub(crate) use items::{Items, Stack};
pub(crate) use quick::Quick;
pub(crate) use texts::version;
pub(crate) use view::{Loc, Scope, View};

use crate::compile::value_of;
use crate::program::{NONE, Op};
use crate::verdict::{Trace, Verdict};

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
            Op::Count { .. } | Op::Unique { .. } if scope.is_alone() => self.of_few(op, scope),
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
    #[inline(never)] // from many places
    fn see(&self, loc: &Loc, trace: &mut Trace<'_>) {
        if let Trace::On(evidence) = trace
            && let Some(seen) = self.place(loc)
        {
            evidence.seen.push(seen);
        }
    }

    /// The value of an operand, noted as evidence.
    fn seen(&self, operand: u32, scope: &Scope, trace: &mut Trace<'_>) -> Loc {
        let loc = self.operand(operand, scope);
        self.see(&loc, trace);
        loc
    }

    /// The same as text.
    fn seen_text(&self, operand: u32, scope: &Scope, trace: &mut Trace<'_>) -> Option<&'v str> {
        self.text(&self.seen(operand, scope, trace))
    }

    #[inline(never)] // for findings, and from many places
    pub(crate) fn field_of(&self, operand: u32) -> u32 {
        let operand = self.program.operands.get(operand as usize);
        let path = operand.and_then(|operand| self.program.paths.get(operand.path as usize));
        path.map_or(NONE, |path| path.field)
    }
}
