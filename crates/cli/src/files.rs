//! From what was written on the command line to the requests it means.

use crate::say::Trouble;
use globset::GlobBuilder;
use ignore::WalkBuilder;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

/// A request to be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    Stdin,
    File(PathBuf),
}

impl Input {
    /// As people see it.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Stdin => "<stdin>".to_owned(),
            Self::File(path) => path.to_string_lossy().into_owned(),
        }
    }

    /// Whether comments and trailing commas are meant.
    pub(crate) fn is_jsonc(&self) -> bool {
        matches!(self, Self::File(path) if has_extension(path, &["jsonc"]))
    }

    /// The text. Of one that is too long only so much that the check can say so.
    pub(crate) fn read(&self, max_size: usize) -> io::Result<Vec<u8>> {
        let limit = max_size as u64 + 1;
        let mut bytes = vec![];
        match self {
            Self::Stdin => io::stdin().lock().take(limit).read_to_end(&mut bytes)?,
            Self::File(path) => {
                let file = File::open(path)?;
                let len = file.metadata().map_or(0, |metadata| metadata.len());
                bytes.reserve_exact(len.min(limit) as usize + 1);
                file.take(limit).read_to_end(&mut bytes)?
            }
        };
        Ok(bytes)
    }
}

/// All requests meant by `paths`, each once and in the order given, and what went wrong on the way.
pub(crate) fn inputs(paths: &[String]) -> (Vec<Input>, Vec<Trouble>) {
    let mut found = Found::default();
    if paths.is_empty() {
        if io::stdin().is_terminal() {
            found.troubles.push(Trouble::NoInput);
        } else {
            found.inputs.push(Input::Stdin);
        }
    }
    for path in paths {
        found.path(path);
    }
    (found.inputs, found.troubles)
}

#[derive(Default)]
struct Found {
    inputs: Vec<Input>,
    seen: BTreeSet<PathBuf>,
    troubles: Vec<Trouble>,
}

impl Found {
    fn path(&mut self, text: &str) {
        if text == "-" {
            if !self.inputs.contains(&Input::Stdin) {
                self.inputs.push(Input::Stdin);
            }
            return;
        }
        let path = Path::new(text);
        if path.is_dir() {
            let files = self.walk(path, |file| has_extension(file, &["json", "jsonc"]));
            if files == 0 {
                self.troubles.push(Trouble::NoRequests(text.to_owned()));
            }
        } else if !path.exists() && text.contains(['*', '?', '[', '{']) {
            self.glob(text);
        } else {
            // Also a file that is not there: reading it says so.
            self.file(path.to_owned());
        }
    }

    fn file(&mut self, path: PathBuf) {
        if self.seen.insert(path.clone()) {
            self.inputs.push(Input::File(path));
        }
    }

    /// The files below a folder that are wanted, without those git ignores. Says how many there are.
    fn walk(&mut self, folder: &Path, wanted: impl Fn(&Path) -> bool) -> usize {
        let mut files = vec![];
        // A .gitignore counts outside of repositories too: a folder that was copied is still the same folder.
        for entry in WalkBuilder::new(folder).require_git(false).build() {
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                    let path = entry.into_path();
                    files.push(path.strip_prefix("./").map(Path::to_owned).unwrap_or(path));
                }
                Ok(_) => {}
                Err(error) => {
                    let name = folder.to_string_lossy().into_owned();
                    let error = error.to_string();
                    self.troubles.push(Trouble::Read(name, io::Error::other(error)));
                }
            }
        }
        files.retain(|file| wanted(file));
        files.sort_unstable();
        let count = files.len();
        for file in files {
            self.file(file);
        }
        count
    }

    fn glob(&mut self, text: &str) {
        let pattern = text.strip_prefix("./").unwrap_or(text);
        let glob = match GlobBuilder::new(pattern).literal_separator(true).build() {
            Ok(glob) => glob.compile_matcher(),
            Err(error) => {
                self.troubles.push(Trouble::Glob(text.to_owned(), error.kind().to_string()));
                return;
            }
        };
        let base = base(pattern);
        let folder = if base.as_os_str().is_empty() { Path::new(".") } else { base };
        let count = if folder.is_dir() { self.walk(folder, |file| glob.is_match(file)) } else { 0 };
        if count == 0 {
            self.troubles.push(Trouble::NoMatch(text.to_owned()));
        }
    }
}

/// The folders of a glob before its first wildcard.
fn base(pattern: &str) -> &Path {
    let wild = pattern.find(['*', '?', '[', '{']).unwrap_or(pattern.len());
    let fixed = pattern.get(..wild).unwrap_or_default();
    let end = fixed.rfind(std::path::is_separator).map_or(0, |at| at.max(1));
    Path::new(fixed.get(..end).unwrap_or_default())
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    path.extension().is_some_and(|own| extensions.iter().any(|one| own.eq_ignore_ascii_case(one)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glob_is_walked_from_its_last_fixed_folder() {
        for (pattern, folder) in [
            ("*.json", ""),
            ("a/b*/c.json", "a"),
            ("/x/[ab].json", "/x"),
            ("/*.json", "/"),
            ("a/b/**", "a/b"),
        ] {
            assert_eq!(base(pattern), Path::new(folder), "{pattern}");
        }
    }

    #[test]
    fn jsonc_goes_by_its_extension() {
        assert!(Input::File("a/b.JSONC".into()).is_jsonc());
        assert!(!Input::File("a/jsonc".into()).is_jsonc());
        assert!(!Input::Stdin.is_jsonc());
    }
}
