//! Predicates about one text: lists, forms, lengths, characters, parts.

use super::{From, Got, Loc, Scope, TextRef, View};
use crate::pack::Form;
use crate::program::{CharSet, LikeForm, Program, Run, Str};
use crate::suggest::Closest;
use crate::verdict::{Trace, Verdict};
use std::borrow::Cow;

impl<'v> View<'v> {
    /// The text of an operand, noted as evidence; the verdict to return if there is none.
    pub(super) fn seen_text(
        &self,
        of: u32,
        scope: Scope,
        trace: &mut Trace<'_>,
    ) -> Result<(Cow<'v, str>, TextRef), Verdict> {
        let loc = self.operand(of, scope);
        match self.text(loc) {
            Got::Is(text) => {
                self.see_operand(of, loc, trace);
                Ok(text)
            }
            Got::Unset | Got::Unknown => Err(Verdict::Unknown),
        }
    }

    pub(super) fn one_of(&self, of: u32, list: u32, scope: Scope, trace: &mut Trace<'_>) -> Verdict {
        let loc = self.operand(of, scope);
        let Got::Is((text, _)) = self.text(loc) else {
            return match self.number(loc) {
                Got::Is(Ok(number)) => self.one_of_number(number, of, loc, list, trace),
                _ => Verdict::Unknown,
            };
        };
        self.see_operand(of, loc, trace);
        let known = self.program.is_listed(list, &text);
        if !known {
            trace.note(|e| {
                e.allowed = Some(list);
                e.suggestion = self.closest(&text, list).map(str::to_owned);
            });
        }
        known.into()
    }

    fn one_of_number(&self, n: i64, of: u32, loc: Loc, list: u32, trace: &mut Trace<'_>) -> Verdict {
        self.see_operand(of, loc, trace);
        let known = self.program.is_listed_number(list, n);
        if !known {
            trace.note(|e| (e.allowed, e.found) = (Some(list), Some(n)));
        }
        known.into()
    }

    pub(super) fn near_miss(&self, of: u32, list: u32, scope: Scope, trace: &mut Trace<'_>) -> Verdict {
        let (text, _) = match self.seen_text(of, scope, trace) {
            Ok(text) => text,
            Err(verdict) => return verdict,
        };
        if self.program.is_listed(list, &text) {
            return Verdict::False;
        }
        let near = self.closest(&text, list);
        let verdict = near.is_some().into();
        trace.note(|e| e.suggestion = near.map(str::to_owned));
        verdict
    }

