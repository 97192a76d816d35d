//! The compiled form of packs: flat tables, names interned, nothing left to look up by text at check time
//! but the member names of the request itself.
//!
//! A program is plain data, so the built-in one is compiled once, at development time, and only read in.

use crate::finding::{Certainty, Level, Safety};
use crate::pack::{FieldStatus, FieldType, Form, Relation};
use serde::{Deserialize, Serialize};

/// "None" in tables of indices.
pub(crate) const NONE: u32 = u32::MAX;

/// Shape of the virtual root of facts.
pub(crate) const FACTS_SHAPE: u32 = 1;

/// A piece of the string pool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Str {
    pub(crate) start: u32,
    pub(crate) len: u32,
}

/// A run of entries of some table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Program {
    pub(crate) strings: String,
    /// Address of the page that documents the request.
    pub(crate) request_url: Str,
    pub(crate) shapes: Vec<Shape>,
    pub(crate) fields: Vec<FieldInfo>,
    /// Tells programs apart within a process; given when a program is made ready.
    #[serde(skip)]
    pub(crate) stamp: u64,
    /// Names of the fields, ready to compare.
    #[serde(skip)]
    pub(crate) words: Vec<Words>,
    /// Hash tables of the lists' exact values: index into `items` + 1, or 0; and where each list's table is.
    #[serde(skip)]
    pub(crate) listed: Vec<u32>,
    #[serde(skip)]
    pub(crate) list_tables: Vec<Run>,
    /// Hash tables of all shapes: slot + 1, or 0.
    pub(crate) buckets: Vec<u16>,
    pub(crate) ops: Vec<Op>,
    pub(crate) op_runs: Vec<u32>,
    pub(crate) exprs: Vec<ExprOp>,
    pub(crate) expr_runs: Vec<u32>,
    pub(crate) operands: Vec<OperandInfo>,
    pub(crate) operand_runs: Vec<u32>,
    pub(crate) paths: Vec<Path>,
    pub(crate) path_runs: Vec<u32>,
    pub(crate) steps: Vec<Step>,
    pub(crate) lists: Vec<List>,
    /// Items of lists; those of one list are sorted, so that look-up is a binary search.
    pub(crate) items: Vec<Str>,
    pub(crate) forms: Vec<LikeForm>,
    pub(crate) numbers: Vec<(Str, i64)>,
    pub(crate) char_sets: Vec<CharSet>,
    pub(crate) cidrs: Vec<CidrSpec>,
    pub(crate) conditions: Vec<u32>,
    pub(crate) formats: Vec<u32>,
    /// Checks, those of one shape together.
    pub(crate) checks: Vec<Check>,
    /// Checks that hang on no field, those of one shape together.
    pub(crate) free_checks: Vec<u32>,
    /// Guards, those of one field together.
    pub(crate) guards: Vec<Guard>,
    pub(crate) names: Vec<Name>,
    pub(crate) rules: Vec<RuleInfo>,
    pub(crate) fixes: Vec<FixInfo>,
}

/// An object of the request: its members, found by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Shape {
    /// Path, for messages: `nodepools[].scaling_group`.
    pub(crate) path: Str,
    pub(crate) fields: Run,
    pub(crate) buckets: Run,
    pub(crate) seed: u32,
    pub(crate) parent: u32,
    /// Checks whose site is this object.
    pub(crate) checks: Run,
    /// Those of them that hang on no field, in `free_checks`.
    pub(crate) free_checks: Run,
    /// Members of any name are allowed.
    pub(crate) open: bool,
}

/// One member of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct FieldInfo {
    pub(crate) name: Str,
    pub(crate) path: Str,
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
    /// Checks that hang on this field.
    pub(crate) guards: Run,
    /// Condition under which a removed field is a field all the same, or `NONE`.
    pub(crate) unless: u32,
}

/// A check that can find a fault only if a value of one field is, or is not, something.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Guard {
    pub(crate) op: u32,
    /// The verdict of `op` that leaves a fault possible.
    pub(crate) verdict: bool,
    pub(crate) check: u32,
    /// It is about the items of a list one by one, not about the list.
    pub(crate) item: bool,
}

/// A constant.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Const {
    Bool(bool),
    Int(i64),
    Text(Str),
}

