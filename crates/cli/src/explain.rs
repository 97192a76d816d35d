//! `acklint rules`, `acklint explain` and `acklint schema`.

use crate::Exit;
use crate::args::{DocFormat, ExplainArgs, ListFormat, RulesArgs, SchemaOf};
use crate::packs::Packs;
use crate::say::Trouble;
use crate::terminal::{Out, Stream, eprint, look};
use acklint_report::Look;
use acklint_report::coverage::Coverage;
use acklint_report::explain::{self, Book, RuleDoc};

/// Lists all rules, or what they hold of the page.
pub(crate) fn rules(args: &RulesArgs) -> Exit {
    let packs = match Packs::read(&args.rules, look(args.look, Stream::Err)) {
        Ok(packs) => packs,
        Err(faults) => return trouble(&faults),
    };
    let look = look(args.look, Stream::Out);
    if args.coverage {
        return print(&match (args.format, Coverage::read(acklint::COVERAGE)) {
            (ListFormat::Text, Ok(coverage)) => coverage.text(look),
            _ => acklint::COVERAGE.to_owned(),
        });
    }
    let all = packs.all();
    let rules = Book::new(&all, packs.program()).rules();
    print(&match args.format {
        ListFormat::Text => explain::list(&rules, look),
        ListFormat::Json => explain::list_json(&rules),
    })
}

/// Tells everything about one rule, or about one field.
pub(crate) fn explain(args: &ExplainArgs) -> Exit {
    let packs = match Packs::read(&args.rules, look(args.look, Stream::Err)) {
        Ok(packs) => packs,
        Err(faults) => return trouble(&faults),
    };
    let all = packs.all();
    let book = Book::new(&all, packs.program());
    let mut rules = book.rules();
    let out = look(args.look, Stream::Out);
    if let Some(rule) = rules.iter_mut().find(|rule| rule.id == args.name) {
        book.run_examples(rule, out.lang);
        return print(&rule_page(rule, args.format, out));
    }
    let trouble_text = match book.find(&args.name).as_slice() {
        [path] => return print(&field_page(&book, &rules, path, args.format, out)),
        [] => {
            let ids = rules.iter().map(|rule| rule.id.as_str());
            let near = closest(&args.name, ids.chain(book.paths()));
            Trouble::Unknown(args.name.clone(), near.map(str::to_owned))
        }
        paths => Trouble::Several(args.name.clone(), paths.iter().map(|path| (*path).to_owned()).collect()),
    };
    trouble(&trouble_text.text(look(args.look, Stream::Err)))
}

/// Prints a JSON Schema.
pub(crate) fn schema(of: SchemaOf) -> Exit {
    print(match of {
        SchemaOf::Request => acklint::REQUEST_SCHEMA,
        SchemaOf::Output => acklint_report::json::SCHEMA,
        SchemaOf::Rules => acklint::PACK_SCHEMA,
        SchemaOf::Rule => acklint::RULE_SCHEMA,
    })
}

fn rule_page(rule: &RuleDoc, format: DocFormat, look: Look) -> String {
    match format {
        DocFormat::Text => explain::text(rule, look),
        DocFormat::Markdown => explain::markdown(rule, look.lang, None),
        DocFormat::Json => explain::json(rule),
    }
}

fn field_page(book: &Book<'_>, rules: &[RuleDoc], path: &str, format: DocFormat, look: Look) -> String {
    let fields = book.fields(rules);
    fields.iter().find(|field| field.path == path).map_or_else(String::new, |field| match format {
        DocFormat::Text => explain::field_text(field, look),
        DocFormat::Markdown => explain::field_markdown(field, look.lang, 1, None),
        DocFormat::Json => explain::field_json(field),
    })
}

fn trouble(text: &str) -> Exit {
    eprint(text);
    Exit::Trouble
}

fn print(text: &str) -> Exit {
    let mut out = Out::new();
    out.print(text);
    out.flush();
    Exit::Clean
}

/// The name that was probably meant: close to it by its letters, or by its words. Of a field its last name counts
/// as well as its path.
fn closest<'r>(text: &str, names: impl Iterator<Item = &'r str>) -> Option<&'r str> {
    // Longer than every name: nothing to compare.
    if text.len() > 120 {
        return None;
    }
    let plain = |text: &str| text.to_lowercase().replace(['_', ' ', '/', '.'], "-");
    let text = plain(text.trim_start_matches('/'));
    let alike = |name: &str| {
        let name = plain(name);
        (strsim::normalized_damerau_levenshtein(&text, &name), words_in_common(&text, &name))
    };
    let score = |name: &str| {
        let (whole, last) = (alike(name), alike(name.rsplit('.').next().unwrap_or(name)));
        if whole.0 + whole.1 >= last.0 + last.1 { whole } else { last }
    };
    names
        .map(|name| (score(name), name))
        .filter(|((likeness, words), _)| *likeness > 0.6 || *words > 0.6)
        // Of equals the first: fields stand in the order of the page.
        .reduce(|best, next| if next.0.0 + next.0.1 > best.0.0 + best.0.1 { next } else { best })
        .map(|(_, name)| name)
}

/// Which part of the words of two names they share.
#[expect(clippy::cast_precision_loss, reason = "names have a handful of words")]
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
        let names = [
            "both-login-methods",
            "no-login-method",
            "syntax-error",
            "container_cidr",
            "nodepools[].scaling_group.system_disk_size",
        ];
        let near = |text| closest(text, names.into_iter());
        assert_eq!(near("both_login_method"), Some("both-login-methods"));
        assert_eq!(near("login-methods"), Some("both-login-methods"));
        assert_eq!(near("Syntax-Eror"), Some("syntax-error"));
        assert_eq!(near("containr_cidr"), Some("container_cidr"));
        assert_eq!(near("system_disc_size"), Some("nodepools[].scaling_group.system_disk_size"));
        assert_eq!(near("mars"), None);
        assert_eq!(near(&"x".repeat(1000)), None);
    }
}
