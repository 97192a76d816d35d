//! One value against a predicate about nothing else, without scopes and evidence.
//!
//! The walk over a request uses it to pass over, at once, every check that this value cannot fail. It may
//! answer unknown at will: then the check is evaluated in full.

use super::texts;
use crate::cidr;
use crate::compile::value_of;
use crate::pack::Form;
use crate::program::{Const, ExprOp, Op, Program, Run};
use crate::verdict::Verdict;
use acklint_document::integer;

/// A value whose type and content are known.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Quick<'v> {
    Text(&'v str),
    Int(i64),
    Bool(bool),
    /// A whole list, by the number of its items.
    List(u32),
    /// An object, or a number that is not whole.
    Other,
}

impl Program {
    /// The verdict of an operator whose every operand is this value or a part of it.
    pub(crate) fn quick(&self, op: u32, value: Quick<'_>) -> Verdict {
        let Some(op) = self.ops.get(op as usize) else { return Verdict::Unknown };
        match *op {
            Op::All(run) => return self.quick_run(run, value, Verdict::False),
            Op::Any(run) => return self.quick_run(run, value, Verdict::True),
            Op::Not(inner) => return self.quick(inner, value).not(),
            Op::EqualsField { of, to } => {
                return match (self.narrowed(of, value), self.narrowed(to, value)) {
                    (Some(Quick::Text(a)), Some(Quick::Text(b))) => (a == b).into(),
                    (Some(Quick::Text(_)), None) | (None, Some(Quick::Text(_))) => Verdict::False,
                    _ => Verdict::Unknown,
                };
            }
            Op::Compare { left, is, right } => {
                return match (self.quick_expr(left, value), self.quick_expr(right, value)) {
                    (Some(a), Some(b)) => is.holds(a, b).into(),
                    _ => Verdict::Unknown,
                };
            }
            // Whoever is alone has no twin, and few are not too many.
            Op::Unique { .. } => {
                return if matches!(value, Quick::List(0 | 1)) { Verdict::True } else { Verdict::Unknown };
            }
            Op::Count { min: 0, max, .. } => {
                return if matches!(value, Quick::List(len) if len <= max) {
                    Verdict::True
                } else {
                    Verdict::Unknown
                };
            }
            Op::Count { .. } => return Verdict::Unknown,
            _ => {}
        }
        let Some(value) = value_of(op).and_then(|of| self.narrowed(of, value)) else {
            // An unset part: only these two have an answer.
            return match op {
                Op::Set(_) | Op::EqualsConst { .. } => Verdict::False,
                _ => Verdict::Unknown,
            };
        };
        self.quick_value(op, value)
    }

    /// The verdict of an operator about one value, which is given.
    pub(crate) fn quick_value(&self, op: &Op, value: Quick<'_>) -> Verdict {
        match (*op, value) {
            (Op::Set(_), _) => Verdict::True,
            (Op::Format { format, .. }, _) => {
                self.formats.get(format as usize).map_or(Verdict::Unknown, |op| self.quick(*op, value))
            }
            (Op::EqualsConst { value: want, .. }, _) => self.quick_equals(want, value),
            (Op::OneOf { list, .. }, Quick::Text(text)) => self.is_listed(list, text).into(),
            (Op::OneOf { list, .. }, Quick::Int(n)) => self.is_listed_number(list, n).into(),
            (Op::Range { min, max, .. }, Quick::Int(n)) => (min..=max).contains(&n).into(),
            (_, Quick::Text(text)) => self.quick_text(op, text),
            _ => Verdict::Unknown,
        }
    }