    /// The listed value that a text was probably meant to be.
    fn closest(&self, text: &str, list: u32) -> Option<&'v str> {
        let mut closest = Closest::to(text);
        for value in self.shown(list) {
            closest.offer(value);
        }
        closest.found()
    }

    /// Values of a list in the order people wrote them.
    pub(crate) fn shown(&self, list: u32) -> impl Iterator<Item = &'v str> + use<'v> {
        let program = self.program;
        let run = program.lists.get(list as usize).map(|l| l.shown).unwrap_or_default();
        program.items.get(run.range()).unwrap_or_default().iter().map(|s| program.str(*s))
    }

    pub(super) fn like(
        &self,
        of: u32,
        forms: Run,
        ignore_case: bool,
        scope: Scope,
        trace: &mut Trace<'_>,
    ) -> Verdict {
        let (text, _) = match self.seen_text(of, scope, trace) {
            Ok(text) => text,
            Err(verdict) => return verdict,
        };
        self.program.is_like(forms, ignore_case, &text).into()
    }

    #[cfg(feature = "regex")]
    pub(super) fn matches(&self, of: u32, regex: Str, scope: Scope, trace: &mut Trace<'_>) -> Verdict {
        let (text, _) = match self.seen_text(of, scope, trace) {
            Ok(text) => text,
            Err(verdict) => return verdict,
        };
        match pattern(self.program.str(regex)) {
            Ok(pattern) => pattern.is_match(&text).into(),
            Err(_) => Verdict::Unknown,
        }
    }

    #[cfg(not(feature = "regex"))]
    pub(super) fn matches(&self, _: u32, _: Str, _: Scope, _: &mut Trace<'_>) -> Verdict {
        Verdict::Unknown
    }

    pub(super) fn length(
        &self,
        of: u32,
        (min, max): (i64, i64),
        scope: Scope,
        trace: &mut Trace<'_>,
    ) -> Verdict {
        let loc = self.operand(of, scope);
        let length = match (self.text(loc), loc) {
            (Got::Is((text, _)), _) => count_chars(&text) as i64,
            // A part without characters is a part; a field without is unset.
            (Got::Unset, Loc::Text(_)) => 0,
            _ => return Verdict::Unknown,
        };
        self.see_operand(of, loc, trace);
        trace.note(|e| {
            e.found = Some(length);
            e.min = (min != i64::MIN).then_some(min);
            e.max = (max != i64::MAX).then_some(max);
        });
        (min..=max).contains(&length).into()
    }

    pub(super) fn chars(&self, of: u32, set: u32, scope: Scope, trace: &mut Trace<'_>) -> Verdict {
        let Some(set) = self.program.char_sets.get(set as usize) else { return Verdict::Unknown };
        let loc = self.operand(of, scope);
        let Got::Is((text, place)) = self.text(loc) else { return Verdict::Unknown };
        let Some((index, at, c)) = first_fault(set, &text) else {
            self.see_operand(of, loc, trace);
            return Verdict::True;
        };
        if trace.is_on() {
            match place.from {
                From::Node(node) => {
                    let start = place.start as usize + at;
                    self.see_exact(node, self.doc.inner_span(node, start..start + c.len_utf8()), of, trace);
                }
                From::Pool(_) => self.see_operand(of, loc, trace),
            }
            trace.note(|e| (e.position, e.character) = (Some(index as i64 + 1), Some(c)));
        }
        Verdict::False
    }

    pub(super) fn kinds(&self, of: u32, min: u8, scope: Scope, trace: &mut Trace<'_>) -> Verdict {
        let (text, _) = match self.seen_text(of, scope, trace) {
            Ok(text) => text,
            Err(verdict) => return verdict,
        };
        let found = kinds_of(&text);
        trace.note(|e| (e.found, e.min) = (Some(found), Some(i64::from(min))));
        (found >= i64::from(min)).into()
    }

    pub(super) fn parts(
        &self,
        of: u32,
        (split, trim): (char, bool),
        op: u32,
        scope: Scope,
        trace: &mut Trace<'_>,
    ) -> Verdict {
        let loc = self.operand(of, scope);
        let Got::Is((text, place)) = self.text(loc) else { return Verdict::Unknown };
        let mut verdict = Verdict::True;
        let mut start = place.start;
        let before = trace.mark();
        for part in self::split(&text, split) {
            let (mut from, mut to) = (start, start + part.len() as u32);
            start = to + split.len_utf8() as u32;
            if trim {
                from += (part.len() - part.trim_start().len()) as u32;
                to = from + part.trim().len() as u32;
            }
            let subject = Loc::Text(TextRef { from: place.from, start: from, end: to });
            match self.eval(op, Scope { inst: scope.inst, subject }, trace) {
                Verdict::False => {
                    if trace.mark() == before {
                        self.see_operand(of, subject, trace);
                    }
                    // An empty part has no text to mark; the whole value has.
                    if from == to {
                        trace.forget(before, trace.mark());
                        self.see_operand(of, loc, trace);
                    }
                    trace.note(|e| e.part = Some(part.trim().to_owned()));
                    return Verdict::False;
                }
                Verdict::Unknown => verdict = Verdict::Unknown,
                Verdict::True => {}
            }
            trace.forget(before, trace.mark());
        }
        self.see_operand(of, loc, trace);
        verdict
    }

    pub(super) fn form(&self, of: u32, form: Form, scope: Scope, trace: &mut Trace<'_>) -> Verdict {
        let (text, place) = match self.seen_text(of, scope, trace) {
            Ok(text) => text,
            Err(verdict) => return verdict,
        };
        match form {
            Form::Ip => text.parse::<std::net::IpAddr>().is_ok().into(),
            Form::Base64 => base64_bytes(&text).is_some().into(),
            Form::PositiveDecimal => is_positive_decimal(&text).into(),
            Form::JsonObject => {
                let From::Node(node) = place.from else { return Verdict::Unknown };
                let Some(root) = self.doc.embedded(node) else { return Verdict::Unknown };
                let defect = self.doc.embedded_defects(node).first();
                if let Some(defect) = defect {
                    let span = defect.span;
                    trace.note(|e| {
                        if let Some(last) = e.seen.last_mut() {
                            last.span = (!span.is_empty()).then_some(span);
                        }
                    });
                }
                (defect.is_none() && self.doc.kind(root) == acklint_document::Kind::Object).into()
            }
        }
    }

    pub(super) fn version(
        &self,
        of: u32,
        (min, max): ((u32, u32), (u32, u32)),
        scope: Scope,
        trace: &mut Trace<'_>,
    ) -> Verdict {
        match self.seen_text(of, scope, trace) {
            Ok((text, _)) => version(&text).map_or(Verdict::Unknown, |v| (v >= min && v <= max).into()),
            Err(verdict) => verdict,
        }
    }
}

