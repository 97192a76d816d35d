//! Rules that could not be decided, and what would decide them. Not part of a check: it looks at everything again.

use super::Scratch;
use crate::compile::{FACTS, value_of};
use crate::eval::{Loc, Scope, View};
use crate::program::{Base, Check, ExprOp, FACTS_BIT, FACTS_SHAPE, NONE, Op, Program, Run, Step};
use crate::verdict::{Trace, Verdict};
use acklint_document::{Document, NodeId, Span};
use std::collections::{BTreeMap, BTreeSet};

/// A rule that was not decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecided {
    /// Id of the rule.
    pub rule: String,
    /// What would decide it.
    pub reasons: Vec<Reason>,
}

/// Something a rule needs to know.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// A table of facts that was not given, or lacks a row.
    Facts(String),
    /// A value that is there but says nothing yet: a placeholder, one of a wrong type, a broken one.
    Value {
        /// JSON pointer.
        pointer: String,
        /// Bytes of the checked text.
        span: Span,
    },
}

/// The rules that the last [check](crate::check) of `doc` with `scratch` did not decide, in the order of their ids.
pub fn undecided(program: &Program, doc: &Document, scratch: &Scratch) -> Vec<Undecided> {
    let view = View { program, doc, scratch };
    let mut found: BTreeMap<&str, BTreeSet<Reason>> = BTreeMap::new();
    for shape_id in &scratch.used {
        let Some(shape) = program.shapes.get(*shape_id as usize) else { continue };
        if program.str(shape.path).starts_with(FACTS) {
            continue;
        }
        let checks = program.checks.get(shape.checks.range()).unwrap_or_default();
        for inst in scratch.by_shape.get(*shape_id as usize).into_iter().flatten() {
            let set = scratch.instances.get(*inst as usize).map_or(0, |i| i.set);
            for check in checks.iter().filter(|check| check.needs.allow(set | 1 << FACTS_BIT)) {
                let mut reasons = Reasons { view, out: BTreeSet::new() };
                reasons.check(check, *inst);
                if let (false, Some(rule)) = (reasons.out.is_empty(), program.rules.get(check.rule as usize))
                {
                    found.entry(program.str(rule.id)).or_default().extend(reasons.out);
                }
            }
        }
    }
    found
        .into_iter()
        .map(|(rule, reasons)| Undecided { rule: rule.to_owned(), reasons: reasons.into_iter().collect() })
        .collect()
}

struct Reasons<'r> {
    view: View<'r>,
    out: BTreeSet<Reason>,
}

