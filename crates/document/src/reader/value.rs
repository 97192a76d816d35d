//! Where a value should begin and does not.

use super::{Reader, State};
use crate::node::INCOMPLETE;
use crate::{DefectKind, Edit, Kind, Span};

impl Reader<'_, '_> {
    #[cold]
    #[inline(never)]
    pub(super) fn recover_value(&mut self) -> State {
        self.trivia();
        let (byte, width) = self.punctuation();
        match (byte, width) {
            (0, 0) if self.in_object => self.missing_value(),
            (0, 0) => self.end_of_text(),
            (b'"' | b'{' | b'[', 1) => State::Value,
            (b'{' | b'[', _) => {
                let at = self.pos;
                self.take(byte, width);
                self.pos = at;
                self.open_wide(byte == b'{', width)
            }
            (b'"' | b'\'' | b'`', _) => self.quoted_value(byte, width),
            (b',' | b'}' | b']' | b';', _) if self.in_object => self.missing_value(),
            (b',' | b';', _) => self.extra_commas(),
            (b'}' | b']', _) => self.closer(byte, width),
            (b':' | b'=', _) => {
                self.stray(self.pos + width);
                State::Value
            }
            _ if self.word_end(self.pos, false).0 > self.pos => self.word_value(),
            _ => {
                self.stray(self.pos + width);
                State::Value
            }
        }
    }

    /// A key whose value is not there.
    pub(super) fn missing_value(&mut self) -> State {
        let colon = self.colon;
        self.defect(DefectKind::MissingValue, Span::of(colon, colon), Vec::new());
        self.push(Kind::Broken, colon, colon, 0);
        self.scalar_done();
        self.last = colon;
        if self.container == crate::node::NONE { State::Done } else { State::After }
    }

    /// Commas that separate nothing, as one defect.
    pub(super) fn extra_commas(&mut self) -> State {
        let start = self.pos;
        let mut end = start;
        while let (b',' | b';', width) = self.punctuation() {
            self.pos += width;
            end = self.pos;
            self.skip_space();
        }
        let span = Span::of(start, end);
        self.defect(DefectKind::ExtraComma, span, vec![Edit::delete(span)]);
        self.next_child()
    }

    /// A value without key in an object: read under an empty key.
    pub(super) fn keyless_value(&mut self, span: Span) -> State {
        self.defect(DefectKind::MissingKey, span, Vec::new());
        self.flag_container(INCOMPLETE);
        self.key.start = span.start;
        self.key.end = span.start;
        self.key.flags = crate::node::KEY_UNOPENED | crate::node::KEY_UNCLOSED;
        self.colon = self.pos;
        State::Value
    }
}
