//! Which mutants survive: details of rules that no example depends on.

use super::{mutants, prove, shared_mutants};
use crate::compile::compile;
use crate::pack::{Pack, Rule};
use std::collections::BTreeSet;

/// Mutants of a rule that no example of it breaks, and excuses that excuse nothing; in words.
pub fn survivors(pack: &Pack, rule: &Rule) -> Vec<String> {
    let mut used = BTreeSet::new();
    let mut out = vec![];
    let mut alone = Pack { rules: vec![], ..pack.clone() };
    for mutant in mutants(pack, rule) {
        alone.rules = vec![mutant.rule.clone()];
        let killed = match compile(&[&alone]) {
            Err(_) => true,
            Ok(program) => !prove(&alone, &program, &mutant.rule, true).is_empty(),
        };
        let excuse = rule.same.iter().position(|s| match s.change.strip_suffix('*') {
            Some(start) => mutant.change.starts_with(start),
            None => s.change == mutant.change,
        });
        match (killed, excuse) {
            (false, None) => out.push(format!("no example depends on: {}", mutant.change)),
            (false, Some(at)) => {
                used.insert(at);
            }
            (true, _) => {}
        }
    }
    for (at, same) in rule.same.iter().enumerate().filter(|(at, _)| !used.contains(at)) {
        out.push(format!("`same` entry {at} excuses nothing: {}", same.change));
    }
    out
}

/// Mutants of shared conditions and formats that no rule's example breaks; in words.
pub fn shared_survivors(pack: &Pack) -> Vec<String> {
    let mut out = vec![];
    for (name, change, mutant) in shared_mutants(pack) {
        // Only rules that use it, directly or through another shared one, can tell.
        let users: Vec<Rule> =
            mutant.rules.iter().filter(|r| format!("{r:?}").contains("Holds(")).cloned().collect();
        let alone = Pack { rules: users, ..mutant };
        let killed = match compile(&[&alone]) {
            Err(_) => true,
            Ok(program) => alone.rules.iter().any(|r| !prove(&alone, &program, r, true).is_empty()),
        };
        if !killed {
            out.push(format!("{name}: no example of any rule depends on: {change}"));
        }
    }
    out
}
