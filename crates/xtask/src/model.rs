//! The field table as Rust structs: `crates/ack/src/model.rs`, so that a program can build a request with types.
//!
//! The table is the only source; the structs, and with them the JSON Schema, follow from it.

use acklint_engine::pack::{ExampleValue, Field, FieldStatus, FieldType, KnownList, Pack, Scalar};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

const HEAD: &str = "//! The request as Rust types, one struct per object, every field optional.
//!
//! Made by `cargo xtask bake` from `rules/ack/fields`; changes belong there.

use crate::secret::Secret;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
";

/// The text of `model.rs`.
pub(crate) fn generate(pack: &Pack) -> Result<String, Box<dyn Error>> {
    let fields: Vec<&Field> = pack
        .fields
        .iter()
        .filter(|f| {
            !f.path.starts_with('@') && !f.path.contains(".config.")
                || f.path.contains("node_components[].config")
        })
        .collect();
    let mut objects: Vec<(String, Vec<&Field>)> = vec![(String::new(), vec![])];
    for field in &fields {
        let owner = field.path.rsplit_once('.').map_or("", |(owner, _)| owner);
        match objects.iter_mut().find(|(path, _)| path == owner) {
            Some((_, list)) => list.push(field),
            None => objects.push((owner.to_owned(), vec![field])),
        }
    }
    let names = names(objects.iter().map(|(path, _)| path.as_str()));
    let mut out = HEAD.to_owned();
    for (path, members) in &objects {
        object(&mut out, path, members, &names, pack)?;
    }
    format(&out)
}

/// A name for every object: the last part of its path, with as much of what is before as tells it apart.
fn names<'p>(paths: impl Iterator<Item = &'p str>) -> BTreeMap<&'p str, String> {
    let mut taken = BTreeSet::new();
    let mut out = BTreeMap::new();
    for path in paths {
        let parts: Vec<String> = path.split('.').filter(|p| !p.is_empty()).map(type_part).collect();
        let name = if path.is_empty() {
            "CreateClusterRequest".to_owned()
        } else {
            (1..=parts.len())
                .map(|n| parts[parts.len() - n..].concat())
                .find(|name| !taken.contains(name))
                .unwrap_or_else(|| format!("Cluster{}", parts.concat()))
        };
        taken.insert(name.clone());
        out.insert(path, name);
    }
    out
}

/// `data_disks[]` is `DataDisk`.
fn type_part(part: &str) -> String {
    let (bare, item) = part.strip_suffix("[]").map_or((part, false), |bare| (bare, true));
    let bare = if item { bare.strip_suffix('s').unwrap_or(bare) } else { bare };
    let mut out = String::new();
    for word in bare.split('_') {
        let mut chars = word.chars();
        out.extend(chars.next().map(|c| c.to_ascii_uppercase()));
        out.push_str(chars.as_str());
    }
    out
}

fn object(
    out: &mut String,
    path: &str,
    members: &[&Field],
    names: &BTreeMap<&str, String>,
    pack: &Pack,
) -> Result<(), Box<dyn Error>> {
    let name = names.get(path).ok_or("an object without a name")?;
    let what = if path.is_empty() { "The body of the request.".to_owned() } else { format!("`{path}`.") };
    writeln!(out, "\n/// {what}")?;
    writeln!(out, "#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]")?;
    writeln!(out, "#[cfg_attr(feature = \"schema\", derive(schemars::JsonSchema))]")?;
    writeln!(out, "#[serde(default)]\npub struct {name} {{")?;
    for field in members {
        member(out, field, names, pack)?;
    }
    writeln!(out, "}}")?;
    Ok(())
}

