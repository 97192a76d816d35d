//! Findings move with the text around them.

use super::{Source, Told};
use crate::finding::{Finding, Findings};
use acklint_document::{Edit, Span};

/// The change from one text to another as one edit, as short as can be.
pub(super) fn difference(from: &str, to: &str) -> Edit {
    let common = from.as_bytes().iter().zip(to.as_bytes()).take_while(|(a, b)| a == b).count();
    let start =
        (0..=common).rev().find(|at| from.is_char_boundary(*at) && to.is_char_boundary(*at)).unwrap_or(0);
    let most = from.len().min(to.len()) - start;
    let common = from
        .as_bytes()
        .iter()
        .rev()
        .zip(to.as_bytes().iter().rev())
        .take(most)
        .take_while(|(a, b)| a == b)
        .count();
    let fits = |at: &usize| from.is_char_boundary(from.len() - at) && to.is_char_boundary(to.len() - at);
    let tail = (0..=common).rev().find(fits).unwrap_or(0);
    let text = to.get(start..to.len() - tail).unwrap_or_default();
    Edit::replace(Span::new(start as u32, (from.len() - tail) as u32), text)
}

/// Findings of rules, with their places after the edits. What lay inside a change has no place any more; its check
/// runs again.
pub(super) fn told(told: &Told, edits: &[Edit]) -> Told {
    let mut moved = Told::default();
    for (source, finding) in told.sources.iter().zip(&told.findings) {
        let lost = source.lost || !push_moved(&mut moved.findings, finding, edits);
        if lost {
            moved.findings.push(finding);
        }
        moved.sources.push(Source { lost, ..*source });
    }
    moved
}

/// Findings that came, and those that went, with their places before the edits. Both are in the order of their
/// places, before and after they move.
pub(super) fn compare(before: &Findings, now: &Findings, edits: &[Edit]) -> (Findings, Findings) {
    let mut stayed = vec![false; now.len()];
    let (mut added, mut removed) = (Findings::new(), Findings::new());
    let (mut moved, mut start) = (Findings::new(), 0);
    for finding in before {
        moved.clear();
        push_moved(&mut moved, finding, edits);
        let same = moved.first().and_then(|moved| {
            while now.get(start).is_some_and(|f| f.span < moved.span) {
                start += 1;
            }
            let here = (start..now.len()).zip(stayed.iter().skip(start));
            let mut here = here.map_while(|(at, stayed)| {
                now.get(at).filter(|f| f.span == moved.span).map(|f| (at, f, *stayed))
            });
            here.find(|(_, f, stayed)| !stayed && *f == moved).map(|(at, ..)| at)
        });
        match same.and_then(|at| stayed.get_mut(at)) {
            Some(stayed) => *stayed = true,
            None => removed.push(finding),
        }
    }
    for (finding, stayed) in now.iter().zip(stayed) {
        if !stayed {
            added.push(finding);
        }
    }
    (added, removed)
}

fn push_moved(to: &mut Findings, finding: Finding<'_>, edits: &[Edit]) -> bool {
    to.push_moved(finding, &mut |place| span(place, edits))
}

fn span(span: Span, edits: &[Edit]) -> Option<Span> {
    let moved = Span::new(offset(span.start, edits, true)?, offset(span.end, edits, span.is_empty())?);
    (moved.start <= moved.end).then_some(moved)
}

/// Where an offset goes. At the place of an insertion, what begins there moves on and what ends there stays.
fn offset(offset: u32, edits: &[Edit], begins: bool) -> Option<u32> {
    let mut moved = i64::from(offset);
    for edit in edits {
        let Span { start, end } = edit.span;
        if offset < start || (offset == start && (start < end || !begins)) {
            break;
        }
        if offset < end {
            return None;
        }
        moved += edit.text.len() as i64 - i64::from(end - start);
    }
    u32::try_from(moved).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use acklint_document::apply_edits;

    #[test]
    fn difference_is_the_change() {
        for (from, to) in
            [("", "a"), ("aaa", "aa"), ("你好", "你们好"), ("é", "è"), ("abc", "abc"), ("xay", "xby")]
        {
            let edit = difference(from, to);
            assert_eq!(apply_edits(from, std::slice::from_ref(&edit)).as_deref(), Some(to));
        }
        assert_eq!(difference("xay", "xby"), Edit::replace(Span::new(1, 2), "b"));
    }

    #[test]
    fn offsets_move_with_the_text() {
        let edits = [Edit::insert(2, "++"), Edit::delete(Span::new(4, 6))];
        let at = |from, begins| offset(from, &edits, begins);
        assert_eq!((at(1, true), at(2, true), at(2, false)), (Some(1), Some(4), Some(2)));
        assert_eq!((at(3, true), at(4, true), at(5, true), at(6, true)), (Some(5), Some(6), None, Some(6)));
    }
}
