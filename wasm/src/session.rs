//! What the exports do, without the exports: tests run it natively.

use crate::json;
use crate::places::Places;
use acklint::document::{Document, Edit, ReadOptions, lossy_text, push_decimal};
use acklint::engine::{Change, Form, Program, Scratch, check, fix};
use acklint::{Findings, Lang, Options, builtin_program};

/// A checker, the text it is given, its answer, and the forms that are open.
#[derive(Debug, Default)]
pub struct Session {
    input: Vec<u8>,
    answer: String,
    /// The rules in use, if they are not the built-in ones. They are never freed: forms may be about them, and each
    /// pack adds to those before it.
    own_rules: Option<&'static Program>,
    document: Document,
    scratch: Scratch,
    findings: Findings,
    forms: Vec<Option<OpenForm>>,
    #[cfg(feature = "full")]
    facts: Option<acklint::Facts>,
    #[cfg(feature = "full")]
    packs: Vec<acklint::pack::Pack>,
}

type OpenForm = Form<&'static Program>;

/// What an edit of a form does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Sets a value.
    Set,
    /// Removes a member or an item.
    Remove,
    /// Inserts an item.
    Insert,
}

/// What the functions give is the length of their answer; none is nothing.
impl Session {
    /// Room for a text of `len` bytes, to be filled by the caller.
    pub fn input(&mut self, len: usize) -> &mut [u8] {
        if self.input.len() < len {
            self.input.resize(len, 0);
        }
        self.input.get_mut(..len).unwrap_or_default()
    }

    /// The last answer.
    pub fn answer(&self) -> &str {
        &self.answer
    }

    /// The input as a text, with replacement characters for what is no UTF-8.
    // A copy in each of its callers would be four times as much code.
    #[inline(never)]
    fn text(&self, len: usize) -> String {
        lossy_text(self.input.get(..len).unwrap_or_default())
    }

