//! For other programs: one object, with a version.

use crate::safe::stand_in;
use crate::source::Source;
use acklint_document::Span;
use acklint_engine::finding::{Certainty, Finding, Findings, Fix, Level, Safety};
use acklint_engine::{Reason, Undecided};
use serde::Serialize;
use std::fmt::Write as _;

/// The version of the format. It rises when a member changes its meaning or goes; new members may come.
pub const VERSION: u32 = 1;

/// JSON Schema of [`Report`].
pub const SCHEMA: &str = include_str!("../schema.json");

/// What `--format json` prints.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// Version of the format.
    pub version: u32,
    /// The requests that were checked.
    pub files: Vec<File>,
    /// How many findings there are, by level.
    pub summary: Counts,
}

/// How many findings there are, by level.
#[derive(Clone, Copy, Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Counts {
    /// Errors.
    pub error: usize,
    /// Warnings.
    pub warning: usize,
    /// Infos.
    pub info: usize,
}

/// A request that was checked.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct File {
    /// Path as it was given, or `<stdin>`.
    pub path: String,
    /// What was found, by place.
    pub findings: Vec<Item>,
    /// With `--explain-unknown`: the rules that could not be decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undecided: Option<Vec<Open>>,
}

/// A rule that could not be decided.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Open {
    /// Id of the rule.
    pub rule: String,
    /// What would decide it.
    pub needs: Vec<Need>,
}

/// Something a rule needs to know.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Need {
    /// A table of facts.
    Facts {
        /// Name of the table.
        table: String,
        /// The command that fetches it.
        #[serde(skip_serializing_if = "Option::is_none")]
        command: Option<String>,
    },
    /// A value that is there but says nothing yet: a placeholder, one of a wrong type, a broken one.
    Value {
        /// JSON pointer of the value.
        pointer: String,
        /// Its place.
        span: Range,
    },
}

/// One fault.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Item {
    /// Id of the rule.
    pub rule: String,
    /// How bad it is.
    pub level: Level,
    /// How sure the source of the rule is.
    pub certainty: Certainty,
    /// JSON pointer of the primary place.
    pub pointer: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// The page that says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Primary place.
    pub span: Range,
    /// Every other place involved.
    pub related: Vec<Related>,
    /// Ways out, the best first.
    pub fixes: Vec<Repair>,
}

/// A half-open range of the text.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Range {
    /// First character.
    pub start: Place,
    /// Behind the last character.
    pub end: Place,
}

/// A place in the text.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// Bytes from the begin of the text.
    pub offset: u32,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// Another place involved.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Related {
    /// JSON pointer.
    pub pointer: String,
    /// The place.
    pub span: Range,
    /// What stands there.
    pub message: String,
}

/// A way out. A fix that would repeat a secret is left out.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Repair {
    /// What the edits do.
    pub title: String,
    /// When they may be applied.
    pub safety: Safety,
    /// Replacements; they do not overlap.
    pub edits: Vec<Change>,
}

/// One replacement.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// What is replaced; empty to insert.
    pub span: Range,
    /// What stands there afterwards.
    pub text: String,
}

impl File {
    /// The findings of a request.
    pub fn new(path: &str, source: &Source<'_>, findings: &Findings) -> Self {
        let findings = findings.iter().map(|one| item(source, &one)).collect();
        Self { path: path.to_owned(), findings, undecided: None }
    }

    /// Adds the rules that were not decided; `command` tells how to fetch a table of facts.
    #[must_use]
    pub fn with_undecided(
        mut self,
        source: &Source<'_>,
        rules: &[Undecided],
        command: &dyn Fn(&str) -> Option<String>,
    ) -> Self {
        let need = |reason: &Reason| match reason {
            Reason::Facts(table) => Need::Facts { table: table.clone(), command: command(table) },
            Reason::Value { pointer, span } => {
                Need::Value { pointer: pointer.clone(), span: range(source, *span) }
            }
        };
        let open = |rule: &Undecided| Open {
            rule: rule.rule.clone(),
            needs: rule.reasons.iter().map(need).collect(),
        };
        self.undecided = Some(rules.iter().map(open).collect());
        self
    }
}

impl Report {
    /// A report on these requests.
    pub fn new(files: Vec<File>) -> Self {
        let mut summary = Counts::default();
        for finding in files.iter().flat_map(|file| &file.findings) {
            match finding.level {
                Level::Error => summary.error += 1,
                Level::Warning => summary.warning += 1,
                Level::Info => summary.info += 1,
            }
        }
        Self { version: VERSION, files, summary }
    }
}

/// The report as JSON on one line, with a line break at its end. Control characters and marks of direction are
/// escaped: people look at JSON in terminals too.
pub fn text(report: &Report) -> String {
    let json = serde_json::to_string(report).unwrap_or_default();
    let mut out = String::with_capacity(json.len() + 1);
    let mut done = 0;
    // Nearly all of it is letters and line breaks.
    let odd = json.char_indices().filter(|(_, c)| !matches!(c, ' '..='~' | '\n') && stand_in(*c).is_some());
    for (at, c) in odd {
        out.push_str(json.get(done..at).unwrap_or_default());
        done = at + c.len_utf8();
        // What is left of these stands inside a string, where it may be escaped.
        for unit in c.encode_utf16(&mut [0; 2]) {
            let _ = write!(out, "\\u{unit:04x}");
        }
    }
    out.push_str(json.get(done..).unwrap_or_default());
    out.push('\n');
    out
}

fn item(source: &Source<'_>, finding: &Finding<'_>) -> Item {
    Item {
        rule: finding.rule.to_owned(),
        level: finding.level,
        certainty: finding.certainty,
        pointer: finding.pointer.to_owned(),
        message: finding.message.to_owned(),
        help: finding.help.map(str::to_owned),
        url: finding.url.map(str::to_owned),
        span: range(source, finding.span),
        related: finding
            .related
            .iter()
            .map(|related| Related {
                pointer: related.pointer.to_owned(),
                span: range(source, related.span),
                message: related.message.to_owned(),
            })
            .collect(),
        fixes: finding.fixes.iter().filter_map(|fix| repair(source, &fix)).collect(),
    }
}

fn repair(source: &Source<'_>, fix: &Fix<'_>) -> Option<Repair> {
    if fix.edits.iter().any(|edit| source.reveals(edit.span, edit.text)) {
        return None;
    }
    let edits =
        fix.edits.iter().map(|edit| Change { span: range(source, edit.span), text: edit.text.to_owned() });
    Some(Repair { title: fix.title.to_owned(), safety: fix.safety, edits: edits.collect() })
}

fn range(source: &Source<'_>, span: Span) -> Range {
    let place = |offset: u32| {
        let position = source.position(offset);
        Place { offset, line: position.line, column: position.column }
    };
    Range { start: place(span.start), end: place(span.end) }
}
