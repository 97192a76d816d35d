//! Brackets that do not pair.

use super::{Comma, Reader, State};
use crate::node::{INCOMPLETE, NONE};
use crate::{Defect, DefectKind, Edit, Kind, Span};

/// What comes after a closing bracket.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Follow {
    End,
    Brace,
    Bracket,
    /// A member, with or without comma before it.
    Key,
    /// An item.
    Value,
}

impl Reader<'_, '_> {
    /// The closing bracket `byte` at `pos`, whatever it closes.
    #[cold]
    #[inline(never)]
    pub(super) fn closer(&mut self, byte: u8) -> State {
        if self.policy.indent
            && let Some(state) = self.close_by_indent(byte)
        {
            return state;
        }
        let object = byte == b'}';
        if object == self.in_object {
            return self.close_with();
        }
        let outer = self.outer(object);
        let follow = self.follow(self.here().end as usize);
        let parent = self.node(self.container).parent;
        let replaced = self.fits(parent, follow);
        let Some(outer) = outer else {
            let extra = self.fits(self.container, follow) && (!replaced || self.policy.replace);
            return if extra { self.extra_closer() } else { self.wrong_closer() };
        };
        let added = self.fits(self.node(outer).parent, follow);
        if !added && !replaced && self.fits(self.container, follow) {
            return self.extra_closer();
        }
        if replaced && (!added || self.policy.replace) {
            return self.wrong_closer();
        }
        self.close_unclosed_to(outer);
        self.close_with()
    }

    /// Closes the open container with the bracket at `pos`, which is of its kind.
    fn close_with(&mut self) -> State {
        self.trailing_comma();
        self.take(bracket(self.in_object));
        self.close(self.pos)
    }

    fn trailing_comma(&mut self) {
        if let Some(comma) = self.comma.take() {
            if comma.odd {
                self.drop_comma(Some(comma));
            } else {
                let span = Span::of(comma.at, comma.at + 1);
                self.replaced(DefectKind::TrailingComma, span, "");
            }
        }
    }

    /// Lets the repair of the defect recorded last, or of the comma itself if it is an odd one, delete a comma
    /// that separates nothing.
    pub(super) fn drop_comma(&mut self, comma: Option<Comma>) {
        let Some(comma) = comma else {
            return;
        };
        if !comma.odd {
            if let Some(last) = self.last_defect() {
                last.repair.push(Edit::delete(Span::of(comma.at, comma.at + 1)));
            }
            return;
        }
        let found = self.sink.defects.get_mut(self.first_defect..).unwrap_or_default();
        let odd = found
            .iter_mut()
            .rev()
            .find(|defect| defect.span.start as usize == comma.at && !defect.span.is_empty());
        if let Some(edit) = odd.and_then(|defect| defect.repair.first_mut()) {
            edit.text.clear();
        }
    }

    /// The bracket at `pos` stands for one of the other kind.
    fn wrong_closer(&mut self) -> State {
        self.trailing_comma();
        let span = self.step();
        self.replaced(DefectKind::WrongCloser, span, bracket(self.in_object));
        self.close(self.pos)
    }

    /// The bracket at `pos` closes nothing.
    pub(super) fn extra_closer(&mut self) -> State {
        let span = self.step();
        self.replaced(DefectKind::ExtraCloser, span, "");
        self.flag_container(INCOMPLETE);
        if self.comma.is_some() || self.count == 0 { self.next_child() } else { State::After }
    }

    /// Closes the open container behind its last value; its bracket is missing. Containers closed at one place
    /// are one defect; those that end behind what was too deep are none.
    pub(super) fn close_unclosed(&mut self) {
        use DefectKind::{UnclosedArray, UnclosedObject};
        self.flag_container(INCOMPLETE);
        if self.cut {
            self.close(self.end);
            return;
        }
        let at = self.last;
        let text = bracket(self.in_object);
        let place = Span::of(at, at);
        match self.last_defect() {
            Some(Defect { kind: UnclosedObject | UnclosedArray, span, repair, .. })
                if *span == place && !repair.is_empty() =>
            {
                if let Some(edit) = repair.first_mut() {
                    edit.text.push_str(text);
                }
            }
            _ => self.replaced(if self.in_object { UnclosedObject } else { UnclosedArray }, place, text),
        }
        self.close(at);
    }

