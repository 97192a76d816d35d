//! Values of paths, on a stack that all evaluations of a check share.

use super::{Loc, Scope, View};
use std::cell::RefCell;

/// The stack. What is on it belongs to [`Items`] that take it away again.
#[derive(Debug)]
pub(crate) struct Stack(RefCell<Vec<Scope>>);

impl Stack {
    pub(crate) const fn new() -> Self {
        Self(RefCell::new(Vec::new()))
    }

    #[inline(never)]
    pub(super) fn push(&self, inst: u32, subject: Loc) {
        self.0.borrow_mut().push(Scope { inst, subject });
    }

    fn len(&self) -> usize {
        self.0.borrow().len()
    }

    /// Takes values away, and leaves what was pushed behind them.
    #[inline(never)]
    fn remove(&self, start: usize, end: usize) {
        let mut values = self.0.borrow_mut();
        values.copy_within(end.., start);
        let left = values.len() - (end - start);
        values.truncate(left);
    }

    #[inline(never)]
    fn get(&self, at: usize) -> Option<Scope> {
        self.0.borrow().get(at).copied()
    }
}

/// Values that stand one behind the other on the stack, each with the scope that names in it are resolved in.
pub(crate) struct Items<'v> {
    stack: &'v Stack,
    start: usize,
    next: usize,
    end: usize,
}

impl<'v> Items<'v> {
    /// None yet.
    pub(super) fn new(stack: &'v Stack) -> Self {
        let start = stack.len();
        Self { stack, start, next: start, end: start }
    }

    /// With what was pushed since.
    pub(super) fn extended(mut self) -> Self {
        self.end = self.stack.len();
        self
    }

    pub(super) fn len(&self) -> usize {
        self.end - self.start
    }

    /// One of the values.
    pub(super) fn get(&self, index: u32) -> Scope {
        self.stack.get(self.start + index as usize).unwrap_or(View::root())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.start == self.end
    }
}

impl Iterator for Items<'_> {
    type Item = Scope;

    #[inline]
    fn next(&mut self) -> Option<Scope> {
        let at = self.next;
        if at == self.end {
            return None;
        }
        self.next += 1;
        self.stack.get(at)
    }
}

impl Drop for Items<'_> {
    #[inline]
    fn drop(&mut self) {
        if !self.is_empty() {
            self.stack.remove(self.start, self.end);
        }
    }
}
