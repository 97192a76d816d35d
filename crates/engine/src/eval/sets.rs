//! Predicates over several values: some, every, count, unique, disjoint, within.

use super::{Loc, Scope, View};
use crate::program::{NONE, Op, Run};
use crate::twins::{hash_on, mark, twins};
use crate::verdict::{Trace, Verdict, keep};
use acklint_document::{Kind, NodeId};

impl<'v> View<'v> {
    /// A predicate of every value of a path, or of some: one verdict that is `decisive` decides.
    pub(super) fn every_or_some(
        &self,
        path: u32,
        op: u32,
        decisive: Verdict,
        scope: &Scope,
        trace: &mut Trace<'_>,
    ) -> Verdict {
        let mut verdict = decisive.not();
        let start = trace.mark();
        for item in self.each(path, scope) {
            let before = trace.mark();
            let v = self.item(op, &item, trace);
            if v == decisive {
                if v == Verdict::False && trace.mark() == before {
                    self.see(&item.subject, trace);
                }
                trace.forget(start, before);
                return v;
            }
            trace.forget(before, trace.mark());
            if v == Verdict::Unknown {
                verdict = v;
            }
        }
        verdict
    }

    /// The condition on one item; an item that is not known decides nothing.
    fn item(&self, op: u32, item: &Scope, trace: &mut Trace<'_>) -> Verdict {
        match item.subject {
            Loc::Unknown(_) => Verdict::Unknown,
            _ => self.eval(op, item, trace),
        }
    }

    /// The same about a list by the number of its items. Whoever is alone has no twin, and few are not too many.
    pub(super) fn of_few(&self, op: &Op, scope: &Scope) -> Verdict {
        let most = match *op {
            Op::Count { min: 0, max, .. } => max,
            Op::Unique { .. } => 1,
            _ => return Verdict::Unknown,
        };
        self.len(scope).filter(|len| *len <= most).map_or(Verdict::Unknown, |_| Verdict::True)
    }

    pub(super) fn count(
        &self,
        path: u32,
        op: u32,
        (min, max): (u32, u32),
        scope: &Scope,
        trace: &mut Trace<'_>,
    ) -> Verdict {
        let (mut sure, mut possible) = (0u32, 0u32);
        let start = trace.mark();
        for item in self.each(path, scope) {
            let before = trace.mark();
            let v = match item.subject {
                Loc::Unknown(None) => Verdict::Unknown,
                _ if op == NONE => Verdict::True,
                _ => self.item(op, &item, trace),
            };
            match v {
                Verdict::True => (sure, possible) = (sure + 1, possible + 1),
                Verdict::Unknown => possible += 1,
                Verdict::False => {}
            }
            if v == Verdict::True && trace.is_on() {
                if trace.mark() == before {
                    self.see(&item.subject, trace);
                }
                trace.forget(before + 1, trace.mark());
            } else {
                trace.forget(before, trace.mark());
            }
        }
        if sure > max || possible < min {
            trace.note(|e| {
                e.found = Some(i64::from(sure));
                if sure > max {
                    e.max = Some(i64::from(max));
                } else {
                    e.min = Some(i64::from(min));
                }
            });
            if sure > max {
                // The first one too many is at fault; the others are involved.
                let seen = trace.since(start);
                for at in (0..seen.len().saturating_sub(1).min(max as usize)).rev() {
                    seen.swap(at, at + 1);
                }
            }
            return Verdict::False;
        }
        if sure >= min && possible <= max { Verdict::True } else { Verdict::Unknown }
    }

