//! Applies fixes until there is nothing more to apply.

use crate::finding::{Findings, Level, List, Replacement, Safety};
use acklint_document::{Edit, apply_edits};

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

/// Rules about the grammar of the text, as names begin. Their fixes are repairs: what one brings to light was there
/// before, only nobody could read it.
const GRAMMAR: [&str; 4] = ["syntax-error\n", "trailing-comma\n", "comment-in-json\n", "byte-order-mark\n"];

/// The fix of a finding that is to be applied.
struct Way<'f> {
    /// What tells it apart, wherever the text around it has moved.
    name: String,
    edits: List<'f, Replacement<'f>>,
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
        // Repairs come first, and alone: the others are for a text that can be read.
        let batches = batch(&findings, risky, &refused);
        let [repairs, others] = &batches;
        let repair = !repairs.is_empty();
        let batch = if repair { repairs } else { others };
        if batch.is_empty() {
            if refused.is_empty() || tried == state.applied {
                break;
            }
            // What was applied since may have made room for what was refused.
            tried = state.applied;
            refused.clear();
            continue;
        }
        let mut edits = vec![];
        let mut best = None;
        // All at once, or, if that adds an error, one by one without the culprits.
        let mut together = batch.len();
        while best.is_none() && together > 0 {
            for ways in batch.chunks(together) {
                let before = edits.len();
                for way in ways {
                    for edit in way.edits {
                        edits.push(Edit::from(edit));
                    }
                }
                let after = try_out(&state.text, &edits, &known, repair, check);
                if after.is_some() {
                    best = after;
                    state.applied += ways.len();
                } else {
                    edits.truncate(before);
                    if let [way] = ways {
                        refused.push(way.name.clone());
                    }
                }
            }
            together = usize::from(together > 1);
        }
        if let Some((text, after)) = best {
            if repair {
                // What counts as new, and so which fixes are refused, is another question now.
                known = errors(&after);
                refused.clear();
            }
            state.rounds += 1;
            state.text = text;
            findings = after;
        }
        state.held_back = refused.len();
    }
    state
}

/// The text with these edits and its findings, unless there is a new error among them.
fn try_out(
    text: &str,
    edits: &[Edit],
    known: &[String],
    repair: bool,
    check: &mut dyn FnMut(&str) -> Findings,
) -> Option<(String, Findings)> {
    let text = apply_edits(text, edits)?;
    let findings = check(&text);
    let found = errors(&findings);
    // Repairs may bring other faults of the grammar, as long as they are no more.
    let counts = |error: &String| !repair || is_grammar(error);
    let mut left = vec![];
    for error in known {
        if counts(error) {
            left.push(error);
        }
    }
    // Each stands for one of its kind. They are in text order, so that it is among the first.
    let good = found.iter().all(|error| {
        let at = left.iter().position(|known| repair || *known == error);
        !counts(error) || at.map(|at| left.remove(at)).is_some()
    });
    good.then_some((text, findings))
}

fn is_grammar(name: &str) -> bool {
    GRAMMAR.iter().any(|rule| name.starts_with(rule))
}

/// The fixes that can be applied together, in text order: of each finding the best that may be applied. Repairs stand
/// apart from the others.
fn batch<'f>(findings: &'f Findings, risky: bool, refused: &[String]) -> [Vec<Way<'f>>; 2] {
    let mut batch = [vec![], vec![]];
    for finding in findings {
        for fix in finding.fixes {
            let allowed = fix.safety == Safety::Safe || (risky && fix.safety == Safety::Unsafe);
            if !allowed || fix.edits.is_empty() {
                continue;
            }
            let way = Way {
                name: [finding.rule, "\n", fix.title, "\n", finding.pointer].concat(),
                edits: fix.edits,
            };
            if !refused.contains(&way.name) && !batch.iter().flatten().any(|other| way.clashes(other)) {
                let [repairs, others] = &mut batch;
                if is_grammar(&way.name) { repairs } else { others }.push(way);
                break;
            }
        }
    }
    batch
}

impl Way<'_> {
    /// Whether the edits cannot be applied with those of another, or only in an order that nobody gave.
    fn clashes(&self, other: &Way<'_>) -> bool {
        self.edits.iter().any(|one| {
            other.edits.iter().any(|other| {
                let (one, other) = (one.span, other.span);
                let touch = other.start <= one.end && one.start <= other.end;
                // Where two insertions meet, or one meets a deletion, either could come first.
                let meet = other.is_empty() || one.is_empty();
                touch && (meet || (other.start < one.end && one.start < other.end))
            })
        })
    }
}

/// Errors, by rule and pointer: what tells each apart, in text order.
fn errors(findings: &Findings) -> Vec<String> {
    let mut names = vec![];
    for finding in findings {
        if finding.level == Level::Error {
            names.push([finding.rule, "\n", finding.pointer].concat());
        }
    }
    names
}
