//! Values and keys without quotes: words, numbers JSON does not know, holes of templates.

use super::record::put;
use super::{Reader, State};
use crate::node::DOUBTFUL;
use crate::{DefectKind, Edit, Kind, Span};

/// Holes are short; a bracket further away than this belongs to something else.
const MAX_HOLE: usize = 256;

/// What other languages call JSON's three words, and what is meant; and what they call the numbers JSON does not
/// have. Names in small letters may be written in any.
const MEANT: [(&[u8], Kind, &str); 9] = [
    (b"true", Kind::True, "true"),
    (b"false", Kind::False, "false"),
    (b"null", Kind::Null, "null"),
    (b"none", Kind::Null, "null"),
    (b"nil", Kind::Null, "null"),
    (b"undefined", Kind::Null, "null"),
    (b"infinity", Kind::Broken, ""),
    (b"NaN", Kind::Broken, ""),
    (b"Inf", Kind::Broken, ""),
];

/// What a word is as a value, and what is wrong with it and mends it.
struct Meaning {
    /// A string if it is nothing else.
    kind: Kind,
    fault: Option<DefectKind>,
    repair: Vec<Edit>,
}

/// How a word can be a number, or one written in another language's way.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Number {
    No,
    /// Some edits make it one.
    Mended,
    /// To make it one takes arithmetic.
    Arithmetic,
}

impl Reader<'_, '_> {
    /// Reads the word at `pos` as a value.
    pub(super) fn word_value(&mut self) -> State {
        let start = self.pos;
        let (end, hole) = self.word_end(start, false);
        if hole {
            self.fault(DefectKind::TemplateHole, Span::of(start, end));
            return self.word(Kind::Broken, end);
        }
        let Meaning { kind, fault, repair } = self.meaning(end);
        if kind == Kind::String {
            return self.bare_string(start, end);
        }
        let mut flags = 0;
        if let Some(fault) = fault {
            self.defect(fault, Span::of(start, end), repair);
            flags = if kind == Kind::Number { DOUBTFUL } else { 0 };
        }
        self.leaf(kind, end, flags, [0, 0])
    }

    /// Whether a word or number as JSON knows them goes from `pos` to `end`.
    pub(super) fn is_scalar(&self, end: usize) -> bool {
        let meaning = self.meaning(end);
        meaning.kind != Kind::String && meaning.fault.is_none()
    }

    #[inline(never)]
    fn meaning(&self, end: usize) -> Meaning {
        let word = self.part(self.pos, end);
        let unsigned = if let [b'-' | b'+', rest @ ..] = word { rest } else { word };
        let (mut fault, mut repair) = (None, Vec::new());
        for &(name, kind, text) in &MEANT {
            let word = if text.is_empty() { unsigned } else { word };
            if word == name || name >= b"a" && word.eq_ignore_ascii_case(name) {
                if text.is_empty() {
                    fault = Some(DefectKind::BadNumber);
                } else if word != text.as_bytes() {
                    fault = Some(DefectKind::ForeignWord);
                    put(&mut repair, Span::of(self.pos, end), text);
                }
                return Meaning { kind, fault, repair };
            }
        }
        let number = self.number(end, &mut repair);
        if number == Number::Arithmetic {
            repair.clear();
        }
        // A number without either is sound: it has a fraction, or something odd behind it.
        if number == Number::Arithmetic || !repair.is_empty() {
            fault = Some(DefectKind::BadNumber);
        }
        Meaning { kind: if number == Number::No { Kind::String } else { Kind::Number }, fault, repair }
    }

