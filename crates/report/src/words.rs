//! The fixed words of the output, in both languages.

use acklint_engine::finding::{Certainty, Lang, Level, Safety};

/// A level, as people read it.
pub const fn level(level: Level, lang: Lang) -> &'static str {
    match (lang, level) {
        (Lang::En, Level::Error) => "error",
        (Lang::En, Level::Warning) => "warning",
        (Lang::En, Level::Info) => "info",
        (Lang::Zh, Level::Error) => "错误",
        (Lang::Zh, Level::Warning) => "警告",
        (Lang::Zh, Level::Info) => "提示",
    }
}

/// How sure the source of a rule is, as a short phrase.
pub const fn certainty(certainty: Certainty, lang: Lang) -> &'static str {
    match (lang, certainty) {
        (Lang::En, Certainty::Stated) => "stated by this page",
        (Lang::En, Certainty::Implied) => "implied by this page",
        (Lang::En, Certainty::Elsewhere) => "stated elsewhere",
        (Lang::En, Certainty::Disputed) => "sources disagree",
        (Lang::Zh, Certainty::Stated) => "本页明确说明",
        (Lang::Zh, Certainty::Implied) => "由本页推断",
        (Lang::Zh, Certainty::Elsewhere) => "见于其他文档",
        (Lang::Zh, Certainty::Disputed) => "各处说法不一",
    }
}

/// How sure the source of a rule is, in one word.
pub const fn sure(certainty: Certainty, lang: Lang) -> &'static str {
    match (lang, certainty) {
        (Lang::En, Certainty::Stated) => "stated",
        (Lang::En, Certainty::Implied) => "implied",
        (Lang::En, Certainty::Elsewhere) => "elsewhere",
        (Lang::En, Certainty::Disputed) => "disputed",
        (Lang::Zh, Certainty::Stated) => "明确",
        (Lang::Zh, Certainty::Implied) => "推断",
        (Lang::Zh, Certainty::Elsewhere) => "旁证",
        (Lang::Zh, Certainty::Disputed) => "争议",
    }
}

/// How a fix is applied.
pub const fn safety(safety: Safety, lang: Lang) -> &'static str {
    match (lang, safety) {
        (_, Safety::Safe) => "--fix",
        (_, Safety::Unsafe) => "--fix --unsafe-fixes",
        (Lang::En, Safety::Choice) => "your choice",
        (Lang::Zh, Safety::Choice) => "由您选择",
    }
}

/// The words that introduce a line below a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// What to do.
    Help,
    /// What `--fix` can do.
    Fix,
    /// Where it is documented.
    Page,
    /// What was left out.
    Note,
}

/// A word that introduces a line.
pub const fn key(key: Key, lang: Lang) -> &'static str {
    match (lang, key) {
        (Lang::En, Key::Help) => "help",
        (Lang::En, Key::Fix) => "fix",
        (Lang::En, Key::Page) => "page",
        (Lang::En, Key::Note) => "note",
        (Lang::Zh, Key::Help) => "建议",
        (Lang::Zh, Key::Fix) => "修复",
        (Lang::Zh, Key::Page) => "依据",
        (Lang::Zh, Key::Note) => "说明",
    }
}

/// Between a word and what it introduces.
pub const fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ": ",
        Lang::Zh => "：",
    }
}

/// Label of the primary place, where others have one too.
pub const fn here(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "here",
        Lang::Zh => "此处",
    }
}

/// Tells of places that have no room in the frame.
pub fn more_places(count: usize, lines: &str, lang: Lang) -> String {
    match (lang, count) {
        (Lang::En, 1) => format!("and 1 more place, line {lines}"),
        (Lang::En, n) => format!("and {n} more places, lines {lines}"),
        (Lang::Zh, n) => format!("另有 {n} 处，位于第 {lines} 行"),
    }
}
