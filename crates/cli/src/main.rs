//! `acklint`: checks the request that creates an ACK cluster before it is sent.
//!
//! Files, colours and exit codes are here; what is right and what is wrong is decided in the libraries.

mod args;
mod check;
mod explain;
mod facts;
mod files;
mod packs;
mod say;
mod terminal;
mod write;

use args::{Cli, Command, FactsCommand};
use clap::Parser;
use std::process::ExitCode;

/// How it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Nothing at or above the level asked for.
    Clean,
    /// Something.
    Findings,
    /// Something could not be done.
    Trouble,
}

fn main() -> ExitCode {
    // Wrong options end the program here, with 2.
    let exit = match Cli::parse().command {
        Command::Check(args) => check::check(&args),
        Command::Explain(args) => explain::explain(&args),
        Command::Rules(args) => explain::rules(&args),
        Command::Schema(args) => explain::schema(args.of),
        Command::Facts(args) => match args.command {
            FactsCommand::Template(args) => facts::template(&args),
        },
    };
    match exit {
        Exit::Clean => ExitCode::SUCCESS,
        Exit::Findings => ExitCode::from(1),
        Exit::Trouble => ExitCode::from(2),
    }
}
