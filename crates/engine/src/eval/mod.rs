//! Evaluation of compiled predicates: three values, evidence on demand.

mod blocks;
mod logic;
mod numbers;
mod quick;
mod sets;
mod texts;
mod view;

pub(crate) use quick::Quick;
pub(crate) use texts::version;
pub(crate) use view::{From, Got, Loc, Scope, TextRef, View};

use crate::program::{NONE, Op};
use crate::verdict::{Seen, Trace, Verdict};
use acklint_document::{Kind, NodeId, Span};

#[cfg(feature = "regex")]
pub(crate) use texts::pattern;

impl View<'_> {
    /// The verdict of an operator. With the trace on, `trace` holds what decided it afterwards.
    pub(crate) fn eval(&self, op: u32, scope: Scope, trace: &mut Trace<'_>) -> Verdict {
        let Some(op) = self.program.ops.get(op as usize) else { return Verdict::Unknown };
        if !trace.is_on()
            && let Some(verdict) = self.at_once(op, scope)
        {
            return verdict;
        }
        match *op {
            Op::All(run) => self.all(run, scope, trace),
            Op::Any(run) => self.any(run, scope, trace),
            Op::Not(inner) => self.negated(inner, scope, trace),
            Op::Decided(inner) => self.decided(inner, scope),
            Op::Condition(id) => self.condition(id, trace),
            Op::Format { of, format } => self.format(of, format, scope, trace),
            Op::Set(of) => self.set(of, scope, trace),
            Op::AtMostOne(run) => self.at_most_one(run, scope, trace),
            Op::EqualsConst { of, value } => self.equals_const(of, value, scope, trace),
            Op::EqualsField { of, to } => self.equals_field(of, to, scope, trace),
            Op::OneOf { of, list } => self.one_of(of, list, scope, trace),
            Op::NearMiss { of, list } => self.near_miss(of, list, scope, trace),
            Op::Like { of, forms, ignore_case } => self.like(of, forms, ignore_case, scope, trace),
            Op::Matches { of, regex } => self.matches(of, regex, scope, trace),
            Op::Length { of, min, max } => self.length(of, (min, max), scope, trace),
            Op::Chars { of, set } => self.chars(of, set, scope, trace),
            Op::Kinds { of, min } => self.kinds(of, min, scope, trace),
            Op::Range { of, min, max } => self.range(of, (min, max), scope, trace),
            Op::Compare { left, is, right } => self.compare(left, is, right, scope, trace),
            Op::Count { path, op, min, max } => self.count(path, op, (min, max), scope, trace),
            Op::Unique { path, by } => self.unique(path, by, scope, trace),
            Op::Disjoint { of, from } => self.disjoint(of, from, scope, trace),
            Op::Within { of, from } => self.within(of, from, scope, trace),
            Op::Some { path, op } => self.some(path, op, scope, trace),
            Op::Every { path, op } => self.every(path, op, scope, trace),
            Op::Parts { of, split, op, trim } => self.parts(of, (split, trim), op, scope, trace),
            Op::Cidr { of, spec } => self.cidr(of, spec, scope, trace),
            Op::CidrsDisjoint { of, from } => self.cidrs_disjoint(of, from, scope, trace),
            Op::Form { of, form } => self.form(of, form, scope, trace),
            Op::Version { of, min, max } => self.version(of, (min, max), scope, trace),
        }
    }

    /// The verdict of a predicate about one plain value, without ado; `None` if it takes the long way.
    #[inline]
    fn at_once(&self, op: &Op, scope: Scope) -> Option<Verdict> {
        let of = crate::compile::value_of(op)?;
        let loc = self.operand(of, scope);
        let value = match loc {
            Loc::Node(node) => match self.doc.kind(node) {
                Kind::String if !self.doc.string_has_escapes(node) => Quick::Text(self.doc.raw(node)),
                Kind::True => Quick::Bool(true),
                Kind::False => Quick::Bool(false),
                Kind::Number => Quick::Int(self.doc.integer(node)?),
                _ => return None,
            },
            Loc::Text(TextRef { from: From::Node(node), start, end })
                if !self.doc.string_has_escapes(node) =>
            {
                Quick::Text(self.doc.raw(node).get(start as usize..end as usize)?)
            }
            _ => return None,
        };
        let verdict = self.program.quick_value(op, value);
        (verdict != Verdict::Unknown).then_some(verdict)
    }

    /// Notes that a value was looked at.
    fn see(&self, loc: Loc, field: u32, trace: &mut Trace<'_>) {
        if !trace.is_on() {
            return;
        }
        if let Some((node, span)) = self.place(loc) {
            trace.note(|e| e.seen.push(Seen { node, span, field, aside: false }));
        }
    }

    #[inline]
    fn see_operand(&self, operand: u32, loc: Loc, trace: &mut Trace<'_>) {
        if trace.is_on() {
            self.see(loc, self.field_of(operand), trace);
        }
    }

    fn see_exact(&self, node: NodeId, span: Span, operand: u32, trace: &mut Trace<'_>) {
        let field = self.field_of(operand);
        trace.note(|e| e.seen.push(Seen { node, span: Some(span), field, aside: false }));
    }

    pub(crate) fn field_of(&self, operand: u32) -> u32 {
        let info = self.program.operands.get(operand as usize);
        info.and_then(|o| self.program.paths.get(o.path as usize)).map_or(NONE, |p| p.field)
    }
}
