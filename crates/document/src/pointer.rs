//! JSON pointers (RFC 6901).

use std::fmt::Write as _;

use crate::{Document, Kind, NodeId};

impl Document {
    /// The value's JSON pointer, `""` for the root. All nodes of an embedded document have the pointer of the
    /// string that holds it, since to the outside they are part of that string.
    pub fn pointer(&self, id: NodeId) -> String {
        let mut id = id;
        while let Some(holder) = self.holder(id) {
            id = holder;
        }
        let mut path = Vec::new();
        while let Some(parent) = self.parent(id) {
            path.push(id);
            id = parent;
        }
        let mut pointer = String::new();
        for &id in path.iter().rev() {
            pointer.push('/');
            if let Some(key) = self.key(id) {
                push_token(&mut pointer, &key);
            } else if let Some(index) = self.item_index(id) {
                // Writing to a string cannot fail.
                let _ = write!(pointer, "{index}");
            }
        }
        pointer
    }

    /// The value a JSON pointer names; of several members with one name, the last.
    ///
    /// ```
    /// use acklint_document::Document;
    /// let doc = Document::parse(r#"{"a/b": [10, 20]}"#);
    /// let item = doc.find("/a~1b/1").unwrap();
    /// assert_eq!(doc.integer(item), Some(20));
    /// assert_eq!(doc.pointer(item), "/a~1b/1");
    /// assert_eq!(doc.find("/a~1b/02"), None);
    /// ```
    pub fn find(&self, pointer: &str) -> Option<NodeId> {
        let mut tokens = pointer.split('/');
        if tokens.next() != Some("") {
            return None;
        }
        tokens.try_fold(NodeId::ROOT, |id, token| match self.kind(id) {
            Kind::Object if token.contains('~') => self.get(id, &token.replace("~1", "/").replace("~0", "~")),
            Kind::Object => self.get(id, token),
            Kind::Array if token == "0" || !token.starts_with(['0', '+']) => {
                self.children(id).nth(token.parse().ok()?)
            }
            _ => None,
        })
    }
}

fn push_token(pointer: &mut String, key: &str) {
    for c in key.chars() {
        match c {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            _ => pointer.push(c),
        }
    }
}
