//! Escapes of JSON strings.

/// What a backslash and the characters behind it stand for.
pub(crate) struct Escape {
    pub(crate) value: char,
    /// Bytes in the text, the backslash included.
    pub(crate) len: usize,
    /// Whether JSON knows the escape.
    pub(crate) valid: bool,
}

/// The escapes of one letter.
const SIMPLE: [(u8, u8); 8] = [
    (b'"', b'"'),
    (b'n', b'\n'),
    (b'\\', b'\\'),
    (b't', b'\t'),
    (b'r', b'\r'),
    (b'/', b'/'),
    (b'b', 8),
    (b'f', 12),
];

/// Reads the escape whose backslash is the first byte of `raw`.
///
/// An unknown escape stands for itself, so `\d` in a carelessly pasted pattern keeps its meaning; `\'` is the
/// quote, as other languages write it.
pub(crate) fn escape(raw: &[u8]) -> Escape {
    let (value, len, valid) = match raw.get(1) {
        Some(b'u') => unicode(raw).map_or(('\\', 1, false), |(value, len)| (value, len, true)),
        Some(b'\'') => ('\'', 2, false),
        letter => match SIMPLE.iter().find(|(name, _)| Some(name) == letter) {
            Some((_, value)) => (char::from(*value), 2, true),
            None => ('\\', 1, false),
        },
    };
    Escape { value, len, valid }
}

fn unicode(raw: &[u8]) -> Option<(char, usize)> {
    let first = hex4(raw, 2)?;
    if let Some(value) = char::from_u32(first) {
        return Some((value, 6));
    }
    let low = if raw.get(6..8)? == b"\\u" { hex4(raw, 8)? } else { 0 };
    if first >= 0xdc00 || !(0xdc00..0xe000).contains(&low) {
        return None;
    }
    Some((char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (low - 0xdc00))?, 12))
}

fn hex4(raw: &[u8], at: usize) -> Option<u32> {
    let mut value = 0;
    for &byte in raw.get(at..at + 4)? {
        value = value << 4 | char::from(byte).to_digit(16)?;
    }
    Some(value)
}

/// Offset of the next such byte from `at` on, or the end. Those looked for are close together where there are any.
#[inline(never)]
pub(crate) fn next(text: &[u8], mut at: usize, byte: u8) -> usize {
    while text.get(at).is_some_and(|&here| here != byte) {
        at += 1;
    }
    at
}

/// The value of a string written as `raw`.
pub(crate) fn decode(raw: &str) -> String {
    let mut value = with_room(raw.len());
    let mut done = 0;
    loop {
        let at = next(raw.as_bytes(), done, b'\\');
        add(&mut value, raw, done, at);
        let Some(rest) = raw.as_bytes().get(at..).filter(|rest| !rest.is_empty()) else {
            return value;
        };
        let escape = escape(rest);
        push_char(&mut value, escape.value);
        done = at + escape.len;
    }
}

/// `text` as it is written between the quotes of a JSON string.
pub(crate) fn escape_text(text: &str) -> String {
    let mut raw = with_room(text.len());
    push_replaced(&mut raw, text, json_escape);
    raw
}

/// How a byte is written in a JSON string, if it cannot stand there itself.
///
/// ```
/// assert_eq!([b'"', 1, b'a'].map(acklint_document::json_escape), [Some("\\\""), Some("\\u0001"), None]);
/// ```
pub fn json_escape(byte: u8) -> Option<&'static str> {
    /// All control characters, six bytes each.
    const CONTROLS: &str = concat!(
        "\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\u0008\\u0009\\u000a\\u000b\\u000c\\u000d\\u000e\\u000f",
        "\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a\\u001b\\u001c\\u001d\\u001e\\u001f",
    );
    match byte {
        b'"' => Some("\\\""),
        b'\\' => Some("\\\\"),
        b'\n' => Some("\\n"),
        b'\r' => Some("\\r"),
        b'\t' => Some("\\t"),
        ..b' ' => CONTROLS.get(usize::from(byte) * 6..usize::from(byte) * 6 + 6),
        _ => None,
    }
}

