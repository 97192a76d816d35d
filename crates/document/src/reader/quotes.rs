//! Strings that are not as they should be.

use super::plain::Str;
use super::record::put;
use super::{Reader, State, scan};
use crate::node::{DOUBTFUL, ESCAPED};
use crate::{DefectKind, Edit, Kind, Span, strings};

impl Reader<'_, '_> {
    /// Reads a string whose text begins at `start`, behind a `"`, and that has escapes, or something wrong, the first
    /// of them at `at`.
    #[inline(never)]
    pub(super) fn odd_string(&mut self, start: usize, mut at: usize, is_key: bool) -> Str {
        let (mut escaped, mut doubtful, mut first_break) = (false, false, None);
        let mut raw = Vec::new();
        loop {
            match self.look(at) {
                b'"' => break,
                b'\\' => {
                    escaped = true;
                    let escape = strings::escape(self.part(at, self.end));
                    if !escape.valid {
                        doubtful = true;
                        self.bad_escape(at);
                    }
                    at += escape.len;
                }
                byte @ (b'\n' | b'\r') if at < self.end => {
                    first_break = first_break.or(Some(at));
                    let inside_break = byte == b'\n' && self.look(at - 1) == b'\r';
                    if !inside_break && (is_key || !self.goes_on(at)) {
                        return self.unterminated(start, first_break.unwrap_or(at), is_key);
                    }
                    escape_control(byte, at, &mut raw);
                    at += 1;
                }
                byte if at < self.end => {
                    escape_control(byte, at, &mut raw);
                    at += 1;
                }
                _ => return self.unterminated(start, first_break.unwrap_or(self.end), is_key),
            }
            at = scan::odd_string(self.bytes, at);
        }
        if let Some(first) = raw.first().map(|edit| edit.span) {
            doubtful = true;
            self.defect(DefectKind::ControlCharacter, first, raw);
        }
        let flags = if escaped { ESCAPED } else { 0 } | if doubtful { DOUBTFUL } else { 0 };
        Str { end: at, next: at + 1, flags }
    }

    /// The escape at `at` is none.
    #[cold]
    #[inline(never)]
    fn bad_escape(&mut self, at: usize) {
        let follows = self.look(at + 1);
        let mut len = if matches!(follows, b'!'..=b'~') { 2 } else { 1 };
        while follows == b'u' && len < 6 && self.look(at + len).is_ascii_hexdigit() {
            len += 1;
        }
        let mut repair = Vec::new();
        if !matches!(follows, b'u' | b'x' | ..b' ') {
            self.mend_escape(at, self.end, &mut repair);
        }
        self.defect(DefectKind::BadEscape, Span::of(at, at + len), repair);
    }

    /// What mends the escape at `at`, in a text up to `end`, that is none: another backslash, or no backslash.
    #[inline(never)]
    fn mend_escape(&self, at: usize, end: usize, repair: &mut Vec<Edit>) {
        let quote = self.look(at + 1) == b'\'' && at + 1 < end;
        put(repair, Span::of(at, at + usize::from(quote)), if quote { "" } else { "\\" });
    }

    /// Whether a string goes on behind the line break at `at`, rather than lacking its closing quote. The next
    /// line tells: structure speaks for a missing quote; so does text up to a quote that does not end a value.
    fn goes_on(&self, at: usize) -> bool {
        let line = at + 1 + usize::from(self.look(at) == b'\r' && self.look(at + 1) == b'\n');
        let first = self.skip_blanks(line);
        if first >= self.end {
            return false;
        }
        match self.look(first) {
            b'"' => self.ends_value(first + 1),
            b'{' | b'}' | b'[' | b']' => false,
            b'/' if self.look(first + 1) == b'/' => false,
            b'\n' | b'\r' => true,
            _ => {
                let stop = self.quote_in_line(first);
                match self.look(stop) {
                    b'"' => self.ends_value(stop + 1),
                    _ => stop < self.end,
                }
            }
        }
    }

    /// Ends a string that has no closing quote before `line_end`.
    fn unterminated(&mut self, start: usize, line_end: usize, is_key: bool) -> Str {
        let (end, width) = match self.wide_close(start, line_end) {
            Some(quote) => quote,
            None if is_key => (self.key_text_end(start, line_end), 0),
            None => (self.text_end(start, line_end), 0),
        };
        self.forget_behind(end);
        let quote = Span::of(end, end + width);
        let mut repair = Vec::new();
        self.escape_controls(start, end, &mut repair);
        put(&mut repair, quote, "\"");
        let mut string = self.plain(start, end, end + width);
        if width > 0 {
            self.defect(DefectKind::FullWidthPunctuation, quote, repair);
        } else {
            self.defect(DefectKind::UnterminatedString, Span::of(start - 1, end), repair);
            string.flags |= DOUBTFUL;
        }
        string
    }

    /// Escapes for the control characters in `start..end`.
    #[inline(never)]
    pub(super) fn escape_controls(&self, start: usize, end: usize, repair: &mut Vec<Edit>) {
        for at in start..end {
            if self.look(at) < b' ' {
                escape_control(self.look(at), at, repair);
            }
        }
    }

    /// Whether the byte stands in `start..end`.
    pub(super) fn has(&self, start: usize, end: usize, byte: u8) -> bool {
        self.count(start, end, byte) > 0
    }

    /// How often it does.
    #[inline(never)]
    fn count(&self, start: usize, end: usize, byte: u8) -> usize {
        (start..end).filter(|&at| self.look(at) == byte).count()
    }

    /// Offset of the first quote or control character from `at` on that is not behind a backslash.
    pub(super) fn string_stop(&self, mut at: usize) -> usize {
        loop {
            at = scan::odd_string(self.bytes, at);
            if self.look(at) != b'\\' {
                return at;
            }
            at += 2;
        }
    }

