//! Which checks depend on a change.

use super::places::deepest;
use crate::check::Scratch;
use crate::eval::View;
use crate::program::{ExprOp, NONE, Op, Program, Run, Step};
use acklint_document::Document;
use std::borrow::Cow;

/// Which checks run again.
#[derive(Debug)]
pub(crate) struct Again {
    /// The fields that changed; it may be all if they are not known.
    pub(super) fields: Option<Vec<bool>>,
    /// Checks that found something before.
    pub(super) before: Vec<u32>,
    /// Checks that find something, or might.
    pub(crate) told: Vec<u32>,
    /// How many checks ran.
    pub(crate) ran: usize,
}

impl Again {
    /// Whether a check must run again for an object: it found something before, the object may not have been there,
    /// or a field changed at which one of its paths ends. What paths pass through counts by [`fields`], which gives
    /// with a field all that lie below it.
    pub(crate) fn must_run(&self, view: View<'_>, check: u32, instance: u32) -> bool {
        let Some(fields) = &self.fields else { return true };
        let program = view.program;
        let changed = |field: usize| fields.get(field) == Some(&true);
        let shape = view.scratch.instances.get(instance as usize).map_or(NONE, |object| object.shape);
        self.before.contains(&check)
            || program.shapes.get(shape as usize).is_none_or(|shape| shape.fields.range().all(changed))
            || Seen::all_of(program, check).iter().any(|field| changed(*field as usize))
    }
}

/// The fields that a change at a pointer touches: the field it belongs to, and those below it. `None` if the place
/// is the whole request.
pub(super) fn fields(
    program: &Program,
    doc: &Document,
    scratch: &Scratch,
    pointer: &str,
) -> Option<Vec<bool>> {
    let mut fields = vec![false; program.fields.len()];
    let (mut at, names) = deepest(doc, pointer)?;
    let mut key = names.last().map(|name| Cow::Borrowed(*name));
    loop {
        let object = scratch.instances.get(*scratch.instance_of.get(at.index())? as usize);
        if let Some(key) = key
            && let Some(shape) = object.and_then(|object| program.shapes.get(object.shape as usize))
        {
            // A member that no field describes matters to no rule.
            let field = program.slot(shape, key.as_bytes()).map_or(NONE, |slot| shape.fields.start + slot);
            mark(program, field, &mut fields);
            return Some(fields);
        }
        key = doc.key(at);
        at = doc.parent(at)?;
    }
}

fn mark(program: &Program, field: u32, fields: &mut [bool]) {
    let (Some(info), Some(mark_)) = (program.fields.get(field as usize), fields.get_mut(field as usize))
    else {
        return;
    };
    if std::mem::replace(mark_, true) {
        return;
    }
    if let Some(shape) = program.shapes.get(info.child as usize) {
        for below in shape.fields.range() {
            mark(program, below as u32, fields);
        }
    }
}

/// The fields that paths, conditions and numbers end at, each once, as they are met.
pub(crate) struct Seen<'p> {
    program: &'p Program,
    /// Conditions that rules share are looked into as well.
    shared: bool,
    pub(crate) fields: Vec<u32>,
}

impl<'p> Seen<'p> {
    pub(crate) const fn of(program: &'p Program, shared: bool) -> Self {
        Self { program, shared, fields: vec![] }
    }

    /// What a check looks at, in its names too.
    fn all_of(program: &Program, check: u32) -> Vec<u32> {
        let mut seen = Seen::of(program, true);
        if let Some(check) = program.checks.get(check as usize) {
            seen.path(check.each);
            seen.path(check.point);
            seen.op(check.when);
            seen.op(check.op);
            for name in program.names.run(check.names) {
                seen.operand(name.operand);
                seen.expr(name.value);
            }
        }
        seen.fields
    }

