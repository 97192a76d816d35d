//! For people: every finding with the lines it speaks of.

use crate::paint::{Look, Paint};
use crate::safe::safe;
use crate::snippet::{Place, frame};
use crate::source::Source;
use crate::words::{self, Key};
use acklint_engine::finding::{Finding, Findings, Lang};
use std::fmt::Write as _;
use textwrap::WordSeparator;
use unicode_width::UnicodeWidthStr;

/// Related places with a label; more only make a frame long.
const MOST_PLACES: usize = 4;
/// Lines named in the note about further places.
const MOST_LINES: usize = 12;
/// Longer labels are cut.
const LONGEST_LABEL: usize = 70;

/// All findings of a request.
pub fn findings(source: &Source<'_>, findings: &Findings, look: Look) -> String {
    findings.iter().map(|one| finding(source, &one, look)).collect()
}

/// One finding, with a blank line behind it.
pub fn finding(source: &Source<'_>, finding: &Finding<'_>, look: Look) -> String {
    let mut out = header(finding, look);
    let shown = finding.related.len().min(MOST_PLACES);
    // One comment is like another: the note below names the lines.
    let shown = if finding.rule == "comment-in-json" { shown.min(2) } else { shown };
    let (labelled, others) = (finding.related.iter().take(shown), finding.related.iter().skip(shown));
    let mut places =
        vec![Place { span: finding.span, label: primary_label(finding, look.lang), primary: true }];
    places.extend(labelled.map(|related| Place {
        span: related.span,
        label: Some(cut(&safe(related.message))),
        primary: false,
    }));
    let around = u32::from(places.len() == 1);
    out.push_str(&frame(source, &places, around, finding.level, look));
    if others.len() > 0 {
        let count = others.len();
        let mut lines: Vec<_> = others.map(|related| source.position(related.span.start).line).collect();
        lines.sort_unstable();
        lines.dedup();
        let one = lines.len() == 1;
        let mut lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
        if lines.len() > MOST_LINES {
            lines.truncate(MOST_LINES);
            lines.push("…".to_owned());
        }
        let separator = if look.lang == Lang::Zh { "、" } else { ", " };
        let note = words::more_places(count, (&lines.join(separator), one), look.lang);
        footer(&mut out, Key::Note, &note, look);
    }
    ways_out(&mut out, finding, look);
    out.push('\n');
    out
}

fn header(finding: &Finding<'_>, look: Look) -> String {
    let level = words::level(finding.level, look.lang);
    let rule = safe(finding.rule);
    let plain = format!("{level}[{rule}]{}", words::colon(look.lang));
    let message = wrap(&safe(finding.message), look.text_width(), &plain, "  ");
    let message = message.get(plain.len()..).unwrap_or_default();
    let mut lines = message.split('\n');
    let mut out = look.paint(Paint::Level(finding.level), level);
    out.push_str(&look.paint(Paint::Faint, &format!("[{rule}]")));
    out.push_str(words::colon(look.lang));
    out.push_str(&look.paint(Paint::Strong, lines.next().unwrap_or_default()));
    for line in lines {
        let _ = write!(out, "\n  {}", look.paint(Paint::Strong, line.trim_start()));
    }
    out.push('\n');
    out
}

/// Where the primary place is in the request. Not for a member of the body that stands alone: its line says it.
fn primary_label(finding: &Finding<'_>, lang: Lang) -> Option<String> {
    let deep = finding.pointer.matches('/').count() > 1;
    match (deep, finding.related.is_empty()) {
        (true, _) => Some(cut(&safe(&path(finding.pointer)))),
        (false, false) if finding.rule != "comment-in-json" => Some(words::here(lang).to_owned()),
        _ => None,
    }
}

/// A pointer as people write paths: `nodepools[0].count`.
fn path(pointer: &str) -> String {
    let mut out = String::new();
    for token in pointer.split('/').skip(1) {
        let token = token.replace("~1", "/").replace("~0", "~");
        if !token.is_empty() && token.bytes().all(|b| b.is_ascii_digit()) {
            let _ = write!(out, "[{token}]");
        } else {
            if !out.is_empty() {
                out.push('.');
            }
            out.push_str(&token);
        }
    }
    out
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST_LABEL) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn ways_out(out: &mut String, finding: &Finding<'_>, look: Look) {
    if let Some(help) = finding.help {
        footer(out, Key::Help, help, look);
    }
    for fix in finding.fixes {
        let how = words::safety(fix.safety, look.lang);
        let text = match look.lang {
            Lang::En => format!("{} ({how})", safe(fix.title)),
            Lang::Zh => format!("{}（{how}）", safe(fix.title)),
        };
        footer(out, Key::Fix, &text, look);
    }
    if let Some(url) = finding.url {
        let how = words::certainty(finding.certainty, look.lang);
        let key = introduce(Key::Page, look);
        // An address is never broken: terminals make it a link.
        let _ = match look.lang {
            Lang::En => writeln!(out, "{key}{} ({how})", look.paint(Paint::Link, &safe(url))),
            Lang::Zh => writeln!(out, "{key}{}（{how}）", look.paint(Paint::Link, &safe(url))),
        };
    }
}

fn introduce(key: Key, look: Look) -> String {
    let word = words::key(key, look.lang);
    // English words have different widths, Chinese ones do not.
    let pad = if look.lang == Lang::En { " ".repeat(4 - word.len()) } else { String::new() };
    format!("  {}{}{pad}", look.paint(Paint::Key, word), words::colon(look.lang))
}

fn footer(out: &mut String, key: Key, text: &str, look: Look) {
    let indent = "        ";
    let plain = introduce(key, Look { color: false, ..look });
    let wrapped = wrap(&safe(text), look.text_width(), &plain, indent);
    out.push_str(&introduce(key, look));
    out.push_str(wrapped.get(plain.len()..).unwrap_or_default());
    out.push('\n');
}

/// `text` in lines, broken where both languages allow it.
pub(crate) fn wrap(text: &str, width: usize, first: &str, rest: &str) -> String {
    // Most texts fit, and finding breaks is the dearest part of a report.
    if first.width() + text.width() <= width {
        return format!("{first}{text}");
    }
    let options = textwrap::Options::new(width)
        .word_separator(WordSeparator::UnicodeBreakProperties)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .break_words(false)
        .initial_indent(first)
        .subsequent_indent(rest);
    textwrap::fill(text, options)
}
