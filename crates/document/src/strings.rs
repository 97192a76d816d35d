//! Escapes of JSON strings.

/// What a backslash and the characters behind it stand for.
pub(crate) struct Escape {
    pub(crate) value: char,
    /// Bytes in the text, the backslash included.
    pub(crate) len: usize,
    /// Whether JSON knows the escape.
    pub(crate) valid: bool,
}

/// Reads the escape whose backslash is the first byte of `raw`.
///
/// An unknown escape stands for itself, so `\d` in a carelessly pasted pattern keeps its meaning; `\'` is the
/// quote, as other languages write it.
pub(crate) fn escape(raw: &[u8]) -> Escape {
    let simple = |value| Escape { value, len: 2, valid: true };
    match raw.get(1) {
        Some(b'"') => simple('"'),
        Some(b'\\') => simple('\\'),
        Some(b'/') => simple('/'),
        Some(b'b') => simple('\u{8}'),
        Some(b'f') => simple('\u{c}'),
        Some(b'n') => simple('\n'),
        Some(b'r') => simple('\r'),
        Some(b't') => simple('\t'),
        Some(b'u') => unicode(raw),
        Some(b'\'') => Escape { value: '\'', len: 2, valid: false },
        _ => Escape { value: '\\', len: 1, valid: false },
    }
}

fn unicode(raw: &[u8]) -> Escape {
    let Some(first) = hex4(raw, 2) else {
        return Escape { value: '\\', len: 1, valid: false };
    };
    if let Some(value) = char::from_u32(first) {
        return Escape { value, len: 6, valid: true };
    }
    if (0xd800..0xdc00).contains(&first)
        && raw.get(6..8) == Some(b"\\u")
        && let Some(second @ 0xdc00..0xe000) = hex4(raw, 8)
        && let Some(value) = char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00))
    {
        return Escape { value, len: 12, valid: true };
    }
    Escape { value: '\\', len: 1, valid: false }
}

fn hex4(raw: &[u8], at: usize) -> Option<u32> {
    raw.get(at..at + 4)?.iter().try_fold(0, |value, &byte| Some(value << 4 | char::from(byte).to_digit(16)?))
}

/// The value of a string written as `raw`.
pub(crate) fn decode(raw: &str) -> String {
    let mut value = String::with_capacity(raw.len());
    let mut done = 0;
    while let Some(found) = raw.get(done..).and_then(|rest| rest.find('\\')) {
        let at = done + found;
        let escape = escape(&raw.as_bytes()[at..]);
        value.push_str(&raw[done..at]);
        value.push(escape.value);
        done = at + escape.len;
    }
    value.push_str(raw.get(done..).unwrap_or_default());
    value
}

/// `text` as it is written between the quotes of a JSON string.
pub(crate) fn escape_text(text: &str) -> String {
    let mut raw = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => raw.push_str("\\\""),
            '\\' => raw.push_str("\\\\"),
            '\n' => raw.push_str("\\n"),
            '\r' => raw.push_str("\\r"),
            '\t' => raw.push_str("\\t"),
            '\0'..' ' => {
                raw.push_str("\\u00");
                raw.extend(
                    [c as u32 >> 4, c as u32 & 15].map(|digit| char::from_digit(digit, 16).unwrap_or('0')),
                );
            }
            _ => raw.push(c),
        }
    }
    raw
}

/// Offset in `raw` of the byte `target` of its value; inside an escape, the escape's begin.
pub(crate) fn locate(raw: &str, target: usize) -> usize {
    let (mut done, mut written) = (0, 0);
    while let Some(found) = raw.get(done..).and_then(|rest| rest.find('\\')) {
        if target <= written + found {
            break;
        }
        let at = done + found;
        let escape = escape(&raw.as_bytes()[at..]);
        written += found + escape.value.len_utf8();
        if target < written {
            return at;
        }
        done = at + escape.len;
    }
    (done + (target - written.min(target))).min(raw.len())
}

/// Appends a number in decimal digits.
///
/// ```
/// let mut text = String::from("item ");
/// acklint_document::push_decimal(&mut text, 120);
/// assert_eq!(text, "item 120");
/// ```
pub fn push_decimal(out: &mut String, number: u64) {
    if number > 9 {
        push_decimal(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_decode() {
        for (raw, value) in [
            (r#"a\"b\\c\/d"#, "a\"b\\c/d"),
            (r"\b\f\n\r\t", "\u{8}\u{c}\n\r\t"),
            (r"\u4e2d\u00E9\uD83D\ude00", "中é😀"),
            (r"\d\x41\u12", r"\d\x41\u12"),
            (r"it\'s", "it's"),
            (r"\ud83d\u0041", r"\ud83dA"),
            (r"\udE00\", r"\udE00\"),
        ] {
            assert_eq!(decode(raw), value, "{raw}");
        }
    }

    #[test]
    fn places_in_a_value_are_found_in_the_text() {
        let raw = r#"a\"中\u4e2db"#; // value: a " 中 中 b at 0 1 2 5 8
        let places: Vec<_> = [0, 1, 2, 5, 6, 8, 9, 99].iter().map(|&target| locate(raw, target)).collect();
        assert_eq!(places, [0, 1, 3, 6, 6, 12, 13, 13]);
    }
}
