//! Predicates about address blocks.

use super::{Items, Loc, Scope, View};
use crate::cidr::{self, Block};
use crate::program::{CidrSpec, NONE, Program, Run};
use crate::verdict::{Evidence, Trace, Verdict, keep};
use std::borrow::Cow;

impl Program {
    /// Whether a text is a block within limits.
    pub(super) fn is_block(&self, limits: &CidrSpec, text: &str) -> Verdict {
        let Ok(block) = cidr::parse(text) else {
            let limits = limits.within.len > 0 || limits.no_host_bits || limits.min > 0 || limits.max < 32;
            // What is no block has no size and no range; only the rule about the form speaks.
            return if limits { Verdict::Unknown } else { Verdict::False };
        };
        let outer =
            |(address, prefix)| Block::new(address, prefix).is_some_and(|outer| outer.contains(block));
        let inside = limits.within.len == 0 || self.blocks.run(limits.within).any(outer);
        let size = (limits.min..=limits.max).contains(&block.prefix());
        (inside && size && !(limits.no_host_bits && block.has_host_bits())).into()
    }
}

impl<'v> View<'v> {
    pub(super) fn cidrs_disjoint(&self, of: Run, from: Run, scope: &Scope, trace: &mut Trace<'_>) -> Verdict {
        let mut verdict = Verdict::True;
        for a in self.operands(of) {
            for first in self.values(*a, scope) {
                for b in self.operands(from) {
                    for second in self.values(*b, scope) {
                        match (self.block(&first.subject), self.block(&second.subject)) {
                            (Some(one), Some(other)) if one.overlaps(other) => {
                                self.see(&first.subject, trace);
                                self.see(&second.subject, trace);
                                trace.note(|e| self.explain_clash(one, &second.subject, (from, scope), e));
                                return Verdict::False;
                            }
                            (Some(_), Some(_)) => {}
                            _ if first.subject.is_unset() || second.subject.is_unset() => {}
                            _ => verdict = Verdict::Unknown,
                        }
                    }
                }
            }
        }
        verdict
    }

    /// With which other block a block clashes, and one that clashes with none.
    fn explain_clash(&self, block: Block, other: &Loc, (from, scope): (Run, &Scope), e: &mut Evidence) {
        let mut taken = vec![];
        for operand in self.operands(from) {
            for value in self.values(*operand, scope) {
                taken.extend(self.block(&value.subject));
            }
        }
        e.suggestion = cidr::free(block.network(), &taken).map(Block::text);
        keep(&mut e.part, self.text(other));
        keep(&mut e.row, self.row_name(other).as_deref());
    }

    /// What the row of facts is called that a value comes from: its name, or else its first member.
    fn row_name(&self, loc: &Loc) -> Option<Cow<'v, str>> {
        let node = self.place(loc)?.node;
        let mut row = self.doc.parent(node)?;
        while self.doc.item_index(row).is_none() || self.instance_of(row) == NONE {
            row = self.doc.parent(row)?;
        }
        let member = self.doc.get(row, "name").or_else(|| self.doc.children(row).next())?;
        self.doc.string(member)
    }

    pub(super) fn operands(&self, run: Run) -> &[u32] {
        self.program.operand_runs.get(run.range()).unwrap_or_default()
    }

    fn block(&self, loc: &Loc) -> Option<Block> {
        cidr::parse(self.text(loc)?).ok()
    }

    /// The values of an operand, else its default.
    fn values(&self, operand: u32, scope: &Scope) -> Items<'v> {
        let info = self.program.operands.get(operand as usize);
        let items = self.each(info.map_or(NONE, |info| info.path), scope);
        if items.is_empty() && info.is_some_and(|info| info.or_default) {
            self.push(scope.inst, self.operand(operand, scope));
            return items.extended();
        }
        items
    }
}
