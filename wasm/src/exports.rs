//! The functions JavaScript sees.

use crate::session::{Session, options};
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static SESSION: RefCell<Session> = RefCell::default();
}

fn session<T>(f: impl FnOnce(&mut Session) -> T) -> T {
    SESSION.with_borrow_mut(f)
}

/// Address of a buffer of `len` bytes, which the caller fills with a text in UTF-8.
#[wasm_bindgen]
pub fn input(len: usize) -> usize {
    session(|s| s.input(len).as_mut_ptr().addr())
}

/// Findings of the text in the buffer.
#[wasm_bindgen]
pub fn check(len: usize, flags: u32, max_findings: u32) -> Option<String> {
    session(|s| s.check(len, &options(flags, max_findings)))
}

/// Places of the text in the buffer that must not be shown.
#[wasm_bindgen]
pub fn secrets(len: usize) -> String {
    session(|s| s.secrets(len))
}
