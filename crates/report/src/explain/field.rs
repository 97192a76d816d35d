//! A field of the request, as it is documented.

use super::rule::{Origin, RuleDoc, Summary};
use crate::words;
use acklint_engine::finding::{Lang, Level};
use acklint_engine::pack::{ExampleValue, Field, FieldStatus, FieldType, KnownList, Scalar, Section};
use serde::Serialize;
use std::collections::BTreeMap;

/// A field and everything that is known about it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FieldDoc<'p> {
    /// Version of the format.
    pub version: u32,
    /// Path from the body; items of an array are written `[]`.
    pub path: &'p str,
    /// Type in JSON.
    pub r#type: FieldType,
    /// Type of the items of an array.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<FieldType>,
    /// The text holds a JSON document of its own.
    pub embedded: bool,
    /// Documented default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<&'p Scalar>,
    /// Unit of a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<&'p str>,
    /// The value is never printed.
    pub secret: bool,
    /// Section of the page.
    pub section: Section,
    /// Where the field is documented.
    pub status: FieldStatus,
    /// What took the place of a removed field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<&'p str>,
    /// Beginning of resource ids.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id_prefix: Option<&'p str>,
    /// Names that are taken for it, with a suggestion to change them.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub aliases: &'p [String],
    /// A possible value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<&'p ExampleValue>,
    /// Known values.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub values: Option<ValueList<'p>>,
    /// What it means, English.
    pub en: &'p str,
    /// What it means, Chinese.
    pub zh: &'p str,
    /// Where it is documented.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Origin>,
    /// Rules that judge its value.
    pub rules: Vec<RuleRef<'p>>,
    /// Rules that apply, or do not, because of its value.
    pub depends: Vec<RuleRef<'p>>,
    /// Fields one level below it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<&'p str>,
    /// Other fields with the same last name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub namesakes: Vec<&'p str>,
}

/// A rule that a field refers to.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RuleRef<'p> {
    /// Id of the rule.
    pub id: &'p str,
    /// How bad its fault is.
    pub level: Level,
    /// Title in both languages.
    pub summary: Summary<'p>,
}

/// Known values of a field.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ValueList<'p> {
    /// There are no others.
    pub closed: bool,
    /// Where they come from.
    pub source: &'p str,
    /// Address of the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<&'p str>,
    /// Date of the list.
    pub date: &'p str,
    /// The values.
    pub values: Vec<Value<'p>>,
}

/// A known value.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Value<'p> {
    /// The value; a trailing `*` stands for any rest.
    pub value: &'p Scalar,
    /// What it is, by language.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub words: BTreeMap<&'p str, &'p str>,
}

impl<'p> RuleRef<'p> {
    pub(super) fn of(rule: &'p RuleDoc) -> Self {
        let summary = Summary { en: &rule.en.summary, zh: &rule.zh.summary };
        Self { id: &rule.id, level: rule.level, summary }
    }

    pub(super) const fn title(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => self.summary.en,
            Lang::Zh => self.summary.zh,
        }
    }
}

impl<'p> ValueList<'p> {
    pub(super) fn of(list: &'p KnownList) -> Self {
        let value = |value: &'p Scalar| {
            let text = plain(value);
            let words =
                list.labels.iter().filter_map(|(lang, of)| Some((lang.as_str(), of.get(&text)?.as_str())));
            Value { value, words: words.collect() }
        };
        Self {
            closed: list.closed,
            source: &list.source,
            url: list.url.as_deref(),
            date: &list.date,
            values: list.values.iter().map(value).collect(),
        }
    }
}

impl<'p> FieldDoc<'p> {
    /// What the field table says; rules and relatives are still to be filled in.
    pub(super) fn of(field: &'p Field) -> Self {
        Self {
            version: crate::json::VERSION,
            path: &field.path,
            r#type: field.r#type,
            items: field.items,
            embedded: field.embedded.is_some(),
            default: field.default.as_ref(),
            unit: field.unit.as_deref(),
            secret: field.secret,
            section: field.section,
            status: field.status,
            replaced_by: field.replaced_by.as_deref(),
            id_prefix: field.id_prefix.as_deref(),
            aliases: &field.aliases,
            example: field.example.as_ref().filter(|_| !field.secret),
            values: None,
            en: &field.en,
            zh: &field.zh,
            source: None,
            rules: vec![],
            depends: vec![],
            members: vec![],
            namesakes: vec![],
        }
    }

    /// What it means.
    pub const fn meaning(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }

    /// Its type in words: `list of strings`.
    pub fn kind(&self, lang: Lang) -> String {
        words::field_type(self.r#type, self.items, self.embedded, lang)
    }

    /// What is worth knowing at a glance: names and what they say.
    pub(super) fn facts(&self, lang: Lang) -> Vec<(&'static str, String)> {
        let pick = |en: &'static str, zh: &'static str| if lang == Lang::Zh { zh } else { en };
        let mut rows = vec![(pick("Type", "类型"), self.kind(lang))];
        rows.extend(self.default.map(|value| (pick("Default", "默认值"), plain(value))));
        rows.extend(self.unit.map(|unit| (pick("Unit", "单位"), unit.to_owned())));
        rows.extend(self.id_prefix.map(|prefix| (pick("Begins with", "前缀"), prefix.to_owned())));
        let example = self.example.and_then(|example| serde_json::to_string(example).ok());
        rows.extend(example.map(|example| (pick("Example", "示例"), example)));
        if self.secret {
            rows.push((pick("Secret", "保密"), pick("never printed", "不会出现在任何输出中").to_owned()));
        }
        rows.extend(
            words::status(self.status, lang).map(|status| (pick("Status", "状态"), status.to_owned())),
        );
        rows.extend(self.replaced_by.map(|path| (pick("Use instead", "替代字段"), path.to_owned())));
        if !self.aliases.is_empty() {
            let comma = pick(", ", "、");
            rows.push((pick("Mistaken for it", "易误写为"), self.aliases.join(comma)));
        }
        rows
    }
}

impl ValueList<'_> {
    /// Where the values come from, and whether there may be others.
    pub(super) fn origin(&self, lang: Lang) -> String {
        let (source, date) = (self.source, self.date);
        match (lang, self.closed) {
            (Lang::En, true) => format!("No others are allowed ({source}, {date})"),
            (Lang::En, false) => format!("As of {date}; there may be others by now ({source})"),
            (Lang::Zh, true) => format!("仅限以上取值（{date}）"),
            (Lang::Zh, false) => format!("截至 {date}，此后可能有新的取值"),
        }
    }

    /// Each value with what it is.
    pub(super) fn rows(&self, lang: Lang) -> Vec<(String, &str)> {
        let key = if lang == Lang::Zh { "zh" } else { "en" };
        self.values.iter().map(|v| (plain(v.value), v.words.get(key).copied().unwrap_or_default())).collect()
    }
}

/// A field as JSON, with a line break at the end.
pub fn json(field: &FieldDoc<'_>) -> String {
    format!("{}\n", serde_json::to_string_pretty(field).unwrap_or_default())
}

pub(super) fn plain(value: &Scalar) -> String {
    match value {
        Scalar::Bool(value) => value.to_string(),
        Scalar::Int(value) => value.to_string(),
        Scalar::Text(value) => value.clone(),
    }
}
