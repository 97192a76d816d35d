//! Packs to [`Program`]: names become indices, every fault of a pack becomes an error with its place.

mod exprs;
mod guards;
mod needs;
mod paths;
mod predicates;
mod rules;
mod shapes;
mod shares;
mod tables;

use crate::pack::{Field, Pack, Scalar};
use crate::program::{Check, Const, FACTS_BIT, List, Op, OperandInfo, Program, Run, Str};
pub(crate) use needs::value_of;
use paths::Context;
pub(crate) use shapes::FACTS;
use std::collections::{BTreeSet, HashMap};

/// A fault of a rule pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackError {
    /// Name of the rule file or the part of the pack.
    pub rule: String,
    /// Keys that lead to the faulty value inside it.
    pub path: Vec<String>,
    /// What is wrong.
    pub message: String,
}

impl std::fmt::Display for PackError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.rule)?;
        if !self.path.is_empty() {
            write!(f, " ({})", self.path.join("."))?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for PackError {}

/// Compiles packs into one program. The first pack brings the field table; later ones add rules to it.
///
/// # Errors
/// All faults found: unknown fields, lists and conditions, ids used twice, messages that would print a
/// secret, and predicates that cannot work on the type of their field.
pub fn compile(packs: &[&Pack]) -> Result<Program, Vec<PackError>> {
    let mut compiler = Compiler::default();
    compiler.intern("");
    compiler.shapes(packs.iter().flat_map(|p| &p.fields));
    compiler.known(packs);
    compiler.shared(packs);
    for pack in packs {
        compiler.rules(pack);
    }
    compiler.finish()
}

#[derive(Default)]
struct Compiler<'p> {
    program: Program,
    errors: Vec<PackError>,
    /// Rule or part at hand, and keys inside it.
    rule: String,
    at: Vec<String>,
    strings: HashMap<String, Str>,
    shapes: HashMap<String, u32>,
    lists: HashMap<&'p str, u32>,
    conditions: HashMap<&'p str, u32>,
    formats: HashMap<&'p str, u32>,
    paths: HashMap<(crate::program::Base, Vec<crate::program::Step>, u32), u32>,
    sites: HashMap<&'p str, &'p [crate::pack::Site]>,
    pages: HashMap<&'p str, &'p crate::pack::Page>,
    ids: BTreeSet<String>,
    /// Shared condition or format at hand, and which uses which.
    uses: String,
    used: Vec<(String, String)>,
    /// Numbers of the rule at hand that have names.
    named: HashMap<String, u32>,
}

impl<'p> Compiler<'p> {
    fn error(&mut self, message: impl Into<String>) {
        self.errors.push(PackError {
            rule: self.rule.clone(),
            path: self.at.clone(),
            message: message.into(),
        });
    }

    /// Runs `f` one key deeper, so that its errors point there.
    fn within<T>(&mut self, key: impl std::fmt::Display, f: impl FnOnce(&mut Self) -> T) -> T {
        self.at.push(key.to_string());
        let out = f(self);
        self.at.pop();
        out
    }

    fn intern(&mut self, text: &str) -> Str {
        if let Some(s) = self.strings.get(text) {
            return *s;
        }
        let s = self.program.add_text(text);
        self.strings.insert(text.to_owned(), s);
        s
    }

    fn constant(&mut self, value: &Scalar) -> Const {
        match value {
            Scalar::Bool(b) => Const::Bool(*b),
            Scalar::Int(i) => Const::Int(*i),
            Scalar::Text(t) => Const::Text(self.intern(t)),
        }
    }