/// Where a path begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) enum Base {
    /// The object of the scope, or one that encloses it.
    Up(u8),
    Root,
    Facts,
    /// The value at hand.
    Subject,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) enum Step {
    Slot(u32),
    Each,
    /// The rows of a table whose member in `slot` is one of the values of the path `key`.
    Find {
        slot: u32,
        key: u32,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Path {
    pub(crate) base: Base,
    pub(crate) steps: Run,
    /// The field it ends at; `NONE` for the value at hand.
    pub(crate) field: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct OperandInfo {
    pub(crate) path: u32,
    pub(crate) or_default: bool,
    /// Separator and index.
    pub(crate) part: Option<(char, i32)>,
    /// Slot of a plain member of the scope's object, or `NONE`: the way most values are reached.
    pub(crate) slot: u32,
}

/// A list of allowed texts.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct List {
    /// Exact values, sorted.
    pub(crate) exact: Run,
    /// Beginnings (values that end in `*`), without the star.
    pub(crate) prefixes: Run,
    /// All values in the order people wrote them.
    pub(crate) shown: Run,
}

/// A form of a text; most are plain beginnings, which need no matching.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum LikeForm {
    Exact(Str),
    Prefix(Str),
    Contains(Str),
    Any(Str),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct CharSet {
    /// Allowed ASCII characters, as bits.
    pub(crate) ascii: u128,
    /// Allowed as the first character, and as the last.
    pub(crate) first: u128,
    pub(crate) last: u128,
    /// Of these no two may stand in a row.
    pub(crate) in_a_row: u128,
    pub(crate) han: bool,
    pub(crate) han_first: bool,
}

impl CharSet {
    /// 1 in the lowest bit if the byte is an allowed ASCII character.
    #[inline]
    pub(crate) fn allows(&self, byte: u8) -> u64 {
        bit(self.ascii, byte)
    }

    /// The same for the first and the last byte of a text.
    #[inline]
    pub(crate) fn ends(&self, first: u8, last: u8) -> u64 {
        bit(self.first, first) & bit(self.last, last)
    }
}

#[inline]
fn bit(set: u128, byte: u8) -> u64 {
    let half = if byte & 64 == 0 { set as u64 } else { (set >> 64) as u64 };
    // Bytes of other alphabets have the high bit set and are in no set.
    (half >> (byte & 63)) & u64::from(byte < 128)
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct CidrSpec {
    /// Address and prefix length.
    pub(crate) within: Vec<(u32, u8)>,
    pub(crate) min: u8,
    pub(crate) max: u8,
    pub(crate) no_host_bits: bool,
}

/// A predicate. Numbers are indices of operators, operands, paths and tables.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Op {
    All(Run),
    Any(Run),
    Not(u32),
    Condition(u32),
    Format { of: u32, format: u32 },
    Set(u32),
    AtMostOne(Run),
    EqualsConst { of: u32, value: Const },
    EqualsField { of: u32, to: u32 },
    OneOf { of: u32, list: u32 },
    NearMiss { of: u32, list: u32 },
    Like { of: u32, forms: Run, ignore_case: bool },
    Matches { of: u32, regex: Str },
    Length { of: u32, min: i64, max: i64 },
    Chars { of: u32, set: u32 },
    Kinds { of: u32, min: u8 },
    Range { of: u32, min: i64, max: i64 },
    Compare { left: u32, is: Relation, right: u32 },
    Count { path: u32, op: u32, min: u32, max: u32 },
    Unique { path: u32, by: Run },
    Disjoint { of: Run, from: Run },
    Within { of: Run, from: Run },
    Some { path: u32, op: u32 },
    Every { path: u32, op: u32 },
    Parts { of: u32, split: char, op: u32, trim: bool },
    Cidr { of: u32, spec: u32 },
    CidrsDisjoint { of: Run, from: Run },
    Form { of: u32, form: Form },
    Decided(u32),
    Version { of: u32, min: (u32, u32), max: (u32, u32) },
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum ExprOp {
    Value(i64),
    Number { of: u32, or_zero: bool },
    Prefix(u32),
    Chars(u32),
    DecodedBytes(u32),
    Items(u32),
    Sum(Run),
    Minus(u32, u32),
    Max(Run),
    Pow2(u32),
    Total { path: u32, of: u32 },
    Lookup { by: u32, table: Run },
    If { when: u32, then: u32, other: u32 },
}

/// A rule at one site.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Check {
    pub(crate) rule: u32,
    pub(crate) shape: u32,
    /// Path of the items it applies to one by one, or `NONE`.
    pub(crate) each: u32,
    /// Which members must be set, and unset, for a fault.
    pub(crate) needs: Needs,
    /// It hangs on a field; the walk says where it is to be evaluated.
    pub(crate) guarded: bool,
    /// Condition, or `NONE`.
    pub(crate) when: u32,
    pub(crate) op: u32,
    /// The verdict of `op` that is a fault.
    pub(crate) fault: bool,
    pub(crate) level: Level,
    pub(crate) certainty: Certainty,
    /// Path to point at, or `NONE`.
    pub(crate) point: u32,
    pub(crate) message: [Str; 2],
    pub(crate) help: [Str; 2],
    /// Names messages and fixes use.
    pub(crate) names: Run,
    pub(crate) fixes: Run,
}

/// What must be of an object's members, as bits of its first 127 slots, for something to be so at all. One more
/// bit stands for facts.
///
/// Most requests leave most fields out, and set the ones that are required. A check that this rules out is
/// passed over by three operations on bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Needs {
    /// All of these are set.
    pub(crate) set: u128,
    /// None of these is.
    pub(crate) unset: u128,
    /// At least one of these is set, if there are any.
    pub(crate) some: u128,
}

/// The bit of `Needs` that says that there are facts; no member has it.
pub(crate) const FACTS_BIT: u32 = 127;

impl Needs {
    #[inline]
    pub(crate) fn allow(&self, set: u128) -> bool {
        self.set & !set == 0 && self.unset & set == 0 && (self.some == 0 || self.some & set != 0)
    }
}

/// A name used in messages: what people write, and where it leads at this site.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Name {
    pub(crate) text: Str,
    /// Operand, or `NONE` for a computed number.
    pub(crate) operand: u32,
    /// Expression, or `NONE`.
    pub(crate) value: u32,
}

