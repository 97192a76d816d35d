//! Predicates about address blocks.

use super::{Got, Loc, Scope, View};
use crate::cidr;
use crate::program::{CidrSpec, NONE, Run};
use crate::verdict::{Trace, Verdict};
use ipnetwork::Ipv4Network;
use std::net::Ipv4Addr;

impl CidrSpec {
    /// Whether a block is within the limits.
    pub(super) fn fits(&self, block: Ipv4Network) -> bool {
        let inside = self.within.is_empty()
            || self.within.iter().any(|(ip, prefix)| {
                Ipv4Network::new(Ipv4Addr::from(*ip), *prefix).is_ok_and(|outer| cidr::contains(outer, block))
            });
        let size = (self.min..=self.max).contains(&block.prefix());
        inside && size && !(self.no_host_bits && cidr::network(block).ip() != block.ip())
    }
}

impl View<'_> {
    pub(super) fn cidr(&self, of: u32, spec: u32, scope: Scope, trace: &mut Trace<'_>) -> Verdict {
        let Some(spec) = self.program.cidrs.get(spec as usize) else { return Verdict::Unknown };
        let (text, _) = match self.seen_text(of, scope, trace) {
            Ok(text) => text,
            Err(verdict) => return verdict,
        };
        let limits = !spec.within.is_empty() || spec.no_host_bits || spec.min > 0 || spec.max < 32;
        let Ok(block) = cidr::parse(&text) else {
            // What is no block has no size and no range; only the rule about the form speaks.
            return if limits { Verdict::Unknown } else { Verdict::False };
        };
        let host_bits = spec.no_host_bits && cidr::network(block).ip() != block.ip();
        trace.note(|e| {
            e.found = Some(i64::from(block.prefix()));
            (e.min, e.max) = (Some(i64::from(spec.min)), Some(i64::from(spec.max)));
            if host_bits {
                e.suggestion = Some(cidr::network(block).to_string());
            }
        });
        spec.fits(block).into()
    }

    pub(super) fn cidrs_disjoint(&self, of: Run, from: Run, scope: Scope, trace: &mut Trace<'_>) -> Verdict {
        let mut verdict = Verdict::True;
        let mut taken = vec![];
        let mut clash = None;
        self.blocks(of, scope, &mut |a| {
            self.blocks(from, scope, &mut |b| {
                match (a, b) {
                    (Some((a, first)), Some((b, second))) if a.overlaps(b) => {
                        clash = clash.or(Some((a, first, second)));
                    }
                    (Some(_), Some(_)) => {}
                    _ => verdict = Verdict::Unknown,
                }
                clash.is_none()
            });
            clash.is_none()
        });
        let Some((block, first, second)) = clash else { return verdict };
        if trace.is_on() {
            for (operand, loc) in [first, second] {
                self.see_operand(operand, loc, trace);
            }
            self.blocks(from, scope, &mut |b| {
                taken.extend(b.map(|(block, _)| block));
                true
            });
            let (part, row) = (self.other_text(second.1), self.row_name(second.1));
            trace.note(|e| {
                e.suggestion = cidr::free(cidr::network(block), &taken).map(|b| b.to_string());
                (e.part, e.row) = (part, row);
            });
        }
        Verdict::False
    }

    fn other_text(&self, loc: Loc) -> Option<String> {
        match self.text(loc) {
            Got::Is((text, _)) => Some(text.into_owned()),
            _ => None,
        }
    }

    /// What the row of facts is called that a value comes from: its name, or else its first member.
    fn row_name(&self, loc: Loc) -> Option<String> {
        let (node, _) = self.place(loc)?;
        let row = std::iter::successors(self.doc.parent(node), |n| self.doc.parent(*n))
            .find(|n| self.doc.item_index(*n).is_some() && self.instance_of(*n) != NONE)?;
        let member = self.doc.get(row, "name").or_else(|| self.doc.children(row).next())?;
        self.doc.string(member).map(std::borrow::Cow::into_owned)
    }

    /// Blocks of operands; `None` for one that is not known. Unset ones are passed over.
    #[allow(clippy::type_complexity)] // a block, its operand and where it stands
    fn blocks(
        &self,
        operands: Run,
        scope: Scope,
        f: &mut dyn FnMut(Option<(Ipv4Network, (u32, Loc))>) -> bool,
    ) {
        for id in self.program.operand_runs.get(operands.range()).unwrap_or_default() {
            let Some(info) = self.program.operands.get(*id as usize) else { continue };
            let (mut go_on, mut any) = (true, false);
            let mut one = |loc: Loc| match self.text(loc) {
                Got::Is((text, _)) => f(cidr::parse(&text).ok().map(|b| (b, (*id, loc)))),
                Got::Unknown => f(None),
                Got::Unset => true,
            };
            self.each(info.path, scope, &mut |loc, _| {
                any = true;
                go_on = one(loc);
                go_on
            });
            if !any && info.or_default {
                go_on = one(self.operand(*id, scope));
            }
            if !go_on {
                return;
            }
        }
    }
}
