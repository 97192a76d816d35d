//! Every rule of the committed pack is proved: its examples say what they should, and no detail of it can be
//! changed without an example noticing. And the pack holds what the catalogue lists.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test that cannot go on says so

use acklint_engine::pack::{Pack, Rule};
use acklint_engine::proof::{prove, shared_survivors, survivors};
use acklint_engine::{OWN_RULES, Program};
use acklint_tests::path;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Everything unproved or wrong about one rule, or about what the rules share.
fn faults(pack: &Pack, program: &Program, rule: Option<&Rule>) -> Vec<String> {
    let Some(rule) = rule else { return shared_survivors(pack) };
    let found = prove(pack, program, rule, false).into_iter().chain(survivors(pack, rule));
    found.map(|fault| format!("{}: {fault}", rule.id)).collect()
}

#[test]
fn every_example_holds_and_every_mutant_dies() {
    let pack = acklint::builtin_pack();
    let program = acklint::builtin_program();
    // The longest first.
    let jobs: Vec<Option<&Rule>> = std::iter::once(None).chain(pack.rules.iter().map(Some)).collect();
    let (next, found) = (AtomicUsize::new(0), Mutex::new(vec![]));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let faults = faults(pack, program, *job);
                    found.lock().unwrap().extend(faults);
                }
            });
        }
    });
    let mut found = found.into_inner().unwrap();
    found.sort_unstable();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn the_pack_holds_the_catalogue() {
    let table = std::fs::read_to_string(path("catalogue.tsv")).unwrap();
    let rows: Vec<(&str, &str)> = table.lines().filter_map(|line| line.split_once('\t')).collect();
    assert_eq!(rows.len(), 136);
    let pack = acklint::builtin_pack().rules.iter().map(|r| (r.id.as_str(), r.level));
    let own = OWN_RULES.iter().map(|r| (r.id, r.level));
    let levels: BTreeMap<&str, &str> = pack.chain(own).map(|(id, level)| (id, level.as_str())).collect();
    // A rule beyond the catalogue is welcome: its examples prove it as they prove the others.
    let mut found = vec![];
    for (id, level) in &rows {
        match levels.get(id) {
            Some(is) if is == level => {}
            Some(is) => found.push(format!("{id}: {is}, in the catalogue {level}")),
            None => found.push(format!("{id}: no such rule")),
        }
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// The page is not part of the repository; where it is at hand, the committed list says the same.
#[test]
fn the_list_of_ids_is_that_of_the_catalogue() {
    let Ok(page) = std::fs::read_to_string(path("../../shared/spec/catalogue.md")) else {
        println!("not compared: catalogue.md is not at hand");
        return;
    };
    let mut rows = BTreeMap::new();
    for line in page.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let ["", ids, level, ..] = cells.as_slice() else { continue };
        let level = level.split([' ', '(']).next().unwrap_or_default();
        if matches!(level, "error" | "warning" | "info") {
            // A finding that comes along with another: warning `byte-order-mark`.
            let along = line.split_once("warning `").and_then(|(_, rest)| rest.split_once('`'));
            rows.extend(along.map(|(id, _)| (id.to_owned(), "warning".to_owned())));
            rows.extend(ids.split([',', '/']).map(|id| (id.trim().to_owned(), level.to_owned())));
        }
    }
    let table = std::fs::read_to_string(path("catalogue.tsv")).unwrap();
    let pair = |(id, level): (&str, &str)| (id.to_owned(), level.to_owned());
    let committed: BTreeMap<String, String> =
        table.lines().filter_map(|l| l.split_once('\t')).map(pair).collect();
    assert_eq!(rows, committed);
}
