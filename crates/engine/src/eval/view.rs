//! What predicates see: values at paths.

use super::texts::{offset_in, part_of};
use super::{Items, Quick};
use crate::check::{Instance, Scratch, State};
use crate::program::{Base, Const, NONE, Path, Program, Step};
use crate::verdict::Seen;
use acklint_document::{Document, Kind, NodeId, integer};
use std::borrow::Cow;

/// A request under check.
#[derive(Clone, Copy)]
pub(crate) struct View<'v> {
    pub(crate) program: &'v Program,
    pub(crate) doc: &'v Document,
    pub(crate) scratch: &'v Scratch,
}

/// Where names are resolved, and the value at hand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scope {
    pub(crate) inst: u32,
    pub(crate) subject: Loc,
}

/// Instance of a scope that holds a value alone.
const ALONE: u32 = NONE - 1;

impl Scope {
    /// A value alone, for predicates about nothing else: whatever field they name is this value. What is said of a
    /// list is said of the number of its items.
    ///
    /// The walk over a request passes over, at once, every check that a value cannot fail.
    pub(crate) fn alone(subject: Loc) -> Self {
        Self { inst: ALONE, subject }
    }

    pub(super) fn is_alone(&self) -> bool {
        self.inst == ALONE
    }
}

/// What a path leads to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Loc {
    Absent,
    /// Present, but `null`, `""` or `[]`.
    Unset(NodeId),
    /// Not decidable; the node, if it is there at all.
    Unknown(Option<NodeId>),
    Node(NodeId),
    /// The documented default of an unset field.
    Default(u32),
    /// A part of a string in the request: its bytes from and to.
    Text(NodeId, u32, u32),
    /// A part of the default of a field.
    DefaultText(u32, u32, u32),
}

impl Loc {
    pub(crate) fn is_unset(&self) -> bool {
        matches!(self, Self::Absent | Self::Unset(_))
    }

    /// A part of the value's `text`.
    pub(crate) fn part(&self, text: &str, part: &str) -> Self {
        let from = offset_in(text, part);
        let to = from + part.len() as u32;
        match *self {
            Self::Node(node) => Self::Text(node, from, to),
            Self::Text(node, start, _) => Self::Text(node, start + from, start + to),
            Self::Default(field) => Self::DefaultText(field, from, to),
            Self::DefaultText(field, start, _) => Self::DefaultText(field, start + from, start + to),
            Self::Absent | Self::Unset(_) | Self::Unknown(_) => *self,
        }
    }
}

impl<'v> View<'v> {
    pub(crate) fn root() -> Scope {
        Scope { inst: 0, subject: Loc::Absent }
    }

