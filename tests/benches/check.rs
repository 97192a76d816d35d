//! What a check costs, against `serde_json` reading the same bodies into a `Value`, in one run.
//!
//! `cargo bench -p acklint-tests` prints the times and, at the end, the ratios.
#![allow(clippy::print_stderr)] // it prints

use acklint::{Level, Linter, Options};
use acklint_document::{Document, Edit, ReadOptions};
use acklint_tests::{bodies, path, samples};
use criterion::{Criterion, Throughput};
use serde_json::Value;
use std::hint::black_box;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const BODIES: usize = 2000;

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3))
        .sample_size(20)
        .configure_from_args();
    stream(&mut criterion);
    sample(&mut criterion);
    criterion.final_summary();
    ratios();
    match start() {
        Ok(ratio) => row("start, one file, against an empty `main`", ratio, 1.60, None),
        Err(error) => eprintln!("the command could not be started: {error}"),
    }
}

fn stream(criterion: &mut Criterion) {
    let stream = bodies(BODIES);
    let bytes: usize = stream.iter().map(String::len).sum();
    let mut group = criterion.benchmark_group("stream");
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("serde_json", |b| {
        b.iter(|| {
            for body in &stream {
                black_box(serde_json::from_slice::<Value>(body.as_bytes()).ok());
            }
        });
    });
    group.bench_function("parse", |b| {
        let (mut doc, options) = (Document::new(), ReadOptions::default());
        b.iter(|| {
            for body in &stream {
                doc.read(body.as_bytes(), &options);
                black_box(doc.len());
            }
        });
    });
    group.bench_function("check", |b| {
        // Every dedicated cluster draws the hint that new ones are no longer to be had; above that all is clean.
        let options = Options { min_level: Level::Warning, ..Options::default() };
        let mut linter = Linter::new();
        b.iter(|| {
            for body in &stream {
                black_box(linter.check(body.as_bytes(), &options));
            }
        });
    });
    group.finish();
}

/// The page's sample, in a stream of its own: no reader has met these ids before.
fn sample(criterion: &mut Criterion) {
    let stream = samples(BODIES);
    // The same as JSON, for a reader that knows no comments and no missing comma.
    let json: Vec<String> = stream.iter().map(|text| strict(text)).collect();
    let bytes: usize = stream.iter().map(String::len).sum();
    let mut group = criterion.benchmark_group("page-sample");
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("serde_json", |b| {
        b.iter(|| {
            for body in &json {
                black_box(serde_json::from_slice::<Value>(body.as_bytes()).ok());
            }
        });
    });
    group.bench_function("check", |b| {
        let (mut linter, options) = (Linter::new(), Options::default());
        b.iter(|| {
            for body in &stream {
                black_box(linter.check(body.as_bytes(), &options));
            }
        });
    });
    group.finish();
}

/// The sample without its comments and with its comma.
fn strict(source: &str) -> String {
    let mut linter = Linter::new();
    let findings = linter.check(source.as_bytes(), &Options::default());
    let grammar = findings.iter().filter(|f| matches!(f.rule, "comment-in-json" | "syntax-error"));
    let edits: Vec<Edit> = grammar.flat_map(|f| f.fixes).flat_map(|fix| fix.edits).map(Edit::from).collect();
    acklint_document::apply_edits(source, &edits).unwrap_or_else(|| source.to_owned())
}

fn row(what: &str, ratio: f64, must: f64, aim: Option<f64>) {
    let aim = aim.map_or_else(String::new, |aim| format!(", aim {aim:.2}"));
    eprintln!("{what:<42} {ratio:>6.2} x   must {must:.2}{aim}");
}

/// What it costs to start the command and check one file, against a program that does nothing, in turn.
fn start() -> std::io::Result<f64> {
    for package in [["acklint-cli", "--bin", "acklint"], ["acklint-tests", "--example", "empty"]] {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut build = Command::new(cargo);
        build.args(["build", "--quiet", "--locked", "--release", "--package"]).args(package);
        if !build.status()?.success() {
            return Err(std::io::Error::other("the build failed"));
        }
    }
    // Copies, as an installation makes them: a linker leaves its output scattered over the memory of the system.
    let installed = target().join("installed");
    std::fs::create_dir_all(&installed)?;
    let copy = |name: &str| {
        let to = installed.join(name.rsplit('/').next().unwrap_or(name));
        std::fs::copy(target().join("release").join(name), &to).map(|_| Command::new(to))
    };
    let (mut check, mut empty) = (copy("acklint")?, copy("examples/empty")?);
    check.arg("check").arg(path("requests/good/managed-pro.json"));
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..400 {
        for (command, times) in [&mut check, &mut empty].into_iter().zip(&mut times) {
            let start = Instant::now();
            command.stdout(Stdio::null()).stderr(Stdio::null()).status()?;
            times.push(start.elapsed().as_secs_f64());
        }
    }
    // What else the machine does makes some starts longer, and none shorter.
    let [check, empty] = times.map(|mut times| {
        times.sort_by(f64::total_cmp);
        times.get(40).copied().unwrap_or_default()
    });
    Ok(check / empty)
}

fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| path("../target"), PathBuf::from)
}

/// Reads the estimates of the run that just ended.
fn ratios() {
    let target = target();
    let mean = |name: &str| {
        let file = target.join("criterion").join(name).join("new/estimates.json");
        let value: Value = serde_json::from_slice(&std::fs::read(file).ok()?).ok()?;
        value["median"]["point_estimate"].as_f64()
    };
    let ratio = |name: &str, base: &str| Some(mean(name)? / mean(base)?);
    // Both streams have as many bodies, so times of streams compare like times of bodies.
    let compare = |what: &str, name: &str, base: &str, must: f64, aim: f64| {
        if let Some(ratio) = ratio(name, base) {
            row(what, ratio, must, Some(aim));
        }
    };
    eprintln!("\nagainst serde_json::from_slice::<Value>, of a stream of {BODIES} varied bodies:");
    compare("read with places, the same bodies", "stream/parse", "stream/serde_json", 0.30, 0.18);
    compare("read and all rules, the same bodies", "stream/check", "stream/serde_json", 0.70, 0.45);
    compare("the page's sample, with its findings", "page-sample/check", "stream/serde_json", 1.50, 0.80);
    if let Some(ratio) = ratio("page-sample/check", "page-sample/serde_json") {
        eprintln!("{:<42} {ratio:>6.2} x", "  the same, against its own valid form");
    }
}
