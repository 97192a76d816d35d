//! Rule files of the user's own, on top of the built-in rules.

use crate::say::Trouble;
use acklint::engine::Program;
use acklint::engine::finding::List;
use acklint::engine::load::{LoadError, Loaded, PackFile, load};
use acklint::pack::Pack;
use acklint::{Certainty, Finding, Level, Linter};
use acklint_document::Span;
use acklint_report::{Look, Source, pretty};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Why rule files cannot be used, ready to be printed.
pub(crate) type Faults = String;

/// The rules of packs, and what they were compiled to together with the built-in ones.
pub(crate) struct Packs {
    own: Vec<Pack>,
    /// `None` if there are only the built-in rules.
    program: Option<Program>,
}

impl Packs {
    /// The packs of `paths`, each a file or the folder of a pack.
    pub(crate) fn read(paths: &[String], look: Look) -> Result<Self, Faults> {
        let (mut faults, mut packs) = (Faults::new(), vec![]);
        for path in paths {
            match pack(path, look) {
                Ok(loaded) => packs.push(loaded),
                Err(fault) => faults.push_str(&fault),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut base: Vec<&Pack> = vec![acklint::builtin_pack()];
        let mut program = None;
        for (files, loaded) in &packs {
            // Each on top of those before it, so that a fault has its place in the right file.
            match loaded.compile(&base) {
                Ok(compiled) => program = Some(compiled),
                Err(errors) => return Err(shown(&errors, files, look)),
            }
            base.push(&loaded.pack);
        }
        Ok(Self { own: packs.into_iter().map(|(_, loaded)| loaded.pack).collect(), program })
    }

    /// All packs, the built-in one first.
    pub(crate) fn all(&self) -> Vec<&Pack> {
        std::iter::once(acklint::builtin_pack()).chain(&self.own).collect()
    }

    /// The rules of all packs.
    pub(crate) fn program(&self) -> &Program {
        self.program.as_ref().unwrap_or_else(|| acklint::builtin_program())
    }
}

/// A linter with the built-in rules and those of `paths`.
pub(crate) fn linter(paths: &[String], look: Look) -> Result<Linter, Faults> {
    // Checking needs no rule texts, so the built-in ones are not even read.
    if paths.is_empty() {
        return Ok(Linter::new());
    }
    Ok(Packs::read(paths, look)?.program.map_or_else(Linter::new, Linter::with_program))
}

fn pack(path: &str, look: Look) -> Result<(Vec<PackFile>, Loaded), Faults> {
    let files = read(Path::new(path))
        .map_err(|(file, error)| Trouble::Read(file.to_string_lossy().into_owned(), error).text(look))?;
    let loaded = load(files.clone()).map_err(|errors| shown(&errors, &files, look))?;
    Ok((files, loaded))
}

/// A file by its own name; of a folder all TOML and JSON files, by their names in it.
fn read(path: &Path) -> Result<Vec<PackFile>, (PathBuf, io::Error)> {
    let file = |path: &Path, name: String| {
        let text = fs::read_to_string(path).map_err(|error| (path.to_owned(), error))?;
        Ok(PackFile { name, text })
    };
    if !path.is_dir() {
        return Ok(vec![file(path, path.to_string_lossy().into_owned())?]);
    }
    let (mut files, mut folders) = (vec![], vec![path.to_owned()]);
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| (folder.clone(), error))?;
        for entry in entries {
            let entry = entry.map_err(|error| (folder.clone(), error))?.path();
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|e| e == "toml" || e == "json") {
                let name = entry.strip_prefix(path).unwrap_or(&entry).to_string_lossy().replace('\\', "/");
                files.push(file(&entry, name)?);
            }
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// The faults with their lines, as findings are shown.
fn shown(errors: &[LoadError], files: &[PackFile], look: Look) -> Faults {
    let mut out = Faults::new();
    for error in errors {
        let text = files.iter().find(|file| file.name == error.file).map_or("", |file| file.text.as_str());
        let span = error.span.clone().unwrap_or(0..0);
        let fault = Finding {
            rule: "rule-file",
            level: Level::Error,
            certainty: Certainty::Stated,
            pointer: "",
            span: Span::new(span.start as u32, span.end as u32),
            message: &error.message,
            help: None,
            url: None,
            related: List::default(),
            fixes: List::default(),
        };
        out.push_str(&pretty::finding(&Source::plain(&error.file, text), &fault, look));
    }
    out
}
