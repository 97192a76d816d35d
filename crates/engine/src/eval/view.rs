//! What predicates see: values at paths.

use super::Quick;
use super::texts::{offset_in, part_of};
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

/// Is shown values one by one, each with the scope that names in it are resolved in; tells whether it wants more.
///
/// A closure as `dyn FnMut` would be compiled twice, the second time for a call that takes it, which nobody makes.
pub(crate) trait Visitor {
    fn at(&mut self, value: &Scope) -> bool;
}

impl<F: FnMut(&Scope) -> bool> Visitor for F {
    fn at(&mut self, value: &Scope) -> bool {
        self(value)
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
        let mut loc = if info.slot == NONE {
            let Some(path) = self.program.paths.get(info.path as usize) else { return Loc::Unknown(None) };
            self.single(path, scope)
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
            let mut first = Loc::Absent;
            self.visit(inst, steps, scope, &mut |value: &Scope| {
                first = value.subject;
                false
            });
            return first;
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

    /// Every value of a path, until `f` wants no more.
    pub(crate) fn each(&self, path: u32, scope: &Scope, f: &mut dyn Visitor) {
        let Some(path) = self.program.paths.get(path as usize) else { return };
        if path.base == Base::Subject {
            f.at(scope);
            return;
        }
        let steps = self.program.steps.get(path.steps.range()).unwrap_or_default();
        self.visit(self.start(path.base, scope), steps, scope, f);
    }

    /// Follows `steps`; `outer` is where the paths in them start.
    fn visit(&self, inst: u32, steps: &[Step], outer: &Scope, f: &mut dyn Visitor) -> bool {
        let (loc, slot, rest) = match steps {
            [Step::Slot(slot), rest @ ..] => (self.slot(inst, *slot), *slot, rest),
            _ => (Loc::Unknown(None), 0, steps),
        };
        match (loc, rest) {
            (Loc::Absent, _) => true,
            (Loc::Node(table) | Loc::Unset(table), [Step::Find { slot, key }, rest @ ..]) => {
                self.find(table, (*slot, *key), rest, outer, f)
            }
            (Loc::Unset(_), _) => true,
            (Loc::Node(array), [Step::Each, rest @ ..]) => {
                self.items((self.owner(inst, slot), array), rest, outer, f)
            }
            (Loc::Node(node) | Loc::Unknown(Some(node)), [Step::Slot(_), ..]) => match self.instance_of(node)
            {
                NONE => f.at(&Scope { inst, subject: Loc::Unknown(Some(node)) }),
                inner => self.visit(inner, rest, outer, f),
            },
            (subject, _) => f.at(&Scope { inst, subject }),
        }
    }

    /// The rows of a table whose member in `slot` is one of the values of the path `key`.
    fn find(
        &self,
        table: NodeId,
        (slot, key): (u32, u32),
        rest: &[Step],
        outer: &Scope,
        f: &mut dyn Visitor,
    ) -> bool {
        let mut go_on = true;
        self.each(key, outer, &mut |key: &Scope| {
            let want = self.text(&key.subject);
            let (mut found, mut maybe) = (false, want.is_none());
            for row in self.doc.children(table).filter(|_| want.is_some()) {
                let inst = self.instance_of(row);
                let member = self.slot(inst, slot);
                let text = self.text(&member);
                if text.is_some() && text == want {
                    found = true;
                    go_on = self.object((inst, row), rest, outer, f);
                    if !go_on {
                        return false;
                    }
                }
                maybe |= text.is_none() && !matches!(member, Loc::Unset(_));
            }
            // The first member tells rows apart: one row is all there is, and none is a row that was not given.
            let open = if slot == 0 { !found } else { maybe };
            if open {
                go_on = f.at(&Scope { inst: NONE, subject: Loc::Unknown(None) });
            }
            go_on
        });
        go_on
    }

    /// What `rest` leads to from an object, or the object.
    fn object(&self, (inst, node): (u32, NodeId), rest: &[Step], outer: &Scope, f: &mut dyn Visitor) -> bool {
        if rest.is_empty() {
            return f.at(&Scope { inst, subject: Loc::Node(node) });
        }
        self.visit(inst, rest, outer, f)
    }

    /// Where names are resolved for items that are no objects: in the list's owner, unless they should be objects.
    fn owner(&self, inst: u32, slot: u32) -> u32 {
        let shape = self.instance(inst).and_then(|i| self.program.shapes.get(i.shape as usize));
        let field = shape.and_then(|s| self.program.fields.get((s.fields.start + slot) as usize));
        if field.is_some_and(|f| f.child != NONE) { NONE } else { inst }
    }

    fn items(
        &self,
        (owner, array): (u32, NodeId),
        rest: &[Step],
        outer: &Scope,
        f: &mut dyn Visitor,
    ) -> bool {
        for item in self.doc.children(array) {
            let go_on = match self.instance_of(item) {
                NONE => {
                    let subject = if rest.is_empty() { self.loc(item) } else { Loc::Unknown(Some(item)) };
                    f.at(&Scope { inst: owner, subject })
                }
                inst => self.object((inst, item), rest, outer, f),
            };
            if !go_on {
                return false;
            }
        }
        !self.doc.is_incomplete(array) || f.at(&Scope { inst: owner, subject: Loc::Unknown(None) })
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
            _ => None,
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
