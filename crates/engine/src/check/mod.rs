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
mod wording;

pub use scratch::Scratch;
pub(crate) use scratch::{Instance, State};
pub use undecided::{Reason, Undecided, undecided};
pub(crate) use walk::walk;

use crate::eval::{Loc, Scope, View};
use crate::finding::{Finding, Lang, Level};
use crate::program::{Check, NONE, Program};
use crate::verdict::{Trace, Verdict};
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
/// `doc` is changed only in that strings with escapes and documents in strings are decoded.
pub fn check(
    program: &Program,
    doc: &mut Document,
    options: &Options,
    scratch: &mut Scratch,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    walk(program, doc, scratch);
    let run = Run { view: View { program, doc, scratch }, options };
    run.reading(&mut findings);
    if doc.kind(NodeId::ROOT) == Kind::Object {
        run.shape(&mut findings);
        run.rules(&mut findings);
    }
    finish(&mut findings, options, doc);
    findings
}

/// Order by place, then id; no more than asked for.
pub(crate) fn finish(findings: &mut Vec<Finding>, options: &Options, doc: &Document) {
    findings.retain(|f| f.level >= options.min_level);
    findings.sort_by(|a, b| {
        (a.span, a.rule.as_str(), a.pointer.as_str()).cmp(&(b.span, b.rule.as_str(), b.pointer.as_str()))
    });
    if findings.len() > options.max_findings {
        let more = findings.len() - options.max_findings;
        findings.truncate(options.max_findings);
        findings.push(reading::too_many(more, options.lang, doc));
    }
}

/// One check under way.
#[derive(Clone, Copy)]
pub(crate) struct Run<'r> {
    pub(crate) view: View<'r>,
    pub(crate) options: &'r Options,
}

impl Run<'_> {
    fn rules(&self, findings: &mut Vec<Finding>) {
        let (program, scratch) = (self.view.program, self.view.scratch);
        for shape_id in &scratch.used {
            let Some(shape) = program.shapes.get(*shape_id as usize) else { continue };
            let free = program.free_checks.get(shape.free_checks.range()).unwrap_or_default();
            let instances = scratch.by_shape.get(*shape_id as usize).map(Vec::as_slice).unwrap_or_default();
            for inst in instances {
                for check in free {
                    self.candidate(*check, *inst, findings);
                }
            }
        }
        for (check, inst) in &scratch.suspects {
            self.candidate(*check, *inst, findings);
        }
    }

    fn candidate(&self, check: u32, inst: u32, findings: &mut Vec<Finding>) {
        let Some(check) = self.view.program.checks.get(check as usize) else { return };
        let set = self.view.scratch.instances.get(inst as usize).map_or(0, |i| i.set);
        if check.level >= self.options.min_level
            && check.needs.allow(set)
            && self.may_apply(check.only_if)
            && findings.len() <= self.options.max_findings
        {
            self.site(check, inst, findings);
        }
    }

    /// Whether conditions of the whole request leave a fault possible.
    #[inline]
    fn may_apply(&self, only_if: crate::program::Run) -> bool {
        let conditions = self.view.program.only_ifs.get(only_if.range()).unwrap_or_default();
        conditions.iter().all(|(id, verdict)| self.view.condition(*id, &mut Trace::Off).is(*verdict))
    }

    pub(crate) fn site(&self, check: &Check, inst: u32, findings: &mut Vec<Finding>) {
        if check.each == NONE {
            self.one(check, Scope { inst, subject: Loc::Absent }, findings);
            return;
        }
        let scope = Scope { inst, subject: Loc::Absent };
        self.view.each(check.each, scope, &mut |loc, inner| {
            if matches!(loc, Loc::Node(_)) {
                self.one(check, Scope { inst, ..inner }, findings);
            }
            findings.len() <= self.options.max_findings
        });
    }

    fn one(&self, check: &Check, scope: Scope, findings: &mut Vec<Finding>) {
        let mut off = Trace::Off;
        if check.when != NONE && self.view.eval(check.when, scope, &mut off) != Verdict::True {
            return;
        }
        if self.view.eval(check.op, scope, &mut off).is(check.fault) {
            findings.push(self.finding(check, scope));
        }
    }

    /// Where a node is shown: a value itself, an object or list by its key or its opening bracket.
    pub(crate) fn shown(&self, node: NodeId) -> Span {
        let doc = self.view.doc;
        let span = doc.span(node);
        if matches!(doc.kind(node), Kind::Object | Kind::Array) {
            return doc.key_span(node).unwrap_or_else(|| first_char(doc.text(), span));
        }
        span
    }
}

/// The first character of a place; a bracket may be a full-width one.
fn first_char(text: &str, span: Span) -> Span {
    let first = text.get(span.range()).and_then(|text| text.chars().next());
    Span::new(span.start, span.start + first.map_or(0, char::len_utf8) as u32)
}
