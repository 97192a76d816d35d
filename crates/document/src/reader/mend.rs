//! Strings that ended too early, because a quote in them lacks its backslash, or too late, because they lack
//! their closing quote. Seen only from behind: what follows the string makes no sense.

use super::record::put;
use super::{Reader, State, scan};
use crate::node::{DOUBTFUL, ESCAPED};
use crate::{DefectKind, Kind, Span};

impl Reader<'_, '_> {
    /// Gives the string just read another end, if that explains the text at `pos`. `at_once`: that text follows
    /// without a space.
    pub(super) fn mend_string(&mut self, at_once: bool) -> Option<State> {
        let node = *self.last_node();
        let usual = node.kind == Kind::String && (node.open, node.close) == (1, 1);
        if !usual || node.end as usize != self.last || self.look(node.start as usize) != b'"' {
            return None;
        }
        let (start, end) = (node.start as usize + 1, node.end as usize - 1);
        let first = self.part(start, end).trim_ascii_start().first().copied();
        // `"{}"`, `"{"a` and `"["` look like the begin of JSON in a string.
        if matches!(first, Some(b'{' | b'['))
            && let Some(close) = self.nested_json_end(start).filter(|&close| close > end)
        {
            return Some(self.unescaped_quotes(start, close, true));
        }
        let follows = self.look(self.pos);
        let odd = follows > b' ' && !matches!(follows, b'"' | b'{' | b'[' | b':');
        if !at_once || !odd {
            return None;
        }
        if let Some((close, width)) = self.wide_close(start, end) {
            self.forget_behind(close);
            let span = Span::of(close, close + width);
            self.replaced(DefectKind::FullWidthPunctuation, span, "\"");
            return Some(self.end_string(close, close + width, 0));
        }
        let trimmed = self.trim_end(start, end);
        if trimmed > start && self.look(trimmed - 1) == b',' {
            let close = self.trim_end(start, trimmed - 1);
            self.forget_behind(close);
            let span = Span::of(start - 1, close);
            self.mended(DefectKind::UnterminatedString, span, Span::of(close, close), "\"");
            return Some(self.end_string(close, close, DOUBTFUL));
        }
        let close = self.quote_that_ends_value(self.pos)?;
        Some(self.unescaped_quotes(start, close, false))
    }

    /// The string ends at `close`, and reading goes on at `next`.
    fn end_string(&mut self, close: usize, next: usize, flag: u8) -> State {
        let escaped = self.has(self.last_node().start as usize + 1, close, b'\\');
        if let Some(node) = self.sink.nodes.last_mut() {
            node.end = next as u32;
            node.close = (next - close) as u8;
            node.flags = node.flags & !ESCAPED | flag | if escaped { ESCAPED } else { 0 };
        }
        self.pos = next;
        self.last = next;
        State::After
    }

    /// The text of the string goes from `start` to the quote at `close`, and the quotes between lack their
    /// backslashes. If `literal`, backslashes between stand for themselves.
    fn unescaped_quotes(&mut self, start: usize, close: usize, literal: bool) -> State {
        let mut repair = Vec::new();
        if literal {
            for at in start..close {
                if matches!(self.look(at), b'"' | b'\\') {
                    put(&mut repair, Span::of(at, at), "\\");
                }
            }
            self.escape_controls(start, close, &mut repair);
        } else {
            self.repair_text(start, close, &mut repair);
        }
        let span = Span::of(start - 1, close + 1);
        // A bad escape in the first part was recorded, and is repaired again here.
        self.forget_inside(span);
        self.defect(DefectKind::UnescapedQuotes, span, repair);
        let state = self.end_string(close, close + 1, DOUBTFUL);
        if literal && let Some(node) = self.sink.nodes.last_mut() {
            node.flags &= !ESCAPED;
        }
        state
    }

    /// Offset of the quote behind the JSON that begins at `start`, if its brackets pair and a value could end
    /// behind that quote.
    fn nested_json_end(&mut self, start: usize) -> Option<usize> {
        if self.budget == 0 {
            return None;
        }
        let open = scan::space(self.bytes, start);
        let close = self.container_end(open, true);
        if !self.spend(close.unwrap_or(self.end) - open) {
            return None;
        }
        let at = self.skip_blanks(close?);
        let ends = self.look(at) == b'"' && self.ends_value(at + 1);
        // With no quote inside there is nothing to repair.
        (ends && self.has(start, at, b'"')).then_some(at)
    }

    /// The first quote behind `from`, on this line, behind which a value can end; `None` if a key comes first.
    fn quote_that_ends_value(&mut self, from: usize) -> Option<usize> {
        let mut at = from;
        loop {
            if self.budget == 0 {
                return None;
            }
            let begin = at;
            at = scan::odd_string(self.bytes, at);
            match self.look(at) {
                b'"' if self.ends_value(at + 1) => return Some(at),
                b'"' if self.ends_key(at + 1) => return None,
                b'"' => at += 1,
                b'\\' => at += 2,
                _ => return None,
            }
            let next = self.skip_blanks(at);
            if !self.spend(at - begin) || self.wide(next) == b':' {
                return None;
            }
        }
    }
}
