//! What a fix would change, as a unified diff of the masked texts.

use crate::paint::{Look, Paint};
use crate::safe::stand_in;
use similar::TextDiff;

/// The difference of two masked texts ([`Source::masked`](crate::Source::masked)); empty if there is none.
pub fn unified(name: &str, before: &str, after: &str, look: Look) -> String {
    let diff = TextDiff::from_lines(before, after);
    let mut out = String::new();
    let text = diff.unified_diff().context_radius(3).header(name, name).to_string();
    for line in text.lines() {
        let paint = match line.as_bytes() {
            [b'+', b'+', b'+', ..] | [b'-', b'-', b'-', ..] => Paint::Strong,
            [b'+', ..] => Paint::Added,
            [b'-', ..] => Paint::Removed,
            [b'@', ..] => Paint::Level(acklint_engine::finding::Level::Info),
            _ => Paint::Faint,
        };
        let safe: String = line.chars().map(shown).collect();
        out.push_str(&if paint == Paint::Faint { safe } else { look.paint(paint, &safe) });
        out.push('\n');
    }
    out
}

/// Tabs stay: they are most of some texts, and do no harm.
fn shown(c: char) -> String {
    match stand_in(c) {
        Some(text) if c != '\t' => text.into_owned(),
        _ => c.to_string(),
    }
}
