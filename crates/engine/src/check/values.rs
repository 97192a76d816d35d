//! Values of known fields: their state, and the checks that they may fail.
//!
//! Nearly all values of nearly all requests are plain texts, small numbers and truth values. They are done with
//! in place; everything else takes the long way.

use super::scratch::{EventKind, Scratch, State};
use super::seen::Value;
use super::walk::Walker;
use crate::eval::{Loc, Scope, View};
use crate::pack::FieldType;
use crate::placeholder;
use crate::program::{HotField, NONE, Plain, Program, Target, Words};
use crate::twins::mark;
use crate::verdict::{Trace, Verdict};
use acklint_document::{Document, Entry, Kind, NodeId};

/// A value, the field it is of, whether it is an item of the field's list, and the object it is in.
#[derive(Clone, Copy)]
pub(super) struct At {
    pub(super) node: NodeId,
    pub(super) field: u32,
    pub(super) item: bool,
    pub(super) inst: u32,
}

/// What a value means beyond the checks that it may fail: bits of its object, and conditions.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Meaning {
    bits: u64,
    /// Conditions that may be true because of it.
    marks: u32,
}

/// A value that is no text, as far as its checks can tell it from others.
#[derive(Clone, Copy)]
enum Plainly {
    Flag(bool),
    Whole(i64),
    /// By the number of its items.
    List(u32),
    Other,
}

impl Meaning {
    #[inline]
    fn note(self, scratch: &mut Scratch, at: At, info: &HotField) {
        if self.marks != 0 {
            scratch.mark(self.marks, at.inst);
        }
        let about = info.bits_of(at.item);
        if about != 0
            && let Some(object) = scratch.instances.get_mut(at.inst as usize)
        {
            object.bits = object.bits & !about | self.bits;
        }
    }
}

/// Notes the checks that hang on this value and may fail because of it, or because it is not known yet.
fn suspect(
    program: &Program,
    doc: &Document,
    scratch: &mut Scratch,
    (at, info): (At, &HotField),
    known: bool,
) -> Meaning {
    let (mut last, mut verdict) = (NONE, Verdict::Unknown);
    let mut meaning = Meaning::default();
    for guard in program.guards.run(info.guards_of(at.item)) {
        // Checks with the same condition stand together; it is decided once.
        if guard.op != last {
            last = guard.op;
            if known {
                let view = View { program, doc, scratch };
                verdict = view.eval(guard.op, &Scope::alone(Loc::Node(at.node)), &mut Trace::Off);
            }
        }
        if verdict != Verdict::Unknown && !verdict.is(guard.verdict) {
            continue;
        }
        match guard.target {
            Target::Check(check) => scratch.suspects.push(mark(check, at.inst)),
            Target::Bit(bit) => meaning.bits |= 1 << bit,
            Target::Condition(id) => meaning.marks |= 1 << id,
        }
    }
    meaning.note(scratch, at, info);
    meaning
}

/// The items of a list hang the same checks on their owner; a check is made once for each object.
fn once(suspects: &mut Vec<u64>, before: usize) {
    let mut kept = before;
    for at in before..suspects.len() {
        let Some(this) = suspects.get(at).copied() else { break };
        // As many as hang on one field: few.
        if !suspects.get(before..kept).is_some_and(|those| those.contains(&this)) {
            suspects.swap(kept, at);
            kept += 1;
        }
    }
    suspects.truncate(kept);
}

impl<'w> Walker<'w> {
    /// The state of a value, and the checks that it may fail.
    #[allow(clippy::inline_always)]
    #[inline(always)] // twice: most members and most items end here
    pub(super) fn value(&mut self, entry: Entry<'w>, at: At, info: &HotField) -> State {
        match info.plain_of(at.item) {
            Plain::Text => {
                if let Some(text) = entry.plain_bytes()
                    && !text.is_empty()
                {
                    return self.plain_text((entry, text), at, info);
                }
            }
            Plain::Whole => {
                if let Some(number) = entry.small_integer() {
                    return self.plain_value(Plainly::Whole(number), at, info);
                }
            }
            Plain::Flag => {
                if let kind @ (Kind::True | Kind::False) = entry.kind() {
                    return self.plain_value(Plainly::Flag(kind == Kind::True), at, info);
                }
            }
            Plain::No => {}
        }
        self.other_value(at, info)
    }