    /// Whether the word from `pos` to `end` is a number, if only as another language writes it, and what mends it.
    fn number(&self, end: usize, repair: &mut Vec<Edit>) -> Number {
        let mut at = self.pos;
        let sign = self.look(at);
        if matches!(sign, b'+' | b'-') {
            at += 1;
        }
        if sign == b'+' {
            put(repair, Span::of(at - 1, at), "");
        }
        if self.look(at) == b'0' && matches!(self.look(at + 1), b'x' | b'X' | b'o' | b'b') {
            let rest = self.part(at + 2, end);
            let number = !rest.is_empty() && rest.iter().all(u8::is_ascii_hexdigit);
            return if number { Number::Arithmetic } else { Number::No };
        }
        let whole = at;
        at = self.more_digits(whole);
        let mut first = whole;
        while first + 1 < at && self.look(first) == b'0' {
            first += 1;
        }
        if first > whole {
            put(repair, Span::of(whole, first), "");
        }
        let mut digits = at - whole;
        if self.look(at) == b'.' {
            let fraction = self.more_digits(at + 1);
            if fraction == at + 1 {
                put(repair, Span::of(at, fraction), "");
            } else if digits == 0 {
                put(repair, Span::of(at, at), "0");
            }
            digits += fraction - (at + 1);
            at = fraction;
        }
        let mut number = Number::Mended;
        if matches!(self.look(at), b'e' | b'E') {
            let exponent = at + 1 + usize::from(matches!(self.look(at + 1), b'+' | b'-'));
            at = self.more_digits(exponent);
            if at == exponent {
                number = Number::Arithmetic;
            }
        }
        if digits > 0 && at == end { number } else { Number::No }
    }

    /// A string without quotes, or without the opening one.
    fn bare_string(&mut self, start: usize, mut end: usize) -> State {
        let mut next = end;
        loop {
            let gap = self.skip_blanks(end);
            if self.look(gap) == b'"' && gap < self.end && self.ends_value(gap + 1) {
                (end, next) = (gap, gap + 1);
                break;
            }
            let (word_end, hole) = self.word_end(gap, false);
            let comment = self.look(gap) == b'#' || self.look(gap) == b'\'';
            if gap == end || word_end == gap || hole || comment || self.ends_key(word_end) {
                break;
            }
            (end, next) = (word_end, word_end);
        }
        let mut string = self.requote(DefectKind::UnquotedString, [start, start, end, next], next > end);
        string.flags |= DOUBTFUL;
        self.push_odd(&string, 0)
    }

    /// End of the word at `at`, and whether it has a hole in it. Words of keys end at a colon, words of values
    /// only at one that is followed by a space, so that addresses stay whole.
    pub(super) fn word_end(&mut self, start: usize, is_key: bool) -> (usize, bool) {
        let (mut at, mut hole) = (start, false);
        while at < self.end {
            if let Some(end) = self.hole_end(at) {
                (at, hole) = (end, true);
                continue;
            }
            let next = self.look(at + 1);
            match self.look(at) {
                ..=b' ' | b',' | b'{' | b'}' | b'[' | b']' | b'"' | b';' => break,
                b':' if is_key || matches!(next, 0..=b' ' | b'"' | b'{' | b'[') || at == start => break,
                b'=' if is_key => break,
                b'/' if matches!(next, b'/' | b'*') && (at == start || self.look(at - 1) != b':') => break,
                0x80.. if !matches!(self.wide(at), 0 | b'\'') => break,
                _ => at += 1,
            }
        }
        while at > start && at < self.end && (0x80..0xc0).contains(&self.look(at)) {
            at += 1; // Never inside a character.
        }
        (at.min(self.end), hole)
    }

    /// End of the template's hole that begins at `at`.
    pub(super) fn hole_end(&mut self, at: usize) -> Option<usize> {
        // The last byte of the end, and the one before it if there is one.
        let (before, last) = match (self.look(at), self.look(at + 1)) {
            (b'$', b'{') => (0, b'}'),
            (b'{', b'{') => (b'}', b'}'),
            (b'{', b'%') => (b'%', b'}'),
            (b'<', b'%') => (b'%', b'>'),
            (b'$', b'(') => (0, b')'),
            (b'$', b'A'..=b'Z' | b'a'..=b'z' | b'_') => {
                let mut end = at + 2;
                while matches!(self.look(end), b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'_') {
                    end += 1;
                }
                return Some(end);
            }
            (b'<', b'!'..) => (0, b'>'),
            _ => return None,
        };
        if self.budget == 0 {
            return None;
        }
        let start = at + 2;
        let (mut end, limit) = (start, self.end.min(start + MAX_HOLE));
        let mut found = false;
        while end < limit && !found && self.look(end) != b'\n' {
            found = self.look(end) == last && (before == 0 || end > start && self.look(end - 1) == before);
            end += 1;
        }
        (self.spend(end - start) && found).then_some(end)
    }
}
