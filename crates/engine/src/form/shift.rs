//! Findings move with the text around them.

use crate::finding::{Finding, Findings};
use acklint_document::{Edit, Span};

/// The change from one text to another as one edit, as short as can be.
pub(super) fn difference(from: &str, to: &str) -> Edit {
    let (from_bytes, to_bytes) = (from.as_bytes(), to.as_bytes());
    let same = |(one, other): &(&u8, &u8)| one == other;
    let mut start = from_bytes.iter().zip(to_bytes).take_while(same).count();
    // Where the bytes are the same, the characters begin at the same places.
    while !from.is_char_boundary(start) {
        start -= 1;
    }
    let rest = from.len().min(to.len()) - start;
    let ends = from_bytes.iter().rev().zip(to_bytes.iter().rev()).take(rest);
    let mut tail = ends.take_while(same).count();
    while !from.is_char_boundary(from.len() - tail) {
        tail -= 1;
    }
    let text = to.get(start..to.len() - tail).unwrap_or_default();
    Edit::replace(Span::new(start as u32, (from.len() - tail) as u32), text)
}

/// Findings that came; of those `before`, the ones that went stay. Both are in the order of their places, before and
/// after they move.
pub(super) fn compare(before: &mut Findings, now: &Findings, edits: &[Edit]) -> Findings {
    let mut stayed = vec![false; now.len()];
    let mut start = 0;
    before.retain(|finding| {
        let Some(moved) = span(finding.span, edits) else { return true };
        while now.get(start).is_some_and(|other| other.span < moved) {
            start += 1;
        }
        for (at, stayed) in stayed.iter_mut().enumerate().skip(start) {
            let Some(other) = now.get(at).filter(|other| other.span == moved) else { break };
            if !*stayed && is_moved(&finding, &other, edits) {
                *stayed = true;
                return false;
            }
        }
        true
    });
    let mut added = Findings::new();
    for (finding, stayed) in now.iter().zip(stayed) {
        if !stayed {
            added.push(finding);
        }
    }
    added
}

/// Whether one finding is the other but for its places, which moved.
fn is_moved(before: &Finding<'_>, now: &Finding<'_>, edits: &[Edit]) -> bool {
    let (before, now) = (parts(before), parts(now));
    before.len() == now.len()
        && before.iter().zip(&now).all(|(from, to)| from.1 == to.1 && span(from.0, edits) == Some(to.0))
}

/// What a finding says of a place.
type Said<'f> = (Span, &'f str);

/// All that a finding says.
fn parts<'f>(f: &Finding<'f>) -> Vec<Said<'f>> {
    let mut parts = vec![];
    let (help, url) = (f.help.unwrap_or_default(), f.url.unwrap_or_default());
    let texts = [f.rule, f.level.as_str(), f.certainty.as_str(), f.pointer, f.message, help, url];
    say(&mut parts, f.span, &texts);
    for related in f.related {
        say(&mut parts, related.span, &[related.pointer, related.message]);
    }
    for fix in f.fixes {
        say(&mut parts, f.span, &[fix.title, fix.safety.as_str()]);
        for edit in fix.edits {
            say(&mut parts, edit.span, &[edit.text]);
        }
    }
    parts
}

#[inline(never)] // four times
fn say<'f>(parts: &mut Vec<Said<'f>>, span: Span, texts: &[&'f str]) {
    for text in texts {
        parts.push((span, *text));
    }
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
