//! Predicates over several values: some, every, count, unique, disjoint, within.

use super::{Got, Loc, Scope, View};
use crate::program::{NONE, Run};
use crate::verdict::{Trace, Verdict};
use acklint_document::{Kind, NodeId};
use std::borrow::Cow;

/// Up to this many values a plain search beats a sorted table, and allocates nothing.
const FEW: usize = 16;

impl View<'_> {
    pub(super) fn some(&self, path: u32, op: u32, scope: Scope, trace: &mut Trace<'_>) -> Verdict {
        let mut verdict = Verdict::False;
        let start = trace.mark();
        self.each(path, scope, &mut |loc, inner| {
            let before = trace.mark();
            let v = self.item(op, loc, inner, trace);
            if v == Verdict::True {
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

    pub(super) fn every(&self, path: u32, op: u32, scope: Scope, trace: &mut Trace<'_>) -> Verdict {
        let mut verdict = Verdict::True;
        let start = trace.mark();
        self.each(path, scope, &mut |loc, inner| {
            let before = trace.mark();
            let v = self.item(op, loc, inner, trace);
            if v == Verdict::False {
                if trace.mark() == before {
                    self.see(loc, NONE, trace);
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
    fn item(&self, op: u32, loc: Loc, scope: Scope, trace: &mut Trace<'_>) -> Verdict {
        match loc {
            Loc::Unknown(_) => Verdict::Unknown,
            _ => self.eval(op, scope, trace),
        }
    }

    pub(super) fn count(
        &self,
        path: u32,
        op: u32,
        (min, max): (u32, u32),
        scope: Scope,
        trace: &mut Trace<'_>,
    ) -> Verdict {
        let (mut sure, mut possible) = (0u32, 0u32);
        let start = trace.mark();
        self.each(path, scope, &mut |loc, inner| {
            let before = trace.mark();
            let v = if op == NONE {
                if loc == Loc::Unknown(None) { Verdict::Unknown } else { Verdict::True }
            } else {
                self.item(op, loc, inner, trace)
            };
            match v {
                Verdict::True => (sure, possible) = (sure + 1, possible + 1),
                Verdict::Unknown => possible += 1,
                Verdict::False => {}
            }
            if v == Verdict::True && trace.is_on() {
                if trace.mark() == before {
                    self.see(loc, NONE, trace);
                }
                trace.forget(before + 1, trace.mark());
            } else {
                trace.forget(before, trace.mark());
            }
            true
        });
        if sure > max {
            trace.note(|e| {
                e.found = Some(i64::from(sure));
                e.max = Some(i64::from(max));
                // The first one too many is at fault; the others are involved.
                if let Some(seen) = e.seen.get_mut(start..) {
                    let at = (max as usize).min(seen.len().saturating_sub(1));
                    seen.get_mut(..=at).unwrap_or_default().rotate_right(1);
                }
            });
            return Verdict::False;
        }
        if possible < min {
            trace.note(|e| {
                e.found = Some(i64::from(sure));
                e.min = Some(i64::from(min));
            });
            return Verdict::False;
        }
        if sure >= min && possible <= max { Verdict::True } else { Verdict::Unknown }
    }

    pub(super) fn unique(&self, path: u32, by: Run, scope: Scope, trace: &mut Trace<'_>) -> Verdict {
        let by = self.program.operand_runs.get(by.range()).unwrap_or_default();
        if by.len() <= 1
            && let Some(verdict) = self.unique_few(path, by.first().copied(), scope, trace)
        {
            return verdict;
        }
        let mut unknown = 0;
        let mut keys: Vec<(Vec<Cow<'_, str>>, NodeId)> = Vec::new();
        self.each(path, scope, &mut |loc, inner| {
            match self.key(by, loc, inner) {
                Some((key, node)) => keys.push((key, node)),
                None => unknown += 1,
            }
            true
        });
        if keys.len() + unknown < 2 {
            return Verdict::True;
        }
        keys.sort();
        let twin = keys.windows(2).find_map(|pair| match pair {
            [a, b] if a.0 == b.0 => Some((a.1, b.1)),
            _ => None,
        });
        self.twin(twin, unknown > 0, by.first().copied(), path, trace)
    }

    /// Without allocation: few items, one key. `None` if they are more.
    fn unique_few(&self, path: u32, by: Option<u32>, scope: Scope, trace: &mut Trace<'_>) -> Option<Verdict> {
        let mut seen = [("", NodeId::ROOT); FEW];
        let (mut len, mut unknown, mut twin) = (0, 0, None);
        self.each(path, scope, &mut |loc, inner| {
            match (self.plain_key(by, loc, inner), seen.get_mut(len)) {
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
            _ => Some(self.twin(twin, unknown > 0, by, path, trace)),
        }
    }

    /// The second of two items that are alike is at fault.
    fn twin(
        &self,
        twin: Option<(NodeId, NodeId)>,
        unknown: bool,
        by: Option<u32>,
        path: u32,
        trace: &mut Trace<'_>,
    ) -> Verdict {
        let Some((first, second)) = twin else {
            return if unknown { Verdict::Unknown } else { Verdict::True };
        };
        if trace.is_on() {
            let field = match by {
                Some(operand) => self.field_of(operand),
                None => self.program.paths.get(path as usize).map_or(NONE, |p| p.field),
            };
            self.see(Loc::Node(first.max(second)), field, trace);
            self.see(Loc::Node(first.min(second)), field, trace);
            let text = self.doc.string(second).map(Cow::into_owned);
            trace.note(|e| e.part = text);
        }
        Verdict::False
    }

    fn plain_key(&self, by: Option<u32>, loc: Loc, scope: Scope) -> Option<(&str, NodeId)> {
        let loc = match by {
            Some(operand) => self.operand(operand, scope),
            None => loc,
        };
        let Loc::Node(node) = loc else { return None };
        // The text as it is written tells values apart as well as the decoded one, but for escapes; those
        // are decoded by now, so `string` borrows.
        match self.doc.string(node) {
            Some(Cow::Borrowed(text)) => Some((text, node)),
            Some(Cow::Owned(_)) => None,
            None => Some((self.doc.raw(node), node)),
        }
    }

    fn key(&self, by: &[u32], loc: Loc, scope: Scope) -> Option<(Vec<Cow<'_, str>>, NodeId)> {
        if by.is_empty() {
            let (text, node) = self.plain_key(None, loc, scope)?;
            return Some((vec![Cow::Borrowed(text)], node));
        }
        let mut key = Vec::with_capacity(by.len());
        let mut place = None;
        for operand in by {
            let loc = self.operand(*operand, scope);
            match self.text(loc) {
                Got::Is((text, _)) => key.push(text),
                // An unset member is a value like any other as far as sameness goes.
                Got::Unset => key.push(Cow::Borrowed("")),
                Got::Unknown => key.push(Cow::Borrowed(self.plain_key(None, loc, scope)?.0)),
            }
            place = place.or_else(|| self.place(loc).map(|(node, _)| node));
        }
        place.map(|node| (key, node))
    }

    pub(super) fn disjoint(&self, of: Run, from: Run, scope: Scope, trace: &mut Trace<'_>) -> Verdict {
        let mut verdict = Verdict::True;
        self.each_of(of, scope, &mut |loc, path| {
            match self.among(loc, from, scope, false) {
                Found::At(node, other) => {
                    self.see(loc, path, trace);
                    self.see(Loc::Node(node), other, trace);
                    verdict = Verdict::False;
                    return false;
                }
                Found::Unknown => verdict = Verdict::Unknown,
                Found::Nowhere => {}
            }
            true
        });
        verdict
    }

    pub(super) fn within(&self, of: Run, from: Run, scope: Scope, trace: &mut Trace<'_>) -> Verdict {
        let mut verdict = Verdict::True;
        self.each_of(of, scope, &mut |loc, path| {
            match self.among(loc, from, scope, true) {
                Found::At(..) => {}
                Found::Unknown => verdict = Verdict::Unknown,
                Found::Nowhere => {
                    self.see(loc, path, trace);
                    trace.note(|e| e.part = self.plain_text(loc));
                    for list in self.program.path_runs.get(from.range()).unwrap_or_default() {
                        self.see_list(*list, scope, trace);
                    }
                    verdict = Verdict::False;
                    return false;
                }
            }
            true
        });
        verdict
    }

    /// Values of several paths, each with the field it comes from.
    fn each_of(&self, paths: Run, scope: Scope, f: &mut dyn FnMut(Loc, u32) -> bool) {
        let mut go_on = true;
        for path in self.program.path_runs.get(paths.range()).unwrap_or_default() {
            let field = self.program.paths.get(*path as usize).map_or(NONE, |p| p.field);
            self.each(*path, scope, &mut |loc, _| {
                go_on = f(loc, field);
                go_on
            });
            if !go_on {
                return;
            }
        }
    }

    fn plain_text(&self, loc: Loc) -> Option<String> {
        match self.text(loc) {
            Got::Is((text, _)) => Some(text.into_owned()),
            _ => None,
        }
    }

    /// Whether a value is among others; `itself` if being one of them counts.
    fn among(&self, loc: Loc, from: Run, scope: Scope, itself: bool) -> Found {
        let Loc::Node(node) = loc else { return Found::Unknown };
        if matches!(self.doc.kind(node), Kind::Object | Kind::Array) {
            return Found::Unknown;
        }
        let mut found = Found::Nowhere;
        self.each_of(from, scope, &mut |other, field| {
            match other {
                Loc::Node(n) if (n == node && itself) || (n != node && self.same(node, n)) => {
                    found = Found::At(n, field);
                    return false;
                }
                Loc::Unknown(_) => found = Found::Unknown,
                _ => {}
            }
            true
        });
        found
    }

    fn same(&self, a: NodeId, b: NodeId) -> bool {
        let doc = self.doc;
        if !doc.string_has_escapes(a) && !doc.string_has_escapes(b) {
            return doc.kind(a) == doc.kind(b) && doc.raw(a) == doc.raw(b);
        }
        match (self.text(Loc::Node(a)), self.text(Loc::Node(b))) {
            (Got::Is((a, _)), Got::Is((b, _))) => a == b,
            _ => self.doc.kind(a) == self.doc.kind(b) && self.doc.raw(a) == self.doc.raw(b),
        }
    }
}

enum Found {
    At(NodeId, u32),
    Nowhere,
    Unknown,
}
