//! acklint for browsers and Node. The JavaScript side of the API is in `js/`; this is what it calls.
//!
//! Texts come in through a buffer that JavaScript fills, findings go out as JSON: cheaper, in time and in
//! size, than objects built across the border. Nothing here panics; the build aborts if something did.

pub mod exports;
mod json;
mod places;
mod session;

pub use session::{Action, Session, options};

#[cfg(target_family = "wasm")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
