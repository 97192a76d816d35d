//! What the machine must have besides Rust: installed if it can be, else named with the command that does it.

use std::error::Error;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::{env, io};

type Done<T = ()> = Result<T, Box<dyn Error>>;

/// A program, and the Debian package that has it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tool {
    pub(crate) program: &'static str,
    pub(crate) package: &'static str,
    /// A variable that may say where the program is.
    pub(crate) variable: Option<&'static str>,
}

impl Tool {
    fn is_there(&self) -> bool {
        let named = self.variable.and_then(env::var_os);
        if let Some(path) = named {
            return Path::new(&path).exists();
        }
        let path = env::var_os("PATH").unwrap_or_default();
        env::split_paths(&path).any(|folder| folder.join(self.program).is_file())
    }
}

/// Sees to it that the tools are there.
pub(crate) fn provide(tools: &[Tool]) -> Done {
    let missing: Vec<&str> = tools.iter().filter(|tool| !tool.is_there()).map(|tool| tool.package).collect();
    if missing.is_empty() { Ok(()) } else { install(&missing) }
}

/// Installs packages of Debian.
pub(crate) fn install(packages: &[&str]) -> Done {
    static UPDATED: AtomicBool = AtomicBool::new(false);
    let names = packages.join(" ");
    let by_hand = format!("missing: {names}; on Debian, `apt-get update && apt-get install {names}` as root");
    if !Path::new("/usr/bin/apt-get").exists() || !is_root()? {
        return Err(by_hand.into());
    }
    if !UPDATED.swap(true, Ordering::Relaxed) {
        call(apt().arg("update"))?;
    }
    println!("installing {names}");
    call(apt().args(["install", "--yes", "--no-install-recommends"]).args(packages))
        .map_err(|error| format!("{error}; {by_hand}").into())
}

/// Runs a command that shows what it prints.
pub(crate) fn call(command: &mut Command) -> Done {
    let name =
        Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let status = command.status().map_err(|error| format!("{name}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{name}: {status}").into()) }
}

fn apt() -> Command {
    let mut apt = Command::new("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet");
    apt
}

fn is_root() -> io::Result<bool> {
    Ok(Command::new("id").arg("--user").output()?.stdout.trim_ascii() == b"0")
}
