//! A rule: one file, everything about one constraint.

use super::operand::Expr;
use super::predicate::{Predicate, Scalar};
use crate::finding::{Certainty, Level, Safety};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One documented constraint.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Kebab case; names the fault.
    pub id: String,
    /// How bad it is.
    pub level: Level,
    /// How sure the source is.
    pub certainty: Certainty,
    /// Folder of the rule file; filled in by the loader.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub topic: String,
    /// Where the constraint is documented.
    pub source: Source,
    /// Where it applies; the body if left out. A name refers to a shared list of the pack.
    #[serde(default)]
    pub sites: SiteList,
    /// The rule applies only if this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Predicate>,
    /// A finding if this is false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub require: Option<Predicate>,
    /// A finding if this is true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forbid: Option<Predicate>,
    /// Field the finding points at, if not the one the condition looked at first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<String>,
    /// Numbers that messages print, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, Expr>,
    /// Texts in both languages.
    pub text: Texts,
    /// Ways out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fix: Vec<FixSpec>,
    /// Requests without this finding.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub valid: Vec<Example>,
    /// Requests with exactly this finding.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid: Vec<InvalidExample>,
    /// Mutants no example can break, because they mean the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub same: Vec<SameMeaning>,
}

/// A detail of a rule that may be changed without changing its meaning; an unused entry is a fault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SameMeaning {
    /// The change, as the mutation test prints it; a trailing `*` stands for any rest.
    pub change: String,
    /// Why it changes nothing.
    pub reason: String,
}

/// Where a constraint is documented.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Id of a page of the pack.
    pub page: String,
    /// Table row, that is the field, or the part of the page.
    pub row: String,
    /// Further pages that agree or disagree, with what they say, in our own words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
}

/// Sites of a rule: listed, or by the name of a shared list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "a list of sites, or the name of a shared one")]
pub enum SiteList {
    /// Name of a shared list.
    Shared(String),
    /// The sites.
    Own(Vec<Site>),
}

impl Default for SiteList {
    fn default() -> Self {
        Self::Own(vec![Site::default()])
    }
}

/// One place a rule applies to. Everything given here replaces what the rule says, for this site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// The object or item: `$`, `nodepools[*].scaling_group`, `pod_vswitch_ids[*]`.
    #[serde(default = "body")]
    pub at: String,
    /// Common names for the fields of this site.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub bind: BTreeMap<String, String>,
    /// Further condition, besides the rule's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Predicate>,
    /// Instead of the rule's requirement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub require: Option<Predicate>,
    /// Instead of the rule's prohibition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forbid: Option<Predicate>,
    /// Instead of the rule's level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Instead of the rule's certainty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    /// Instead of the rule's messages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<SiteTexts>,
    /// Instead of the rule's fixes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fix: Vec<FixSpec>,
}

fn body() -> String {
    "$".to_owned()
}

impl Default for Site {
    fn default() -> Self {
        Self {
            at: body(),
            bind: BTreeMap::new(),
            when: None,
            require: None,
            forbid: None,
            level: None,
            certainty: None,
            text: None,
            fix: vec![],
        }
    }
}

/// Texts of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Texts {
    /// English.
    pub en: Text,
    /// Chinese.
    pub zh: Text,
}

/// Texts of a rule in one language. `{name}` prints a field's name, `{=name}` its value, `{count}` and the
/// like what the predicate found; see the rule guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Title, one line.
    pub summary: String,
    /// What is wrong, with the values.
    pub message: String,
    /// What to do.
    pub help: String,
    /// What to do when there is a `{suggestion}`; replaces `help`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// The constraint in our own words, and what happens otherwise.
    pub why: String,
}

/// Messages of one site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SiteTexts {
    /// English.
    pub en: SiteText,
    /// Chinese.
    pub zh: SiteText,
}

/// Message of one site in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SiteText {
    /// What is wrong, with the values.
    pub message: String,
    /// What to do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

/// A way out of a finding: exactly one of `remove`, `set` and `append`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FixSpec {
    /// Title, English.
    pub en: String,
    /// Title, Chinese.
    pub zh: String,
    /// When it may be applied.
    pub safety: Safety,
    /// Remove fields, the value or object at hand (`.`), or the list item the finding points into (`@item`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remove: Option<OneOrMore>,
    /// Set a field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set: Option<SetField>,
    /// Add an item to a list, making the list if need be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub append: Option<AppendItem>,
}

/// In a fix: the item of a list that the finding points into.
pub const FAULTY_ITEM: &str = "@item";

/// One name, or several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "a field, or a list of fields")]
pub enum OneOrMore {
    /// One.
    One(String),
    /// Several.
    More(Vec<String>),
}

impl OneOrMore {
    /// The names.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::One(name) => vec![name],
            Self::More(names) => names.iter().map(String::as_str).collect(),
        }
    }
}

/// See [`FixSpec::set`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SetField {
    /// The field.
    pub field: String,
    /// Its new value, if it is always the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Scalar>,
    /// Its new text, a template such as `{suggestion}`; without a suggestion the fix is not offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// See [`FixSpec::append`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AppendItem {
    /// The list.
    pub to: String,
    /// The item, as JSON text.
    pub json: String,
}

/// A request that is right as far as this rule goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// What the example shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The legal request this is a change of; `default` if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// The change: members replace those of the base, `null` removes, items of a list of objects extend the
    /// base's first item where the base has one of the same list.
    pub json: String,
    /// Words in `json` that stand for a text repeated: `{ LONG = ["QUFB", 100] }`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub repeat: BTreeMap<String, (String, usize)>,
    /// What is known besides the request, as JSON of the tables that `@.` paths lead into.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts: Option<String>,
}

/// A request with exactly this finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InvalidExample {
    /// What the example shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The legal request this is a change of; `default` if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// The change, as in [`Example::json`].
    pub json: String,
    /// As in [`Example::repeat`].
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub repeat: BTreeMap<String, (String, usize)>,
    /// What is known besides the request, as JSON of the tables that `@.` paths lead into.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts: Option<String>,
    /// Pointer of the primary place.
    pub at: String,
    /// Pointers of the related places, in order; not checked if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub related: Option<Vec<String>>,
    /// The text marked at the primary place; not checked if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marks: Option<String>,
    /// English message; not checked if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
    /// Other rules that speak too, because one fault really is two.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<String>,
}
