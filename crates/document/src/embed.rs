//! Decoded strings behind the source text, documents inside strings, and a document beside the source.

use crate::defect::forget;
use crate::node::{ESCAPED, INCOMPLETE};
use crate::read::{PADDING, Sink, read_text};
use crate::strings::append;
use crate::{Defect, Document, Edit, Kind, NodeId, Span, strings};

/// How deep strings may lie in strings.
const MAX_NESTING: usize = 4;

/// What stands in the buffer behind the source: decoded strings, and the attached document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sides {
    /// In the order in which they stand there.
    list: Vec<Side>,
    /// For each side: where the text begins, and then, after every escape, offset in the decoded text and in the
    /// text it came from.
    steps: Vec<(u32, u32)>,
    /// Faults of those that were read as documents.
    defects: Vec<Defect>,
    comments: Vec<Span>,
    /// Root of the attached document.
    attached: Option<NodeId>,
}

#[derive(Clone, Debug)]
struct Side {
    start: u32,
    end: u32,
    steps: (u32, u32),
    /// The string; `None` for the attached document.
    holder: Option<NodeId>,
    /// Of the document the text was read as.
    root: Option<NodeId>,
    defects: (u32, u32),
}

impl Document {
    /// Forgets all decoded strings and embedded documents, but keeps their memory.
    pub(crate) fn clear_sides(&mut self) {
        self.sides.list.clear();
        self.sides.steps.clear();
        forget(&mut self.sides.defects, 0);
        self.sides.attached = None;
    }

    /// Decodes an escaped string once and for all, so that [`string`](Self::string) borrows it from then on. The
    /// memory is reused with the document. Does nothing for other nodes.
    pub fn decode(&mut self, id: NodeId) {
        if self.node(id).has(ESCAPED) {
            self.side_of(id);
        }
    }

    /// Reads the decoded text of a string as a document of its own and returns its root. The nodes join this
    /// tree behind all others; asked again, nothing is read again. `None` if the value is no string, or lies
    /// in strings in strings deeper than anyone writes.
    ///
    /// ```
    /// use acklint_document::{Document, NodeId};
    /// let mut doc = Document::parse(r#"{"config": "{\"type\":\"internet\"}"}"#);
    /// let config = doc.get(NodeId::ROOT, "config").unwrap();
    /// let root = doc.embed(config).unwrap();
    /// let kind = doc.get(root, "type").unwrap();
    /// assert_eq!(doc.string(kind).as_deref(), Some("internet"));
    /// let span = doc.span(kind);
    /// assert_eq!(&doc.text()[span.range()], r#"\"internet\""#);
    /// assert_eq!(doc.pointer(kind), "/config");
    /// ```
    pub fn embed(&mut self, id: NodeId) -> Option<NodeId> {
        if let Some(root) = self.embedded(id) {
            return Some(root);
        }
        if self.around(id).0 >= MAX_NESTING {
            return None;
        }
        let side = self.side_of(id)?;
        let (root, first) = self.read_side(side)?;
        self.defects_to_source(root, first);
        Some(root)
    }

    /// The root [`embed`](Self::embed) made of this string.
    pub fn embedded(&self, id: NodeId) -> Option<NodeId> {
        self.side(id)?.root
    }

    /// The string whose text the embedded document of this node is; `None` for nodes of the source itself.
    pub fn holder(&self, id: NodeId) -> Option<NodeId> {
        self.side_at(self.node(id).start)?.holder
    }

