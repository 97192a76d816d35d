//! What predicates see: values at paths.

use crate::check::{Instance, Scratch, State};
use crate::program::{Base, Const, NONE, OperandInfo, Path, Program, Step, Str};
use acklint_document::{Document, Kind, NodeId, Span};
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
    Text(TextRef),
}

/// A part of a text: of a string in the request, or of a default.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct TextRef {
    pub(crate) from: From,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum From {
    Node(NodeId),
    Pool(Str),
}

/// A value read as some type.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Got<T> {
    Unset,
    Unknown,
    Is(T),
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

    fn start(&self, base: Base, scope: Scope) -> u32 {
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
    pub(crate) fn operand(&self, id: u32, scope: Scope) -> Loc {
        let Some(info) = self.program.operands.get(id as usize) else { return Loc::Unknown(None) };
        if info.slot != NONE {
            let Some(object) = self.instance(scope.inst) else { return Loc::Unknown(None) };
            let loc = match self.member(object, info.slot) {
                Ok(node) => self.loc(node),
                Err(loc) => loc,
            };
            return match loc {
                Loc::Absent | Loc::Unset(_) if info.or_default => Loc::Default(self.field_of(id)),
                loc => loc,
            };
        }
        self.by_path(info, scope)
    }

    /// The same for what is reached by a path, or is a part of a value.
    #[inline(never)] // the short way is gone far more often, and must stay short
    fn by_path(&self, info: &OperandInfo, scope: Scope) -> Loc {
        let Some(path) = self.program.paths.get(info.path as usize) else { return Loc::Unknown(None) };
        let mut loc = self.single(path, scope);
        if info.or_default && matches!(loc, Loc::Absent | Loc::Unset(_)) {
            loc = Loc::Default(path.field);
        }
        match info.part {
            Some((split, index)) => self.part(loc, split, index),
            None => loc,
        }
    }

    pub(crate) fn single(&self, path: &Path, scope: Scope) -> Loc {
        if path.base == Base::Subject {
            return scope.subject;
        }
        let mut inst = self.start(path.base, scope);
        let steps = self.program.steps.get(path.steps.range()).unwrap_or_default();
        if path.base == Base::Facts {
            let mut first = Loc::Absent;
            self.visit(inst, steps, scope, &mut |loc, _| {
                first = loc;
                false
            });
            return first;
        }
        for (at, step) in steps.iter().enumerate() {
            let (Step::Slot(slot), Some(object)) = (step, self.instance(inst)) else {
                return Loc::Unknown(None);
            };
            match self.member(object, *slot) {
                Err(loc) => return loc,
                Ok(node) if at + 1 == steps.len() => return self.loc(node),
                Ok(node) => {
                    inst = self.instance_of(node);
                    if inst == NONE {
                        return if self.state(node) == State::Unset {
                            Loc::Absent
                        } else {
                            Loc::Unknown(None)
                        };
                    }
                }
            }
        }
        Loc::Unknown(None)
    }

    pub(super) fn member(&self, object: &Instance, slot: u32) -> Result<NodeId, Loc> {
        match self.scratch.slots.get((object.slots + slot) as usize) {
            Some(node) if *node != NodeId::ROOT => Ok(*node),
            _ if self.doc.is_incomplete(object.node) => Err(Loc::Unknown(None)),
            _ => Err(Loc::Absent),
        }
    }

    /// Every value of a path, with the scope names in it are resolved in. `f` returns false to stop.
    pub(crate) fn each(&self, path: u32, scope: Scope, f: &mut dyn FnMut(Loc, Scope) -> bool) {
        let Some(path) = self.program.paths.get(path as usize) else { return };
        if path.base == Base::Subject {
            f(scope.subject, scope);
            return;
        }
        let steps = self.program.steps.get(path.steps.range()).unwrap_or_default();
        self.visit(self.start(path.base, scope), steps, scope, f);
    }

    /// Follows `steps`; `outer` is where the paths in them start.
    fn visit(&self, inst: u32, steps: &[Step], outer: Scope, f: &mut dyn FnMut(Loc, Scope) -> bool) -> bool {
        let unknown = Scope { inst, subject: Loc::Unknown(None) };
        let (Some(object), Some((Step::Slot(slot), rest))) = (self.instance(inst), steps.split_first())
        else {
            return f(Loc::Unknown(None), unknown);
        };
        let node = match self.member(object, *slot) {
            Ok(node) => node,
            Err(Loc::Absent) => return true,
            Err(loc) => return f(loc, unknown),
        };
        if let Some((Step::Each, rest)) = rest.split_first() {
            return match self.loc(node) {
                Loc::Unset(_) => true,
                Loc::Node(_) => self.items((self.owner(inst, *slot), node), rest, outer, f),
                loc => f(loc, unknown),
            };
        }
        if let Some((Step::Find { slot, key }, rest)) = rest.split_first() {
            return match self.loc(node) {
                Loc::Unset(_) | Loc::Node(_) => self.find(node, (*slot, *key), rest, outer, f),
                loc => f(loc, unknown),
            };
        }
        if rest.is_empty() {
            return match self.loc(node) {
                Loc::Unset(_) => true,
                loc => f(loc, Scope { inst, subject: loc }),
            };
        }
        match (self.instance_of(node), self.state(node)) {
            (NONE, State::Unset) => true,
            (NONE, _) => f(Loc::Unknown(Some(node)), unknown),
            (inner, _) => self.visit(inner, rest, outer, f),
        }
    }

    /// The rows of a table whose member in `slot` is one of the values of the path `key`.
    fn find(
        &self,
        table: NodeId,
        (slot, key): (u32, u32),
        rest: &[Step],
        outer: Scope,
        f: &mut dyn FnMut(Loc, Scope) -> bool,
    ) -> bool {
        let unknown = Scope { inst: NONE, subject: Loc::Unknown(None) };
        let mut go_on = true;
        self.each(key, outer, &mut |loc, _| {
            let (mut found, mut maybe) = (false, false);
            if let Got::Is((want, _)) = self.text(loc) {
                for row in self.doc.children(table) {
                    let inst = self.instance_of(row);
                    let known = self.instance(inst).map(|row| self.member(row, slot));
                    match known {
                        Some(Ok(node)) => match self.text(self.loc(node)) {
                            Got::Is((text, _)) if text == want => {
                                found = true;
                                go_on = if rest.is_empty() {
                                    f(Loc::Node(row), Scope { inst, subject: Loc::Node(row) })
                                } else {
                                    self.visit(inst, rest, outer, f)
                                };
                            }
                            Got::Unknown => maybe = true,
                            Got::Is(_) | Got::Unset => {}
                        },
                        _ => maybe = true,
                    }
                    if !go_on {
                        return false;
                    }
                }
            } else {
                maybe = true;
            }
            // The first member tells rows apart: one row is all there is, and none is a row that was not given.
            let open = if slot == 0 { !found } else { maybe };
            if open {
                go_on = f(Loc::Unknown(None), unknown);
            }
            go_on
        });
        go_on
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
        outer: Scope,
        f: &mut dyn FnMut(Loc, Scope) -> bool,
    ) -> bool {
        for item in self.doc.children(array) {
            let inst = self.instance_of(item);
            let go_on = if inst != NONE && !rest.is_empty() {
                self.visit(inst, rest, outer, f)
            } else if inst != NONE {
                f(Loc::Node(item), Scope { inst, subject: Loc::Node(item) })
            } else if rest.is_empty() {
                let loc = self.loc(item);
                f(loc, Scope { inst: owner, subject: loc })
            } else {
                f(Loc::Unknown(Some(item)), Scope { inst: owner, subject: Loc::Unknown(None) })
            };
            if !go_on {
                return false;
            }
        }
        if self.doc.is_incomplete(array) {
            return f(Loc::Unknown(None), Scope { inst: owner, subject: Loc::Unknown(None) });
        }
        true
    }

    /// A value as text.
    pub(crate) fn text(&self, loc: Loc) -> Got<(Cow<'v, str>, TextRef)> {
        let (text, from) = match loc {
            Loc::Absent | Loc::Unset(_) => return Got::Unset,
            Loc::Unknown(_) => return Got::Unknown,
            Loc::Node(node) => match self.doc.string(node) {
                Some(text) => (text, From::Node(node)),
                None => return Got::Unknown,
            },
            Loc::Default(field) => match self.default(field) {
                Some(Const::Text(s)) => (Cow::Borrowed(self.program.str(s)), From::Pool(s)),
                _ => return Got::Unknown,
            },
            Loc::Text(part) => return self.part_text(part),
        };
        let end = text.len() as u32;
        Got::Is((text, TextRef { from, start: 0, end }))
    }

    fn part_text(&self, part: TextRef) -> Got<(Cow<'v, str>, TextRef)> {
        let whole = match part.from {
            From::Node(node) => self.doc.string(node).unwrap_or_default(),
            From::Pool(s) => Cow::Borrowed(self.program.str(s)),
        };
        let range = part.start as usize..part.end as usize;
        match whole {
            Cow::Borrowed(s) => s.get(range).map_or(Got::Unknown, |s| Got::Is((Cow::Borrowed(s), part))),
            Cow::Owned(s) => s.get(range).map_or(Got::Unknown, |s| Got::Is((Cow::Owned(s.to_owned()), part))),
        }
    }

    pub(crate) fn default(&self, field: u32) -> Option<Const> {
        self.program.fields.get(field as usize)?.default
    }

    /// A value as whole number; texts that hold one count. `Err` is a text that does not.
    pub(crate) fn number(&self, loc: Loc) -> Got<Result<i64, ()>> {
        match loc {
            Loc::Absent | Loc::Unset(_) => Got::Unset,
            Loc::Unknown(_) => Got::Unknown,
            Loc::Node(node) if self.doc.kind(node) == Kind::Number => {
                self.doc.integer(node).map_or(Got::Unknown, |n| Got::Is(Ok(n)))
            }
            Loc::Default(field) if matches!(self.default(field), Some(Const::Int(_))) => {
                match self.default(field) {
                    Some(Const::Int(n)) => Got::Is(Ok(n)),
                    _ => Got::Unknown,
                }
            }
            Loc::Node(_) | Loc::Default(_) | Loc::Text(_) => match self.text(loc) {
                Got::Is((text, _)) => Got::Is(whole_number(&text)),
                Got::Unset => Got::Unset,
                Got::Unknown => Got::Unknown,
            },
        }
    }

    fn part(&self, loc: Loc, split: char, index: i32) -> Loc {
        let Got::Is((text, place)) = self.text(loc) else {
            return match loc {
                Loc::Absent | Loc::Unset(_) => Loc::Absent,
                _ => Loc::Unknown(None),
            };
        };
        let index = if index < 0 { super::texts::split(&text, split).count() as i32 + index } else { index };
        let mut start = place.start;
        for (at, part) in super::texts::split(&text, split).enumerate() {
            let end = start + part.len() as u32;
            if at as i32 == index {
                return if part.is_empty() {
                    Loc::Absent
                } else {
                    Loc::Text(TextRef { from: place.from, start, end })
                };
            }
            start = end + split.len_utf8() as u32;
        }
        Loc::Absent
    }

    /// The node a value stands in, and its exact place if it is a part.
    pub(crate) fn place(&self, loc: Loc) -> Option<(NodeId, Option<Span>)> {
        match loc {
            Loc::Absent | Loc::Default(_) | Loc::Unknown(None) => None,
            Loc::Unset(node) | Loc::Node(node) | Loc::Unknown(Some(node)) => Some((node, None)),
            Loc::Text(part) => match part.from {
                From::Node(node) => {
                    Some((node, Some(self.doc.inner_span(node, part.start as usize..part.end as usize))))
                }
                From::Pool(_) => None,
            },
        }
    }
}

/// Digits, with a minus if need be, within 64 bits.
pub(crate) fn whole_number(text: &str) -> Result<i64, ()> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(());
    }
    text.parse().map_err(|_| ())
}
