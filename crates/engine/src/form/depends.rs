//! Which fields each check depends on.

use super::places::Place;
use crate::check::Scratch;
use crate::program::{ExprOp, NONE, Op, Program, Run, Step};
use acklint_document::{Document, NodeId};
use std::borrow::Cow;

/// For each check, the fields at which its paths end. What they pass through counts by [`Depends::fields`], which
/// gives with a field all that lie below it.
#[derive(Clone, Debug)]
pub(super) struct Depends {
    checks: Vec<Vec<u32>>,
}

impl Depends {
    pub(super) fn of(program: &Program) -> Self {
        let mut checks = Vec::with_capacity(program.checks.len());
        for check in &program.checks {
            let mut seen = Seen::of(program, true);
            seen.path(check.each);
            seen.path(check.point);
            seen.op(check.when);
            seen.op(check.op);
            for name in program.names.get(check.names.range()).unwrap_or_default() {
                seen.operand(name.operand);
                seen.expr(name.value);
            }
            checks.push(seen.fields);
        }
        Self { checks }
    }

    /// The checks that depend on one of these fields.
    pub(super) fn dirty(&self, fields: &[bool]) -> Vec<bool> {
        let mut dirty = Vec::with_capacity(self.checks.len());
        for depends in &self.checks {
            dirty.push(depends.iter().any(|field| fields.get(*field as usize) == Some(&true)));
        }
        dirty
    }

    /// The fields that a change at a place touches: the field the place belongs to, and those below it. `None` if
    /// the place is the whole request.
    #[expect(clippy::unused_self, reason = "the other half of `dirty`")]
    pub(super) fn fields(
        &self,
        program: &Program,
        doc: &Document,
        scratch: &Scratch,
        place: &Place<'_>,
    ) -> Option<Vec<bool>> {
        let mut fields = vec![false; program.fields.len()];
        let slot_of = |object: NodeId, key: &str| {
            let instance = scratch.instance_of.get(object.index()).copied().unwrap_or(NONE);
            let shape = program.shapes.get(scratch.instances.get(instance as usize)?.shape as usize)?;
            Some(program.slot(shape, key.as_bytes()).map(|slot| shape.fields.start + slot))
        };
        let mut at = place.node();
        let mut new = match place {
            Place::New(_, key) => Some(Cow::Borrowed(*key)),
            Place::Value(_) | Place::Among(_) => None,
        };
        loop {
            let (object, key) = match new.take() {
                Some(key) => (at, Some(key)),
                None => (doc.parent(at)?, doc.key(at)),
            };
            if let Some(key) = key
                && let Some(field) = slot_of(object, &key)
            {
                // A member that no field describes matters to no rule.
                mark(program, field.unwrap_or(NONE), &mut fields);
                return Some(fields);
            }
            at = object;
        }
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
        match *expr {
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
