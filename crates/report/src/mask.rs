//! What is never shown.

use acklint_document::Span;

/// Stands for every secret, so that its length is one too.
pub(crate) const MASK: &str = "********";

/// Names of secrets, in lower case, without what stands between words.
const NAMES: [&str; 4] = ["password", "passwd", "user_data", "userdata"];

/// How far behind its line a value is looked for, in bytes.
const FURTHEST: usize = 1024;

/// Quotes around values: of JSON, of JSON in a string, and as people mistype them.
const QUOTES: [char; 7] = ['"', '\'', '`', '“', '”', '‘', '’'];

/// All secrets of a text, in order and apart: `known` are those of the tree; others hide in comments and in
/// text the reader could make nothing of.
pub(crate) fn secrets(text: &str, mut known: Vec<Span>) -> Vec<Span> {
    // Known ones stand in order and apart: only the first that ends behind a place can overlap it.
    let is_known = |span: &Span| {
        let at = known.partition_point(|k| k.end <= span.start);
        known.get(at).is_some_and(|k| overlap(*k, *span))
    };
    let stray: Vec<Span> = stray(text).filter(|span| !is_known(span)).collect();
    known.extend(stray);
    for span in &mut known {
        span.end = glued_end(text, span.end);
    }
    known.retain(|span| {
        let value = inner(text.get(span.range()).unwrap_or_default()).trim();
        !value.is_empty() && value != "null"
    });
    known.sort_unstable();
    let mut apart: Vec<Span> = Vec::with_capacity(known.len());
    for span in known {
        match apart.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => apart.push(span),
        }
    }
    apart
}

/// Text glued to a secret is the rest of it: a quote inside of it was taken for its end.
fn glued_end(text: &str, end: u32) -> u32 {
    let rest = text.get(end as usize..).unwrap_or_default();
    if rest.starts_with(|c: char| c.is_whitespace() || QUOTES.contains(&c) || ",:;}]\\/#，｝］".contains(c))
    {
        return end;
    }
    end + rest.find(char::is_whitespace).unwrap_or(rest.len()) as u32
}

const fn overlap(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}

/// Values behind the name of a secret, by their look alone.
fn stray(text: &str) -> impl Iterator<Item = Span> {
    let bytes = text.as_bytes();
    let (mut at, mut line_end) = (0, 0);
    std::iter::from_fn(move || {
        while at < bytes.len() {
            // Two letters begin all names: most bytes need no closer look.
            let begins = matches!(bytes.get(at), Some(b'p' | b'P' | b'u' | b'U'));
            let name = NAMES.iter().filter(|_| begins).find(|name| {
                bytes.get(at..at + name.len()).is_some_and(|part| part.eq_ignore_ascii_case(name.as_bytes()))
            });
            let Some(name) = name else {
                at += 1;
                continue;
            };
            at += name.len();
            // Looked for once in each line, however many names stand in it.
            if at > line_end {
                let rest = bytes.get(at..).unwrap_or_default();
                line_end = at + rest.iter().position(|b| matches!(b, b'\n' | b'\r')).unwrap_or(rest.len());
            }
            if let Some(span) = value_behind(text, at, line_end) {
                at = span.end as usize;
                return Some(span);
            }
        }
        None
    })
}

/// The value behind a name that ends at `at`, in a line that ends at `line_end`: quotes, a colon or an equals sign,
/// the value.
fn value_behind(text: &str, at: usize, line_end: usize) -> Option<Span> {
    let line = text.get(at..line_end)?;
    let behind = line.trim_start_matches(|c| QUOTES.contains(&c) || c == '\\' || c == ' ' || c == '\t');
    let value = behind.strip_prefix([':', '=', '：'])?.trim_start();
    let start = at + (line.len() - value.len());
    let end = match quotes(value).0 {
        // Where a list or an object ends is not known here.
        0 if value.starts_with(['[', '{']) => value.len(),
        // Without quotes it may hold blanks, so it ends where a value of JSON would.
        0 => value.find([',', '}', ']']).unwrap_or(value.len()),
        open => {
            // A line break does not end it, but the search must.
            let far = text.floor_char_boundary(text.len().min(start + value.len() + FURTHEST));
            let far = text.get(start..far).unwrap_or_default();
            let behind = open + closing(far, open);
            open + if behind < far.len() { closing(far, open) } else { closing(value, open) }
        }
    };
    (end > 0).then(|| Span::new(start as u32, (start + end) as u32))
}

