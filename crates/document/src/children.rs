//! Walking one level of the tree.

use crate::node::Node;
use crate::{Entry, NodeId};

/// The members or items of one container in text order, made by [`Document::children`](crate::Document::children).
#[derive(Clone, Debug)]
pub struct Children<'d> {
    nodes: &'d [Node],
    next: u32,
    end: u32,
    left: u32,
}

impl<'d> Children<'d> {
    pub(crate) fn new(nodes: &'d [Node], container: NodeId) -> Self {
        match nodes.get(container.index()) {
            Some(node) if node.is_container() => {
                Self { nodes, next: container.number() + 1, end: node.after, left: node.link }
            }
            _ => Self { nodes, next: 0, end: 0, left: 0 },
        }
    }
}

impl Iterator for Children<'_> {
    type Item = NodeId;

    #[inline]
    fn next(&mut self) -> Option<NodeId> {
        if self.next >= self.end {
            return None;
        }
        let id = self.next;
        // A node's `after` is always behind it, so the walk ends.
        self.next = self.nodes.get(id as usize)?.after;
        self.left = self.left.saturating_sub(1);
        NodeId::new(id)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left as usize, Some(self.left as usize))
    }
}

/// The same with what each value is, made by [`Document::entries`](crate::Document::entries).
#[derive(Clone, Debug)]
pub struct Entries<'d> {
    pub(crate) nodes: &'d [Node],
    pub(crate) next: u32,
    pub(crate) end: u32,
    pub(crate) buffer: &'d str,
}

impl<'d> Iterator for Entries<'d> {
    type Item = (NodeId, Entry<'d>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.next >= self.end {
            return None;
        }
        let id = self.next;
        let node = self.nodes.get(id as usize)?;
        self.next = node.after;
        Some((NodeId::new(id)?, Entry { node, buffer: self.buffer }))
    }
}

impl ExactSizeIterator for Children<'_> {}
impl std::iter::FusedIterator for Children<'_> {}
