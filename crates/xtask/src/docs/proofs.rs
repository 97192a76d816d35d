//! What proves a rule, in numbers.

use crate::bake::root;
use acklint_engine::pack::{Pack, Rule};
use acklint_engine::proof::mutants;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;

/// What proves a rule.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Proof {
    pub(super) valid: usize,
    pub(super) invalid: usize,
    /// Changes of the rule that an example notices; the test of the rules holds that it is so.
    pub(super) mutants: usize,
    /// Whole requests in whose expected findings it stands.
    pub(super) requests: usize,
}

/// The proofs of all rules, by id.
pub(super) fn of(pack: &Pack) -> Result<BTreeMap<String, Proof>, Box<dyn Error>> {
    let mut proofs: BTreeMap<String, Proof> =
        pack.rules.iter().map(|rule| (rule.id.clone(), of_rule(pack, rule))).collect();
    for folder in ["tests/requests/bad", "tests/page-sample"] {
        for entry in fs::read_dir(root().join(folder))? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            // The page's sample is told in both languages; it counts once.
            if name.ends_with(".txt") && !name.contains(".zh.") {
                for id in rules_in(&fs::read_to_string(&path)?) {
                    proofs.entry(id).or_default().requests += 1;
                }
            }
        }
    }
    Ok(proofs)
}

fn of_rule(pack: &Pack, rule: &Rule) -> Proof {
    let excused = |change: &str| {
        rule.same.iter().any(|same| match same.change.strip_suffix('*') {
            Some(start) => change.starts_with(start),
            None => same.change == change,
        })
    };
    let killed = mutants(pack, rule).into_iter().filter(|mutant| !excused(&mutant.change)).count();
    Proof { valid: rule.valid.len(), invalid: rule.invalid.len(), mutants: killed, requests: 0 }
}

/// The rules that expected findings name in brackets, each once.
fn rules_in(findings: &str) -> Vec<String> {
    let named = findings.lines().filter_map(|line| line.split_once('[')?.1.split_once(']').map(|(id, _)| id));
    let id = |text: &&str| text.len() > 3 && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    let mut ids: Vec<String> = named.filter(id).map(str::to_owned).collect();
    ids.sort();
    ids.dedup();
    ids
}
