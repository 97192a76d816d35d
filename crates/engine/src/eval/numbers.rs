//! Numbers: arithmetic, comparison, counting.

use super::{Loc, Scope, View, texts};
use crate::cidr;
use crate::pack::Relation;
use crate::program::{ExprOp, Run};
use crate::verdict::{Trace, Verdict};
use acklint_document::Kind;

impl Relation {
    pub(super) fn holds(self, a: i64, b: i64) -> bool {
        match self {
            Self::Less => a < b,
            Self::AtMost => a <= b,
            Self::Equal => a == b,
            Self::AtLeast => a >= b,
            Self::Greater => a > b,
        }
    }
}

impl View<'_> {
    pub(super) fn compare(
        &self,
        left: u32,
        is: Relation,
        right: u32,
        scope: &Scope,
        trace: &mut Trace<'_>,
    ) -> Verdict {
        let (Some(a), Some(b)) = (self.expr(left, scope, trace), self.expr(right, scope, trace)) else {
            return Verdict::Unknown;
        };
        trace.note(|e| (e.found, e.max) = (Some(a), Some(b)));
        is.holds(a, b).into()
    }

    /// A computed number; `None` if something in it is not known or it leaves 64 bits.
    pub(crate) fn expr(&self, id: u32, scope: &Scope, trace: &mut Trace<'_>) -> Option<i64> {
        match self.program.exprs.get(id as usize)? {
            ExprOp::Value(v) => Some(v),
            ExprOp::Number { of, or_zero } => {
                let loc = self.seen(of, scope, trace);
                if or_zero && loc.is_unset() { Some(0) } else { self.number(&loc)?.ok() }
            }
            ExprOp::Prefix(of) => {
                let block = cidr::parse(self.seen_text(of, scope, trace)?).ok()?;
                Some(i64::from(block.prefix()))
            }
            // A part that is not there is a text without characters.
            ExprOp::Chars(of) if self.operand(of, scope).is_unset() => Some(0),
            ExprOp::Chars(of) => Some(texts::count_chars(self.seen_text(of, scope, trace)?) as i64),
            ExprOp::DecodedBytes(of) => texts::base64_bytes(self.seen_text(of, scope, trace)?),
            ExprOp::Items(path) => self.count_items(path, scope, trace),
            ExprOp::Sum(run) => self.fold(run, scope, trace, i64::checked_add),
            ExprOp::Max(run) => self.fold(run, scope, trace, |a, b| Some(a.max(b))),
            ExprOp::Minus(a, b) => self.expr(a, scope, trace)?.checked_sub(self.expr(b, scope, trace)?),
            ExprOp::Pow2(exponent) => {
                let exponent = self.expr(exponent, scope, trace)?;
                (0..63).contains(&exponent).then(|| 1 << exponent)
            }
            ExprOp::Total { path, of } => {
                let mut total = 0i64;
                for item in self.each(path, scope) {
                    if matches!(item.subject, Loc::Unknown(_)) {
                        return None;
                    }
                    total = total.checked_add(self.expr(of, &item, trace)?)?;
                }
                Some(total)
            }
            ExprOp::Lookup { by, table } => {
                let text = self.seen_text(by, scope, trace)?;
                let mut rows = self.program.numbers.run(table);
                rows.find(|(key, _)| self.program.str(*key) == text).map(|(_, n)| n)
            }
            ExprOp::If { when, then, other } => match self.eval(when, scope, trace) {
                Verdict::True => self.expr(then, scope, trace),
                Verdict::False => self.expr(other, scope, trace),
                Verdict::Unknown => None,
            },
        }
    }

    fn fold(
        &self,
        run: Run,
        scope: &Scope,
        trace: &mut Trace<'_>,
        f: fn(i64, i64) -> Option<i64>,
    ) -> Option<i64> {
        let mut total = None;
        for id in self.program.expr_runs.get(run.range())? {
            let next = self.expr(*id, scope, trace)?;
            total = Some(match total {
                None => next,
                Some(sum) => f(sum, next)?,
            });
        }
        total
    }

    fn count_items(&self, path: u32, scope: &Scope, trace: &mut Trace<'_>) -> Option<i64> {
        if scope.is_alone() {
            return self.len(scope).map(i64::from);
        }
        let mut count = Some(0i64);
        for item in self.each(path, scope) {
            // An item whose value is not known is an item all the same, if it is there.
            count = match item.subject {
                Loc::Unknown(None) => None,
                Loc::Unknown(Some(node)) if self.doc.item_index(node).is_none() => None,
                _ => count.map(|c| c + 1),
            };
        }
        self.see_list(path, scope, trace);
        count
    }

    /// Number of items of a list that is alone.
    pub(super) fn len(&self, scope: &Scope) -> Option<u32> {
        let Loc::Node(list) = scope.subject else { return None };
        let whole = self.doc.kind(list) == Kind::Array && !self.doc.is_incomplete(list);
        whole.then(|| self.doc.child_count(list))
    }

    /// Notes the list a path walks over.
    pub(super) fn see_list(&self, path: u32, scope: &Scope, trace: &mut Trace<'_>) {
        if !trace.is_on() {
            return;
        }
        let first = self.each(path, scope).next().and_then(|item| self.place(&item.subject));
        let list = first.and_then(|seen| self.doc.parent(seen.node));
        if let Some(node) = list {
            self.see(&Loc::Node(node), trace);
        }
    }
}
