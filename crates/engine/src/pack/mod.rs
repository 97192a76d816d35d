//! The source form of a rule pack: fields, known values, shared conditions and rules, as data.
//!
//! Built-in and user packs are the same types and go through the same [compiler](crate::compile).

mod field;
mod operand;
mod predicate;
mod rule;

pub use field::{ExampleValue, Field, FieldStatus, FieldType, KnownList, Section};
pub use operand::{Expr, If, Lookup, Operand, Part, Total};
pub use predicate::*;
pub use rule::{
    AppendItem, Example, FAULTY_ITEM, FixSpec, InvalidExample, OneOrMore, Rule, SameMeaning, SetField, Site,
    SiteList, SiteText, SiteTexts, Source, Text, Texts,
};

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A pack of rules and everything they refer to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// Name of the pack; ids of rules of a user pack are written `name/rule`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Id of the page that documents the request itself; shape findings point there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub request_page: String,
    /// Field table of the request.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
    /// Lists of known values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub known: Vec<KnownList>,
    /// Pages that rules cite, by id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub pages: BTreeMap<String, Page>,
    /// Conditions of the whole request, decided once per check.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub conditions: BTreeMap<String, Predicate>,
    /// Formats of one value; in them `.` is the value.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub formats: BTreeMap<String, Predicate>,
    /// Lists of sites shared by rules.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sites: BTreeMap<String, Vec<Site>>,
    /// Legal requests that examples build on, by name; their text is JSON.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub baselines: BTreeMap<String, String>,
    /// The rules.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<Rule>,
}

/// A page that rules cite.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Title, English.
    pub en: String,
    /// Title, Chinese.
    pub zh: String,
    /// Address.
    pub url: String,
    /// Date of the version the rules were made from.
    pub date: String,
}
