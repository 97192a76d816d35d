//! `cargo xtask test`: everything that must hold, cheap steps first. `cargo xtask test quick` is for daily work: it
//! leaves out lints, the module and the browser.

use crate::bake::{self, Mode, root};
use crate::system::{Tool, call, provide};
use crate::{coverage, docs};
use crate::{prove, timezones, wasm};
use std::env;
use std::error::Error;
use std::process::Command;
use std::time::{Duration, Instant};

type Done<T = ()> = Result<T, Box<dyn Error>>;

pub(crate) const NODE: Tool = Tool { program: "node", package: "nodejs", variable: None };
pub(crate) const NPM: Tool = Tool { program: "npm", package: "npm", variable: None };
const CHROMIUM: Tool = Tool { program: "chromium", package: "chromium", variable: Some("CHROMIUM") };

struct Step {
    name: &'static str,
    work: Work,
    /// In which runs it is.
    scope: Scope,
    /// Steps without which it makes no sense.
    after: &'static [&'static str],
    tools: &'static [Tool],
}

#[derive(Clone, Copy)]
enum Work {
    Cargo(&'static [&'static str]),
    Npm(&'static str, &'static [&'static str]),
    Task(fn() -> Done),
}
use Work::{Cargo, Npm, Task};

/// How much a run does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Scope {
    /// What can break between two looks at the code.
    Quick,
    /// What must hold for every commit.
    Normal,
}

const QUICK: Step = Step { name: "", work: Cargo(&[]), scope: Scope::Quick, after: &[], tools: &[] };
const BROWSER: Step =
    Step { scope: Scope::Normal, after: &["module"], tools: &[NODE, NPM, CHROMIUM], ..QUICK };

#[rustfmt::skip] // one line each
const STEPS: [Step; 14] = [
    Step { name: "format", work: Cargo(&["fmt", "--all", "--check"]), ..QUICK },
    Step { name: "time zones are fresh", work: Task(|| timezones::run(Mode::Check)), ..QUICK },
    Step { name: "pack is fresh", work: Task(|| bake::bake(Mode::Check)), ..QUICK },
    Step { name: "coverage of the page", work: Task(|| coverage::run(Mode::Check)), ..QUICK },
    Step { name: "reference is fresh", work: Task(|| docs::run(Mode::Check)), ..QUICK },
    Step { name: "proof of the rules", work: Task(|| prove::run(&[])), ..QUICK },
    Step { name: "clippy", work: Cargo(&["clippy", "--locked", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"]), scope: Scope::Normal, ..QUICK },
    Step { name: "tests", work: Cargo(&["test", "--locked", "--workspace", "--no-fail-fast"]), ..QUICK },
    Step { name: "module", work: Task(|| wasm::run(&[])), scope: Scope::Normal, ..QUICK },
    Step { name: "size of the module", work: Task(|| wasm::size::run(Mode::Check)), scope: Scope::Normal, after: &["module"], ..QUICK },
    Step { name: "packages for the module's tests", work: Npm("tests/wasm", &["ci"]), ..BROWSER },
    Step { name: "module's tests", work: Npm("tests/wasm", &["test"]), after: &["packages for the module's tests"], ..BROWSER },
    Step { name: "packages for the page", work: Npm("web-demo", &["ci"]), ..BROWSER },
    // Builds the page first.
    Step { name: "page's tests", work: Npm("web-demo", &["test"]), after: &["packages for the page"], ..BROWSER },
];

/// How a step ended, unless well.
struct Fault {
    step: &'static str,
    why: String,
}

/// Runs the steps; one that fails does not stop the others.
pub(crate) fn run(scope: Scope) -> Done {
    let start = Instant::now();
    let mut faults: Vec<Fault> = vec![];
    for step in STEPS.iter().filter(|step| step.scope <= scope) {
        println!("── {}", step.name);
        let begin = Instant::now();
        let done = match faults.iter().find(|fault| step.after.contains(&fault.step)) {
            Some(fault) => Err(format!("not run, because of: {}", fault.step).into()),
            None => provide(step.tools).and_then(|()| step.work.run()),
        };
        match done {
            Ok(()) => println!("   ok, {}", seconds(begin.elapsed())),
            Err(error) => {
                let why = error.to_string();
                println!("   FAILED, {}: {why}", seconds(begin.elapsed()));
                faults.push(Fault { step: step.name, why });
            }
        }
    }
    if faults.is_empty() {
        println!("all well, {}", seconds(start.elapsed()));
        return Ok(());
    }
    let list: Vec<String> = faults.iter().map(|fault| format!("  {}: {}", fault.step, fault.why)).collect();
    Err(format!("failed, {}:\n{}", seconds(start.elapsed()), list.join("\n")).into())
}

impl Work {
    fn run(self) -> Done {
        match self {
            Task(task) => task(),
            Cargo(args) => {
                let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
                call(Command::new(cargo).current_dir(root()).args(args))
            }
            Npm(folder, args) => call(Command::new("npm").current_dir(root().join(folder)).args(args)),
        }
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
