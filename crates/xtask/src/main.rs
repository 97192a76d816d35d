//! Development tasks: `cargo xtask <task>`.
#![allow(clippy::print_stdout, clippy::print_stderr)] // a command speaks

mod bake;
mod coverage;
mod demo;
mod docs;
mod model;
mod prove;
mod system;
mod test;
mod timezones;
mod wasm;

use std::process::ExitCode;
use test::Scope;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args.as_slice() {
        ["bake"] => bake::bake(bake::Mode::Write),
        ["bake", "--check"] => bake::bake(bake::Mode::Check),
        ["coverage"] => coverage::run(bake::Mode::Write),
        ["coverage", "--check"] => coverage::run(bake::Mode::Check),
        ["demo"] => demo::run(),
        ["docs"] => docs::run(bake::Mode::Write),
        ["docs", "--check"] => docs::run(bake::Mode::Check),
        ["prove", ids @ ..] => prove::run(ids),
        ["size"] => wasm::size::run(bake::Mode::Write),
        ["size", "--check"] => wasm::size::run(bake::Mode::Check),
        ["test"] => test::run(Scope::Normal),
        ["test", "quick"] => test::run(Scope::Quick),
        ["timezones"] => timezones::run(bake::Mode::Write),
        ["timezones", "--check"] => timezones::run(bake::Mode::Check),
        ["wasm", args @ ..] => wasm::run(args),
        _ => Err("tasks: bake [--check], coverage [--check], demo, docs [--check], prove [RULE…], size [--check], test [quick], timezones [--check], wasm".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
