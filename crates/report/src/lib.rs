//! Findings become text: for people, for pipelines, for other programs.
//!
//! Every format is a pure function in a file of its own. Nothing here reads, writes or decides: a [`Source`] is
//! a request that was checked, with its secrets already known, and what comes out is a `String`.
//!
//! ```
//! use acklint_document::Document;
//! use acklint_engine::finding::{Findings, Lang};
//! use acklint_report::{Source, concise};
//!
//! let doc = Document::parse(r#"{ "login_password": "Hello1234" }"#);
//! let source = Source::new("create.json", &doc);
//! assert_eq!(source.masked(), r#"{ "login_password": "********" }"#);
//! assert_eq!(concise::findings(&source, &Findings::new(), Lang::En), "");
//! ```
//!
//! Two promises hold for all formats: no secret of the request is shown, and no control character of the
//! request, of a file's name or of a message reaches the terminal.

pub mod concise;
pub mod coverage;
pub mod diff;
mod display;
pub mod explain;
pub mod json;
mod mask;
mod paint;
pub mod pretty;
mod safe;
mod snippet;
mod source;
pub mod summary;
pub mod words;

pub use paint::{Look, Paint};
pub use safe::safe;
pub use source::Source;
