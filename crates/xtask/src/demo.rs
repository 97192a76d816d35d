//! `cargo xtask demo`: builds the page and serves it on this machine.

use crate::bake::root;
use crate::system::{call, provide};
use crate::test::{NODE, NPM};
use crate::wasm;
use std::error::Error;
use std::process::Command;

type Done<T = ()> = Result<T, Box<dyn Error>>;

/// Builds module and page, then serves `web-demo/dist` until it is stopped. The server prints the address.
pub(crate) fn run() -> Done {
    provide(&[NODE, NPM])?;
    wasm::run(&[])?;
    npm(&["ci", "--no-audit", "--no-fund"])?;
    npm(&["run", "build"])?;
    npm(&["run", "preview", "--", "--host", "127.0.0.1"])
}

fn npm(args: &[&str]) -> Done {
    call(Command::new("npm").current_dir(root().join("web-demo")).args(args))
}
