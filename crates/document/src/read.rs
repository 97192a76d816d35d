//! From bytes to a tree.

use std::ops::Range;

use crate::node::Node;
use crate::{Defect, Document, Span};

/// Limits of reading.
///
/// ```
/// use acklint_document::{DefectKind, Document, ReadOptions};
/// let mut doc = Document::new();
/// doc.read(b"[[[1]]]", &ReadOptions { max_depth: 2, ..ReadOptions::default() });
/// assert_eq!(doc.defects()[0].kind, DefectKind::TooDeep);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadOptions {
    /// How deep containers may nest; 128 by default. What lies deeper is skipped.
    pub max_depth: u32,
    /// How many bytes are read; 64 MiB by default, 1 GiB at most. A longer text is not read at all.
    pub max_len: usize,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self { max_depth: 128, max_len: 64 << 20 }
    }
}

/// Follows every text in the buffer, so that loads of eight bytes never leave it and its end needs no test.
pub(crate) const PADDING: &str = "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

/// Where a reader puts what it finds.
pub(crate) struct Sink<'d> {
    pub(crate) nodes: &'d mut Vec<Node>,
    pub(crate) defects: &'d mut Vec<Defect>,
    pub(crate) comments: &'d mut Vec<Span>,
}

pub(crate) fn read(doc: &mut Document, bytes: &[u8], _options: &ReadOptions) {
    doc.buffer.clear();
    doc.buffer.push_str(&String::from_utf8_lossy(bytes));
    doc.source_len = doc.buffer.len();
    doc.buffer.push_str(PADDING);
    doc.clear_sides();
}

pub(crate) fn read_text(_buffer: &str, _range: Range<usize>, _max_depth: u32, sink: Sink<'_>) {
    sink.nodes.push(Node::NOTHING);
    sink.defects.clear();
    sink.comments.clear();
}
