//! Rule packs from files, with the place of every fault.
//!
//! A pack is one TOML file, or a folder: `pack.toml` (pages, conditions, formats, shared sites),
//! `fields/*.toml`, `known/*.toml`, `baselines/*.json` and one file per rule, `<topic>/<id>.toml`. Reading
//! the folder is the caller's business; the engine takes names and texts.

use crate::compile::{PackError, compile};
use crate::pack::{Field, KnownList, Pack, Rule, Section};
use crate::program::Program;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;

/// A file of a pack.
#[derive(Clone, Debug)]
pub struct PackFile {
    /// Path inside the pack, with `/`.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// A fault of a rule file, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// Name of the file.
    pub file: String,
    /// Bytes of the file's text, if the fault has a place.
    pub span: Option<Range<usize>>,
    /// What is wrong.
    pub message: String,
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.file, self.message)
    }
}

impl std::error::Error for LoadError {}

/// Packs read from files, ready to be compiled.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The pack.
    pub pack: Pack,
    files: Vec<PackFile>,
    /// File of each rule.
    rules: BTreeMap<String, usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FieldFile {
    fields: Vec<Field>,
}

/// Reads the files of one pack.
///
/// # Errors
/// Every file that is not TOML of the right form, with the place of its first fault.
pub fn load(files: Vec<PackFile>) -> Result<Loaded, Vec<LoadError>> {
    let mut loaded = Loaded::default();
    let mut errors = vec![];
    for (index, file) in files.iter().enumerate() {
        if let Err(error) = loaded.file(index, file) {
            errors.push(error);
        }
    }
    loaded.pack.fields.sort_by_key(|f| f.section);
    loaded.files = files;
    if errors.is_empty() { Ok(loaded) } else { Err(errors) }
}

impl Loaded {
    fn file(&mut self, index: usize, file: &PackFile) -> Result<(), LoadError> {
        let mut parts: Vec<&str> = file.name.split('/').collect();
        let stem = parts.pop().unwrap_or_default();
        match parts.as_slice() {
            [.., "fields"] => {
                let mut part: FieldFile = read(file)?;
                let section = section_of(stem);
                for field in &mut part.fields {
                    field.section = section;
                }
                self.pack.fields.extend(part.fields);
            }
            [.., "known"] => self.pack.known.push(read::<KnownList>(file)?),
            [.., "baselines"] => {
                let name = stem.strip_suffix(".json").unwrap_or(stem);
                self.pack.baselines.insert(name.to_owned(), file.text.clone());
            }
            _ if is_rule(&file.text) => {
                let mut rule: Rule = read(file)?;
                if let Some(topic) = parts.last() {
                    (*topic).clone_into(&mut rule.topic);
                }
                if !parts.is_empty() && stem.strip_suffix(".toml") != Some(rule.id.as_str()) {
                    return Err(LoadError {
                        file: file.name.clone(),
                        span: locate(&file.text, &["id".to_owned()]),
                        message: format!("the id is `{}`, so the file is named `{0}.toml`", rule.id),
                    });
                }
                self.rules.insert(rule.id.clone(), index);
                self.pack.rules.push(rule);
            }
            _ => self.merge(read(file)?, index),
        }
        Ok(())
    }

    fn merge(&mut self, part: Pack, index: usize) {
        let pack = &mut self.pack;
        if !part.name.is_empty() {
            pack.name = part.name;
        }
        if !part.request_page.is_empty() {
            pack.request_page = part.request_page;
        }
        pack.fields.extend(part.fields);
        pack.known.extend(part.known);
        pack.pages.extend(part.pages);
        pack.conditions.extend(part.conditions);
        pack.formats.extend(part.formats);
        pack.sites.extend(part.sites);
        pack.baselines.extend(part.baselines);
        self.rules.extend(part.rules.iter().map(|r| (r.id.clone(), index)));
        pack.rules.extend(part.rules);
    }

    /// Compiles this pack on top of others.
    ///
    /// # Errors
    /// Every fault the compiler finds, with its place in the files.
    pub fn compile(&self, base: &[&Pack]) -> Result<Program, Vec<LoadError>> {
        let mut packs = base.to_vec();
        packs.push(&self.pack);
        compile(&packs).map_err(|errors| errors.iter().map(|e| self.placed(e)).collect())
    }

    /// Gives an error of the compiler its place.
    pub fn placed(&self, error: &PackError) -> LoadError {
        let file = self.rules.get(&error.rule).and_then(|index| self.files.get(*index));
        let file = file.or_else(|| self.files.iter().find(|f| f.name.ends_with("pack.toml")));
        let Some(file) = file.or(self.files.first()) else {
            return LoadError { file: error.rule.clone(), span: None, message: error.message.clone() };
        };
        let mut path = error.path.clone();
        if !is_rule(&file.text) && self.rules.contains_key(&error.rule) {
            // Several rules in one file: look inside the one at fault.
            let at = self.pack.rules.iter().position(|r| r.id == error.rule).unwrap_or(0);
            path.splice(0..0, ["rules".to_owned(), at.to_string()]);
        } else if !is_rule(&file.text) {
            path.insert(0, error.rule.clone());
        }
        LoadError { file: file.name.clone(), span: locate(&file.text, &path), message: error.message.clone() }
    }
}

/// A file with an `id` of its own is a rule; any other is a pack or a part of one.
fn is_rule(text: &str) -> bool {
    text.lines().any(|line| line.split('=').next().is_some_and(|key| key.trim() == "id"))
        && !text.lines().any(|line| line.trim() == "[[rules]]")
}

fn read<T: for<'de> Deserialize<'de>>(file: &PackFile) -> Result<T, LoadError> {
    toml::from_str(&file.text).map_err(|error| LoadError {
        file: file.name.clone(),
        span: error.span(),
        message: error.message().to_owned(),
    })
}

fn section_of(stem: &str) -> Section {
    match stem.trim_end_matches(".toml").split('-').next() {
        Some("network") => Section::Network,
        Some("advanced") => Section::Advanced,
        Some("master") => Section::Master,
        Some("addons") => Section::Addons,
        Some("nodepools") => Section::Nodepools,
        Some("facts") => Section::Facts,
        Some("later") => Section::Later,
        Some("removed") => Section::Removed,
        _ => Section::Basic,
    }
}

/// The deepest part of `path` that is in the text.
fn locate(text: &str, path: &[String]) -> Option<Range<usize>> {
    let root = toml::de::DeTable::parse(text).ok()?;
    let mut span = None;
    let mut table = Some(root.get_ref());
    let mut array: Option<&toml::de::DeArray<'_>> = None;
    for key in path {
        let next = match (table, array) {
            (Some(t), _) => toml::de::DeTable::get(t, key.as_str()),
            (None, Some(a)) => key.parse::<usize>().ok().and_then(|i| a.get(i)),
            (None, None) => None,
        };
        let Some(value) = next else { continue };
        span = Some(value.span());
        (table, array) = match value.get_ref() {
            toml::de::DeValue::Table(t) => (Some(t), None),
            toml::de::DeValue::Array(a) => (None, Some(a)),
            _ => (None, None),
        };
    }
    span
}
