//! Rules for people at a terminal.

use super::field::{FieldDoc, RuleRef, ValueList};
use super::{MOST_VALUES, Part, RuleDoc, Sample, fix, heading, known, origin, plain, too_many, unchanged};
use crate::paint::{Look, Paint};
use crate::safe::safe;
use crate::source::Source;
use crate::{pretty, words};
use acklint_document::Document;
use acklint_engine::finding::{Finding, Lang};
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr;

/// All rules, one a line, by topic.
pub fn list(rules: &[RuleDoc], look: Look) -> String {
    let widest = rules.iter().map(|rule| rule.id.width()).max().unwrap_or(0);
    let word = |rule: &RuleDoc| words::level(rule.level, look.lang);
    let sure = |rule: &RuleDoc| words::sure(rule.certainty, look.lang);
    let sure_width = rules.iter().map(|rule| sure(rule).width()).max().unwrap_or(0);
    let level_width = rules.iter().map(|rule| word(rule).width()).max().unwrap_or(0);
    let mut topics: Vec<&str> = vec![];
    for rule in rules {
        if !topics.contains(&rule.topic.as_str()) {
            topics.push(&rule.topic);
        }
    }
    let mut out = String::new();
    for topic in topics {
        out.push_str(&look.paint(Paint::Strong, words::topic(topic, look.lang)));
        out.push('\n');
        for rule in rules.iter().filter(|rule| rule.topic == topic) {
            let level = pad(word(rule), level_width);
            let id = pad(&rule.id, widest);
            let certainty = pad(sure(rule), sure_width);
            let summary = safe(&rule.text(look.lang).summary).into_owned();
            let level = look.paint(Paint::Level(rule.level), &level);
            let _ = writeln!(out, "  {id}  {level}  {}  {summary}", look.paint(Paint::Faint, &certainty));
        }
    }
    out
}

fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// Everything about one rule.
pub fn text(rule: &RuleDoc, look: Look) -> String {
    let lang = look.lang;
    let words = rule.text(lang);
    let facts = rule.facts(lang);
    let (level, others) = facts
        .split_first()
        .map_or(("", String::new()), |(level, others)| (*level, format!(" · {}", others.join(" · "))));
    let mut out = format!(
        "{}  {}{}\n{}\n\n{}\n",
        look.paint(Paint::Strong, &rule.id),
        look.paint(Paint::Level(rule.level), level),
        look.paint(Paint::Faint, &others),
        look.paint(Paint::Strong, &safe(&words.summary)),
        paragraph(&words.why, look),
    );
    if !words.help.is_empty() {
        title(&mut out, Part::Help, look);
        out.push_str(&paragraph(&plain(&words.help), look));
        out.push('\n');
    }
    if !rule.fixes.is_empty() {
        title(&mut out, Part::Fix, look);
        for one in &rule.fixes {
            let _ = writeln!(out, "{}", paragraph(&fix(one, lang), look));
        }
    }
    if !rule.fields.is_empty() {
        title(&mut out, Part::Fields, look);
        let _ = writeln!(out, "{}", paragraph(&rule.fields.join(comma(lang)), look));
    }
    if let Some(source) = &rule.source {
        title(&mut out, Part::Source, look);
        out.push_str(&paragraph(&origin(source, lang), look));
        let _ = writeln!(out, "\n  {}", look.paint(Paint::Link, &safe(&source.url)));
        for also in source.also.iter().filter(|_| lang == Lang::En) {
            let _ = writeln!(out, "{}", paragraph(also, look));
        }
    }
    samples(&mut out, Part::Invalid, &rule.invalid, look);
    samples(&mut out, Part::Valid, &rule.valid, look);
    out
}

