//! What a predicate looks at: one field, a part of its text, or a number computed from fields.

use serde::{Deserialize, Serialize};

/// A path to one value, written relative to the site.
///
/// `name`, `parent.child`, `$.name` (from the body), `^.name` (from the enclosing object), `.` (the value
/// at hand: the item or part a predicate walks over), `@.table[id=name].member` (from the facts: the rows whose
/// `id` is the value of `name`). A bare string, or a table with options.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(from = "OperandForm", into = "OperandForm")]
pub struct Operand {
    /// The path.
    pub of: String,
    /// Take the documented default when the field is unset.
    pub or_default: bool,
    /// Take one part of the text: separator and index from 0.
    pub part: Option<Part>,
}

/// One part of a separated text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Separator.
    pub split: String,
    /// Index, from 0; negative counts from the end. A missing part is unset.
    pub index: i32,
}

#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "a path such as \"name\", or a table { of = \"name\", or_default = true }")]
enum OperandForm {
    Path(String),
    Table(OperandTable),
}

#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct OperandTable {
    of: String,
    #[serde(default, skip_serializing_if = "is_false")]
    or_default: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    part: Option<Part>,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // the signature serde asks for
fn is_false(flag: &bool) -> bool {
    !*flag
}

impl From<OperandForm> for Operand {
    fn from(form: OperandForm) -> Self {
        match form {
            OperandForm::Path(of) => Self { of, or_default: false, part: None },
            OperandForm::Table(t) => Self { of: t.of, or_default: t.or_default, part: t.part },
        }
    }
}

impl From<Operand> for OperandForm {
    fn from(o: Operand) -> Self {
        if !o.or_default && o.part.is_none() {
            Self::Path(o.of)
        } else {
            Self::Table(OperandTable { of: o.of, or_default: o.or_default, part: o.part })
        }
    }
}

/// A whole number computed from the request.
///
/// ```toml
/// left = { sum = [ { of = "master_count", or_default = true }, { total = { in = "nodepools[*]", of = "count" } } ] }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Expr {
    /// A constant.
    Value(i64),
    /// One of the rule's `[values]`, by its name.
    Named(String),
    /// The number in a field (a number, or a text that holds one).
    Number(Operand),
    /// Like `number`, but an unset field counts 0.
    NumberOrZero(Operand),
    /// Prefix length of a CIDR block.
    Prefix(Operand),
    /// Length of a text in characters.
    Chars(Operand),
    /// Number of bytes a base64 text stands for.
    DecodedBytes(Operand),
    /// Number of values a path yields, for example `master_vswitch_ids[*]`.
    Items(String),
    /// Sum of expressions.
    Sum(Vec<Expr>),
    /// Difference of two expressions.
    Minus(Box<(Expr, Expr)>),
    /// Largest of expressions.
    Max(Vec<Expr>),
    /// Two to the power of an expression.
    Pow2(Box<Expr>),
    /// Sum of an expression over the objects a path yields.
    Total(Box<Total>),
    /// A number looked up by a text, for example a minimum size by performance level; unknown if not listed.
    Lookup(Lookup),
    /// One expression or another.
    If(Box<If>),
}

/// See [`Expr::Total`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Total {
    /// The objects, for example `nodepools[*]`.
    pub r#in: String,
    /// The number taken from each.
    pub of: Expr,
}

/// See [`Expr::Lookup`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Lookup {
    /// The field whose text is looked up.
    pub by: Operand,
    /// Numbers by text.
    pub table: std::collections::BTreeMap<String, i64>,
}

/// See [`Expr::If`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct If {
    /// The condition.
    pub when: super::Predicate,
    /// Value if it holds.
    pub then: Expr,
    /// Value if it does not.
    pub r#else: Expr,
}
