//! What tests of whole requests share.
#![allow(dead_code)] // each test uses a part of it

use acklint::{Findings, Lang, Level, Linter, Options};
use acklint_document::LineIndex;
use acklint_tests::{Random, bodies, edits, path};
use std::fs;
use std::path::PathBuf;

/// A request of `tests/requests`.
pub(crate) struct Request {
    /// Name of the file.
    pub(crate) name: String,
    /// Where it is.
    pub(crate) path: PathBuf,
    /// What is in it.
    pub(crate) bytes: Vec<u8>,
}

impl Request {
    /// As the command line checks it; templates are to have holes.
    pub(crate) fn options(&self) -> Options {
        Options {
            jsonc: self.path.extension().is_some_and(|e| e == "jsonc"),
            allow_placeholders: self.name.contains(".template."),
            ..Options::default()
        }
    }
}

/// All requests of a folder, by name.
pub(crate) fn requests(folder: &str) -> Vec<Request> {
    let mut out: Vec<Request> = fs::read_dir(path("requests").join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "json" || e == "jsonc"))
        .map(|path| Request {
            name: path.file_name().unwrap().to_string_lossy().into_owned(),
            bytes: fs::read(&path).unwrap(),
            path,
        })
        .collect();
    out.sort_by(|a, b| a.name.cmp(&b.name));
    out
}

/// Requests that are spoilt: good ones, bad ones, the page's sample, generated ones.
pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let folders = requests("good").into_iter().chain(requests("bad"));
    let mut all: Vec<Vec<u8>> = folders.map(|r| r.bytes).collect();
    all.push(fs::read(path("page-sample/request.jsonc")).unwrap());
    all.extend(bodies(20).into_iter().map(String::into_bytes));
    all
}

/// One of `seeds` with a few bytes or words changed.
pub(crate) fn spoilt(random: &mut Random, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut pick = || &seeds[random.below(seeds.len() as u64) as usize];
    let (text, other) = (pick(), pick());
    if random.below(3) == 0 {
        return edits::bytes(random, text);
    }
    let (text, other) = (String::from_utf8_lossy(text), String::from_utf8_lossy(other));
    edits::tokens(random, &text, &other).into_bytes()
}

/// Findings of a request.
pub(crate) fn check(request: &[u8], options: &Options) -> Findings {
    Linter::new().check(request, options).clone()
}

/// Findings of a request, one a line: place, level, rule, pointer, message.
pub(crate) fn listing(bytes: &[u8], options: &Options) -> String {
    let mut linter = Linter::new();
    linter.check(bytes, options);
    let lines = LineIndex::new(linter.document().text());
    let mut out = String::new();
    for f in linter.findings() {
        let place = lines.position(f.span.start);
        let pointer = if f.pointer.is_empty() { "$" } else { f.pointer };
        let line = format!(
            "{}:{} {}[{}] {pointer}: {}",
            place.line,
            place.column,
            f.level.as_str(),
            f.rule,
            f.message
        );
        out.extend(line.chars().flat_map(|c| {
            // What cannot be seen is written out.
            let hidden = c.is_control() || "\u{feff}\u{200b}\u{a0}".contains(c);
            let shown: Vec<char> = if hidden { c.escape_unicode().collect() } else { vec![c] };
            shown
        }));
        out.push('\n');
    }
    out
}

/// Compares with a committed text, or with `UPDATE_SNAPSHOTS=1` writes it. Gives what differs.
pub(crate) fn snapshot(file: &str, text: &str) -> Option<String> {
    let full = path(file);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some_and(|v| v == "1") {
        fs::write(&full, text).unwrap();
        return None;
    }
    // Git may write line ends as the machine has them.
    let old = fs::read_to_string(&full).unwrap_or_default().replace("\r\n", "\n");
    if old == text {
        return None;
    }
    let minus = old.lines().filter(|line| !text.lines().any(|l| l == *line)).map(|l| format!("-{l}\n"));
    let plus = text.lines().filter(|line| !old.lines().any(|l| l == *line)).map(|l| format!("+{l}\n"));
    let changes: String = minus.chain(plus).collect();
    Some(format!("{file} (UPDATE_SNAPSHOTS=1 renews it)\n{changes}"))
}

/// Errors as rule and pointer.
pub(crate) fn errors(findings: &Findings) -> Vec<(&str, &str)> {
    let errors = findings.iter().filter(|f| f.level == Level::Error);
    errors.map(|f| (f.rule, f.pointer)).collect()
}

/// Both languages.
pub(crate) const LANGS: [(Lang, &str); 2] = [(Lang::En, "en"), (Lang::Zh, "zh")];
