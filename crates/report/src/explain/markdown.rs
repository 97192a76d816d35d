//! Rules and fields for pages.

use super::field::{FieldDoc, RuleRef, ValueList};
use super::{MOST_VALUES, Part, RuleDoc, Sample, fix, heading, known, origin, plain, too_many, unchanged};
use crate::paint::Look;
use crate::source::Source;
use crate::words;
use crate::{pretty, safe};
use acklint_document::Document;
use acklint_engine::finding::{Finding, Lang};
use std::fmt::{self, Write as _};

/// Where the pages of rules and fields are; without it names are not linked.
#[derive(Clone, Copy)]
pub struct Links<'l> {
    /// Address of a rule, by its id.
    pub rule: &'l dyn Fn(&str) -> String,
    /// Address of a field, by its path.
    pub field: &'l dyn Fn(&str) -> String,
}

impl fmt::Debug for Links<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Links")
    }
}

/// Everything about one rule, as a page.
pub fn rule(rule: &RuleDoc, lang: Lang, links: Option<Links<'_>>) -> String {
    let words = rule.text(lang);
    let mut out = format!(
        "# {}\n\n**{}**\n\n{}\n\n{}\n",
        rule.id,
        prose(&words.summary),
        rule.facts(lang).join(" · "),
        prose(&words.why)
    );
    // Writing to a string cannot fail.
    let mut section = |part, text: &str| {
        let _ = write!(out, "\n## {}\n\n{text}\n", heading(part, lang));
    };
    if !words.help.is_empty() {
        section(Part::Help, &prose(&plain(&words.help)));
    }
    if !rule.fixes.is_empty() {
        let fixes: Vec<String> =
            rule.fixes.iter().map(|one| format!("- {}", prose(&fix(one, lang)))).collect();
        section(Part::Fix, &fixes.join("\n"));
    }
    if !rule.fields.is_empty() {
        let fields: Vec<String> = rule.fields.iter().map(|path| field_name(path, links)).collect();
        section(Part::Fields, &fields.join(comma(lang)));
    }
    if let Some(source) = &rule.source {
        let mut text = format!("[{}]({})", prose(&origin(source, lang)), source.url);
        for also in source.also.iter().filter(|_| lang == Lang::En) {
            let _ = write!(text, "\n\n{}", prose(also));
        }
        section(Part::Source, &text);
    }
    for (part, samples) in [(Part::Invalid, &rule.invalid), (Part::Valid, &rule.valid)] {
        if !samples.is_empty() {
            section(part, &samples.iter().map(|one| sample(one, lang)).collect::<Vec<_>>().join("\n\n"));
        }
    }
    out
}

/// Everything about one field; `level` is that of its heading.
pub fn field(field: &FieldDoc<'_>, lang: Lang, level: usize, links: Option<Links<'_>>) -> String {
    let mut out = format!("{} `{}`\n\n{}\n\n", "#".repeat(level), field.path, prose(field.meaning(lang)));
    for (name, value) in field.facts(lang) {
        let linked = field.replaced_by == Some(value.as_str());
        let value = if linked { field_name(&value, links) } else { prose(&value) };
        let _ = writeln!(out, "- {name}{}{value}", words::colon(lang));
    }
    let mut section = |part, text: &str| {
        let _ = write!(out, "\n**{}**\n\n{text}\n", heading(part, lang));
    };
    if let Some(list) = &field.values {
        section(Part::Values, &values(list, field.path, lang));
    }
    for (part, rules) in [(Part::Rules, &field.rules), (Part::Further, &field.depends)] {
        if !rules.is_empty() {
            section(
                part,
                &rules.iter().map(|one| rule_line(one, lang, links)).collect::<Vec<_>>().join("\n"),
            );
        }
    }
    for (part, fields) in [(Part::Members, &field.members), (Part::Namesakes, &field.namesakes)] {
        if !fields.is_empty() {
            let fields: Vec<String> = fields.iter().map(|path| field_name(path, links)).collect();
            section(part, &fields.join(comma(lang)));
        }
    }
    // A page of many fields says it once.
    if let Some(source) = field.source.as_ref().filter(|_| level == 1) {
        section(Part::Source, &format!("[{}]({})", prose(&origin(source, lang)), source.url));
    }
    out
}

fn field_name(path: &str, links: Option<Links<'_>>) -> String {
    links.map_or_else(|| format!("`{path}`"), |links| format!("[`{path}`]({})", (links.field)(path)))
}

fn rule_line(rule: &RuleRef<'_>, lang: Lang, links: Option<Links<'_>>) -> String {
    let name = match links {
        Some(links) => format!("[{}]({})", rule.id, (links.rule)(rule.id)),
        None => format!("`{}`", rule.id),
    };
    let level = words::level(rule.level, lang);
    match lang {
        Lang::En => format!("- {name} ({level}): {}", prose(rule.title(lang))),
        Lang::Zh => format!("- {name}（{level}）：{}", prose(rule.title(lang))),
    }
}

fn values(list: &ValueList<'_>, path: &str, lang: Lang) -> String {
    let origin = prose(&list.origin(lang));
    let origin = list.url.map_or_else(|| origin.clone(), |url| format!("[{origin}]({url})"));
    let rows = list.rows(lang);
    if rows.len() > MOST_VALUES {
        return format!("{}\n\n{origin}", too_many(rows.len(), path, lang));
    }
    if rows.iter().all(|(_, words)| words.is_empty()) {
        let values: Vec<String> = rows.iter().map(|(value, _)| format!("`{value}`")).collect();
        return format!("{}\n\n{origin}", values.join(comma(lang)));
    }
    let row = |(value, words): &(String, &str)| {
        let colon = if words.is_empty() { "" } else { words::colon(lang) };
        format!("- `{value}`{colon}{}", prose(words))
    };
    format!("{}\n\n{origin}", rows.iter().map(row).collect::<Vec<_>>().join("\n"))
}

const fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ", ",
        Lang::Zh => "、",
    }
}

/// The request, and what is found in it.
fn sample(sample: &Sample, lang: Lang) -> String {
    let mut out = String::new();
    if let Some(note) = sample.note.as_ref().filter(|_| lang == Lang::En) {
        let _ = write!(out, "{}\n\n", prose(note));
    }
    if sample.json.trim() == "{}" {
        out.push_str(unchanged(lang));
    } else {
        out.push_str(&fenced("json", &Source::new("example", &Document::parse(&sample.json)).masked()));
    }
    if let Some(facts) = &sample.facts {
        let _ = write!(out, "\n\n{}\n\n{}", known(lang), fenced("json", facts));
    }
    if let Some(finding) = sample.finding.first() {
        let doc = Document::parse(&sample.request);
        // The page stands above, under its own heading.
        let finding = Finding { url: None, ..finding };
        let shown =
            pretty::finding(&Source::new("example", &doc), &finding, Look { lang, ..Look::default() });
        out.push_str("\n\n");
        out.push_str(&fenced("text", &shown));
    }
    out
}

/// A block of code, with a fence that does not end in it.
fn fenced(language: &str, text: &str) -> String {
    let mut fence = "```".to_owned();
    while text.contains(&fence) {
        fence.push('`');
    }
    format!("{fence}{language}\n{}\n{fence}", text.trim_end())
}

/// Text in which names such as `master_count` and `<value>` are no markup.
pub fn prose(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in safe(text).chars() {
        if matches!(c, '*' | '_' | '<' | '>' | '[' | ']' | '|' | '\\' | '`' | '#') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
