//! What the writer's indentation says about missing brackets. Used only when the brackets do not pair.

use super::{Reader, State};
use crate::node::NONE;

/// How an open container is laid out.
#[derive(Clone, Copy)]
pub(super) struct Level {
    /// Indentation of the line its bracket is in.
    own: u32,
    /// Begin of that line.
    line: usize,
    /// Indentation of its first child that begins a line, or `NONE`.
    children: u32,
    /// Indentation of the child container closed last, or `NONE`, and whether it is an object.
    closed: u32,
    closed_object: bool,
}

/// The line last asked for. Questions go forward through the text, so all lines together cost one walk.
pub(super) struct Line {
    pub(super) start: usize,
    /// Offset of its line break; `start` before the first question.
    pub(super) end: usize,
}

impl Reader<'_, '_> {
    /// Begin of the line of `at`, its indentation, and whether `at` is its first character.
    fn line_of(&mut self, at: usize) -> (usize, u32, bool) {
        if self.line.end == self.line.start {
            self.line.end = self.line_end(self.line.start);
        }
        while self.line.end < at.min(self.end) {
            self.line.start = self.line.end + 1;
            self.line.end = self.line_end(self.line.start);
        }
        let start = self.line.start;
        let first = self.skip_blanks(start);
        (start, (first - start) as u32, first >= at)
    }

    pub(super) fn push_level(&mut self, at: usize) {
        let (line, own, _) = self.line_of(at);
        self.levels.push(Level { own, line, children: NONE, closed: NONE, closed_object: false });
    }

    pub(super) fn pop_level(&mut self) {
        if let Some(level) = self.levels.pop()
            && let Some(parent) = self.levels.last_mut()
        {
            (parent.closed, parent.closed_object) = (level.own, self.in_object);
        }
    }

    /// The indentation of what stands at `pos`, if it begins a line, and not that of the open container's bracket.
    #[inline(never)]
    fn begun_line(&mut self) -> Option<u32> {
        let (line, indent, first) = self.line_of(self.pos);
        let level = self.levels.last()?;
        (first && level.line != line).then_some(indent)
    }

    /// In a container just opened: what begins at `pos` tells how its children are indented.
    pub(super) fn note_first_child(&mut self) {
        if let Some(indent) = self.begun_line()
            && !matches!(self.look(self.pos), b'}' | b']')
        {
            self.note_child(indent);
        }
    }

    fn note_child(&mut self, indent: u32) {
        if let Some(level) = self.levels.last_mut()
            && level.children == NONE
        {
            level.children = indent;
        }
    }

    /// Before a member or item at `pos`: if it begins a line indented like the children of a container further
    /// out, closes those between. Returns whether it closed any.
    pub(super) fn dedent(&mut self) -> bool {
        let Some(indent) = self.begun_line() else { return false };
        let Some(level) = self.levels.last().filter(|level| level.children != indent) else { return false };
        let known = self.levels.iter().rposition(|level| level.children == indent && level.own < indent);
        // Further in than the children of the container in question is only a careless line.
        let careless = level.own < indent && level.children == NONE;
        let Some(target) = known.filter(|_| !careless) else {
            self.note_child(indent);
            return false;
        };
        while self.levels.len() > target + 1 {
            self.close_unclosed();
        }
        true
    }

    /// The closing bracket `byte` at `pos`: if it begins a line indented like the line of a container further out,
    /// closes those between, and is still to be read; if it is indented like a child already closed, it closes
    /// nothing and is skipped.
    pub(super) fn close_by_indent(&mut self, byte: u8) -> Option<State> {
        let indent = self.begun_line()?;
        let level = self.levels.last().filter(|level| level.own != indent)?;
        let object = byte == b'}';
        if level.own < indent && level.closed == indent && level.closed_object == object {
            return Some(self.extra_closer());
        }
        let mut container = self.container;
        for outer in (0..self.levels.len()).rev() {
            let (outer, node) = (*self.levels.get(outer)?, *self.node(container));
            let same_kind = (node.kind == crate::Kind::Object) == object;
            if outer.own == indent && outer.line != self.line.start && same_kind {
                self.close_unclosed_to(container);
                return Some(State::After);
            }
            container = node.parent;
        }
        None
    }
}
