//! From bytes to a tree.

use std::ops::Range;

use crate::defect::{forget, record};
use crate::encoding::{self, Fault};
use crate::node::Node;
use crate::reader::{self, Policy};
use crate::strings::append;
use crate::{Defect, DefectKind, Document, Edit, Span, sort_few};

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

/// Offsets are 32 bits wide, and decoded strings stand behind the text.
const MAX_LEN: usize = 1 << 30;

/// Follows every text in the buffer, so that loads of sixteen bytes never leave it and its end needs no test.
pub(crate) const PADDING: &str = "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

/// Where a reader puts what it finds.
pub(crate) struct Sink<'d> {
    pub(crate) nodes: &'d mut Vec<Node>,
    pub(crate) defects: &'d mut Vec<Defect>,
    pub(crate) comments: &'d mut Vec<Span>,
}

pub(crate) fn read(doc: &mut Document, bytes: &[u8], options: &ReadOptions) {
    doc.clear_sides();
    doc.buffer.clear();
    doc.nodes.clear();
    forget(&mut doc.defects, 0);
    doc.comments.clear();
    doc.max_depth = options.max_depth;
    doc.source_len = 0;
    let fault = if bytes.len() > options.max_len.min(MAX_LEN) {
        Some(Fault { kind: DefectKind::TooLarge, span: Span::at(0), readable: false })
    } else {
        encoding::take(bytes, &mut doc.buffer)
    };
    doc.source_len = doc.buffer.len();
    append(&mut doc.buffer, PADDING);
    let mut range = 0..doc.source_len;
    if let Some(Fault { kind, span, readable }) = fault {
        if !readable {
            return encoding::refuse(doc, kind, span);
        }
        let mut repair = Vec::new();
        if kind == DefectKind::ByteOrderMark {
            range.start = span.end as usize;
            repair.push(Edit::delete(span));
        }
        record(&mut doc.defects, kind, span, None, repair);
    }
    let sink = Sink { nodes: &mut doc.nodes, defects: &mut doc.defects, comments: &mut doc.comments };
    read_text(&doc.buffer, range, options.max_depth, sink);
    if !doc.defects.is_empty() {
        encoding::finish(bytes, doc);
        sort(&mut doc.defects);
    }
}

/// Reads one text of the buffer, more than once if its brackets do not pair, and keeps the reading with the
/// fewest and lightest defects. The number of readings is fixed, so the work stays linear.
pub(crate) fn read_text(buffer: &str, range: Range<usize>, max_depth: u32, sink: Sink<'_>) {
    let Sink { nodes, defects, comments } = sink;
    let (first_node, first_defect, first_comment) = (nodes.len(), defects.len(), comments.len());
    let mut attempt = |policy: Policy| {
        nodes.truncate(first_node);
        forget(defects, first_defect);
        comments.truncate(first_comment);
        let sink = Sink { nodes: &mut *nodes, defects: &mut *defects, comments: &mut *comments };
        reader::run(buffer.as_bytes(), range.clone(), max_depth, policy, sink);
        let found = defects.get(first_defect..).unwrap_or_default();
        let pairs = !found.iter().any(|defect| is_about_brackets(defect.kind));
        (found.iter().map(|defect| weight(defect.kind)).sum::<u32>(), pairs)
    };
    let plain = Policy::default();
    let (mut least, pairs) = attempt(plain);
    if !pairs {
        let (mut best, mut recent) = (plain, plain);
        let others = [(true, false), (true, true), (false, true)];
        for (indent, replace) in others {
            recent = Policy { indent, replace };
            let (cost, _) = attempt(recent);
            // At the same cost the writer's layout decides.
            if cost < least || (cost == least && indent && !best.indent) {
                (least, best) = (cost, recent);
            }
        }
        if best != recent {
            attempt(best);
        }
    }
    if let Some(found) = defects.get_mut(first_defect..) {
        sort(found);
    }
}

/// Puts defects in the order of their places.
#[inline(never)]
fn sort(defects: &mut [Defect]) {
    sort_few(defects, |one, other| one.span.start > other.span.start);
}

fn is_about_brackets(kind: DefectKind) -> bool {
    use DefectKind::{ExtraCloser, MissingKey, TextAfter, UnclosedArray, UnclosedObject, WrongCloser};
    matches!(kind, UnclosedObject | UnclosedArray | WrongCloser | ExtraCloser | MissingKey | TextAfter)
}

/// How unlikely a reading is that has this defect: the more text it does not understand, the more.
fn weight(kind: DefectKind) -> u32 {
    use DefectKind::{
        ExtraCloser, MissingKey, MissingValue, StrayText, TextAfter, UnclosedArray, UnclosedObject,
        WrongCloser,
    };
    match kind {
        TextAfter => 5,
        StrayText | MissingKey => 4,
        UnclosedObject | UnclosedArray | ExtraCloser | WrongCloser | MissingValue => 2,
        _ => 1,
    }
}
