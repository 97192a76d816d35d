//! Everything about one rule, for people and programs.

mod markdown;
mod text;

pub use markdown::markdown;
pub use text::{list, text};

use crate::words;
use acklint_engine::finding::{Certainty, Finding, Lang, Level, Safety};
use serde::Serialize;
use std::fmt::Write as _;

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
#[derive(Clone, Debug, Serialize)]
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
    /// Pointer of the fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The finding it gives, with the whole request.
    #[serde(skip)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub finding: Option<(String, Finding)>,
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
    fn facts(&self, lang: Lang) -> Vec<&str> {
        // How sure a source is means nothing without one.
        let certainty = self.source.as_ref().map(|_| words::certainty(self.certainty, lang));
        [Some(words::level(self.level, lang)), certainty, Some(self.topic.as_str())]
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
#[derive(Debug, Serialize)]
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

/// The headings, in both languages.
#[derive(Clone, Copy)]
enum Part {
    Source,
    Invalid,
    Valid,
    Fix,
    Help,
}

const fn heading(part: Part, lang: Lang) -> &'static str {
    match (lang, part) {
        (Lang::En, Part::Source) => "Source",
        (Lang::En, Part::Invalid) => "Wrong",
        (Lang::En, Part::Valid) => "Right",
        (Lang::En, Part::Fix) => "Fix",
        (Lang::En, Part::Help) => "What to do",
        (Lang::Zh, Part::Source) => "出处",
        (Lang::Zh, Part::Invalid) => "错误示例",
        (Lang::Zh, Part::Valid) => "正确示例",
        (Lang::Zh, Part::Fix) => "修复",
        (Lang::Zh, Part::Help) => "处理办法",
    }
}

/// The page, the row and the date, without the address.
fn origin(source: &Origin, lang: Lang) -> String {
    let (page, comma) = match lang {
        Lang::En => (format!("{} ({})", source.en, source.date), ", "),
        Lang::Zh => (format!("{}（{}）", source.zh, source.date), "，"),
    };
    if source.row.is_empty() { page } else { format!("{page}{comma}{}", source.row) }
}

fn fix(fix: &FixDoc, lang: Lang) -> String {
    let how = words::safety(fix.safety, lang);
    match lang {
        Lang::En => format!("{} ({how})", plain(&fix.en)),
        Lang::Zh => format!("{}（{how}）", plain(&fix.zh)),
    }
}

/// A template without a request to fill it: names stand for themselves, values are left open.
fn plain(template: &str) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, hole)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, behind)) = hole.split_once('}') else {
            rest = hole;
            break;
        };
        // Writing to a string cannot fail.
        let _ = match name {
            "suggestion" | "found" | "min" | "max" | "position" | "character" | "part" | "allowed" => {
                write!(out, "<{name}>")
            }
            _ => match name.strip_prefix('=') {
                Some(value) => write!(out, "<{value}>"),
                None => write!(out, "{name}"),
            },
        };
        rest = behind;
    }
    out.push_str(rest);
    out
}
