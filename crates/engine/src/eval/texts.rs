//! Texts: forms, characters, parts, numbers in them.

use crate::program::{CharSet, LikeForm, Program, Run, Str, has};
use acklint_document::{find_text, integer};

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
    let (major, rest) = cut(text, '.');
    let (minor, _) = cut(rest?, '.');
    let digits = minor.as_bytes().iter().take_while(|b| b.is_ascii_digit()).count();
    Some((number(major)?, number(minor.get(..digits)?)?))
}

/// Digits, with a plus if need be, within 32 bits.
pub(crate) fn number(text: &str) -> Option<u32> {
    let digits = text.strip_prefix('+').unwrap_or(text);
    integer(digits).filter(|_| !digits.starts_with('-')).and_then(|number| number.try_into().ok())
}

/// Han characters: the unified ideographs and their extensions, compatibility forms, and 〇.
pub(crate) fn is_han(c: char) -> bool {
    matches!(u32::from(c),
        0x3005 | 0x3007 | 0x3021..=0x3029 | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAD9 | 0x20000..=0x323AF)
}

impl Program {
    /// Whether a text has one of several forms.
    pub(super) fn is_like(&self, forms: Run, ignore_case: bool, text: &str) -> bool {
        self.forms.run(forms).any(|form| match form {
            LikeForm::Contains(s) => find_text(text, self.str(s)).is_some(),
            LikeForm::Exact(s) | LikeForm::Any(s) => {
                self.is_one_like(s, Like { ignore_case, open: false }, text)
            }
            LikeForm::Prefix(s) => self.is_one_like(s, Like { ignore_case, open: true }, text),
        })
    }

    fn is_one_like(&self, form: Str, how: Like, text: &str) -> bool {
        is_like(text.as_bytes(), self.str(form).as_bytes(), how)
    }
}

/// Number of characters.
pub(super) fn count_chars(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

/// The first character that does not fit: its number, its offset, itself.
pub(super) fn first_fault(set: &CharSet, text: &str) -> Option<(usize, usize, char)> {
    if let ([first, .., last] | [first @ last], true) = (text.as_bytes(), set.in_a_row == 0) {
        // Without a branch per byte: most texts are short, plain and right.
        let all = text.as_bytes().iter().fold(set.ends(*first, *last), |all, b| all & set.allows(*b));
        if all != 0 {
            return None;
        }
    }
    let mut before = false;
    for (index, (at, c)) in text.char_indices().enumerate() {
        let han = set.han && is_han(c);
        let row = has(set.in_a_row, c);
        let ok = (han || has(set.ascii, c))
            && (at != 0 || (set.han_first && han) || has(set.first, c))
            && (at + c.len_utf8() != text.len() || han || has(set.last, c))
            && !(row && before);
        if !ok {
            return Some((index, at, c));
        }
        before = row;
    }
    None
}

/// Kinds of characters in a text: upper case, lower case, digits, others.
pub(super) fn kinds_of(text: &str) -> i64 {
    let mut kinds = 0u8;
    for byte in text.as_bytes() {
        kinds |= match byte {
            b'a'..=b'z' => 1,
            b'A'..=b'Z' => 2,
            b'0'..=b'9' => 4,
            _ => 8,
        };
    }
    i64::from(kinds.count_ones())
}

/// Parts between separators.
pub(crate) fn split(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let (part, after) = cut(rest?, separator);
        rest = after;
        Some(part)
    })
}

/// The text up to a separator, and what follows it.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn cut(text: &str, separator: char) -> (&str, Option<&str>) {
    match text.split_once(separator) {
        Some((before, behind)) => (before, Some(behind)),
        None => (text, None),
    }
}

/// The part with this index; negative ones count from the end. One without characters is none.
pub(super) fn part_of(text: &str, (separator, index): (char, i32)) -> Option<&str> {
    let index = if index < 0 { split(text, separator).count() as i32 + index } else { index };
    let part = split(text, separator).nth(usize::try_from(index).ok()?)?;
    (!part.is_empty()).then_some(part)
}

/// Whether a character is white space; the table of them is looked up in one place.
#[inline(never)]
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace()
}

/// A text without the white space around it.
pub(crate) fn trim(text: &str) -> &str {
    let (mut start, mut end) = (None, 0);
    for (at, c) in text.char_indices().filter(|(_, c)| !is_blank(*c)) {
        start = start.or(Some(at));
        end = at + c.len_utf8();
    }
    text.get(start.unwrap_or(0)..end).unwrap_or_default()
}

/// Where in a text a part of it begins.
pub(crate) fn offset_in(text: &str, part: &str) -> u32 {
    part.as_ptr().addr().wrapping_sub(text.as_ptr().addr()) as u32
}

/// How a text is compared with a form.
#[derive(Clone, Copy)]
struct Like {
    ignore_case: bool,
    /// The text may go on.
    open: bool,
}

/// `#` is a run of digits, `*` any text, everything else itself.
fn is_like(mut text: &[u8], mut form: &[u8], how: Like) -> bool {
    while let Some((first, rest)) = form.split_first() {
        let goes_on = |at: usize| text.get(at..).is_some_and(|text| is_like(text, rest, how));
        match first {
            b'*' => return rest.is_empty() || (0..=text.len()).any(goes_on),
            b'#' => {
                let digits = text.iter().take_while(|b| b.is_ascii_digit()).count();
                // Only where more digits may follow in the form is there a choice of where the run ends.
                let least = if matches!(rest.first(), Some(b'0'..=b'9' | b'#' | b'*')) { 1 } else { digits };
                return digits > 0 && (least..=digits).rev().any(goes_on);
            }
            byte => match text.split_first() {
                Some((b, after)) if b == byte || (how.ignore_case && b.eq_ignore_ascii_case(byte)) => {
                    text = after;
                }
                _ => return false,
            },
        }
        form = rest;
    }
    how.open || text.is_empty()
}

pub(super) fn is_positive_decimal(text: &str) -> bool {
    // Digits of the whole part, or of the fraction after the dot.
    let (mut digits, mut dot, mut positive) = (false, false, false);
    for byte in text.as_bytes() {
        match byte {
            b'0'..=b'9' => (digits, positive) = (true, positive || *byte != b'0'),
            b'.' if digits && !dot => (digits, dot) = (false, true),
            _ => return false,
        }
    }
    digits && positive
}

/// Number of bytes a base64 text stands for; `None` if it is not base64 with padding.
pub(super) fn base64_bytes(text: &str) -> Option<i64> {
    let (mut plain, mut padding) = (0i64, 0i64);
    for b in text.as_bytes() {
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
        let like = |text: &str, form: &str, ignore_case| {
            is_like(text.as_bytes(), form.as_bytes(), Like { ignore_case, open: false })
        };
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