/// Compiles a pattern once per text; user packs only.
#[cfg(feature = "regex")]
pub(crate) fn pattern(text: &str) -> Result<regex::Regex, regex::Error> {
    use std::collections::BTreeMap;
    use std::sync::{LazyLock, Mutex};
    static CACHE: LazyLock<Mutex<BTreeMap<String, regex::Regex>>> = LazyLock::new(Mutex::default);
    let mut cache = CACHE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some(found) = cache.get(text) {
        return Ok(found.clone());
    }
    let made = regex::RegexBuilder::new(text).size_limit(1 << 20).build()?;
    cache.insert(text.to_owned(), made.clone());
    Ok(made)
}

/// Major and minor number at the beginning of a version text.
pub(crate) fn version(text: &str) -> Option<(u32, u32)> {
    let mut parts = split(text, '.');
    let major = parts.next()?.parse().ok()?;
    let minor = parts.next()?;
    let digits = minor.bytes().take_while(u8::is_ascii_digit).count();
    Some((major, minor.get(..digits)?.parse().ok()?))
}

/// Han characters: the unified ideographs and their extensions, compatibility forms, and 〇.
pub(crate) fn is_han(c: char) -> bool {
    matches!(u32::from(c),
        0x3005 | 0x3007 | 0x3021..=0x3029 | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAD9 | 0x20000..=0x323AF)
}

impl Program {
    /// Whether a text has one of several forms.
    pub(super) fn is_like(&self, forms: Run, ignore_case: bool, text: &str) -> bool {
        let same = |a: &str, b: &str| if ignore_case { a.eq_ignore_ascii_case(b) } else { a == b };
        self.forms.get(forms.range()).unwrap_or_default().iter().any(|form| match *form {
            LikeForm::Exact(s) => same(text, self.str(s)),
            LikeForm::Prefix(s) => text.get(..s.len as usize).is_some_and(|head| same(head, self.str(s))),
            LikeForm::Contains(s) => contains(text, self.str(s)),
            LikeForm::Any(s) => is_like(text.as_bytes(), self.str(s).as_bytes(), ignore_case),
        })
    }
}

/// Whether a text contains another; short texts need no machinery.
fn contains(text: &str, inner: &str) -> bool {
    let Some(first) = inner.as_bytes().first() else { return true };
    let bytes = text.as_bytes();
    (0..bytes.len()).any(|at| {
        bytes.get(at) == Some(first) && bytes.get(at..).is_some_and(|rest| rest.starts_with(inner.as_bytes()))
    })
}

/// Number of characters.
pub(super) fn count_chars(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

/// The first character that does not fit: its number, its offset, itself.
pub(super) fn first_fault(set: &CharSet, text: &str) -> Option<(usize, usize, char)> {
    let has = |bits: u128, c: char| u32::from(c) < 128 && bits >> u32::from(c) & 1 != 0;
    if let ([first, .., last] | [first @ last], true) = (text.as_bytes(), set.in_a_row == 0) {
        // Without a branch per byte: most texts are short, plain and right.
        let all = text.bytes().fold(set.ends(*first, *last), |all, b| all & set.allows(b));
        if all & 1 != 0 {
            return None;
        }
    }
    let mut before = '\0';
    let end = text.char_indices().next_back().map_or(0, |(at, _)| at);
    for (index, (at, c)) in text.char_indices().enumerate() {
        let han = set.han && is_han(c);
        let ok = (has(set.ascii, c) || han)
            && (at != 0 || has(set.first, c) || (set.han_first && han))
            && (at != end || has(set.last, c) || han)
            && !(has(set.in_a_row, c) && has(set.in_a_row, before));
        if !ok {
            return Some((index, at, c));
        }
        before = c;
    }
    None
}

/// Kinds of characters in a text: upper case, lower case, digits, others.
pub(super) fn kinds_of(text: &str) -> i64 {
    let kinds = text.chars().fold(0u8, |kinds, c| {
        kinds
            | match c {
                'a'..='z' => 1,
                'A'..='Z' => 2,
                '0'..='9' => 4,
                _ => 8,
            }
    });
    i64::from(kinds.count_ones())
}

/// Parts between separators. For the usual ASCII ones without the general machinery of `str::split`.
pub(super) fn split(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let at = match u8::try_from(separator) {
            Ok(byte) if byte.is_ascii() => text.bytes().position(|b| b == byte),
            _ => text.find(separator),
        };
        let (part, after) = match at {
            Some(at) => (text.get(..at)?, text.get(at + separator.len_utf8()..)),
            None => (text, None),
        };
        rest = after;
        Some(part)
    })
}

