//! Applies fixes until there is nothing more to apply.

use crate::finding::{Finding, Fix, Level, Safety};
use acklint_document::{Edit, Span, apply_edits};

/// A fix can make room for another, as in `{{1,,},}`; more rounds than this are a rule at odds with itself.
const MOST_ROUNDS: usize = 10;

/// A text after its fixes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The text; what it was if nothing applied.
    pub text: String,
    /// Number of fixes that were applied.
    pub applied: usize,
    /// Number of fixes left out, because with them the request would have an error that it has not without.
    pub held_back: usize,
    /// Number of times fixes were applied together.
    pub rounds: usize,
}

/// Errors by rule and pointer, sorted.
type Errors = Vec<(String, String)>;
/// A fix, wherever the text around it has moved.
type Name = (String, String, String);

/// Applies all safe fixes, and with `risky` those that may change the meaning. The choices of several ways out
/// are the writer's. The result has no error that the text did not have. `check` is a check of a text.
///
/// ```
/// # use acklint_engine::{Options, Program, Scratch, check, fix};
/// # use acklint_document::Document;
/// let program = Program::default();
/// let fixed = fix("{\"a\": 1,}", false, &mut |text| {
///     check(&program, &mut Document::parse(text), &Options::default(), &mut Scratch::default())
/// });
/// assert_eq!((fixed.text.as_str(), fixed.applied), ("{\"a\": 1}", 1));
/// ```
pub fn fix(text: &str, risky: bool, check: &mut dyn FnMut(&str) -> Vec<Finding>) -> Fixed {
    let mut findings = check(text);
    let known = errors(&findings);
    let mut state = Fixed { text: text.to_owned(), applied: 0, held_back: 0, rounds: 0 };
    let mut refused: Vec<Name> = vec![];
    while state.rounds < MOST_ROUNDS {
        let batch = batch(&findings, risky, &refused);
        if batch.is_empty() {
            break;
        }
        let mut judge = Judge { check, known: &known, text: &state.text };
        let (text, after, kept) = judge.apply(&batch, &mut refused);
        state.held_back = refused.len();
        if let (Some(text), Some(after)) = (text, after) {
            state.rounds += 1;
            state.applied += kept;
            state.text = text;
            findings = after;
        }
    }
    state
}

struct Judge<'j> {
    check: &'j mut dyn FnMut(&str) -> Vec<Finding>,
    known: &'j Errors,
    text: &'j str,
}

impl Judge<'_> {
    /// Applies all fixes at once, or, if that adds an error, one by one without the culprits. Gives the text
    /// and its findings, if a fix was applied, and how many were.
    fn apply(
        &mut self,
        batch: &[(Name, &Fix)],
        refused: &mut Vec<Name>,
    ) -> (Option<String>, Option<Vec<Finding>>, usize) {
        let mut edits: Vec<Edit> = batch.iter().flat_map(|(_, fix)| fix.edits.iter().cloned()).collect();
        if let Some((text, findings)) = self.try_out(&edits) {
            return (Some(text), Some(findings), batch.len());
        }
        edits.clear();
        let (mut text, mut findings, mut kept) = (None, None, 0);
        for (name, fix) in batch {
            let before = edits.len();
            edits.extend(fix.edits.iter().cloned());
            if let Some((better, after)) = self.try_out(&edits) {
                (text, findings) = (Some(better), Some(after));
                kept += 1;
            } else {
                edits.truncate(before);
                refused.push(name.clone());
            }
        }
        (text, findings, kept)
    }

    /// The text with these edits and its findings, unless there is a new error among them.
    fn try_out(&mut self, edits: &[Edit]) -> Option<(String, Vec<Finding>)> {
        let text = apply_edits(self.text, edits)?;
        let findings = (self.check)(&text);
        let mut known = self.known.iter();
        let none_new = errors(&findings).iter().all(|error| known.any(|k| k == error));
        none_new.then_some((text, findings))
    }
}

/// The fixes that can be applied together, in text order: of each finding the best that may be applied.
fn batch<'f>(findings: &'f [Finding], risky: bool, refused: &[Name]) -> Vec<(Name, &'f Fix)> {
    let mut batch: Vec<(Name, &Fix)> = vec![];
    let mut taken: Vec<Span> = vec![];
    for finding in findings {
        let allowed = |fix: &&Fix| match fix.safety {
            Safety::Safe => true,
            Safety::Unsafe => risky,
            Safety::Choice => false,
        };
        for fix in finding.fixes.iter().filter(allowed).filter(|fix| !fix.edits.is_empty()) {
            let name = (finding.rule.clone(), finding.pointer.clone(), fix.title.clone());
            if refused.contains(&name) || fix.edits.iter().any(|edit| clashes(edit, &taken)) {
                continue;
            }
            for edit in &fix.edits {
                taken.insert(taken.partition_point(|other| *other < edit.span), edit.span);
            }
            batch.push((name, fix));
            break;
        }
    }
    batch
}

/// Whether an edit cannot be applied with those `taken`, which are sorted, or only in an order that nobody gave.
fn clashes(edit: &Edit, taken: &[Span]) -> bool {
    // They do not overlap each other, so the last one that begins early enough reaches furthest.
    let before = taken.partition_point(|other| other.start <= edit.span.end);
    taken.get(..before).and_then(<[Span]>::last).is_some_and(|other| other.end >= edit.span.start)
}

fn errors(findings: &[Finding]) -> Errors {
    let errors = findings.iter().filter(|finding| finding.level == Level::Error);
    let mut errors: Errors = errors.map(|f| (f.rule.clone(), f.pointer.clone())).collect();
    errors.sort_unstable();
    errors
}
