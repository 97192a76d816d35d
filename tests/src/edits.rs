//! Random changes of texts, the same on every machine: what people and programs do to requests, and worse.

use crate::Random;

/// Pieces that make readers stumble.
const ODD: [&str; 36] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "'",
    "\\",
    "//",
    "/*",
    "*/",
    "#",
    "=",
    ";",
    "null",
    "true",
    "True",
    "None",
    "-",
    "0",
    "1e999",
    "3.0",
    "99999999999999999999",
    "\"\"",
    "\"${VPC}\"",
    "\"****\"",
    "\"\\ud800\"",
    "\"\\u0000\"",
    "\u{0}",
    "\u{feff}",
    "\u{a0}",
    "\u{3000}，",
    "“集群”",
    "😀",
    "\"{\\\"a\\\": }\"",
];

/// A text with one to four changes of bytes; it may be no UTF-8 any more.
pub fn bytes(random: &mut Random, text: &[u8]) -> Vec<u8> {
    let mut out = text.to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(out.len() as u64 + 1) as usize;
        let to = (at + 1 + random.below(12) as usize).min(out.len());
        match random.below(6) {
            0 if at < out.len() => out[at] ^= 1 << random.below(8),
            1 => out.insert(at, random.below(256) as u8),
            2 if at < to => {
                out.drain(at..to);
            }
            3 if at < to => {
                let piece = out[at..to].to_vec();
                let behind = random.below(out.len() as u64 + 1) as usize;
                out.splice(behind..behind, piece);
            }
            4 if random.below(8) == 0 => out.truncate(at),
            _ => {
                out.splice(at..at, random.of(&ODD).bytes());
            }
        }
    }
    out
}

/// A text with one to six of its tokens gone, doubled, moved, or replaced by one of `other`.
pub fn tokens(random: &mut Random, text: &str, other: &str) -> String {
    let mut list = split(text);
    let foreign = split(other);
    for _ in 0..=random.below(6) {
        let at = random.below(list.len() as u64) as usize;
        if list.is_empty() {
            break;
        }
        match random.below(6) {
            0 => {
                list.remove(at);
            }
            1 => list.insert(at, list[at]),
            2 => {
                let with = random.below(list.len() as u64) as usize;
                list.swap(at, with);
            }
            3 => list[at] = random.of(&ODD),
            4 => list.insert(at, random.of(&ODD)),
            _ if foreign.is_empty() => {}
            // Texts in place of texts, so that requests stay requests.
            _ => {
                let like = list[at].starts_with('"');
                let from = random.below(foreign.len() as u64) as usize;
                let mut rest = foreign[from..].iter().chain(&foreign[..from]);
                if let Some(token) = rest.find(|token| token.starts_with('"') == like) {
                    list[at] = token;
                }
            }
        }
    }
    list.concat()
}

/// Strings, words, blanks, and all else one by one.
fn split(text: &str) -> Vec<&str> {
    let mut out = vec![];
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let len = match first {
            '"' => string(rest),
            c if c.is_whitespace() => rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len()),
            c if is_word(c) => rest.find(|c: char| !is_word(c)).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        let (token, behind) = rest.split_at(len);
        out.push(token);
        rest = behind;
    }
    out
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || "_-+.".contains(c)
}

/// Length of the string a text begins with; to the end of the line if it is not closed.
fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            '\n' => return at,
            _ => {}
        }
    }
    text.len()
}
