//! The tree and the questions one can ask it.

use std::borrow::Cow;
use std::ops::Range;

use crate::embed::Sides;
use crate::node::{DOUBTFUL, ESCAPED, INCOMPLETE, KEY_ESCAPED, KEY_UNCLOSED, KEY_UNOPENED, NONE, Node};
use crate::{Children, Defect, Entries, Entry, Kind, LineIndex, NodeId, ReadOptions, Span, read, strings};

/// A text, its tree and its defects.
///
/// The document owns its text and all buffers; [`Document::read`] puts the next text into them. Ids belong to one
/// text: asked about an id it does not have, a document answers as for a [`Kind::Broken`] value without place.
///
/// ```
/// use acklint_document::{Document, Kind, NodeId};
/// let doc = Document::parse(r#"{ "tags": [ {"key": "env"} ], "master_count": 3 }"#);
/// let count = doc.get(NodeId::ROOT, "master_count").unwrap();
/// assert_eq!((doc.kind(count), doc.integer(count)), (Kind::Number, Some(3)));
/// let key = doc.find("/tags/0/key").unwrap();
/// assert_eq!(doc.string(key).as_deref(), Some("env"));
/// assert_eq!(doc.children(NodeId::ROOT).count(), 2);
/// ```
#[derive(Clone, Debug)]
pub struct Document {
    /// The source text, padding, then decoded strings with padding after each.
    pub(crate) buffer: String,
    pub(crate) source_len: usize,
    pub(crate) nodes: Vec<Node>,
    pub(crate) defects: Vec<Defect>,
    pub(crate) comments: Vec<Span>,
    pub(crate) sides: Sides,
    pub(crate) max_depth: u32,
}

impl Default for Document {
    fn default() -> Self {
        Self::new()
    }
}

/// Reading.
impl Document {
    /// A document without text; its root is [`Kind::Broken`]. Allocates once, for that root.
    pub fn new() -> Self {
        Self {
            buffer: String::new(),
            source_len: 0,
            nodes: vec![Node::NOTHING],
            defects: Vec::new(),
            comments: Vec::new(),
            sides: Sides::default(),
            max_depth: ReadOptions::default().max_depth,
        }
    }

    /// Reads a text with the default limits.
    pub fn parse(text: &str) -> Self {
        Self::parse_bytes(text.as_bytes())
    }

    /// Reads bytes, which should be UTF-8, with the default limits.
    pub fn parse_bytes(bytes: &[u8]) -> Self {
        let mut document = Self::new();
        document.read(bytes, &ReadOptions::default());
        document
    }

    /// Reads `bytes` in place of what the document held. A warm document allocates nothing for a text without
    /// defects that is no longer than those before it.
    pub fn read(&mut self, bytes: &[u8], options: &ReadOptions) {
        read::read(self, bytes, options);
    }
}

/// Values and places.
impl Document {
    /// A part of the buffer, where it begins and ends between characters.
    pub(crate) fn part(&self, start: usize, end: usize) -> Option<&str> {
        strings::try_part(&self.buffer, start, end)
    }

    /// The source text. A byte that was no UTF-8 reads as `?`, so that offsets stay what they were.
    pub fn text(&self) -> &str {
        self.buffer.get(..self.source_len).unwrap_or_default()
    }

    /// Number of nodes, those of embedded documents included; at least 1.
    #[expect(clippy::len_without_is_empty, reason = "a document always has its root")]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    #[inline]
    pub(crate) fn node(&self, id: NodeId) -> &Node {
        self.nodes.get(id.index()).unwrap_or(&Node::NOTHING)
    }

    /// What the value is.
    #[inline]
    pub fn kind(&self, id: NodeId) -> Kind {
        self.node(id).kind
    }

    /// Place of the value in the source text, quotes and brackets included. A node of an embedded document has
    /// its place inside the string that holds it. Empty where a value is missing.
    pub fn span(&self, id: NodeId) -> Span {
        let node = self.node(id);
        self.source_span(node.start, node.end)
    }

    /// Place of the member's key in the source text, with its quotes; `None` for items and roots.
    pub fn key_span(&self, id: NodeId) -> Option<Span> {
        let node = self.node(id);
        if node.key_start == NONE {
            return None;
        }
        let (open, close) = self.key_quotes(node);
        Some(self.source_span(node.key_start - open, node.key_end + close))
    }

