//! Pointers of findings.

use super::table::{Findings, Text};
use acklint_document::{Document, NodeId};

impl Findings {
    /// The pointer of a node. Each is written once, and one of a neighbour helps.
    pub(crate) fn pointer(&mut self, doc: &Document, node: NodeId) -> Text {
        let node = doc.outermost(node);
        let Some(parent) = doc.parent(node) else { return Text::NONE };
        let known = self.known_pointer(node);
        if known != Text::NONE {
            return known;
        }
        let mut above = self.known_pointer(parent);
        if above == Text::NONE {
            let start = self.texts.len();
            doc.push_pointer(&mut self.texts, parent);
            above = self.keep_pointer(doc, parent, start);
        }
        let start = self.texts.len();
        self.repeat(above);
        doc.push_token(&mut self.texts, node);
        self.keep_pointer(doc, node, start)
    }

    fn known_pointer(&self, node: NodeId) -> Text {
        self.pointers.get(node.index()).copied().unwrap_or_default()
    }

    fn keep_pointer(&mut self, doc: &Document, node: NodeId, start: usize) -> Text {
        if self.pointers.len() <= node.index() {
            self.pointers.resize(doc.len(), Text::NONE);
        }
        let text = self.since(start);
        if let Some(place) = self.pointers.get_mut(node.index()) {
            *place = text;
        }
        text
    }
}
