//! A request that is being edited: after each change only the checks that depend on it run again.
//!
//! The text is read anew, which costs little; checks are what grows with the number of rules. A check runs again if
//! something changed that it depends on, or if it found something before: of the others nothing is to be said, as
//! before. Where a change may reach further than its field (broken text) everything runs again, so that a form always
//! says what a check of its text says.

pub(crate) mod depends;
mod places;
mod shift;

use crate::check::{Options, Run, Scratch, walk};
use crate::eval::View;
use crate::finding::Findings;
use crate::program::Program;
use acklint_document::{Document, Edit, ReadOptions, apply_edits};
use depends::Again;
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
    document: Document,
    scratch: Scratch,
    findings: Findings,
    /// Checks that found something.
    told: Vec<u32>,
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

impl<P: Deref<Target = Program>> Form<P> {
    /// A form over a text, whatever it is.
    pub fn new(program: P, text: &str, options: Options) -> Self {
        let mut form = Self {
            program,
            options,
            facts: None,
            document: Document::new(),
            scratch: Scratch::default(),
            findings: Findings::new(),
            told: vec![],
        };
        form.change(text, vec![], None);
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
        self.edit(pointer, places::set(&self.document, pointer, json))
    }

    /// Removes the member or item at a JSON pointer. `None` if there is none.
    pub fn remove(&mut self, pointer: &str) -> Option<Change> {
        self.edit(pointer, places::remove(&self.document, pointer))
    }

    /// Inserts an item before the one that the pointer names; `/list/-`, or the list itself, appends.
    pub fn insert(&mut self, pointer: &str, json: &str) -> Option<Change> {
        self.edit(pointer, places::insert(&self.document, pointer, json))
    }

    /// Replaces the text.
    pub fn set_text(&mut self, text: &str) -> Change {
        let edit = shift::difference(self.text(), text);
        self.change(text, vec![edit], None)
    }

    /// What is known besides the text, as JSON, from now on; see [`Document::attach`].
    pub fn set_facts(&mut self, facts: Option<String>) -> Change {
        self.facts = facts;
        self.again()
    }

    /// Checks with other options from now on.
    pub fn set_options(&mut self, options: Options) -> Change {
        self.options = options;
        self.again()
    }

    /// Checks the same text once more.
    fn again(&mut self) -> Change {
        let text = self.text().to_owned();
        self.change(&text, vec![], None)
    }

    fn edit(&mut self, pointer: &str, edits: Option<Vec<Edit>>) -> Option<Change> {
        let edits = edits?;
        let text = apply_edits(self.text(), &edits)?;
        let fields = depends::fields(&self.program, &self.document, &self.scratch, pointer);
        Some(self.change(&text, edits, fields))
    }

    /// Reads a text, checks and compares. Without the fields that the edits touch, everything is checked.
    fn change(&mut self, text: &str, edits: Vec<Edit>, fields: Option<Vec<bool>>) -> Change {
        let was_sound = self.document.defects().is_empty();
        self.document.read(text.as_bytes(), &ReadOptions::default());
        let is_sound = self.document.defects().is_empty();
        if let Some(facts) = &self.facts {
            // Facts that are not sound JSON are none.
            let _ = self.document.attach(facts);
        }
        walk(&self.program, &mut self.document, &mut self.scratch);
        let mut removed = std::mem::take(&mut self.findings);
        let mut again = Again {
            // What is broken may be read in another way after any change.
            fields: fields.filter(|_| was_sound && is_sound),
            before: std::mem::take(&mut self.told),
            told: vec![],
            ran: 0,
        };
        let view = View { program: &self.program, doc: &self.document, scratch: &self.scratch };
        let mut run = Run::new(view, &self.options, &mut self.findings);
        run.again = Some(&mut again);
        run.all();
        self.told = again.told;
        let added = shift::compare(&mut removed, &self.findings, &edits);
        Change { added, removed, edits, ran: again.ran }
    }
}
