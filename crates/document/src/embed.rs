//! Decoded strings behind the source text, documents inside strings, and a document beside the source.

use crate::node::{ESCAPED, INCOMPLETE, NONE, Node};
use crate::read::{PADDING, Sink, read_text};
use crate::strings::append;
use crate::{Defect, Document, Edit, Kind, NodeId, Span, strings};

/// How deep strings may lie in strings.
const MAX_NESTING: usize = 4;

/// The decoded strings, in the order in which they stand in the buffer.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sides {
    list: Vec<Side>,
    /// For each side: where the text begins, and then, after every escape, offset in the decoded text and in the
    /// text it came from.
    steps: Vec<(u32, u32)>,
}

#[derive(Clone, Debug)]
struct Side {
    start: u32,
    end: u32,
    steps: (u32, u32),
    /// Index into `Embeds` + 1, or 0.
    embed: u32,
}

/// The documents inside strings, by the ids of their roots.
#[derive(Clone, Debug, Default)]
pub(crate) struct Embeds {
    list: Vec<Embed>,
    defects: Vec<Defect>,
    comments: Vec<Span>,
    /// Ids of the attached document: its root, and the first one behind it.
    attached: Option<(u32, u32)>,
}

#[derive(Clone, Debug)]
struct Embed {
    root: u32,
    /// The string; `NONE` for the attached document.
    holder: u32,
    defects: (u32, u32),
}

impl Document {
    /// Forgets all decoded strings and embedded documents, but keeps their memory.
    pub(crate) fn clear_sides(&mut self) {
        self.sides.list.clear();
        self.sides.steps.clear();
        self.embeds.list.clear();
        self.embeds.defects.clear();
        self.embeds.comments.clear();
        self.embeds.attached = None;
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
        if self.kind(id) != Kind::String {
            return None;
        }
        if let Some(root) = self.embedded(id) {
            return Some(root);
        }
        if self.nesting(id) >= MAX_NESTING {
            return None;
        }
        let side = self.side_of(id)?;
        let (start, end) = self.sides.list.get(side).map(|side| (side.start as usize, side.end as usize))?;
        let root = self.nodes.len() as u32;
        let first = self.embeds.defects.len();
        self.read_side(start, end);
        self.defects_to_source(id, first);
        let defects = (first as u32, self.embeds.defects.len() as u32);
        self.embeds.list.push(Embed { root, holder: id.0, defects });
        self.sides.list.get_mut(side)?.embed = self.embeds.list.len() as u32;
        Some(NodeId(root))
    }

    /// The root [`embed`](Self::embed) made of this string.
    pub fn embedded(&self, id: NodeId) -> Option<NodeId> {
        self.embed_of(id).map(|embed| NodeId(embed.root))
    }

    /// The string whose text the embedded document of this node is; `None` for nodes of the source itself.
    pub fn holder(&self, id: NodeId) -> Option<NodeId> {
        let behind = self.embeds.list.partition_point(|embed| embed.root <= id.0);
        let embed = self.embeds.list.get(behind.checked_sub(1)?)?;
        (embed.holder != NONE).then_some(NodeId(embed.holder))
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
        if self.embeds.attached.is_some() {
            return None;
        }
        u32::try_from(self.buffer.len() + json.len() + PADDING.len()).ok()?;
        let (start, root) = (self.buffer.len(), self.nodes.len());
        let first = self.embeds.defects.len();
        append(&mut self.buffer, json);
        let end = self.buffer.len();
        append(&mut self.buffer, PADDING);
        self.read_side(start, end);
        if self.embeds.defects.len() > first {
            self.embeds.defects.truncate(first);
            self.nodes.truncate(root);
            self.buffer.truncate(start);
            return None;
        }
        for node in self.nodes.iter_mut().skip(root).filter(|node| node.kind == Kind::Object) {
            node.flags |= INCOMPLETE;
        }
        // A side without steps leads nowhere in the source.
        let steps = self.sides.steps.len() as u32;
        let side = Side { start: start as u32, end: end as u32, steps: (steps, steps), embed: 0 };
        self.sides.list.push(side);
        let defects = (first as u32, first as u32);
        self.embeds.list.push(Embed { root: root as u32, holder: NONE, defects });
        self.embeds.attached = Some((root as u32, self.nodes.len() as u32));
        Some(NodeId(root as u32))
    }

    /// The root of what was [attached](Self::attach) to this text.
    pub fn attached(&self) -> Option<NodeId> {
        self.embeds.attached.map(|(root, _)| NodeId(root))
    }

    /// Whether a node belongs to the attached document, and so to no place of the source.
    pub fn is_attached(&self, id: NodeId) -> bool {
        let Some((root, end)) = self.embeds.attached else { return false };
        (root..end).contains(&self.outermost(id).0)
    }

