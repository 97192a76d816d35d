//! Which fields a rule looks at, for those who read about fields.

use crate::form::depends::Seen;
use crate::program::{Check, Program};

/// What a rule looks at: paths of the field table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LooksAt {
    /// Id of the rule.
    pub rule: String,
    /// Fields whose values it judges.
    pub about: Vec<String>,
    /// Further fields that decide whether it applies.
    pub depends: Vec<String>,
}

/// What each rule of a program looks at, in the order of the rules. Facts are no fields.
pub fn looks_at(program: &Program) -> Vec<LooksAt> {
    let rule = |(index, info): (usize, crate::program::RuleInfo)| {
        let (mut about, mut depends) = (vec![], vec![]);
        for check in program.checks.iter().filter(|check| check.rule as usize == index) {
            about.extend(judged(program, check));
            depends.extend(decisive(program, check));
        }
        let (mut about, mut depends) = (paths(program, about), paths(program, depends));
        depends.retain(|path| !about.contains(path));
        if about.is_empty() {
            // All of it is said by shared conditions.
            std::mem::swap(&mut about, &mut depends);
        }
        LooksAt { rule: program.str(info.id).to_owned(), about, depends }
    };
    program.rules.iter().enumerate().map(rule).collect()
}

/// What the requirement itself looks at, and where the finding points.
fn judged(program: &Program, check: &Check) -> Vec<u32> {
    let mut seen = Seen::of(program, false);
    seen.path(check.each);
    seen.path(check.point);
    seen.op(check.op);
    seen.fields
}

/// What everything looks at that makes the verdict.
fn decisive(program: &Program, check: &Check) -> Vec<u32> {
    let mut seen = Seen::of(program, true);
    seen.op(check.when);
    seen.op(check.op);
    seen.fields
}

fn paths(program: &Program, mut fields: Vec<u32>) -> Vec<String> {
    fields.sort_unstable();
    fields.dedup();
    let fields = fields.iter().filter_map(|field| program.fields.get(*field as usize));
    fields.map(|field| program.path_of(&field)).filter(|path| !path.starts_with('@')).collect()
}
