//! Text from outside, made safe for a terminal.

use std::borrow::Cow;

/// `text` on one line, with everything that could steer a terminal or reorder a line written out: control
/// characters, escapes, line breaks, marks that change the direction of text, characters one cannot see.
///
/// ```
/// assert_eq!(acklint_report::safe("red\u{1b}[31m\u{202e}"), "red␛[31m\\u{202e}");
/// ```
pub fn safe(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| matches!(b, b' '..=b'~')) || text.chars().all(|c| stand_in(c).is_none()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match stand_in(c) {
            Some(shown) => out.push_str(&shown),
            None => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// What is shown instead of a character that must not be printed.
pub(crate) fn stand_in(c: char) -> Option<Cow<'static, str>> {
    match c {
        ' '..='~' => None,
        // Unicode has a picture of each.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32).map(|c| Cow::Owned(c.to_string())),
        '\u{7f}' => Some(Cow::Borrowed("␡")),
        _ if is_unseen(c) => Some(Cow::Owned(c.escape_unicode().to_string())),
        _ => None,
    }
}

/// Whether a character acts instead of being seen.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{9f}'          // second set of control characters
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180e}'
        | '\u{200b}'..='\u{200f}'    // no width, and directions
        | '\u{2028}'..='\u{202e}'    // line breaks, and directions that reach further
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}'  // tags: a text that nobody sees
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_borrowed() {
        assert!(matches!(safe("ACK专有版 – “ok” 😀"), Cow::Borrowed(_)));
    }

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(safe("a\u{1b}[2Jb\r\n\tc\u{9b}0m\u{7f}"), "a␛[2Jb␍␊␉c\\u{9b}0m␡");
        assert_eq!(safe("\u{feff}{\u{2066}\u{e0041}"), "\\u{feff}{\\u{2066}\\u{e0041}");
    }
}
