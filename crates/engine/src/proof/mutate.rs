//! Mutants of rules: the same rule with one detail changed. A detail no example depends on is not proved.

use crate::pack::{Pack, Predicate, Rule, SiteList};
use serde_json::{Map, Value, json};

/// A rule with one detail changed.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// What was changed: a path inside the rule and the change.
    pub change: String,
    /// The changed rule.
    pub rule: Rule,
}

/// All mutants of a rule: each condition dropped, negated or swapped, each number shifted, each alternative
/// and each site removed.
pub fn mutants(pack: &Pack, rule: &Rule) -> Vec<Mutant> {
    let mut rule = rule.clone();
    if let SiteList::Shared(name) = &rule.sites {
        // A rule is proved at every site it shares.
        rule.sites = SiteList::Own(pack.sites.get(name).cloned().unwrap_or_default());
    }
    let Ok(Value::Object(whole)) = serde_json::to_value(&rule) else { return vec![] };
    let mut out = vec![];
    for key in ["when", "require", "forbid", "sites"] {
        let Some(part) = whole.get(key) else { continue };
        for (change, new) in changes(part) {
            let mut mutant = whole.clone();
            mutant.insert(key.to_owned(), new);
            push(&mut out, format!("{key}{change}"), mutant);
        }
    }
    if whole.contains_key("when") {
        let mut mutant = whole.clone();
        mutant.remove("when");
        push(&mut out, "when: dropped".to_owned(), mutant);
    }
    out
}

/// Mutants of the pack's shared conditions and formats, as changed packs.
pub fn shared_mutants(pack: &Pack) -> Vec<(String, String, Pack)> {
    let mut out = vec![];
    for (kind, map) in [("conditions", &pack.conditions), ("formats", &pack.formats)] {
        for (name, predicate) in map {
            // A condition that only fields use is proved by whole requests.
            if pack.fields.iter().any(|f| f.unless.as_ref() == Some(name)) {
                continue;
            }
            let Ok(value) = serde_json::to_value(predicate) else { continue };
            for (change, new) in changes(&value) {
                let Ok(predicate) = serde_json::from_value::<Predicate>(new) else { continue };
                let mut mutant = pack.clone();
                let target = if kind == "formats" { &mut mutant.formats } else { &mut mutant.conditions };
                target.insert(name.clone(), predicate);
                out.push((name.clone(), format!("{kind}/{name}{change}"), mutant));
            }
        }
    }
    out
}

fn push(out: &mut Vec<Mutant>, change: String, rule: Map<String, Value>) {
    if let Ok(rule) = serde_json::from_value(Value::Object(rule)) {
        out.push(Mutant { change, rule });
    }
}

/// Every way to change one detail of a value: where and what, and the changed value.
fn changes(value: &Value) -> Vec<(String, Value)> {
    let mut out = vec![];
    match value {
        Value::Object(map) => out.extend(object_changes(map)),
        Value::Array(list) if list.len() > 1 => {
            for (at, inner) in list.iter().enumerate() {
                let mut shorter = list.clone();
                shorter.remove(at);
                out.push((format!("/{at}: dropped"), Value::Array(shorter)));
                for (change, new) in changes(inner) {
                    let mut changed = list.clone();
                    if let Some(place) = changed.get_mut(at) {
                        *place = new;
                    }
                    out.push((format!("/{at}{change}"), Value::Array(changed)));
                }
            }
        }
        Value::Array(list) => {
            for (change, new) in list.iter().flat_map(changes) {
                out.push((format!("/0{change}"), Value::Array(vec![new])));
            }
        }
        Value::Number(n) => {
            if let Some(n) = n.as_i64() {
                for new in [n - 1, n + 1] {
                    out.push((format!(": {n} made {new}"), json!(new)));
                }
            }
        }
        Value::Bool(b) => out.push((format!(": {b} made {}", !b), json!(!b))),
        Value::String(text) => out.extend(texts(text)),
        Value::Null => {}
    }
    out
}

fn object_changes(map: &Map<String, Value>) -> Vec<(String, Value)> {
    let mut out = vec![];
    for (key, inner) in map {
        // What things are called and said is not what they decide.
        if matches!(
            key.as_str(),
            "text" | "bind" | "of" | "in" | "at" | "level" | "certainty" | "known" | "split" | "to"
        ) && !inner.is_array()
            || key == "fix"
        {
            continue;
        }
        for (change, new) in changes(inner) {
            out.push((format!("/{key}{change}"), with(map, key, Some(new))));
        }
        if map.len() > 1 {
            out.push((format!("/{key}: dropped"), with(map, key, None)));
        }
    }
    if let (Some(inner), 1) = (map.get("not"), map.len()) {
        out.push((": not removed".to_owned(), inner.clone()));
    }
    for (one, other) in [("all", "any"), ("any", "all"), ("some", "every"), ("every", "some")] {
        // One alternative is the same either way.
        let single = map.get(one).and_then(Value::as_array).is_some_and(|l| l.len() < 2);
        if let (Some(inner), 1, false) = (map.get(one), map.len(), single) {
            // The forms of `like` are `any` of a list of texts, not of predicates.
            if inner.as_array().is_none_or(|l| l.iter().all(Value::is_object)) {
                out.push((format!(": {one} made {other}"), json!({ other: inner })));
            }
        }
    }
    out
}

fn with(map: &Map<String, Value>, key: &str, new: Option<Value>) -> Value {
    let mut map = map.clone();
    match new {
        Some(new) => map.insert(key.to_owned(), new),
        None => map.remove(key),
    };
    Value::Object(map)
}

fn texts(text: &str) -> Vec<(String, Value)> {
    let other = match text {
        "<=" => "<",
        "<" => "<=",
        ">=" => ">",
        ">" => ">=",
        "==" => ">=",
        _ => "",
    };
    if !other.is_empty() {
        return vec![(format!(": {text} made {other}"), json!(other))];
    }
    // Lists of characters: each of them counts.
    if text.len() > 1 && text.len() < 40 && text.bytes().all(|b| b.is_ascii_punctuation()) {
        let without =
            |at: usize| text.char_indices().filter(|(i, _)| *i != at).map(|(_, c)| c).collect::<String>();
        return (0..text.len())
            .map(|at| (format!(": without {}", &text[at..=at]), json!(without(at))))
            .collect();
    }
    vec![]
}
