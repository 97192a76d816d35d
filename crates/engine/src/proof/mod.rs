//! Proof that rules do what they say: their examples are run, and every mutant of a rule must break one.

mod merge;
mod mutate;
mod survive;

pub use mutate::{Mutant, mutants, shared_mutants};
pub use survive::{shared_survivors, survivors};

use crate::check::{Options, Scratch, check};
use crate::finding::{Finding, Findings, Level, Safety};
use crate::pack::{Example, InvalidExample, Pack, Rule};
use crate::program::Program;
use acklint_document::Document;
use std::collections::{BTreeMap, BTreeSet};

/// The list whose items in examples grow out of the baseline's first item.
const EXTENDED: &str = "nodepools";

/// The whole request a valid example stands for.
pub fn valid_request(pack: &Pack, example: &Example) -> String {
    request(pack, example.base.as_deref(), &repeated(&example.json, &example.repeat))
}

/// The whole request an invalid example stands for.
pub fn invalid_request(pack: &Pack, example: &InvalidExample) -> String {
    request(pack, example.base.as_deref(), &repeated(&example.json, &example.repeat))
}

fn repeated(json: &str, words: &BTreeMap<String, (String, usize)>) -> String {
    words.iter().fold(json.to_owned(), |json, (word, (text, times))| json.replace(word, &text.repeat(*times)))
}

/// A change laid over a baseline.
pub fn request(pack: &Pack, base: Option<&str>, json: &str) -> String {
    match pack.baselines.get(base.unwrap_or("default")) {
        Some(text) => merge::merge(text, json, EXTENDED),
        None => json.to_owned(),
    }
}

/// Findings of a request, with what is known besides it.
pub fn run(program: &Program, request: &str, facts: Option<&str>) -> Findings {
    let (mut doc, mut findings) = (Document::parse(request), Findings::new());
    facts.map(|facts| doc.attach(facts));
    check(program, &mut doc, &Options::default(), &mut Scratch::default(), &mut findings);
    findings
}

/// Runs the examples of one rule. `only` holds the rule alone if other rules do not matter.
///
/// Returns what is wrong, in words; empty if nothing is.
pub fn prove(pack: &Pack, program: &Program, rule: &Rule, alone: bool) -> Vec<String> {
    let mut faults = vec![];
    if rule.valid.is_empty() || rule.invalid.is_empty() {
        faults.push("a rule has valid and invalid examples".to_owned());
    }
    let id = if pack.name.is_empty() { rule.id.clone() } else { format!("{}/{}", pack.name, rule.id) };
    for example in &rule.valid {
        let text = valid_request(pack, example);
        let facts = example.facts.as_deref();
        faults.extend(sound(facts));
        let findings = run(program, &text, facts);
        if let Some(f) = findings.iter().find(|f| f.rule == id) {
            faults.push(format!("valid example {} gives `{}` at {}", example.json, f.message, f.pointer));
        }
        if findings.iter().any(|f| f.rule == "syntax-error") {
            faults.push(format!("valid example {} is not JSON", example.json));
        }
    }
    for example in &rule.invalid {
        let text = invalid_request(pack, example);
        let facts = example.facts.as_deref();
        faults.extend(sound(facts));
        let findings = run(program, &text, facts);
        let own: Vec<Finding<'_>> = findings.iter().filter(|f| f.rule == id).collect();
        match own.as_slice() {
            [finding] => faults.extend(compare(example, finding, &text)),
            found => faults.push(format!("invalid example {} gives {} findings", example.json, found.len())),
        }
        if !alone {
            faults.extend(others(pack, program, &id, example, &findings));
            faults.extend(own.iter().flat_map(|f| fixes(program, &text, &findings, f, example)));
        }
    }
    faults
}

/// What is wrong with the facts of an example.
fn sound(facts: Option<&str>) -> Option<String> {
    let facts = facts?;
    let broken = Document::new().attach(facts).is_none();
    broken.then(|| format!("the facts of an example are not JSON: {facts}"))
}

fn compare(example: &InvalidExample, finding: &Finding<'_>, text: &str) -> Vec<String> {
    let mut faults = vec![];
    let json = &example.json;
    if finding.pointer != example.at {
        faults.push(format!("invalid example {json} points at {:?}, not {:?}", finding.pointer, example.at));
    }
    let related: Vec<&str> = finding.related.iter().map(|r| r.pointer).collect();
    if let Some(want) = &example.related
        && related != want.iter().map(String::as_str).collect::<Vec<_>>()
    {
        faults.push(format!("invalid example {json} relates to {related:?}, not {want:?}"));
    }
    if let Some(says) = &example.says
        && *says != finding.message
    {
        faults.push(format!("invalid example {json} says `{}`, not `{says}`", finding.message));
    }
    let marked = text.get(finding.span.start as usize..finding.span.end as usize).unwrap_or_default();
    if let Some(marks) = &example.marks
        && marks != marked
    {
        faults.push(format!("invalid example {json} marks `{marked}`, not `{marks}`"));
    }
    faults
}

/// One fault, one finding: no other rule speaks than on the baseline.
fn others(
    pack: &Pack,
    program: &Program,
    id: &str,
    example: &InvalidExample,
    findings: &Findings,
) -> Vec<String> {
    let base = run(program, &request(pack, example.base.as_deref(), "{}"), example.facts.as_deref());
    let usual: BTreeSet<&str> = base.iter().map(|f| f.rule).collect();
    let said: BTreeSet<&str> = findings.iter().map(|f| f.rule).collect();
    let mut faults = vec![];
    for rule in said.iter().filter(|r| **r != id && !usual.contains(**r)) {
        if !example.with.iter().any(|w| w == rule) {
            let message = findings.iter().find(|f| f.rule == *rule).map(|f| f.message);
            faults.push(format!(
                "invalid example {} also gives {rule}: {}",
                example.json,
                message.unwrap_or("")
            ));
        }
    }
    for with in example.with.iter().filter(|w| !said.contains(w.as_str())) {
        faults.push(format!("invalid example {} does not give {with}, as `with` says", example.json));
    }
    faults
}

/// A fix ends its finding; a safe one brings no error.
fn fixes(
    program: &Program,
    text: &str,
    before: &Findings,
    finding: &Finding<'_>,
    example: &InvalidExample,
) -> Vec<String> {
    let mut faults = vec![];
    for fix in finding.fixes {
        let Some(fixed) = fix.apply(text) else {
            faults.push(format!("`{}` of {} has edits that overlap", fix.title, example.json));
            continue;
        };
        let after = run(program, &fixed, example.facts.as_deref());
        if after.iter().any(|f| f.rule == finding.rule && f.pointer == finding.pointer) {
            faults.push(format!("`{}` does not end the finding of {}", fix.title, example.json));
        }
        let errors = |list: &Findings| list.iter().filter(|f| f.level == Level::Error).count();
        if fix.safety == Safety::Safe && errors(&after) > errors(before) {
            faults.push(format!("`{}` of {} is not safe: it brings an error", fix.title, example.json));
        }
        if after.iter().any(|f| f.rule == "syntax-error") {
            faults.push(format!("`{}` of {} breaks the JSON", fix.title, example.json));
        }
    }
    faults
}
