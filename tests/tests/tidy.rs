//! What every file of the repository keeps to.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test that cannot go on says so

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

const MOST_LINES: usize = 400;

/// Tables and matches that grew over the limit; each still to be split along its own seams.
const LONGER: [&str; 3] = [
    "crates/engine/src/eval/texts.rs",
    "crates/engine/src/eval/view.rs",
    "crates/engine/src/pack/predicate.rs",
];
/// Made by a program, so that nobody reads them from top to bottom.
const GENERATED: [&str; 1] = ["crates/ack/src/model.rs"];
const HAND_WRITTEN: [&str; 7] = ["rs", "ts", "tsx", "css", "js", "mjs", "sh"];
/// Where packages may come from: the lock files of everyone name the same places.
const SOURCES: [&str; 2] =
    ["registry+https://github.com/rust-lang/crates.io-index", "https://registry.npmjs.org/"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

/// Committed files, and new ones that would be.
fn files() -> Vec<String> {
    let list = Command::new("git")
        .current_dir(root())
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .output()
        .unwrap();
    assert!(list.status.success(), "{}", String::from_utf8_lossy(&list.stderr));
    let names = String::from_utf8(list.stdout).unwrap();
    let names: BTreeSet<&str> = names.split('\0').filter(|name| !name.is_empty()).collect();
    assert!(names.len() > 300, "{} files", names.len());
    names.into_iter().filter(|name| root().join(name).is_file()).map(str::to_owned).collect()
}

/// Files that are text, with their text.
fn texts() -> impl Iterator<Item = (String, String)> {
    files().into_iter().filter_map(|name| {
        let text = String::from_utf8(std::fs::read(root().join(&name)).ok()?).ok()?;
        Some((name, text))
    })
}

fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

#[track_caller]
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn files_are_short() {
    let long: Vec<String> = texts()
        .filter(|(name, _)| HAND_WRITTEN.contains(&extension(name)) && !GENERATED.contains(&name.as_str()))
        .map(|(name, text)| (name, text.lines().count()))
        .filter(|(name, lines)| *lines > if LONGER.contains(&name.as_str()) { 520 } else { MOST_LINES })
        .map(|(name, lines)| format!("{name}: {lines} lines, at most {MOST_LINES} are allowed"))
        .collect();
    none(&long);
}

#[test]
fn nothing_is_left_to_do_and_no_machine_is_named() {
    // Put together, so that this file passes.
    let words = [
        ["TO", "DO"].concat(),
        ["FIX", "ME"].concat(),
        ["XXX", ":"].concat(),
        ["/ro", "ot/"].concat(),
        ["/ho", "me/"].concat(),
        ["/tm", "p/"].concat(),
        ["/Use", "rs/"].concat(),
    ];
    let mut found = vec![];
    for (name, text) in texts().filter(|(name, _)| !name.starts_with("tests/requests/")) {
        for (at, line) in text.lines().enumerate() {
            for word in words.iter().filter(|word| has_word(line, word)) {
                found.push(format!("{name}:{}: {word}", at + 1));
            }
        }
    }
    none(&found);
}

/// Whether a word stands in a line; a path only where it begins.
fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || "._-$}".contains(c))
    })
}

#[test]
fn packages_come_from_where_everyone_gets_them() {
    let mut found = vec![];
    for (name, text) in texts() {
        let lock = name.ends_with("Cargo.lock") || name.ends_with("package-lock.json");
        if extension(&name) == "npmrc" && text.contains("registry=") {
            found.push(format!("{name}: sets a registry"));
        }
        if name.starts_with(".cargo/") && (text.contains("[source") || text.contains("[registries")) {
            found.push(format!("{name}: sets a registry"));
        }
        for line in text.lines().filter(|_| lock) {
            let source = line.trim_start();
            if ["source = ", "\"resolved\""].iter().any(|start| source.starts_with(start))
                && !SOURCES.iter().any(|known| line.contains(known))
            {
                found.push(format!("{name}: {source}"));
            }
        }
    }
    none(&found);
}

#[test]
fn every_rule_file_is_named_by_its_id() {
    let mut found = vec![];
    let (mut rules, mut ids) = (0, BTreeSet::new());
    for (name, text) in texts() {
        let parts: Vec<&str> = name.split('/').collect();
        let ["rules", "ack", topic, file] = parts.as_slice() else { continue };
        if ["fields", "known", "baselines"].contains(topic) || *file == "pack.toml" {
            continue;
        }
        rules += 1;
        let id = text.lines().find_map(|line| line.strip_prefix("id")?.trim_start().strip_prefix("= "));
        let id = id.and_then(|id| id.split('"').nth(1)).unwrap_or_default();
        if file.strip_suffix(".toml") != Some(id) {
            found.push(format!("{name}: the rule is called {id:?}"));
        }
        if !ids.insert(id.to_owned()) {
            found.push(format!("{name}: another rule is called {id}, too"));
        }
    }
    assert!(rules > 80, "{rules} rules");
    none(&found);
}
