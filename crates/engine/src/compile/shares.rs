//! What a predicate says of one field alone, everything else in it taken for granted.

use crate::check::Scratch;
use crate::eval::{Loc, Scope, View};
use crate::program::{Base, Check, ExprOp, NONE, Op, Path, Program, Run, Step};
use crate::verdict::{Trace, Verdict};
use acklint_document::Document;

/// Where a predicate is evaluated: at an object, or at the items of one of its lists.
#[derive(Clone, Copy, Debug)]
pub(super) struct Site {
    /// Path of the items, or `NONE`.
    pub(super) each: u32,
    pub(super) shape: u32,
}

impl Site {
    pub(super) fn of(check: &Check) -> Self {
        Self { each: check.each, shape: check.shape }
    }
}

/// What several operators with these verdicts say of a field together.
pub(super) fn share_of(program: &Program, parts: &[(u32, bool)], site: Site, field: u32) -> Option<Share> {
    let shares = parts.iter().filter_map(|(op, verdict)| share(program, *op, *verdict, (site, field)));
    both(shares.collect(), true)
}

/// What a predicate says of one field alone: everything else in it is taken for granted.
pub(super) struct Share {
    of: Of,
    /// It is so only if the field is set: a value that is not set is met by no walk.
    pub(super) sets: bool,
    /// How much it rules out; more is better.
    pub(super) weight: u32,
}

enum Of {
    /// An operator and its verdict.
    Op(u32, bool),
    All(Vec<Share>),
    Any(Vec<Share>),
}

impl Share {
    /// As an operator, and the verdict that counts.
    pub(super) fn build(self, program: &mut Program) -> (u32, bool) {
        let (shares, all) = match self.of {
            Of::Op(op, verdict) => return (op, verdict),
            Of::All(shares) => (shares, true),
            Of::Any(shares) => (shares, false),
        };
        let mut ops = vec![];
        for share in shares {
            let (op, verdict) = share.build(program);
            ops.push(if verdict { op } else { push(program, Op::Not(op)) });
        }
        let run = Run { start: program.op_runs.len() as u32, len: ops.len() as u32 };
        program.op_runs.extend(ops);
        (push(program, if all { Op::All(run) } else { Op::Any(run) }), true)
    }
}

/// Adds an operator, unless it is there: the same condition is decided once.
fn push(program: &mut Program, op: Op) -> u32 {
    let parts = |run: Run| program.op_runs.get(run.range());
    let same = |known: &Op| match (*known, op) {
        (Op::All(a), Op::All(b)) | (Op::Any(a), Op::Any(b)) => parts(a) == parts(b),
        (known, op) => known == op,
    };
    if let Some(known) = program.ops.iter().position(same) {
        return known as u32;
    }
    program.ops.push(op);
    program.ops.len() as u32 - 1
}

/// All of these must be so, or (`all` false) one of them.
fn both(mut shares: Vec<Share>, all: bool) -> Option<Share> {
    if shares.len() <= 1 {
        return shares.pop();
    }
    let weights = shares.iter().map(|s| s.weight);
    Some(Share {
        sets: if all { shares.iter().any(|s| s.sets) } else { shares.iter().all(|s| s.sets) },
        weight: if all { weights.sum() } else { weights.min().unwrap_or(0) },
        of: if all { Of::All(shares) } else { Of::Any(shares) },
    })
}

/// What `op` having this verdict says of a field alone; `None` if nothing.
fn share(program: &Program, op: u32, verdict: bool, at: (Site, u32)) -> Option<Share> {
    if let Some(field) = only_field(program, op, at.0) {
        let share = || Share {
            of: Of::Op(op, verdict),
            sets: met_only_if_set(program, op, verdict),
            weight: weight(program, op, verdict),
        };
        return (field == at.1).then(share);
    }
    match (program.ops.get(op as usize).copied()?, verdict) {
        (Op::Not(inner), _) => share(program, inner, !verdict, at),
        (Op::All(run), true) | (Op::Any(run), false) => {
            let ops = program.op_runs.get(run.range())?;
            both(ops.iter().filter_map(|op| share(program, *op, verdict, at)).collect(), true)
        }
        (Op::Any(run), true) | (Op::All(run), false) => {
            let ops = program.op_runs.get(run.range())?;
            let shares: Option<Vec<Share>> = ops.iter().map(|op| share(program, *op, verdict, at)).collect();
            both(shares?, false)
        }
        _ => None,
    }
}