/// How far it is from behind the opening quote of `value` to behind the closing one, or to the end.
fn closing(value: &str, open: usize) -> usize {
    let (front, rest) = (value.get(..open).unwrap_or_default(), value.get(open..).unwrap_or_default());
    let escaped = front.len() - front.trim_start_matches('\\').len();
    let closer = match front.chars().next_back() {
        Some('“') => '”',
        Some('‘') => '’',
        other => other.unwrap_or('"'),
    };
    let mut slashes = 0;
    for (at, c) in rest.char_indices() {
        if c == closer && slashes == escaped {
            return at + c.len_utf8();
        }
        slashes = if c == '\\' { slashes + 1 } else { 0 };
    }
    rest.len()
}

/// A value without its quotes.
pub(crate) fn inner(value: &str) -> &str {
    let (open, close) = quotes(value);
    value.get(open..value.len() - close).unwrap_or_default()
}

/// Widths of the quotes of a value, in bytes.
pub(crate) fn quotes(value: &str) -> (usize, usize) {
    let front = value.trim_start_matches('\\');
    let Some(first) = front.chars().next().filter(|c| QUOTES.contains(c)) else { return (0, 0) };
    let open = value.len() - front.len() + first.len_utf8();
    let rest = value.get(open..).unwrap_or_default();
    let Some(last) = rest.chars().next_back().filter(|c| QUOTES.contains(c)) else { return (open, 0) };
    let body = rest.get(..rest.len() - last.len_utf8()).unwrap_or_default();
    // The backslashes belong to the closing quote only where the opening one has them too.
    let body = if first.len_utf8() < open { body.trim_end_matches('\\') } else { body };
    (open, rest.len() - body.len())
}

/// `text` with a mask in place of every secret; quotes stay.
pub(crate) fn masked(text: &str, secrets: &[Span]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for span in secrets {
        let value = text.get(span.range()).unwrap_or_default();
        let (open, close) = quotes(value);
        out.push_str(text.get(done..span.start as usize + open).unwrap_or_default());
        out.push_str(MASK);
        done = span.end as usize - close;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use acklint_document::Document;

    fn mask(text: &str) -> String {
        let doc = Document::parse(text);
        masked(doc.text(), &secrets(doc.text(), acklint_engine::secrets(&doc)))
    }

    #[test]
    fn quotes_stay_and_lengths_do_not_show() {
        assert_eq!(mask(r#"{"login_password": "a"}"#), r#"{"login_password": "********"}"#);
        assert_eq!(mask("{'login_password': 'abc\\'d'}"), "{'login_password': '********'}");
        assert_eq!(mask("{login_password: Hello1234, a: 1}"), "{login_password: ********, a: 1}");
        assert_eq!(mask(r#"{"login_password": 12345}"#), r#"{"login_password": ********}"#);
        assert_eq!(mask(r#"{"user_data": ["x", {"y": 1}]}"#), r#"{"user_data": ********}"#);
    }

    #[test]
    fn a_value_without_a_clear_end_is_hidden_further() {
        assert_eq!(mask("{ password: \"S3cret!,, password: \"S3cret!, }"), "{ password: \"******** }");
        assert_eq!(mask("{ // password = [\"S3\", 1]\n}"), "{ // password = ********\n}");
        let broken = "{\"c\": \"{password: \\\"S3\ncret\\\",}\"}";
        assert_eq!(mask(broken), "{\"c\": \"{password: \\\"********\\\",}\"}");
        // A comma that is missing ends it, too.
        assert_eq!(mask(r#"{"password":"S3" "a":1}"#), r#"{"password":"********" "a":1}"#);
    }

    #[test]
    fn nothing_is_masked_where_nothing_is_hidden() {
        for text in [r#"{"login_password": ""}"#, r#"{"login_password": null}"#, r#"{"password_mode": "x"}"#]
        {
            assert_eq!(mask(text), text);
        }
    }

    #[test]
    fn secrets_outside_the_tree_are_found() {
        assert_eq!(
            mask("{ // \"login_password\": \"S3cret\"\n}"),
            "{ // \"login_password\": \"********\"\n}"
        );
        assert_eq!(mask("{ // password=S3cret!\n}"), "{ // password=********\n}");
        assert_eq!(mask("{ // password: 'S3\"x' y\n}"), "{ // password: '********' y\n}");
        assert_eq!(
            mask("[\"{\\\"login_password\\\":\\\"S3\\\"}\"]"),
            "[\"{\\\"login_password\\\":\\\"********\\\"}\"]"
        );
    }
}
