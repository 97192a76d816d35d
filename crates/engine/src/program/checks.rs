//! Rules at their sites, and what their findings say.

use super::{Run, Str};
use crate::finding::{Certainty, Level, Safety};

/// A rule at one site.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Check {
    pub(crate) rule: u32,
    pub(crate) shape: u32,
    /// Path of the items it applies to one by one, or `NONE`.
    pub(crate) each: u32,
    /// Which members must be set, and unset, for a fault.
    pub(crate) needs: Needs,
    /// What its members must be, as [bits](super::Target::Bit) of the object.
    pub(crate) bits: u64,
    /// It hangs on a field; the walk says where it is to be evaluated.
    pub(crate) guarded: bool,
    /// Conditions of the whole request without which there is no fault, in `only_ifs`.
    pub(crate) only_if: Run,
    /// Condition, or `NONE`.
    pub(crate) when: u32,
    pub(crate) op: u32,
    /// The verdict of `op` that is a fault.
    pub(crate) fault: bool,
    /// `op` is about one value, so that it is evaluated before the condition.
    pub(crate) op_first: bool,
    pub(crate) level: Level,
    pub(crate) certainty: Certainty,
    /// Path to point at, or `NONE`.
    pub(crate) point: u32,
    pub(crate) message: [Str; 2],
    pub(crate) help: [Str; 2],
    /// Names messages and fixes use.
    pub(crate) names: Run,
    pub(crate) fixes: Run,
}

/// What must be of an object's members, as bits of its first 127 slots, for something to be so at all. One more
/// bit stands for facts.
///
/// Most requests leave most fields out, and set the ones that are required. A check that this rules out is
/// passed over by three operations on bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Needs {
    /// All of these are set.
    pub(crate) set: u128,
    /// None of these is.
    pub(crate) unset: u128,
    /// At least one of these is set, if there are any.
    pub(crate) some: u128,
}

/// The bit of `Needs` that says that there are facts; no member has it.
pub(crate) const FACTS_BIT: u32 = 127;

impl Needs {
    #[inline]
    pub(crate) fn allow(&self, set: u128) -> bool {
        self.set & !set == 0 && self.unset & set == 0 && (self.some == 0 || self.some & set != 0)
    }
}

/// What must be so for a check to be worth evaluating: what a check needs, in one place close to the processor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Gate {
    needs: Needs,
    bits: u64,
    level: Level,
}

impl Gate {
    pub(super) fn of(check: &Check) -> Self {
        Self { needs: check.needs, bits: check.bits, level: check.level }
    }

    /// Whether an object, by the members it has and what they are, may be at fault.
    #[inline]
    pub(crate) fn is_open(&self, set: u128, bits: u64, min: Level) -> bool {
        self.level >= min && self.bits & !bits == 0 && self.needs.allow(set)
    }
}

/// A name used in messages: what people write, and where it leads at this site.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Name {
    pub(crate) text: Str,
    /// Operand, or `NONE` for a computed number.
    pub(crate) operand: u32,
    /// Expression, or `NONE`.
    pub(crate) value: u32,
}

/// What is the same at all sites of a rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct RuleInfo {
    pub(crate) id: Str,
    pub(crate) url: Str,
    /// Baked templates, as are all texts of checks and fixes.
    pub(crate) hint: [Str; 2],
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct FixInfo {
    pub(crate) title: [Str; 2],
    pub(crate) safety: Safety,
    pub(crate) action: Action,
    /// What it works on, one byte each; several for a removal.
    pub(crate) targets: Str,
    pub(crate) value: Str,
}

/// What a fix works on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FixTarget {
    /// The item of a list that the finding points into.
    Item,
    /// The value at hand, or the object of the site.
    AtHand,
    /// One of the names of the check.
    Name(usize),
}

impl FixTarget {
    /// The byte it is kept as.
    pub(crate) fn code(self) -> Option<char> {
        let code = match self {
            Self::Item => 0,
            Self::AtHand => 1,
            Self::Name(index) => index + 2,
        };
        // Like the codes of templates: no line break, and ASCII.
        u8::try_from(code + 14).ok().filter(u8::is_ascii).map(char::from)
    }

    pub(crate) fn of(code: u8) -> Self {
        match code.wrapping_sub(14) {
            0 => Self::Item,
            1 => Self::AtHand,
            index => Self::Name(usize::from(index).wrapping_sub(2)),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Remove,
    /// `value` is JSON.
    SetJson,
    /// `value` is a baked template of a text.
    SetText,
    /// `value` is JSON.
    Append,
}
