//! What a check says: findings, as plain data.
//!
//! A finding knows nothing of terminals, JSON or protocols. Offsets are bytes into the checked text;
//! lines and columns are made by the faces that need them.

mod list;
mod pointers;
mod table;

pub use list::{Iter, List};
pub use table::Findings;
pub(crate) use table::{Text, Texts};

use acklint_document::{Edit, Span};
use serde::{Deserialize, Serialize};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// A recommendation.
    Info,
    /// Accepted, but without the effect the writer wants, or almost surely a slip.
    Warning,
    /// The request would be refused.
    Error,
}

impl Level {
    /// The word used in output and rule files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// How sure the source of a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// The API page says so.
    Stated,
    /// The API page implies it: its sample, its defaults, arithmetic.
    Implied,
    /// Another public document says so.
    Elsewhere,
    /// Sources contradict each other.
    Disputed,
}

impl Certainty {
    /// The word used in output and rule files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Implied => "implied",
            Self::Elsewhere => "elsewhere",
            Self::Disputed => "disputed",
        }
    }
}

/// Language of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Chinese.
    Zh,
}

/// When a fix may be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Safety {
    /// Keeps the meaning; applied by `--fix`.
    Safe,
    /// May change the meaning; applied by `--unsafe-fixes`.
    Unsafe,
    /// One of several ways out; only the writer can choose.
    Choice,
}

impl Safety {
    /// The word used in output and rule files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Unsafe => "unsafe",
            Self::Choice => "choice",
        }
    }
}

/// One fault, with its places and its way out: a view of an entry of [`Findings`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding<'f> {
    /// Id of the rule, kebab case; rules of a user pack are `pack/rule`.
    pub rule: &'f str,
    /// How bad it is.
    pub level: Level,
    /// How sure the source is.
    pub certainty: Certainty,
    /// JSON pointer of the primary place; empty for the whole body.
    pub pointer: &'f str,
    /// Primary place, bytes of the checked text.
    pub span: Span,
    /// What is wrong, with the values.
    pub message: &'f str,
    /// What to do.
    pub help: Option<&'f str>,
    /// The page that says so.
    pub url: Option<&'f str>,
    /// Every other place involved.
    pub related: List<'f, Related<'f>>,
    /// Ways out, the best first.
    pub fixes: List<'f, Fix<'f>>,
}

/// Another place involved in a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Related<'f> {
    /// JSON pointer.
    pub pointer: &'f str,
    /// Bytes of the checked text.
    pub span: Span,
    /// What stands there.
    pub message: &'f str,
}

/// A way out of a finding: edits that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fix<'f> {
    /// What the edits do.
    pub title: &'f str,
    /// When they may be applied.
    pub safety: Safety,
    /// Replacements in the checked text; they do not overlap.
    pub edits: List<'f, Replacement<'f>>,
}

impl Fix<'_> {
    /// `text`, which must be the text that was checked, with the edits of this fix.
    pub fn apply(&self, text: &str) -> Option<String> {
        let edits: Vec<Edit> = self.edits.into_iter().map(Edit::from).collect();
        acklint_document::apply_edits(text, &edits)
    }
}

/// One edit of a fix: the bytes at `span` become `text`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Replacement<'f> {
    /// What is replaced; an empty span inserts.
    pub span: Span,
    /// What stands there afterwards.
    pub text: &'f str,
}

impl From<Replacement<'_>> for Edit {
    fn from(edit: Replacement<'_>) -> Self {
        Self::replace(edit.span, edit.text)
    }
}
