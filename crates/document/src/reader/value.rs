//! Where a value should begin and does not.

use super::{Reader, State};
use crate::node::INCOMPLETE;
use crate::{DefectKind, Span};

impl Reader<'_, '_> {
    #[cold]
    #[inline(never)]
    pub(super) fn recover_value(&mut self) -> State {
        let byte = self.token();
        match byte {
            0 | b',' | b'}' | b']' | b';' if self.in_object => self.missing_value(),
            0 => self.end_of_text(),
            b'"' | b'{' | b'[' if self.look(self.pos) == byte => State::Value,
            b'{' | b'[' => {
                let at = self.pos;
                self.take(if byte == b'{' { "{" } else { "[" });
                self.pos = at;
                self.open_wide(byte == b'{', self.width(at))
            }
            b'"' | b'\'' | b'`' => self.quoted_value(byte),
            b',' | b';' => self.extra_commas(),
            b'}' | b']' => self.closer(byte),
            _ if !matches!(byte, b':' | b'=') && self.word_end(self.pos, false).0 > self.pos => {
                self.word_value()
            }
            _ => {
                self.stray(self.pos);
                State::Value
            }
        }
    }

    /// A key whose value is not there.
    pub(super) fn missing_value(&mut self) -> State {
        let colon = self.colon;
        self.fault(DefectKind::MissingValue, Span::of(colon, colon));
        self.missing(colon);
        State::After
    }

    /// Commas that separate nothing, as one defect.
    pub(super) fn extra_commas(&mut self) -> State {
        let start = self.pos;
        let mut end = start;
        while matches!(self.punctuation(), b',' | b';') {
            end = self.step().end as usize;
            self.skip_space();
        }
        let span = Span::of(start, end);
        self.replaced(DefectKind::ExtraComma, span, "");
        self.next_child()
    }

    /// A value without key in an object: read under an empty key.
    pub(super) fn keyless_value(&mut self, span: Span) -> State {
        self.fault(DefectKind::MissingKey, span);
        self.flag_container(INCOMPLETE);
        self.key.start = span.start;
        self.key.end = span.start;
        self.key.flags = crate::node::KEY_UNOPENED | crate::node::KEY_UNCLOSED;
        self.colon = self.pos;
        State::Value
    }
}
