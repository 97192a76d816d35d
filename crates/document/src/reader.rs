//! The reader: one pass over the text, fast while the text is sound.
//!
//! Four states take turns. Each has a fast way through, here, that handles what JSON allows, and a cold way, in
//! the modules below, that is entered at the first byte JSON does not allow and always gets on: every cold step
//! either moves forward or leaves a container.

mod after;
mod brackets;
mod ends;
mod indent;
mod key;
mod mend;
mod number;
mod plain;
mod quotes;
mod record;
mod scan;
mod trivia;
mod value;
mod wide;
mod words;

use std::ops::Range;

use crate::Kind;
use crate::node::{NONE, Node};
use crate::read::Sink;

/// What the reader expects next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// A key; after `{` or a comma.
    Key,
    /// A value; after `[`, a comma or a colon, or at the begin.
    Value,
    /// A comma or a closing bracket; after a value.
    After,
    /// Nothing; the outermost value is complete.
    Done,
}

/// How to decide what the text leaves open. A broken text is read with several of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Policy {
    /// Whether the writer's indentation tells which bracket is missing.
    pub(crate) indent: bool,
    /// Whether a bracket of the wrong kind rather stands for the right one than that the right one is missing.
    pub(crate) replace: bool,
}

/// A key that waits for its value: its text without quotes, and its flags.
#[derive(Clone, Copy)]
struct Key {
    start: u32,
    end: u32,
    flags: u8,
}

/// A comma that was read.
#[derive(Clone, Copy)]
struct Comma {
    at: usize,
    /// It is another character that stands for one, and a defect already.
    odd: bool,
}

pub(crate) struct Reader<'t, 'd> {
    /// The text up to its end, at least, and padding behind it.
    bytes: &'t [u8],
    begin: usize,
    end: usize,
    pos: usize,
    /// End of the last value, or of the opening bracket before the first: where a comma or closer is missing.
    last: usize,
    /// The comma after the last value, if it was read.
    comma: Option<Comma>,
    /// Where the value of the last key should begin.
    colon: usize,
    key: Key,
    /// The open container, its number of children so far, and whether it is an object.
    container: u32,
    count: u32,
    in_object: bool,
    depth: u32,
    max_depth: u32,
    policy: Policy,
    levels: Vec<indent::Level>,
    line: indent::Line,
    /// Bytes that may still be spent on looking ahead, so that hostile texts stay linear.
    budget: usize,
    /// A block comment was found to have no end.
    no_comment_end: bool,
    /// Something too deep went on to the end of the text.
    cut: bool,
    base: usize,
    first_defect: usize,
    sink: Sink<'d>,
}

/// Reads the bytes of `range`; behind it there must be sixteen bytes of padding.
pub(crate) fn run(bytes: &[u8], range: Range<usize>, max_depth: u32, policy: Policy, sink: Sink<'_>) {
    let mut reader = Reader {
        bytes,
        begin: range.start,
        end: range.end,
        pos: range.start,
        last: range.start,
        comma: None,
        colon: range.start,
        key: Key { start: NONE, end: NONE, flags: 0 },
        container: NONE,
        count: 0,
        in_object: false,
        depth: 0,
        max_depth,
        policy,
        levels: Vec::new(),
        line: indent::Line { start: range.start, end: range.start },
        budget: range.len() * 4 + 4096,
        no_comment_end: false,
        cut: false,
        base: sink.nodes.len(),
        first_defect: sink.defects.len(),
        sink,
    };
    reader.read();
}

impl Reader<'_, '_> {
    fn read(&mut self) {
        let mut state = self.before();
        loop {
            // In the order in which sound text goes through them.
            if state == State::Key {
                state = self.read_key();
            }
            if state == State::Value {
                state = self.read_value();
            }
            if state == State::After {
                state = self.read_after();
            }
            if state == State::Done {
                self.skip_space();
                if self.pos >= self.end {
                    return;
                }
                state = self.behind();
                if state == State::Done {
                    return;
                }
            }
        }
    }

    #[inline]
    fn read_key(&mut self) -> State {
        if self.skip_space() != b'"' {
            return self.recover_key();
        }
        let start = self.pos + 1;
        let string = self.string(start, true);
        self.key = Key { start: start as u32, end: string.end as u32, flags: string.key_flags() };
        self.pos = string.next;
        self.read_colon()
    }

    #[inline]
    fn read_colon(&mut self) -> State {
        let key_end = self.pos;
        if self.skip_space() != b':' {
            return self.recover_colon(key_end);
        }
        self.pos += 1;
        self.colon = self.pos;
        State::Value
    }

