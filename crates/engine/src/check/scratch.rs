//! Buffers of a check, kept from one request to the next.

use crate::eval::Stack;
use crate::program::{NONE, Program};
use crate::verdict::{Evidence, Seen};
use acklint_document::NodeId;
use std::cell::{Cell, RefCell};

/// Buffers of a check. Keep one and pass it again: a warm check of a clean request allocates nothing.
#[derive(Debug)]
pub struct Scratch {
    pub(crate) states: Vec<State>,
    pub(crate) instance_of: Vec<u32>,
    /// Instance that owns a string with a document in it.
    pub(crate) owner_of: Vec<u32>,
    pub(crate) instances: Vec<Instance>,
    pub(crate) slots: Vec<NodeId>,
    pub(crate) by_shape: Vec<Vec<u32>>,
    pub(crate) used: Vec<u32>,
    pub(crate) memo: Vec<Cell<u8>>,
    pub(crate) events: Vec<Event>,
    pub(crate) pending: Vec<(NodeId, u32)>,
    pub(crate) seen: super::seen::SeenTexts,
    /// Checks that a value may fail, with the object they are about in the lower half.
    pub(crate) suspects: Vec<u64>,
    /// For each field, and for the beginning of each shape, the slot of the member that came after it last.
    pub(crate) after: Vec<u16>,
    /// Conditions, as bits, that an object may make true.
    pub(crate) marks: Vec<(u32, u32)>,
    /// A member stands twice somewhere, so suspects may, too.
    pub(crate) twins: bool,
    /// Instance of the facts, or `NONE`.
    pub(crate) facts: u32,
    /// What all objects have in their sets: the bit of facts, if there are any.
    pub(crate) given: u128,
    /// Values that predicates go over.
    pub(crate) stack: Stack,
    /// Their [marks](crate::twins::mark).
    pub(crate) rows: RefCell<Vec<u64>>,
    /// What is put together for one finding.
    pub(super) work: RefCell<Work>,
}

/// What a finding is made of.
#[derive(Debug)]
pub(super) struct Work {
    pub(super) fault: Evidence,
    pub(super) reason: Evidence,
    /// All places involved.
    pub(super) seen: Vec<Seen>,
    /// What a fix takes away.
    pub(super) nodes: Vec<NodeId>,
}

impl Default for Scratch {
    fn default() -> Self {
        const { Self::new() }
    }
}

impl Work {
    const fn new() -> Self {
        Self { fault: Evidence::new(), reason: Evidence::new(), seen: Vec::new(), nodes: Vec::new() }
    }

    pub(super) fn clear(&mut self) {
        self.fault.clear();
        self.reason.clear();
        self.seen.clear();
        self.nodes.clear();
    }
}

/// What is known of a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum State {
    #[default]
    Known,
    /// `null`, `""` or `[]`.
    Unset,
    /// Present, but a hole to be filled.
    Placeholder,
    /// Present, but not of the field's type.
    WrongType,
    /// Unreadable: not even its presence is sure.
    Broken,
}

/// An object of the request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Instance {
    pub(crate) node: NodeId,
    pub(crate) shape: u32,
    /// Where its members begin in `slots`.
    pub(crate) slots: u32,
    pub(crate) parent: u32,
    /// Members that are set, as bits of the first 127 slots, and whether there are facts.
    pub(crate) set: u128,
    /// What the members may be; see [`Target::Bit`](crate::program::Target::Bit).
    pub(crate) bits: u64,
}

/// Something about the shape of the request that is worth a finding.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Event {
    pub(crate) kind: EventKind,
    pub(crate) node: NodeId,
    pub(crate) other: NodeId,
    /// Field, or the shape for an unknown one.
    pub(crate) of: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EventKind {
    UnknownField,
    Duplicate,
    Null,
    /// A field of an earlier version.
    Removed,
    WrongType,
    Placeholder,
}

impl Scratch {
    const fn new() -> Self {
        Self {
            states: Vec::new(),
            instance_of: Vec::new(),
            owner_of: Vec::new(),
            instances: Vec::new(),
            slots: Vec::new(),
            by_shape: Vec::new(),
            used: Vec::new(),
            memo: Vec::new(),
            events: Vec::new(),
            pending: Vec::new(),
            seen: super::seen::SeenTexts::new(),
            suspects: Vec::new(),
            after: Vec::new(),
            marks: Vec::new(),
            twins: false,
            facts: 0,
            given: 0,
            stack: Stack::new(),
            rows: RefCell::new(Vec::new()),
            work: RefCell::new(Work::new()),
        }
    }

    #[cold]
    #[inline(never)]
    pub(super) fn mark(&mut self, conditions: u32, inst: u32) {
        self.marks.push((conditions, inst));
    }

    pub(super) fn reset(&mut self, program: &Program, nodes: usize) {
        let (shapes, conditions) = (program.shapes.len(), program.conditions.len());
        self.after.resize(program.fields.len() + shapes, 0);
        for shape in &self.used {
            if let Some(list) = self.by_shape.get_mut(*shape as usize) {
                list.clear();
            }
        }
        self.used.clear();
        while self.by_shape.len() < shapes {
            self.by_shape.push(Vec::new());
        }
        self.instances.clear();
        self.slots.clear();
        self.events.clear();
        self.pending.clear();
        self.suspects.clear();
        self.twins = false;
        self.marks.clear();
        self.states.clear();
        self.instance_of.clear();
        self.owner_of.clear();
        self.facts = NONE;
        self.given = 0;
        self.memo.clear();
        self.memo.resize_with(conditions, Cell::default);
        self.grow(nodes);
    }

    pub(super) fn grow(&mut self, nodes: usize) {
        self.states.resize(nodes, State::Known);
        self.instance_of.resize(nodes, NONE);
    }

    pub(super) fn set_state(&mut self, node: NodeId, state: State) {
        if let Some(s) = self.states.get_mut(node.index()) {
            *s = state;
        }
    }

    pub(super) fn set_instance(&mut self, node: NodeId, inst: u32) {
        if let Some(s) = self.instance_of.get_mut(node.index()) {
            *s = inst;
        }
    }

    pub(super) fn set_owner(&mut self, node: NodeId, inst: u32) {
        if self.owner_of.len() <= node.index() {
            self.owner_of.resize(node.index() + 1, NONE);
        }
        if let Some(s) = self.owner_of.get_mut(node.index()) {
            *s = inst;
        }
    }

    pub(super) fn list(&mut self, shape: u32, inst: u32) {
        if let Some(list) = self.by_shape.get_mut(shape as usize) {
            if list.is_empty() {
                self.used.push(shape);
            }
            list.push(inst);
        }
    }
}
