//! Where a comma or a closing bracket should stand and does not.

use super::{Comma, Key, Reader, State};
use crate::node::{DOUBTFUL, ESCAPED, INCOMPLETE, KEY_ESCAPED, NONE, Node};
use crate::{DefectKind, Kind, Span};

impl Reader<'_, '_> {
    #[cold]
    #[inline(never)]
    pub(super) fn recover_after(&mut self) -> State {
        if self.container == NONE {
            return State::Done;
        }
        let at_once = self.pos == self.last;
        let byte = self.token();
        match byte {
            0 => return self.end_of_text(),
            b',' | b';' => return self.odd_comma(byte),
            b'}' | b']' => return self.closer(byte),
            _ => {}
        }
        if let Some(state) = self.mend_string(at_once) {
            return state;
        }
        if self.policy.indent && self.dedent() {
            return State::After;
        }
        if byte == b':' {
            return self.stray_colon();
        }
        if self.in_object { self.next_key(byte) } else { self.next_item(byte) }
    }

    /// A comma, or what stands for one.
    fn odd_comma(&mut self, byte: u8) -> State {
        let span = self.step();
        let wide = span.len() > 1;
        let odd = byte != b',' || wide;
        self.comma = Some(Comma { at: span.start as usize, odd });
        if odd {
            let kind = if wide { DefectKind::FullWidthPunctuation } else { DefectKind::MissingComma };
            self.replaced(kind, span, ",");
        }
        if self.policy.indent {
            let comma = self.comma;
            self.trivia();
            if self.dedent() {
                self.comma = comma;
            }
        }
        self.next_child()
    }

    /// In an object, something that is neither comma nor closer: the next member, or stray text.
    fn next_key(&mut self, byte: u8) -> State {
        let start = self.pos;
        let is_key = match byte {
            b'"' | b'\'' | b'`' => true,
            b'{' => {
                if self.parent_kind() == Kind::Array {
                    self.close_unclosed();
                    return State::After;
                }
                self.hole_end(start).is_some()
            }
            b'[' => false,
            _ => {
                let (end, _) = self.word_end(start, true);
                let quote = usize::from(self.look(end) == b'"');
                end > start && self.ends_key(end + quote)
            }
        };
        if is_key {
            return self.missing_comma();
        }
        let (end, _) = self.word_end(start, true);
        self.stray_text(end)
    }

    /// In an array, something that is neither comma nor closer: the next item, or stray text.
    fn next_item(&mut self, byte: u8) -> State {
        // Only the first byte counts: to look for the end of each word twice would not be linear.
        let is_value = byte > b' ' && !matches!(byte, b'=' | b'/');
        if is_value { self.missing_comma() } else { self.stray_text(self.pos) }
    }

    fn missing_comma(&mut self) -> State {
        self.replaced(DefectKind::MissingComma, Span::of(self.last, self.last), ",");
        self.next_child()
    }

    /// The text up to `end`, or at least the character at `pos`, belongs to nothing.
    fn stray_text(&mut self, end: usize) -> State {
        let same_line = !self.breaks_line(self.last);
        if same_line && !self.last_node().is_container() {
            self.flag_last(DOUBTFUL);
        }
        self.stray(end);
        State::After
    }

    /// A colon after a value. In an object, the value may be a key and what looked like its key has no value.
    fn stray_colon(&mut self) -> State {
        let key = self.last_as_key();
        if let Some(key) = key
            && self.in_object
        {
            let colon = self.colon as u32;
            self.fault(DefectKind::MissingValue, Span::at(colon));
            if let Some(node) = self.sink.nodes.last_mut() {
                (node.start, node.end, node.kind) = (colon, colon, Kind::Broken);
                (node.open, node.close) = (0, 0);
                node.flags &= !(ESCAPED | DOUBTFUL);
            }
            self.key = key;
            return self.take_colon();
        }
        if self.in_object {
            return self.stray_text(self.pos);
        }
        if let Some(key) = key
            && self.count > 1
            && self.parent_kind() == Kind::Object
        {
            return self.member_in_array(key);
        }
        self.flag_container(INCOMPLETE);
        let span = self.step();
        self.replaced(DefectKind::MissingComma, span, ",");
        self.comma = Some(Comma { at: span.start as usize, odd: true });
        State::Value
    }

    /// The last item of the array, which lies in an object, has a colon behind it: it is the object's next key,
    /// and the array should have ended before it.
    fn member_in_array(&mut self, key: Key) -> State {
        self.sink.nodes.pop();
        self.count -= 1;
        let mut before = self.last_node();
        while before.parent != self.container && before.parent != NONE {
            before = self.node(before.parent);
        }
        let place = Span::at(before.end);
        self.last = place.end as usize;
        let comma = self
            .last_defect()
            .is_some_and(|last| last.kind == DefectKind::MissingComma && last.span == place);
        let comma = if comma { self.sink.defects.pop() } else { None };
        self.close_unclosed();
        if let Some(comma) = comma {
            self.sink.defects.push(comma); // The comma comes behind the bracket.
        }
        self.key = key;
        self.take_colon()
    }

    /// The value just read as the key it may be: a string in its usual quotes.
    fn last_as_key(&self) -> Option<Key> {
        let last = self.last_node();
        let is_key = last.kind == Kind::String && last.end as usize == self.last;
        let flags = if last.has(ESCAPED) { KEY_ESCAPED } else { 0 };
        (is_key && last.open == 1 && last.close == 1).then(|| Key {
            start: last.start + 1,
            end: last.end - 1,
            flags,
        })
    }

    /// Kind of the container around the open one.
    pub(super) fn parent_kind(&self) -> Kind {
        self.node(self.node(self.container).parent).kind
    }

    #[inline(never)]
    pub(super) fn node(&self, id: u32) -> &Node {
        self.sink.nodes.get(id as usize).unwrap_or(&Node::NOTHING)
    }

    #[inline(never)]
    pub(super) fn last_node(&self) -> &Node {
        self.sink.nodes.last().unwrap_or(&Node::NOTHING)
    }

    /// Whether a key, quoted or not, stands at `at`.
    pub(super) fn is_any_key_at(&mut self, at: usize) -> bool {
        if self.look(at) == b'"' {
            return self.is_key_at(at);
        }
        let (end, _) = self.word_end(at, true);
        let affordable = self.spend(end - at);
        let next = self.skip_blanks(end);
        affordable && end > at && self.sign(next) == b':'
    }
}
