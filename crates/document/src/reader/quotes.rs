//! Strings that are not as they should be.

use super::plain::Str;
use super::wide::wide;
use super::{Reader, State, scan};
use crate::node::{DOUBTFUL, ESCAPED, KEY_ESCAPED, KEY_UNCLOSED};
use crate::{DefectKind, Edit, Kind, Span, strings};

impl Reader<'_, '_> {
    /// Reads a string whose text begins at `start`, behind a `"`, and that has something wrong in it.
    #[cold]
    #[inline(never)]
    pub(super) fn recover_string(&mut self, start: usize, is_key: bool) -> Str {
        let (mut at, mut escaped, mut first_break) = (start, false, None);
        let mut raw = Vec::new();
        loop {
            at = scan::odd_string(self.bytes, at);
            match self.byte(at) {
                b'"' => break,
                b'\\' => {
                    escaped = true;
                    at = self.escape(at);
                }
                byte @ (b'\n' | b'\r') if at < self.end => {
                    first_break = first_break.or(Some(at));
                    let inside_break = byte == b'\n' && self.byte(at - 1) == b'\r';
                    if !inside_break && (is_key || !self.goes_on(at)) {
                        return self.unterminated(start, first_break.unwrap_or(at), is_key);
                    }
                    raw.push(Edit::replace(Span::of(at, at + 1), control_escape(byte)));
                    at += 1;
                }
                byte if at < self.end => {
                    raw.push(Edit::replace(Span::of(at, at + 1), control_escape(byte)));
                    at += 1;
                }
                _ => return self.unterminated(start, first_break.unwrap_or(self.end), is_key),
            }
        }
        if let Some(first) = raw.first().map(|edit| edit.span) {
            self.defect(DefectKind::ControlCharacter, first, raw);
        }
        let (flags, key_flags) = if escaped { (ESCAPED, KEY_ESCAPED) } else { (0, 0) };
        Str { end: at, next: at + 1, flags: flags | DOUBTFUL, key_flags }
    }

    /// Checks the escape at `at` and returns the offset behind it.
    fn escape(&mut self, at: usize) -> usize {
        let raw = self.bytes.get(at..self.end).unwrap_or_default();
        let escape = strings::escape(raw);
        if !escape.valid {
            let follows = raw.get(1).copied().unwrap_or(b'\n');
            let slash = Span::of(at, at + 1);
            let repair = match follows {
                b'\'' => vec![Edit::delete(slash)],
                b'u' | b'x' | ..b' ' => Vec::new(),
                _ => vec![Edit::insert(at as u32, "\\")],
            };
            let len = match follows {
                b'u' => raw.iter().skip(2).take(4).take_while(|byte| byte.is_ascii_hexdigit()).count() + 2,
                b'!'..=b'~' => 2,
                _ => 1,
            };
            self.defect(DefectKind::BadEscape, Span::of(at, at + len), repair);
        }
        at + escape.len
    }

    /// Whether a string goes on behind the line break at `at`, rather than lacking its closing quote. The next
    /// line tells: structure speaks for a missing quote; so does text up to a quote that does not end a value.
    fn goes_on(&self, at: usize) -> bool {
        let line = at + 1 + usize::from(self.byte(at) == b'\r' && self.byte(at + 1) == b'\n');
        let first = self.skip_blanks(line);
        if first >= self.end {
            return false;
        }
        match self.byte(first) {
            b'"' => self.ends_value(first + 1),
            b'{' | b'}' | b'[' | b']' => false,
            b'/' if self.byte(first + 1) == b'/' => false,
            b'\n' | b'\r' => true,
            _ => {
                let mut quote = first;
                loop {
                    quote = scan::odd_string(self.bytes, quote);
                    match self.byte(quote) {
                        b'"' => return self.ends_value(quote + 1),
                        b'\n' | b'\r' => return true,
                        b'\\' => quote += 2,
                        _ if quote >= self.end => return false,
                        _ => quote += 1,
                    }
                }
            }
        }
    }

    /// Ends a string that has no closing quote before `line_end`.
    fn unterminated(&mut self, start: usize, line_end: usize, is_key: bool) -> Str {
        if let Some((end, width)) = self.wide_close(start, line_end) {
            let span = Span::of(end, end + width);
            self.forget_behind(end);
            let mut repair = self.raw_edits(start, end);
            repair.push(Edit::replace(span, "\""));
            self.defect(DefectKind::FullWidthPunctuation, span, repair);
            return self.plain(start, end, end + width);
        }
        let end = if is_key { self.key_text_end(start, line_end) } else { self.text_end(start, line_end) };
        self.forget_behind(end);
        let mut repair = self.raw_edits(start, end);
        repair.push(Edit::insert(end as u32, "\""));
        self.defect(DefectKind::UnterminatedString, Span::of(start - 1, end), repair);
        let mut string = self.plain(start, end, end);
        string.flags |= DOUBTFUL;
        string.key_flags |= KEY_UNCLOSED;
        string
    }

    /// Escapes for the control characters in `start..end`.
    pub(super) fn raw_edits(&self, start: usize, end: usize) -> Vec<Edit> {
        let raw = (start..end).filter(|&at| self.byte(at) < b' ');
        raw.map(|at| Edit::replace(Span::of(at, at + 1), control_escape(self.byte(at)))).collect()
    }

