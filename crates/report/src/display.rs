//! One line of a source as it is shown: without secrets, without control characters, and not too long.

use crate::mask::{MASK, quotes};
use crate::safe::stand_in;
use crate::source::Source;
use acklint_document::Span;
use unicode_width::UnicodeWidthChar;

/// Characters of a long line that are shown before a place, behind its begin, before its end, and behind it.
const BEFORE: usize = 24;
const HEAD: usize = 40;
const TAIL: usize = 12;
const BEHIND: usize = 20;

/// A shown line, and where each piece of the source stands in it.
#[derive(Debug, Default)]
pub(crate) struct ShownLine {
    pub(crate) text: String,
    /// Source begin and end, shown begin and end; in order, without gaps.
    pieces: Vec<(usize, usize, usize, usize)>,
    width: usize,
}

impl ShownLine {
    /// Line `number` of the source. A line wider than `limit` columns is cut down to what surrounds `places`.
    pub(crate) fn new(source: &Source<'_>, number: u32, places: &[Span], limit: usize) -> Self {
        let (start, text) = source.line(number);
        let line = Line { start: start as usize, text, secrets: hidden(source.secrets(), start, text) };
        // More bytes than this never fit; short lines are tried as a whole.
        if text.len() <= limit * 4 {
            let whole = line.shown(&[(0, text.len())]);
            if whole.width <= limit {
                return whole;
            }
        }
        line.shown(&windows(text, start, places, limit))
    }

    /// Where a place of the source stands in the shown line.
    pub(crate) fn place(&self, span: Span) -> (usize, usize) {
        let (from, to) = (span.start as usize, span.end as usize);
        let first = self.pieces.partition_point(|piece| piece.1 <= from);
        let start = self.pieces.get(first).map_or(self.text.len(), |piece| piece.2);
        if span.is_empty() {
            return (start, start);
        }
        let behind = self.pieces.partition_point(|piece| piece.0 < to);
        let end = behind.checked_sub(1).and_then(|last| self.pieces.get(last)).map_or(start, |piece| piece.3);
        (start, end.max(start))
    }

    fn push(&mut self, from: usize, to: usize, shown: &str) {
        let begin = self.text.len();
        self.text.push_str(shown);
        self.pieces.push((from, to, begin, self.text.len()));
        // The frame shows tabs four columns wide.
        self.width +=
            shown.chars().map(|c| if c == '\t' { 4 } else { c.width().unwrap_or(0) }).sum::<usize>();
    }
}

/// The secrets that reach into a line.
fn hidden(secrets: &[Span], start: u32, text: &str) -> Vec<Span> {
    let end = start + text.len() as u32;
    let first = secrets.partition_point(|secret| secret.end <= start);
    let rest = secrets.get(first..).unwrap_or_default();
    rest.iter().take_while(|secret| secret.start < end).copied().collect()
}

struct Line<'t> {
    start: usize,
    text: &'t str,
    secrets: Vec<Span>,
}

impl Line<'_> {
    /// The parts of the line at `windows`, with dots between them.
    fn shown(&self, windows: &[(usize, usize)]) -> ShownLine {
        let mut shown = ShownLine::default();
        let mut at = 0;
        for &(from, to) in windows {
            if from > at {
                shown.push(self.start + at, self.start + from, "…");
            }
            at = at.max(from);
            while at < to {
                at = self.step(at, &mut shown);
            }
        }
        if at < self.text.len() {
            shown.push(self.start + at, self.start + self.text.len(), "…");
        }
        shown
    }

    /// Shows what stands at `at`, and says where it ends.
    fn step(&self, at: usize, shown: &mut ShownLine) -> usize {
        let offset = self.start + at;
        let inside = |secret: &&Span| (secret.start as usize) <= offset && offset < secret.end as usize;
        if let Some(secret) = self.secrets.iter().find(inside) {
            return self.mask(*secret, at, shown);
        }
        let Some(c) = self.text.get(at..).and_then(|rest| rest.chars().next()) else {
            return self.text.len();
        };
        let end = at + c.len_utf8();
        let mut buffer = [0; 4];
        match stand_in(c) {
            _ if c == '\t' => shown.push(offset, self.start + end, "\t"),
            Some(text) => shown.push(offset, self.start + end, &text),
            None => shown.push(offset, self.start + end, c.encode_utf8(&mut buffer)),
        }
        end
    }

    /// Shows the rest of a secret: its quotes, and a mask for what is between them.
    fn mask(&self, secret: Span, at: usize, shown: &mut ShownLine) -> usize {
        let from = (secret.start as usize).max(self.start) - self.start;
        let end = (secret.end as usize - self.start).min(self.text.len());
        let value = self.text.get(from..end).unwrap_or_default();
        let (open, close) = quotes(value);
        // A secret of several lines has its quotes on the first and the last one only.
        let open = if secret.start as usize >= self.start && at == from { open } else { 0 };
        let close = if secret.end as usize <= self.start + self.text.len() { close } else { 0 };
        let mut piece = |from: usize, to: usize, text: &str| {
            if from < to {
                shown.push(self.start + from, self.start + to, text);
            }
        };
        piece(at, at + open, self.text.get(at..at + open).unwrap_or_default());
        piece(at + open, end - close, MASK);
        piece((end - close).max(at + open), end, self.text.get(end - close..end).unwrap_or_default());
        end
    }
}

