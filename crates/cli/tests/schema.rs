//! `acklint schema`: what is printed is what the schemas say.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test says so

mod common;

use common::Folder;
use jsonschema::Validator;
use serde_json::{Value, json};
use std::path::Path;

fn validator(folder: &Folder, of: &str) -> Validator {
    let said = folder.run(&["schema", "--of", of]);
    assert_eq!(said.code, 0, "{}", said.err);
    let schema: Value = serde_json::from_str(&said.out).expect("it is JSON");
    jsonschema::meta::validate(&schema).expect("it is a JSON Schema");
    jsonschema::validator_for(&schema).expect("it can be used")
}

fn faults(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|fault| format!("{}: {fault}", fault.instance_path())).collect()
}

fn requests(folder: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests").join(folder).to_string_lossy().into_owned()
}

#[test]
fn output_is_what_its_schema_says() {
    let folder = Folder::new();
    let output = validator(&folder, "output");
    let (bad, good, sample) = (requests("requests/bad"), requests("requests/good"), requests("page-sample"));
    let said = folder.run(&["check", &bad, &good, &sample, "--format", "json", "--explain-unknown"]);
    let mut report: Value = serde_json::from_str(&said.out).expect("it is JSON");
    assert!(report["files"].as_array().expect("files").len() > 80);
    assert!(said.out.contains("\"fixes\":[{") && said.out.contains("\"undecided\":[{"));
    assert_eq!(faults(&output, &report), Vec::<String>::new());
    // And it is a schema that can say no.
    report["files"][0]["findings"] = json!([{ "rule": 1 }]);
    assert!(!output.is_valid(&report));
    assert!(!output.is_valid(&json!({ "files": [] })));
}

#[test]
fn requests_without_faults_are_what_the_schema_says() {
    let folder = Folder::new();
    let request = validator(&folder, "request");
    let mut count = 0;
    for entry in std::fs::read_dir(requests("requests/good")).expect("requests") {
        let path = entry.expect("an entry").path();
        // Templates have holes, and comments are no JSON.
        let text = std::fs::read_to_string(&path).expect("a request");
        let Ok(value) = serde_json::from_str::<Value>(&text) else { continue };
        assert_eq!(faults(&request, &value), Vec::<String>::new(), "{}", path.display());
        count += 1;
    }
    assert!(count > 30, "{count}");
    assert!(!request.is_valid(&json!({ "master_count": "3" })));
    assert!(!request.is_valid(&json!([])));
}

#[test]
fn rule_files_are_what_the_schema_says() {
    let folder = Folder::new();
    let rules = validator(&folder, "rules");
    let pack = serde_json::to_value(acklint::builtin_pack()).expect("JSON");
    assert_eq!(faults(&rules, &pack), Vec::<String>::new());
    assert!(!rules.is_valid(&json!({ "rules": [{ "id": "no-more-than-an-id" }] })));
    let rule = validator(&folder, "rule");
    for one in pack["rules"].as_array().expect("rules") {
        assert_eq!(faults(&rule, one), Vec::<String>::new(), "{}", one["id"]);
    }
}
