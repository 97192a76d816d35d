//! Examples are changes of a legal request; this puts them together.

use acklint_document::{Document, Kind, NodeId, edit::quote_json};

/// A JSON value that keeps the order of members and the exact text of scalars.
enum Value {
    Object(Vec<(String, Value)>),
    Array(Vec<Value>),
    Scalar(String),
}

/// `patch` laid over `base`: members replace, objects merge, `null` removes, and the objects of a list named in
/// `extend` grow out of the base's first one of that list.
pub(crate) fn merge(base: &str, patch: &str, extend: &str) -> String {
    let mut value = read(&Document::parse(base), NodeId::ROOT);
    apply(&mut value, read(&Document::parse(patch), NodeId::ROOT), extend);
    let mut out = String::new();
    write(&value, 0, &mut out);
    out.push('\n');
    out
}

fn read(doc: &Document, node: NodeId) -> Value {
    match doc.kind(node) {
        Kind::Object => Value::Object(
            doc.children(node).map(|c| (doc.key(c).unwrap_or_default().into_owned(), read(doc, c))).collect(),
        ),
        Kind::Array => Value::Array(doc.children(node).map(|c| read(doc, c)).collect()),
        _ => {
            let span = doc.span(node);
            let text = doc.text().get(span.start as usize..span.end as usize);
            Value::Scalar(text.unwrap_or_default().to_owned())
        }
    }
}

fn apply(base: &mut Value, patch: Value, extend: &str) {
    match (base, patch) {
        (Value::Object(members), Value::Object(changes)) => {
            for (key, change) in changes {
                let at = members.iter().position(|(k, _)| *k == key);
                if matches!(&change, Value::Scalar(s) if s == "null") {
                    members.retain(|(k, _)| *k != key);
                } else if let Some((_, old)) = at.and_then(|i| members.get_mut(i)) {
                    if key == extend { items(old, change, extend) } else { apply(old, change, extend) }
                } else {
                    members.push((key, change));
                }
            }
        }
        (base, patch) => *base = patch,
    }
}

fn items(base: &mut Value, patch: Value, extend: &str) {
    match (base, patch) {
        (Value::Array(old), Value::Array(changes)) => {
            let first = old.first().map(copy);
            *old = changes
                .into_iter()
                .map(|change| match (&first, change) {
                    (Some(first), change @ Value::Object(_)) => {
                        let mut item = copy(first);
                        apply(&mut item, change, extend);
                        item
                    }
                    (_, change) => change,
                })
                .collect();
        }
        (base, patch) => *base = patch,
    }
}

fn copy(value: &Value) -> Value {
    match value {
        Value::Object(m) => Value::Object(m.iter().map(|(k, v)| (k.clone(), copy(v))).collect()),
        Value::Array(items) => Value::Array(items.iter().map(copy).collect()),
        Value::Scalar(s) => Value::Scalar(s.clone()),
    }
}

fn write(value: &Value, depth: usize, out: &mut String) {
    let pad = |n: usize, out: &mut String| {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", n));
    };
    match value {
        Value::Scalar(text) => out.push_str(text),
        Value::Object(members) if members.is_empty() => out.push_str("{}"),
        Value::Object(members) => {
            out.push('{');
            for (at, (key, value)) in members.iter().enumerate() {
                out.push_str(if at > 0 { "," } else { "" });
                pad(depth + 1, out);
                out.push_str(&quote_json(key));
                out.push_str(": ");
                write(value, depth + 1, out);
            }
            pad(depth, out);
            out.push('}');
        }
        Value::Array(items) if items.is_empty() => out.push_str("[]"),
        Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                out.push_str(if at > 0 { ", " } else { "" });
                write(item, depth, out);
            }
            out.push(']');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::merge;

    #[test]
    fn merges() {
        let base = r#"{"a": 1, "o": {"x": 1, "y": 2}, "l": [1, 2], "np": [{"n": "p", "c": 3}]}"#;
        let patch = r#"{"a": null, "o": {"y": 3, "z": 4.0}, "l": [], "np": [{"c": 1}, {"n": "q"}]}"#;
        let merged = merge(base, patch, "np");
        let flat: String = merged.split_whitespace().collect::<Vec<_>>().join("");
        assert_eq!(flat, r#"{"o":{"x":1,"y":3,"z":4.0},"l":[],"np":[{"n":"p","c":1},{"n":"q","c":3}]}"#);
    }
}
