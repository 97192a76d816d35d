//! The compiled form of packs: flat tables, names interned, nothing left to look up by text at check time
//! but the member names of the request itself.
//!
//! A program is plain data, so the built-in one is compiled once, at development time, and only read in.

mod checks;
mod codec;
mod hot;
mod ops;
mod sets;
mod table;
mod wire;
mod words;

pub(crate) use checks::{Action, Check, FACTS_BIT, FixInfo, FixTarget, Gate, Name, Needs, RuleInfo};
pub(crate) use hot::{HotField, Plain};
pub(crate) use ops::{ExprOp, Op};
pub(crate) use sets::{CharSet, CidrSpec, has};
pub(crate) use table::Table;
pub(crate) use words::Words;

use crate::pack::{FieldStatus, FieldType};
use std::borrow::Cow;

/// "None" in tables of indices.
pub(crate) const NONE: u32 = u32::MAX;

/// Shape of the virtual root of facts.
pub(crate) const FACTS_SHAPE: u32 = 1;

/// The number of a text. The first one has no characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Str(u32);

impl Str {
    /// In stored texts, the address of the page that documents the request.
    const SECOND: Self = Self(1);
}

/// A run of entries of some table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Run {
    pub(crate) start: u32,
    pub(crate) len: u32,
}

impl Run {
    pub(crate) fn range(self) -> std::ops::Range<usize> {
        self.start as usize..(self.start + self.len) as usize
    }
}

/// Packs, compiled.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Program {
    /// All texts, each with a line break behind it.
    pub(crate) strings: Cow<'static, str>,
    /// Where they begin, and where the last one ends.
    texts: Vec<u32>,
    /// Address of the page that documents the request.
    pub(crate) request_url: Str,
    pub(crate) shapes: Vec<Shape>,
    pub(crate) fields: Table<FieldInfo>,
    /// Tells programs apart within a process; given when a program is made ready.
    pub(crate) stamp: u64,
    /// What a walk needs to know of the fields.
    pub(crate) hot: Vec<HotField>,
    /// What must be so for the checks, one by one, to be worth evaluating.
    pub(crate) gates: Vec<Gate>,
    /// Hash tables of the lists' exact values: index into `items` + 1, or 0; and where each list's table is.
    pub(crate) listed: Vec<u32>,
    pub(crate) list_tables: Vec<Run>,
    /// Hash tables of all shapes: slot + 1, or 0.
    pub(crate) buckets: Vec<u16>,
    pub(crate) ops: Vec<Op>,
    pub(crate) op_runs: Vec<u32>,
    pub(crate) exprs: Table<ExprOp>,
    pub(crate) expr_runs: Vec<u32>,
    pub(crate) operands: Vec<OperandInfo>,
    pub(crate) operand_runs: Vec<u32>,
    pub(crate) paths: Table<Path>,
    pub(crate) path_runs: Vec<u32>,
    pub(crate) steps: Vec<Step>,
    pub(crate) lists: Table<List>,
    /// Items of lists.
    pub(crate) items: Table<Str>,
    pub(crate) forms: Table<LikeForm>,
    pub(crate) numbers: Table<(Str, i64)>,
    pub(crate) char_sets: Vec<CharSet>,
    pub(crate) cidrs: Table<CidrSpec>,
    /// Addresses and prefix lengths of blocks.
    pub(crate) blocks: Table<(u32, u8)>,
    pub(crate) conditions: Vec<u32>,
    /// For each condition, the field on which it hangs, or `NONE`. The condition is then one about the items of a
    /// list of the request.
    pub(crate) marked: Vec<u32>,
    pub(crate) formats: Vec<u32>,
    /// Checks, those of one shape together.
    pub(crate) checks: Vec<Check>,
    /// Checks that hang on no field, those of one shape together.
    pub(crate) free_checks: Vec<u32>,
    /// Conditions of the whole request, each with the verdict that leaves a fault possible.
    pub(crate) only_ifs: Table<(u32, bool)>,
    /// Guards, those of one field together.
    pub(crate) guards: Table<Guard>,
    pub(crate) names: Table<Name>,
    pub(crate) rules: Table<RuleInfo>,
    pub(crate) fixes: Table<FixInfo>,
}

