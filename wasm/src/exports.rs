//! The functions JavaScript sees. They take and give numbers alone: a text of theirs is the session's answer, and what
//! they give is its length in bytes, or nothing.

use crate::session::{Action, Session, options};
use std::cell::{OnceCell, RefCell, RefMut};
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static SESSION: OnceCell<&'static RefCell<Session>> = const { OnceCell::new() };
}

/// The session, made for the first function that asks for it.
// A copy in each of them would be more code than they are.
#[inline(never)]
fn session() -> RefMut<'static, Session> {
    SESSION.with(|session| *session.get_or_init(|| Box::leak(Box::default()))).borrow_mut()
}

/// Address of a buffer of `len` bytes, which the caller fills with a text in UTF-8.
#[wasm_bindgen]
pub fn input(len: usize) -> usize {
    session().input(len).as_mut_ptr().addr()
}

/// Address of the last answer, a text in UTF-8.
#[wasm_bindgen]
pub fn answer() -> usize {
    session().answer().as_ptr().addr()
}

/// Findings of the text in the buffer.
#[wasm_bindgen]
pub fn check(len: usize, flags: u32, max_findings: u32) -> usize {
    session().check(len, &options(flags, max_findings))
}

/// The text in the buffer with all safe fixes.
#[wasm_bindgen]
pub fn fix(len: usize, flags: u32, max_findings: u32) -> usize {
    session().fix(len, &options(flags, max_findings))
}

/// Places of the text in the buffer that must not be shown.
#[wasm_bindgen]
pub fn secrets(len: usize) -> usize {
    session().secrets(len)
}

/// Opens a form over the text in the buffer. Its number is one that no open form has.
#[wasm_bindgen]
pub fn form_open(form: u32, len: usize, flags: u32, max_findings: u32) {
    session().form_open(form, len, options(flags, max_findings));
}

/// Closes a form.
#[wasm_bindgen]
pub fn form_close(form: u32) {
    session().form_close(form);
}

/// Text of a form.
#[wasm_bindgen]
pub fn form_text(form: u32) -> usize {
    session().form_text(form)
}

/// Findings of a form.
#[wasm_bindgen]
pub fn form_findings(form: u32) -> usize {
    session().form_findings(form)
}

/// Sets (0), removes (1) or inserts (2): the buffer holds a pointer of `split` bytes, and then a value.
#[wasm_bindgen]
pub fn form_edit(form: u32, action: u32, split: usize, len: usize) -> usize {
    let action = match action {
        0 => Action::Set,
        1 => Action::Remove,
        _ => Action::Insert,
    };
    session().form_edit(form, action, split, len)
}

/// Replaces the text of a form by the one in the buffer.
#[wasm_bindgen]
pub fn form_set_text(form: u32, len: usize) -> usize {
    session().form_set_text(form, len)
}

/// Other options for a form.
#[wasm_bindgen]
pub fn form_set_options(form: u32, flags: u32, max_findings: u32) -> usize {
    session().form_set_options(form, &options(flags, max_findings))
}

/// Adds the answer in the buffer to the facts; gives its fault.
#[cfg(feature = "full")]
#[wasm_bindgen]
pub fn add_facts(len: usize, flags: u32) -> usize {
    session().add_facts(len, options(flags, 0).lang)
}

/// Forgets all facts.
#[cfg(feature = "full")]
#[wasm_bindgen]
pub fn clear_facts() {
    session().clear_facts();
}

/// Adds the pack in the buffer; gives its faults.
#[cfg(feature = "full")]
#[wasm_bindgen]
pub fn add_pack(len: usize) -> usize {
    session().add_pack(len)
}
