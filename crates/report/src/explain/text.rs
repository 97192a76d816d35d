//! Rules for people at a terminal.

use super::{Part, RuleDoc, Sample, fix, heading, origin, plain};
use crate::paint::{Look, Paint};
use crate::safe::safe;
use crate::source::Source;
use crate::{pretty, words};
use acklint_document::Document;
use acklint_engine::finding::Finding;
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
        out.push_str(&look.paint(Paint::Strong, topic));
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
    if let Some(source) = &rule.source {
        title(&mut out, Part::Source, look);
        out.push_str(&paragraph(&origin(source, lang), look));
        let _ = writeln!(out, "\n  {}", look.paint(Paint::Link, &safe(&source.url)));
        for also in &source.also {
            let _ = writeln!(out, "{}", paragraph(also, look));
        }
    }
    samples(&mut out, Part::Invalid, &rule.invalid, look);
    samples(&mut out, Part::Valid, &rule.valid, look);
    if !rule.fixes.is_empty() {
        title(&mut out, Part::Fix, look);
        for one in &rule.fixes {
            let _ = writeln!(out, "{}", paragraph(&fix(one, lang), look));
        }
    }
    out
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
        if let Some(note) = &sample.note {
            let _ = writeln!(out, "{}", look.paint(Paint::Faint, &paragraph(note, look)));
        }
        match &sample.finding {
            Some((request, finding)) => {
                let doc = Document::parse(request);
                // The page stands above, under its own heading.
                let finding = Finding { url: None, ..finding.clone() };
                let shown = pretty::finding(&Source::new("example", &doc), &finding, look);
                for line in shown.trim_end().lines() {
                    let _ = writeln!(out, "  {line}");
                }
            }
            None => {
                for line in Source::new("", &Document::parse(&sample.json)).masked().trim_end().lines() {
                    let _ = writeln!(out, "  {}", safe(line));
                }
            }
        }
    }
}
