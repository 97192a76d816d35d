//! The predicate language: small conditions that combine.
//!
//! Every predicate answers true, false or unknown. `set` and `equals` have an answer for an unset field; every
//! other predicate answers unknown there, so a rule about a value is silent when there is no value.

use super::operand::{Expr, Operand};
use serde::{Deserialize, Serialize};

/// A condition. In TOML: a table with one key, the predicate's name.
///
/// ```toml
/// [when]
/// equals = { of = "instance_charge_type", value = "PrePaid" }
/// [require]
/// set = "period"
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Predicate {
    /// All hold.
    All(Vec<Predicate>),
    /// At least one holds.
    Any(Vec<Predicate>),
    /// Does not hold.
    Not(Box<Predicate>),
    /// It can be told whether it holds: what it takes is known, be it facts or values.
    Decided(Box<Predicate>),
    /// A shared condition of the pack (`holds = "terway"`), or a shared format applied to a value.
    Holds(Holds),
    /// The field has a value: not absent, `null`, `""` or `[]`.
    Set(Operand),
    /// At most one of the fields is set; the later one in the text is at fault.
    AtMostOne(Vec<String>),
    /// The value is this one, or the same as another field's.
    Equals(Equals),
    /// The value is in a list.
    OneOf(OneOf),
    /// The value is not in a list, but nearly: a slip of the pen.
    NearMiss(OneOf),
    /// The text has a form: `#` is a run of digits, `*` is any text, everything else stands for itself.
    Like(Like),
    /// The text matches a regular expression (user packs only: the built-in pack does without).
    Matches(Matches),
    /// Number of characters.
    Length(Bounds),
    /// Every character is allowed, the first and last too.
    Chars(Chars),
    /// Number of kinds of characters: upper case, lower case, digits, others.
    Kinds(Kinds),
    /// A whole number (or a text that holds one) within bounds.
    Range(Bounds),
    /// Two computed numbers compare.
    Compare(Compare),
    /// How many values of a path satisfy a condition.
    Count(Count),
    /// No two items are alike.
    Unique(Unique),
    /// No value of the first paths stands among those of the second.
    Disjoint(Sets),
    /// Every value of the first paths stands among those of the second.
    Within(Sets),
    /// Some item satisfies a condition.
    Some(Quantified),
    /// Every item satisfies a condition.
    Every(Quantified),
    /// Every part of a separated text satisfies a condition; in it `.` is the part.
    Parts(Parts),
    /// The text is an IPv4 block `a.b.c.d/n`, and within limits.
    Cidr(Cidr),
    /// Address blocks of the first paths do not overlap those of the second.
    CidrsDisjoint(CidrsDisjoint),
    /// The text is of a well-known form.
    Format(Format),
    /// A version within bounds, compared by major and minor number.
    Version(Version),
}

/// See [`Predicate::Holds`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "the name of a condition, or a table { of = \"field\", is = \"format\" }")]
pub enum Holds {
    /// A condition of the whole request.
    Condition(String),
    /// A format applied to one value.
    Format(HoldsFormat),
}

/// See [`Predicate::Holds`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HoldsFormat {
    /// The value.
    pub of: Operand,
    /// Name of the shared format.
    pub is: String,
}

/// A constant in a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "a text, a whole number or a boolean")]
pub enum Scalar {
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A text.
    Text(String),
}

/// See [`Predicate::Equals`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Equals {
    /// The value.
    pub of: Operand,
    /// The constant it is compared with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Scalar>,
    /// The field it is compared with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Operand>,
}

/// See [`Predicate::OneOf`] and [`Predicate::NearMiss`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OneOf {
    /// The value.
    pub of: Operand,
    /// The allowed values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Scalar>,
    /// Names of known lists of the pack.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub known: Vec<String>,
}

/// See [`Predicate::Like`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Like {
    /// The text.
    pub of: Operand,
    /// The forms; one is enough.
    pub any: Vec<String>,
    /// Letters match in either case.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ignore_case: bool,
}

