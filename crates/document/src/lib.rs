//! Reads JSON and JSONC into a flat tree in which every key and value knows its place.
//!
//! Reading never fails. Broken text gives a partial tree, and one [`Defect`] per fault, at the fault, with a
//! mechanical repair wherever there is one. The crate knows no rules: it says what stands where, nothing more.
//!
//! ```
//! use acklint_document::{DefectKind, Document, NodeId, apply_edits};
//!
//! let doc = Document::parse("{\"keep_instance_name\": true \"tags\": []}");
//! assert_eq!(doc.defects()[0].kind, DefectKind::MissingComma);
//!
//! let tags = doc.get(NodeId::ROOT, "tags").unwrap();
//! assert_eq!(doc.pointer(tags), "/tags");
//!
//! let repaired = apply_edits(doc.text(), &doc.defects()[0].repair).unwrap();
//! assert_eq!(repaired, "{\"keep_instance_name\": true, \"tags\": []}");
//! ```
//!
//! Start with [`Document`]: [`Document::read`] reuses its buffers from one text to the next. [`edit`] builds
//! changes that keep the writer's layout, and [`LineIndex`] turns byte offsets into lines and columns.

mod block;
mod children;
mod defect;
mod document;
pub mod edit;
mod embed;
mod encoding;
mod entry;
mod lines;
mod node;
mod order;
mod pointer;
mod read;
mod reader;
mod span;
mod strings;

pub use children::{Children, Entries};
pub use defect::{Defect, DefectKind};
pub use document::Document;
pub use encoding::lossy_text;
pub use entry::Entry;
pub use lines::{LineIndex, Position};
pub use node::{Kind, NodeId};
pub use order::{sort_few, sort_marks};
pub use pointer::unescape_token;
pub use read::ReadOptions;
pub use span::{Edit, Span, apply_edits};
pub use strings::{find_text, integer, json_escape, part, push_decimal, push_replaced};
