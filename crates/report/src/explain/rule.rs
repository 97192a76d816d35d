//! A rule, as it is documented, and lists of rules.

use crate::words;
use acklint_engine::finding::{Certainty, Findings, Lang, Level, Safety};
use serde::Serialize;

/// A rule, as it is documented.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RuleDoc {
    /// Id of the rule.
    pub id: String,
    /// What it is about, one word.
    pub topic: String,
    /// How bad it is.
    pub level: Level,
    /// How sure its source is.
    pub certainty: Certainty,
    /// English.
    pub en: RuleText,
    /// Chinese.
    pub zh: RuleText,
    /// Where it is documented.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Origin>,
    /// Fields it judges, and those that decide whether it applies.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
    /// Ways out.
    pub fixes: Vec<FixDoc>,
    /// Requests, or parts of them, with the fault.
    pub invalid: Vec<Sample>,
    /// Requests, or parts of them, without it.
    pub valid: Vec<Sample>,
}

/// What a rule says in one language.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RuleText {
    /// Title, one line.
    pub summary: String,
    /// The constraint, and what happens otherwise.
    pub why: String,
    /// What to do; empty if the findings say more than could be said here.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub help: String,
}

/// Where a rule is documented.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Origin {
    /// Title of the page, English.
    pub en: String,
    /// Title of the page, Chinese.
    pub zh: String,
    /// Address.
    pub url: String,
    /// Date of the version the rule was made from.
    pub date: String,
    /// Row of a table, or part of the page.
    pub row: String,
    /// Further pages that agree or disagree.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
}

/// A way out.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FixDoc {
    /// What it does, English.
    pub en: String,
    /// What it does, Chinese.
    pub zh: String,
    /// When it may be applied.
    pub safety: Safety,
}

/// An example.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sample {
    /// What it shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The request, or what is changed in a legal one.
    pub json: String,
    /// Name of the legal request, if not the usual one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// What is known of the account, as JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facts: Option<String>,
    /// Pointer of the fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The whole request.
    #[serde(skip)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub request: String,
    /// The finding it gives; nothing else is in it.
    #[serde(skip)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub finding: Findings,
}

impl RuleDoc {
    /// What it says in a language.
    pub const fn text(&self, lang: Lang) -> &RuleText {
        match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
        }
    }

    /// What is worth knowing at a glance, in a few words each.
    pub(super) fn facts(&self, lang: Lang) -> Vec<&str> {
        // How sure a source is means nothing without one.
        let certainty = self.source.as_ref().map(|_| words::certainty(self.certainty, lang));
        [Some(words::level(self.level, lang)), certainty, Some(words::topic(&self.topic, lang))]
            .into_iter()
            .flatten()
            .collect()
    }
}

/// What a rule list holds of each rule.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RuleList<'r> {
    /// Version of the format.
    pub version: u32,
    /// The rules.
    pub rules: Vec<RuleEntry<'r>>,
}

/// A rule in a list.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RuleEntry<'r> {
    /// Id of the rule.
    pub id: &'r str,
    /// What it is about, one word.
    pub topic: &'r str,
    /// How bad it is.
    pub level: Level,
    /// How sure its source is.
    pub certainty: Certainty,
    /// Title in both languages.
    pub summary: Summary<'r>,
}

/// A title in both languages.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Summary<'r> {
    /// English.
    pub en: &'r str,
    /// Chinese.
    pub zh: &'r str,
}

/// All rules as JSON, with a line break at the end.
pub fn list_json(rules: &[RuleDoc]) -> String {
    let rules = rules.iter().map(|rule| RuleEntry {
        id: &rule.id,
        topic: &rule.topic,
        level: rule.level,
        certainty: rule.certainty,
        summary: Summary { en: &rule.en.summary, zh: &rule.zh.summary },
    });
    let list = RuleList { version: crate::json::VERSION, rules: rules.collect() };
    format!("{}\n", serde_json::to_string_pretty(&list).unwrap_or_default())
}

/// One rule as JSON, with a line break at the end.
pub fn json(rule: &RuleDoc) -> String {
    format!("{}\n", serde_json::to_string_pretty(rule).unwrap_or_default())
}