fn weight(program: &Program, op: u32, verdict: bool) -> u32 {
    match (program.ops.get(op as usize), verdict) {
        (Some(Op::Set(_)), _) => 1,
        (Some(Op::EqualsConst { .. }), true) => 20,
        (Some(Op::EqualsConst { .. }), false) => 3,
        (Some(Op::Not(_)), _) => 10,
        _ => 30,
    }
}

/// Fields that parts of `op` are about and nothing else.
pub(super) fn mentioned(program: &Program, op: u32, site: Site, out: &mut Vec<u32>) {
    if let Some(field) = only_field(program, op, site) {
        out.push(field);
        return;
    }
    match program.ops.get(op as usize).copied() {
        Some(Op::All(run) | Op::Any(run)) => {
            for inner in program.op_runs.get(run.range()).unwrap_or_default() {
                mentioned(program, *inner, site, out);
            }
        }
        Some(Op::Not(inner)) => mentioned(program, inner, site, out),
        _ => {}
    }
}

/// Whether this verdict needs the value to be there: a value that is not is met by no walk.
fn met_only_if_set(program: &Program, op: u32, verdict: bool) -> bool {
    let needs = super::needs::needs(program, op, verdict);
    needs.set != 0 || needs.some != 0
}

/// The one field all of an operator is about: a plain member of the site's object, or the item at hand.
fn only_field(program: &Program, op: u32, site: Site) -> Option<u32> {
    if let Some(Op::Unique { path, .. } | Op::Count { path, .. }) = program.ops.get(op as usize).copied() {
        return if site.each == NONE { listed(program, path, site.shape) } else { None };
    }
    let mut fields =
        Fields { program, each: site.each, shape: site.shape, inner: false, found: None, fits: true };
    fields.op(op);
    fields.found.filter(|_| fields.fits)
}

/// The list whose items a path goes over, if it is a plain member of the site's object and the only list on the way.
fn listed(program: &Program, path: u32, shape: u32) -> Option<u32> {
    let path = program.paths.get(path as usize)?;
    match (path.base, program.steps.get(path.steps.range())?) {
        (Base::Up(0), [Step::Slot(slot), Step::Each, rest @ ..])
            if rest.iter().all(|s| matches!(s, Step::Slot(_))) =>
        {
            program.shapes.get(shape as usize).map(|s| s.fields.start + slot)
        }
        _ => None,
    }
}

/// Collects what an operator looks at.
struct Fields<'p> {
    program: &'p Program,
    each: u32,
    shape: u32,
    /// Inside a format or a part: there `.` is the value, whatever the field.
    inner: bool,
    found: Option<u32>,
    fits: bool,
}