    /// Reads another text beside the source, such as what is known about things the source only names, and
    /// returns its root. Its nodes join this tree behind all others, but stand nowhere in the source: their spans
    /// are empty. Its objects are [incomplete](Self::is_incomplete): what they do not say is not known. `None` if
    /// the text is not sound JSON, or something is attached already.
    ///
    /// ```
    /// use acklint_document::{Document, Span};
    /// let mut doc = Document::parse(r#"{"vpcid": "vpc-1"}"#);
    /// let root = doc.attach(r#"{"vpcs": [{"id": "vpc-1"}]}"#).unwrap();
    /// let vpcs = doc.get(root, "vpcs").unwrap();
    /// assert!(doc.is_attached(vpcs));
    /// assert_eq!(doc.span(vpcs), Span::at(0));
    /// ```
    pub fn attach(&mut self, json: &str) -> Option<NodeId> {
        if self.sides.attached.is_some() {
            return None;
        }
        self.room(json.len())?;
        let start = self.buffer.len();
        append(&mut self.buffer, json);
        // A side without steps leads nowhere in the source.
        let side = self.push_side(start, self.sides.steps.len(), None);
        let (root, first) = self.read_side(side)?;
        if self.sides.defects.len() > first {
            forget(&mut self.sides.defects, first);
            self.sides.list.pop();
            self.nodes.truncate(root.index());
            self.buffer.truncate(start);
            return None;
        }
        for node in self.nodes.iter_mut().skip(root.index()).filter(|node| node.kind == Kind::Object) {
            node.flags |= INCOMPLETE;
        }
        self.sides.attached = Some(root);
        Some(root)
    }

    /// The root of what was [attached](Self::attach) to this text.
    pub fn attached(&self) -> Option<NodeId> {
        self.sides.attached
    }

    /// Whether a node belongs to the attached document, and so to no place of the source.
    pub fn is_attached(&self, id: NodeId) -> bool {
        self.side_at(self.node(self.outermost(id)).start).is_some()
    }

    /// The faults of the document that [`embed`](Self::embed) made of this string. Their places are in the
    /// source text, inside the string; so are their repairs, written with the escapes they need there.
    pub fn embedded_defects(&self, string: NodeId) -> &[Defect] {
        let (start, end) = self.side(string).map_or((0, 0), |side| side.defects);
        self.sides.defects.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The decoded text of a string that has been decoded.
    pub(crate) fn side_text(&self, id: NodeId) -> Option<&str> {
        let side = self.side(id)?;
        self.part(side.start as usize, side.end as usize)
    }

    fn side(&self, id: NodeId) -> Option<&Side> {
        let node = self.node(id);
        if node.kind != Kind::String {
            return None;
        }
        self.sides.list.get((node.link as usize).checked_sub(1)?)
    }

    /// The side an offset in the buffer lies in, unless that is in the source.
    #[inline(never)]
    fn side_at(&self, offset: u32) -> Option<&Side> {
        if offset as usize <= self.source_len {
            return None;
        }
        let behind = self.sides.list.partition_point(|side| side.start <= offset);
        self.sides.list.get(behind.checked_sub(1)?)
    }

    /// How many strings are around a value, and whether their texts can be trusted.
    #[inline(never)]
    fn around(&self, id: NodeId) -> (usize, bool) {
        let (mut count, mut sound, mut at) = (0, true, id);
        while let Some(holder) = self.holder(at) {
            count += 1;
            sound &= !self.is_doubtful(holder);
            at = holder;
        }
        (count, sound)
    }

    /// Reads a side as a document; gives its root and the index of its first defect.
    fn read_side(&mut self, side: usize) -> Option<(NodeId, usize)> {
        let side = self.sides.list.get_mut(side)?;
        let (root, first) = (NodeId::at(self.nodes.len() as u32), self.sides.defects.len());
        let sink = Sink {
            nodes: &mut self.nodes,
            defects: &mut self.sides.defects,
            comments: &mut self.sides.comments,
        };
        read_text(&self.buffer, side.start as usize..side.end as usize, self.max_depth, sink);
        self.sides.comments.clear();
        side.root = Some(root);
        side.defects = (first as u32, self.sides.defects.len() as u32);
        Some((root, first))
    }

    /// Whether another text of that length has a place: offsets are 32 bits wide, and strings in strings of a huge
    /// text could outgrow them.
    fn room(&self, len: usize) -> Option<u32> {
        u32::try_from(self.buffer.len() + len + PADDING.len()).ok()
    }

    /// The end of the buffer, from `start` on, becomes a side; returns its index.
    fn push_side(&mut self, start: usize, first_step: usize, holder: Option<NodeId>) -> usize {
        self.sides.list.push(Side {
            start: start as u32,
            end: self.buffer.len() as u32,
            steps: (first_step as u32, self.sides.steps.len() as u32),
            holder,
            root: None,
            defects: (0, 0),
        });
        append(&mut self.buffer, PADDING);
        self.sides.list.len() - 1
    }

    /// Decodes the string into the buffer unless it is there, and returns the index of its side.
    fn side_of(&mut self, id: NodeId) -> Option<usize> {
        let node = *self.node(id);
        if node.kind != Kind::String {
            return None;
        }
        if node.link != 0 {
            return Some(node.link as usize - 1);
        }
        let (from, to) = node.inner();
        let (mut done, to) = (from as usize, to as usize);
        self.room(to - done)?;
        let (start, first) = (self.buffer.len(), self.sides.steps.len());
        loop {
            self.sides.steps.push((self.buffer.len() as u32, done as u32));
            let raw = self.buffer.as_bytes().get(..to)?;
            let at = if node.has(ESCAPED) { strings::next(raw, done, b'\\') } else { to };
            let escape = strings::escape(raw.get(at..)?);
            self.buffer.extend_from_within(done..at);
            if at == to {
                break;
            }
            strings::push_char(&mut self.buffer, escape.value);
            done = at + escape.len;
        }
        let side = self.push_side(start, first, Some(id));
        self.nodes.get_mut(id.index())?.link = side as u32 + 1;
        Some(side)
    }
}

/// From decoded text back to the source.
impl Document {
    /// Source place of a range of the buffer.
    pub(crate) fn source_span(&self, start: u32, end: u32) -> Span {
        if (start as usize) <= self.source_len {
            return Span::new(start, end);
        }
        Span::new(self.source_offset(start), self.source_offset(end))
    }