    fn instance(&self, inst: u32) -> Option<&'v Instance> {
        self.scratch.instances.get(inst as usize)
    }

    pub(crate) fn instance_of(&self, node: NodeId) -> u32 {
        self.scratch.instance_of.get(node.index()).copied().unwrap_or(NONE)
    }

    fn state(&self, node: NodeId) -> State {
        self.scratch.states.get(node.index()).copied().unwrap_or_default()
    }

    pub(crate) fn loc(&self, node: NodeId) -> Loc {
        match self.state(node) {
            State::Known => Loc::Node(node),
            State::Unset => Loc::Unset(node),
            State::Placeholder | State::WrongType | State::Broken => Loc::Unknown(Some(node)),
        }
    }

    /// Whether a node is surely there, even if its value is not known.
    pub(crate) fn is_present(&self, node: NodeId) -> bool {
        matches!(self.state(node), State::Known | State::Placeholder | State::WrongType)
    }

    fn start(&self, base: Base, scope: &Scope) -> u32 {
        match base {
            Base::Root => 0,
            Base::Up(levels) => {
                let mut inst = scope.inst;
                for _ in 0..levels {
                    inst = self.instance(inst).map_or(NONE, |i| i.parent);
                }
                inst
            }
            Base::Facts => self.scratch.facts,
            Base::Subject => NONE,
        }
    }

    /// The one value of an operand.
    pub(crate) fn operand(&self, id: u32, scope: &Scope) -> Loc {
        let Some(info) = self.program.operands.get(id as usize) else { return Loc::Unknown(None) };
        let mut loc = if scope.is_alone() {
            scope.subject
        } else if info.slot == NONE {
            let Some(path) = self.program.paths.get(info.path as usize) else { return Loc::Unknown(None) };
            self.single(&path, scope)
        } else {
            self.slot(scope.inst, info.slot)
        };
        if info.or_default && loc.is_unset() {
            loc = Loc::Default(self.field_of(id));
        }
        match info.part {
            None => loc,
            Some(part) => self.part(&loc, part),
        }
    }

    pub(crate) fn single(&self, path: &Path, scope: &Scope) -> Loc {
        if path.base == Base::Subject {
            return scope.subject;
        }
        let mut inst = self.start(path.base, scope);
        let steps = self.program.steps.get(path.steps.range()).unwrap_or_default();
        if path.base == Base::Facts {
            return self.reached(inst, steps, scope).next().map_or(Loc::Absent, |first| first.subject);
        }
        let mut loc = Loc::Unknown(None);
        for (at, step) in steps.iter().enumerate() {
            let Step::Slot(slot) = step else { return Loc::Unknown(None) };
            loc = self.slot(inst, *slot);
            let (Loc::Node(node) | Loc::Unset(node) | Loc::Unknown(Some(node))) = loc else { return loc };
            if at + 1 < steps.len() {
                inst = self.instance_of(node);
                if inst == NONE {
                    return if loc == Loc::Unset(node) { Loc::Absent } else { Loc::Unknown(None) };
                }
            }
        }
        loc
    }

    pub(super) fn member(&self, object: &Instance, slot: u32) -> Result<NodeId, Loc> {
        match self.scratch.slots.get((object.slots + slot) as usize) {
            Some(node) if *node != NodeId::ROOT => Ok(*node),
            _ if self.doc.is_incomplete(object.node) => Err(Loc::Unknown(None)),
            _ => Err(Loc::Absent),
        }
    }

    /// What is in a slot of an object.
    fn slot(&self, inst: u32, slot: u32) -> Loc {
        match self.instance(inst).map(|object| self.member(object, slot)) {
            Some(Ok(node)) => self.loc(node),
            Some(Err(loc)) => loc,
            None => Loc::Unknown(None),
        }
    }

    /// Every value of a path.
    pub(crate) fn each(&self, path: u32, scope: &Scope) -> Items<'v> {
        let Some(path) = self.program.paths.get(path as usize) else { return self.none() };
        if path.base == Base::Subject {
            let only = self.none();
            self.push(scope.inst, scope.subject);
            return only.extended();
        }
        let steps = self.program.steps.get(path.steps.range()).unwrap_or_default();
        self.reached(self.start(path.base, scope), steps, scope)
    }

    pub(super) fn none(&self) -> Items<'v> {
        Items::new(&self.scratch.stack)
    }

    pub(super) fn push(&self, inst: u32, subject: Loc) {
        self.scratch.stack.push(inst, subject);
    }

    /// What `steps` lead to.
    fn reached(&self, inst: u32, steps: &[Step], outer: &Scope) -> Items<'v> {
        let items = self.none();
        self.follow(inst, steps, outer);
        items.extended()
    }

    /// Pushes what `steps` lead to; `outer` is where the paths in them start.
    fn follow(&self, inst: u32, steps: &[Step], outer: &Scope) {
        let (loc, slot, rest) = match steps {
            [Step::Slot(slot), rest @ ..] => (self.slot(inst, *slot), *slot, rest),
            _ => (Loc::Unknown(None), 0, steps),
        };
        match (loc, rest) {
            (Loc::Absent, _) => {}
            (Loc::Node(table) | Loc::Unset(table), [Step::Find { slot, key }, rest @ ..]) => {
                self.find(table, (*slot, *key), rest, outer);
            }
            (Loc::Unset(_), _) => {}
            (Loc::Node(array), [Step::Each, rest @ ..]) => {
                self.items((self.owner(inst, slot), array), rest, outer);
            }
            (Loc::Node(node) | Loc::Unknown(Some(node)), [Step::Slot(_), ..]) => match self.instance_of(node)
            {
                NONE => self.push(inst, Loc::Unknown(Some(node))),
                inner => self.follow(inner, rest, outer),
            },
            (subject, _) => self.push(inst, subject),
        }
    }

    /// The rows of a table whose member in `slot` is one of the values of the path `key`.
    fn find(&self, table: NodeId, (slot, key): (u32, u32), rest: &[Step], outer: &Scope) {
        for key in self.each(key, outer) {
            let want = self.text(&key.subject);
            let (mut found, mut maybe) = (false, want.is_none());
            for row in self.doc.children(table) {
                if want.is_none() {
                    break;
                }
                let inst = self.instance_of(row);
                let member = self.slot(inst, slot);
                let text = self.text(&member);
                if text == want {
                    found = true;
                    self.object((inst, row), rest, outer);
                }
                maybe |= text.is_none() && !matches!(member, Loc::Unset(_));
            }
            // The first member tells rows apart: one row is all there is, and none is a row that was not given.
            let open = if slot == 0 { !found } else { maybe };
            if open {
                self.push(NONE, Loc::Unknown(None));
            }
        }
    }

    /// What `rest` leads to from an object, or the object.
    fn object(&self, (inst, node): (u32, NodeId), rest: &[Step], outer: &Scope) {
        if rest.is_empty() {
            self.push(inst, Loc::Node(node));
        } else {
            self.follow(inst, rest, outer);
        }
    }

    /// Where names are resolved for items that are no objects: in the list's owner, unless they should be objects.
    fn owner(&self, inst: u32, slot: u32) -> u32 {
        let shape = self.instance(inst).and_then(|i| self.program.shapes.get(i.shape as usize));
        let field = shape.and_then(|s| self.program.fields.get((s.fields.start + slot) as usize));
        if field.is_some_and(|f| f.child != NONE) { NONE } else { inst }
    }

    fn items(&self, (owner, array): (u32, NodeId), rest: &[Step], outer: &Scope) {
        for item in self.doc.children(array) {
            match self.instance_of(item) {
                NONE if rest.is_empty() => self.push(owner, self.loc(item)),
                NONE => self.push(owner, Loc::Unknown(Some(item))),
                inst => self.object((inst, item), rest, outer),
            }
        }
        if self.doc.is_incomplete(array) {
            self.push(owner, Loc::Unknown(None));
        }
    }

    /// A value whose content is known.
    pub(crate) fn value(&self, loc: &Loc) -> Option<Quick<'v>> {
        Some(match *loc {
            Loc::Absent | Loc::Unset(_) | Loc::Unknown(_) => return None,
            Loc::Node(node) => match self.doc.kind(node) {
                Kind::String => Quick::Text(self.written(node)?),
                Kind::Number => Quick::Int(self.doc.integer(node)?),
                kind @ (Kind::True | Kind::False) => Quick::Bool(kind == Kind::True),
                _ => return None,
            },
            Loc::Default(field) => match self.default(field)? {
                Const::Text(text) => Quick::Text(self.program.str(text)),
                Const::Int(n) => Quick::Int(n),
                Const::Bool(b) => Quick::Bool(b),
            },
            Loc::Text(whole, from, to) => self.cut(&Loc::Node(whole), from, to)?,
            Loc::DefaultText(whole, from, to) => self.cut(&Loc::Default(whole), from, to)?,
        })
    }

    fn cut(&self, whole: &Loc, from: u32, to: u32) -> Option<Quick<'v>> {
        self.text(whole)?.get(from as usize..to as usize).map(Quick::Text)
    }

    /// A value as text.
    pub(crate) fn text(&self, loc: &Loc) -> Option<&'v str> {
        match self.value(loc) {
            Some(Quick::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The text of a string, and of other scalars how they are written. The walk has decoded all strings that
    /// rules can see; another one is not known.
    pub(super) fn written(&self, node: NodeId) -> Option<&'v str> {
        if !self.doc.string_has_escapes(node) {
            return Some(self.doc.raw(node));
        }
        match self.doc.string(node) {
            Some(Cow::Borrowed(text)) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn default(&self, field: u32) -> Option<Const> {
        self.program.fields.get(field as usize)?.default
    }

    /// A value as whole number; texts that hold one count. `Err` is a text that does not.
    pub(crate) fn number(&self, loc: &Loc) -> Option<Result<i64, ()>> {
        match self.value(loc)? {
            Quick::Int(number) => Some(Ok(number)),
            Quick::Text(text) => Some(integer(text).ok_or(())),
            Quick::Bool(_) => None,
        }
    }

    /// A part of a value; one without characters is unset.
    #[inline(never)] // few operands are parts
    fn part(&self, loc: &Loc, part: (char, i32)) -> Loc {
        if loc.is_unset() {
            return Loc::Absent;
        }
        let Some(text) = self.text(loc) else { return Loc::Unknown(None) };
        part_of(text, part).map_or(Loc::Absent, |part| loc.part(text, part))
    }

    /// The node a value stands in, and its exact place if it is a part.
    pub(crate) fn place(&self, loc: &Loc) -> Option<Seen> {
        let (node, span) = match *loc {
            Loc::Absent | Loc::Default(_) | Loc::DefaultText(..) | Loc::Unknown(None) => return None,
            Loc::Unset(node) | Loc::Node(node) | Loc::Unknown(Some(node)) => (node, None),
            Loc::Text(node, from, to) => (node, Some(self.doc.inner_span(node, from as usize..to as usize))),
        };
        Some(Seen { node, span, aside: false })
    }
}
