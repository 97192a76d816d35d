//! Rule files to the committed pack: `pack.json` for people and explanations, `pack.bin` and `pack.wide.bin` for checks.

use acklint_engine::load::{LoadError, PackFile, load};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// What to do with generated files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Write them.
    Write,
    /// Say if they are stale.
    Check,
}

/// The workspace's root folder.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Bakes the built-in pack, and writes the reference, which has its own check.
pub(crate) fn bake(mode: Mode) -> Result<(), Box<dyn Error>> {
    let files = read_pack(&root().join("rules/ack"))?;
    let texts = files.clone();
    let loaded = load(files).map_err(|e| report(&e, &texts))?;
    let program = loaded.compile(&[]).map_err(|e| report(&e, &texts))?;
    let mut json = serde_json::to_string_pretty(&loaded.pack)?;
    json.push('\n');
    output(mode, "crates/ack/pack.json", json.as_bytes())?;
    let (tables, texts) = program.to_bytes();
    output(mode, "crates/ack/pack.bin", &tables)?;
    output(mode, "crates/ack/pack.wide.bin", &program.to_wide_bytes().0)?;
    output(mode, "crates/ack/pack.txt", texts.as_bytes())?;
    output(mode, "crates/ack/coverage.json", crate::coverage::json()?.as_bytes())?;
    output(mode, "crates/ack/src/model.rs", crate::model::generate(&loaded.pack)?.as_bytes())?;
    output(mode, "crates/ack/schema.json", &schema("acklint", "request")?)?;
    output(mode, "crates/ack/pack.schema.json", &schema("acklint", "pack")?)?;
    output(mode, "crates/report/schema.json", &schema("acklint-report", "output")?)?;
    output(mode, "rules/rule.schema.json", &schema("acklint", "rule")?)?;
    if mode == Mode::Write { crate::docs::run(mode) } else { Ok(()) }
}

/// A JSON Schema, printed by the crate that has the types.
fn schema(package: &str, of: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let done = std::process::Command::new(cargo)
        .current_dir(root())
        .args([
            "run",
            "--quiet",
            "--locked",
            "--package",
            package,
            "--features",
            "schema",
            "--example",
            "schema",
            "--",
            of,
        ])
        .output()?;
    if done.status.success() { Ok(done.stdout) } else { Err(String::from_utf8(done.stderr)?.into()) }
}

/// Writes a generated file, or says that it is stale.
pub(crate) fn output(mode: Mode, path: &str, content: &[u8]) -> Result<(), Box<dyn Error>> {
    let full = root().join(path);
    if fs::read(&full).is_ok_and(|old| old == content) {
        return Ok(());
    }
    match mode {
        Mode::Check => Err(format!("{path} is stale; renew it with `cargo xtask bake`").into()),
        Mode::Write => {
            full.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(full, content)?;
            println!("wrote {path} ({} bytes)", content.len());
            Ok(())
        }
    }
}

/// All files of a pack folder, sorted by name, so that every machine bakes the same.
pub(crate) fn read_pack(folder: &Path) -> Result<Vec<PackFile>, Box<dyn Error>> {
    let mut files = vec![];
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(&at)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "toml" || e == "json") {
                let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
                // It speaks of the rules, and is none of the pack.
                if name == "coverage.toml" {
                    continue;
                }
                files.push(PackFile { name, text: fs::read_to_string(&path)? });
            }
        }
    }
    // Files of one section in the order of their stems: `nodepools` before `nodepools-upkeep`.
    files.sort_by(|a, b| a.name.trim_end_matches(".toml").cmp(b.name.trim_end_matches(".toml")));
    Ok(files)
}

/// Faults with their places: `file:line: message`.
pub(crate) fn report(errors: &[LoadError], files: &[PackFile]) -> String {
    let mut out = String::new();
    for error in errors {
        let text = files.iter().find(|f| f.name == error.file).map_or("", |f| f.text.as_str());
        let start = error.span.as_ref().map_or(0, |s| s.start);
        let line = text.get(..start).unwrap_or_default().matches('\n').count() + 1;
        let _ = writeln!(out, "rules/ack/{}:{line}: {}", error.file, error.message);
    }
    out
}