/// Everything about one field.
pub fn field(field: &FieldDoc<'_>, look: Look) -> String {
    let lang = look.lang;
    let section = format!(" · {}", words::section(field.section, lang));
    let mut out = format!(
        "{}  {}{}\n\n{}\n\n",
        look.paint(Paint::Strong, field.path),
        field.kind(lang),
        look.paint(Paint::Faint, &section),
        paragraph(field.meaning(lang), look),
    );
    // The type stands above.
    let facts = field.facts(lang).split_off(1);
    let widest = facts.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
    for (name, value) in facts {
        let name = pad(name, widest);
        let behind = " ".repeat(widest + 4);
        let shown = pretty::wrap(&safe(&value), look.text_width(), &behind, &behind);
        let shown = shown.get(behind.len()..).unwrap_or_default();
        let _ = writeln!(out, "  {}  {shown}", look.paint(Paint::Faint, &name));
    }
    if let Some(list) = &field.values {
        title(&mut out, Part::Values, look);
        values(&mut out, list, field.path, look);
    }
    for (part, rules) in [(Part::Rules, &field.rules), (Part::Further, &field.depends)] {
        if !rules.is_empty() {
            title(&mut out, part, look);
            rule_lines(&mut out, rules, look);
        }
    }
    for (part, fields) in [(Part::Members, &field.members), (Part::Namesakes, &field.namesakes)] {
        if !fields.is_empty() {
            title(&mut out, part, look);
            let _ = writeln!(out, "{}", paragraph(&fields.join(comma(lang)), look));
        }
    }
    if let Some(source) = &field.source {
        title(&mut out, Part::Source, look);
        let _ = writeln!(out, "{}", paragraph(&origin(source, lang), look));
        let _ = writeln!(out, "  {}", look.paint(Paint::Link, &safe(&source.url)));
    }
    out
}

fn values(out: &mut String, list: &ValueList<'_>, path: &str, look: Look) {
    let rows = list.rows(look.lang);
    let widest = rows.iter().map(|(value, _)| value.width()).max().unwrap_or(0);
    if rows.len() > MOST_VALUES {
        let _ = writeln!(out, "{}", paragraph(&too_many(rows.len(), path, look.lang).replace('`', ""), look));
    } else if rows.iter().all(|(_, words)| words.is_empty()) {
        let values: Vec<&str> = rows.iter().map(|(value, _)| value.as_str()).collect();
        let _ = writeln!(out, "{}", paragraph(&values.join(comma(look.lang)), look));
    } else {
        for (value, words) in rows {
            let line = format!("  {}  {words}", pad(&safe(&value), widest));
            let _ = writeln!(out, "{}", line.trim_end());
        }
    }
    let _ = writeln!(out, "{}", look.paint(Paint::Faint, &paragraph(&list.origin(look.lang), look)));
}

fn rule_lines(out: &mut String, rules: &[RuleRef<'_>], look: Look) {
    let widest = rules.iter().map(|rule| rule.id.width()).max().unwrap_or(0);
    let level = |rule: &RuleRef<'_>| words::level(rule.level, look.lang);
    let level_width = rules.iter().map(|rule| level(rule).width()).max().unwrap_or(0);
    for rule in rules {
        let word = look.paint(Paint::Level(rule.level), &pad(level(rule), level_width));
        let _ = writeln!(out, "  {}  {word}  {}", pad(&safe(rule.id), widest), safe(rule.title(look.lang)));
    }
}

const fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ", ",
        Lang::Zh => "、",
    }
}

fn title(out: &mut String, part: Part, look: Look) {
    let _ = writeln!(out, "\n{}", look.paint(Paint::Key, heading(part, look.lang)));
}

fn paragraph(text: &str, look: Look) -> String {
    pretty::wrap(&safe(text), look.text_width(), "  ", "  ")
}

fn samples(out: &mut String, part: Part, samples: &[Sample], look: Look) {
    if samples.is_empty() {
        return;
    }
    title(out, part, look);
    for (index, sample) in samples.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        if let Some(note) = sample.note.as_ref().filter(|_| look.lang == Lang::En) {
            let _ = writeln!(out, "{}", look.paint(Paint::Faint, &paragraph(note, look)));
        }
        match sample.finding.first() {
            Some(finding) => {
                let doc = Document::parse(&sample.request);
                // The page stands above, under its own heading.
                let finding = Finding { url: None, ..finding };
                let shown = pretty::finding(&Source::new("example", &doc), &finding, look);
                for line in shown.trim_end().lines() {
                    let _ = writeln!(out, "  {line}");
                }
            }
            None if sample.json.trim() == "{}" => {
                let _ = writeln!(out, "{}", paragraph(unchanged(look.lang), look));
            }
            None => indented(out, &Source::new("", &Document::parse(&sample.json)).masked()),
        }
        if let Some(facts) = &sample.facts {
            let _ = writeln!(out, "{}", look.paint(Paint::Faint, &paragraph(known(look.lang), look)));
            indented(out, facts);
        }
    }
}

fn indented(out: &mut String, text: &str) {
    for line in text.trim().lines() {
        let _ = writeln!(out, "  {}", safe(line));
    }
}