    fn rules(&self) -> &'static Program {
        self.own_rules.unwrap_or_else(builtin_program)
    }

    /// Findings of the first `len` bytes of the input, as JSON; nothing if there are none.
    pub fn check(&mut self, len: usize, options: &Options) -> usize {
        self.read(len);
        self.check_document(options);
        if self.findings.is_empty() {
            return 0;
        }
        self.answer.clear();
        json::findings(&mut self.answer, &Places::new(self.document.text()), &self.findings);
        self.answer.len()
    }

    fn read(&mut self, len: usize) {
        self.document.read(self.input.get(..len).unwrap_or_default(), &ReadOptions::default());
    }

    /// Checks the document just read.
    fn check_document(&mut self, options: &Options) {
        #[cfg(feature = "full")]
        if let Some(facts) = &self.facts {
            // Facts are sound JSON, and nothing else is attached.
            let _ = self.document.attach(facts.json());
        }
        check(self.rules(), &mut self.document, options, &mut self.scratch, &mut self.findings);
    }

    /// The input with all safe fixes, as JSON.
    pub fn fix(&mut self, len: usize, options: &Options) -> usize {
        let text = self.text(len);
        let fixed = fix(&text, false, &mut |text| {
            self.document.read(text.as_bytes(), &ReadOptions::default());
            self.check_document(options);
            std::mem::take(&mut self.findings)
        });
        self.answer.clear();
        json::text(&mut self.answer, "{\"text\":", &fixed.text);
        self.answer.push_str(",\"applied\":");
        push_decimal(&mut self.answer, fixed.applied as u64);
        self.answer.push('}');
        self.answer.len()
    }

    /// Places of the input that must not be shown, as JSON.
    pub fn secrets(&mut self, len: usize) -> usize {
        self.check(len, &Options::default());
        self.answer.clear();
        let places = Places::new(self.document.text());
        json::spans(&mut self.answer, &places, &acklint::secrets(&self.document));
        self.answer.len()
    }

    /// Opens a form over the input. The number, any that no open form has, stands for it until it is closed.
    pub fn form_open(&mut self, form: u32, len: usize, options: Options) {
        #[cfg_attr(not(feature = "full"), expect(unused_mut, reason = "facts are the full module's"))]
        let mut opened = Form::new(self.rules(), &self.text(len), options);
        #[cfg(feature = "full")]
        if let Some(facts) = &self.facts {
            opened.set_facts(Some(facts.json().to_owned()));
        }
        let form = form as usize;
        while self.forms.len() <= form {
            self.forms.push(None);
        }
        if let Some(place) = self.forms.get_mut(form) {
            *place = Some(opened);
        }
    }

    /// Closes a form.
    pub fn form_close(&mut self, form: u32) {
        if let Some(place) = self.forms.get_mut(form as usize) {
            *place = None;
        }
    }

    /// The text of a form.
    pub fn form_text(&mut self, form: u32) -> usize {
        self.form(form, &mut |form, out| {
            out.push_str(form.text());
            Some(())
        })
    }

    /// The findings of a form, as JSON.
    pub fn form_findings(&mut self, form: u32) -> usize {
        self.form(form, &mut |form, out| {
            json::findings(out, &Places::new(form.text()), form.findings());
            Some(())
        })
    }

    /// Changes a form: the input holds the pointer, `split` bytes long, and then the value as JSON. Gives the
    /// change as JSON, or nothing if there can be none.
    pub fn form_edit(&mut self, form: u32, action: Action, split: usize, len: usize) -> usize {
        let text = self.text(len);
        let (pointer, value) = text.split_at_checked(split).unwrap_or_default();
        self.change(form, &mut |form| match action {
            Action::Set => form.set(pointer, value),
            Action::Remove => form.remove(pointer),
            Action::Insert => form.insert(pointer, value),
        })
    }

    /// Replaces the text of a form by the input.
    pub fn form_set_text(&mut self, form: u32, len: usize) -> usize {
        let text = self.text(len);
        self.change(form, &mut |form| Some(form.set_text(&text)))
    }

    /// Checks a form with other options from now on.
    pub fn form_set_options(&mut self, form: u32, options: &Options) -> usize {
        self.change(form, &mut |form| Some(form.set_options(options.clone())))
    }

    fn change(&mut self, form: u32, change: &mut dyn FnMut(&mut OpenForm) -> Option<Change>) -> usize {
        self.form(form, &mut |form, out| {
            let before = form.text().to_owned();
            let change = change(form)?;
            change_json(out, &before, form, &change);
            Some(())
        })
    }

    /// What is to be said of a form.
    fn form(&mut self, form: u32, say: &mut dyn FnMut(&mut OpenForm, &mut String) -> Option<()>) -> usize {
        self.answer.clear();
        let form = self.forms.get_mut(form as usize).and_then(Option::as_mut);
        form.and_then(|form| say(form, &mut self.answer));
        self.answer.len()
    }

    /// Adds the answer in the input to the facts. Gives its fault, if it has one; then nothing changes.
    #[cfg(feature = "full")]
    pub fn add_facts(&mut self, len: usize, lang: Lang) -> usize {
        self.answer.clear();
        self.read(len);
        let (some, facts) = (self.facts.is_some(), self.facts.get_or_insert_default());
        if let Err(error) = facts.add("facts", &self.document) {
            self.answer = error.message(lang);
            self.facts.take_if(|_| !some);
        }
        self.answer.len()
    }

    /// Forgets all facts.
    #[cfg(feature = "full")]
    pub fn clear_facts(&mut self) {
        self.facts = None;
    }

    /// Adds the pack in the input to the rules. Gives its faults, if it has any; then nothing changes.
    #[cfg(feature = "full")]
    pub fn add_pack(&mut self, len: usize) -> usize {
        self.answer.clear();
        match serde_json::from_slice(self.input.get(..len).unwrap_or_default()) {
            Ok(pack) => self.packs.push(pack),
            Err(error) => {
                self.answer = error.to_string();
                return self.answer.len();
            }
        }
        let packs: Vec<&acklint::pack::Pack> =
            std::iter::once(acklint::builtin_pack()).chain(&self.packs).collect();
        match acklint::engine::compile(&packs) {
            Ok(program) => self.own_rules = Some(Box::leak(Box::new(program))),
            Err(errors) => {
                self.packs.pop();
                self.answer = errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
            }
        }
        self.answer.len()
    }
}

fn change_json(out: &mut String, before: &str, form: &OpenForm, change: &Change) {
    let (old, new) = (Places::new(before), Places::new(form.text()));
    out.push_str("{\"added\":");
    json::findings(out, &new, &change.added);
    out.push_str(",\"removed\":");
    json::findings(out, &old, &change.removed);
    out.push_str(",\"findings\":");
    json::findings(out, &new, form.findings());
    out.push_str(",\"edits\":");
    let edits: &[Edit] = &change.edits;
    json::edits(out, &old, edits);
    out.push('}');
}

/// Options from what JavaScript hands over. Bits of `flags`: Chinese, comments allowed, placeholders allowed.
#[inline(never)] // not a copy for each function
pub fn options(flags: u32, max_findings: u32) -> Options {
    Options {
        lang: if flags & 1 == 0 { Lang::En } else { Lang::Zh },
        jsonc: flags & 2 != 0,
        allow_placeholders: flags & 4 != 0,
        max_findings: max_findings as usize,
        ..Options::default()
    }
}
