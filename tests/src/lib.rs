//! Request bodies for tests and benchmarks: varied, legal, the same on every machine; and what spoils them.

mod bodies;
pub mod edits;
mod samples;

pub use bodies::{Random, bodies};
pub use samples::samples;

use std::path::PathBuf;

/// A file or folder of this package.
pub fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}
