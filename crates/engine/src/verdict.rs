//! Three values, and what was looked at to reach them.

use acklint_document::{NodeId, Span};

/// The answer of a predicate. Unknown is not false: a rule that meets it stays silent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    True,
    False,
    Unknown,
}

impl Verdict {
    pub(crate) fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }

    pub(crate) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::False, _) | (_, Self::False) => Self::False,
            (Self::True, Self::True) => Self::True,
            _ => Self::Unknown,
        }
    }

    pub(crate) fn is(self, value: bool) -> bool {
        self == Self::from(value)
    }
}

impl From<bool> for Verdict {
    fn from(value: bool) -> Self {
        if value { Self::True } else { Self::False }
    }
}

/// A place a predicate looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) node: NodeId,
    /// A more exact place than the node's.
    pub(crate) span: Option<Span>,
    /// Involved, but not where the fault is.
    pub(crate) aside: bool,
}

/// Everything a predicate leaves behind for the finding.
#[derive(Clone, Debug)]
pub(crate) struct Evidence {
    pub(crate) seen: Vec<Seen>,
    pub(crate) suggestion: Option<String>,
    pub(crate) found: Option<i64>,
    pub(crate) min: Option<i64>,
    pub(crate) max: Option<i64>,
    /// List of allowed values, as an index of the program.
    pub(crate) allowed: Option<u32>,
    /// Position of a character in a text, from 1.
    pub(crate) position: Option<i64>,
    pub(crate) character: Option<String>,
    pub(crate) part: Option<String>,
    /// What the row of facts is called that clashes.
    pub(crate) row: Option<String>,
}

impl Evidence {
    /// Nothing yet.
    pub(crate) const fn new() -> Self {
        Self {
            seen: Vec::new(),
            suggestion: None,
            found: None,
            min: None,
            max: None,
            allowed: None,
            position: None,
            character: None,
            part: None,
            row: None,
        }
    }

    /// Forgets everything, but keeps the memory.
    pub(crate) fn clear(&mut self) {
        let mut seen = std::mem::take(&mut self.seen);
        seen.clear();
        *self = Self { seen, ..Self::new() };
    }

    /// What was found, and the least and the most that is allowed; the ends of the range are no limits.
    pub(crate) fn bounds(&mut self, found: Option<i64>, min: i64, max: i64) {
        self.found = found;
        self.min = (min != i64::MIN).then_some(min);
        self.max = (max != i64::MAX).then_some(max);
    }
}

/// Keeps a text as part of the evidence.
#[inline(never)] // from many places
pub(crate) fn keep(place: &mut Option<String>, text: Option<&str>) {
    *place = text.map(str::to_owned);
}

/// Collects evidence, or does not: checks run without, findings are explained with.
pub(crate) enum Trace<'e> {
    Off,
    On(&'e mut Evidence),
}

impl Trace<'_> {
    pub(crate) fn note(&mut self, f: impl FnOnce(&mut Evidence)) {
        if let Self::On(evidence) = self {
            f(evidence);
        }
    }

    pub(crate) fn is_on(&self) -> bool {
        matches!(self, Self::On(_))
    }

    pub(crate) fn mark(&self) -> usize {
        match self {
            Self::Off => 0,
            Self::On(evidence) => evidence.seen.len(),
        }
    }

    /// What was seen since a mark.
    pub(crate) fn since(&mut self, mark: usize) -> &mut [Seen] {
        match self {
            Self::Off => &mut [],
            Self::On(evidence) => evidence.seen.get_mut(mark..).unwrap_or_default(),
        }
    }

    /// Forgets what was seen between two marks.
    pub(crate) fn forget(&mut self, from: usize, to: usize) {
        if let Self::On(evidence) = self
            && from <= to
            && to <= evidence.seen.len()
        {
            evidence.seen.copy_within(to.., from);
            evidence.seen.truncate(evidence.seen.len() - (to - from));
        }
    }
}
