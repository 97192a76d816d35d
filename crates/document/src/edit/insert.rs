//! Adding members and items.

use crate::{Document, Edit, NodeId};

/// Adds a member at the end of an object, laid out like the members before it.
pub fn insert_member(doc: &Document, object: NodeId, key: &str, json: &str) -> Option<Edit> {
    let _ = (doc, object, key, json);
    None
}

/// Adds an item at the end of an array, laid out like the items before it.
pub fn insert_item(doc: &Document, array: NodeId, json: &str) -> Option<Edit> {
    let _ = (doc, array, json);
    None
}
