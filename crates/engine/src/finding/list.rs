//! Parts of findings, read out of their tables one by one.

use super::Finding;
use super::table::Findings;
use std::fmt;
use std::slice;

/// What a [`List`] can hold. Only views of this crate are parts.
pub trait Part<'f>: Copy {
    /// The entry in a table.
    type Entry: Copy + 'f;

    /// The view of an entry.
    fn view(findings: &'f Findings, entry: Self::Entry) -> Self;
}

/// Places, fixes or edits of a finding, in order. It is a view and copied freely.
#[derive(Clone, Copy)]
pub struct List<'f, T: Part<'f>> {
    findings: &'f Findings,
    entries: &'f [T::Entry],
}

impl<'f, T: Part<'f>> List<'f, T> {
    pub(super) fn new(findings: &'f Findings, entries: &'f [T::Entry]) -> Self {
        Self { findings, entries }
    }

    /// Number of parts.
    pub fn len(self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.entries.is_empty()
    }

    /// The part at a position, from 0.
    pub fn get(self, index: usize) -> Option<T> {
        self.entries.get(index).map(|entry| T::view(self.findings, *entry))
    }

    /// The first part.
    pub fn first(self) -> Option<T> {
        self.get(0)
    }

    /// All parts, in order.
    pub fn iter(self) -> Iter<'f, T> {
        Iter { findings: self.findings, entries: self.entries.iter() }
    }
}

impl<'f, T: Part<'f>> Default for List<'f, T> {
    fn default() -> Self {
        Self { findings: Findings::empty(), entries: &[] }
    }
}

impl<'f, T: Part<'f> + PartialEq> PartialEq for List<'f, T> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<'f, T: Part<'f> + Eq> Eq for List<'f, T> {}

impl<'f, T: Part<'f> + fmt::Debug> fmt::Debug for List<'f, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<'f, T: Part<'f>> IntoIterator for List<'f, T> {
    type Item = T;
    type IntoIter = Iter<'f, T>;

    fn into_iter(self) -> Iter<'f, T> {
        self.iter()
    }
}

/// Goes through a [`List`] or through [`Findings`].
#[derive(Clone)]
pub struct Iter<'f, T: Part<'f>> {
    findings: &'f Findings,
    entries: slice::Iter<'f, T::Entry>,
}

impl<'f, T: Part<'f>> Iterator for Iter<'f, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.entries.next().map(|entry| T::view(self.findings, *entry))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.entries.size_hint()
    }
}

impl<'f, T: Part<'f>> DoubleEndedIterator for Iter<'f, T> {
    fn next_back(&mut self) -> Option<T> {
        self.entries.next_back().map(|entry| T::view(self.findings, *entry))
    }
}

impl<'f, T: Part<'f>> ExactSizeIterator for Iter<'f, T> {}

impl<'f, T: Part<'f> + fmt::Debug> fmt::Debug for Iter<'f, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

impl Default for Findings {
    fn default() -> Self {
        Self::new()
    }
}

impl PartialEq for Findings {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Findings {}

impl fmt::Debug for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self).finish()
    }
}

impl<'f> IntoIterator for &'f Findings {
    type Item = Finding<'f>;
    type IntoIter = Iter<'f, Finding<'f>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
