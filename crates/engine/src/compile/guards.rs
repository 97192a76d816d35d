//! Guards: what one value alone must be for a check to find a fault.
//!
//! Most checks fail because of one field only, or apply only if one field has a certain value. Such a check
//! hangs on that field: the walk over the request decides it where it meets the value, and nearly all
//! checks are done with before rules are evaluated at all.

use crate::program::{Base, Check, ExprOp, Guard, NONE, Op, Program, Run, Step};

/// Hangs every check that has a guard on its field.
pub(super) fn hang(program: &mut Program) {
    let mut guards: Vec<((u32, bool), Guard)> = vec![];
    for index in 0..program.checks.len() {
        let Some(check) = program.checks.get(index).copied() else { continue };
        let conditions = conditions(program, &check);
        let run = Run { start: program.only_ifs.len() as u32, len: conditions.len() as u32 };
        program.only_ifs.extend(conditions);
        if let Some(check) = program.checks.get_mut(index) {
            check.only_if = run;
        }
        // Walks keep the places of guards in 16 bits; checks beyond that are made without.
        if guards.len() < usize::from(u16::MAX)
            && let Some((field, op, verdict)) = guard(program, &check)
        {
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
fn guard(program: &mut Program, check: &Check) -> Option<(u32, u32, bool)> {
    let parts = [(check.op, check.fault), (check.when, true)];
    let mut fields = vec![];
    for (op, _) in parts {
        mentioned(program, op, check, &mut fields);
    }
    fields.sort_unstable();
    fields.dedup();
    let mut best: Option<(u32, u32, Share)> = None;
    for field in fields {
        let shares = parts.map(|(op, verdict)| share(program, op, verdict, (check, field)));
        let Some(share) = both(shares.into_iter().flatten().collect(), true) else { continue };
        if (share.sets || check.each != NONE)
            && best.as_ref().is_none_or(|(_, weight, _)| share.weight > *weight)
        {
            best = Some((field, share.weight, share));
        }
    }
    let (field, _, share) = best?;
    let (op, verdict) = share.build(program);
    Some((field, op, verdict))
}

/// What a predicate says of one field alone: everything else in it is taken for granted.
struct Share {
    of: Of,
    /// It is so only if the field is set: a value that is not set is met by no walk.
    sets: bool,
    /// How much it rules out; more is better.
    weight: u32,
}

enum Of {
    /// An operator and its verdict.
    Op(u32, bool),
    All(Vec<Share>),
    Any(Vec<Share>),
}

impl Share {
    /// As an operator, and the verdict that counts.
    fn build(self, program: &mut Program) -> (u32, bool) {
        let (shares, all) = match self.of {
            Of::Op(op, verdict) => return (op, verdict),
            Of::All(shares) => (shares, true),
            Of::Any(shares) => (shares, false),
        };
        let mut ops = vec![];
        for share in shares {
            let (op, verdict) = share.build(program);
            ops.push(if verdict { op } else { push(program, Op::Not(op)) });
        }
        let run = Run { start: program.op_runs.len() as u32, len: ops.len() as u32 };
        program.op_runs.extend(ops);
        (push(program, if all { Op::All(run) } else { Op::Any(run) }), true)
    }
}

fn push(program: &mut Program, op: Op) -> u32 {
    // The same condition once, so that it is decided once.
    if let Op::Not(_) = op
        && let Some(known) = program.ops.iter().position(|o| *o == op)
    {
        return known as u32;
    }
    program.ops.push(op);
    program.ops.len() as u32 - 1
}

/// All of these must be so, or (`all` false) one of them.
fn both(mut shares: Vec<Share>, all: bool) -> Option<Share> {
    if shares.len() <= 1 {
        return shares.pop();
    }
    let weights = shares.iter().map(|s| s.weight);
    Some(Share {
        sets: if all { shares.iter().any(|s| s.sets) } else { shares.iter().all(|s| s.sets) },
        weight: if all { weights.sum() } else { weights.min().unwrap_or(0) },
        of: if all { Of::All(shares) } else { Of::Any(shares) },
    })
}

/// What `op` having this verdict says of a field alone; `None` if nothing.
fn share(program: &Program, op: u32, verdict: bool, at: (&Check, u32)) -> Option<Share> {
    if let Some(field) = only_field(program, op, at.0) {
        let share = || Share {
            of: Of::Op(op, verdict),
            sets: met_only_if_set(program, op, verdict),
            weight: weight(program, op, verdict),
        };
        return (field == at.1).then(share);
    }
    match (program.ops.get(op as usize)?, verdict) {
        (Op::Not(inner), _) => share(program, *inner, !verdict, at),
        (Op::All(run), true) | (Op::Any(run), false) => {
            let ops = program.op_runs.get(run.range())?;
            both(ops.iter().filter_map(|op| share(program, *op, verdict, at)).collect(), true)
        }
        (Op::Any(run), true) | (Op::All(run), false) => {
            let ops = program.op_runs.get(run.range())?;
            let shares: Option<Vec<Share>> = ops.iter().map(|op| share(program, *op, verdict, at)).collect();
            both(shares?, false)
        }
        _ => None,
    }
}

fn weight(program: &Program, op: u32, verdict: bool) -> u32 {
    match (program.ops.get(op as usize), verdict) {
        (Some(Op::Set(_)), _) => 1,
        (Some(Op::EqualsConst { .. }), true) => 20,
        (Some(Op::EqualsConst { .. }), false) => 3,
        (Some(Op::Not(_)), _) => 10,
        _ => 30,
    }
}

/// Fields that parts of `op` are about and nothing else.
fn mentioned(program: &Program, op: u32, check: &Check, out: &mut Vec<u32>) {
    if let Some(field) = only_field(program, op, check) {
        out.push(field);
        return;
    }
    match program.ops.get(op as usize) {
        Some(Op::All(run) | Op::Any(run)) => {
            for inner in program.op_runs.get(run.range()).unwrap_or_default() {
                mentioned(program, *inner, check, out);
            }
        }
        Some(Op::Not(inner)) => mentioned(program, *inner, check, out),
        _ => {}
    }
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
    match (program.ops.get(op as usize), verdict) {
        (Some(Op::Condition(id)), _) => out.push((*id, verdict)),
        (Some(Op::Not(inner)), _) => necessary_conditions(program, *inner, !verdict, out),
        (Some(Op::All(run)), true) | (Some(Op::Any(run)), false) => {
            for op in program.op_runs.get(run.range()).unwrap_or_default() {
                necessary_conditions(program, *op, verdict, out);
            }
        }
        _ => {}
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
    let mut fields =
        Fields { program, each: check.each, shape: check.shape, inner: false, found: None, fits: true };
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
    shape: u32,
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
            Some(Op::EqualsField { of, to }) => {
                self.operand(of);
                self.operand(to);
            }
            Some(Op::Matches { .. }) | None => self.fits = false,
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
            Some(ExprOp::Items(path)) if self.each == NONE && !self.inner => {
                let list = listed(self.program, path, self.shape);
                self.fits &= list.is_some() && self.found.is_none_or(|f| list == Some(f));
                self.found = list;
            }
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
