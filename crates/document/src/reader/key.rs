//! Where a key, or the colon behind it, should stand and does not.

use super::wide::wide;
use super::{Key, Reader, State};
use crate::node::{KEY_UNCLOSED, KEY_UNOPENED, NONE};
use crate::{DefectKind, Edit, Kind, Span};

impl Reader<'_, '_> {
    #[cold]
    #[inline(never)]
    pub(super) fn recover_key(&mut self) -> State {
        self.trivia();
        let (byte, width) = self.punctuation();
        match (byte, width) {
            (0, 0) => self.end_of_text(),
            (b'"', 1) => State::Key,
            (b'"' | b'\'' | b'`', _) => {
                let start = (self.pos + width) as u32;
                let string = self.other_quotes(byte, width);
                self.key = Key { start, end: string.end as u32, flags: string.key_flags };
                self.pos = string.next;
                self.recover_colon(self.pos)
            }
            (b'}' | b']', _) => self.closer(byte, width),
            (b',' | b';', _) => self.extra_commas(),
            (b':', _) => {
                let span = Span::at(self.pos as u32);
                self.take(byte, width);
                self.keyless_value(span)
            }
            (b'{', _) => self.brace_for_key(),
            (b'[', _) => self.keyless_value(Span::at(self.pos as u32)),
            _ => self.bare_key(),
        }
    }

    /// `{` where a key should be: a template's hole, a new item of the array around, or a value without key.
    fn brace_for_key(&mut self) -> State {
        let outer = self.pos.wrapping_sub(1);
        if self.count == 0
            && self.last == self.pos
            && self.byte(outer) == b'{'
            && let Some(end) = self.hole_end(outer)
        {
            return self.hole_for_object(outer, end);
        }
        if let Some(end) = self.hole_end(self.pos) {
            return self.hole_for_member(end);
        }
        let parent = self.sink.nodes.get(self.container as usize).map_or(NONE, |node| node.parent);
        let in_array = self.sink.nodes.get(parent as usize).is_some_and(|node| node.kind == Kind::Array);
        if in_array && self.count > 0 {
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
        self.defect(DefectKind::TemplateHole, Span::of(start, end), Vec::new());
        self.scalar_done()
    }

    /// A hole among the members: nobody knows what it becomes.
    fn hole_for_member(&mut self, end: usize) -> State {
        let span = Span::of(self.pos, end);
        self.defect(DefectKind::TemplateHole, span, Vec::new());
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
            let (word_end, hole) = self.word_end(self.skip_blanks(end), true);
            if hole && end == start && !self.ends_key(word_end) {
                return self.hole_for_member(word_end);
            }
            if word_end == self.skip_blanks(end) {
                break;
            }
            end = word_end;
            if self.ends_key(end) || self.byte(end) == b'"' {
                break;
            }
        }
        let closed = self.byte(end) == b'"' && end < self.end && self.ends_key(end + 1);
        if end == start || !(closed || self.ends_key(end)) {
            let (_, width) = self.punctuation();
            self.stray(end.max(start + width));
            return State::Key;
        }
        let mut repair = vec![Edit::insert(start as u32, "\"")];
        self.repair_text(start, end, &mut repair);
        let mut flags = KEY_UNOPENED;
        if self.bytes.get(start..end).is_some_and(|text| text.contains(&b'\\')) {
            flags |= crate::node::KEY_ESCAPED;
        }
        if !closed {
            repair.push(Edit::insert(end as u32, "\""));
            flags |= KEY_UNCLOSED;
        }
        let next = end + usize::from(closed);
        self.defect(DefectKind::UnquotedKey, Span::of(start, next), repair);
        self.key = Key { start: start as u32, end: end as u32, flags };
        self.pos = next;
        self.recover_colon(self.pos)
    }

    /// The key is read; what follows is no colon, or one behind a comment.
    #[cold]
    #[inline(never)]
    pub(super) fn recover_colon(&mut self, mut key_end: usize) -> State {
        loop {
            self.trivia();
            let (byte, width) = self.punctuation();
            if byte == b':' {
                self.take(byte, width);
                self.colon = self.pos;
                return State::Value;
            }
            if byte == b'=' {
                let end = self.pos + 1 + usize::from(self.byte(self.pos + 1) == b'>');
                let span = Span::of(self.pos, end);
                self.defect(DefectKind::MissingColon, span, vec![Edit::replace(span, ":")]);
                (self.pos, self.colon) = (end, end);
                return State::Value;
            }
            if let Some(end) = self.colon_inside(key_end) {
                self.key.end = end as u32;
                self.key.flags |= KEY_UNCLOSED;
                self.forget_behind(end);
                let span = Span::new(self.key.start - 1, end as u32);
                self.defect(DefectKind::UnterminatedString, span, vec![Edit::insert(end as u32, "\"")]);
                (self.pos, key_end) = (end, end);
                continue;
            }
            if let Some(state) = self.no_colon(byte, key_end) {
                return state;
            }
            self.stray(self.pos + width.max(1));
        }
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
            let repair = vec![Edit::insert(key_end as u32, ":")];
            self.defect(DefectKind::MissingColon, Span::of(key_end, key_end), repair);
            return Some(State::Value);
        }
        None
    }

    /// Whether the key, which lacks its closing quote, swallowed its colon: the colon's place.
    fn colon_inside(&self, key_end: usize) -> Option<usize> {
        let (start, end) = (self.key.start as usize, self.key.end as usize);
        let quote = |at: usize| self.byte(at) == b'"';
        let quoted = self.key.flags == 0 && quote(key_end.wrapping_sub(1)) && quote(start.wrapping_sub(1));
        if !quoted || self.pos != key_end || key_end >= self.end {
            return None;
        }
        let text = self.bytes.get(start..end)?;
        let colon = text.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"_-. ".contains(byte))?;
        let end = self.trim_end(start, start + colon);
        let is_colon =
            text.get(colon) == Some(&b':') || matches!(wide(self.bytes, start + colon), Some((b':', _)));
        (is_colon && end > start).then_some(end)
    }

    /// Whether a string with a colon behind it stands at `at`.
    pub(super) fn is_key_at(&mut self, at: usize) -> bool {
        if self.byte(at) != b'"' {
            return false;
        }
        let mut end = at + 1;
        loop {
            end = super::scan::odd_string(self.bytes, end);
            match self.byte(end) {
                b'"' => break,
                b'\\' => end += 2,
                _ => return false,
            }
        }
        let affordable = self.spend(end - at);
        let next = self.peek(end + 1);
        affordable && (self.byte(next) == b':' || matches!(wide(self.bytes, next), Some((b':', _))))
    }
}
