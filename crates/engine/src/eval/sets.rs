//! Predicates over several values: some, every, count, unique, disjoint, within.

use super::{Loc, Scope, View, texts};
use crate::program::{NONE, Run};
use crate::verdict::{Trace, Verdict};
use acklint_document::{Kind, NodeId};
use std::borrow::Cow;

/// Up to this many values a plain search beats a sorted table, and allocates nothing.
const FEW: usize = 16;

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
        self.each(path, scope, &mut |item: &Scope| {
            let before = trace.mark();
            let v = self.item(op, item, trace);
            if v == decisive {
                if v == Verdict::False && trace.mark() == before {
                    self.see(&item.subject, trace);
                }
                trace.forget(start, before);
                verdict = v;
                return false;
            }
            trace.forget(before, trace.mark());
            if v == Verdict::Unknown {
                verdict = v;
            }
            true
        });
        verdict
    }

    /// The condition on one item; an item that is not known decides nothing.
    fn item(&self, op: u32, item: &Scope, trace: &mut Trace<'_>) -> Verdict {
        match item.subject {
            Loc::Unknown(_) => Verdict::Unknown,
            _ => self.eval(op, item, trace),
        }
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
        self.each(path, scope, &mut |item: &Scope| {
            let before = trace.mark();
            let v = match item.subject {
                Loc::Unknown(None) => Verdict::Unknown,
                _ if op == NONE => Verdict::True,
                _ => self.item(op, item, trace),
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
            true
        });
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
        let by = self.program.operand_runs.get(by.range()).unwrap_or_default();
        if by.len() <= 1
            && let Some(verdict) = self.unique_few(path, by.first().copied(), scope, trace)
        {
            return verdict;
        }
        let mut unknown = 0;
        let mut keys: Vec<(Cow<'_, str>, NodeId)> = Vec::new();
        self.each(path, scope, &mut |item: &Scope| {
            match self.key(by, item) {
                Some(key) => keys.push(key),
                None => unknown += 1,
            }
            true
        });
        if keys.len() + unknown < 2 {
            return Verdict::True;
        }
        keys.sort_unstable();
        let twin = keys.windows(2).find_map(|pair| match pair {
            [a, b] if a.0 == b.0 => Some((a.1, b.1)),
            _ => None,
        });
        self.twin(twin, unknown > 0, trace)
    }

    /// Without allocation: few items, one key. `None` if they are more.
    fn unique_few(
        &self,
        path: u32,
        by: Option<u32>,
        scope: &Scope,
        trace: &mut Trace<'_>,
    ) -> Option<Verdict> {
        let mut seen = [("", NodeId::ROOT); FEW];
        let (mut len, mut unknown, mut twin) = (0, 0, None);
        self.each(path, scope, &mut |item: &Scope| {
            match (self.plain_key(by, item), seen.get_mut(len)) {
                (Some((key, node)), Some(place)) => {
                    *place = (key, node);
                    let known = seen.get(..len).unwrap_or_default();
                    twin = known.iter().find(|(k, _)| *k == key).map(|(_, first)| (*first, node));
                    len += 1;
                }
                (Some(_), None) => len = FEW + 1,
                (None, _) => unknown += 1,
            }
            twin.is_none() && len <= FEW
        });
        match len + unknown {
            _ if len > FEW && twin.is_none() => None,
            // Whoever is alone has no twin.
            0 | 1 => Some(Verdict::True),
            _ => Some(self.twin(twin, unknown > 0, trace)),
        }
    }

    /// The second of two items that are alike is at fault.
    fn twin(&self, twin: Option<(NodeId, NodeId)>, unknown: bool, trace: &mut Trace<'_>) -> Verdict {
        let Some((first, second)) = twin else {
            return if unknown { Verdict::Unknown } else { Verdict::True };
        };
        if trace.is_on() {
            self.see(&Loc::Node(first.max(second)), trace);
            self.see(&Loc::Node(first.min(second)), trace);
            let text = self.doc.string(second).map(Cow::into_owned);
            trace.note(|e| e.part = text);
        }
        Verdict::False
    }

    /// What tells a value apart, and where it stands.
    fn plain_key(&self, by: Option<u32>, item: &Scope) -> Option<(&'v str, NodeId)> {
        let loc = by.map_or(item.subject, |operand| self.operand(operand, item));
        let Loc::Node(node) = loc else { return None };
        Some((self.written(node)?, node))
    }

    /// The same by several operands. The key sorts like the list of their texts: each ends in two zeros, and a zero
    /// in it has a one behind.
    fn key(&self, by: &[u32], item: &Scope) -> Option<(Cow<'v, str>, NodeId)> {
        if by.is_empty() {
            let (text, node) = self.plain_key(None, item)?;
            return Some((Cow::Borrowed(text), node));
        }
        let (mut key, mut place) = (String::new(), None);
        for operand in by {
            let loc = self.operand(*operand, item);
            let text = match (self.text(&loc), loc) {
                (Some(text), _) => text,
                // An unset member is a value like any other as far as sameness goes.
                (None, Loc::Absent | Loc::Unset(_)) => "",
                (None, Loc::Node(node)) => self.written(node)?,
                _ => return None,
            };
            for (at, part) in texts::split(text, '\0').enumerate() {
                key.push_str(if at == 0 { "" } else { "\0\u{1}" });
                key.push_str(part);
            }
            key.push_str("\0\0");
            place = place.or_else(|| self.place(&loc).map(|seen| seen.node));
        }
        place.map(|node| (Cow::Owned(key), node))
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
            self.each(*path, scope, &mut |item: &Scope| {
                let loc = &item.subject;
                let found = self.among(loc, from, scope, inside);
                match found {
                    Found::Unknown => verdict = Verdict::Unknown,
                    Found::At(..) if inside == Verdict::True => {}
                    Found::Nowhere if inside == Verdict::False => {}
                    _ => {
                        verdict = Verdict::False;
                        self.see(loc, trace);
                    }
                }
                if verdict == Verdict::False {
                    if let Found::At(node) = found {
                        self.see(&Loc::Node(node), trace);
                    } else if trace.is_on() {
                        let text = self.text(loc).map(str::to_owned);
                        trace.note(|e| e.part = text);
                        self.paths(from).iter().for_each(|list| self.see_list(*list, scope, trace));
                    }
                }
                verdict != Verdict::False
            });
            if verdict == Verdict::False {
                break;
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
            self.each(*path, scope, &mut |other: &Scope| {
                match other.subject {
                    Loc::Node(n) if self.counts(node, n, inside) => found = Found::At(n),
                    Loc::Unknown(_) => found = Found::Unknown,
                    _ => {}
                }
                !matches!(found, Found::At(..))
            });
            if matches!(found, Found::At(..)) {
                break;
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
