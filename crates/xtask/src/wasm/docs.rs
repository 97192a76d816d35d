//! What the package knows about rules and fields, as a file of its own: it is loaded only when someone asks.

use acklint_engine::OWN_RULES;
use acklint_engine::pack::{Field, KnownList, Pack, Rule};
use serde_json::{Map, Value, json};

/// `docs.json` of the package.
pub(super) fn docs(pack: &Pack) -> String {
    let own = OWN_RULES.iter().map(|rule| {
        json!({
            "id": rule.id, "topic": rule.topic, "level": rule.level, "certainty": rule.certainty,
            "en": { "title": rule.en.0, "why": rule.en.1 },
            "zh": { "title": rule.zh.0, "why": rule.zh.1 },
            "invalid": if rule.example.is_empty() { vec![] } else { vec![rule.example] },
            "valid": [],
        })
    });
    let rules: Vec<Value> = own.chain(pack.rules.iter().map(|rule| rule_docs(pack, rule))).collect();
    let fields: Vec<Value> =
        pack.fields.iter().filter(|f| !f.path.starts_with('@')).map(field_docs).collect();
    let known: Map<String, Value> = pack.known.iter().map(list_docs).collect();
    json!({ "rules": rules, "fields": fields, "known": known }).to_string()
}

fn rule_docs(pack: &Pack, rule: &Rule) -> Value {
    let texts = |text: &acklint_engine::pack::Text| json!({ "title": text.summary, "why": text.why });
    json!({
        "id": rule.id, "topic": rule.topic, "level": rule.level, "certainty": rule.certainty,
        "url": pack.pages.get(&rule.source.page).map(|page| &page.url),
        "en": texts(&rule.text.en), "zh": texts(&rule.text.zh),
        "invalid": rule.invalid.iter().map(|e| &e.json).collect::<Vec<_>>(),
        "valid": rule.valid.iter().map(|e| &e.json).collect::<Vec<_>>(),
    })
}

fn field_docs(field: &Field) -> Value {
    let mut out = serde_json::to_value(field).unwrap_or_default();
    if let Some(out) = out.as_object_mut() {
        out.remove("aliases");
    }
    out
}

fn list_docs(list: &KnownList) -> (String, Value) {
    (list.name.clone(), json!({ "values": list.values, "closed": list.closed, "labels": list.labels }))
}
