//! Numbers: bounds, arithmetic, comparison, counting, versions of numbers.

use super::{Got, Loc, Scope, View};
use crate::pack::Relation;
use crate::program::{ExprOp, NONE, Run};
use crate::verdict::{Trace, Verdict};

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
    pub(super) fn range(
        &self,
        of: u32,
        (min, max): (i64, i64),
        scope: Scope,
        trace: &mut Trace<'_>,
    ) -> Verdict {
        let loc = self.operand(of, scope);
        match self.number(loc) {
            Got::Is(number) => {
                let ok = number.is_ok_and(|n| (min..=max).contains(&n));
                self.see_operand(of, loc, trace);
                trace.note(|e| {
                    e.found = number.ok();
                    e.min = (min != i64::MIN).then_some(min);
                    e.max = (max != i64::MAX).then_some(max);
                });
                ok.into()
            }
            Got::Unset | Got::Unknown => Verdict::Unknown,
        }
    }

    pub(super) fn compare(
        &self,
        left: u32,
        is: Relation,
        right: u32,
        scope: Scope,
        trace: &mut Trace<'_>,
    ) -> Verdict {
        let (Some(a), Some(b)) = (self.expr(left, scope, trace), self.expr(right, scope, trace)) else {
            return Verdict::Unknown;
        };
        trace.note(|e| (e.found, e.max) = (Some(a), Some(b)));
        is.holds(a, b).into()
    }

    /// A computed number; `None` if something in it is not known or it leaves 64 bits.
    pub(crate) fn expr(&self, id: u32, scope: Scope, trace: &mut Trace<'_>) -> Option<i64> {
        match *self.program.exprs.get(id as usize)? {
            ExprOp::Value(v) => Some(v),
            ExprOp::Number { of, or_zero } => {
                let loc = self.operand(of, scope);
                self.see_operand(of, loc, trace);
                match self.number(loc) {
                    Got::Is(n) => n.ok(),
                    Got::Unset if or_zero => Some(0),
                    Got::Unset | Got::Unknown => None,
                }
            }
            ExprOp::Prefix(of) => {
                let block = self.expr_text(of, scope, trace, crate::cidr::parse)?;
                Some(i64::from(block.ok()?.prefix()))
            }
            ExprOp::Chars(of) => match self.operand(of, scope) {
                // A part that is not there is a text without characters.
                Loc::Absent | Loc::Unset(_) => Some(0),
                _ => self.expr_text(of, scope, trace, |t| t.chars().count() as i64),
            },
            ExprOp::DecodedBytes(of) => self.expr_text(of, scope, trace, super::texts::base64_bytes)?,
            ExprOp::Items(path) => self.count_items(path, scope, trace),
            ExprOp::Sum(run) => self.fold(run, scope, trace, i64::checked_add),
            ExprOp::Max(run) => self.fold(run, scope, trace, |a, b| Some(a.max(b))),
            ExprOp::Minus(a, b) => self.expr(a, scope, trace)?.checked_sub(self.expr(b, scope, trace)?),
            ExprOp::Pow2(exponent) => {
                let exponent = u32::try_from(self.expr(exponent, scope, trace)?).ok()?;
                2i64.checked_pow(exponent)
            }
            ExprOp::Total { path, of } => {
                let mut total = Some(0i64);
                self.each(path, scope, &mut |loc, inner| {
                    total = match loc {
                        Loc::Unknown(_) => None,
                        _ => total.and_then(|t| t.checked_add(self.expr(of, inner, trace)?)),
                    };
                    total.is_some()
                });
                total
            }
            ExprOp::Lookup { by, table } => {
                let rows = self.program.numbers.get(table.range())?;
                self.expr_text(by, scope, trace, |text| {
                    rows.iter().find(|(key, _)| self.program.str(*key) == text).map(|(_, n)| *n)
                })?
            }
            ExprOp::If { when, then, other } => match self.eval(when, scope, trace) {
                Verdict::True => self.expr(then, scope, trace),
                Verdict::False => self.expr(other, scope, trace),
                Verdict::Unknown => None,
            },
        }
    }

    fn expr_text<T>(
        &self,
        of: u32,
        scope: Scope,
        trace: &mut Trace<'_>,
        read: impl FnOnce(&str) -> T,
    ) -> Option<T> {
        let loc = self.operand(of, scope);
        self.see_operand(of, loc, trace);
        match self.text(loc) {
            Got::Is((text, _)) => Some(read(&text)),
            Got::Unset | Got::Unknown => None,
        }
    }

    fn fold(
        &self,
        run: Run,
        scope: Scope,
        trace: &mut Trace<'_>,
        f: impl Fn(i64, i64) -> Option<i64>,
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

    fn count_items(&self, path: u32, scope: Scope, trace: &mut Trace<'_>) -> Option<i64> {
        let mut count = Some(0i64);
        self.each(path, scope, &mut |loc, _| {
            // An item whose value is not known is an item all the same, if it is there.
            count = match loc {
                Loc::Unknown(None) => None,
                Loc::Unknown(Some(node)) if self.doc.item_index(node).is_none() => None,
                _ => count.map(|c| c + 1),
            };
            count.is_some()
        });
        self.see_list(path, scope, trace);
        count
    }

    /// Notes the list a path walks over.
    pub(super) fn see_list(&self, path: u32, scope: Scope, trace: &mut Trace<'_>) {
        if !trace.is_on() {
            return;
        }
        let field = self.program.paths.get(path as usize).map_or(NONE, |p| p.field);
        let mut list = None;
        self.each(path, scope, &mut |loc, _| {
            list = self.place(loc).and_then(|(node, _)| self.doc.parent(node));
            false
        });
        if let Some(node) = list {
            self.see(Loc::Node(node), field, trace);
        }
    }
}