impl Fields<'_> {
    fn op(&mut self, op: u32) {
        match self.program.ops.get(op as usize).copied() {
            Some(Op::All(run) | Op::Any(run)) => {
                for op in self.program.op_runs.get(run.range()).unwrap_or_default() {
                    self.op(*op);
                }
            }
            Some(Op::Not(inner)) => self.op(inner),
            Some(Op::Format { of, format }) => {
                self.operand(of);
                let inner = self.program.formats.get(format as usize).copied().unwrap_or(NONE);
                self.inside(inner);
            }
            Some(Op::Parts { of, op, .. }) => {
                self.operand(of);
                self.inside(op);
            }
            Some(Op::Compare { left, right, .. }) => {
                self.expr(left);
                self.expr(right);
            }
            Some(Op::EqualsField { of, to }) => {
                self.operand(of);
                self.operand(to);
            }
            Some(Op::Matches { .. }) | None => self.fits = false,
            Some(op) => match super::needs::value_of(&op) {
                Some(of) => self.operand(of),
                None => self.fits = false,
            },
        }
    }

    fn inside(&mut self, op: u32) {
        let outer = std::mem::replace(&mut self.inner, true);
        self.op(op);
        self.inner = outer;
    }

    fn expr(&mut self, id: u32) {
        match self.program.exprs.get(id as usize) {
            Some(ExprOp::Value(_)) => {}
            Some(ExprOp::Items(path)) if self.each == NONE && !self.inner => {
                let list = listed(self.program, path, self.shape);
                self.fits &= list.is_some() && self.found.is_none_or(|f| list == Some(f));
                self.found = list;
            }
            Some(ExprOp::Chars(of) | ExprOp::DecodedBytes(of) | ExprOp::Number { of, or_zero: false }) => {
                self.operand(of);
            }
            Some(ExprOp::Sum(run) | ExprOp::Max(run)) => {
                for id in self.program.expr_runs.get(run.range()).unwrap_or_default() {
                    self.expr(*id);
                }
            }
            Some(ExprOp::Minus(a, b)) => {
                self.expr(a);
                self.expr(b);
            }
            Some(ExprOp::If { when, then, other }) => {
                self.op(when);
                self.expr(then);
                self.expr(other);
            }
            _ => self.fits = false,
        }
    }

    fn operand(&mut self, of: u32) {
        let program = self.program;
        let Some(info) = program.operands.get(of as usize) else { return };
        let Some(path) = program.paths.get(info.path as usize) else { return };
        let subject = path.base == Base::Subject;
        if self.inner {
            self.fits &= subject && !info.or_default;
            return;
        }
        let plain = match path.base {
            // At the items of a list only the item itself is met by the walk.
            Base::Subject => self.each != NONE,
            Base::Up(0) => self.each == NONE && path.steps.len == 1,
            _ => false,
        };
        let low = program.fields.get(path.field as usize).is_some_and(|f| {
            program.shapes.get(f.shape as usize).is_some_and(|s| path.field - s.fields.start < 128)
        });
        // Of a value that is there the default is nothing.
        self.fits &=
            plain && low && (!info.or_default || !subject) && self.found.is_none_or(|f| f == path.field);
        self.found = Some(path.field);
    }
}

/// The verdict of an operator about one field that is not set: of its default, if it takes that. Unknown is also
/// what is not worth finding out.
pub(super) fn absent(program: &Program, id: u32) -> Verdict {
    let Some(known) = program.ops.get(id as usize) else { return Verdict::Unknown };
    let parts = |run: Run| program.op_runs.get(run.range()).unwrap_or_default().iter();
    match *known {
        Op::All(run) => parts(run).fold(Verdict::True, |all, op| all.and(absent(program, *op))),
        Op::Any(run) => {
            parts(run).fold(Verdict::False, |any, op| any.not().and(absent(program, *op).not()).not())
        }
        Op::Not(inner) => absent(program, inner).not(),
        _ => {
            let info = super::needs::value_of(known).and_then(|of| program.operands.get(of as usize));
            let Some(info) = info.filter(|info| info.part.is_none()) else { return Verdict::Unknown };
            let path = program.paths.get(info.path as usize).filter(|_| info.or_default);
            let with_default = |path: &Path| {
                program.fields.get(path.field as usize).is_some_and(|field| field.default.is_some())
            };
            match (path.filter(with_default), *known) {
                (Some(path), _) => {
                    let (doc, scratch) = (Document::default(), Scratch::default());
                    let view = View { program, doc: &doc, scratch: &scratch };
                    view.eval(id, &Scope::alone(Loc::Default(path.field)), &mut Trace::Off)
                }
                (None, Op::Set(_) | Op::EqualsConst { .. }) if !info.or_default => Verdict::False,
                (None, _) => Verdict::Unknown,
            }
        }
    }
}
