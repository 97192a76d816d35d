//! `cargo xtask coverage [--check]`: every sentence of the page's table is held by rules, or has a reason.

use crate::bake::{Mode, output, root};
use acklint_engine::OWN_RULES;
use acklint_engine::pack::Pack;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;

const FILE: &str = "rules/ack/coverage.toml";
/// Beside the workspace or further up, if at hand; the page is not part of it.
const PAGE: &str = "shared/spec/create-cluster-dedicated.zh.txt";
const HEAD: &str =
    "# Which rules hold which sentence of the page's table of request parameters, or why none can.
# A sentence is known by its field, its place in the description and a hash (FNV-1a, 32 bits).
# `cargo xtask coverage --check` walks the page where it is at hand.
";

/// The data file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Coverage {
    sentences: Vec<Entry>,
}

/// One sentence.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    field: String,
    ordinal: usize,
    hash: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    rules: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

/// Checks the entries, or brings them in line with the page.
pub(crate) fn run(mode: Mode) -> Result<(), Box<dyn Error>> {
    let file = read()?;
    let here = root().canonicalize()?;
    let page = here.ancestors().find_map(|folder| fs::read_to_string(folder.join(PAGE)).ok());
    if mode == Mode::Write {
        let page = page.ok_or_else(|| format!("{PAGE} is not at hand"))?;
        return output(mode, FILE, renewed(&file, &sentences(&page)).as_bytes());
    }
    let pack: Pack = serde_json::from_str(&fs::read_to_string(root().join("crates/ack/pack.json"))?)?;
    let mut faults = entries(&file, &pack);
    if let Some(page) = page {
        faults.extend(compare(&file, &sentences(&page)));
    }
    if faults.is_empty() { Ok(()) } else { Err(format!("{FILE}:\n{}", faults.join("\n")).into()) }
}

/// The data file as JSON, for the pack.
pub(crate) fn json() -> Result<String, Box<dyn Error>> {
    Ok(format!("{}\n", serde_json::to_string_pretty(&read()?)?))
}

fn read() -> Result<Coverage, Box<dyn Error>> {
    Ok(toml::from_str(&fs::read_to_string(root().join(FILE))?)?)
}

/// Entries that say nothing, or name rules that do not exist.
fn entries(file: &Coverage, pack: &Pack) -> Vec<String> {
    let mut faults = vec![];
    for entry in &file.sentences {
        let at = format!("{} {}", entry.field, entry.ordinal);
        if entry.rules.is_empty() && entry.reason.as_ref().is_none_or(String::is_empty) {
            faults.push(format!("{at}: neither rules nor a reason"));
        }
        for id in &entry.rules {
            if !pack.rules.iter().any(|r| r.id == *id) && !OWN_RULES.iter().any(|r| r.id == id) {
                faults.push(format!("{at}: no rule {id}"));
            }
        }
    }
    faults
}

/// Sentences without an entry, entries without a sentence, and hashes of sentences that changed.
fn compare(file: &Coverage, page: &[Entry]) -> Vec<String> {
    let keyed = |list: &[Entry]| -> BTreeMap<(String, usize), String> {
        list.iter().map(|e| ((e.field.clone(), e.ordinal), e.hash.clone())).collect()
    };
    let (ours, theirs) = (keyed(&file.sentences), keyed(page));
    let mut faults = vec![];
    if ours.len() < file.sentences.len() {
        faults.push("a sentence has two entries".to_owned());
    }
    for ((field, ordinal), hash) in &theirs {
        match ours.get(&(field.clone(), *ordinal)) {
            None => faults.push(format!("{field} {ordinal}: no entry for this sentence")),
            Some(old) if old != hash => {
                faults.push(format!("{field} {ordinal}: the sentence has changed ({old}, now {hash})"));
            }
            Some(_) => {}
        }
    }
    for (field, ordinal) in ours.keys().filter(|key| !theirs.contains_key(*key)) {
        faults.push(format!("{field} {ordinal}: the page has no such sentence"));
    }
    faults
}

/// The file for this page: a sentence that is still there keeps its judgement, a new one waits for it.
fn renewed(file: &Coverage, page: &[Entry]) -> String {
    let mut out = HEAD.to_owned();
    for entry in page {
        let same = |old: &&Entry| old.field == entry.field && old.hash == entry.hash;
        let old = file.sentences.iter().find(|old| same(old) && old.ordinal == entry.ordinal);
        let old = old.or_else(|| file.sentences.iter().find(same));
        let _ = write!(
            out,
            "\n[[sentences]]\nfield = {:?}\nordinal = {}\nhash = {:?}\n",
            entry.field, entry.ordinal, entry.hash
        );
        let Some(old) = old else { continue };
        if !old.rules.is_empty() {
            let _ = writeln!(out, "rules = {:?}", old.rules);
        }
        if let Some(reason) = &old.reason {
            let _ = writeln!(out, "reason = {reason:?}");
        }
    }
    out
}

/// All sentences of the table, in its order.
fn sentences(page: &str) -> Vec<Entry> {
    let lines: Vec<&str> = page
        .lines()
        .map(str::trim)
        .skip_while(|line| *line != "请求参数")
        .take_while(|line| *line != "响应体语法")
        .filter(|line| !line.is_empty())
        .collect();
    let begins = |at: usize| {
        lines.get(at).is_some_and(|line| is_name(line)) && lines.get(at + 1).is_some_and(|line| is_type(line))
    };
    let mut out: Vec<Entry> = vec![];
    let mut at = 0;
    while at < lines.len() {
        // The table's headings, before its first row.
        if !begins(at) {
            at += 1;
            continue;
        }
        let field = lines.get(at).copied().unwrap_or_default();
        let example = lines.get(at + 1).is_none_or(|kind| !is_list_of_objects(kind));
        at += if example { 3 } else { 2 };
        let mut ordinal = 0;
        while at < lines.len() && !begins(at) {
            let line = lines.get(at).map_or("", |line| line.trim_start_matches('•'));
            at += 1;
            if HEADINGS.contains(&line) {
                continue;
            }
            for sentence in line.split(['。', '；']).map(str::trim).filter(|s| !s.is_empty()) {
                ordinal += 1;
                let hash = format!("{:08x}", fnv(sentence));
                out.push(Entry { field: field.to_owned(), ordinal, hash, ..Entry::default() });
            }
        }
    }
    out
}

/// Sections of the table, and what stands above a note.
const HEADINGS: [&str; 7] = ["网络参数", "高级选项", "Master配置", "组件配置", "节点池配置", "重要", "说明"];

fn is_name(line: &str) -> bool {
    line.starts_with(|c: char| c.is_ascii_lowercase())
        && line.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

fn is_type(line: &str) -> bool {
    matches!(line, "String" | "Long" | "Boolean" | "runtime") || line.starts_with("Array of ")
}

/// Rows of such fields have no example.
fn is_list_of_objects(line: &str) -> bool {
    line.strip_prefix("Array of ").is_some_and(|item| item != "String")
}

/// FNV-1a of 32 bits.
fn fnv(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
