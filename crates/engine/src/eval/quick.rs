//! One value against a predicate about nothing else, without scopes and evidence.
//!
//! The walk over a request uses it to pass over, at once, every check that this value cannot fail. It may
//! answer unknown at will: then the check is evaluated in full.

use super::texts;
use crate::cidr;
use crate::pack::Form;
use crate::program::{Const, Op, Program};
use crate::verdict::Verdict;

/// A value whose type and content are known.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Quick<'v> {
    Text(&'v str),
    Int(i64),
    Bool(bool),
    /// An object, a list, or a number that is not whole.
    Other,
}

impl Program {
    /// The verdict of an operator whose every operand is this value.
    pub(crate) fn quick(&self, op: u32, value: Quick<'_>) -> Verdict {
        let Some(op) = self.ops.get(op as usize) else { return Verdict::Unknown };
        match (*op, value) {
            (Op::All(run), _) => self.quick_run(run, value, Verdict::False),
            (Op::Any(run), _) => self.quick_run(run, value, Verdict::True),
            (Op::Not(inner), _) => self.quick(inner, value).not(),
            (Op::Set(_), _) => Verdict::True,
            (Op::Format { format, .. }, _) => {
                self.formats.get(format as usize).map_or(Verdict::Unknown, |op| self.quick(*op, value))
            }
            (Op::EqualsConst { value: want, .. }, _) => self.quick_equals(want, value),
            (Op::OneOf { list, .. }, Quick::Text(text)) => self.is_listed(list, text).into(),
            (Op::Range { min, max, .. }, Quick::Int(n)) => (min..=max).contains(&n).into(),
            (_, Quick::Text(text)) => self.quick_text(op, text),
            _ => Verdict::Unknown,
        }
    }

    fn quick_run(&self, run: crate::program::Run, value: Quick<'_>, decisive: Verdict) -> Verdict {
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
            Op::Range { min, max, .. } => match super::view::whole_number(text) {
                Ok(n) => (min..=max).contains(&n).into(),
                Err(()) => Verdict::Unknown,
            },
            Op::Parts { split, op, trim, .. } => {
                let mut verdict = Verdict::True;
                for part in texts::split(text, split) {
                    let part = if trim { part.trim() } else { part };
                    match self.quick(op, Quick::Text(part)) {
                        Verdict::True => {}
                        Verdict::False => return Verdict::False,
                        Verdict::Unknown => verdict = Verdict::Unknown,
                    }
                }
                verdict
            }
            Op::Cidr { spec, .. } => match (self.cidrs.get(spec as usize), cidr::parse(text)) {
                (Some(spec), Ok(block)) => spec.fits(block).into(),
                _ => Verdict::Unknown,
            },
            Op::Form { form: Form::Ip, .. } => text.parse::<std::net::IpAddr>().is_ok().into(),
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
}