    /// The string with text `start..end`; what is wrong with it is recorded already.
    #[inline(never)]
    pub(super) fn plain(&self, start: usize, end: usize, next: usize) -> Str {
        Str { end, next, flags: if self.has(start, end, b'\\') { ESCAPED } else { 0 } }
    }

    /// A typographic quote before `line_end` behind which a string could end.
    pub(super) fn wide_close(&self, start: usize, line_end: usize) -> Option<(usize, usize)> {
        let quote =
            (start..line_end).find(|&at| self.wide(at) == b'"' && self.ends_string(at + self.width(at)))?;
        Some((quote, self.width(quote)))
    }

    /// End of a key that has no closing quote: before its colon.
    pub(super) fn key_text_end(&self, start: usize, line_end: usize) -> usize {
        let colon = (start..line_end).find(|&at| matches!(self.sign(at), b':' | b'='));
        self.trim_end(start, colon.unwrap_or(line_end))
    }

    /// End of a value that has no closing quote: before the comma, closing brackets and comment that end the line.
    fn text_end(&self, start: usize, line_end: usize) -> usize {
        let comment = (start + 1..line_end.saturating_sub(1))
            .find(|&at| self.comment_at(at) && matches!(self.look(at - 1), b' ' | b'\t' | b','));
        let mut end = self.trim_end(start, comment.unwrap_or(line_end));
        // Closing brackets that have no opening one in the string.
        let count = |sign| self.count(start, line_end, sign) as i32;
        let (mut braces, mut brackets) = (count(b'}') - count(b'{'), count(b']') - count(b'['));
        let mut comma = true;
        while end > start {
            match self.look(end - 1) {
                b',' if comma => comma = false,
                b'}' if braces > 0 => (braces, comma) = (braces - 1, true),
                b']' if brackets > 0 => (brackets, comma) = (brackets - 1, true),
                _ => break,
            }
            end = self.trim_end(start, end - 1);
        }
        end
    }

    /// Reads a value in other quotes than `"`.
    pub(super) fn quoted_value(&mut self, quote: u8) -> State {
        let string = self.other_quotes(quote);
        self.push_odd(&string, self.width(self.pos))
    }

    /// Adds the string at `pos`, whose opening quote is `open` bytes wide.
    pub(super) fn push_odd(&mut self, string: &Str, open: usize) -> State {
        let quotes = [open as u8, (string.next - string.end) as u8];
        self.leaf(Kind::String, string.next, string.flags, quotes)
    }

    /// The string at `pos`, in single, typographic or back quotes, as one defect.
    pub(super) fn other_quotes(&mut self, quote: u8) -> Str {
        let open = self.here();
        let start = open.end as usize;
        let ascii = open.len() == 1;
        let found = self.closing_quote(start, quote, ascii);
        let (end, next) = found.unwrap_or_else(|| {
            let end = self.text_end(start, self.line_end(start));
            (end, end)
        });
        let kind = match found {
            None => DefectKind::UnterminatedString,
            Some(_) if ascii => DefectKind::SingleQuotes,
            Some(_) => DefectKind::FullWidthPunctuation,
        };
        let mut string = self.requote(kind, [self.pos, start, end, next], false);
        if found.is_none() {
            string.flags |= DOUBTFUL;
        }
        string
    }

    /// Records that a string, with quotes from `from` to `next` and its text from `start` to `end`, needs others,
    /// unless its end is `closed` as it should be.
    pub(super) fn requote(
        &mut self,
        kind: DefectKind,
        [from, start, end, next]: [usize; 4],
        closed: bool,
    ) -> Str {
        let mut repair = Vec::new();
        put(&mut repair, Span::of(from, start), "\"");
        self.repair_text(start, end, &mut repair);
        if !closed {
            put(&mut repair, Span::of(end, next), "\"");
        }
        self.defect(kind, Span::of(from, next), repair);
        self.plain(start, end, next)
    }

    /// The quote that closes a string opened by `quote`: the first one behind which a value or key can end, or
    /// else the first one.
    fn closing_quote(&mut self, start: usize, quote: u8, ascii: bool) -> Option<(usize, usize)> {
        let (mut at, mut first) = (start, None);
        while at < self.end && !matches!(self.look(at), b'\n' | b'\r') {
            if self.look(at) == b'\\' && matches!(self.look(at + 1), b' '..0x80) {
                at += 2;
                continue;
            }
            let (sign, width) = (if ascii { self.look(at) } else { self.sign(at) }, self.width(at));
            if sign == quote {
                if self.ends_string(at + width) {
                    return Some((at, at + width));
                }
                first = first.or(Some((at, at + width)));
                if !self.spend(at - start) {
                    break;
                }
            }
            at += width;
        }
        first
    }

    /// What must change between the quotes `start..end` so that the text can stand between `"`.
    pub(super) fn repair_text(&self, start: usize, end: usize, repair: &mut Vec<Edit>) {
        let mut at = start;
        while at < end {
            match self.look(at) {
                b'"' => put(repair, Span::of(at, at), "\\"),
                b'\\' => {
                    let escape = strings::escape(self.part(at, end));
                    if !escape.valid {
                        self.mend_escape(at, end, repair);
                    }
                    at += escape.len;
                    continue;
                }
                byte @ ..b' ' => escape_control(byte, at, repair),
                _ => {}
            }
            at += 1;
        }
    }
}

/// Writes the control character at `at` as it is written in a string.
fn escape_control(byte: u8, at: usize, repair: &mut Vec<Edit>) {
    put(repair, Span::of(at, at + 1), strings::json_escape(byte).unwrap_or_default());
}
