//! `cargo xtask docs [--check]`: the reference of rules and fields in `docs/`, from the rule files alone.

mod index;
mod proofs;

use crate::bake::{Mode, output, read_pack, report, root};
use acklint_engine::Program;
use acklint_engine::finding::Lang;
use acklint_engine::load::load;
use acklint_engine::pack::{Pack, Section};
use acklint_report::explain::{self, Book, FieldDoc, Links, RuleDoc};
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

/// Pages by their paths in `docs/`.
type Pages = BTreeMap<String, String>;

/// Sections of the request that have a page.
const SECTIONS: [Section; 8] = [
    Section::Basic,
    Section::Network,
    Section::Advanced,
    Section::Master,
    Section::Addons,
    Section::Nodepools,
    Section::Later,
    Section::Removed,
];

/// Writes the reference, or says that it is stale.
pub(crate) fn run(mode: Mode) -> Result<(), Box<dyn Error>> {
    let files = read_pack(&root().join("rules/ack"))?;
    let texts = files.clone();
    let loaded = load(files).map_err(|e| report(&e, &texts))?;
    let program = loaded.compile(&[]).map_err(|e| report(&e, &texts))?;
    let pages = pages(&loaded.pack, &program)?;
    let stale: Vec<String> =
        present(&root().join("docs"))?.into_iter().filter(|p| !pages.contains_key(p)).collect();
    for (path, text) in &pages {
        output(mode, &format!("docs/{path}"), text.as_bytes())?;
    }
    match (mode, stale.first()) {
        (Mode::Check, Some(path)) => {
            Err(format!("docs/{path} is of no rule any more; renew it with `cargo xtask docs`").into())
        }
        _ => Ok(stale.iter().try_for_each(|path| fs::remove_file(root().join("docs").join(path)))?),
    }
}

fn pages(pack: &Pack, program: &Program) -> Result<Pages, Box<dyn Error>> {
    let packs = [pack];
    let book = Book::new(&packs, program);
    let proofs = proofs::of(pack)?;
    let mut pages = Pages::new();
    for lang in [Lang::En, Lang::Zh] {
        let mut rules = book.rules();
        // What cannot be shown has no page of its own: it is told where it happens.
        for rule in &mut rules {
            book.run_examples(rule, lang);
        }
        let fields = book.fields(&rules);
        let at = |path: String| if lang == Lang::Zh { format!("zh/{path}") } else { path };
        let sections = sections(&fields);
        for rule in &rules {
            pages.insert(at(format!("rules/{}.md", rule.id)), rule_page(rule, &sections, lang));
        }
        for section in SECTIONS {
            pages.insert(
                at(format!("fields/{}.md", file(section))),
                section_page(section, &fields, &sections, lang),
            );
        }
        pages.insert(at("rules.md".to_owned()), index::rules(&rules, &proofs, &book, lang));
        pages.insert(at("fields.md".to_owned()), index::fields(&fields, lang));
    }
    Ok(pages)
}

/// The file of each field's section.
fn sections(fields: &[FieldDoc<'_>]) -> BTreeMap<String, &'static str> {
    fields.iter().map(|field| (field.path.to_owned(), file(field.section))).collect()
}

fn rule_page(rule: &RuleDoc, sections: &BTreeMap<String, &'static str>, lang: Lang) -> String {
    let field = |path: &str| {
        let file = sections.get(path).copied().unwrap_or_default();
        format!("../fields/{file}.md#{}", anchor(path))
    };
    let links = Links { rule: &|id| format!("{id}.md"), field: &field };
    let all = if lang == Lang::Zh { "全部规则" } else { "All rules" };
    let other = other_language("rules", &format!("{}.md", rule.id), lang);
    format!("[{all}](../rules.md) · {other}\n\n{}", explain::markdown(rule, lang, Some(links)))
}

fn section_page(
    section: Section,
    fields: &[FieldDoc<'_>],
    sections: &BTreeMap<String, &'static str>,
    lang: Lang,
) -> String {
    let address = |path: &str| match sections.get(path).copied().unwrap_or_default() {
        own if own == file(section) => format!("#{}", anchor(path)),
        other => format!("{other}.md#{}", anchor(path)),
    };
    let links = Links { rule: &|id| format!("../rules/{id}.md"), field: &address };
    let all = if lang == Lang::Zh { "全部字段" } else { "All fields" };
    let other = other_language("fields", &format!("{}.md", file(section)), lang);
    let title = acklint_report::words::section(section, lang);
    let mut out = format!("[{all}](../fields.md) · {other}\n\n# {title}\n");
    for field in fields.iter().filter(|field| field.section == section) {
        out.push('\n');
        out.push_str(&explain::field_markdown(field, lang, 2, Some(links)));
    }
    out
}

/// A link to the same page in the other language.
fn other_language(folder: &str, name: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("[中文](../zh/{folder}/{name})"),
        Lang::Zh => format!("[English](../../{folder}/{name})"),
    }
}

/// Name of a section's page.
const fn file(section: Section) -> &'static str {
    match section {
        Section::Basic => "basic",
        Section::Network => "network",
        Section::Advanced => "advanced",
        Section::Master => "master",
        Section::Addons => "addons",
        Section::Nodepools => "nodepools",
        Section::Facts => "facts",
        Section::Later => "later",
        Section::Removed => "removed",
    }
}

/// The anchor that renderers of Markdown give to the heading of a field.
fn anchor(path: &str) -> String {
    let kept = path.chars().filter(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    kept.collect::<String>().to_lowercase()
}

/// All pages there are, by their paths in the folder.
fn present(folder: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let (mut found, mut folders) = (vec![], vec![folder.to_owned()]);
    while let Some(at) = folders.pop() {
        if !at.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&at)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    Ok(found)
}
