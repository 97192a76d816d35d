//! Texts of findings that no rule brings along, in both languages: for each kind of finding a line, and in each line
//! the id of the rule and the texts, with bars between them.

use super::Run;
use crate::eval::texts::cut;
use crate::finding::{Certainty, Lang, Level, Text};
use acklint_document::{DefectKind, part};
use once_cell::race::OnceBox;

/// A line of the texts: first one for each [`DefectKind`] in turn, then those named here.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub(super) struct Line(u8);

impl Line {
    pub(super) const COMMENTS: Self = Self::own(1);
    pub(super) const NO_OBJECT: Self = Self::own(2);
    pub(super) const TOO_MANY: Self = Self::own(3);
    pub(super) const DUPLICATE: Self = Self::own(4);
    pub(super) const UNKNOWN: Self = Self::own(5);
    pub(super) const NULL: Self = Self::own(6);
    pub(super) const REMOVED: Self = Self::own(7);
    pub(super) const WRONG_TYPE: Self = Self::own(8);
    pub(super) const PLACEHOLDER: Self = Self::own(9);
    /// What a field must be, for each type in turn.
    pub(super) const TYPES: Self = Self::own(10);
    /// What a value is, for each kind in turn.
    pub(super) const KINDS: Self = Self::own(11);
    /// What is said of values in the findings of rules.
    pub(super) const VALUES: Self = Self::own(12);

    const fn own(place: u8) -> Self {
        Self(DefectKind::TooLarge as u8 + place)
    }

    pub(super) const fn of(kind: DefectKind) -> Self {
        Self(kind as u8)
    }

    /// How bad it is, and how sure. What is wrong inside a string is known from examples only, not from the page.
    pub(super) fn weight(self, inside: bool) -> (Level, Certainty) {
        const MARK: Line = Line::of(DefectKind::ByteOrderMark);
        match self {
            MARK | Self::UNKNOWN => (Level::Warning, Certainty::Stated),
            Self::NULL | Self::PLACEHOLDER => (Level::Warning, Certainty::Implied),
            Self::REMOVED => (Level::Warning, Certainty::Elsewhere),
            Self::WRONG_TYPE if inside => (Level::Warning, Certainty::Elsewhere),
            Self::TOO_MANY => (Level::Info, Certainty::Stated),
            _ => (Level::Error, Certainty::Stated),
        }
    }

    /// Whether it is about the fields of the request, which its page lists.
    pub(super) fn cites_page(self) -> bool {
        self >= Self::UNKNOWN
    }
}

/// Texts of a line, by their place in it. Some lines have further ones.
pub(super) mod text {
    pub(in crate::check) const RULE: usize = 0;
    pub(in crate::check) const MESSAGE: usize = 1;
    pub(in crate::check) const HELP: usize = 2;
    /// What the fix is called.
    pub(in crate::check) const TITLE: usize = 3;
    /// What is said of the second place.
    pub(in crate::check) const LABEL: usize = 4;
    /// Another message, for a special case; of wrong types, another title.
    pub(in crate::check) const SPECIAL: usize = 5;
    /// Of unknown fields, what they were meant to be, or where they belong.
    pub(in crate::check) const MEANT: usize = 6;
    pub(in crate::check) const BELONGS: usize = 7;
    /// Behind all others: no text.
    pub(in crate::check) const NONE: usize = 8;

    /// Of [`VALUES`](super::Line::VALUES).
    pub(in crate::check) const IS: usize = 0;
    pub(in crate::check) const IS_SET: usize = 1;
    pub(in crate::check) const SEPARATOR: usize = 2;
    pub(in crate::check) const BODY: usize = 3;
    pub(in crate::check) const DEFAULT: usize = 4;
}

/// A line has so many texts at most.
const MOST: usize = text::NONE;

/// Of each text what stands before its first hole, and what behind it, if it has any.
type Texts = [(&'static str, Option<&'static str>); MOST];

