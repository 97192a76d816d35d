//! A request that is being edited: after each change only the checks that depend on it run again.
//!
//! The text is read anew, which costs little; checks are what grows with the number of rules. A change of one
//! value leaves all findings of other checks as they were, moved to where the text around them went. Where a
//! change may reach further than its field (objects that come or go, broken text) everything runs again, so
//! that a form always says what a check of its text says.

pub(crate) mod depends;
mod places;
mod shift;

use crate::check::{Options, Run, Scratch, check, walk};
use crate::eval::View;
use crate::finding::Findings;
use crate::program::Program;
use acklint_document::{Document, Edit, Kind, NodeId, ReadOptions, Span, apply_edits, find_text, sort_few};
use depends::Depends;
use std::ops::Deref;

/// A request that is being edited, and its findings.
///
/// ```
/// # use acklint_engine::{Form, Options, Program};
/// let mut form = Form::new(Box::new(Program::default()), "{\n  \"a\": 1 // one\n}", Options::default());
/// assert!(form.set("/b", "2").is_some());
/// assert_eq!(form.text(), "{\n  \"a\": 1, // one\n  \"b\": 2\n}");
/// assert!(form.remove("/a").is_some() && form.remove("/a").is_none());
/// ```
#[derive(Debug)]
pub struct Form<P> {
    program: P,
    options: Options,
    facts: Option<String>,
    depends: Depends,
    document: Document,
    scratch: Scratch,
    /// Findings of rules, in the order in which the checks run; `None` if all must run again.
    told: Option<Told>,
    findings: Findings,
    frame: Frame,
}

/// What a change did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Findings that were not there before. One that reads differently, or has another fix, counts as another.
    pub added: Findings,
    /// Findings that are gone, with their places in the text before.
    pub removed: Findings,
    /// What was changed in the text before.
    pub edits: Vec<Edit>,
    /// How many checks ran, each counted once for every object it applies to.
    pub ran: usize,
}

/// Findings of rules, and where each came from.
#[derive(Clone, Debug, Default)]
struct Told {
    findings: Findings,
    sources: Vec<Source>,
}

/// Where a finding came from.
#[derive(Clone, Copy, Debug)]
struct Source {
    check: u32,
    instance: u32,
    /// Its place is gone.
    lost: bool,
}

/// What must be the same before and after a change for findings of other checks to stay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Frame {
    /// The text has no faults and holds an object.
    sound: bool,
    /// All objects, with their owners.
    objects: Vec<(u32, u32)>,
    /// Signs by which edits choose their layout.
    layout: [bool; 5],
}

/// What a change may reach.
struct Reach {
    /// Fields, by their index.
    fields: Vec<bool>,
    /// Members or lines came or went, so fixes nearby may look different.
    fixes: bool,
}

impl<P: Deref<Target = Program>> Form<P> {
    /// A form over a text, whatever it is.
    pub fn new(program: P, text: &str, options: Options) -> Self {
        let depends = Depends::of(&program);
        let mut form = Self {
            program,
            options,
            facts: None,
            depends,
            document: Document::parse(text),
            scratch: Scratch::default(),
            told: None,
            findings: Findings::new(),
            frame: Frame::default(),
        };
        form.again(None);
        form
    }

    /// The text as it is now.
    pub fn text(&self) -> &str {
        self.document.text()
    }

    /// The text with the places of everything in it.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// All findings, as a check of the text gives them.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// Sets the value at a JSON pointer to `json`; objects on the way are made. `None` if nothing can be there.
    pub fn set(&mut self, pointer: &str, json: &str) -> Option<Change> {
        self.edit(places::set(&self.document, pointer, json))
    }

    /// Removes the member or item at a JSON pointer. `None` if there is none.
    pub fn remove(&mut self, pointer: &str) -> Option<Change> {
        self.edit(places::remove(&self.document, pointer))
    }

    /// Inserts an item before the one that the pointer names; `/list/-`, or the list itself, appends.
    pub fn insert(&mut self, pointer: &str, json: &str) -> Option<Change> {
        self.edit(places::insert(&self.document, pointer, json))
    }

    /// Replaces the text.
    pub fn set_text(&mut self, text: &str) -> Change {
        let edit = shift::difference(self.text(), text);
        self.read(text);
        self.changed(vec![edit], None)
    }

    /// What is known besides the text, as JSON, from now on; see [`Document::attach`].
    pub fn set_facts(&mut self, facts: Option<String>) -> Change {
        self.facts = facts;
        let text = self.text().to_owned();
        self.read(&text);
        self.changed(vec![], None)
    }

    /// Checks with other options from now on.
    pub fn set_options(&mut self, options: Options) -> Change {
        self.options = options;
        self.changed(vec![], None)
    }

    fn edit(&mut self, change: places::Edits<'_>) -> Option<Change> {
        let (place, mut edits) = change?;
        sort_few(&mut edits, |one, other| one.span > other.span);
        let text = apply_edits(self.text(), &edits)?;
        let reach = self.reach(&place, &edits);
        self.read(&text);
        Some(self.changed(edits, reach.as_ref()))
    }

    fn read(&mut self, text: &str) {
        self.document.read(text.as_bytes(), &ReadOptions::default());
        if let Some(facts) = &self.facts {
            // Facts that are not sound JSON are none.
            let _ = self.document.attach(facts);
        }
    }

