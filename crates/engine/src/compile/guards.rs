//! Guards: what one value alone must be for a check to find a fault.
//!
//! Most checks fail because of one field only, or apply only if one field has a certain value. Such a check
//! hangs on that field: the walk over the request decides it where it meets the value, and nearly all
//! checks are done with before rules are evaluated at all.

use crate::program::{Base, Check, ExprOp, Guard, NONE, Op, Program, Run, Step};

/// Hangs every check that has a guard on its field.
pub(super) fn hang(program: &mut Program) {
    let mut guards: Vec<((u32, bool), Guard)> = vec![];
    let conditions: Vec<_> = program.checks.iter().map(|check| condition(program, check)).collect();
    for (check, condition) in program.checks.iter_mut().zip(conditions) {
        check.only_if = condition;
    }
    for (index, check) in program.checks.iter().enumerate() {
        if let Some((field, op, verdict)) = guard(program, check) {
            guards.push(((field, check.each != NONE), Guard { op, verdict, check: index as u32 }));
        }
    }
    for (_, guard) in &guards {
        if let Some(check) = program.checks.get_mut(guard.check as usize) {
            check.guarded = true;
        }
    }
    guards.sort_by_key(|(field, guard)| (*field, guard.op, guard.check));
    for (field, info) in program.fields.iter_mut().enumerate() {
        info.guards = [false, true].map(|item| {
            let this = (field as u32, item);
            let start = guards.partition_point(|(at, _)| *at < this);
            let end = guards.partition_point(|(at, _)| *at <= this);
            Run { start: start as u32, len: (end - start) as u32 }
        });
    }
    program.guards = guards.into_iter().map(|(_, guard)| guard).collect();
}