impl Reasons<'_> {
    fn check(&mut self, check: &Check, inst: u32) {
        let scope = Scope { inst, subject: Loc::Absent };
        if check.each == NONE {
            self.one(check, &scope);
            return;
        }
        let view = self.view;
        for item in view.each(check.each, &scope) {
            self.one(check, &Scope { inst, subject: item.subject });
        }
    }

    /// Undecided is what is neither ruled out by its condition nor surely right or wrong.
    fn one(&mut self, check: &Check, scope: &Scope) {
        let when = if check.when == NONE { Verdict::True } else { self.verdict(check.when, scope) };
        let verdict = self.verdict(check.op, scope);
        if when == Verdict::False || verdict.is(!check.fault) {
            return;
        }
        if when == Verdict::Unknown {
            self.op(check.when, scope);
        }
        if verdict == Verdict::Unknown {
            self.op(check.op, scope);
        }
    }

    fn verdict(&self, op: u32, scope: &Scope) -> Verdict {
        self.view.eval(op, scope, &mut Trace::Off)
    }

    /// Why an operator is unknown. Nothing, if it is because a value is unset.
    fn op(&mut self, id: u32, scope: &Scope) {
        let program = self.view.program;
        let Some(op) = program.ops.get(id as usize) else { return };
        if self.verdict(id, scope) != Verdict::Unknown {
            return;
        }
        match *op {
            Op::All(run) | Op::Any(run) => self.each_id(&program.op_runs, run, |s, op| s.op(op, scope)),
            Op::Not(inner) => self.op(inner, scope),
            Op::Condition(id) => {
                self.op(program.conditions.get(id as usize).copied().unwrap_or(NONE), &View::root());
            }
            Op::Some { path, op } | Op::Every { path, op } | Op::Count { path, op, .. } => {
                self.items(path, scope, |s, inner| s.op(op, inner));
            }
            Op::Compare { left, right, .. } => {
                self.expr(left, scope);
                self.expr(right, scope);
            }
            Op::AtMostOne(run) => self.operands(run, scope),
            Op::CidrsDisjoint { of, from } => {
                self.operands(of, scope);
                self.operands(from, scope);
            }
            Op::Unique { path, by } => self.items(path, scope, |s, inner| s.operands(by, inner)),
            Op::Disjoint { of, from } | Op::Within { of, from } => {
                for run in [of, from] {
                    self.each_id(&program.path_runs, run, |s, path| s.path(path, scope));
                }
            }
            Op::EqualsField { of, to } => {
                self.operand(of, scope);
                self.operand(to, scope);
            }
            _ => {
                if let Some(of) = value_of(op) {
                    self.operand(of, scope);
                }
            }
        }
    }

    fn expr(&mut self, id: u32, scope: &Scope) {
        let program = self.view.program;
        match program.exprs.get(id as usize) {
            None | Some(ExprOp::Value(_)) => {}
            Some(
                ExprOp::Number { of, .. } | ExprOp::Prefix(of) | ExprOp::Chars(of) | ExprOp::DecodedBytes(of),
            ) => self.operand(of, scope),
            Some(ExprOp::Items(path)) => self.path(path, scope),
            Some(ExprOp::Sum(run) | ExprOp::Max(run)) => {
                self.each_id(&program.expr_runs, run, |s, id| s.expr(id, scope));
            }
            Some(ExprOp::Minus(a, b)) => {
                self.expr(a, scope);
                self.expr(b, scope);
            }
            Some(ExprOp::Pow2(inner)) => self.expr(inner, scope),
            Some(ExprOp::Total { path, of }) => self.items(path, scope, |s, inner| s.expr(of, inner)),
            Some(ExprOp::Lookup { by, .. }) => self.operand(by, scope),
            Some(ExprOp::If { when, then, other }) => {
                self.op(when, scope);
                self.expr(then, scope);
                self.expr(other, scope);
            }
        }
    }

    fn each_id(&mut self, ids: &[u32], run: Run, mut f: impl FnMut(&mut Self, u32)) {
        ids.get(run.range()).unwrap_or_default().iter().for_each(|id| f(self, *id));
    }

    fn operands(&mut self, run: Run, scope: &Scope) {
        let program = self.view.program;
        self.each_id(&program.operand_runs, run, |s, of| s.operand(of, scope));
    }

    fn operand(&mut self, of: u32, scope: &Scope) {
        if let Some(info) = self.view.program.operands.get(of as usize) {
            self.path(info.path, scope);
        }
    }

    fn path(&mut self, path: u32, scope: &Scope) {
        self.items(path, scope, |_, _| {});
    }

    /// The unknown values of a path; `f` for those that are known.
    fn items(&mut self, path: u32, scope: &Scope, mut f: impl FnMut(&mut Self, &Scope)) {
        let view = self.view;
        for item in view.each(path, scope) {
            match item.subject {
                Loc::Unknown(node) => self.unknown(path, scope, node),
                _ => f(self, &item),
            }
        }
    }

    fn unknown(&mut self, path: u32, scope: &Scope, node: Option<NodeId>) {
        let program = self.view.program;
        let Some(path) = program.paths.get(path as usize) else { return };
        if path.base != Base::Facts {
            let object = || self.view.scratch.instances.get(scope.inst as usize).map(|i| i.node);
            if let Some(node) = node.or_else(object) {
                self.value(node);
            }
            return;
        }
        let steps = program.steps.get(path.steps.range()).unwrap_or_default();
        let mut sought = true;
        for step in steps {
            if let Step::Find { key, .. } = step {
                // What is looked for may itself be unset or unknown.
                let mut known = false;
                for item in self.view.each(*key, scope) {
                    known |= !item.subject.is_unset() && !matches!(item.subject, Loc::Unknown(_));
                }
                sought &= known;
                self.path(*key, scope);
            }
        }
        // What is looked for is known, but not found.
        if sought
            && let (Some(Step::Slot(slot)), Some(facts)) =
                (steps.first(), program.shapes.get(FACTS_SHAPE as usize))
            && let Some(table) = program.fields.get((facts.fields.start + slot) as usize)
        {
            self.out.insert(Reason::Facts(program.str(table.name).to_owned()));
        }
    }

    fn value(&mut self, node: NodeId) {
        let doc = self.view.doc;
        if !doc.is_attached(node) {
            self.out.insert(Reason::Value { pointer: doc.pointer(node), span: doc.span(node) });
        }
    }
}
