//! Which crate may use which, and what must stay out of the shipped ones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test that cannot go on says so

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// What each crate may use of the others; the way of the data, and no way back.
const MAY_USE: [(&str, &[&str]); 6] = [
    ("acklint-document", &[]),
    ("acklint-engine", &["acklint-document"]),
    ("acklint", &["acklint-document", "acklint-engine"]),
    ("acklint-report", &["acklint-document", "acklint-engine"]),
    ("acklint-wasm", &["acklint", "acklint-document", "acklint-engine"]),
    ("acklint-cli", &["acklint", "acklint-document", "acklint-engine", "acklint-report"]),
];
/// No part of the product.
const DEVELOPMENT: [&str; 2] = ["acklint-tests", "xtask"];

fn cargo(args: &[&str]) -> String {
    let run = Command::new(env!("CARGO"))
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
        .args(args)
        .output()
        .unwrap();
    assert!(run.status.success(), "cargo {}: {}", args.join(" "), String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

/// Each crate of the workspace, with those of its dependencies that users get, too.
fn crates() -> BTreeMap<String, BTreeSet<String>> {
    let text = cargo(&["metadata", "--locked", "--no-deps", "--format-version=1"]);
    let metadata: Value = serde_json::from_str(&text).unwrap();
    let name = |of: &Value| of["name"].as_str().unwrap_or_default().to_owned();
    let list = |of: &Value| of.as_array().cloned().unwrap_or_default();
    list(&metadata["packages"])
        .iter()
        .map(|package| {
            let shipped = list(&package["dependencies"]).into_iter().filter(|d| d["kind"] != "dev");
            (name(package), shipped.map(|dependency| name(&dependency)).collect())
        })
        .collect()
}

#[test]
fn dependencies_go_one_way() {
    let crates = crates();
    let known: BTreeSet<&str> = MAY_USE.iter().map(|(name, _)| *name).chain(DEVELOPMENT).collect();
    let names: BTreeSet<&str> = crates.keys().map(String::as_str).collect();
    assert_eq!(names, known, "every crate has its place in this test");
    for (name, may) in MAY_USE {
        for used in crates[name].iter().filter(|used| names.contains(used.as_str())) {
            assert!(may.contains(&used.as_str()), "{name} must not use {used}");
        }
    }
}

/// Whoever reads documents brings in no more than what looks at many bytes at a time.
#[test]
fn the_document_needs_little() {
    assert_eq!(crates()["acklint-document"], BTreeSet::from(["simdutf8".to_owned(), "wide".to_owned()]));
}

/// The lines of the resolved graph of a crate, features included.
fn graph(package: &str, more: &[&str]) -> BTreeSet<String> {
    let args = ["tree", "--locked", "--edges=normal,features", "--prefix=none", "--package", package];
    let text = cargo(&[&args, more].concat());
    assert!(text.contains("serde_json feature \"std\"") || package == "acklint-wasm", "{text}");
    text.lines().map(|line| line.trim_end_matches(" (*)").to_owned()).collect()
}

#[test]
fn serde_json_is_as_fast_as_it_can_be() {
    let features = ["preserve_order", "arbitrary_precision"].map(|f| format!("serde_json feature \"{f}\""));
    for (package, more) in [
        ("acklint", &["--all-features"][..]),
        ("acklint-cli", &[]),
        ("acklint-report", &["--all-features"]),
        ("acklint-wasm", &["--all-features"]),
    ] {
        let graph = graph(package, more);
        for feature in &features {
            assert!(!graph.contains(feature), "{package} switches on: {feature}");
        }
    }
}

#[test]
fn what_is_large_stays_out_of_the_module() {
    let all = graph("acklint-wasm", &[]);
    for name in ["regex", "toml", "schemars", "miette"] {
        assert!(!all.iter().any(|line| line.starts_with(&format!("{name} v"))), "acklint-wasm has {name}");
    }
}

#[test]
fn nothing_can_reach_a_network() {
    // The clients that others are built on.
    let clients =
        ["hyper", "reqwest", "ureq", "curl", "socket2", "mio", "tokio", "async-std", "rustls", "openssl"];
    for package in ["acklint", "acklint-cli", "acklint-report", "acklint-wasm"] {
        let graph = graph(package, &[]);
        for name in clients {
            assert!(!graph.iter().any(|line| line.starts_with(&format!("{name} v"))), "{package} has {name}");
        }
    }
}
