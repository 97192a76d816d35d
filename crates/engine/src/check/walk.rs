//! One pass over the tree: members find their fields, values their state, objects their place in a table
//! that rules look up by number.

#![allow(clippy::inline_always)] // the walk is one loop over most of a request; calls in it were measured

use super::scratch::{Event, EventKind, Instance, Scratch, State};
use crate::eval::Quick;
use crate::pack::FieldType;
use crate::placeholder;
use crate::program::{FACTS_BIT, FACTS_SHAPE, HotField, NONE, Plain, Program, Words};
use crate::verdict::Verdict;
use acklint_document::{Document, Entry, Kind, NodeId};

/// Fills `scratch` from `doc`. Strings with escapes in known fields are decoded, documents in strings read. What is
/// attached to `doc` are the facts.
pub(crate) fn walk(program: &Program, doc: &mut Document, scratch: &mut Scratch) {
    scratch.seen.begin(program);
    scratch.reset(program, doc.len());
    let facts = doc.attached();
    scratch.given = u128::from(facts.is_some()) << FACTS_BIT;
    {
        let mut walker = Walker { program, doc, scratch };
        if doc.kind(NodeId::ROOT) == Kind::Object {
            walker.object(NodeId::ROOT, 0, NONE);
        } else {
            walker.loose(NodeId::ROOT);
        }
    }
    decode(program, doc, scratch);
    if scratch.twins {
        scratch.suspects.sort_unstable();
        scratch.suspects.dedup();
    }
    if let Some(root) = facts {
        let events = scratch.events.len();
        scratch.facts = Walker { program, doc, scratch }.object(root, FACTS_SHAPE, NONE);
        decode(program, doc, scratch);
        // Nobody wrote the facts, so nothing is to be said about their form.
        scratch.events.truncate(events);
    }
}

/// What waits for its text to be decoded.
fn decode(program: &Program, doc: &mut Document, scratch: &mut Scratch) {
    while let Some((node, field)) = scratch.pending.pop() {
        let embedded = program.fields.get(field as usize).is_some_and(|f| f.embedded);
        if embedded {
            embed(program, doc, scratch, node, field);
        } else {
            doc.decode(node);
            Walker { program, doc, scratch }.text_state(node, field);
        }
    }
}

fn embed(program: &Program, doc: &mut Document, scratch: &mut Scratch, node: NodeId, field: u32) {
    let Some(root) = doc.embed(node) else { return };
    scratch.grow(doc.len());
    let child = program.fields.get(field as usize).map_or(NONE, |f| f.child);
    let sound = doc.embedded_defects(node).is_empty() && doc.kind(root) == Kind::Object;
    let mut walker = Walker { program, doc, scratch };
    if !sound {
        walker.text_state(node, field);
    } else if child != NONE {
        let owner = walker.scratch.owner_of.get(node.index()).copied().unwrap_or(NONE);
        let inst = walker.object(root, child, owner);
        walker.scratch.set_instance(node, inst);
    }
}

/// A value, the field it is of, whether it is an item of the field's list, and the object it is in.
#[derive(Clone, Copy)]
struct At {
    node: NodeId,
    field: u32,
    item: bool,
    inst: u32,
}

/// Notes the checks that hang on this value and may fail because of it; `None` is a value not known yet.
fn suspect(program: &Program, scratch: &mut Scratch, (at, info): (At, &HotField), value: Option<Quick<'_>>) {
    let (mut last, mut verdict) = (NONE, Verdict::Unknown);
    for guard in program.guards.get(info.guards_of(at.item).range()).unwrap_or_default() {
        // Checks with the same condition stand together; it is decided once.
        if guard.op != last {
            last = guard.op;
            verdict = value.map_or(Verdict::Unknown, |value| program.quick(guard.op, value));
        }
        if verdict == Verdict::Unknown || verdict.is(guard.verdict) {
            scratch.suspects.push((guard.check, at.inst));
        }
    }
}

/// The items of a list hang the same checks on their owner; a check is made once for each object.
fn once(suspects: &mut Vec<(u32, u32)>, before: usize) {
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

struct Walker<'w> {
    program: &'w Program,
    doc: &'w Document,
    scratch: &'w mut Scratch,
}