    pub(super) fn unique(&self, path: u32, by: Run, scope: &Scope, trace: &mut Trace<'_>) -> Verdict {
        let by = self.operands(by);
        let items = self.each(path, scope);
        let all = items.len();
        if all < 2 {
            return Verdict::True;
        }
        let mut rows = self.scratch.rows.borrow_mut();
        rows.clear();
        for row in 0..all as u32 {
            let hash = self.key_hash(by, &items.get(row));
            rows.extend(hash.map(|hash| mark(hash, row)));
        }
        let same = |a: u32, b: u32| {
            let (a, b) = (items.get(a), items.get(b));
            (0..by.len().max(1))
                .all(|at| self.told_by(&self.key(by, &a, at)) == self.told_by(&self.key(by, &b, at)))
        };
        let mut twin: Option<(u32, u32)> = None;
        twins(&mut rows, &same, &mut |first, second| {
            // Of several the one that comes first.
            if twin.is_none_or(|(_, known)| second < known) {
                twin = Some((first, second));
            }
        });
        let Some((first, second)) = twin else {
            return if rows.len() < all { Verdict::Unknown } else { Verdict::True };
        };
        let place = |row| {
            let item = items.get(row);
            (0..by.len().max(1)).find_map(|at| self.place(&self.key(by, &item, at)))
        };
        if trace.is_on()
            && let (Some(first), Some(second)) = (place(first), place(second))
        {
            let (first, second) = (first.node, second.node);
            self.see(&Loc::Node(first.max(second)), trace);
            self.see(&Loc::Node(first.min(second)), trace);
            trace.note(|e| keep(&mut e.part, self.doc.string(second).as_deref()));
        }
        Verdict::False
    }

    /// One of the values that tell an item apart: the item itself, if nothing else does.
    fn key(&self, by: &[u32], item: &Scope, at: usize) -> Loc {
        by.get(at).map_or(item.subject, |operand| self.operand(*operand, item))
    }

    /// The hash of what tells an item apart, if all of it is known.
    fn key_hash(&self, by: &[u32], item: &Scope) -> Option<u32> {
        let (mut placed, mut hash) = (false, 0);
        for at in 0..by.len().max(1) {
            let loc = self.key(by, item, at);
            let text = self.told_by(&loc).filter(|_| by.len() > 1 || matches!(loc, Loc::Node(_)))?;
            placed |= self.place(&loc).is_some();
            hash = hash_on(hash, text);
        }
        placed.then_some(hash)
    }

    /// What tells a value apart: its text, or how it is written.
    fn told_by(&self, loc: &Loc) -> Option<&'v str> {
        match (self.text(loc), *loc) {
            // An unset member is a value like any other as far as sameness goes.
            (None, Loc::Absent | Loc::Unset(_)) => Some(""),
            (None, Loc::Node(node)) => self.written(node),
            (text, _) => text,
        }
    }

    /// Whether the values of some paths are all `inside`, or all not, among those of others.
    pub(super) fn among_others(
        &self,
        of: Run,
        from: Run,
        inside: Verdict,
        scope: &Scope,
        trace: &mut Trace<'_>,
    ) -> Verdict {
        let mut verdict = Verdict::True;
        for path in self.paths(of) {
            for item in self.each(*path, scope) {
                let loc = &item.subject;
                let found = self.among(loc, from, scope, inside);
                match found {
                    Found::Unknown => verdict = Verdict::Unknown,
                    Found::At(..) if inside == Verdict::True => {}
                    Found::Nowhere if inside == Verdict::False => {}
                    _ => {
                        self.see(loc, trace);
                        if let Found::At(node) = found {
                            self.see(&Loc::Node(node), trace);
                        } else if trace.is_on() {
                            trace.note(|e| keep(&mut e.part, self.text(loc)));
                            self.paths(from).iter().for_each(|list| self.see_list(*list, scope, trace));
                        }
                        return Verdict::False;
                    }
                }
            }
        }
        verdict
    }

    fn paths(&self, run: Run) -> &'v [u32] {
        self.program.path_runs.get(run.range()).unwrap_or_default()
    }

    /// Whether a value is among others; being one of them counts if it has to be `inside`.
    fn among(&self, loc: &Loc, from: Run, scope: &Scope, inside: Verdict) -> Found {
        let Loc::Node(node) = *loc else { return Found::Unknown };
        if matches!(self.doc.kind(node), Kind::Object | Kind::Array) {
            return Found::Unknown;
        }
        let mut found = Found::Nowhere;
        for path in self.paths(from) {
            for other in self.each(*path, scope) {
                match other.subject {
                    Loc::Node(n) if self.counts(node, n, inside) => return Found::At(n),
                    Loc::Unknown(_) => found = Found::Unknown,
                    _ => {}
                }
            }
        }
        found
    }

    fn counts(&self, node: NodeId, other: NodeId, inside: Verdict) -> bool {
        if node == other {
            return inside == Verdict::True;
        }
        self.doc.kind(node) == self.doc.kind(other) && self.written(node) == self.written(other)
    }
}

/// Where a value is.
enum Found {
    At(NodeId),
    Nowhere,
    Unknown,
}
