//! Declarative rule engine over documents with places.
//!
//! A [`pack::Pack`] holds the field table of a request, known values and rules as data. [`compile`] turns packs
//! into a [`Program`]; [`check`] runs it over a document and gives [`Findings`]. The engine does no
//! input or output, knows no clock and no threads, and never panics.

mod check;
mod cidr;
mod compile;
mod eval;
pub mod finding;
mod fix;
mod form;
#[cfg(feature = "toml")]
pub mod load;
mod looks_at;
mod own_rules;
pub mod pack;
mod placeholder;
mod program;
#[cfg(feature = "proof")]
pub mod proof;
mod secrets;
mod suggest;
mod template;
mod twins;
mod verdict;

pub use check::{Options, Reason, Scratch, Undecided, check, undecided};
pub use compile::{PackError, compile};
pub use finding::Findings;
pub use fix::{Fixed, fix};
pub use form::{Change, Form};
pub use looks_at::{LooksAt, looks_at};
pub use own_rules::{OWN_RULES, OwnRule};
pub use program::Program;
pub use secrets::secrets;
