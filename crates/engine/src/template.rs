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
pub(crate) fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = template;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some((piece, after)) = hole(rest) {
            rest = after;
            return Some(piece);
        }
        let skip = rest.chars().next().map_or(0, char::len_utf8);
        let end = rest
            .match_indices('{')
            .map(|(at, _)| at)
            .find(|at| *at >= skip && rest.get(*at..).is_some_and(|r| hole(r).is_some()));
        let (text, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        Some(Piece::Text(text))
    })
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
