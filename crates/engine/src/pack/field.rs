//! Field facts and known values: the one source of truth for names, types, defaults, secrecy and texts.

use super::predicate::Scalar;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One field of the request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Path from the body; items of an array are written `[]`.
    pub path: String,
    /// JSON type.
    pub r#type: FieldType,
    /// Type of the items of an array.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items: Option<FieldType>,
    /// Unit of a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Documented default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<Scalar>,
    /// The value is never printed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub secret: bool,
    /// The text holds a document of its own; only `json` is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub embedded: Option<String>,
    /// Where the field is documented.
    #[serde(default, skip_serializing_if = "FieldStatus::is_current")]
    pub status: FieldStatus,
    /// For a removed field: the path that replaces it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<String>,
    /// For a removed field: the shared condition under which it is still in use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unless: Option<String>,
    /// Names people write for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Name of the list of known values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub values: Option<String>,
    /// Prefix of resource ids.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_prefix: Option<String>,
    /// A possible value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<ExampleValue>,
    /// Section of the page, for forms and docs; the loader fills it in from the file's name.
    #[serde(default)]
    pub section: Section,
    /// What the field means, English.
    pub en: String,
    /// What the field means, Chinese.
    pub zh: String,
}

/// A value shown as an example.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum ExampleValue {
    /// One value.
    One(Scalar),
    /// A decimal number.
    Number(f64),
    /// Several values.
    Many(Vec<ExampleValue>),
    /// An object.
    Object(BTreeMap<String, ExampleValue>),
}

/// JSON type of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum FieldType {
    /// Text.
    String,
    /// Whole number of 64 bits.
    Integer,
    /// Any number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// Object with known members.
    Object,
    /// List.
    Array,
    /// Object with members of any name.
    Map,
    /// Anything.
    Any,
}

/// Where a field is documented.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum FieldStatus {
    /// In the page's request syntax.
    #[default]
    Current,
    /// Only in the page's sample.
    Sample,
    /// Only in later versions of the operation.
    Later,
    /// In earlier versions; replaced.
    Removed,
}

impl FieldStatus {
    #[allow(clippy::trivially_copy_pass_by_ref)] // the signature serde asks for
    fn is_current(&self) -> bool {
        *self == Self::Current
    }
}

/// Section of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Section {
    /// Basic settings.
    #[default]
    Basic,
    /// Network.
    Network,
    /// Advanced options.
    Advanced,
    /// Master nodes.
    Master,
    /// Add-ons.
    Addons,
    /// Node pools.
    Nodepools,
    /// What is known of the account: not part of the request.
    Facts,
    /// Fields of later versions.
    Later,
    /// Fields of earlier versions.
    Removed,
}

/// A dated list of values, kept apart from the rules that use it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KnownList {
    /// Name rules refer to.
    pub name: String,
    /// Where the values come from.
    pub source: String,
    /// Address of the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Date of the list.
    pub date: String,
    /// The source says that there are no others.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub closed: bool,
    /// The values; a trailing `*` stands for any rest.
    pub values: Vec<Scalar>,
    /// Words for people, by language and value.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, BTreeMap<String, String>>,
}
