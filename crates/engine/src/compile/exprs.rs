//! Computed numbers.

use super::Compiler;
use super::paths::Context;
use crate::pack::Expr;
use crate::program::{ExprOp, Run};

impl Compiler<'_> {
    pub(super) fn expr(&mut self, expr: &Expr, ctx: &Context<'_>) -> u32 {
        let op = match expr {
            Expr::Value(v) => ExprOp::Value(*v),
            Expr::Named(name) => {
                let known = self.named.get(name).copied();
                if known.is_none() {
                    self.error(format!("`{name}` is not one of the rule's values, or comes after this one"));
                }
                return known.unwrap_or(0);
            }
            Expr::Number(of) => ExprOp::Number { of: self.operand(of, ctx), or_zero: false },
            Expr::NumberOrZero(of) => ExprOp::Number { of: self.operand(of, ctx), or_zero: true },
            Expr::Prefix(of) => ExprOp::Prefix(self.text(of, ctx)),
            Expr::Chars(of) => ExprOp::Chars(self.text(of, ctx)),
            Expr::DecodedBytes(of) => ExprOp::DecodedBytes(self.text(of, ctx)),
            Expr::Items(path) => ExprOp::Items(self.many(path, ctx).path),
            Expr::Sum(list) => ExprOp::Sum(self.exprs(list, ctx)),
            Expr::Max(list) => ExprOp::Max(self.exprs(list, ctx)),
            Expr::Minus(pair) => ExprOp::Minus(self.expr(&pair.0, ctx), self.expr(&pair.1, ctx)),
            Expr::Pow2(inner) => ExprOp::Pow2(self.expr(inner, ctx)),
            Expr::Total(total) => {
                let target = self.many(&total.r#in, ctx);
                let inner = self.enter(target, ctx);
                let of = self.expr(&total.of, &inner);
                ExprOp::Total { path: target.path, of }
            }
            Expr::Lookup(lookup) => {
                let by = self.text(&lookup.by, ctx);
                let rows: Vec<_> = lookup.table.iter().map(|(k, v)| (self.intern(k), *v)).collect();
                let table = self.program.numbers.extend(rows);
                ExprOp::Lookup { by, table }
            }
            Expr::If(choice) => ExprOp::If {
                when: self.predicate(&choice.when, ctx),
                then: self.expr(&choice.then, ctx),
                other: self.expr(&choice.r#else, ctx),
            },
        };
        self.program.exprs.push(&op)
    }

    fn exprs(&mut self, list: &[Expr], ctx: &Context<'_>) -> Run {
        let ids: Vec<u32> = list.iter().map(|e| self.expr(e, ctx)).collect();
        let run = Run { start: self.program.expr_runs.len() as u32, len: ids.len() as u32 };
        self.program.expr_runs.extend(ids);
        run
    }
}