/// An object of the request: its members, found by name.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Shape {
    /// Path, for messages: `nodepools[].scaling_group`.
    pub(crate) path: Str,
    pub(crate) fields: Run,
    pub(crate) buckets: Run,
    pub(crate) seed: u32,
    pub(crate) parent: u32,
    /// Checks whose site is this object.
    pub(crate) checks: Run,
    /// Those of them that hang on no field, in `free_checks`: for facts, those that ask for one of the members
    /// `required` and nothing else, and all others.
    pub(crate) free_facts: Run,
    pub(crate) free_required: Run,
    pub(crate) free_others: Run,
    pub(crate) required: u128,
    /// Members of any name are allowed.
    pub(crate) open: bool,
    /// What an object without any member may be; see [`Target::Bit`].
    pub(crate) bits: u64,
}

/// One member of a shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct FieldInfo {
    pub(crate) name: Str,
    pub(crate) shape: u32,
    pub(crate) ty: FieldType,
    pub(crate) items: Option<FieldType>,
    /// Shape of the object, of the items, or of the embedded document.
    pub(crate) child: u32,
    pub(crate) status: FieldStatus,
    pub(crate) secret: bool,
    pub(crate) embedded: bool,
    pub(crate) default: Option<Const>,
    pub(crate) replaced_by: Str,
    /// Blank-separated.
    pub(crate) aliases: Str,
    /// Checks that hang on this field, and on the items of its list one by one.
    pub(crate) guards: [Run; 2],
    /// Condition under which a removed field is a field all the same, or `NONE`.
    pub(crate) unless: u32,
    /// The bits of its object that are about this field.
    pub(crate) bits: Run,
}

/// Something that hangs on whether a value of one field is, or is not, something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Guard {
    pub(crate) op: u32,
    /// The verdict of `op` that counts.
    pub(crate) verdict: bool,
    pub(crate) target: Target,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Target {
    /// This check can find a fault only then.
    Check(u32),
    /// This bit of the object is set then: checks that need it look at it before they are made.
    Bit(u32),
    /// This condition of the whole request can be true only if one value is so, and is false if none is.
    Condition(u32),
}

/// A constant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Const {
    Bool(bool),
    Int(i64),
    Text(Str),
}