    /// Checks after the text changed, and compares.
    fn changed(&mut self, edits: Vec<Edit>, reach: Option<&Reach>) -> Change {
        let before = std::mem::take(&mut self.findings);
        if reach.is_some()
            && let Some(told) = &mut self.told
        {
            *told = shift::told(told, &edits);
        }
        let ran = self.again(reach);
        let (added, removed) = shift::compare(&before, &self.findings, &edits);
        Change { added, removed, edits, ran }
    }

    /// Findings of the text as it is now. Returns how many checks ran.
    fn again(&mut self, reach: Option<&Reach>) -> usize {
        let program: &Program = &self.program;
        walk(program, &mut self.document, &mut self.scratch);
        let frame = Frame::of(&self.document, &self.scratch);
        let same = frame.sound && frame == self.frame;
        self.frame = frame;
        let known = self.told.take();
        let plan = match (&known, reach) {
            (Some(told), Some(reach)) if same => {
                Some(Plan { told, dirty: self.depends.dirty(&reach.fields), fixes: reach.fixes })
            }
            _ => None,
        };
        let view = View { program, doc: &self.document, scratch: &self.scratch };
        self.findings.clear();
        let mut run = Run::new(view, &self.options, &mut self.findings);
        run.reading();
        let (mut told, mut ran) = (Told::default(), 0);
        if self.document.kind(NodeId::ROOT) == Kind::Object {
            run.shape();
            let most = self.options.max_findings.saturating_sub(run.out.len());
            let mut run = Run::new(view, &self.options, &mut told.findings);
            ran = rules(&mut run, plan.as_ref(), most, &mut told.sources);
        }
        if run.out.len() + told.findings.len() > self.options.max_findings {
            // Which findings are left out depends on all of them.
            let (doc, scratch) = (&mut self.document, &mut self.scratch);
            check(program, doc, &self.options, scratch, &mut self.findings);
            return ran;
        }
        for finding in &told.findings {
            run.out.push(finding);
        }
        run.finish();
        self.told = Some(told);
        ran
    }

    /// What a change at `place` may reach; `None` if that may be anything.
    fn reach(&self, place: &places::Place<'_>, edits: &[Edit]) -> Option<Reach> {
        let text = self.text();
        let breaks = |text: &str| text.as_bytes().iter().any(|b| matches!(b, b'\n' | b'\r'));
        let lines = edits.iter().any(|e| breaks(&e.text) || text.get(e.span.range()).is_none_or(breaks));
        let fields = self.depends.fields(&self.program, &self.document, &self.scratch, place)?;
        Some(Reach { fields, fixes: place.is_structural() || lines })
    }
}

/// Which checks run and which findings stay.
struct Plan<'t> {
    told: &'t Told,
    /// Checks that run.
    dirty: Vec<bool>,
    /// Checks run too whose findings have fixes.
    fixes: bool,
}

/// Puts findings of rules, `most` and one more, into what the run finds, with their sources. Gives how many checks
/// ran: all, without a plan.
fn rules(run: &mut Run<'_>, plan: Option<&Plan<'_>>, most: usize, sources: &mut Vec<Source>) -> usize {
    let (program, scratch) = (run.view.program, run.view.scratch);
    // The findings are told in the order of the checks, so those of the next check are the next ones.
    let (mut ran, mut next) = (0, 0);
    for shape_id in &scratch.used {
        let Some(shape) = program.shapes.get(*shape_id as usize) else { continue };
        let checks = program.checks.get(shape.checks.range()).unwrap_or_default();
        let instances = scratch.by_shape.get(*shape_id as usize).map(Vec::as_slice).unwrap_or_default();
        for instance in instances.iter().copied() {
            let set = scratch.instances.get(instance as usize).map_or(0, |i| i.set);
            for (check, id) in checks.iter().zip(shape.checks.start..) {
                if !plan.is_some_and(|plan| plan.keep((id, instance), &mut next, run.out))
                    && check.level >= run.options.min_level
                    && check.needs.allow(set)
                    && run.out.len() <= most
                {
                    run.site(check, instance);
                    ran += 1;
                }
                while sources.len() < run.out.len() {
                    sources.push(Source { check: id, instance, lost: false });
                }
            }
        }
    }
    ran
}

impl Plan<'_> {
    /// Keeps the findings of a check, which are the `next` ones; or tells that it has to run.
    fn keep(&self, (check, instance): (u32, u32), next: &mut usize, out: &mut Findings) -> bool {
        let first = *next;
        let mut stale = self.dirty.get(check as usize).copied().unwrap_or(true);
        while let Some(source) = self.told.sources.get(*next)
            && (source.check, source.instance) == (check, instance)
        {
            let has_fixes = || self.told.findings.get(*next).is_some_and(|finding| !finding.fixes.is_empty());
            stale |= source.lost || (self.fixes && has_fixes());
            *next += 1;
        }
        if !stale {
            for finding in (first..*next).filter_map(|at| self.told.findings.get(at)) {
                out.push(finding);
            }
        }
        !stale
    }
}

impl Frame {
    fn of(doc: &Document, scratch: &Scratch) -> Self {
        let text = doc.text();
        let has = |sign: &str| find_text(text, sign).is_some();
        let mut objects = Vec::with_capacity(scratch.instances.len());
        for object in &scratch.instances {
            objects.push((object.shape, object.parent));
        }
        Self {
            sound: doc.defects().is_empty() && doc.kind(NodeId::ROOT) == Kind::Object,
            objects,
            layout: [has("\r\n"), has("\n"), has("\": "), has("\" : "), has(", ")],
        }
    }
}

/// The whole text.
fn whole(text: &str) -> Span {
    Span::new(0, text.len() as u32)
}
