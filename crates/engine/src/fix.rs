//! Applies fixes until there is nothing more to apply.

use crate::finding::{Findings, Fix, Level, Safety};
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

/// Rules about the grammar of the text. Their fixes are repairs: what one brings to light was there before, only
/// nobody could read it.
const GRAMMAR: [&str; 4] = ["syntax-error", "trailing-comma", "comment-in-json", "byte-order-mark"];

/// Errors by rule and pointer, sorted.
type Errors = Vec<(String, String)>;
/// A fix, wherever the text around it has moved.
type Name = (String, String, String);

/// Applies all safe fixes, and with `risky` those that may change the meaning. The choices of several ways out
/// are the writer's. The result has no error that the text did not have, but for those that show only once the
/// text can be read. `check` is a check of a text.
///
/// ```
/// # use acklint_engine::{Findings, Options, Program, Scratch, check, fix};
/// # use acklint_document::Document;
/// let (program, mut scratch, mut findings) = (Program::default(), Scratch::default(), Findings::new());
/// let fixed = fix("{\"a\": 1,}", false, &mut |text| {
///     let mut doc = Document::parse(text);
///     check(&program, &mut doc, &Options::default(), &mut scratch, &mut findings);
///     findings.clone()
/// });
/// assert_eq!((fixed.text.as_str(), fixed.applied), ("{\"a\": 1}", 1));
/// ```
pub fn fix(text: &str, risky: bool, check: &mut dyn FnMut(&str) -> Findings) -> Fixed {
    let mut findings = check(text);
    let mut known = errors(&findings);
    let mut state = Fixed { text: text.to_owned(), applied: 0, held_back: 0, rounds: 0 };
    let mut refused: Vec<Name> = vec![];
    // How many fixes had been applied when those refused were last given another chance.
    let mut tried = 0;
    while state.rounds < MOST_ROUNDS {
        let batch = batch(&findings, risky, &refused);
        if batch.is_empty() {
            if refused.is_empty() || tried == state.applied {
                break;
            }
            // What was applied since may have made room for what was refused.
            tried = state.applied;
            refused.clear();
            continue;
        }
        let repair = batch.iter().any(|(name, _)| is_repair(name));
        let mut judge = Judge { check, known: &known, text: &state.text, repair };
        let (text, after, kept) = judge.apply(&batch, &mut refused);
        if let (Some(text), Some(after)) = (text, after) {
            if repair {
                // What counts as new, and so which fixes are refused, is another question now.
                known = errors(&after);
                refused.clear();
            }
            state.rounds += 1;
            state.applied += kept;
            state.text = text;
            findings = after;
        }
        state.held_back = refused.len();
    }
    state
}

struct Judge<'j> {
    check: &'j mut dyn FnMut(&str) -> Findings,
    known: &'j Errors,
    text: &'j str,
    /// The fixes are repairs of the text.
    repair: bool,
}

impl Judge<'_> {
    /// Applies all fixes at once, or, if that adds an error, one by one without the culprits. Gives the text
    /// and its findings, if a fix was applied, and how many were.
    fn apply(
        &mut self,
        batch: &[(Name, Fix<'_>)],
        refused: &mut Vec<Name>,
    ) -> (Option<String>, Option<Findings>, usize) {
        let mut edits: Vec<Edit> = batch.iter().flat_map(|(_, fix)| fix.edits).map(Edit::from).collect();
        if let Some((text, findings)) = self.try_out(&edits) {
            return (Some(text), Some(findings), batch.len());
        }
        edits.clear();
        let (mut text, mut findings, mut kept) = (None, None, 0);
        for (name, fix) in batch {
            let before = edits.len();
            edits.extend(fix.edits.iter().map(Edit::from));
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
    fn try_out(&mut self, edits: &[Edit]) -> Option<(String, Findings)> {
        let text = apply_edits(self.text, edits)?;
        let findings = (self.check)(&text);
        let found = errors(&findings);
        let good = if self.repair {
            let broken = |errors: &Errors| errors.iter().filter(|error| is_grammar(&error.0)).count();
            broken(&found) <= broken(self.known)
        } else {
            let mut known = self.known.iter();
            found.iter().all(|error| known.any(|k| k == error))
        };
        good.then_some((text, findings))
    }
}

fn is_grammar(rule: &str) -> bool {
    GRAMMAR.contains(&rule)
}

fn is_repair((rule, _, _): &Name) -> bool {
    is_grammar(rule)
}

/// The fixes that can be applied together, in text order: of each finding the best that may be applied. Repairs
/// come first, and alone: the others are for a text that can be read.
fn batch<'f>(findings: &'f Findings, risky: bool, refused: &[Name]) -> Vec<(Name, Fix<'f>)> {
    let mut batch: Vec<(Name, Fix<'_>)> = vec![];
    let mut taken: Vec<Span> = vec![];
    for finding in findings {
        let allowed = |fix: &Fix<'_>| match fix.safety {
            Safety::Safe => true,
            Safety::Unsafe => risky,
            Safety::Choice => false,
        };
        for fix in finding.fixes.iter().filter(allowed).filter(|fix| !fix.edits.is_empty()) {
            let name = (finding.rule.to_owned(), finding.pointer.to_owned(), fix.title.to_owned());
            if refused.contains(&name) || fix.edits.iter().any(|edit| clashes(edit.span, &taken)) {
                continue;
            }
            for edit in fix.edits {
                taken.insert(taken.partition_point(|other| *other < edit.span), edit.span);
            }
            batch.push((name, fix));
            break;
        }
    }
    if batch.iter().any(|(name, _)| is_repair(name)) {
        batch.retain(|(name, _)| is_repair(name));
    }
    batch
}

/// Whether an edit cannot be applied with those `taken`, which are sorted, or only in an order that nobody gave.
fn clashes(span: Span, taken: &[Span]) -> bool {
    let before = taken.partition_point(|other| other.start <= span.end);
    let near = taken.get(..before).unwrap_or_default().iter().rev();
    near.take_while(|other| other.end >= span.start).any(|other| {
        // Where two insertions meet, or one meets a deletion, either could come first.
        let meet = other.is_empty() || span.is_empty();
        meet || (other.start < span.end && span.start < other.end)
    })
}

fn errors(findings: &Findings) -> Errors {
    let errors = findings.iter().filter(|finding| finding.level == Level::Error);
    let mut errors: Errors = errors.map(|f| (f.rule.to_owned(), f.pointer.to_owned())).collect();
    errors.sort_unstable();
    errors
}
