//! A request against a program: findings, in order.

mod fixes;
mod message;
mod names;
mod places;
mod reading;
mod scratch;
mod seen;
mod shape;
mod undecided;
mod values;
mod walk;
mod words;

pub use scratch::Scratch;
pub(crate) use scratch::{Instance, State};
pub use undecided::{Reason, Undecided, undecided};
pub(crate) use walk::walk;

use crate::eval::{Loc, Scope, View};
use crate::finding::{Findings, Lang, Level, Text};
use crate::form::depends::Again;
use crate::program::{Check, NONE, Program, Str};
use crate::verdict::Trace;
use acklint_document::{Document, Kind, NodeId, Span};

/// How to check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Language of messages.
    pub lang: Lang,
    /// Comments and trailing commas are no faults.
    pub jsonc: bool,
    /// Placeholders and template holes are no faults.
    pub allow_placeholders: bool,
    /// Findings below this level are not made at all.
    pub min_level: Level,
    /// Most findings per request; a closing note tells that there are more.
    pub max_findings: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            lang: Lang::En,
            jsonc: false,
            allow_placeholders: false,
            min_level: Level::Info,
            max_findings: 1000,
        }
    }
}

/// Checks a request. Never fails: whatever is wrong is a finding.
///
/// `doc` is changed only in that strings with escapes and documents in strings are decoded. `findings` are
/// forgotten, and then hold what was found.
pub fn check(
    program: &Program,
    doc: &mut Document,
    options: &Options,
    scratch: &mut Scratch,
    findings: &mut Findings,
) {
    walk(program, doc, scratch);
    Run::new(View { program, doc, scratch }, options, findings).all();
}

/// One check under way.
pub(crate) struct Run<'r> {
    pub(crate) view: View<'r>,
    pub(crate) options: &'r Options,
    pub(crate) out: &'r mut Findings,
    /// Which checks run, if not all.
    pub(crate) again: Option<&'r mut Again>,
    /// The page cited last, and where it is written.
    page: (Str, Text),
}

impl<'r> Run<'r> {
    pub(crate) fn new(view: View<'r>, options: &'r Options, out: &'r mut Findings) -> Self {
        Self { view, options, out, again: None, page: Default::default() }
    }
}

impl Run<'_> {
    /// Finds everything.
    pub(crate) fn all(&mut self) {
        self.out.clear();
        self.reading();
        if self.view.doc.kind(NodeId::ROOT) == Kind::Object {
            self.shape();
            self.rules();
        }
        self.finish();
    }

    /// Order by place, then id; no more than asked for.
    fn finish(&mut self) {
        if self.out.is_empty() {
            return;
        }
        let more = self.out.finish(self.options.max_findings);
        if more > 0 {
            self.too_many(more);
        }
    }

    fn rules(&mut self) {
        let (program, scratch) = (self.view.program, self.view.scratch);
        for shape_id in &scratch.used {
            let Some(shape) = program.shapes.get(*shape_id as usize) else { continue };
            let instances = scratch.by_shape.get(*shape_id as usize).map(Vec::as_slice).unwrap_or_default();
            for inst in instances {
                let Some(object) = scratch.instances.get(*inst as usize) else { continue };
                if scratch.given != 0 {
                    self.candidates(shape.free_facts, *inst, object);
                }
                if shape.required & !object.set != 0 {
                    self.candidates(shape.free_required, *inst, object);
                }
                self.candidates(shape.free_others, *inst, object);
            }
        }
        for suspect in &scratch.suspects {
            let (check, inst) = ((suspect >> 32) as u32, *suspect as u32);
            let Some(object) = scratch.instances.get(inst as usize) else { continue };
            self.candidate(check, inst, object);
        }
    }

    fn candidates(&mut self, run: crate::program::Run, inst: u32, object: &Instance) {
        for check in self.view.program.free_checks.get(run.range()).unwrap_or_default() {
            self.candidate(*check, inst, object);
        }
    }

    #[inline]
    fn candidate(&mut self, check: u32, inst: u32, object: &Instance) {
        let program = self.view.program;
        let Some(gate) = program.gates.get(check as usize) else { return };
        if gate.is_open(object.set, object.bits, self.options.min_level) {
            self.opened(check, inst);
        }
    }

    /// A check that an object leaves open.
    #[inline(never)]
    fn opened(&mut self, id: u32, inst: u32) {
        let view = self.view;
        let Some(check) = view.program.checks.get(id as usize) else { return };
        let must_run = self.again.as_ref().is_none_or(|again| again.must_run(view, id, inst));
        if !must_run || !self.may_apply(check.only_if) {
            return;
        }
        let (found, has_room) = (self.out.len(), self.has_room());
        if has_room {
            self.site(check, inst);
        }
        if let Some(again) = &mut self.again {
            again.ran += usize::from(has_room);
            if !has_room || self.out.len() > found {
                again.told.push(id);
            }
        }
    }

    /// Whether conditions of the whole request leave a fault possible.
    #[inline]
    fn may_apply(&self, only_if: crate::program::Run) -> bool {
        let mut conditions = self.view.program.only_ifs.run(only_if);
        conditions.all(|(id, verdict)| self.view.condition(id, &mut Trace::Off).is(verdict))
    }

    /// Whether more findings are wanted: as many as are shown, and one that tells that there are more.
    #[inline]
    fn has_room(&self) -> bool {
        self.out.len() <= self.options.max_findings
    }

    fn site(&mut self, check: &Check, inst: u32) {
        let scope = Scope { inst, subject: Loc::Absent };
        if check.each == NONE {
            self.one(check, &scope);
            return;
        }
        let view = self.view;
        for item in view.each(check.each, &scope) {
            if matches!(item.subject, Loc::Node(_)) {
                self.one(check, &Scope { inst, subject: item.subject });
            }
            if !self.has_room() {
                break;
            }
        }
    }

    fn one(&mut self, check: &Check, scope: &Scope) {
        let (when, fault) = ((check.when, true), (check.op, check.fault));
        // The cheaper of the two first.
        let conditions = if check.op_first { [fault, when] } else { [when, fault] };
        let view = self.view;
        if conditions
            .iter()
            .all(|(op, verdict)| *op == NONE || view.eval(*op, scope, &mut Trace::Off).is(*verdict))
        {
            self.finding(check, scope);
        }
    }

    /// Where a node is shown: a value itself, an object or list by its key or its opening bracket.
    pub(crate) fn shown(&self, node: NodeId) -> Span {
        let doc = self.view.doc;
        let span = doc.span(node);
        if matches!(doc.kind(node), Kind::Object | Kind::Array) {
            return doc.key_span(node).unwrap_or_else(|| first_char(doc.text(), span.start));
        }
        span
    }
}

/// The first character of a place; a bracket may be a full-width one.
fn first_char(text: &str, start: u32) -> Span {
    let len = match text.as_bytes().get(start as usize) {
        None => 0,
        Some(..0xC0) => 1,
        Some(..0xE0) => 2,
        Some(..0xF0) => 3,
        Some(_) => 4,
    };
    Span::new(start, start + len)
}