    /// Closes what is open inside a container; what its missing brackets repair deletes a comma left before them.
    #[inline(never)]
    pub(super) fn close_unclosed_to(&mut self, outer: u32) {
        let comma = self.comma.take();
        while self.container != outer {
            self.close_unclosed();
        }
        self.drop_comma(comma);
    }

    pub(super) fn opener(&self) -> Option<Span> {
        let start = self.node(self.container).start as usize;
        (self.container != NONE).then(|| Span::of(start, start + self.width(start)))
    }

    /// The innermost open container of that kind.
    fn outer(&self, object: bool) -> Option<u32> {
        let kind = if object { Kind::Object } else { Kind::Array };
        let mut id = self.container;
        while id != NONE {
            let node = self.node(id);
            if node.kind == kind {
                return Some(id);
            }
            id = node.parent;
        }
        None
    }

    /// Whether a container, or what is outside of all, can go on like that.
    fn fits(&self, id: u32, follow: Follow) -> bool {
        if id == NONE {
            return follow == Follow::End;
        }
        match self.node(id).kind {
            Kind::Object => matches!(follow, Follow::Brace | Follow::Key),
            _ => matches!(follow, Follow::Bracket | Follow::Value),
        }
    }

    fn follow(&mut self, at: usize) -> Follow {
        let mut next = self.peek(at);
        if self.look(next) == b',' {
            next = self.peek(next + 1);
        }
        if next >= self.end {
            return Follow::End;
        }
        match self.look(next) {
            b'}' => Follow::Brace,
            b']' => Follow::Bracket,
            _ if self.is_any_key_at(next) => Follow::Key,
            _ => Follow::Value,
        }
    }

    /// Whether a member follows at `at`, with or without comma.
    pub(super) fn member_follows(&mut self, at: usize) -> bool {
        self.follow(at) == Follow::Key
    }

    /// Skips the container whose bracket is at `pos`; only the first one is a defect.
    pub(super) fn too_deep(&mut self, object: bool, width: usize) -> State {
        let start = self.pos;
        let seen = self.sink.defects.get(self.first_defect..).unwrap_or_default();
        if !seen.iter().any(|defect| defect.kind == DefectKind::TooDeep) {
            self.fault(DefectKind::TooDeep, Span::of(start, start + width));
        }
        let end = self.container_end(start, false).unwrap_or(self.end);
        self.cut |= end >= self.end;
        self.flag_container(INCOMPLETE);
        self.leaf(if object { Kind::Object } else { Kind::Array }, end, INCOMPLETE, [0, 0])
    }

    /// End of the container whose bracket is at `at`, found by counting brackets; in a string, before its line ends.
    #[inline(never)]
    pub(super) fn container_end(&self, at: usize, in_string: bool) -> Option<usize> {
        let (mut at, mut depth) = (at, 0u32);
        while at < self.end {
            match self.look(at) {
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth = depth.saturating_sub(1),
                b'"' => {
                    at = if in_string { self.string_stop(at + 1) } else { self.quote_in_line(at + 1) };
                    if in_string && self.look(at) != b'"' {
                        return None;
                    }
                }
                b'\n' | b'\r' if in_string => return None,
                b'/' if self.look(at + 1) == b'/' && !in_string => at = self.line_end(at),
                _ => {}
            }
            at += 1;
            if depth == 0 {
                return Some(at);
            }
        }
        None
    }

    /// Offset of the quote, or the line break, that ends the string with text from `at` on.
    #[inline(never)]
    pub(super) fn quote_in_line(&self, at: usize) -> usize {
        let mut at = self.string_stop(at);
        while at < self.end && !matches!(self.look(at), b'"' | b'\n' | b'\r') {
            at = self.string_stop(at + 1);
        }
        at
    }
}

/// What closes an object or an array.
fn bracket(object: bool) -> &'static str {
    if object { "}" } else { "]" }
}