    /// Widths of the quotes around a key.
    pub(crate) fn key_quotes(&self, node: &Node) -> (u32, u32) {
        // A quote takes one character, and whether one ends between two bytes is quickly seen.
        let inside = |at: u32| !self.buffer.is_char_boundary(at as usize);
        let (mut open, mut close) = (0, 0);
        if !node.has(KEY_UNOPENED) && node.key_start > 0 {
            open = 1;
            while inside(node.key_start - open) {
                open += 1;
            }
        }
        if !node.has(KEY_UNCLOSED) && (node.key_end as usize) < self.buffer.len() {
            close = 1;
            while inside(node.key_end + close) {
                close += 1;
            }
        }
        (open, close)
    }

    /// The member's key, decoded; borrowed if it has no escapes. `None` for items and roots.
    pub fn key(&self, id: NodeId) -> Option<Cow<'_, str>> {
        let raw = self.raw_key(id)?;
        Some(if self.key_has_escapes(id) { Cow::Owned(strings::decode(raw)) } else { Cow::Borrowed(raw) })
    }

    /// The member's key without quotes, as it is written. `None` for items and roots.
    #[inline]
    pub fn raw_key(&self, id: NodeId) -> Option<&str> {
        let node = self.node(id);
        if node.key_start == NONE {
            return None;
        }
        self.part(node.key_start as usize, node.key_end as usize)
    }

    /// A value with all that is asked about it at once, for walks over the whole tree.
    #[inline]
    pub fn entry(&self, id: NodeId) -> Entry<'_> {
        Entry { node: self.node(id), buffer: &self.buffer }
    }

    /// Whether [`raw_key`](Self::raw_key) and [`key`](Self::key) differ.
    #[inline]
    pub fn key_has_escapes(&self, id: NodeId) -> bool {
        self.node(id).has(KEY_ESCAPED)
    }

    /// Whether the text of a string has escapes, so that [`string`](Self::string) has to decode it.
    #[inline]
    pub fn string_has_escapes(&self, id: NodeId) -> bool {
        self.node(id).has(ESCAPED)
    }

    /// The exact text of the value; of a string, the text between its quotes. For a node of an embedded document
    /// this is the text after the holding string was decoded.
    #[inline]
    pub fn raw(&self, id: NodeId) -> &str {
        self.inner_text(self.node(id))
    }

    #[inline]
    fn inner_text(&self, node: &Node) -> &str {
        let (start, end) = node.inner();
        self.part(start as usize, end as usize).unwrap_or_default()
    }

    /// The string's value; borrowed if it has no escapes or was [decoded](Self::decode) before. `None` if the
    /// value is no string.
    #[inline(never)]
    pub fn string(&self, id: NodeId) -> Option<Cow<'_, str>> {
        let node = self.node(id);
        if node.kind != Kind::String {
            return None;
        }
        let decoded = if node.has(ESCAPED) { self.side_text(id) } else { Some(self.inner_text(node)) };
        Some(match decoded {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Owned(strings::decode(self.inner_text(node))),
        })
    }

    /// The number as it is written; `None` if the value is no number.
    pub fn number(&self, id: NodeId) -> Option<&str> {
        (self.kind(id) == Kind::Number).then(|| self.raw(id))
    }

    /// The number, if it is written as an integer and fits. `None` for `3.0`, `1e3`, a number JSON does not
    /// know, and everything that is no number.
    pub fn integer(&self, id: NodeId) -> Option<i64> {
        let node = self.node(id);
        if node.kind != Kind::Number || node.has(DOUBTFUL) {
            return None;
        }
        strings::integer(self.raw(id))
    }

    /// Whether the container may have lost members: it was never closed, text in it was skipped, or it lies at
    /// the depth limit. What seems absent from it may be there.
    #[inline]
    pub fn is_incomplete(&self, id: NodeId) -> bool {
        self.node(id).has(INCOMPLETE)
    }

    /// Whether the exact value of the scalar cannot be trusted: it was repaired, or bytes of it were unreadable.
    #[inline]
    pub fn is_doubtful(&self, id: NodeId) -> bool {
        self.node(id).has(DOUBTFUL)
    }

    /// The faults of the text, by place. At most 1,000 are kept.
    pub fn defects(&self) -> &[Defect] {
        &self.defects
    }

    /// The places of all comments, in text order.
    pub fn comments(&self) -> &[Span] {
        &self.comments
    }

    /// Finds lines and columns for offsets into [`text`](Self::text). Costs one walk over the text.
    pub fn lines(&self) -> LineIndex<'_> {
        LineIndex::new(self.text())
    }

    /// Source place of the bytes `decoded` of the string's decoded value: what to underline when a part of a
    /// value is at fault. A range beyond the value is cut; the whole value if the node is no string.
    ///
    /// ```
    /// use acklint_document::{Document, NodeId, Span};
    /// let doc = Document::parse(r#"["a\u0062c"]"#);
    /// let item = doc.find("/0").unwrap();
    /// assert_eq!(doc.inner_span(item, 1..2), Span::new(3, 9), "the b is written as an escape");
    /// ```
    pub fn inner_span(&self, id: NodeId, decoded: Range<usize>) -> Span {
        let node = self.node(id);
        if node.kind != Kind::String {
            return self.span(id);
        }
        let (start, _) = node.inner();
        let raw = self.raw(id);
        let (from, to) = if node.has(ESCAPED) {
            (strings::locate(raw, decoded.start), strings::locate(raw, decoded.end))
        } else {
            (decoded.start.min(raw.len()), decoded.end.min(raw.len()))
        };
        self.source_span(start + from as u32, start + to.max(from) as u32)
    }
}

