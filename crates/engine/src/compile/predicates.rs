//! Predicates to operators.

use super::Compiler;
use super::paths::Context;
use crate::pack::{
    Bounds, CidrsDisjoint, Count, Equals, FieldType, Holds, Like, Matches, OneOf, Operand, Parts, Predicate,
    Quantified, Sets, Unique, Version,
};
use crate::program::{LikeForm, NONE, Op, Run};

impl Compiler<'_> {
    pub(super) fn predicate(&mut self, predicate: &Predicate, ctx: &Context<'_>) -> u32 {
        let key = key_of(predicate);
        self.within(key, |c| {
            let op = c.op_for(predicate, ctx);
            c.op(op)
        })
    }

    #[allow(clippy::too_many_lines)] // one arm per predicate
    fn op_for(&mut self, predicate: &Predicate, ctx: &Context<'_>) -> Op {
        match predicate {
            Predicate::All(list) => Op::All(self.predicates(list, ctx)),
            Predicate::Any(list) => Op::Any(self.predicates(list, ctx)),
            Predicate::Not(inner) => Op::Not(self.predicate(inner, ctx)),
            Predicate::Decided(inner) => Op::Decided(self.predicate(inner, ctx)),
            Predicate::Holds(holds) => self.holds(holds, ctx),
            Predicate::Set(of) => Op::Set(self.operand(of, ctx)),
            Predicate::AtMostOne(of) => {
                let operands: Vec<Operand> =
                    of.iter().map(|o| Operand { of: o.clone(), or_default: false, part: None }).collect();
                Op::AtMostOne(self.operands(&operands, ctx))
            }
            Predicate::Equals(e) => self.equals(e, ctx),
            Predicate::OneOf(o) => {
                let (of, list) = self.one_of(o, ctx);
                Op::OneOf { of, list }
            }
            Predicate::NearMiss(o) => {
                let (of, list) = self.one_of(o, ctx);
                Op::NearMiss { of, list }
            }
            Predicate::Like(l) => self.like(l, ctx),
            Predicate::Matches(m) => self.matches(m, ctx),
            Predicate::Length(b) => {
                let (of, min, max) = self.bounds(b, ctx, &[FieldType::String]);
                Op::Length { of, min, max }
            }
            Predicate::Range(b) => {
                let (of, min, max) = self.bounds(b, ctx, &[FieldType::Integer, FieldType::String]);
                Op::Range { of, min, max }
            }
            Predicate::Chars(c) => Op::Chars { of: self.text(&c.of, ctx), set: self.char_set(c) },
            Predicate::Kinds(k) => Op::Kinds { of: self.text(&k.of, ctx), min: k.min },
            Predicate::Compare(c) => {
                let left = self.within("left", |s| s.expr(&c.left, ctx));
                let right = self.within("right", |s| s.expr(&c.right, ctx));
                Op::Compare { left, is: c.is, right }
            }
            Predicate::Count(c) => self.count(c, ctx),
            Predicate::Unique(u) => self.unique(u, ctx),
            Predicate::Disjoint(s) => {
                let (of, from) = self.sets(s, ctx);
                Op::Disjoint { of, from }
            }
            Predicate::Within(s) => {
                let (of, from) = self.sets(s, ctx);
                Op::Within { of, from }
            }
            Predicate::Some(q) => {
                let (path, op) = self.quantified(q, ctx);
                Op::Some { path, op }
            }
            Predicate::Every(q) => {
                let (path, op) = self.quantified(q, ctx);
                Op::Every { path, op }
            }
            Predicate::Parts(p) => self.parts(p, ctx),
            Predicate::Cidr(c) => Op::Cidr { of: self.text(&c.of, ctx), spec: self.cidr(c) },
            Predicate::CidrsDisjoint(c) => self.cidrs_disjoint(c, ctx),
            Predicate::Format(f) => Op::Form { of: self.text(&f.of, ctx), form: f.is },
            Predicate::Version(v) => self.version(v, ctx),
        }
    }

    fn predicates(&mut self, list: &[Predicate], ctx: &Context<'_>) -> Run {
        if list.is_empty() {
            self.error("an empty list decides nothing");
        }
        let ops: Vec<u32> =
            list.iter().enumerate().map(|(i, p)| self.within(i, |c| c.predicate(p, ctx))).collect();
        let run = Run { start: self.program.op_runs.len() as u32, len: ops.len() as u32 };
        self.program.op_runs.extend(ops);
        run
    }

    fn holds(&mut self, holds: &Holds, ctx: &Context<'_>) -> Op {
        match holds {
            Holds::Condition(name) => {
                if let Some(id) = self.conditions.get(name.as_str()) {
                    Op::Condition(*id)
                } else {
                    self.error(format!("there is no condition `{name}`"));
                    Op::Condition(0)
                }
            }
            Holds::Format(f) => {
                self.note_use("format", &f.is);
                let of = self.text(&f.of, ctx);
                let format = self.formats.get(f.is.as_str()).copied().unwrap_or(NONE);
                if format == NONE {
                    self.error(format!("there is no format `{}`", f.is));
                }
                Op::Format { of, format }
            }
        }
    }

    fn note_use(&mut self, kind: &str, name: &str) {
        if !self.uses.is_empty() {
            self.used.push((self.uses.clone(), format!("{kind} {name}")));
        }
    }

    fn equals(&mut self, e: &Equals, ctx: &Context<'_>) -> Op {
        let of = self.operand(&e.of, ctx);
        match (&e.value, &e.to) {
            (Some(value), None) => {
                if e.of.part.is_none() {
                    let field = self.field_of(of);
                    self.expect_kind(value, field, "the value");
                }
                Op::EqualsConst { of, value: self.constant(value) }
            }
            (None, Some(to)) => Op::EqualsField { of, to: self.operand(to, ctx) },
            _ => {
                self.error("`equals` takes either `value` or `to`");
                Op::Set(of)
            }
        }
    }

    fn one_of(&mut self, o: &OneOf, ctx: &Context<'_>) -> (u32, u32) {
        let of = self.operand(&o.of, ctx);
        let mut values: Vec<String> = o.values.iter().map(super::scalar_text).collect();
        if let ([name], true) = (o.known.as_slice(), values.is_empty()) {
            let list = self.lists.get(name.as_str()).copied();
            if list.is_none() {
                self.error(format!("there is no list `{name}`"));
            }
            return (of, list.unwrap_or(0));
        }
        for name in &o.known {
            let list = self.lists.get(name.as_str()).and_then(|l| self.program.lists.get(*l as usize));
            match list {
                Some(list) => {
                    let shown = self.program.items.run(list.shown);
                    values.extend(shown.map(|s| self.program.str(s).to_owned()));
                }
                None => self.error(format!("there is no list `{name}`")),
            }
        }
        if values.is_empty() {
            self.error("the list is empty");
        }
        (of, self.list(&values))
    }

    fn like(&mut self, l: &Like, ctx: &Context<'_>) -> Op {
        let of = self.text(&l.of, ctx);
        let start = self.program.forms.len() as u32;
        for form in &l.any {
            let plain = |text: &str| !text.contains(['*', '#']);
            let form = match form.strip_suffix('*') {
                _ if plain(form) => LikeForm::Exact(self.intern(form)),
                Some(head) if plain(head) => LikeForm::Prefix(self.intern(head)),
                Some(head) if head.strip_prefix('*').is_some_and(plain) && !l.ignore_case => {
                    LikeForm::Contains(self.intern(head.trim_start_matches('*')))
                }
                _ => LikeForm::Any(self.intern(form)),
            };
            self.program.forms.push(&form);
        }
        let forms = Run { start, len: l.any.len() as u32 };
        Op::Like { of, forms, ignore_case: l.ignore_case }
    }

    fn matches(&mut self, m: &Matches, ctx: &Context<'_>) -> Op {
        #[cfg(feature = "regex")]
        if let Err(e) = crate::eval::pattern(&m.regex) {
            self.error(format!("not a regular expression: {e}"));
        }
        #[cfg(not(feature = "regex"))]
        self.error("`matches` is not available here");
        Op::Matches { of: self.text(&m.of, ctx), regex: self.intern(&m.regex) }
    }

    fn bounds(&mut self, b: &Bounds, ctx: &Context<'_>, types: &[FieldType]) -> (u32, i64, i64) {
        let of = self.operand(&b.of, ctx);
        self.expect_type(of, types);
        if b.min.is_none() && b.max.is_none() {
            self.error("neither `min` nor `max` is given");
        }
        (of, b.min.unwrap_or(i64::MIN), b.max.unwrap_or(i64::MAX))
    }

    fn count(&mut self, c: &Count, ctx: &Context<'_>) -> Op {
        let target = self.many(&c.r#in, ctx);
        let inner = self.enter(target, ctx);
        let op = match &c.r#where {
            Some(p) => self.within("where", |s| s.predicate(p, &inner)),
            None => NONE,
        };
        Op::Count { path: target.path, op, min: c.min.unwrap_or(0), max: c.max.unwrap_or(u32::MAX) }
    }

    fn unique(&mut self, u: &Unique, ctx: &Context<'_>) -> Op {
        let target = self.many(&u.r#in, ctx);
        let inner = self.enter(target, ctx);
        let by = self.operands(&u.by, &inner);
        Op::Unique { path: target.path, by }
    }

    fn sets(&mut self, s: &Sets, ctx: &Context<'_>) -> (Run, Run) {
        let of = s.of.iter().map(|p| self.path(p, ctx).path).collect();
        let from = s.from.iter().map(|p| self.path(p, ctx).path).collect();
        (self.path_run(of), self.path_run(from))
    }

    fn path_run(&mut self, paths: Vec<u32>) -> Run {
        let run = Run { start: self.program.path_runs.len() as u32, len: paths.len() as u32 };
        self.program.path_runs.extend(paths);
        run
    }

    fn quantified(&mut self, q: &Quantified, ctx: &Context<'_>) -> (u32, u32) {
        let target = self.many(&q.r#in, ctx);
        let inner = self.enter(target, ctx);
        let op = self.within("where", |s| s.predicate(&q.r#where, &inner));
        (target.path, op)
    }

    fn parts(&mut self, p: &Parts, ctx: &Context<'_>) -> Op {
        let of = self.text(&p.of, ctx);
        let mut chars = p.split.chars();
        let split = chars.next().unwrap_or(',');
        if p.split.is_empty() || chars.next().is_some() {
            self.error("`split` is one character");
        }
        let mut inner = ctx.clone();
        inner.subject = Some(self.field_of(of));
        let op = self.within("where", |s| s.predicate(&p.r#where, &inner));
        Op::Parts { of, split, op, trim: p.trim }
    }

    fn cidrs_disjoint(&mut self, c: &CidrsDisjoint, ctx: &Context<'_>) -> Op {
        Op::CidrsDisjoint { of: self.operands(&c.of, ctx), from: self.operands(&c.from, ctx) }
    }

    fn version(&mut self, v: &Version, ctx: &Context<'_>) -> Op {
        let of = self.text(&v.of, ctx);
        let mut bound = |text: &Option<String>, open: (u32, u32)| match text {
            None => open,
            Some(t) => crate::eval::version(t).unwrap_or_else(|| {
                self.error(format!("`{t}` is not a version such as 1.22"));
                open
            }),
        };
        let min = bound(&v.min, (0, 0));
        let max = bound(&v.max, (u32::MAX, u32::MAX));
        Op::Version { of, min, max }
    }

    /// A path that yields several values.
    pub(super) fn many(&mut self, text: &str, ctx: &Context<'_>) -> super::paths::Target {
        let target = self.path(text, ctx);
        if !target.many && target.field != NONE {
            self.error(format!("`{text}` yields one value; write `{text}[*]` for its items"));
        }
        target
    }

    /// An operand whose value is a text.
    pub(super) fn text(&mut self, operand: &Operand, ctx: &Context<'_>) -> u32 {
        let of = self.operand(operand, ctx);
        self.expect_type(of, &[FieldType::String]);
        of
    }

    pub(super) fn field_of(&self, operand: u32) -> u32 {
        let path = self.program.operands.get(operand as usize).map_or(0, |o| o.path);
        self.program.paths.get(path as usize).map_or(NONE, |p| p.field)
    }

    fn expect_type(&mut self, operand: u32, types: &[FieldType]) {
        let Some(info) = self.program.fields.get(self.field_of(operand) as usize) else { return };
        let ty = info.items.unwrap_or(info.ty);
        if ty != FieldType::Any && !types.contains(&ty) {
            let name = self.program.path_of(&info);
            self.error(format!("`{name}` is not of a type this predicate works on"));
        }
    }
}

fn key_of(predicate: &Predicate) -> &'static str {
    match predicate {
        Predicate::All(_) => "all",
        Predicate::Any(_) => "any",
        Predicate::Not(_) => "not",
        Predicate::Decided(_) => "decided",
        Predicate::Holds(_) => "holds",
        Predicate::Set(_) => "set",
        Predicate::AtMostOne(_) => "at_most_one",
        Predicate::Equals(_) => "equals",
        Predicate::OneOf(_) => "one_of",
        Predicate::NearMiss(_) => "near_miss",
        Predicate::Like(_) => "like",
        Predicate::Matches(_) => "matches",
        Predicate::Length(_) => "length",
        Predicate::Chars(_) => "chars",
        Predicate::Kinds(_) => "kinds",
        Predicate::Range(_) => "range",
        Predicate::Compare(_) => "compare",
        Predicate::Count(_) => "count",
        Predicate::Unique(_) => "unique",
        Predicate::Disjoint(_) => "disjoint",
        Predicate::Within(_) => "within",
        Predicate::Some(_) => "some",
        Predicate::Every(_) => "every",
        Predicate::Parts(_) => "parts",
        Predicate::Cidr(_) => "cidr",
        Predicate::CidrsDisjoint(_) => "cidrs_disjoint",
        Predicate::Format(_) => "format",
        Predicate::Version(_) => "version",
    }
}
