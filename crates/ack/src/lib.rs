//! Checks the request that creates an Alibaba Cloud Kubernetes (ACK) cluster before it is sent.
//!
//! ```
//! let findings = acklint::check(r#"{ "cluster_type": "Kubernetes", "key_pair": "ops", "login_password": "Hello@1234" }"#);
//! let both = findings.iter().find(|f| f.rule == "both-login-methods").unwrap();
//! assert_eq!(both.pointer, "/login_password");
//! ```

mod builtin;
mod linter;

pub use acklint_document as document;
pub use acklint_engine as engine;
pub use acklint_engine::finding::{Certainty, Finding, Fix, Lang, Level, Related, Safety};
pub use acklint_engine::{Options, pack, secrets};
pub use builtin::{pack as builtin_pack, program as builtin_program};
pub use linter::{Linter, check};