/// What is the same at all sites of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct RuleInfo {
    pub(crate) id: Str,
    pub(crate) url: Str,
    pub(crate) hint: [Str; 2],
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct FixInfo {
    pub(crate) title: [Str; 2],
    pub(crate) safety: Safety,
    pub(crate) action: Action,
    /// Name of the field, resolved at the site; several, separated by blanks, for a removal.
    pub(crate) field: Str,
    pub(crate) value: Str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Action {
    Remove,
    /// `value` is JSON.
    SetJson,
    /// `value` is a template of a text.
    SetText,
    /// `value` is JSON.
    Append,
}

impl Program {
    /// Makes a program that was just read in ready for use.
    #[must_use]
    pub fn ready(mut self) -> Self {
        self.prepare();
        self
    }

    pub(crate) fn str(&self, s: Str) -> &str {
        self.strings.get(s.start as usize..(s.start + s.len) as usize).unwrap_or_default()
    }

    /// Slot of a member, by its name.
    #[inline]
    pub(crate) fn slot(&self, shape: &Shape, name: &str) -> Option<u32> {
        if shape.buckets.len == 0 {
            return None;
        }
        let words = Words::of(name.as_bytes());
        let at = shape.buckets.start + (words.hash(shape.seed) & (shape.buckets.len - 1));
        let slot = u32::from(*self.buckets.get(at as usize)?).checked_sub(1)?;
        let known = self.words.get((shape.fields.start + slot) as usize)?;
        if *known != words {
            return None;
        }
        // The two words hold all of a name of up to 16 bytes; only longer ones have a middle left to compare.
        if words.len > 16 {
            let field = self.fields.get((shape.fields.start + slot) as usize)?;
            return (self.str(field.name) == name).then_some(slot);
        }
        Some(slot)
    }

    /// Builds the tables that are not stored: member names as words.
    pub(crate) fn prepare(&mut self) {
        static NEXT: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(1);
        self.stamp = NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        self.words = self.fields.iter().map(|f| Words::of(self.str(f.name).as_bytes())).collect();
        self.listed.clear();
        self.list_tables.clear();
        for list in &self.lists {
            let size = (list.exact.len * 2).next_power_of_two();
            let table = Run { start: self.listed.len() as u32, len: size };
            self.listed.resize(table.range().end, 0);
            for item in list.exact.range() {
                let text = self.items.get(item).map_or("", |s| self.str(*s));
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

    /// Whether a text is one of a list's exact values.
    pub(crate) fn is_exact(&self, list: u32, text: &str) -> bool {
        let Some(table) = self.list_tables.get(list as usize) else { return false };
        let mut at = Words::of(text.as_bytes()).hash(0);
        loop {
            let place =
                self.listed.get((table.start + (at & (table.len - 1))) as usize).copied().unwrap_or(0);
            let Some(item) = place.checked_sub(1) else { return false };
            if self.items.get(item as usize).is_some_and(|s| self.str(*s) == text) {
                return true;
            }
            at = at.wrapping_add(1);
        }
    }
}

/// A name as two machine words: its first and its last eight bytes. Looked at once per member of every request,
/// so that most names are told apart without a loop over their bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Words {
    head: u64,
    tail: u64,
    len: u32,
}

impl Words {
    #[inline]
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let len = bytes.len() as u32;
        if let (Some(head), Some(tail)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
            return Self { head: u64::from_le_bytes(*head), tail: u64::from_le_bytes(*tail), len };
        }
        if let (Some(head), Some(tail)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            let (head, tail) = (u32::from_le_bytes(*head), u32::from_le_bytes(*tail));
            return Self { head: u64::from(head), tail: u64::from(tail), len };
        }
        let head = bytes.iter().fold(0, |word, b| (word << 8) | u64::from(*b));
        Self { head, tail: 0, len }
    }

    #[inline]
    pub(crate) fn hash(self, seed: u32) -> u32 {
        let mixed = (self.head ^ u64::from(seed)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
            ^ self.tail.rotate_left(29).wrapping_mul(0xD6E8_FEB8_6659_FD93)
            ^ u64::from(self.len);
        (mixed ^ (mixed >> 32)).wrapping_mul(0xFF51_AFD7_ED55_8CCD).rotate_left(20) as u32
    }
}
