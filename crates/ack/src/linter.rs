//! The check, with buffers that are kept.

use crate::builtin;
use crate::facts::Facts;
use acklint_document::{Document, ReadOptions};
use acklint_engine::{Findings, Options, Program, Scratch, Undecided, undecided};
use std::borrow::Cow;

/// Checks requests one after another and keeps its buffers: once warm, a check costs no allocation but for what fixes insert.
///
/// ```
/// use acklint::{Linter, Options};
/// let mut linter = Linter::new();
/// let findings = linter.check(b"{", &Options::default());
/// assert_eq!(findings.first().unwrap().rule, "syntax-error");
/// ```
#[derive(Debug)]
pub struct Linter {
    program: Cow<'static, Program>,
    document: Document,
    scratch: Scratch,
    findings: Findings,
    read: ReadOptions,
    facts: Option<Facts>,
}

impl Default for Linter {
    fn default() -> Self {
        Self::new()
    }
}

impl Linter {
    /// A linter with the built-in rules.
    pub fn new() -> Self {
        Self::of(Cow::Borrowed(builtin::program()))
    }

    /// A linter with rules compiled by the caller, for example the built-in ones and a team's own.
    pub fn with_program(program: Program) -> Self {
        Self::of(Cow::Owned(program))
    }

    fn of(program: Cow<'static, Program>) -> Self {
        Self {
            program,
            document: Document::new(),
            scratch: Scratch::default(),
            findings: Findings::new(),
            read: ReadOptions::default(),
            facts: None,
        }
    }

    /// Limits of reading: size and depth.
    pub fn set_read_options(&mut self, options: ReadOptions) {
        self.read = options;
    }

    /// What is known of the account; without it, rules that need it are silent.
    pub fn set_facts(&mut self, facts: Option<Facts>) {
        self.facts = facts;
    }

    /// Checks one request. Whatever is wrong with it, its encoding included, is a finding. The findings are kept
    /// until the next check; [`findings`](Self::findings) gives them again.
    pub fn check(&mut self, request: &[u8], options: &Options) -> &Findings {
        self.document.read(request, &self.read);
        if let Some(facts) = &self.facts {
            // Facts are sound JSON, and nothing else is attached.
            let _ = self.document.attach(facts.json());
        }
        let (document, scratch) = (&mut self.document, &mut self.scratch);
        acklint_engine::check(&self.program, document, options, scratch, &mut self.findings);
        &self.findings
    }

    /// The findings of the last check.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// The rules that the last check did not decide, and what would decide them.
    pub fn undecided(&self) -> Vec<Undecided> {
        undecided(&self.program, &self.document, &self.scratch)
    }

    /// The request last checked, with the places of everything in it.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The rules in use.
    pub fn program(&self) -> &Program {
        &self.program
    }
}

/// Checks one request with the built-in rules, English messages and default options.
pub fn check(request: &str) -> Findings {
    let mut linter = Linter::new();
    linter.check(request.as_bytes(), &Options::default());
    linter.findings
}

/// Checks a request built from [types](crate::model). Places are pointers into its JSON; spans are those of its
/// compact JSON text.
///
/// # Errors
/// A value that has no JSON form, such as a map whose keys are no texts.
#[cfg(feature = "model")]
pub fn check_request(request: &crate::model::CreateClusterRequest) -> serde_json::Result<Findings> {
    Ok(check(&serde_json::to_string(request)?))
}
