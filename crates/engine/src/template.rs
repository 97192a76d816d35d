//! Message templates: `{name}` prints what a field is called, `{=name}` its value, `{found}` and the like
//! what the predicate saw. A brace before anything else is a brace.

/// What predicates leave behind for messages.
const BUILT_IN: [&str; 9] =
    ["suggestion", "found", "min", "max", "allowed", "position", "character", "part", "row"];

pub(crate) fn is_built_in(name: &str) -> bool {
    BUILT_IN.contains(&name)
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
