//! One entry of the tree.

use std::num::NonZeroU32;

/// Names a node of one [`Document`](crate::Document).
///
/// Ids count in text order, so a smaller id never lies behind a larger one of the same text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(NonZeroU32);

impl NodeId {
    /// The outermost value. Every document has one, if only a [`Kind::Broken`] one.
    pub const ROOT: Self = Self(NonZeroU32::MIN);

    /// The node at a position; none at [`NONE`]. It is kept from 1 on, so that a node or none is one number.
    pub(crate) const fn new(index: u32) -> Option<Self> {
        match NonZeroU32::new(index.wrapping_add(1)) {
            Some(id) => Some(Self(id)),
            None => None,
        }
    }

    /// The node at a position at which there is one.
    pub(crate) fn at(index: u32) -> Self {
        Self::new(index).unwrap_or(Self::ROOT)
    }

    pub(crate) const fn number(self) -> u32 {
        self.0.get() - 1
    }

    /// Position in the tree, for tables beside it; below [`Document::len`](crate::Document::len).
    pub const fn index(self) -> usize {
        self.number() as usize
    }
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Kind {
    /// `{ … }`
    Object,
    /// `[ … ]`
    Array,
    /// `"…"`
    String,
    /// A number as it is written.
    Number,
    /// `true`
    True,
    /// `false`
    False,
    /// `null`
    Null,
    /// A value that is missing or cannot be read.
    Broken,
}

/// No offset, no node.
pub(crate) const NONE: u32 = u32::MAX;

/// 32 bytes: two nodes to a cache line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    /// The value, with its quotes or brackets.
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// The member's key without its quotes; `NONE` for items and roots.
    pub(crate) key_start: u32,
    /// End of that key; the index of an item; `NONE` for roots.
    pub(crate) key_end: u32,
    pub(crate) parent: u32,
    /// Id after the last node below this one.
    pub(crate) after: u32,
    /// Containers: number of children. Strings: index of the `Side` + 1, or 0.
    pub(crate) link: u32,
    pub(crate) kind: Kind,
    pub(crate) flags: u8,
    /// Width of a string's quotes in bytes.
    pub(crate) open: u8,
    pub(crate) close: u8,
}

/// The value of a string has escapes.
pub(crate) const ESCAPED: u8 = 1;
/// The key has escapes.
pub(crate) const KEY_ESCAPED: u8 = 2;
/// A container that may have lost something.
pub(crate) const INCOMPLETE: u8 = 4;
/// A scalar that may not be what it seems.
pub(crate) const DOUBTFUL: u8 = 8;
/// The key has no opening quote.
pub(crate) const KEY_UNOPENED: u8 = 16;
/// The key has no closing quote.
pub(crate) const KEY_UNCLOSED: u8 = 32;

impl Node {
    /// Stands for a document without text and for ids of another document.
    pub(crate) const NOTHING: Self = Self {
        start: 0,
        end: 0,
        key_start: NONE,
        key_end: NONE,
        parent: NONE,
        after: 1,
        link: 0,
        kind: Kind::Broken,
        flags: 0,
        open: 0,
        close: 0,
    };

    pub(crate) const fn is_container(&self) -> bool {
        matches!(self.kind, Kind::Object | Kind::Array)
    }

    pub(crate) const fn has(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }

    /// The string's text without its quotes.
    pub(crate) const fn inner(&self) -> (u32, u32) {
        (self.start + self.open as u32, self.end - self.close as u32)
    }
}

const _: () = assert!(size_of::<Node>() == 32);
