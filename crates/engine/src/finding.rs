//! What a check says: findings, as plain data.
//!
//! A finding knows nothing of terminals, JSON or protocols. Offsets are bytes into the checked text;
//! lines and columns are made by the faces that need them.

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

/// One fault, with its places and its way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Id of the rule, kebab case; rules of a user pack are `pack/rule`.
    pub rule: String,
    /// How bad it is.
    pub level: Level,
    /// How sure the source is.
    pub certainty: Certainty,
    /// JSON pointer of the primary place; empty for the whole body.
    pub pointer: String,
    /// Primary place, bytes of the checked text.
    pub span: Span,
    /// What is wrong, with the values.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// The page that says so.
    pub url: Option<String>,
    /// Every other place involved.
    pub related: Vec<Related>,
    /// Ways out, the best first.
    pub fixes: Vec<Fix>,
}

/// Another place involved in a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// JSON pointer.
    pub pointer: String,
    /// Bytes of the checked text.
    pub span: Span,
    /// What stands there.
    pub message: String,
}

/// A way out of a finding: edits that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What the edits do.
    pub title: String,
    /// When they may be applied.
    pub safety: Safety,
    /// Replacements in the checked text; they do not overlap.
    pub edits: Vec<Edit>,
}