/// The texts of a language, taken apart when the first is asked for.
fn texts(lang: Lang) -> &'static [Texts] {
    static ENGLISH: OnceBox<Vec<Texts>> = OnceBox::new();
    static CHINESE: OnceBox<Vec<Texts>> = OnceBox::new();
    let (texts, mut rest) = match lang {
        Lang::En => (&ENGLISH, include_str!("words/en.txt")),
        Lang::Zh => (&CHINESE, include_str!("words/zh.txt")),
    };
    texts.get_or_init(|| {
        let mut lines = Box::<Vec<_>>::default();
        while !rest.is_empty() {
            let (line, others) = cut(rest, '\n');
            let (mut left, mut texts) = (Some(line), [("", None); MOST]);
            for text in &mut texts {
                let (one, others) = cut(left.unwrap_or_default(), '|');
                (*text, left) = (cut(one, '$'), others);
            }
            rest = others.unwrap_or_default();
            lines.push(texts);
        }
        lines
    })
}

impl Run<'_> {
    /// A text in the language of the check.
    pub(super) fn words(&self, line: Line, text: usize) -> &'static str {
        self.pieces(line, text).0
    }

    #[inline(never)]
    fn pieces(&self, line: Line, text: usize) -> (&'static str, Option<&'static str>) {
        let line = texts(self.options.lang).get(usize::from(line.0));
        line.and_then(|line| line.get(text)).copied().unwrap_or_default()
    }

    /// A text in which `$0`, `$1` … stand for `args`.
    pub(super) fn phrase(&mut self, line: Line, text: usize, args: &[Text]) -> Text {
        let start = self.out.out().len();
        let (before, mut rest) = self.pieces(line, text);
        self.say(before);
        while let Some(hole) = rest {
            let digit = hole.bytes().next().unwrap_or_default();
            let arg = args.get(usize::from(digit.wrapping_sub(b'0')));
            self.out.repeat(arg.copied().unwrap_or_default());
            let (text, behind) = cut(part(hole, 1, hole.len()), '$');
            self.say(text);
            rest = behind;
        }
        self.out.since(start)
    }
}

#[cfg(test)]
mod tests {
    use super::{DefectKind, Lang, Line, text, texts};

    const LANGS: [Lang; 2] = [Lang::En, Lang::Zh];

    #[test]
    fn lines_are_where_they_are_looked_for() {
        for (line, rule) in [
            (Line::of(DefectKind::Empty), "syntax-error"),
            (Line::of(DefectKind::TrailingComma), "trailing-comma"),
            (Line::of(DefectKind::UnescapedQuotes), "syntax-error"),
            (Line::of(DefectKind::InvalidUtf8), "invalid-encoding"),
            (Line::of(DefectKind::ByteOrderMark), "byte-order-mark"),
            (Line::of(DefectKind::TooLarge), "too-large"),
            (Line::COMMENTS, "comment-in-json"),
            (Line::NO_OBJECT, "not-an-object"),
            (Line::TOO_MANY, "too-many-findings"),
            (Line::DUPLICATE, "duplicate-key"),
            (Line::UNKNOWN, "unknown-field"),
            (Line::NULL, "null-value"),
            (Line::REMOVED, "removed-field"),
            (Line::WRONG_TYPE, "wrong-type"),
            (Line::PLACEHOLDER, "placeholder-value"),
        ] {
            assert_eq!(LANGS.map(|lang| texts(lang)[usize::from(line.0)][text::RULE].0), [rule; 2]);
        }
        assert_eq!(LANGS.map(|lang| texts(lang).len()), [usize::from(Line::VALUES.0) + 1; 2]);
        for line in 0..=Line::VALUES.0 {
            let parts = LANGS.map(|lang| {
                // As many texts, with the same holes.
                let holes = |text: &str| ["$0", "$1", "$2"].map(|hole| text.contains(hole));
                texts(lang)[usize::from(line)].map(|(before, rest)| {
                    let whole = [before, rest.map_or("", |_| "$"), rest.unwrap_or_default()].concat();
                    (whole.is_empty(), holes(&whole))
                })
            });
            assert_eq!(parts[0], parts[1], "line {line}");
        }
    }
}
