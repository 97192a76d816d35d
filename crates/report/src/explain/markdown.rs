//! Rules for pages.

use super::{Part, RuleDoc, Sample, fix, heading, origin, plain};
use crate::paint::Look;
use crate::source::Source;
use crate::{pretty, safe};
use acklint_document::Document;
use acklint_engine::finding::{Finding, Lang};
use std::fmt::Write as _;

/// Everything about one rule, as Markdown.
pub fn markdown(rule: &RuleDoc, lang: Lang) -> String {
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
    if let Some(source) = &rule.source {
        let mut text = format!("[{}]({})", prose(&origin(source, lang)), source.url);
        for also in &source.also {
            let _ = write!(text, "\n\n{}", prose(also));
        }
        section(Part::Source, &text);
    }
    for (part, samples) in [(Part::Invalid, &rule.invalid), (Part::Valid, &rule.valid)] {
        if !samples.is_empty() {
            section(part, &samples.iter().map(|one| sample(one, lang)).collect::<Vec<_>>().join("\n\n"));
        }
    }
    if !rule.fixes.is_empty() {
        let fixes: Vec<String> =
            rule.fixes.iter().map(|one| format!("- {}", prose(&fix(one, lang)))).collect();
        section(Part::Fix, &fixes.join("\n"));
    }
    out
}

/// The request, and what is found in it.
fn sample(sample: &Sample, lang: Lang) -> String {
    let mut out = String::new();
    if let Some(note) = &sample.note {
        let _ = write!(out, "{}\n\n", prose(note));
    }
    out.push_str(&fenced("json", &Source::new("example", &Document::parse(&sample.json)).masked()));
    if let Some((request, finding)) = &sample.finding {
        let doc = Document::parse(request);
        // The page stands above, under its own heading.
        let finding = Finding { url: None, ..finding.clone() };
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
fn prose(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in safe(text).chars() {
        if matches!(c, '*' | '_' | '<' | '>' | '[' | ']' | '|' | '\\' | '`' | '#') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