    #[inline]
    fn read_value(&mut self) -> State {
        let byte = self.skip_gap();
        match byte {
            b'"' => {
                let start = self.pos;
                let string = self.string(start + 1, false);
                self.pos = string.next;
                let quotes = [1, (string.next - string.end) as u8];
                self.push(Kind::String, start..string.next, string.flags, quotes);
                self.last = self.pos;
                State::After
            }
            b'{' | b'[' => self.open(byte == b'{'),
            _ => {
                let (kind, end) = self.scalar(byte);
                let sound = end > self.pos && scan::ends_word(self.byte(end));
                if sound { self.word(kind, end) } else { self.recover_value() }
            }
        }
    }

    /// Adds the scalar from `pos` to `end`.
    #[inline]
    fn word(&mut self, kind: Kind, end: usize) -> State {
        self.leaf(kind, end, 0, [0, 0])
    }

    /// Adds what goes from `pos` to `end` and holds nothing.
    #[inline(never)]
    fn leaf(&mut self, kind: Kind, end: usize, flags: u8, quotes: [u8; 2]) -> State {
        self.push(kind, self.pos..end, flags, quotes);
        self.pos = end;
        self.last = end;
        State::After
    }

    /// Adds a value that is missing at `at`.
    fn missing(&mut self, at: usize) {
        let pos = self.pos;
        self.pos = at;
        self.word(Kind::Broken, at);
        self.pos = pos;
    }

    #[inline]
    fn read_after(&mut self) -> State {
        let byte = self.skip_space();
        let careful = self.policy.indent || self.container == NONE;
        if byte == b',' && !careful {
            self.comma = Some(Comma { at: self.pos, odd: false });
            self.pos += 1;
            return self.next_child();
        }
        let closer = if self.in_object { b'}' } else { b']' };
        if byte != closer || careful {
            return self.recover_after();
        }
        self.pos += 1;
        self.close_now(self.pos)
    }

    /// The state in which the next member or item is read.
    #[inline]
    fn next_child(&self) -> State {
        if self.in_object { State::Key } else { State::Value }
    }

    /// Opens the container whose bracket is the byte at `pos`.
    #[inline]
    fn open(&mut self, object: bool) -> State {
        self.open_wide(object, 1)
    }

    fn open_wide(&mut self, object: bool, width: usize) -> State {
        if self.depth >= self.max_depth {
            return self.too_deep(object, width);
        }
        let start = self.pos;
        self.pos += width;
        let kind = if object { Kind::Object } else { Kind::Array };
        let id = self.push(kind, start..self.pos, 0, [0, 0]);
        if let Some(parent) = self.sink.nodes.get_mut(self.container as usize) {
            parent.link = self.count;
        }
        self.container = id;
        self.count = 0;
        self.in_object = object;
        self.depth += 1;
        self.last = self.pos;
        self.comma = None;
        if self.policy.indent {
            self.push_level(start);
        }
        let closer = if object { b'}' } else { b']' };
        if self.skip_space() == closer {
            self.pos += 1;
            return self.close(self.pos);
        }
        if self.policy.indent {
            self.trivia();
            self.note_first_child();
        }
        self.next_child()
    }

    /// Closes the open container; its text ends at `end`.
    #[inline(never)]
    fn close(&mut self, end: usize) -> State {
        self.close_now(end)
    }

    #[inline]
    fn close_now(&mut self, end: usize) -> State {
        let after = self.sink.nodes.len() as u32;
        if let Some(node) = self.sink.nodes.get_mut(self.container as usize) {
            node.end = end as u32;
            node.after = after;
            node.link = self.count;
            self.container = node.parent;
        }
        self.depth -= 1;
        self.last = end;
        self.comma = None;
        if self.policy.indent {
            self.pop_level();
        }
        let Some(parent) = self.sink.nodes.get(self.container as usize) else {
            return State::Done;
        };
        self.count = parent.link;
        self.in_object = parent.kind == Kind::Object;
        State::After
    }

    /// Adds a node at the end of the open container; of a string, with the widths of its quotes.
    #[inline]
    fn push(&mut self, kind: Kind, range: Range<usize>, flags: u8, [open, close]: [u8; 2]) -> u32 {
        let id = self.sink.nodes.len() as u32;
        let (key_start, key_end, key_flags) = if self.in_object {
            (self.key.start, self.key.end, self.key.flags)
        } else {
            (NONE, self.count, 0)
        };
        self.count += 1;
        self.comma = None;
        self.sink.nodes.push(Node {
            start: range.start as u32,
            end: range.end as u32,
            key_start,
            key_end,
            parent: self.container,
            after: id + 1,
            link: 0,
            kind,
            flags: flags | key_flags,
            open,
            close,
        });
        id
    }

    /// Marks the last node.
    fn flag_last(&mut self, flag: u8) {
        if let Some(node) = self.sink.nodes.last_mut() {
            node.flags |= flag;
        }
    }

    /// Marks the open container.
    #[inline(never)]
    fn flag_container(&mut self, flag: u8) {
        if let Some(node) = self.sink.nodes.get_mut(self.container as usize) {
            node.flags |= flag;
        }
    }
}