    fn source_offset(&self, mut offset: u32) -> u32 {
        // Every step leads to a text earlier in the buffer, so the walk ends.
        while let Some(side) = self.side_at(offset) {
            let steps =
                self.sides.steps.get(side.steps.0 as usize..side.steps.1 as usize).unwrap_or_default();
            let known = steps.partition_point(|&(decoded, _)| decoded <= offset);
            let Some(&(decoded, origin)) = known.checked_sub(1).and_then(|index| steps.get(index)) else {
                // The attached document.
                return 0;
            };
            offset = origin + (offset.min(side.end) - decoded);
        }
        offset.min(self.source_len as u32)
    }

    /// Rewrites an edit of the text that holds node `id` as an edit of the source: inside a string, what is
    /// inserted must be escaped, once for every string around it.
    #[inline(never)]
    pub(crate) fn edit_to_source(&self, id: NodeId, mut edit: Edit) -> Edit {
        self.move_edit(&mut edit, self.around(id).0);
        edit
    }

    /// The same for an edit inside that many strings.
    #[inline(never)]
    fn move_edit(&self, edit: &mut Edit, strings: usize) {
        edit.span = self.source_span(edit.span.start, edit.span.end);
        for _ in 0..strings {
            edit.text = strings::escape_text(&edit.text);
        }
    }

    /// Moves the defects from index `first` on, found in the embedded document of that root, to the source.
    fn defects_to_source(&mut self, root: NodeId, first: usize) {
        if self.sides.defects.len() == first {
            return;
        }
        let (strings, sound) = self.around(root);
        let mut defects = std::mem::take(&mut self.sides.defects);
        for defect in defects.iter_mut().skip(first) {
            defect.span = self.source_span(defect.span.start, defect.span.end);
            defect.related = defect.related.map(|span| self.source_span(span.start, span.end));
            if !sound {
                // A string that itself needs repair must not be changed twice.
                defect.repair.clear();
            }
            for edit in &mut defect.repair {
                self.move_edit(edit, strings);
            }
        }
        self.sides.defects = defects;
    }
}
