//! Message templates: `{name}` prints what a field is called, `{=name}` its value, `{found}` and the like
//! what the predicate saw. A brace before anything else is a brace.
//!
//! Programs keep templates baked: in turn a text, with its length before it, and a hole. Nothing is searched for
//! when a message is made. Lengths and holes are one byte each, of ASCII, but no line break, which tools change.

use acklint_document::part;

/// Where a template is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hole {
    /// Nothing: the text goes on.
    None,
    /// What a predicate left behind, by its place in `BUILT_IN`.
    BuiltIn(BuiltIn),
    /// What one of the names of a check is called.
    Name(usize),
    /// The value of one of the names of a check.
    Value(usize),
}

/// What predicates leave behind for messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BuiltIn {
    Suggestion,
    Found,
    Min,
    Max,
    Allowed,
    Position,
    Character,
    Part,
    Row,
}

const BUILT_IN: [BuiltIn; 9] = [
    BuiltIn::Suggestion,
    BuiltIn::Found,
    BuiltIn::Min,
    BuiltIn::Max,
    BuiltIn::Allowed,
    BuiltIn::Position,
    BuiltIn::Character,
    BuiltIn::Part,
    BuiltIn::Row,
];

/// What they are called.
const NAMES_BUILT_IN: [&str; BUILT_IN.len()] =
    ["suggestion", "found", "min", "max", "allowed", "position", "character", "part", "row"];

pub(crate) fn built_in(name: &str) -> Option<BuiltIn> {
    BUILT_IN.into_iter().zip(NAMES_BUILT_IN).find(|(_, known)| *known == name).map(|(built_in, _)| built_in)
}

/// The lowest byte in use.
const FIRST: u8 = 14;
/// The highest, and so the end of the codes of names.
const LAST: u8 = 127;
/// The first name; each has two codes.
const NAMES: u8 = FIRST + 1 + BUILT_IN.len() as u8;

impl Hole {
    /// The byte it is kept as; there is room for so many names.
    pub(crate) fn code(self) -> Option<char> {
        let code = match self {
            Self::None => FIRST,
            Self::BuiltIn(built_in) => FIRST + 1 + built_in as u8,
            Self::Name(index) => NAMES.checked_add(u8::try_from(index * 2).ok()?)?,
            Self::Value(index) => NAMES.checked_add(u8::try_from(index * 2 + 1).ok()?)?,
        };
        (code <= LAST).then_some(char::from(code))
    }

    pub(crate) fn of(code: u8) -> Self {
        if let Some(name) = code.checked_sub(NAMES) {
            let index = usize::from(name / 2);
            return if name % 2 == 0 { Self::Name(index) } else { Self::Value(index) };
        }
        let built_in = code.checked_sub(FIRST + 1).and_then(|at| BUILT_IN.get(usize::from(at)));
        built_in.map_or(Self::None, |built_in| Self::BuiltIn(*built_in))
    }
}

/// A template as programs keep it; `hole` says what a name, or with `true` its value, stands for. `None` if there
/// are more names than codes.
pub(crate) fn bake(template: &str, hole: &dyn Fn(&str, bool) -> Hole) -> Option<String> {
    const LONGEST: usize = (LAST - FIRST) as usize;
    let mut out = String::new();
    let mut text = "";
    let mut close = |text: &str, hole: Hole| {
        let mut text = text;
        loop {
            let end = text.floor_char_boundary(LONGEST);
            let (part, rest) = text.split_at(end);
            out.push(char::from(FIRST + part.len() as u8));
            out.push_str(part);
            if rest.is_empty() {
                out.push(hole.code()?);
                return Some(());
            }
            out.push(Hole::None.code()?);
            text = rest;
        }
    };
    for piece in pieces(template) {
        match piece {
            Piece::Text(piece) => text = piece,
            Piece::Name(name) => close(std::mem::take(&mut text), hole(name, false))?,
            Piece::Value(name) => close(std::mem::take(&mut text), hole(name, true))?,
        }
    }
    if !text.is_empty() {
        close(text, Hole::None)?;
    }
    Some(out)
}

/// The texts of a baked template, each with the hole behind it.
#[derive(Clone)]
pub(crate) struct Parts<'t> {
    baked: &'t str,
    at: usize,
}