/// Which parts of a long line are worth showing, in order and apart.
fn windows(text: &str, start: u32, places: &[Span], limit: usize) -> Vec<(usize, usize)> {
    if places.is_empty() {
        return vec![(0, forward(text, 0, limit))];
    }
    let mut parts = vec![];
    for place in places {
        let from = (place.start.saturating_sub(start) as usize).min(text.len());
        let to = (place.end.saturating_sub(start) as usize).clamp(from, text.len());
        parts.push((backward(text, from, BEFORE), forward(text, from, HEAD)));
        parts.push((backward(text, to, TAIL).max(from), forward(text, to, BEHIND)));
    }
    parts.sort_unstable();
    let mut apart: Vec<(usize, usize)> = vec![];
    for (from, to) in parts {
        match apart.last_mut() {
            Some(last) if from <= last.1 + 1 => last.1 = last.1.max(to),
            _ => apart.push((from, to)),
        }
    }
    apart
}

/// The offset `count` characters behind `at`.
fn forward(text: &str, at: usize, count: usize) -> usize {
    let at = text.floor_char_boundary(at);
    let rest = text.get(at..).unwrap_or_default();
    rest.char_indices().nth(count).map_or(text.len(), |(offset, _)| at + offset)
}

/// The offset `count` characters before `at`.
fn backward(text: &str, at: usize, count: usize) -> usize {
    let at = text.floor_char_boundary(at);
    let before = text.get(..at).unwrap_or_default();
    before.char_indices().rev().take(count).last().map_or(at, |(offset, _)| offset)
}

#[cfg(test)]
mod tests {
    use super::*;
    use acklint_document::Document;

    fn show(text: &str, places: &[Span], limit: usize) -> (String, Vec<String>) {
        let doc = Document::parse(text);
        let source = Source::new("x", &doc);
        let line = ShownLine::new(&source, 1, places, limit);
        let marked = places.iter().map(|span| {
            let (from, to) = line.place(*span);
            line.text[from..to].to_owned()
        });
        (line.text.clone(), marked.collect())
    }

    #[test]
    fn places_follow_what_is_replaced() {
        let text = "{\"a\": \"\u{1b}[0m\", \"login_password\": \"secret\", \"b\": 1}";
        let b = text.find("\"b\"").unwrap() as u32;
        let password = text.find("\"secret\"").unwrap() as u32;
        let places =
            [Span::new(password, password + 8), Span::new(password + 3, password + 4), Span::new(b, b + 3)];
        let (line, marked) = show(text, &places, 200);
        assert_eq!(line, "{\"a\": \"␛[0m\", \"login_password\": \"********\", \"b\": 1}");
        assert_eq!(marked, ["\"********\"", "********", "\"b\""]);
    }

    #[test]
    fn long_lines_are_cut_around_the_places() {
        let text = format!("{{\"a\": \"{}\", \"b\": 1, \"c\": \"{}\"}}", "中".repeat(3000), "x".repeat(3000));
        let b = text.find("\"b\"").unwrap() as u32;
        let c = text.find("\"xx").unwrap() as u32;
        let (line, marked) = show(&text, &[Span::new(b, b + 3), Span::new(c, c + 3002)], 100);
        assert!(line.starts_with("…中中") && line.ends_with("x\"}"), "{line}");
        assert_eq!(marked[0], "\"b\"");
        assert_eq!(marked[1], format!("\"{}…{}\"", "x".repeat(39), "x".repeat(11)));
        assert_eq!(show(&text, &[], 10).0, "{\"a\": \"中中中…");
    }

    #[test]
    fn the_end_of_a_line_is_a_place() {
        assert_eq!(show("{", &[Span::at(1)], 100).1, [""]);
    }
}
