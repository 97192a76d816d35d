//! `cargo xtask prove [RULE…]`: examples and mutants of rules, in seconds, while one writes them.

use crate::bake::{read_pack, report, root};
use acklint_engine::compile;
use acklint_engine::load::load;
use acklint_engine::pack::Pack;
use acklint_engine::proof::{prove, shared_survivors, survivors};
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
    match faults.len() {
        0 => Ok(()),
        1 => Err("1 fault".into()),
        more => Err(format!("{more} faults").into()),
    }
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
