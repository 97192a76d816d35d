//! One pass over the tree: members find their fields, values their state, objects their place in a table
//! that rules look up by number.

#![allow(clippy::inline_always)] // the walk is one loop over most of a request; calls in it were measured

use super::scratch::{Event, EventKind, Instance, Scratch, State};
use super::values::At;
use crate::placeholder;
use crate::program::{FACTS_BIT, FACTS_SHAPE, HotField, NONE, Program, Shape, Words};
use crate::twins::{hash_on, mark, twins};
use acklint_document::{Document, Kind, NodeId, sort_marks};

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
        sort_marks(&mut scratch.suspects);
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
        doc.decode(node);
        match program.fields.get(field as usize) {
            Some(info) if info.embedded => embed(program, doc, scratch, node, field),
            Some(_) => Walker { program, doc, scratch }.text_state(node, field),
            None => {}
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
    }
    if sound && child != NONE {
        let owner = walker.scratch.owner_of.get(node.index()).copied().unwrap_or(NONE);
        let inst = walker.object(root, child, owner);
        walker.scratch.set_instance(node, inst);
    }
}

pub(super) struct Walker<'w> {
    pub(super) program: &'w Program,
    pub(super) doc: &'w Document,
    pub(super) scratch: &'w mut Scratch,
}

impl<'w> Walker<'w> {
    /// An object of a known shape. Returns its instance.
    pub(super) fn object(&mut self, node: NodeId, shape_id: u32, parent: u32) -> u32 {
        let program = self.program;
        let Some(shape) = program.shapes.get(shape_id as usize) else { return NONE };
        let inst = self.scratch.instances.len() as u32;
        let slots = self.scratch.slots.len();
        self.scratch.slots.resize(slots + shape.fields.len as usize, NodeId::ROOT);
        self.scratch.instances.push(Instance {
            node,
            shape: shape_id,
            slots: slots as u32,
            parent,
            set: 0,
            bits: shape.bits,
        });
        self.scratch.set_instance(node, inst);
        self.scratch.list(shape_id, inst);
        let mut unknown = 0u32;
        let mut set = [0u64; 2];
        let mut last = program.fields.len() + shape_id as usize;
        let doc: &'w Document = self.doc;
        for (child, entry) in doc.entries(node) {
            let found = match entry.plain_key() {
                Some(key) => self.field(shape, key, last),
                None => self.escaped(shape, child),
            };
            let Some((slot, info)) = found else {
                unknown += 1;
                self.unknown_member(child, shape_id);
                continue;
            };
            last = (shape.fields.start + slot) as usize;
            self.fill(slots + slot as usize, child, inst);
            let at = At { node: child, field: shape.fields.start + slot, item: false, inst };
            let is_set = self.value(entry, at, info) != State::Unset;
            let (half, bit) = info.set;
            if is_set && let Some(half) = set.get_mut(usize::from(half)) {
                *half |= bit;
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

    /// The field of a member by its name, and its slot; `last` is the place in `after` of the member before it.
    #[allow(clippy::inline_always)] // for every member
    #[inline(always)]
    fn field(&mut self, shape: &Shape, key: &[u8], last: usize) -> Option<(u32, &'w HotField)> {
        let (program, words) = (self.program, Words::of(key));
        let after = self.scratch.after.get_mut(last)?;
        // Requests name members in the same order again and again.
        let guess = u32::from(*after);
        if guess < shape.fields.len
            && let Some(field) = program.hot.get((shape.fields.start + guess) as usize)
            && field.is_named(&program.strings, key, words)
        {
            return Some((guess, field));
        }
        let slot = program.slot_of(shape, key, words)?;
        *after = slot as u16;
        Some((slot, program.hot.get((shape.fields.start + slot) as usize)?))
    }

    /// The same for a name with escapes.
    #[cold]
    #[inline(never)]
    fn escaped(&self, shape: &Shape, member: NodeId) -> Option<(u32, &'w HotField)> {
        let slot = self.program.slot(shape, self.doc.key(member)?.as_bytes())?;
        Some((slot, self.program.hot.get((shape.fields.start + slot) as usize)?))
    }

    /// Puts a member where rules find it. Of two with the same name the last one counts, as for every reader.
    #[allow(clippy::inline_always)] // for every member
    #[inline(always)]
    fn fill(&mut self, slot: usize, member: NodeId, inst: u32) {
        let Some(place) = self.scratch.slots.get_mut(slot) else { return };
        let first = std::mem::replace(place, member);
        if first != NodeId::ROOT {
            self.twin(inst, first, member);
        }
    }

    /// What was said of the first of two members does not hold any more.
    #[cold]
    #[inline(never)]
    fn twin(&mut self, inst: u32, first: NodeId, member: NodeId) {
        self.duplicate(first, member);
        self.scratch.twins = true;
        if let Some(instance) = self.scratch.instances.get_mut(inst as usize) {
            instance.bits = u64::MAX;
        }
    }

    fn duplicate(&mut self, first: NodeId, member: NodeId) {
        let event = Event { kind: EventKind::Duplicate, node: member, other: first, of: NONE };
        self.scratch.events.push(event);
    }

    #[cold]
    #[inline(never)]
    fn unknown_member(&mut self, member: NodeId, shape: u32) {
        self.event(EventKind::UnknownField, member, shape);
        self.loose(member);
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
    pub(super) fn loose(&mut self, node: NodeId) {
        if self.doc.kind(node) == Kind::Object {
            self.duplicates(node, None);
        }
        for child in self.doc.children(node) {
            self.loose(child);
        }
    }

    /// Members that stand twice in an object, among those that `shape` does not know.
    fn duplicates(&mut self, node: NodeId, shape: Option<u32>) {
        let (program, doc) = (self.program, self.doc);
        let shape = shape.and_then(|s| program.shapes.get(s as usize));
        let (mut members, mut marks) = (vec![], vec![]);
        for child in doc.children(node) {
            let key = doc.key(child).unwrap_or_default();
            if shape.is_none_or(|s| program.slot(s, key.as_bytes()).is_none()) {
                marks.push(mark(hash_on(0, &key), members.len() as u32));
                members.push(child);
            }
        }
        let member = |at: u32| members.get(at as usize).copied().unwrap_or(node);
        twins(&mut marks, &|a, b| doc.key(member(a)) == doc.key(member(b)), &mut |first, second| {
            self.duplicate(member(first), member(second));
        });
    }

    pub(super) fn event(&mut self, kind: EventKind, node: NodeId, of: u32) {
        self.scratch.events.push(Event { kind, node, other: NodeId::ROOT, of });
    }
}
