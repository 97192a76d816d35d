//! `cargo xtask size`: what a page downloads, in bytes after `gzip -9`, and the committed figure.

#![allow(clippy::cast_precision_loss)] // sizes are far below 2^52

use super::{Done, root};
use crate::bake::{Mode, output};
use std::fmt::Write as _;
use std::process::Command;
use std::{fs, path::PathBuf};

/// Module and JavaScript of a page that checks. Documentation and the module for packs of one's own are loaded
/// only when they are asked for.
const FILES: [&str; 4] = ["acklint_bg.wasm", "acklint.js", "core.js", "index.js"];
const FIGURE: &str = "wasm/size.txt";
/// Compilers and versions of `wasm-opt` differ a little.
const SLACK: f64 = 0.03;
/// What it must stay under, in all, and what it should.
const MUST: usize = 96 * 1024;
const AIM: usize = 64 * 1024;

/// Writes the figure of the package in `wasm/pkg`, or compares.
pub(crate) fn run(mode: Mode) -> Done {
    let sizes = FILES.iter().map(|name| Ok((*name, gzipped(&root().join("wasm/pkg").join(name))?)));
    let sizes = sizes.collect::<Done<Vec<(&str, usize)>>>()?;
    let total: usize = sizes.iter().map(|(_, size)| size).sum();
    let mut text = String::from("# Bytes after gzip -9. Made by `cargo xtask size` from wasm/pkg.\n");
    for (name, size) in sizes.iter().chain([&("total", total)]) {
        let _ = writeln!(text, "{name:<16} {size:>7}");
    }
    print!("{text}");
    println!("{:.1} KB; must {}, aim {}", total as f64 / 1024.0, MUST / 1024, AIM / 1024);
    match mode {
        Mode::Write => output(mode, FIGURE, text.as_bytes())?,
        Mode::Check => {
            let known = fs::read_to_string(root().join(FIGURE))?;
            let known = known.lines().find_map(|line| line.strip_prefix("total")?.trim().parse::<f64>().ok());
            let known = known.ok_or_else(|| format!("{FIGURE} has no total"))?;
            if (total as f64 - known).abs() > known * SLACK {
                return Err(format!(
                    "{total} bytes, {FIGURE} says {known}; renew it with `cargo xtask size`"
                )
                .into());
            }
        }
    }
    if total > MUST { Err(format!("{total} bytes; at most {MUST} are allowed").into()) } else { Ok(()) }
}

fn gzipped(file: &PathBuf) -> Done<usize> {
    let name = file.display();
    if !file.exists() {
        return Err(format!("there is no {name}; make it with `cargo xtask wasm`").into());
    }
    let out = Command::new("gzip").args(["-9", "--no-name", "--stdout"]).arg(file).output();
    let out = out.map_err(|error| format!("gzip: {error}"))?;
    if out.status.success() {
        Ok(out.stdout.len())
    } else {
        Err(format!("gzip {name}: {}", out.status).into())
    }
}