    /// The string with text `start..end`; what is wrong with it is recorded already.
    fn plain(&self, start: usize, end: usize, next: usize) -> Str {
        let escaped = self.bytes.get(start..end).is_some_and(|text| text.contains(&b'\\'));
        let (flags, key_flags) = if escaped { (ESCAPED, KEY_ESCAPED) } else { (0, 0) };
        Str { end, next, flags, key_flags }
    }

    /// A typographic quote before `line_end` behind which a string could end.
    pub(super) fn wide_close(&self, start: usize, line_end: usize) -> Option<(usize, usize)> {
        (start..line_end).find_map(|at| match wide(self.bytes, at) {
            Some((b'"', width)) if self.ends_value(at + width) || self.ends_key(at + width) => {
                Some((at, width))
            }
            _ => None,
        })
    }

    /// End of a key that has no closing quote: before its colon.
    pub(super) fn key_text_end(&self, start: usize, line_end: usize) -> usize {
        let colon = (start..line_end).find(|&at| {
            matches!(self.byte(at), b':' | b'=') || matches!(wide(self.bytes, at), Some((b':', _)))
        });
        self.trim_end(start, colon.unwrap_or(line_end))
    }

    /// End of a value that has no closing quote: before the comma, closing brackets and comment that end the line.
    fn text_end(&self, start: usize, line_end: usize) -> usize {
        let text = self.bytes.get(start..line_end).unwrap_or_default();
        let comment =
            text.windows(3).position(|part| matches!(part, [b' ' | b'\t' | b',', b'/', b'/' | b'*']));
        let mut end = self.trim_end(start, comment.map_or(line_end, |at| start + at + 1));
        let count = |byte: u8| text.split(|&other| other == byte).count();
        let mut spare = [count(b'}').saturating_sub(count(b'{')), count(b']').saturating_sub(count(b'['))];
        let mut comma = true;
        while end > start {
            match self.byte(end - 1) {
                b',' if comma => comma = false,
                b'}' if spare[0] > 0 => (spare[0], comma) = (spare[0] - 1, true),
                b']' if spare[1] > 0 => (spare[1], comma) = (spare[1] - 1, true),
                _ => break,
            }
            end = self.trim_end(start, end - 1);
        }
        end
    }

    /// Reads a value in other quotes than `"`; `width`: of the quote at `pos`.
    pub(super) fn quoted_value(&mut self, quote: u8, width: usize) -> State {
        let start = self.pos;
        let string = self.other_quotes(quote, width);
        self.pos = string.next;
        let quotes = [width as u8, (string.next - string.end) as u8];
        self.push_quoted(Kind::String, start..string.next, string.flags, quotes);
        self.scalar_done()
    }

    /// The string at `pos`, in single, typographic or back quotes, as one defect.
    pub(super) fn other_quotes(&mut self, quote: u8, width: usize) -> Str {
        let open = Span::of(self.pos, self.pos + width);
        let start = self.pos + width;
        let ascii = width == 1;
        let found = self.closing_quote(start, quote, ascii);
        let (end, next) = found.unwrap_or_else(|| {
            let end = self.text_end(start, self.line_end(start));
            (end, end)
        });
        let mut repair = vec![Edit::replace(open, "\"")];
        self.repair_text(start, end, &mut repair);
        let span = Span::of(self.pos, next);
        let mut string = self.plain(start, end, next);
        if found.is_some() {
            repair.push(Edit::replace(Span::of(end, next), "\""));
            let kind = if ascii { DefectKind::SingleQuotes } else { DefectKind::FullWidthPunctuation };
            self.defect(kind, span, repair);
        } else {
            repair.push(Edit::insert(end as u32, "\""));
            self.defect(DefectKind::UnterminatedString, span, repair);
            string.flags |= DOUBTFUL;
            string.key_flags |= KEY_UNCLOSED;
        }
        string
    }

    /// The quote that closes a string opened by `quote`: the first one behind which a value or key can end, or
    /// else the first one.
    fn closing_quote(&mut self, start: usize, quote: u8, ascii: bool) -> Option<(usize, usize)> {
        let (mut at, mut first) = (start, None);
        while at < self.end && !matches!(self.byte(at), b'\n' | b'\r') {
            let (byte, width) = match self.byte(at) {
                b'\\' if matches!(self.byte(at + 1), b' '..0x80) => {
                    at += 2;
                    continue;
                }
                _ if ascii => (self.byte(at), 1),
                byte @ 0..0x80 => (byte, 1),
                byte => wide(self.bytes, at).unwrap_or((byte, 1)),
            };
            if byte == quote {
                if self.ends_value(at + width) || self.ends_key(at + width) {
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
            match self.byte(at) {
                b'"' => repair.push(Edit::insert(at as u32, "\\")),
                b'\\' => {
                    let escape = strings::escape(self.bytes.get(at..end).unwrap_or_default());
                    if !escape.valid && self.byte(at + 1) == b'\'' && at + 1 < end {
                        repair.push(Edit::delete(Span::of(at, at + 1)));
                    } else if !escape.valid {
                        repair.push(Edit::insert(at as u32, "\\"));
                    }
                    at += escape.len;
                    continue;
                }
                byte @ ..b' ' => repair.push(Edit::replace(Span::of(at, at + 1), control_escape(byte))),
                _ => {}
            }
            at += 1;
        }
    }
}

/// How a control character is written in a string.
fn control_escape(byte: u8) -> String {
    strings::escape_text(char::from(byte).encode_utf8(&mut [0; 4]))
}