    /// The part of a value that an operand takes; `None` if there is no such part.
    #[inline]
    fn narrowed<'v>(&self, of: u32, value: Quick<'v>) -> Option<Quick<'v>> {
        match (self.operands.get(of as usize)?.part, value) {
            (None, value) => Some(value),
            (Some(part), Quick::Text(text)) => texts::part_of(text, part).map(Quick::Text),
            (Some(_), _) => None,
        }
    }

    fn quick_expr(&self, id: u32, value: Quick<'_>) -> Option<i64> {
        let text = |of: u32| match self.narrowed(of, value) {
            Some(Quick::Text(text)) => Some(text),
            _ => None,
        };
        match *self.exprs.get(id as usize)? {
            ExprOp::Value(v) => Some(v),
            ExprOp::Items(_) => match value {
                Quick::List(len) => Some(i64::from(len)),
                _ => None,
            },
            ExprOp::Chars(of) => Some(text(of).map_or(0, texts::count_chars) as i64),
            ExprOp::DecodedBytes(of) => texts::base64_bytes(text(of)?),
            ExprOp::Number { of, or_zero: false } => match self.narrowed(of, value)? {
                Quick::Int(n) => Some(n),
                Quick::Text(text) => integer(text),
                _ => None,
            },
            ExprOp::Sum(ids) => self.quick_fold(ids, value, i64::checked_add),
            ExprOp::Max(ids) => self.quick_fold(ids, value, |a, b| Some(a.max(b))),
            ExprOp::Minus(a, b) => self.quick_expr(a, value)?.checked_sub(self.quick_expr(b, value)?),
            ExprOp::If { when, then, other } => match self.quick(when, value) {
                Verdict::True => self.quick_expr(then, value),
                Verdict::False => self.quick_expr(other, value),
                Verdict::Unknown => None,
            },
            _ => None,
        }
    }

    fn quick_fold(&self, ids: Run, value: Quick<'_>, f: fn(i64, i64) -> Option<i64>) -> Option<i64> {
        let mut total = None;
        for id in self.expr_runs.get(ids.range())? {
            let next = self.quick_expr(*id, value)?;
            total = Some(match total {
                None => next,
                Some(total) => f(total, next)?,
            });
        }
        total
    }

    fn quick_run(&self, run: Run, value: Quick<'_>, decisive: Verdict) -> Verdict {
        let mut verdict = decisive.not();
        for op in self.op_runs.get(run.range()).unwrap_or_default() {
            match self.quick(*op, value) {
                v if v == decisive => return v,
                Verdict::Unknown => verdict = Verdict::Unknown,
                _ => {}
            }
        }
        verdict
    }

    fn quick_equals(&self, want: Const, value: Quick<'_>) -> Verdict {
        match (want, value) {
            (Const::Text(want), Quick::Text(text)) => (self.str(want) == text).into(),
            (Const::Int(want), Quick::Int(n)) => (want == n).into(),
            (Const::Bool(want), Quick::Bool(b)) => (want == b).into(),
            _ => Verdict::Unknown,
        }
    }

    fn quick_text(&self, op: &Op, text: &str) -> Verdict {
        match *op {
            Op::NearMiss { list, .. } if self.is_listed(list, text) => Verdict::False,
            Op::Like { forms, ignore_case, .. } => self.is_like(forms, ignore_case, text).into(),
            Op::Length { min, max, .. } => (min..=max).contains(&(texts::count_chars(text) as i64)).into(),
            Op::Chars { set, .. } => match self.char_sets.get(set as usize) {
                Some(set) => texts::first_fault(set, text).is_none().into(),
                None => Verdict::Unknown,
            },
            Op::Kinds { min, .. } => (texts::kinds_of(text) >= i64::from(min)).into(),
            Op::Range { min, max, .. } => integer(text).is_some_and(|n| (min..=max).contains(&n)).into(),
            Op::Parts { split, op, trim, .. } => {
                let mut verdict = Verdict::True;
                for part in texts::split(text, split) {
                    let part = if trim { texts::trim(part) } else { part };
                    match self.quick(op, Quick::Text(part)) {
                        Verdict::True => {}
                        Verdict::False => return Verdict::False,
                        Verdict::Unknown => verdict = Verdict::Unknown,
                    }
                }
                verdict
            }
            Op::Cidr { spec, .. } => {
                self.cidrs.get(spec as usize).map_or(Verdict::Unknown, |spec| spec.allows(text))
            }
            Op::Form { form: Form::Ip, .. } => cidr::is_address(text).into(),
            Op::Form { form: Form::Base64, .. } => texts::base64_bytes(text).is_some().into(),
            Op::Form { form: Form::PositiveDecimal, .. } => texts::is_positive_decimal(text).into(),
            Op::Version { min, max, .. } => {
                texts::version(text).map_or(Verdict::Unknown, |v| (v >= min && v <= max).into())
            }
            _ => Verdict::Unknown,
        }
    }

    /// Whether a text is in a list, exactly or by a beginning.
    pub(crate) fn is_listed(&self, id: u32, text: &str) -> bool {
        let Some(list) = self.lists.get(id as usize) else { return false };
        let prefixes = self.items.get(list.prefixes.range()).unwrap_or_default();
        self.is_exact(id, text) || prefixes.iter().any(|s| text.starts_with(self.str(*s)))
    }

    /// Whether a number is in a list. Lists of numbers are short.
    pub(crate) fn is_listed_number(&self, id: u32, n: i64) -> bool {
        let shown = self.lists.get(id as usize).map(|l| l.shown).unwrap_or_default();
        let items = self.items.get(shown.range()).unwrap_or_default();
        items.iter().any(|s| integer(self.str(*s)) == Some(n))
    }
}