impl<'w> Walker<'w> {
    /// An object of a known shape. Returns its instance.
    fn object(&mut self, node: NodeId, shape_id: u32, parent: u32) -> u32 {
        let program = self.program;
        let Some(shape) = program.shapes.get(shape_id as usize) else { return NONE };
        let inst = self.scratch.instances.len() as u32;
        let slots = self.scratch.slots.len();
        self.scratch.slots.resize(slots + shape.fields.len as usize, NodeId::ROOT);
        self.scratch.instances.push(Instance { node, shape: shape_id, slots: slots as u32, parent, set: 0 });
        self.scratch.set_instance(node, inst);
        self.scratch.list(shape_id, inst);
        let mut unknown = 0u32;
        let mut set = [0u64; 2];
        let mut last = program.fields.len() + shape_id as usize;
        let doc: &'w Document = self.doc;
        for child in doc.children(node) {
            let entry = doc.entry(child);
            let slot = match entry.plain_key() {
                Some(key) => {
                    let words = Words::of(key);
                    // Requests name members in the same order again and again.
                    let guess = self.scratch.after.get(last).map_or(0, |slot| u32::from(*slot));
                    if guess < shape.fields.len && program.is_named(shape.fields.start + guess, key, words) {
                        Some(guess)
                    } else {
                        program.slot_of(shape, key, words)
                    }
                }
                None => doc.key(child).and_then(|key| program.slot(shape, key.as_bytes())),
            };
            let Some(slot) = slot else {
                unknown += 1;
                self.event(EventKind::UnknownField, child, shape_id);
                self.loose(child);
                continue;
            };
            if let Some(after) = self.scratch.after.get_mut(last) {
                *after = slot as u16;
            }
            last = (shape.fields.start + slot) as usize;
            if let Some(place) = self.scratch.slots.get_mut(slots + slot as usize) {
                let first = std::mem::replace(place, child);
                if first != NodeId::ROOT {
                    self.scratch.twins = true;
                    let kind = EventKind::Duplicate;
                    self.scratch.events.push(Event { kind, node: child, other: first, of: NONE });
                }
            }
            let Some(info) = program.hot.get((shape.fields.start + slot) as usize) else { continue };
            let at = At { node: child, field: shape.fields.start + slot, item: false, inst };
            if self.value(entry, at, info) != State::Unset {
                if let (Some(half), 0..FACTS_BIT) = (set.get_mut(slot as usize / 64), slot) {
                    *half |= 1 << (slot % 64);
                }
            }
        }
        let [low, high] = set;
        let mut set = u128::from(low) | u128::from(high) << 64 | self.scratch.given;
        if self.doc.is_incomplete(node) {
            // Members may be missing because the text is broken: no check may be passed over for that.
            set = u128::MAX;
        }
        if let Some(i) = self.scratch.instances.get_mut(inst as usize) {
            i.set = set;
        }
        if unknown > 1 {
            self.duplicates(node, Some(shape_id));
        }
        inst
    }

    /// The state of a value, and the checks that it may fail.
    #[inline(always)] // twice: most members and most items end here
    fn value(&mut self, entry: Entry<'w>, at: At, info: &HotField) -> State {
        match info.plain_of(at.item) {
            Plain::Text => {
                if let Some(text) = entry.plain_text()
                    && !text.is_empty()
                {
                    return self.plain_text(text, at, info);
                }
            }
            Plain::Whole => {
                if let Some(number) = entry.small_integer() {
                    return self.plain_value(Quick::Int(number), at, info);
                }
            }
            Plain::Flag => {
                if let kind @ (Kind::True | Kind::False) = entry.kind() {
                    return self.plain_value(Quick::Bool(kind == Kind::True), at, info);
                }
            }
            Plain::No => {}
        }
        self.other_value(at, info)
    }

    #[inline(always)]
    fn plain_value(&mut self, value: Quick<'_>, at: At, info: &HotField) -> State {
        if info.guards_of(at.item).len > 0 {
            suspect(self.program, self.scratch, (at, info), Some(value));
        }
        State::Known
    }

    #[inline(never)]
    fn other_value(&mut self, at: At, info: &HotField) -> State {
        let kind = self.doc.kind(at.node);
        if info.removed && !at.item {
            self.event(EventKind::Removed, at.node, at.field);
        }
        if kind == Kind::String {
            return self.string(at, info);
        }
        let state = match kind {
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
            let value = (state == State::Known).then(|| match kind {
                Kind::Number => self.doc.integer(at.node).map_or(Quick::Other, Quick::Int),
                Kind::True | Kind::False => Quick::Bool(kind == Kind::True),
                Kind::Array if !self.doc.is_incomplete(at.node) => Quick::List(self.doc.child_count(at.node)),
                _ => Quick::Other,
            });
            suspect(self.program, self.scratch, (at, info), value);
        }
        state
    }