/// The shape of the tree.
impl Document {
    /// The container of the value; `None` for roots, also those of embedded documents.
    #[inline]
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        NodeId::new(self.node(id).parent)
    }

    /// The innermost value of the source at an offset, members with their keys; else the root.
    ///
    /// ```
    /// use acklint_document::Document;
    /// let doc = Document::parse(r#"{"tags": [1, 22], "name": 3}"#);
    /// let at = |offset| doc.pointer(doc.node_at(offset));
    /// assert_eq!([at(3), at(10), at(14), at(16), at(20)], ["/tags", "/tags/0", "/tags/1", "", "/name"]);
    /// ```
    pub fn node_at(&self, offset: u32) -> NodeId {
        // Nodes stand in the order in which they begin; those of embedded documents come behind.
        let source = self.nodes.get(..self.node(NodeId::ROOT).after as usize).unwrap_or_default();
        let begun = source.partition_point(|node| node.key_start.min(node.start) <= offset);
        // The next one has begun as well if the offset is in the quote before its key.
        let quoted = source
            .get(begun)
            .is_some_and(|node| node.key_start != NONE && node.key_start - self.key_quotes(node).0 <= offset);
        let mut id = NodeId::at((begun + usize::from(quoted)).saturating_sub(1) as u32);
        while offset >= self.node(id).end
            && let Some(parent) = self.parent(id)
        {
            id = parent;
        }
        id
    }

    /// The members or items in text order; nothing for scalars. Does not allocate, and skips by subtree.
    #[inline]
    pub fn children(&self, id: NodeId) -> Children<'_> {
        Children::new(&self.nodes, id)
    }

    /// The members or items with what they are, for walks over the whole tree.
    ///
    /// ```
    /// use acklint_document::{Document, Kind, NodeId};
    /// let doc = Document::parse("[1, true]");
    /// let kinds: Vec<Kind> = doc.entries(NodeId::ROOT).map(|(_, entry)| entry.kind()).collect();
    /// assert_eq!(kinds, [Kind::Number, Kind::True]);
    /// ```
    #[inline]
    pub fn entries(&self, id: NodeId) -> Entries<'_> {
        let node = self.node(id);
        let next = if node.is_container() { id.number() + 1 } else { node.after };
        Entries { nodes: &self.nodes, next, end: node.after, buffer: &self.buffer }
    }

    /// Whether a value is another one, or stands below it in the same text.
    ///
    /// ```
    /// use acklint_document::{Document, NodeId};
    /// let doc = Document::parse(r#"{ "a": [1], "b": 2 }"#);
    /// let find = |pointer| doc.find(pointer).unwrap();
    /// assert!(doc.is_within(find("/a/0"), find("/a")) && !doc.is_within(find("/b"), find("/a")));
    /// ```
    #[inline]
    pub fn is_within(&self, id: NodeId, other: NodeId) -> bool {
        (other.number()..self.node(other).after).contains(&id.number())
    }

    /// Number of members or items; 0 for scalars.
    #[inline]
    pub fn child_count(&self, id: NodeId) -> u32 {
        let node = self.node(id);
        if node.is_container() { node.link } else { 0 }
    }

    /// Position in the array, from 0; `None` for members and roots.
    #[inline]
    pub fn item_index(&self, id: NodeId) -> Option<u32> {
        let node = self.node(id);
        (node.key_start == NONE && node.parent != NONE).then_some(node.key_end)
    }

    /// The last member of that name, as JSON parsers take it; `None` if there is none or the node is no object.
    pub fn get(&self, id: NodeId, name: &str) -> Option<NodeId> {
        self.children(id).filter(|&child| self.key_is(child, name)).last()
    }

    fn key_is(&self, id: NodeId, name: &str) -> bool {
        match self.raw_key(id) {
            Some(raw) if self.key_has_escapes(id) => strings::decode(raw) == name,
            Some(raw) => raw == name,
            None => false,
        }
    }
}