    /// The faults of the document that [`embed`](Self::embed) made of this string. Their places are in the
    /// source text, inside the string; so are their repairs, written with the escapes they need there.
    pub fn embedded_defects(&self, string: NodeId) -> &[Defect] {
        let Some(embed) = self.embed_of(string) else {
            return &[];
        };
        self.embeds.defects.get(embed.defects.0 as usize..embed.defects.1 as usize).unwrap_or_default()
    }

    /// The decoded text of a string that has been decoded.
    pub(crate) fn side_text(&self, node: &Node) -> Option<&str> {
        let side = self.side(node)?;
        self.part(side.start as usize, side.end as usize)
    }

    fn side(&self, node: &Node) -> Option<&Side> {
        if node.kind != Kind::String {
            return None;
        }
        self.sides.list.get((node.link as usize).checked_sub(1)?)
    }

    fn embed_of(&self, id: NodeId) -> Option<&Embed> {
        let side = self.side(self.node(id))?;
        self.embeds.list.get((side.embed as usize).checked_sub(1)?)
    }

    fn nesting(&self, id: NodeId) -> usize {
        let (mut nesting, mut at) = (0, id);
        while let Some(holder) = self.holder(at) {
            (nesting, at) = (nesting + 1, holder);
        }
        nesting
    }

    /// Reads a text of the buffer that is not the source.
    #[inline(never)]
    fn read_side(&mut self, start: usize, end: usize) {
        let sink = Sink {
            nodes: &mut self.nodes,
            defects: &mut self.embeds.defects,
            comments: &mut self.embeds.comments,
        };
        read_text(&self.buffer, start..end, self.max_depth, sink);
        self.embeds.comments.clear();
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
        let (from, to) = (from as usize, to as usize);
        let raw = self.buffer.get(from..to)?.len();
        // Offsets are 32 bits wide; strings in strings of a huge text could outgrow them.
        u32::try_from(self.buffer.len() + raw + PADDING.len()).ok()?;
        let start = self.buffer.len() as u32;
        let first = self.sides.steps.len() as u32;
        let mut done = from;
        loop {
            self.sides.steps.push((self.buffer.len() as u32, done as u32));
            let raw = self.buffer.as_bytes().get(..to)?;
            let at = if node.has(ESCAPED) { strings::backslash(raw, done) } else { to };
            let rest = raw.get(at..)?;
            let escape = if rest.is_empty() { None } else { Some(strings::escape(rest)) };
            self.buffer.extend_from_within(done..at);
            let Some(escape) = escape else { break };
            self.buffer.push(escape.value);
            done = at + escape.len;
        }
        let end = self.buffer.len() as u32;
        append(&mut self.buffer, PADDING);
        let steps = (first, self.sides.steps.len() as u32);
        self.sides.list.push(Side { start, end, steps, embed: 0 });
        self.nodes.get_mut(id.index())?.link = self.sides.list.len() as u32;
        Some(self.sides.list.len() - 1)
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
        while offset as usize > self.source_len {
            let behind = self.sides.list.partition_point(|side| side.start <= offset);
            let Some(side) = behind.checked_sub(1).and_then(|index| self.sides.list.get(index)) else {
                return self.source_len as u32;
            };
            let steps =
                self.sides.steps.get(side.steps.0 as usize..side.steps.1 as usize).unwrap_or_default();
            let known = steps.partition_point(|&(decoded, _)| decoded <= offset);
            let Some(&(decoded, origin)) = known.checked_sub(1).and_then(|index| steps.get(index)) else {
                // The attached document.
                return 0;
            };
            offset = origin + (offset.min(side.end) - decoded);
        }
        offset
    }

    /// Rewrites an edit of the text that holds node `id` as an edit of the source: inside a string, what is
    /// inserted must be escaped, once for every string around it.
    pub(crate) fn edit_to_source(&self, id: NodeId, edit: Edit) -> Edit {
        let mut text = edit.text;
        for _ in 0..self.nesting(id) {
            text = strings::escape_text(&text);
        }
        Edit { span: self.source_span(edit.span.start, edit.span.end), text }
    }

    /// Moves the defects from index `first` on, found in the text of string `holder`, to the source.
    fn defects_to_source(&mut self, holder: NodeId, first: usize) {
        if self.embeds.defects.len() == first {
            return;
        }
        // A string that itself needs repair must not be changed twice.
        let (mut levels, mut sound, mut around) = (0, true, Some(holder));
        while let Some(id) = around {
            levels += 1;
            sound &= !self.is_doubtful(id);
            around = self.holder(id);
        }
        let mut defects = std::mem::take(&mut self.embeds.defects);
        for defect in defects.iter_mut().skip(first) {
            defect.span = self.source_span(defect.span.start, defect.span.end);
            defect.related = defect.related.map(|span| self.source_span(span.start, span.end));
            if !sound {
                defect.repair.clear();
            }
            for edit in &mut defect.repair {
                edit.span = self.source_span(edit.span.start, edit.span.end);
                for _ in 0..levels {
                    edit.text = strings::escape_text(&edit.text);
                }
            }
        }
        self.embeds.defects = defects;
    }
}