    fn string(&mut self, at: At, info: &HotField) -> State {
        let raw = self.doc.raw(at.node);
        let text = info.type_of(at.item) == FieldType::String;
        let state = if self.doc.is_doubtful(at.node) {
            State::Broken
        } else if raw.is_empty() {
            State::Unset
        } else if info.embedded && text {
            self.scratch.pending.push((at.node, at.field));
            self.scratch.set_owner(at.node, at.inst);
            State::Known
        } else if placeholder::suspicious(raw) && placeholder::is(raw, info.secret) {
            self.placeholder(at)
        } else if text {
            if self.doc.string_has_escapes(at.node) {
                self.scratch.pending.push((at.node, at.field));
            }
            State::Known
        } else if info.type_of(at.item) == FieldType::Any {
            State::Known
        } else {
            self.wrong_type(at)
        };
        if state != State::Known {
            self.scratch.set_state(at.node, state);
        }
        if state != State::Unset {
            let known = state == State::Known && !info.embedded && !self.doc.string_has_escapes(at.node);
            let value = known.then_some(Quick::Text(raw));
            suspect(self.program, self.scratch, (at, info), value);
        }
        state
    }

    /// Most values of most requests: a text as it stands.
    #[inline(always)]
    fn plain_text(&mut self, raw: &str, at: At, info: &HotField) -> State {
        let guards = info.guards_of(at.item);
        // Secrets are not kept.
        let kept = guards.len > 0 && !info.secret;
        let Scratch { seen, suspects, .. } = &mut *self.scratch;
        if kept && let Some(checks) = seen.checks(at.field, raw) {
            suspects.extend(checks.iter().map(|check| (*check, at.inst)));
            return State::Known;
        }
        if guards.len == 0 && !placeholder::suspicious(raw) {
            return State::Known;
        }
        self.new_text(raw, at, info)
    }

    #[inline(never)]
    fn new_text(&mut self, raw: &str, at: At, info: &HotField) -> State {
        let guards = info.guards_of(at.item);
        let before = self.scratch.suspects.len();
        if placeholder::suspicious(raw) && placeholder::is(raw, info.secret) {
            let state = self.placeholder(at);
            self.scratch.set_state(at.node, state);
            suspect(self.program, self.scratch, (at, info), None);
            return state;
        }
        if guards.len > 0 {
            suspect(self.program, self.scratch, (at, info), Some(Quick::Text(raw)));
        }
        if guards.len > 0 && !info.secret {
            let Scratch { seen, suspects, .. } = &mut *self.scratch;
            let checks = suspects.get(before..).unwrap_or_default();
            seen.keep(at.field, raw, checks.iter().map(|(check, _)| *check));
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
        for child in doc.children(at.node) {
            state = State::Known;
            self.value(doc.entry(child), At { node: child, item: true, ..at }, info);
        }
        if info.child == NONE && self.scratch.suspects.len() > before + 1 {
            once(&mut self.scratch.suspects, before);
        }
        if state == State::Unset && self.doc.is_incomplete(at.node) { State::Broken } else { state }
    }

    /// Text whose escapes are decoded now: it may turn out to be a placeholder only then.
    fn text_state(&mut self, node: NodeId, field: u32) {
        let secret = self.program.fields.get(field as usize).is_some_and(|f| f.secret);
        let hole = self.doc.string(node).is_some_and(|text| placeholder::is(&text, secret));
        if hole {
            self.event(EventKind::Placeholder, node, field);
            self.scratch.set_state(node, State::Placeholder);
        }
    }

    /// A value no field describes: only its member names are looked at.
    fn loose(&mut self, node: NodeId) {
        match self.doc.kind(node) {
            Kind::Object => {
                self.duplicates(node, None);
                for child in self.doc.children(node) {
                    self.loose(child);
                }
            }
            Kind::Array => {
                for child in self.doc.children(node) {
                    self.loose(child);
                }
            }
            _ => {}
        }
    }

    /// Members that stand twice in an object, among those that `shape` does not know.
    fn duplicates(&mut self, node: NodeId, shape: Option<u32>) {
        let program = self.program;
        let shape = shape.and_then(|s| program.shapes.get(s as usize));
        let mut members: Vec<(std::borrow::Cow<'_, str>, NodeId)> = self
            .doc
            .children(node)
            .filter_map(|child| Some((self.doc.key(child)?, child)))
            .filter(|(key, _)| shape.is_none_or(|s| program.slot(s, key.as_bytes()).is_none()))
            .collect();
        members.sort();
        let mut first: Option<(&str, NodeId)> = None;
        for (key, child) in &members {
            match first {
                Some((name, node)) if name == key => self.scratch.events.push(Event {
                    kind: EventKind::Duplicate,
                    node: *child,
                    other: node,
                    of: NONE,
                }),
                _ => first = Some((key, *child)),
            }
        }
    }

    fn wrong_type(&mut self, at: At) -> State {
        self.event(EventKind::WrongType, at.node, at.field);
        State::WrongType
    }

    fn event(&mut self, kind: EventKind, node: NodeId, of: u32) {
        self.scratch.events.push(Event { kind, node, other: NodeId::ROOT, of });
    }
}
