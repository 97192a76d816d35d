//! One value against a predicate that takes no more than a look at it, without scopes and evidence.

use super::texts;
use crate::cidr;
use crate::pack::Form;
use crate::program::{Const, Op, Program};
use crate::verdict::Verdict;
use acklint_document::integer;

/// A value whose type and content are known.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Quick<'v> {
    Text(&'v str),
    Int(i64),
    Bool(bool),
}

impl Program {
    /// The verdict of an operator about one value, which is given.
    pub(crate) fn quick_value(&self, op: &Op, value: Quick<'_>) -> Verdict {
        match (*op, value) {
            (Op::Set(_), _) => Verdict::True,
            (Op::EqualsConst { value: want, .. }, _) => self.quick_equals(want, value),
            (Op::OneOf { list, .. }, Quick::Text(text)) => self.is_listed(list, text).into(),
            (Op::OneOf { list, .. }, Quick::Int(n)) => self.is_listed_number(list, n).into(),
            (Op::Range { min, max, .. }, Quick::Int(n)) => (min..=max).contains(&n).into(),
            (_, Quick::Text(text)) => self.quick_text(op, text),
            _ => Verdict::Unknown,
        }
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
            Op::Cidr { spec, .. } => {
                self.cidrs.get(spec as usize).map_or(Verdict::Unknown, |spec| self.is_block(&spec, text))
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
        let mut prefixes = self.items.run(list.prefixes);
        self.is_exact(id, text) || prefixes.any(|s| text.starts_with(self.str(s)))
    }

    /// Whether a number is in a list. Lists of numbers are short.
    pub(crate) fn is_listed_number(&self, id: u32, n: i64) -> bool {
        let shown = self.lists.get(id as usize).map(|l| l.shown).unwrap_or_default();
        let mut items = self.items.run(shown);
        items.any(|s| integer(self.str(s)) == Some(n))
    }
}