/// See [`Predicate::Matches`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Matches {
    /// The text.
    pub of: Operand,
    /// A regular expression of the `regex` crate, ASCII classes only.
    pub regex: String,
}

/// See [`Predicate::Length`] and [`Predicate::Range`]. Both ends are included.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Bounds {
    /// The value.
    pub of: Operand,
    /// Smallest allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    /// Largest allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
}

/// A class of characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum CharClass {
    /// `a`–`z`.
    Lower,
    /// `A`–`Z`.
    Upper,
    /// `0`–`9`.
    Digit,
    /// Han characters.
    Han,
}

/// See [`Predicate::Chars`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Chars {
    /// The text.
    pub of: Operand,
    /// Allowed classes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<CharClass>,
    /// Further allowed characters.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub also: String,
    /// Characters that may not be first.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub not_first: String,
    /// Characters that may not be last.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub not_last: String,
    /// Classes the first character must be of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub first: Vec<CharClass>,
    /// Characters of which no two may stand in a row.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub not_in_a_row: String,
}

/// See [`Predicate::Kinds`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Kinds {
    /// The text.
    pub of: Operand,
    /// Fewest kinds among upper case, lower case, digit, other.
    pub min: u8,
}

/// See [`Predicate::Compare`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Compare {
    /// Left side.
    pub left: Expr,
    /// Relation.
    pub is: Relation,
    /// Right side.
    pub right: Expr,
}

/// How two numbers compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Relation {
    /// Less.
    #[serde(rename = "<")]
    Less,
    /// Less or equal.
    #[serde(rename = "<=")]
    AtMost,
    /// Equal.
    #[serde(rename = "==")]
    Equal,
    /// Greater or equal.
    #[serde(rename = ">=")]
    AtLeast,
    /// Greater.
    #[serde(rename = ">")]
    Greater,
}

/// See [`Predicate::Count`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// The items.
    pub r#in: String,
    /// Which of them count; all if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#where: Option<Box<Predicate>>,
    /// Fewest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<u32>,
    /// Most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u32>,
}

/// See [`Predicate::Unique`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unique {
    /// The items, for example `tags[*]`.
    pub r#in: String,
    /// The fields that must not all be the same; empty: the item itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<Operand>,
}

/// See [`Predicate::Disjoint`] and [`Predicate::Within`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Sets {
    /// First paths.
    pub of: Vec<String>,
    /// Second paths.
    pub from: Vec<String>,
}

/// See [`Predicate::Some`] and [`Predicate::Every`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Quantified {
    /// The items.
    pub r#in: String,
    /// The condition; paths in it start at the item, `^.` leads back out.
    pub r#where: Box<Predicate>,
}

/// See [`Predicate::Parts`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Parts {
    /// The text.
    pub of: Operand,
    /// Separator, one character.
    pub split: String,
    /// The condition every part must satisfy.
    pub r#where: Box<Predicate>,
    /// Blanks around a part do not belong to it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub trim: bool,
}

/// See [`Predicate::Cidr`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cidr {
    /// The text.
    pub of: Operand,
    /// Blocks of which one must contain it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub within: Vec<String>,
    /// Shortest prefix.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_prefix: Option<u8>,
    /// Longest prefix.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_prefix: Option<u8>,
    /// No host bits are set.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub no_host_bits: bool,
}

/// See [`Predicate::CidrsDisjoint`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CidrsDisjoint {
    /// First blocks.
    pub of: Vec<Operand>,
    /// Second blocks.
    pub from: Vec<Operand>,
}

/// A form of text known to everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// IPv4 or IPv6 address.
    Ip,
    /// Base64 with padding.
    Base64,
    /// A JSON object written into a string.
    JsonObject,
    /// A positive decimal number, as in `0.39`.
    PositiveDecimal,
}

/// See [`Predicate::Format`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Format {
    /// The text.
    pub of: Operand,
    /// The form.
    pub is: Form,
}

/// See [`Predicate::Version`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// The version text.
    pub of: Operand,
    /// Lowest `major.minor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<String>,
    /// Highest `major.minor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<String>,
}
