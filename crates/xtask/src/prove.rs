//! `cargo xtask prove [RULE…]`: examples and mutants of rules, in seconds, while one writes them.

use crate::bake::{read_pack, report, root};
use acklint_engine::compile;
use acklint_engine::load::load;
use acklint_engine::pack::{Pack, Rule};
use acklint_engine::proof::{mutants, prove, shared_mutants};
use std::collections::BTreeSet;
use std::error::Error;

/// Proves the rules named, or all.
pub(crate) fn run(ids: &[&str]) -> Result<(), Box<dyn Error>> {
    let mut files = read_pack(&root().join("rules/ack"))?;
    // `network/` proves one folder, whatever state the others are in.
    let topics: Vec<&str> = ids.iter().copied().filter(|id| id.ends_with('/')).collect();
    if !topics.is_empty() {
        let shared = ["fields/", "known/", "baselines/"];
        files
            .retain(|f| !f.name.contains('/') || shared.iter().chain(&topics).any(|t| f.name.starts_with(t)));
    }
    let ids: Vec<&str> = ids.iter().copied().filter(|id| !id.ends_with('/')).collect();
    let texts = files.clone();
    let pack = load(files).map_err(|e| report(&e, &texts))?;
    pack.compile(&[]).map_err(|e| report(&e, &texts))?;
    let faults = faults(&pack.pack, &ids, topics.is_empty())?;
    for fault in &faults {
        println!("{fault}");
    }
    if faults.is_empty() { Ok(()) } else { Err(format!("{} faults", faults.len()).into()) }
}

/// Everything unproved or wrong, one line each.
pub(crate) fn faults(pack: &Pack, ids: &[&str], shared: bool) -> Result<Vec<String>, Box<dyn Error>> {
    let program = compile(&[pack]).map_err(|e| format!("{e:?}"))?;
    let mut out = vec![];
    for rule in pack.rules.iter().filter(|r| ids.is_empty() || ids.contains(&r.id.as_str())) {
        out.extend(prove(pack, &program, rule, false).into_iter().map(|f| format!("{}: {f}", rule.id)));
        out.extend(survivors(pack, rule).into_iter().map(|f| format!("{}: {f}", rule.id)));
    }
    if ids.is_empty() && shared {
        out.extend(shared_survivors(pack));
    }
    Ok(out)
}

/// Mutants that no example breaks.
fn survivors(pack: &Pack, rule: &Rule) -> Vec<String> {
    let mut used = BTreeSet::new();
    let mut out = vec![];
    for mutant in mutants(pack, rule) {
        let alone = Pack { rules: vec![mutant.rule.clone()], ..pack.clone() };
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

/// Mutants of shared conditions and formats that no rule's example breaks.
fn shared_survivors(pack: &Pack) -> Vec<String> {
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