/// Appends a text, with other texts instead of some of its bytes, which are ASCII.
///
/// ```
/// let mut out = String::new();
/// acklint_document::push_replaced(&mut out, "a~b", |byte| (byte == b'~').then_some("~0"));
/// assert_eq!(out, "a~0b");
/// ```
pub fn push_replaced<'r>(out: &mut String, text: &str, replaced: impl Fn(u8) -> Option<&'r str>) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(by) = replaced(byte) {
            add(out, text, done, at);
            append(out, by);
            done = at + 1;
        }
    }
    add(out, text, done, text.len());
}

/// Appends a text, in one place for all that is not read often.
#[cfg_attr(target_family = "wasm", inline(never))] // one copy, where what counts is how long a page loads
pub(crate) fn append(out: &mut String, text: &str) {
    out.push_str(text);
}

/// A text that can take so many bytes.
#[inline(never)]
pub(crate) fn with_room(len: usize) -> String {
    String::with_capacity(len)
}

/// Appends a character.
#[inline(never)]
pub(crate) fn push_char(out: &mut String, value: char) {
    append(out, value.encode_utf8(&mut [0; 4]));
}

/// Appends a part of `text`.
#[inline(never)]
pub(crate) fn add(out: &mut String, text: &str, start: usize, end: usize) {
    append(out, part(text, start, end));
}

/// The part of a text from one offset to another; nothing where there is none.
///
/// ```
/// assert_eq!(acklint_document::part("a, b", 1, 3), ", ");
/// ```
#[cfg_attr(target_family = "wasm", inline(never))]
pub fn part(text: &str, start: usize, end: usize) -> &str {
    try_part(text, start, end).unwrap_or_default()
}

/// A part of a text, if it begins and ends between characters.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn try_part(text: &str, start: usize, end: usize) -> Option<&str> {
    text.get(start..end)
}

/// Offset in `raw` of the byte `target` of its value; inside an escape, the escape's begin.
pub(crate) fn locate(raw: &str, target: usize) -> usize {
    let (mut done, mut written) = (0, 0);
    loop {
        let at = next(raw.as_bytes(), done, b'\\');
        if target <= written + (at - done) || at >= raw.len() {
            break;
        }
        let escape = escape(raw.as_bytes().get(at..).unwrap_or_default());
        written += at - done + escape.value.len_utf8();
        if target < written {
            return at;
        }
        done = at + escape.len;
    }
    (done + (target - written.min(target))).min(raw.len())
}

/// Offset of the first `sign` in a text. Signs are short, so there is no need to look for them cleverly.
///
/// ```
/// assert_eq!(acklint_document::find_text("a, b", ", "), Some(1));
/// ```
#[inline(never)]
pub fn find_text(text: &str, sign: &str) -> Option<usize> {
    let (text, sign) = (text.as_bytes(), sign.as_bytes());
    (0..=text.len())
        .find(|&at| text.get(at) == sign.first() && text.get(at..).is_some_and(|rest| rest.starts_with(sign)))
}

/// The whole number written as `text`, digits with a minus if need be; `None` if it does not fit into 64 bits.
///
/// ```
/// assert_eq!(acklint_document::integer("-12"), Some(-12));
/// assert_eq!(acklint_document::integer("+12"), None);
/// ```
#[inline(never)]
pub fn integer(text: &str) -> Option<i64> {
    let (digits, negative) = match text.as_bytes() {
        [b'-', digits @ ..] => (digits, true),
        digits => (digits, false),
    };
    let mut value = 0;
    for &byte in digits {
        if !byte.is_ascii_digit() || value > i64::MAX as u64 / 10 {
            return None;
        }
        value = value * 10 + u64::from(byte - b'0');
    }
    let fits = !digits.is_empty() && value <= i64::MAX as u64 + u64::from(negative);
    fits.then(|| if negative { 0i64.wrapping_sub_unsigned(value) } else { value as i64 })
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
