//! Applies fixes until there is nothing more to apply.

use crate::finding::{Findings, Level, List, Replacement, Safety};
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

/// Errors, by rule and pointer.
#[derive(Default)]
struct Errors {
    /// What tells each apart, sorted.
    names: Vec<String>,
    /// How many of them are about the grammar.
    grammar: usize,
}

/// The fix of a finding that is to be applied.
struct Way<'f> {
    /// What tells it apart, wherever the text around it has moved.
    name: String,
    edits: List<'f, Replacement<'f>>,
    repair: bool,
}

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
    let mut refused = vec![];
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
        // Repairs come first, and alone: the others are for a text that can be read.
        let repair = batch.iter().any(|way| way.repair);
        let mut judge = Judge { check, known: &known, text: &state.text, repair };
        if let Some((text, after, kept)) = judge.apply(&batch, &mut refused) {
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
    fn apply(&mut self, batch: &[Way<'_>], refused: &mut Vec<String>) -> Option<(String, Findings, usize)> {
        let repair = self.repair;
        let batch = || batch.iter().filter(|way| way.repair == repair);
        let (mut edits, mut kept) = (vec![], 0);
        for way in batch() {
            way.add_to(&mut edits);
            kept += 1;
        }
        let mut best = self.try_out(&edits);
        if best.is_none() {
            edits.clear();
            kept = 0;
            for way in batch() {
                let before = edits.len();
                way.add_to(&mut edits);
                let after = self.try_out(&edits);
                if after.is_some() {
                    best = after;
                    kept += 1;
                } else {
                    edits.truncate(before);
                    refused.push(way.name.clone());
                }
            }
        }
        let (text, findings) = best?;
        Some((text, findings, kept))
    }

    /// The text with these edits and its findings, unless there is a new error among them.
    fn try_out(&mut self, edits: &[Edit]) -> Option<(String, Findings)> {
        let text = apply_edits(self.text, edits)?;
        let findings = (self.check)(&text);
        let found = errors(&findings);
        let mut known = self.known.names.iter();
        let good = if self.repair {
            found.grammar <= self.known.grammar
        } else {
            found.names.iter().all(|error| known.any(|k| k == error))
        };
        good.then_some((text, findings))
    }
}

impl Way<'_> {
    #[inline(never)] // from two places
    fn add_to(&self, edits: &mut Vec<Edit>) {
        for edit in self.edits {
            edits.push(Edit::from(edit));
        }
    }
}

fn is_grammar(rule: &str) -> bool {
    GRAMMAR.contains(&rule)
}

/// The fixes that can be applied together, in text order: of each finding the best that may be applied.
fn batch<'f>(findings: &'f Findings, risky: bool, refused: &[String]) -> Vec<Way<'f>> {
    let mut batch: Vec<Way<'_>> = vec![];
    let mut taken: Vec<Span> = vec![];
    for finding in findings {
        for fix in finding.fixes {
            let allowed = fix.safety == Safety::Safe || (risky && fix.safety == Safety::Unsafe);
            if !allowed || fix.edits.is_empty() {
                continue;
            }
            let name = [finding.rule, "\n", fix.title, "\n", finding.pointer].concat();
            if refused.contains(&name) || fix.edits.iter().any(|edit| clashes(edit.span, &taken)) {
                continue;
            }
            for edit in fix.edits {
                taken.push(edit.span);
            }
            batch.push(Way { name, edits: fix.edits, repair: is_grammar(finding.rule) });
            break;
        }
    }
    batch
}

/// Whether an edit cannot be applied with those `taken`, or only in an order that nobody gave.
fn clashes(span: Span, taken: &[Span]) -> bool {
    taken.iter().any(|other| {
        let touch = other.start <= span.end && span.start <= other.end;
        // Where two insertions meet, or one meets a deletion, either could come first.
        let meet = other.is_empty() || span.is_empty();
        touch && (meet || (other.start < span.end && span.start < other.end))
    })
}

fn errors(findings: &Findings) -> Errors {
    let mut errors = Errors::default();
    for finding in findings {
        if finding.level == Level::Error {
            errors.names.push([finding.rule, "\n", finding.pointer].concat());
            errors.grammar += usize::from(is_grammar(finding.rule));
        }
    }
    errors.names.sort_unstable();
    errors
}