    pub(crate) fn path(&mut self, path: u32) {
        let Some(path) = self.program.paths.get(path as usize) else { return };
        if path.field != NONE && !self.fields.contains(&path.field) {
            self.fields.push(path.field);
        }
        for step in self.program.steps.get(path.steps.range()).unwrap_or_default() {
            if let Step::Find { key, .. } = step {
                self.path(*key);
            }
        }
    }

    fn operand(&mut self, operand: u32) {
        if let Some(info) = self.program.operands.get(operand as usize) {
            self.path(info.path);
        }
    }

    fn operands(&mut self, run: Run) {
        let program = self.program;
        program.operand_runs.get(run.range()).into_iter().flatten().for_each(|of| self.operand(*of));
    }

    fn paths(&mut self, run: Run) {
        let program = self.program;
        program.path_runs.get(run.range()).into_iter().flatten().for_each(|path| self.path(*path));
    }

    fn ops(&mut self, run: Run) {
        let program = self.program;
        program.op_runs.get(run.range()).into_iter().flatten().for_each(|op| self.op(*op));
    }

    pub(crate) fn op(&mut self, op: u32) {
        let program = self.program;
        let Some(op) = program.ops.get(op as usize) else { return };
        match *op {
            Op::All(run) | Op::Any(run) => self.ops(run),
            Op::Not(inner) | Op::Decided(inner) => self.op(inner),
            Op::Condition(_) if !self.shared => {}
            Op::Condition(id) => self.op(program.conditions.get(id as usize).copied().unwrap_or(NONE)),
            Op::Format { of, format } => {
                self.operand(of);
                self.op(program.formats.get(format as usize).copied().unwrap_or(NONE));
            }
            Op::AtMostOne(run) => self.operands(run),
            Op::EqualsField { of, to } => {
                self.operand(of);
                self.operand(to);
            }
            Op::Compare { left, right, .. } => {
                self.expr(left);
                self.expr(right);
            }
            Op::Count { path, op, .. } | Op::Some { path, op } | Op::Every { path, op } => {
                self.path(path);
                self.op(op);
            }
            Op::Unique { path, by } => {
                self.path(path);
                self.operands(by);
            }
            Op::Disjoint { of, from } | Op::Within { of, from } => {
                self.paths(of);
                self.paths(from);
            }
            Op::CidrsDisjoint { of, from } => {
                self.operands(of);
                self.operands(from);
            }
            Op::Parts { of, op, .. } => {
                self.operand(of);
                self.op(op);
            }
            Op::Set(of)
            | Op::EqualsConst { of, .. }
            | Op::OneOf { of, .. }
            | Op::NearMiss { of, .. }
            | Op::Like { of, .. }
            | Op::Matches { of, .. }
            | Op::Length { of, .. }
            | Op::Chars { of, .. }
            | Op::Kinds { of, .. }
            | Op::Range { of, .. }
            | Op::Cidr { of, .. }
            | Op::Form { of, .. }
            | Op::Version { of, .. } => self.operand(of),
        }
    }

    fn expr(&mut self, expr: u32) {
        let program = self.program;
        let Some(expr) = program.exprs.get(expr as usize) else { return };
        match expr {
            ExprOp::Value(_) => {}
            ExprOp::Number { of, .. } | ExprOp::Prefix(of) | ExprOp::Chars(of) | ExprOp::DecodedBytes(of) => {
                self.operand(of);
            }
            ExprOp::Items(path) => self.path(path),
            ExprOp::Sum(run) | ExprOp::Max(run) => {
                program.expr_runs.get(run.range()).into_iter().flatten().for_each(|e| self.expr(*e));
            }
            ExprOp::Minus(a, b) => {
                self.expr(a);
                self.expr(b);
            }
            ExprOp::Pow2(of) => self.expr(of),
            ExprOp::Total { path, of } => {
                self.path(path);
                self.expr(of);
            }
            ExprOp::Lookup { by, .. } => self.operand(by),
            ExprOp::If { when, then, other } => {
                self.op(when);
                self.expr(then);
                self.expr(other);
            }
        }
    }
}