pub(crate) fn parts(baked: &str) -> Parts<'_> {
    Parts { baked, at: 0 }
}

impl<'t> Iterator for Parts<'t> {
    type Item = (&'t str, Hole);

    fn next(&mut self) -> Option<Self::Item> {
        let codes = self.baked.as_bytes();
        let start = self.at + 1;
        let end = start + usize::from(codes.get(self.at)?.wrapping_sub(FIRST));
        let hole = Hole::of(*codes.get(end)?);
        self.at = end + 1;
        Some((part(self.baked, start, end), hole))
    }
}

/// A piece of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    Text(&'t str),
    Name(&'t str),
    Value(&'t str),
}

/// Pieces of a template, in order.
pub(crate) fn pieces(template: &str) -> Pieces<'_> {
    Pieces { rest: template }
}

#[derive(Clone)]
pub(crate) struct Pieces<'t> {
    rest: &'t str,
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        if self.rest.is_empty() {
            return None;
        }
        if let Some((piece, after)) = hole(self.rest) {
            self.rest = after;
            return Some(piece);
        }
        let bytes = self.rest.as_bytes();
        let begins = |at: &usize| {
            bytes.get(*at) == Some(&b'{') && self.rest.get(*at..).is_some_and(|rest| hole(rest).is_some())
        };
        let end = (1..bytes.len()).find(begins).unwrap_or(bytes.len());
        let (text, after) = self.rest.split_at(end);
        self.rest = after;
        Some(Piece::Text(text))
    }
}

fn hole(text: &str) -> Option<(Piece<'_>, &str)> {
    let inner = text.strip_prefix('{')?;
    let (body, after) = inner.split_once('}')?;
    let (name, value) = match body.strip_prefix('=') {
        Some(name) => (name, true),
        None => (body, false),
    };
    let ok = !name.is_empty()
        && name.bytes().all(|b| {
            b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'^' | b'$' | b'@' | b'[' | b']' | b'*')
        });
    ok.then_some((if value { Piece::Value(name) } else { Piece::Name(name) }, after))
}

/// Names a template uses, and whether it prints their value.
pub(crate) fn names(template: &str) -> Vec<(String, bool)> {
    pieces(template)
        .filter_map(|piece| match piece {
            Piece::Text(_) => None,
            Piece::Name(n) => Some((n.to_owned(), false)),
            Piece::Value(n) => Some((n.to_owned(), true)),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn baked_templates_are_the_same() {
        let long = "中文 and {b}".repeat(40);
        for template in ["", "plain", "{a}", "{a}{=b}", "x {suggestion} {=a}, {row}", long.as_str()] {
            let names = ["a", "b"];
            let hole = |name: &str, value: bool| match (names.iter().position(|n| *n == name), value) {
                (Some(at), false) => Hole::Name(at),
                (Some(at), true) => Hole::Value(at),
                (None, _) => built_in(name).map_or(Hole::None, Hole::BuiltIn),
            };
            let baked = bake(template, &hole).unwrap_or_default();
            assert!(!baked.contains(['\0', '\n', '\r']));
            let mut again = String::new();
            for (text, hole) in parts(&baked) {
                again.push_str(text);
                let name = |at: usize| names.get(at).copied().unwrap_or_default();
                again += &match hole {
                    Hole::None => String::new(),
                    Hole::BuiltIn(BuiltIn::Row) => "{row}".to_owned(),
                    Hole::BuiltIn(_) => "{suggestion}".to_owned(),
                    Hole::Name(at) => ["{", name(at), "}"].concat(),
                    Hole::Value(at) => ["{=", name(at), "}"].concat(),
                };
            }
            assert_eq!(again, template);
        }
        assert_eq!(
            (Hole::Name(51).code().map(|c| Hole::of(c as u8)), Hole::Name(52).code()),
            (Some(Hole::Name(51)), None)
        );
    }

    #[test]
    fn pieces_and_plain_braces() {
        let got: Vec<_> = pieces("add { \"a\": 1 } to {addons}, now {=a.b}中{").collect();
        assert_eq!(
            got,
            [
                Piece::Text("add { \"a\": 1 } to "),
                Piece::Name("addons"),
                Piece::Text(", now "),
                Piece::Value("a.b"),
                Piece::Text("中{"),
            ]
        );
    }
}
