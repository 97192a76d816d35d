//! Before the outermost value, behind it, and where the text ends too early.

use super::{Reader, State};
use crate::node::{INCOMPLETE, NONE};
use crate::{DefectKind, Edit, Kind, Span};

impl Reader<'_, '_> {
    /// Finds the begin of the outermost value.
    #[inline]
    pub(super) fn before(&mut self) -> State {
        match self.skip_space() {
            b'{' | b'[' => State::Value,
            _ => self.recover_before(),
        }
    }

    #[cold]
    #[inline(never)]
    fn recover_before(&mut self) -> State {
        match self.token() {
            0 => {
                self.fault(DefectKind::Empty, Span::of(self.begin, self.begin));
                self.missing(self.begin);
                State::Done
            }
            b'{' | b'[' => State::Value,
            b'"' if self.is_key_at(self.pos) => self.missing_brace(),
            _ if self.is_lone_scalar() => State::Value,
            _ => self.text_before(),
        }
    }

    /// Members without the brace before them.
    fn missing_brace(&mut self) -> State {
        self.replaced(DefectKind::UnclosedObject, Span::of(self.pos, self.pos), "{");
        self.open_wide(true, 0)
    }

    /// Whether the whole text is one scalar, as JSON allows.
    fn is_lone_scalar(&self) -> bool {
        let end = self.trim_end(self.pos, self.end);
        let quoted = self.look(self.pos) == b'"' && end > self.pos + 1 && self.look(end - 1) == b'"';
        quoted || self.is_scalar(end)
    }

    /// Skips what stands before the first bracket, preferably one that begins a line.
    fn text_before(&mut self) -> State {
        let start = self.pos;
        let mut blank = true;
        let (mut first, mut found) = (None, None);
        for at in start..self.end {
            match self.look(at) {
                b'{' | b'[' => {
                    first = first.or(Some(at));
                    if blank {
                        found = Some(at);
                        break;
                    }
                }
                b'\n' | b'\r' => blank = true,
                b' ' | b'\t' => {}
                _ => blank = false,
            }
        }
        let Some(value) = found.or(first) else {
            let span = Span::of(start, self.trim_end(start, self.end));
            self.fault(DefectKind::StrayText, span);
            self.word(Kind::Broken, span.end as usize);
            self.pos = self.end;
            return State::Done;
        };
        let span = Span::of(start, self.trim_end(start, value));
        self.replaced(DefectKind::TextBefore, span, "");
        self.pos = value;
        State::Value
    }

    /// Reads on behind the outermost value. A closing bracket too many may have ended it too early.
    #[cold]
    #[inline(never)]
    pub(super) fn behind(&mut self) -> State {
        loop {
            match self.token() {
                0 => return State::Done,
                b'}' | b']' => {
                    self.extra_closer();
                }
                b',' | b';' if self.only_commas_follow() => {
                    self.extra_commas();
                }
                _ => break,
            }
        }
        let root = *self.node(self.base as u32);
        let closed = root.kind == Kind::Object && self.look((root.end as usize).wrapping_sub(1)) == b'}';
        if closed && self.member_follows(self.pos) {
            let span = Span::new(root.end - 1, root.end);
            self.replaced(DefectKind::ExtraCloser, span, "");
            self.container = self.base as u32;
            self.count = root.link;
            self.in_object = true;
            self.depth = 1;
            self.flag_container(INCOMPLETE);
            if self.policy.indent {
                self.push_level(root.start as usize);
            }
            return if self.count == 0 { State::Key } else { State::After };
        }
        let span = Span::of(self.pos, self.trim_end(self.pos, self.end));
        // What may be a second value is not simply thrown away.
        let value = span.range().any(|at| matches!(self.look(at), b'{' | b'[' | b'"'));
        self.defect(DefectKind::TextAfter, span, if value { Vec::new() } else { vec![Edit::delete(span)] });
        self.pos = self.end;
        State::Done
    }

    /// Whether there is nothing but commas up to the end: they were left when the value was copied.
    fn only_commas_follow(&self) -> bool {
        (self.pos..self.end).all(|at| matches!(self.look(at), b',' | b';' | b' ' | b'\t' | b'\r' | b'\n'))
    }

    /// The text ends inside a container: closes all, as one defect.
    #[cold]
    #[inline(never)]
    pub(super) fn end_of_text(&mut self) -> State {
        self.close_unclosed_to(NONE);
        State::Done
    }
}
