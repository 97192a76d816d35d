//! Checks the request that creates an Alibaba Cloud Kubernetes (ACK) cluster before it is sent.
//!
//! ```
//! let findings = acklint::check(r#"{ "cluster_type": "Kubernetes", "key_pair": "ops", "login_password": "Hello@1234" }"#);
//! let both = findings.iter().find(|f| f.rule == "both-login-methods").unwrap();
//! assert_eq!(both.pointer, "/login_password");
//! ```

mod builtin;
mod facts;
mod linter;
#[cfg(feature = "model")]
#[rustfmt::skip] // formatted when it is made
#[allow(clippy::doc_markdown, clippy::struct_excessive_bools)] // texts and fields are the table's
#[path = "model.rs"]
mod generated;
#[cfg(feature = "model")]
mod secret;

/// The request as Rust types; every field is optional, so that a request can be checked while it grows.
///
/// ```
/// use acklint::model::{CreateClusterRequest, Nodepool, ScalingGroup};
/// let request = CreateClusterRequest {
///     cluster_type: Some("Kubernetes".into()),
///     nodepools: Some(vec![Nodepool { scaling_group: Some(ScalingGroup::default()), ..Default::default() }]),
///     ..Default::default()
/// };
/// let findings = acklint::check_request(&request)?;
/// assert!(findings.iter().any(|f| f.rule == "missing-field" && f.message.contains("region_id")));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[cfg(feature = "model")]
pub mod model {
    pub use crate::generated::*;
    pub use crate::secret::Secret;
}

pub use acklint_document as document;
pub use acklint_engine as engine;
pub use acklint_engine::finding::{
    Certainty, Finding, Findings, Fix, Lang, Level, Related, Replacement, Safety,
};
pub use acklint_engine::{Options, pack, secrets};
pub use acklint_engine::{Reason, Undecided};
pub use builtin::{
    COVERAGE, PACK_SCHEMA, REQUEST_SCHEMA, RULE_SCHEMA, pack as builtin_pack, program as builtin_program,
};
pub use facts::{Facts, FactsCommand, FactsError, facts_commands, shell_word};
#[cfg(feature = "model")]
pub use linter::check_request;
pub use linter::{Linter, check};

/// The examples of the README, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
