//! One pass over the tree: members find their fields, values their state, objects their place in a table
//! that rules look up by number.

use super::scratch::{Event, EventKind, Instance, Scratch, State};
use crate::eval::Quick;
use crate::pack::{FieldStatus, FieldType};
use crate::placeholder;
use crate::program::{FACTS_BIT, FACTS_SHAPE, FieldInfo, NONE, Program};
use crate::verdict::Verdict;
use acklint_document::{Document, Kind, NodeId};

/// Fills `scratch` from `doc`. Strings with escapes in known fields are decoded, documents in strings read. What is
/// attached to `doc` are the facts.
pub(crate) fn walk(program: &Program, doc: &mut Document, scratch: &mut Scratch) {
    scratch.seen.begin(program);
    scratch.reset(program.shapes.len(), program.conditions.len(), doc.len());
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

struct Walker<'w> {
    program: &'w Program,
    doc: &'w Document,
    scratch: &'w mut Scratch,
}

impl Walker<'_> {
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
        let mut set = self.scratch.given;
        for child in self.doc.children(node) {
            let slot = match self.doc.raw_key(child) {
                Some(raw) if !self.doc.key_has_escapes(child) => program.slot(shape, raw),
                _ => self.doc.key(child).and_then(|key| program.slot(shape, &key)),
            };
            let Some(slot) = slot else {
                unknown += 1;
                self.event(EventKind::UnknownField, child, shape_id);
                self.loose(child);
                continue;
            };
            let at = slots + slot as usize;
            if let Some(place) = self.scratch.slots.get_mut(at) {
                if *place != NodeId::ROOT {
                    let first = *place;
                    self.scratch.events.push(Event {
                        kind: EventKind::Duplicate,
                        node: child,
                        other: first,
                        of: NONE,
                    });
                }
                if let Some(place) = self.scratch.slots.get_mut(at) {
                    *place = child;
                }
            }
            let state = self.value(child, shape.fields.start + slot, inst);
            if slot < FACTS_BIT && state != State::Unset {
                set |= 1 << slot;
            }
        }
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

    fn value(&mut self, node: NodeId, field: u32, inst: u32) -> State {
        let Some(info) = self.program.fields.get(field as usize) else { return State::Known };
        let kind = self.doc.kind(node);
        if info.status == FieldStatus::Removed {
            self.event(EventKind::Removed, node, field);
        }
        let state = match kind {
            Kind::Null => {
                self.event(EventKind::Null, node, field);
                State::Unset
            }
            Kind::Broken => State::Broken,
            Kind::String => self.string(node, field, false, inst),
            _ => self.typed(node, field, info, kind, inst),
        };
        self.scratch.set_state(node, state);
        if kind != Kind::String {
            self.suspect((node, kind, state), field, false, inst);
        }
        state
    }

    /// Notes the checks that hang on this value and may fail because of it.
    fn suspect(&mut self, at: (NodeId, Kind, State), field: u32, item: bool, inst: u32) {
        let (node, kind, state) = at;
        let Some(info) = self.program.fields.get(field as usize) else { return };
        if state == State::Unset {
            return;
        }
        let value = match (state, kind) {
            // Decoded later, or read as a document: not known yet.
            (State::Known, Kind::String) if info.embedded || self.doc.string_has_escapes(node) => None,
            (State::Known, Kind::String) => Some(Quick::Text(self.doc.raw(node))),
            (State::Known, Kind::Number) => Some(self.doc.integer(node).map_or(Quick::Other, Quick::Int)),
            (State::Known, Kind::True | Kind::False) => Some(Quick::Bool(kind == Kind::True)),
            (State::Known, _) => Some(Quick::Other),
            _ => None,
        };
        let program = self.program;
        let before = self.scratch.suspects.len();
        let (mut last, mut verdict) = (NONE, Verdict::Unknown);
        for guard in program.guards.get(info.guards.range()).unwrap_or_default() {
            if guard.item != item {
                continue;
            }
            // Checks with the same condition stand together; it is decided once.
            if guard.op != last {
                last = guard.op;
                verdict = value.map_or(Verdict::Unknown, |value| program.quick(guard.op, value));
            }
            if verdict == Verdict::Unknown || verdict.is(guard.verdict) {
                self.scratch.suspects.push((guard.check, inst));
            }
        }
        // Secrets are not kept.
        if let Some(Quick::Text(text)) = value
            && !info.secret
        {
            let suspects = self.scratch.suspects.get(before..).unwrap_or_default();
            self.scratch.seen.keep(field, text, suspects.iter().map(|(check, _)| *check));
        }
    }

    fn string(&mut self, node: NodeId, field: u32, item: bool, inst: u32) -> State {
        let Some(info) = self.program.fields.get(field as usize) else { return State::Known };
        let ty = if item { info.items.unwrap_or(FieldType::Any) } else { info.ty };
        let raw = self.doc.raw(node);
        let escaped = self.doc.string_has_escapes(node);
        if ty == FieldType::String
            && !escaped
            && !raw.is_empty()
            && let Some(checks) = self.scratch.seen.checks(field, raw)
            && !self.doc.is_doubtful(node)
        {
            self.scratch.suspects.extend(checks.iter().map(|check| (*check, inst)));
            return State::Known;
        }
        let state = if self.doc.is_doubtful(node) {
            State::Broken
        } else if raw.is_empty() {
            State::Unset
        } else if info.embedded && ty == FieldType::String {
            self.scratch.pending.push((node, field));
            self.scratch.set_owner(node, inst);
            State::Known
        } else if placeholder::suspicious(raw) && placeholder::is(raw, info.secret) {
            self.event(EventKind::Placeholder, node, field);
            State::Placeholder
        } else if ty == FieldType::String {
            if escaped {
                self.scratch.pending.push((node, field));
            }
            State::Known
        } else if ty == FieldType::Any {
            State::Known
        } else {
            self.wrong_type(node, field)
        };
        self.suspect((node, Kind::String, state), field, item, inst);
        state
    }

    fn typed(&mut self, node: NodeId, field: u32, info: &FieldInfo, kind: Kind, inst: u32) -> State {
        match (info.ty, kind) {
            (FieldType::Boolean, Kind::True | Kind::False) => State::Known,
            (FieldType::Integer, Kind::Number) => {
                if self.doc.is_doubtful(node) {
                    State::Broken
                } else if self.doc.integer(node).is_some() {
                    State::Known
                } else {
                    self.wrong_type(node, field)
                }
            }
            (FieldType::Number, Kind::Number) => State::Known,
            (FieldType::Object, Kind::Object) => {
                if info.child == NONE {
                    self.loose(node);
                } else {
                    self.object(node, info.child, inst);
                }
                State::Known
            }
            (FieldType::Map, Kind::Object) => {
                self.loose(node);
                State::Known
            }
            (FieldType::Array, Kind::Array) => self.array(node, field, info, inst),
            (FieldType::Any, _) => {
                self.loose(node);
                State::Known
            }
            _ => {
                self.loose(node);
                self.wrong_type(node, field)
            }
        }
    }

    fn array(&mut self, node: NodeId, field: u32, info: &FieldInfo, inst: u32) -> State {
        let mut state = State::Unset;
        let item = FieldInfo { ty: info.items.unwrap_or(FieldType::Any), items: None, ..*info };
        for child in self.doc.children(node) {
            state = State::Known;
            let kind = self.doc.kind(child);
            let item_state = match kind {
                Kind::Null => self.wrong_type(child, field),
                Kind::Broken => State::Broken,
                Kind::String => self.string(child, field, true, inst),
                _ => self.typed(child, field, &item, kind, inst),
            };
            self.scratch.set_state(child, item_state);
            if kind != Kind::String {
                self.suspect((child, kind, item_state), field, true, inst);
            }
        }
        if state == State::Unset && self.doc.is_incomplete(node) { State::Broken } else { state }
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
            .filter(|(key, _)| shape.is_none_or(|s| program.slot(s, key).is_none()))
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

    fn wrong_type(&mut self, node: NodeId, field: u32) -> State {
        self.event(EventKind::WrongType, node, field);
        State::WrongType
    }

    fn event(&mut self, kind: EventKind, node: NodeId, of: u32) {
        self.scratch.events.push(Event { kind, node, other: NodeId::ROOT, of });
    }
}