/// The field a check hangs on, and what must be true or false of its value for a fault.
fn guard(program: &Program, check: &Check) -> Option<(u32, u32, bool)> {
    let mut found = vec![];
    necessary(program, check.op, check.fault, check, &mut found);
    if check.when != NONE {
        necessary(program, check.when, true, check, &mut found);
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
fn necessary(program: &Program, op: u32, verdict: bool, check: &Check, out: &mut Vec<(u32, u32, bool)>) {
    if let Some(field) = only_field(program, op, check)
        && (check.each != NONE || met_only_if_set(program, op, verdict))
    {
        out.push((field, op, verdict));
        return;
    }
    let Some(op) = program.ops.get(op as usize) else { return };
    match (op, verdict) {
        (Op::All(run), true) | (Op::Any(run), false) => {
            for inner in program.op_runs.get(run.range()).unwrap_or_default() {
                necessary(program, *inner, verdict, check, out);
            }
        }
        (Op::Not(inner), _) => necessary(program, *inner, !verdict, check, out),
        _ => {}
    }
}

/// A condition of the whole request without which a check finds nothing.
fn condition(program: &Program, check: &Check) -> Option<(u32, bool)> {
    let when = if check.when == NONE { None } else { necessary_condition(program, check.when, true) };
    when.or_else(|| necessary_condition(program, check.op, check.fault))
}

fn necessary_condition(program: &Program, op: u32, verdict: bool) -> Option<(u32, bool)> {
    match (program.ops.get(op as usize)?, verdict) {
        (Op::Condition(id), _) => Some((*id, verdict)),
        (Op::Not(inner), _) => necessary_condition(program, *inner, !verdict),
        (Op::All(run), true) | (Op::Any(run), false) => {
            let ops = program.op_runs.get(run.range())?;
            ops.iter().find_map(|op| necessary_condition(program, *op, verdict))
        }
        _ => None,
    }
}

/// Whether this verdict needs the value to be there: a value that is not is met by no walk.
fn met_only_if_set(program: &Program, op: u32, verdict: bool) -> bool {
    let needs = super::needs::needs(program, op, verdict);
    needs.set != 0 || needs.some != 0
}

/// The one field all of an operator is about: a plain member of the site's object, or the item at hand.
fn only_field(program: &Program, op: u32, check: &Check) -> Option<u32> {
    if let Some(Op::Unique { path, .. } | Op::Count { path, .. }) = program.ops.get(op as usize) {
        return if check.each == NONE { listed(program, *path, check.shape) } else { None };
    }
    let mut fields = Fields { program, each: check.each, inner: false, found: None, fits: true };
    fields.op(op);
    fields.found.filter(|_| fields.fits)
}

/// The list whose items a path goes over, if it is a plain member of the site's object and the only list on the way.
fn listed(program: &Program, path: u32, shape: u32) -> Option<u32> {
    let path = program.paths.get(path as usize)?;
    match (path.base, program.steps.get(path.steps.range())?) {
        (Base::Up(0), [Step::Slot(slot), Step::Each, rest @ ..])
            if rest.iter().all(|s| matches!(s, Step::Slot(_))) =>
        {
            program.shapes.get(shape as usize).map(|s| s.fields.start + slot)
        }
        _ => None,
    }
}

/// Collects what an operator looks at.
struct Fields<'p> {
    program: &'p Program,
    each: u32,
    /// Inside a format or a part: there `.` is the value, whatever the field.
    inner: bool,
    found: Option<u32>,
    fits: bool,
}

impl Fields<'_> {
    fn op(&mut self, op: u32) {
        match self.program.ops.get(op as usize).copied() {
            Some(Op::All(run) | Op::Any(run)) => {
                for op in self.program.op_runs.get(run.range()).unwrap_or_default() {
                    self.op(*op);
                }
            }
            Some(Op::Not(inner)) => self.op(inner),
            Some(Op::Format { of, format }) => {
                self.operand(of);
                let inner = self.program.formats.get(format as usize).copied().unwrap_or(NONE);
                self.inside(inner);
            }
            Some(Op::Parts { of, op, .. }) => {
                self.operand(of);
                self.inside(op);
            }
            Some(Op::Compare { left, right, .. }) => {
                self.expr(left);
                self.expr(right);
            }
            Some(Op::EqualsField { .. } | Op::Matches { .. }) | None => self.fits = false,
            Some(op) => match super::needs::value_of(&op) {
                Some(of) => self.operand(of),
                None => self.fits = false,
            },
        }
    }

    fn inside(&mut self, op: u32) {
        let outer = std::mem::replace(&mut self.inner, true);
        self.op(op);
        self.inner = outer;
    }

    fn expr(&mut self, id: u32) {
        match self.program.exprs.get(id as usize).copied() {
            Some(ExprOp::Value(_)) => {}
            Some(ExprOp::Chars(of) | ExprOp::DecodedBytes(of) | ExprOp::Number { of, or_zero: false }) => {
                self.operand(of);
            }
            Some(ExprOp::Sum(run) | ExprOp::Max(run)) => {
                for id in self.program.expr_runs.get(run.range()).unwrap_or_default() {
                    self.expr(*id);
                }
            }
            Some(ExprOp::Minus(a, b)) => {
                self.expr(a);
                self.expr(b);
            }
            Some(ExprOp::If { when, then, other }) => {
                self.op(when);
                self.expr(then);
                self.expr(other);
            }
            _ => self.fits = false,
        }
    }

    fn operand(&mut self, of: u32) {
        let program = self.program;
        let Some(info) = program.operands.get(of as usize) else { return };
        let Some(path) = program.paths.get(info.path as usize) else { return };
        let subject = path.base == Base::Subject;
        if self.inner {
            self.fits &= subject && !info.or_default;
            return;
        }
        let plain = match path.base {
            // At the items of a list only the item itself is met by the walk.
            Base::Subject => self.each != NONE,
            Base::Up(0) => self.each == NONE && path.steps.len == 1,
            _ => false,
        };
        let low = program.fields.get(path.field as usize).is_some_and(|f| {
            program.shapes.get(f.shape as usize).is_some_and(|s| path.field - s.fields.start < 128)
        });
        self.fits &= plain && low && !info.or_default && self.found.is_none_or(|f| f == path.field);
        self.found = Some(path.field);
    }
}