/// `#` is a run of digits, `*` any text, everything else itself.
fn is_like(mut text: &[u8], mut form: &[u8], ignore_case: bool) -> bool {
    while let Some((first, rest)) = form.split_first() {
        match first {
            b'*' => {
                return rest.is_empty()
                    || (0..=text.len())
                        .any(|at| text.get(at..).is_some_and(|t| is_like(t, rest, ignore_case)));
            }
            b'#' => {
                let digits = text.iter().take_while(|b| b.is_ascii_digit()).count();
                // Only where more digits may follow in the form is there a choice of where the run ends.
                let least = if matches!(rest.first(), Some(b'0'..=b'9' | b'#' | b'*')) { 1 } else { digits };
                let ends = |n: usize| text.get(n..).is_some_and(|t| is_like(t, rest, ignore_case));
                return digits > 0 && (least..=digits).rev().any(ends);
            }
            byte => match text.split_first() {
                Some((b, after)) if b == byte || (ignore_case && b.eq_ignore_ascii_case(byte)) => {
                    text = after;
                }
                _ => return false,
            },
        }
        form = rest;
    }
    text.is_empty()
}

pub(super) fn is_positive_decimal(text: &str) -> bool {
    let (whole, rest) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    digits(whole) && digits(rest) && text.bytes().any(|b| matches!(b, b'1'..=b'9'))
}

/// Number of bytes a base64 text stands for; `None` if it is not base64 with padding.
pub(super) fn base64_bytes(text: &str) -> Option<i64> {
    let (mut plain, mut padding) = (0i64, 0i64);
    for b in text.bytes() {
        match b {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'+' | b'/' if padding == 0 => plain += 1,
            b'=' => padding += 1,
            // Encoders break lines; those breaks do not count.
            b'\r' | b'\n' => {}
            _ => return None,
        }
    }
    let all = plain + padding;
    (padding <= 2 && all % 4 == 0).then_some(all / 4 * 3 - padding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        let like =
            |text: &str, form: &str, ignore_case| is_like(text.as_bytes(), form.as_bytes(), ignore_case);
        assert!(like("1.18.8-aliyun.1", "#.#.#-aliyun.#", false));
        assert!(!like("1.18.8-aliyun.", "#.#.#-aliyun.#", false));
        assert!(like("terway-eniip", "terway*", false) && like("terway", "terway*", false));
        assert!(like("see http://x", "*http://*", false) && !like("see HTTP://x", "*http://*", false));
        assert!(like("see HTTP://x", "*http://*", true));
        assert!(like("12a", "#a", false) && like("123", "#3", false));
    }

    #[test]
    fn base64() {
        assert_eq!(base64_bytes("dGhpcyBpcyBhIGV4YW1wbGU="), Some(17));
        assert_eq!(base64_bytes("dGhp\ncyBp\n"), Some(6));
        for bad in ["a", "ab==c", "a===", "====", "#!/bin/sh", "YQ", "Y=Q="] {
            assert_eq!(base64_bytes(bad), None, "{bad}");
        }
    }

    #[test]
    fn decimals() {
        for (text, ok) in [
            ("0.39", true),
            ("1", true),
            ("0", false),
            ("0.0", false),
            ("-1", false),
            ("1.", false),
            (".5", false),
            ("1e3", false),
        ] {
            assert_eq!(is_positive_decimal(text), ok, "{text}");
        }
    }

    #[test]
    fn versions() {
        assert_eq!(version("1.18.8-aliyun.1"), Some((1, 18)));
        assert_eq!(version("1.22"), Some((1, 22)));
        assert_eq!(version("latest"), None);
    }
}
