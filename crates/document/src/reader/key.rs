//! Where a key, or the colon behind it, should stand and does not.

use super::plain::Str;
use super::{Key, Reader, State};
use crate::node::{KEY_UNCLOSED, KEY_UNOPENED};
use crate::{DefectKind, Kind, Span};

impl Reader<'_, '_> {
    #[cold]
    #[inline(never)]
    pub(super) fn recover_key(&mut self) -> State {
        let byte = self.token();
        match byte {
            0 => self.end_of_text(),
            b'"' if self.look(self.pos) == b'"' => State::Key,
            b'"' | b'\'' | b'`' => {
                let start = self.here().end as usize;
                let string = self.other_quotes(byte);
                self.odd_key(start, &string, 0)
            }
            b'}' | b']' => self.closer(byte),
            b',' | b';' => self.extra_commas(),
            b':' => {
                let span = Span::at(self.pos as u32);
                self.take(":");
                self.keyless_value(span)
            }
            b'{' => self.brace_for_key(),
            b'[' => self.keyless_value(Span::at(self.pos as u32)),
            _ => self.bare_key(),
        }
    }

    /// `{` where a key should be: a template's hole, a new item of the array around, or a value without key.
    fn brace_for_key(&mut self) -> State {
        let outer = self.pos.wrapping_sub(1);
        if self.count == 0
            && self.last == self.pos
            && self.look(outer) == b'{'
            && let Some(end) = self.hole_end(outer)
        {
            return self.hole_for_object(outer, end);
        }
        if let Some(end) = self.hole_end(self.pos) {
            return self.hole_for_member(end);
        }
        if self.parent_kind() == Kind::Array && self.count > 0 {
            let comma = self.comma;
            self.close_unclosed();
            self.comma = comma;
            return if comma.is_some() { State::Value } else { State::After };
        }
        self.keyless_value(Span::at(self.pos as u32))
    }

    /// The object just opened is in truth the first brace of `{{ … }}`, which ends at `end`.
    fn hole_for_object(&mut self, start: usize, mut end: usize) -> State {
        let (word_end, _) = self.word_end(end, false);
        end = word_end.max(end);
        self.pos = end;
        self.close(end);
        if let Some(node) = self.sink.nodes.last_mut() {
            node.kind = Kind::Broken;
            node.link = 0;
        }
        self.fault(DefectKind::TemplateHole, Span::of(start, end));
        State::After
    }

    /// A hole among the members: nobody knows what it becomes.
    fn hole_for_member(&mut self, end: usize) -> State {
        let span = Span::of(self.pos, end);
        self.fault(DefectKind::TemplateHole, span);
        self.flag_container(crate::node::INCOMPLETE);
        self.pos = end;
        if self.trivia() == b',' {
            self.pos += 1;
        }
        State::Key
    }

    /// A key without quotes, or without the opening one; else stray text.
    fn bare_key(&mut self) -> State {
        let start = self.pos;
        let mut end = start;
        loop {
            let gap = self.skip_blanks(end);
            let (word_end, hole) = self.word_end(gap, true);
            if hole && end == start && !self.ends_key(word_end) {
                return self.hole_for_member(word_end);
            }
            if word_end == gap {
                break;
            }
            end = word_end;
            if self.ends_key(end) || self.look(end) == b'"' {
                break;
            }
        }
        let closed = self.look(end) == b'"' && end < self.end && self.ends_key(end + 1);
        if end == start || !(closed || self.ends_key(end)) {
            self.stray(end);
            return State::Key;
        }
        let next = end + usize::from(closed);
        let string = self.requote(DefectKind::UnquotedKey, [start, start, end, next], closed);
        self.odd_key(start, &string, KEY_UNOPENED)
    }

    /// The key is that string, whose text begins at `start`; reads on behind it.
    fn odd_key(&mut self, start: usize, string: &Str, flag: u8) -> State {
        self.key = Key { start: start as u32, end: string.end as u32, flags: string.key_flags() | flag };
        self.pos = string.next;
        self.recover_colon(self.pos)
    }

    /// The key is read; what follows is no colon, or one behind a comment.
    #[cold]
    #[inline(never)]
    pub(super) fn recover_colon(&mut self, mut key_end: usize) -> State {
        loop {
            let byte = self.token();
            if byte == b':' {
                return self.take_colon();
            }
            if byte == b'=' {
                let end = self.pos + 1 + usize::from(self.look(self.pos + 1) == b'>');
                let span = Span::of(self.pos, end);
                self.replaced(DefectKind::MissingColon, span, ":");
                (self.pos, self.colon) = (end, end);
                return State::Value;
            }
            if let Some(end) = self.colon_inside(key_end) {
                self.key.end = end as u32;
                self.key.flags |= KEY_UNCLOSED;
                self.forget_behind(end);
                let span = Span::new(self.key.start - 1, end as u32);
                self.mended(DefectKind::UnterminatedString, span, Span::of(end, end), "\"");
                (self.pos, key_end) = (end, end);
                continue;
            }
            if let Some(state) = self.no_colon(byte, key_end) {
                return state;
            }
            self.stray(self.pos);
        }
    }

    /// Moves over the colon at `pos`.
    pub(super) fn take_colon(&mut self) -> State {
        self.take(":");
        self.colon = self.pos;
        State::Value
    }

    /// Goes on without a colon if the value, or the next member, begins with `byte` at `pos`.
    fn no_colon(&mut self, byte: u8, key_end: usize) -> Option<State> {
        self.colon = key_end;
        let new_line = self.breaks_line(key_end);
        let ends = matches!(byte, b',' | b'}' | b']' | b';') || self.pos >= self.end;
        if ends || (new_line && self.is_key_at(self.pos)) {
            return Some(self.missing_value());
        }
        if matches!(byte, b'"' | b'\'' | b'`' | b'{' | b'[') || self.word_end(self.pos, false).0 > self.pos {
            self.replaced(DefectKind::MissingColon, Span::of(key_end, key_end), ":");
            return Some(State::Value);
        }
        None
    }

    /// Whether the key, which lacks its closing quote, swallowed its colon: the colon's place.
    fn colon_inside(&self, key_end: usize) -> Option<usize> {
        let (start, end) = (self.key.start as usize, self.key.end as usize);
        let quote = |at: usize| self.look(at) == b'"';
        let quoted = self.key.flags == 0 && quote(key_end.wrapping_sub(1)) && quote(start.wrapping_sub(1));
        if !quoted || self.pos != key_end || key_end >= self.end {
            return None;
        }
        let foreign = |at: &usize| {
            let byte = self.look(*at);
            !byte.is_ascii_alphanumeric() && !matches!(byte, b'_' | b'-' | b'.' | b' ')
        };
        let colon = (start..end).find(foreign)?;
        let end = self.trim_end(start, colon);
        (self.sign(colon) == b':' && end > start).then_some(end)
    }

    /// Whether a string with a colon behind it stands at `at`.
    pub(super) fn is_key_at(&mut self, at: usize) -> bool {
        if self.look(at) != b'"' {
            return false;
        }
        let end = self.string_stop(at + 1);
        if self.look(end) != b'"' {
            return false;
        }
        let affordable = self.spend(end - at);
        let next = self.peek(end + 1);
        affordable && self.sign(next) == b':'
    }
}