    #[allow(clippy::inline_always)]
    #[inline(always)]
    fn plain_value(&mut self, value: Plainly, at: At, info: &HotField) -> State {
        if info.guards_of(at.item).len > 0 {
            self.known_value(value, at, info);
        }
        State::Known
    }

    /// A known value that is no text.
    fn known_value(&mut self, value: Plainly, at: At, info: &HotField) {
        let (kind, value) = match value {
            Plainly::Flag(flag) => (0, u64::from(flag)),
            Plainly::Whole(number) => (1, number.cast_unsigned()),
            Plainly::List(len) => (2, u64::from(len)),
            Plainly::Other => (3, 0),
        };
        let words = Words::of_value(2 * kind + u8::from(at.item), value);
        if self.seen((words, &[]), at, info) {
            return;
        }
        let before = self.scratch.suspects.len();
        let meaning = suspect(self.program, self.doc, self.scratch, (at, info), true);
        self.keep((words, &[]), before, (at, info), meaning);
    }

    /// Notes what a value means that was met before, if it was.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    fn seen(&mut self, value: Value<'_>, at: At, info: &HotField) -> bool {
        let Scratch { seen, suspects, .. } = &mut *self.scratch;
        let Some((checks, meaning)) = seen.checks(at.field, value) else { return false };
        suspects.extend(checks.iter().map(|check| mark(*check, at.inst)));
        meaning.note(self.scratch, at, info);
        true
    }

    /// Keeps what a value means; the checks it may fail are those noted since `before`.
    fn keep(&mut self, value: Value<'_>, before: usize, (at, info): (At, &HotField), meaning: Meaning) {
        let Scratch { seen, suspects, .. } = &mut *self.scratch;
        let checks = suspects.get(before..).unwrap_or_default();
        let most = info.guards_of(at.item).len as usize;
        seen.keep(at.field, value, (checks, most), meaning);
    }

    #[inline(never)]
    fn other_value(&mut self, at: At, info: &HotField) -> State {
        let kind = self.doc.kind(at.node);
        if info.removed && !at.item {
            self.event(EventKind::Removed, at.node, at.field);
        }
        let state = match kind {
            Kind::String => self.string(at, info),
            Kind::Null if at.item => self.wrong_type(at),
            Kind::Null => {
                self.event(EventKind::Null, at.node, at.field);
                State::Unset
            }
            Kind::Broken => State::Broken,
            _ => self.typed(at, info, kind),
        };
        if state != State::Known {
            self.scratch.set_state(at.node, state);
        }
        if info.guards_of(at.item).len > 0 && state != State::Unset {
            let known = state == State::Known;
            if known && kind != Kind::String {
                self.known_value(self.plainly(at.node, kind), at, info);
            } else {
                // A text with escapes is not known yet.
                let known = known && !info.embedded && !self.doc.string_has_escapes(at.node);
                suspect(self.program, self.doc, self.scratch, (at, info), known);
            }
        }
        state
    }

    fn plainly(&self, node: NodeId, kind: Kind) -> Plainly {
        match kind {
            Kind::Number => self.doc.integer(node).map_or(Plainly::Other, Plainly::Whole),
            Kind::True | Kind::False => Plainly::Flag(kind == Kind::True),
            Kind::Array if !self.doc.is_incomplete(node) => Plainly::List(self.doc.child_count(node)),
            _ => Plainly::Other,
        }
    }

    fn string(&mut self, at: At, info: &HotField) -> State {
        let raw = self.doc.raw(at.node);
        let ty = info.type_of(at.item);
        let embedded = info.embedded && ty == FieldType::String;
        if self.doc.is_doubtful(at.node) {
            return State::Broken;
        }
        if raw.is_empty() {
            return State::Unset;
        }
        if !embedded && placeholder::suspicious(raw.as_bytes()) && placeholder::is(raw, info.secret) {
            return self.placeholder(at);
        }
        match ty {
            FieldType::String => {
                if embedded {
                    self.scratch.set_owner(at.node, at.inst);
                }
                if embedded || self.doc.string_has_escapes(at.node) {
                    self.scratch.pending.push((at.node, at.field));
                }
                State::Known
            }
            FieldType::Any => {
                if self.doc.string_has_escapes(at.node) {
                    // What may be anything is no placeholder.
                    self.scratch.pending.push((at.node, NONE));
                }
                State::Known
            }
            _ => self.wrong_type(at),
        }
    }

    /// Most values of most requests: a text as it stands.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    fn plain_text(&mut self, (entry, raw): (Entry<'w>, &[u8]), at: At, info: &HotField) -> State {
        let guards = info.guards_of(at.item);
        // Secrets are not kept.
        let kept = guards.len > 0 && !info.secret;
        if kept && self.seen((Words::of(raw), raw), at, info) {
            return State::Known;
        }
        if guards.len == 0 && !placeholder::suspicious(raw) {
            return State::Known;
        }
        self.new_text(entry.plain_text().unwrap_or_default(), at, info)
    }

    #[inline(never)]
    fn new_text(&mut self, raw: &str, at: At, info: &HotField) -> State {
        let guards = info.guards_of(at.item);
        let before = self.scratch.suspects.len();
        if placeholder::suspicious(raw.as_bytes()) && placeholder::is(raw, info.secret) {
            let state = self.placeholder(at);
            self.scratch.set_state(at.node, state);
            suspect(self.program, self.doc, self.scratch, (at, info), false);
            return state;
        }
        if guards.len == 0 {
            return State::Known;
        }
        let meaning = suspect(self.program, self.doc, self.scratch, (at, info), true);
        if !info.secret {
            self.keep((Words::of(raw.as_bytes()), raw.as_bytes()), before, (at, info), meaning);
        }
        State::Known
    }

    fn placeholder(&mut self, at: At) -> State {
        self.event(EventKind::Placeholder, at.node, at.field);
        State::Placeholder
    }

    fn typed(&mut self, at: At, info: &HotField, kind: Kind) -> State {
        match (info.type_of(at.item), kind) {
            (FieldType::Boolean, Kind::True | Kind::False) | (FieldType::Number, Kind::Number) => {
                State::Known
            }
            (FieldType::Integer, Kind::Number) => {
                if self.doc.is_doubtful(at.node) {
                    State::Broken
                } else if self.doc.integer(at.node).is_some() {
                    State::Known
                } else {
                    self.wrong_type(at)
                }
            }
            (FieldType::Object, Kind::Object) if info.child != NONE => {
                self.object(at.node, info.child, at.inst);
                State::Known
            }
            (FieldType::Array, Kind::Array) if !at.item => self.array(at, info),
            (FieldType::Object | FieldType::Map, Kind::Object) | (FieldType::Any, _) => {
                self.loose(at.node);
                State::Known
            }
            _ => {
                self.loose(at.node);
                self.wrong_type(at)
            }
        }
    }

    fn array(&mut self, at: At, info: &HotField) -> State {
        let mut state = State::Unset;
        let before = self.scratch.suspects.len();
        let doc: &'w Document = self.doc;
        for (child, entry) in doc.entries(at.node) {
            state = State::Known;
            self.value(entry, At { node: child, item: true, ..at }, info);
        }
        if info.child == NONE && self.scratch.suspects.len() > before + 1 {
            once(&mut self.scratch.suspects, before);
        }
        if state == State::Unset && self.doc.is_incomplete(at.node) { State::Broken } else { state }
    }

    fn wrong_type(&mut self, at: At) -> State {
        self.event(EventKind::WrongType, at.node, at.field);
        State::WrongType
    }
}
