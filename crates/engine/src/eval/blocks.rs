//! Predicates about address blocks.

use super::view::Visitor;
use super::{Loc, Scope, View};
use crate::cidr::{self, Block};
use crate::program::{CidrSpec, NONE, Run};
use crate::verdict::{Trace, Verdict};

impl CidrSpec {
    /// Whether a text is a block within the limits.
    pub(super) fn allows(&self, text: &str) -> Verdict {
        let Ok(block) = cidr::parse(text) else {
            let limits = !self.within.is_empty() || self.no_host_bits || self.min > 0 || self.max < 32;
            // What is no block has no size and no range; only the rule about the form speaks.
            return if limits { Verdict::Unknown } else { Verdict::False };
        };
        let outer = |(address, prefix): &(u32, u8)| {
            Block::new(*address, *prefix).is_some_and(|outer| outer.contains(block))
        };
        let inside = self.within.is_empty() || self.within.iter().any(outer);
        let size = (self.min..=self.max).contains(&block.prefix());
        (inside && size && !(self.no_host_bits && block.has_host_bits())).into()
    }
}

impl View<'_> {
    pub(super) fn cidrs_disjoint(&self, of: Run, from: Run, scope: &Scope, trace: &mut Trace<'_>) -> Verdict {
        let (mut verdict, mut clash) = (Verdict::True, None);
        for a in self.operands(of) {
            self.values(*a, scope, &mut |first: &Scope| {
                for b in self.operands(from) {
                    self.values(*b, scope, &mut |second: &Scope| {
                        match (self.block(&first.subject), self.block(&second.subject)) {
                            (Some(one), Some(other)) if one.overlaps(other) => {
                                clash = Some((one, first.subject, second.subject));
                            }
                            (Some(_), Some(_)) => {}
                            _ => verdict = Verdict::Unknown,
                        }
                        clash.is_none()
                    });
                    if clash.is_some() {
                        break;
                    }
                }
                clash.is_none()
            });
            if clash.is_some() {
                break;
            }
        }
        let Some((block, first, second)) = clash else { return verdict };
        if trace.is_on() {
            self.see(&first, trace);
            self.see(&second, trace);
            let mut taken = vec![];
            for b in self.operands(from) {
                self.values(*b, scope, &mut |value: &Scope| {
                    taken.extend(self.block(&value.subject));
                    true
                });
            }
            let (part, row) = (self.text(&second).map(str::to_owned), self.row_name(&second));
            trace.note(|e| {
                e.suggestion = cidr::free(block.network(), &taken).map(Block::text);
                (e.part, e.row) = (part, row);
            });
        }
        Verdict::False
    }

    /// What the row of facts is called that a value comes from: its name, or else its first member.
    fn row_name(&self, loc: &Loc) -> Option<String> {
        let node = self.place(loc)?.node;
        let mut row = self.doc.parent(node)?;
        while self.doc.item_index(row).is_none() || self.instance_of(row) == NONE {
            row = self.doc.parent(row)?;
        }
        let member = self.doc.get(row, "name").or_else(|| self.doc.children(row).next())?;
        self.doc.string(member).map(std::borrow::Cow::into_owned)
    }

    pub(super) fn operands(&self, run: Run) -> &[u32] {
        self.program.operand_runs.get(run.range()).unwrap_or_default()
    }

    fn block(&self, loc: &Loc) -> Option<Block> {
        cidr::parse(self.text(loc)?).ok()
    }

    /// The values of an operand that are not unset, else its default.
    fn values(&self, operand: u32, scope: &Scope, f: &mut dyn Visitor) {
        let Some(info) = self.program.operands.get(operand as usize) else { return };
        let mut any = false;
        self.each(info.path, scope, &mut |value: &Scope| {
            any = true;
            value.subject.is_unset() || f.at(value)
        });
        let subject = if any || !info.or_default { Loc::Absent } else { self.operand(operand, scope) };
        if !subject.is_unset() {
            f.at(&Scope { inst: scope.inst, subject });
        }
    }
}
