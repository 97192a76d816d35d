//! What a walk over a request needs to know of fields: little, so that all of it stays close to the processor.

use super::{FACTS_BIT, FieldInfo, Run, Words};
use crate::pack::{FieldStatus, FieldType};

/// A field, as a walk sees it. What stands in pairs is of the value, and of the items of a list.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(clippy::struct_excessive_bools)] // read one by one, each in its place
pub(crate) struct HotField {
    name: Words,
    /// Where the name is in the texts.
    start: u32,
    pub(crate) child: u32,
    guards: [(u16, u16); 2],
    /// The bit of its slot in the lower or the higher half of what an object has set; none, if it has no place.
    pub(crate) set: (u8, u64),
    /// Its bits: the first, and how many.
    bits: (u8, u8),
    types: [FieldType; 2],
    plain: [Plain; 2],
    pub(crate) removed: bool,
    pub(crate) secret: bool,
    pub(crate) embedded: bool,
}

/// Values that need no more than a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Plain {
    Text,
    Whole,
    Flag,
    No,
}

impl HotField {
    pub(super) fn of(field: &FieldInfo, (start, name): (u32, &str), slot: u32) -> Self {
        let types = [field.ty, field.items.unwrap_or(FieldType::Any)];
        let removed = field.status == FieldStatus::Removed;
        let plain = |ty: FieldType| match ty {
            FieldType::String if !field.embedded => Plain::Text,
            FieldType::Integer => Plain::Whole,
            FieldType::Boolean => Plain::Flag,
            _ => Plain::No,
        };
        let [value, items] = types;
        Self {
            name: Words::of(name.as_bytes()),
            start,
            child: field.child,
            // A pack has a few hundred guards; one with more than fit is compiled without the rest of them.
            guards: field.guards.map(|run| (run.start as u16, run.len as u16)),
            set: if slot < FACTS_BIT { ((slot / 64) as u8, 1 << (slot % 64)) } else { (0, 0) },
            bits: (field.bits.start as u8, field.bits.len as u8),
            types,
            plain: [if removed { Plain::No } else { plain(value) }, plain(items)],
            removed,
            secret: field.secret,
            embedded: field.embedded,
        }
    }

    /// Whether the field has this name.
    #[inline]
    pub(crate) fn is_named(&self, texts: &str, name: &[u8], words: Words) -> bool {
        self.name == words && (words.is_whole() || self.is_written(texts, name))
    }

    pub(super) fn hash(&self, seed: u32) -> u32 {
        self.name.hash(seed)
    }

    fn is_written(&self, texts: &str, name: &[u8]) -> bool {
        texts.as_bytes().get(self.start as usize..self.start as usize + name.len()) == Some(name)
    }

    /// Checks that hang on the value, or on an item of it.
    #[inline]
    pub(crate) fn guards_of(&self, item: bool) -> Run {
        let [value, items] = self.guards;
        let (start, len) = if item { items } else { value };
        Run { start: u32::from(start), len: u32::from(len) }
    }

    /// The bits of the object that are about the value; none are about items.
    #[inline]
    pub(crate) fn bits_of(&self, item: bool) -> u64 {
        let (first, count) = self.bits;
        if item || count == 0 { 0 } else { (u64::MAX >> (64 - count)) << first }
    }

    #[inline]
    pub(crate) fn type_of(&self, item: bool) -> FieldType {
        let [value, items] = self.types;
        if item { items } else { value }
    }

    #[inline]
    pub(crate) fn plain_of(&self, item: bool) -> Plain {
        let [value, items] = self.plain;
        if item { items } else { value }
    }
}

const _: () = assert!(size_of::<HotField>() <= 72);
