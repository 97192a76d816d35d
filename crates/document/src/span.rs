//! Places in a text, and changes of a text.

use crate::sort_marks;
use crate::strings::{append, try_part};

/// A half-open range of bytes: `start` is in it, `end` is not.
///
/// ```
/// use acklint_document::Span;
/// let span = Span::new(2, 5);
/// assert_eq!(span.len(), 3);
/// assert!(span.contains(4) && !span.contains(5));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset of the byte after the last one.
    pub end: u32,
}

impl Span {
    /// The range from `start` up to, not including, `end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The empty range at `offset`, the place between two bytes.
    pub const fn at(offset: u32) -> Self {
        Self { start: offset, end: offset }
    }

    /// Number of bytes.
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether the range holds no byte.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether the byte at `offset` is in the range.
    pub const fn contains(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether all of `inner` lies in the range; an empty `inner` may lie on either border.
    pub const fn covers(self, inner: Self) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }

    /// The same range for slicing.
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    pub(crate) const fn of(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }
}

/// One change of a text: the bytes at `span` become `text`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edit {
    /// What is replaced; an empty span inserts.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

impl Edit {
    /// Puts `text` in front of the byte at `offset`.
    pub fn insert(offset: u32, text: impl Into<String>) -> Self {
        Self { span: Span::at(offset), text: text.into() }
    }

    /// Takes the bytes at `span` away.
    pub const fn delete(span: Span) -> Self {
        Self { span, text: String::new() }
    }

    /// Puts `text` in place of the bytes at `span`.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }
}

/// Puts an edit behind the insertions at the place where it begins.
const NO_INSERTION: u32 = 1 << 31;

/// Applies `edits`, in any order, to `text`.
///
/// Insertions at one place keep the order of the slice, and stand before a replacement that begins there.
/// `None` if two edits overlap, or one is out of range or cuts a character.
///
/// ```
/// use acklint_document::{Edit, Span, apply_edits};
/// let edits = [Edit::insert(3, ","), Edit::delete(Span::new(0, 1))];
/// assert_eq!(apply_edits("xab c", &edits).as_deref(), Some("ab, c"));
/// ```
pub fn apply_edits(text: &str, edits: &[Edit]) -> Option<String> {
    let mut order = Vec::new();
    for (index, edit) in edits.iter().enumerate() {
        let which = index as u32 | if edit.span.is_empty() { 0 } else { NO_INSERTION };
        order.push(u64::from(edit.span.start) << 32 | u64::from(which));
    }
    sort_marks(&mut order);
    let mut result = String::new();
    let mut done = 0;
    for mark in order {
        let edit = edits.get((mark as u32 & !NO_INSERTION) as usize)?;
        let range = edit.span.range();
        append(&mut result, try_part(text, done, range.start)?);
        append(&mut result, &edit.text);
        if range.end < range.start {
            return None;
        }
        done = range.end;
    }
    append(&mut result, try_part(text, done, text.len())?);
    Some(result)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_apply_in_any_order() {
        let edits = [
            Edit::insert(4, "!"),
            Edit::replace(Span::new(1, 2), "i"),
            Edit::insert(1, "<"),
            Edit::insert(4, "?"),
        ];
        assert_eq!(apply_edits("haha", &edits).as_deref(), Some("h<iha!?"));
    }

    #[test]
    fn impossible_edits_are_refused() {
        let delete = |start, end| Edit::delete(Span::new(start, end));
        assert_eq!(apply_edits("abcd", &[delete(0, 2), delete(1, 3)]), None, "overlap");
        assert_eq!(apply_edits("abcd", &[delete(3, 5)]), None, "out of range");
        assert_eq!(apply_edits("abcd", &[delete(3, 2)]), None, "backwards");
        assert_eq!(apply_edits("ä", &[delete(0, 1)]), None, "half a character");
        assert_eq!(apply_edits("ab", &[delete(0, 1), delete(1, 2)]).as_deref(), Some(""), "touching is fine");
    }
}
