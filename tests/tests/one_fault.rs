//! One fault, one finding: a fault does not bring others with it, and does not hide others. That an invalid example
//! of a rule gives its finding and no other is part of the proof of each rule; here is what concerns all of them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test that cannot go on says so

use acklint::{Finding, Findings, Level, Linter, Options};
use acklint_engine::pack::{Pack, Rule};
use acklint_engine::proof::{invalid_request, run};
use acklint_tests::path;
use serde_json::{Value, json};

fn findings(text: &str) -> Findings {
    Linter::new().check(text.as_bytes(), &Options::default()).clone()
}

fn errors(body: &Value) -> Vec<(String, String)> {
    let all = findings(&body.to_string());
    let errors = all.iter().filter(|f| f.level == Level::Error);
    errors.map(|f| (f.rule.to_owned(), f.pointer.to_owned())).collect()
}

/// Pointers to everything in a value, but not into what an object of any members holds.
fn pointers(value: &Value, at: &str, out: &mut Vec<String>) {
    let mut each = |name: &str, inner: &Value| {
        let pointer = format!("{at}/{name}");
        out.push(pointer.clone());
        pointers(inner, &pointer, out);
    };
    match value {
        Value::Object(members) => members.iter().for_each(|(name, inner)| each(name, inner)),
        Value::Array(items) => items.iter().enumerate().for_each(|(at, inner)| each(&at.to_string(), inner)),
        _ => {}
    }
}

/// A value of another type, whatever the type should be; not one that a program could take for the right one.
fn mistyped(value: &Value) -> Value {
    match value {
        Value::Object(_) => json!(7),
        Value::Array(_) => json!({ "a": "b" }),
        _ => json!([{ "a": ["b"] }]),
    }
}

/// A value of a wrong type is one error. No rule judges it by other means, or takes it for missing.
#[test]
fn a_wrong_type_is_one_error() {
    let (mut tried, mut told) = (0, 0);
    for name in ["maximal-current-fields.json", "smallest-values.json", "fields-of-2026.json"] {
        let text = std::fs::read_to_string(path("requests/good").join(name)).unwrap();
        let good: Value = serde_json::from_str(&text).unwrap();
        assert!(errors(&good).is_empty(), "{name}");
        let mut all = vec![];
        pointers(&good, "", &mut all);
        for pointer in all {
            let mut body = good.clone();
            let value = body.pointer_mut(&pointer).unwrap();
            *value = mistyped(value);
            tried += 1;
            let errors = errors(&body);
            // What holds any members has no types to be wrong.
            let expected = [("wrong-type".to_owned(), pointer.clone())];
            assert!(errors.is_empty() || errors == expected, "{name}: {pointer} gives {errors:?}");
            told += errors.len();
        }
    }
    assert!(tried > 400 && told * 10 > tried * 9, "{told} of {tried}");
}

/// The findings of a rule in a request.
fn found(request: &str, facts: Option<&str>, rule: &Rule) -> usize {
    run(acklint::builtin_program(), request, facts).iter().filter(|f| f.rule == rule.id).count()
}

/// Invalid examples of a rule that have nothing to do with `field`.
fn examples<'p>(
    pack: &'p Pack,
    rule: &'p Rule,
    field: &str,
) -> impl Iterator<Item = (String, Option<&'p str>)> {
    let field = format!("\"{field}\"");
    let apart = move |json: &str| !json.contains(&field);
    let examples = rule.invalid.iter().filter(move |e| apart(&e.json));
    examples.map(|e| (invalid_request(pack, e), e.facts.as_deref()))
}

/// What is missing is one error, and silences no rule that does not look at it.
#[test]
fn a_missing_field_silences_nothing_else() {
    let pack = acklint::builtin_pack();
    let mut silenced = vec![];
    let mut tried = 0;
    for field in ["name", "region_id", "vpcid"] {
        for rule in &pack.rules {
            // Which VPC it is decides about its facts, and without one ACK makes the vSwitches.
            let by_vpc =
                ["missing-field", "vswitch-not-in-vpc", "cidr-overlaps-cluster", "cidr-overlaps-vswitch"];
            if by_vpc.contains(&rule.id.as_str()) || rule.id.ends_with("-overlaps-vpc") {
                continue;
            }
            for (request, facts) in examples(pack, rule, field) {
                let mut body: Value = serde_json::from_str(&request).unwrap();
                if body.as_object_mut().unwrap().remove(field).is_none() {
                    continue;
                }
                tried += 1;
                let body = body.to_string();
                let missing = findings(&body).iter().filter(|f| f.rule == "missing-field").count();
                if found(&request, facts, rule) > 0 && found(&body, facts, rule) == 0 {
                    silenced.push(format!("{}: silent without {field}", rule.id));
                }
                assert!(missing <= 1, "{}: {missing} fields are missing in {body}", rule.id);
            }
        }
    }
    assert!(silenced.is_empty(), "\n{}\n", silenced.join("\n"));
    assert!(tried > 500, "{tried}");
}

/// A break of the grammar is one error, and all that could be read is judged as if it were not there.
#[test]
fn a_broken_text_hides_nothing() {
    let pack = acklint::builtin_pack();
    let mut hidden = vec![];
    let breaks: [(&str, &str, &str); 4] = [
        ("a missing comma", ",\n  \"", "\n  \""),
        ("a comment", "{\n", "{ // here\n"),
        ("single quotes", "\"cluster_type\":", "'cluster_type':"),
        ("a missing colon", "\"cluster_type\":", "\"cluster_type\""),
    ];
    for rule in &pack.rules {
        for example in &rule.invalid {
            let request = invalid_request(pack, example);
            let facts = example.facts.as_deref();
            for (what, old, new) in breaks {
                let broken = request.replacen(old, new, 1);
                if broken == request {
                    continue;
                }
                let (before, after) = (found(&request, facts, rule), found(&broken, facts, rule));
                if before != after {
                    hidden.push(format!(
                        "{}: {before} findings, {after} with {what}: {}",
                        rule.id, example.json
                    ));
                }
                let grammar = |f: &Finding<'_>| matches!(f.rule, "syntax-error" | "comment-in-json");
                let told = findings(&broken).iter().filter(|f| grammar(f)).count();
                assert_eq!(told, 1, "{}: {what} in {broken}", rule.id);
            }
        }
    }
    assert!(hidden.is_empty(), "\n{}\n", hidden.join("\n"));
}