    /// Conditions, formats, shared sites and pages. Names count wherever they stand: all are known before the
    /// first is compiled.
    fn shared(&mut self, packs: &[&'p Pack]) {
        for pack in packs {
            for (name, sites) in &pack.sites {
                self.sites.insert(name, sites);
            }
            for (id, page) in &pack.pages {
                self.pages.insert(id, page);
                if *id == pack.request_page {
                    self.program.request_url = self.intern(&page.url);
                }
            }
            for name in pack.formats.keys() {
                self.formats.insert(name, self.formats.len() as u32);
            }
            for name in pack.conditions.keys() {
                self.conditions.insert(name, self.conditions.len() as u32);
            }
        }
        self.exceptions(packs);
        for pack in packs {
            for (name, predicate) in &pack.formats {
                self.rule = "formats".into();
                self.uses = format!("format {name}");
                let op = self.within(name, |c| c.predicate(predicate, &Context::format()));
                self.program.formats.push(op);
            }
            for (name, predicate) in &pack.conditions {
                self.rule = "conditions".into();
                self.uses = format!("condition {name}");
                let op = self.within(name, |c| c.predicate(predicate, &Context::body()));
                self.program.conditions.push(op);
            }
        }
        self.uses.clear();
        self.no_circles();
    }

    /// Removed fields that some requests still use.
    fn exceptions(&mut self, packs: &[&'p Pack]) {
        self.rule = "fields".into();
        for field in packs.iter().flat_map(|p| &p.fields) {
            let Some(name) = &field.unless else { continue };
            let Some(id) = self.conditions.get(name.as_str()).copied() else {
                self.error(format!("`{}`: there is no condition `{name}`", field.path));
                continue;
            };
            let (owner, name) = shapes::split(&field.path);
            let shape = self.shapes.get(owner).and_then(|shape| self.program.shapes.get(*shape as usize));
            let at = shape.and_then(|s| Some(s.fields.start + self.program.slot(s, name.as_bytes())?));
            if let Some(at) = at {
                self.program.fields.edit(at, |info| info.unless = id);
            }
        }
    }

    /// A condition or format that uses itself would never be decided.
    fn no_circles(&mut self) {
        let used = std::mem::take(&mut self.used);
        for start in used.iter().map(|(from, _)| from).collect::<BTreeSet<_>>() {
            let mut reached: BTreeSet<&String> = BTreeSet::new();
            let mut open = vec![start];
            while let Some(at) = open.pop() {
                for (_, to) in used.iter().filter(|(from, _)| from == at) {
                    if reached.insert(to) {
                        open.push(to);
                    }
                }
            }
            if reached.contains(start) {
                self.error(format!("the {start} uses itself"));
            }
        }
    }

    fn known(&mut self, packs: &[&'p Pack]) {
        for list in packs.iter().flat_map(|p| &p.known) {
            let values: Vec<String> = list.values.iter().map(scalar_text).collect();
            let id = self.list(&values);
            if self.lists.insert(&list.name, id).is_some() {
                self.rule = "known".into();
                self.error(format!("the list `{}` is defined twice", list.name));
            }
        }
        let fields: Vec<&Field> = packs.iter().flat_map(|p| &p.fields).collect();
        for field in fields {
            if let Some(name) = &field.values
                && !self.lists.contains_key(name.as_str())
            {
                self.rule = "fields".into();
                self.error(format!("`{}` refers to the unknown list `{name}`", field.path));
            }
        }
    }

    /// Adds a list of allowed texts; a trailing `*` makes a prefix.
    fn list(&mut self, values: &[String]) -> u32 {
        let strs: Vec<Str> = values.iter().map(|v| self.intern(v)).collect();
        let shown = self.items(&strs);
        let prefixes: Vec<Str> =
            values.iter().filter_map(|v| v.strip_suffix('*')).map(|v| self.intern(v)).collect();
        // Most lists have no beginnings; then what is shown is what is exact.
        let exact = if prefixes.is_empty() {
            shown
        } else {
            let exact: Vec<Str> =
                values.iter().filter(|v| !v.ends_with('*')).map(|v| self.intern(v)).collect();
            self.items(&exact)
        };
        let prefixes = self.items(&prefixes);
        self.program.lists.push(&List { exact, prefixes, shown })
    }

    fn items(&mut self, strs: &[Str]) -> Run {
        self.program.items.extend(strs.iter().copied())
    }

    fn op(&mut self, op: Op) -> u32 {
        if let Some(at) = self.program.ops.iter().position(|o| *o == op) {
            return at as u32;
        }
        self.program.ops.push(op);
        (self.program.ops.len() - 1) as u32
    }

    fn finish(mut self) -> Result<Program, Vec<PackError>> {
        // Guards are tried on defaults, which may be in lists.
        self.program.index_lists();
        self.sort_checks();
        self.program.prepare();
        if self.errors.is_empty() { Ok(self.program) } else { Err(self.errors) }
    }

    /// Checks of one shape stand together, so that a walk over the shapes of a request is a walk over them.
    fn sort_checks(&mut self) {
        let program = &mut self.program;
        program.checks.sort_by_key(|c| c.shape);
        guards::hang(program);
        for (index, shape) in program.shapes.iter_mut().enumerate() {
            let start = program.checks.partition_point(|c| (c.shape as usize) < index) as u32;
            let end = program.checks.partition_point(|c| (c.shape as usize) <= index) as u32;
            shape.checks = Run { start, len: end - start };
            let checks = program.checks.get(shape.checks.range()).unwrap_or_default();
            let mut groups: [Vec<u32>; 3] = Default::default();
            for (at, check) in (start..end).zip(checks).filter(|(_, check)| !check.guarded) {
                let slot = required(&program.ops, &program.operands, check);
                shape.required |= slot.map_or(0, |slot| 1 << slot);
                let group =
                    if check.needs.set >> FACTS_BIT & 1 == 1 { 0 } else { 2 - usize::from(slot.is_some()) };
                groups[group].push(at);
            }
            [shape.free_facts, shape.free_required, shape.free_others] = groups.map(|group| {
                let run = Run { start: program.free_checks.len() as u32, len: group.len() as u32 };
                program.free_checks.extend(group);
                run
            });
        }
    }
}

/// The slot of the member that a check asks for, if that is all it asks.
fn required(ops: &[Op], operands: &[OperandInfo], check: &Check) -> Option<u32> {
    match ops.get(check.op as usize) {
        Some(Op::Set(of)) if !check.fault => {
            operands.get(*of as usize).map(|of| of.slot).filter(|s| *s < FACTS_BIT)
        }
        _ => None,
    }
}

/// The text of a constant as it stands in a list of values.
pub(crate) fn scalar_text(value: &Scalar) -> String {
    match value {
        Scalar::Bool(b) => b.to_string(),
        Scalar::Int(i) => i.to_string(),
        Scalar::Text(t) => t.clone(),
    }
}
