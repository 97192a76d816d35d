//! `acklint rules` and `acklint explain`.

use crate::args::{DocFormat, ExplainArgs, ListFormat, RulesArgs};
use crate::say::Trouble;
use crate::terminal::{Out, Stream, eprint, look};
use crate::{Exit, book};
use acklint_report::explain;

/// Lists all rules.
pub(crate) fn rules(args: &RulesArgs) -> Exit {
    if args.coverage {
        return print(&match args.format {
            ListFormat::Text => coverage(acklint::COVERAGE),
            ListFormat::Json => acklint::COVERAGE.to_owned(),
        });
    }
    let rules = book::rules();
    let text = match args.format {
        ListFormat::Text => explain::list(&rules, look(args.look, Stream::Out)),
        ListFormat::Json => explain::list_json(&rules),
    };
    print(&text)
}

/// The coverage of the page as a table.
fn coverage(json: &str) -> String {
    let file: serde_json::Value = serde_json::from_str(json).unwrap_or_default();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let row = |entry: &serde_json::Value| {
        let rules: Vec<String> = entry["rules"].as_array().into_iter().flatten().map(text).collect();
        let held = [rules.join(", "), text(&entry["reason"])];
        let held: Vec<&str> = held.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        format!("{:38}{:>3}  {}\n", text(&entry["field"]), entry["ordinal"].to_string(), held.join("; "))
    };
    file["sentences"].as_array().into_iter().flatten().map(row).collect()
}

/// Tells everything about one rule.
pub(crate) fn explain(args: &ExplainArgs) -> Exit {
    let mut rules = book::rules();
    let Some(rule) = rules.iter_mut().find(|rule| rule.id == args.rule) else {
        let near = closest(&args.rule, rules.iter().map(|rule| rule.id.as_str()));
        let trouble = Trouble::UnknownRule(args.rule.clone(), near.map(str::to_owned));
        eprint(&trouble.text(look(args.look, Stream::Err)));
        return Exit::Trouble;
    };
    let look = look(args.look, Stream::Out);
    book::run_examples(rule, look.lang);
    print(&match args.format {
        DocFormat::Text => explain::text(rule, look),
        DocFormat::Markdown => explain::markdown(rule, look.lang),
        DocFormat::Json => explain::json(rule),
    })
}

fn print(text: &str) -> Exit {
    let mut out = Out::new();
    out.print(text);
    out.flush();
    Exit::Clean
}

/// The id that was probably meant: close to it by its letters, or by its words.
fn closest<'r>(text: &str, ids: impl Iterator<Item = &'r str>) -> Option<&'r str> {
    // Longer than every id: nothing to compare.
    if text.len() > 80 {
        return None;
    }
    let text = text.to_lowercase().replace(['_', ' '], "-");
    ids.map(|id| (strsim::normalized_damerau_levenshtein(&text, id), words_in_common(&text, id), id))
        .filter(|(likeness, words, _)| *likeness > 0.6 || *words > 0.6)
        .max_by(|a, b| (a.0 + a.1).total_cmp(&(b.0 + b.1)))
        .map(|(_, _, id)| id)
}

/// Which part of the words of two ids they share.
#[expect(clippy::cast_precision_loss, reason = "ids have a handful of words")]
fn words_in_common(a: &str, b: &str) -> f64 {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split('-').collect(), b.split('-').collect());
    let common = a.iter().filter(|word| b.contains(word)).count();
    common as f64 / a.len().max(b.len()) as f64
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn slips_are_understood() {
        let near =
            |text| closest(text, ["both-login-methods", "no-login-method", "syntax-error"].into_iter());
        assert_eq!(near("both_login_method"), Some("both-login-methods"));
        assert_eq!(near("login-methods"), Some("both-login-methods"));
        assert_eq!(near("Syntax-Eror"), Some("syntax-error"));
        assert_eq!(near("mars"), None);
        assert_eq!(near(&"x".repeat(1000)), None);
    }
}