/// Where a path begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Base {
    /// The object of the scope, or one that encloses it.
    Up(u8),
    Root,
    Facts,
    /// The value at hand.
    Subject,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Step {
    Slot(u32),
    Each,
    /// The rows of a table whose member in `slot` is one of the values of the path `key`.
    Find {
        slot: u32,
        key: u32,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Path {
    pub(crate) base: Base,
    pub(crate) steps: Run,
    /// The field it ends at; `NONE` for the value at hand.
    pub(crate) field: u32,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct OperandInfo {
    pub(crate) path: u32,
    pub(crate) or_default: bool,
    /// Separator and index.
    pub(crate) part: Option<(char, i32)>,
    /// Slot of a plain member of the scope's object, or `NONE`: the way most values are reached.
    pub(crate) slot: u32,
}

/// A list of allowed texts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct List {
    /// Exact values.
    pub(crate) exact: Run,
    /// Beginnings (values that end in `*`), without the star.
    pub(crate) prefixes: Run,
    /// All values in the order people wrote them.
    pub(crate) shown: Run,
}

/// A form of a text; most are plain beginnings, which need no matching.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum LikeForm {
    Exact(Str),
    Prefix(Str),
    Contains(Str),
    Any(Str),
}

impl Program {
    pub(crate) fn str(&self, s: Str) -> &str {
        let text = |start: u32, end: u32| self.strings.get(start as usize..end.wrapping_sub(1) as usize);
        match self.texts.get(s.0 as usize..).unwrap_or_default() {
            [start, end, ..] => text(*start, *end).unwrap_or_default(),
            _ => "",
        }
    }

    /// Adds a text, without a line break in it.
    pub(crate) fn add_text(&mut self, text: &str) -> Str {
        if self.texts.is_empty() {
            self.texts.push(0);
        }
        let strings = self.strings.to_mut();
        strings.push_str(text);
        strings.push('\n');
        self.texts.push(strings.len() as u32);
        Str(self.texts.len() as u32 - 2)
    }

    /// Slot of a member, by its name.
    pub(crate) fn slot(&self, shape: &Shape, name: &[u8]) -> Option<u32> {
        self.slot_of(shape, name, Words::of(name))
    }

    /// The same for a name whose words are known.
    pub(crate) fn slot_of(&self, shape: &Shape, name: &[u8], words: Words) -> Option<u32> {
        if shape.buckets.len == 0 {
            return None;
        }
        let at = shape.buckets.start + (words.hash(shape.seed) & (shape.buckets.len - 1));
        let slot = u32::from(*self.buckets.get(at as usize)?).checked_sub(1)?;
        let field = self.hot.get((shape.fields.start + slot) as usize)?;
        field.is_named(&self.strings, name, words).then_some(slot)
    }

    /// Builds the tables that are not stored.
    #[inline(never)]
    pub(crate) fn prepare(&mut self) {
        static NEXT: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(1);
        self.stamp = NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let mut hot = Vec::with_capacity(self.fields.len());
        for (field, id) in self.fields.iter().zip(0..) {
            let first = self.shapes.get(field.shape as usize).map_or(0, |shape| shape.fields.start);
            let start = self.texts.get(field.name.0 as usize).copied().unwrap_or_default();
            hot.push(HotField::of(&field, (start, self.str(field.name)), id - first));
        }
        self.hot = hot;
        self.place_names();
        let mut gates = Vec::with_capacity(self.checks.len());
        for check in &self.checks {
            gates.push(Gate::of(check));
        }
        self.gates = gates;
        self.index_lists();
    }

    /// Hash tables of the lists.
    pub(crate) fn index_lists(&mut self) {
        self.listed.clear();
        self.list_tables.clear();
        for list in self.lists.iter() {
            let size = (list.exact.len * 2).next_power_of_two();
            let table = Run { start: self.listed.len() as u32, len: size };
            self.listed.resize(table.range().end, 0);
            for item in list.exact.range() {
                let text = self.items.get(item).map_or("", |s| self.str(s));
                let mut at = Words::of(text.as_bytes()).hash(0);
                // Open addressing; half of the places stay free, so the search ends.
                while let Some(place) = self.listed.get_mut((table.start + (at & (size - 1))) as usize) {
                    if *place == 0 {
                        *place = item as u32 + 1;
                        break;
                    }
                    at = at.wrapping_add(1);
                }
            }
            self.list_tables.push(table);
        }
    }

    /// Fills the hash tables of the shapes, which have no collisions.
    fn place_names(&mut self) {
        self.buckets.clear();
        for shape in &self.shapes {
            self.buckets.resize(shape.buckets.range().end, 0);
            let table = self.buckets.get_mut(shape.buckets.range()).unwrap_or_default();
            let mask = shape.buckets.len.wrapping_sub(1);
            for (field, slot) in self.hot.get(shape.fields.range()).unwrap_or_default().iter().zip(1..) {
                if let Some(place) = table.get_mut((field.hash(shape.seed) & mask) as usize) {
                    *place = slot;
                }
            }
        }
    }

    /// Path of a field, as it is written in rules.
    pub(crate) fn path_of(&self, field: &FieldInfo) -> String {
        let owner = self.shapes.get(field.shape as usize).map_or("", |shape| self.str(shape.path));
        self.path_in(owner, field.name)
    }

    /// Path of a field of this name in an object.
    pub(crate) fn path_in(&self, owner: &str, name: Str) -> String {
        let dot = if owner.is_empty() { "" } else { "." };
        [owner, dot, self.str(name)].concat()
    }

    /// Whether a text is one of a list's exact values.
    pub(crate) fn is_exact(&self, list: u32, text: &str) -> bool {
        let Some(table) = self.list_tables.get(list as usize) else { return false };
        if table.len < 2 {
            // Of a list that has beginnings only: nothing is worth a hash.
            return false;
        }
        let mut at = Words::of(text.as_bytes()).hash(0);
        loop {
            let place =
                self.listed.get((table.start + (at & (table.len - 1))) as usize).copied().unwrap_or(0);
            let Some(item) = place.checked_sub(1) else { return false };
            if self.items.get(item as usize).is_some_and(|s| self.str(s) == text) {
                return true;
            }
            at = at.wrapping_add(1);
        }
    }
}