fn member(
    out: &mut String,
    field: &Field,
    names: &BTreeMap<&str, String>,
    pack: &Pack,
) -> Result<(), Box<dyn Error>> {
    let json = field.path.rsplit('.').next().unwrap_or_default();
    writeln!(out, "    /// {}.\n    ///\n    /// {}。", field.en, field.zh)?;
    let mut serde = vec!["skip_serializing_if = \"Option::is_none\"".to_owned()];
    let ident = rust_name(json);
    if ident.trim_start_matches("r#") != json {
        serde.push(format!("rename = {json:?}"));
    }
    writeln!(out, "    #[serde({})]", serde.join(", "))?;
    let list = field.values.as_ref().and_then(|name| pack.known.iter().find(|l| l.name == *name));
    let extra = schema_facts(field, list);
    if !extra.is_empty() {
        writeln!(out, "    #[cfg_attr(feature = \"schema\", schemars(extend({})))]", extra.join(", "))?;
    }
    writeln!(out, "    pub {ident}: Option<{}>,", rust_type(field, names))?;
    Ok(())
}

fn rust_type(field: &Field, names: &BTreeMap<&str, String>) -> String {
    let one = |ty: FieldType, path: &str| match ty {
        FieldType::String if field.secret => "Secret".to_owned(),
        FieldType::String => "String".to_owned(),
        FieldType::Integer => "i64".to_owned(),
        FieldType::Number => "f64".to_owned(),
        FieldType::Boolean => "bool".to_owned(),
        FieldType::Object => names.get(path).cloned().unwrap_or_else(|| "BTreeMap<String, Value>".to_owned()),
        FieldType::Map => "BTreeMap<String, Value>".to_owned(),
        FieldType::Array | FieldType::Any => "Value".to_owned(),
    };
    match (field.r#type, field.items) {
        (FieldType::Array, Some(items)) => format!("Vec<{}>", one(items, &format!("{}[]", field.path))),
        (ty, _) => one(ty, &field.path),
    }
}

/// Facts the JSON Schema carries beyond name and type.
fn schema_facts(field: &Field, list: Option<&KnownList>) -> Vec<String> {
    let mut out = vec![format!("\"x-zh\" = {:?}", field.zh)];
    if let Some(default) = &field.default {
        out.push(format!("\"default\" = {}", scalar(default)));
    }
    if let Some(unit) = &field.unit {
        out.push(format!("\"x-unit\" = {unit:?}"));
    }
    if field.secret {
        out.push("\"writeOnly\" = true".to_owned());
    }
    if field.status == FieldStatus::Removed {
        out.push("\"deprecated\" = true".to_owned());
    }
    if let Some(list) = list
        && field.r#type != FieldType::Array
    {
        let mut values: Vec<String> = list.values.iter().map(scalar).collect();
        if list.closed && field.r#type == FieldType::String {
            // An empty text counts as unset, so it is as legal as none.
            values.push("\"\"".to_owned());
        }
        // A list that ages makes suggestions; only a closed one makes an enumeration.
        let key = if list.closed { "enum" } else { "examples" };
        if values.len() < 80 {
            out.push(format!("{key:?} = [{}]", values.join(", ")));
        }
    }
    if let (Some(ExampleValue::One(example)), None) = (&field.example, list) {
        out.push(format!("\"examples\" = [{}]", scalar(example)));
    }
    out
}

fn scalar(value: &Scalar) -> String {
    match value {
        Scalar::Bool(b) => b.to_string(),
        Scalar::Int(i) => i.to_string(),
        Scalar::Text(t) => format!("{t:?}"),
    }
}

/// `clusterDNS` is `cluster_dns`; words of the language get their prefix.
fn rust_name(json: &str) -> String {
    let mut out = String::new();
    let mut before_lower = false;
    for c in json.chars() {
        if c.is_ascii_uppercase() && before_lower {
            out.push('_');
        }
        before_lower = c.is_ascii_lowercase() || c.is_ascii_digit();
        out.push(c.to_ascii_lowercase());
    }
    if matches!(out.as_str(), "type" | "in" | "where" | "enum" | "match") { format!("r#{out}") } else { out }
}

/// Formats generated code as the workspace does.
fn format(code: &str) -> Result<String, Box<dyn Error>> {
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--config-path"])
        .arg(crate::bake::root().join("rustfmt.toml"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    child.stdin.take().ok_or("no input")?.write_all(code.as_bytes())?;
    let done = child.wait_with_output()?;
    if done.status.success() { Ok(String::from_utf8(done.stdout)?) } else { Err("rustfmt failed".into()) }
}
