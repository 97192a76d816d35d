//! JSON pointers (RFC 6901).

use crate::strings::{add, append, decode, integer, next, push_decimal, push_replaced, try_part, with_room};
use crate::{Document, Kind, NodeId, block};

/// Tokens that are kept while a path is walked upwards; longer ones take several walks.
const TOKENS: usize = 16;

impl Document {
    /// The value's JSON pointer, `""` for the root. All nodes of an embedded document have the pointer of the
    /// string that holds it, since to the outside they are part of that string.
    pub fn pointer(&self, id: NodeId) -> String {
        let mut pointer = String::new();
        self.push_pointer(&mut pointer, id);
        pointer
    }

    /// Appends the value's [pointer](Self::pointer).
    pub fn push_pointer(&self, out: &mut String, id: NodeId) {
        self.push_path(out, self.outermost(id));
    }

    /// The value itself, or the string of the source that holds it.
    pub fn outermost(&self, id: NodeId) -> NodeId {
        let mut id = id;
        while let Some(holder) = self.holder(id) {
            id = holder;
        }
        id
    }

    fn push_path(&self, out: &mut String, id: NodeId) {
        let mut path = [id; TOKENS];
        let (mut len, mut at) = (0, id);
        while let Some(parent) = self.parent(at) {
            let Some(place) = path.get_mut(len) else {
                self.push_path(out, at);
                break;
            };
            *place = at;
            (len, at) = (len + 1, parent);
        }
        for id in path.iter().take(len).rev() {
            self.push_token(out, *id);
        }
    }

    /// Appends the last step of the value's pointer, with its slash; nothing for roots.
    pub fn push_token(&self, out: &mut String, id: NodeId) {
        if let Some(key) = self.raw_key(id) {
            out.push('/');
            if self.key_has_escapes(id) {
                push_escaped(out, &decode(key));
            } else if self.key_has_sign(id) {
                push_escaped(out, key);
            } else {
                append(out, key);
            }
        } else if let Some(index) = self.item_index(id) {
            out.push('/');
            push_decimal(out, u64::from(index));
        }
    }

    /// Whether a `~` or `/` stands in the key as it is written. Next to no name has one.
    fn key_has_sign(&self, id: NodeId) -> bool {
        let node = self.node(id);
        let (mut at, end) = (node.key_start as usize, node.key_end as usize);
        // What stands behind the key in its last block is of no account.
        while at < end
            && let Some(chunk) = block::load(self.buffer.as_bytes(), at)
        {
            if let Some(offset) = block::sign(chunk) {
                return at + offset < end;
            }
            at += block::LEN;
        }
        false
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
        let (mut id, mut at) = (NodeId::ROOT, 0);
        while at < pointer.len() {
            if pointer.as_bytes().get(at) != Some(&b'/') {
                return None;
            }
            let end = next(pointer.as_bytes(), at + 1, b'/');
            id = self.child_named(id, try_part(pointer, at + 1, end)?)?;
            at = end;
        }
        Some(id)
    }

    fn child_named(&self, id: NodeId, token: &str) -> Option<NodeId> {
        match (self.kind(id), token.as_bytes()) {
            (Kind::Object, _) => self.get(id, &unescape_token(token)),
            (Kind::Array, b"0" | [b'1'..=b'9', ..]) => {
                self.children(id).nth(usize::try_from(integer(token)?).ok()?)
            }
            _ => None,
        }
    }
}

/// A step of a pointer as it is written there.
fn push_escaped(pointer: &mut String, key: &str) {
    push_replaced(pointer, key, |byte| match byte {
        b'~' => Some("~0"),
        b'/' => Some("~1"),
        _ => None,
    });
}

/// The name that is written as `token` in a JSON pointer.
///
/// ```
/// assert_eq!(acklint_document::unescape_token("a~1b~0"), "a/b~");
/// ```
pub fn unescape_token(token: &str) -> String {
    let mut name = with_room(token.len());
    let mut done = 0;
    for (at, pair) in token.as_bytes().windows(2).enumerate() {
        let meant = match pair {
            b"~0" => "~",
            b"~1" => "/",
            _ => continue,
        };
        add(&mut name, token, done, at);
        append(&mut name, meant);
        done = at + 2;
    }
    add(&mut name, token, done, token.len());
    name
}
