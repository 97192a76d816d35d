//! What the exports do, without the exports: tests run it natively.

use crate::json;
use crate::places::Places;
use acklint::document::{Document, Edit, ReadOptions, push_decimal};
use acklint::engine::{Change, Form, Program, Scratch, check, fix};
use acklint::{Facts, Findings, Lang, Options, builtin_program};
use std::ops::Deref;
use std::rc::Rc;

/// The rules in use.
#[derive(Clone, Debug, Default)]
enum Rules {
    #[default]
    BuiltIn,
    #[cfg_attr(not(feature = "full"), expect(dead_code, reason = "only the full module compiles packs"))]
    Own(Rc<Program>),
}

impl Deref for Rules {
    type Target = Program;

    fn deref(&self) -> &Program {
        match self {
            Self::BuiltIn => builtin_program(),
            Self::Own(program) => program,
        }
    }
}

/// A checker, the text it is given, and the forms that are open.
#[derive(Debug, Default)]
pub struct Session {
    input: Vec<u8>,
    rules: Rules,
    document: Document,
    scratch: Scratch,
    findings: Findings,
    forms: Vec<Option<Form<Rules>>>,
    /// Answers that were given as facts, and the facts.
    answers: Vec<Vec<u8>>,
    facts: Option<Facts>,
    #[cfg(feature = "full")]
    packs: Vec<acklint::pack::Pack>,
}

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

impl Session {
    /// Room for a text of `len` bytes, to be filled by the caller.
    pub fn input(&mut self, len: usize) -> &mut [u8] {
        if self.input.len() < len {
            self.input.resize(len, 0);
        }
        self.input.get_mut(..len).unwrap_or_default()
    }

    // A copy in each of its callers would be four times as much code.
    #[inline(never)]
    fn text(&self, len: usize) -> String {
        String::from_utf8_lossy(self.input.get(..len).unwrap_or_default()).into_owned()
    }

    /// Findings of the first `len` bytes of the input, as JSON; nothing if there are none.
    pub fn check(&mut self, len: usize, options: &Options) -> Option<String> {
        self.document.read(self.input.get(..len).unwrap_or_default(), &ReadOptions::default());
        self.check_document(options);
        (!self.findings.is_empty()).then(|| findings_json(self.document.text(), &self.findings))
    }

    /// Checks the document just read.
    fn check_document(&mut self, options: &Options) {
        if let Some(facts) = &self.facts {
            // Facts are sound JSON, and nothing else is attached.
            let _ = self.document.attach(facts.json());
        }
        check(&self.rules, &mut self.document, options, &mut self.scratch, &mut self.findings);
    }

    /// The input with all safe fixes, as JSON.
    pub fn fix(&mut self, len: usize, options: &Options) -> String {
        let text = self.text(len);
        let fixed = fix(&text, false, &mut |text| {
            self.document.read(text.as_bytes(), &ReadOptions::default());
            self.check_document(options);
            std::mem::take(&mut self.findings)
        });
        let mut out = String::from("{\"text\":");
        json::string(&mut out, &fixed.text);
        out.push_str(",\"applied\":");
        push_decimal(&mut out, fixed.applied as u64);
        out.push('}');
        out
    }

    /// Places of the input that must not be shown, as JSON.
    pub fn secrets(&mut self, len: usize) -> String {
        let _ = self.check(len, &Options::default());
        let mut out = String::new();
        let text = self.document.text();
        json::spans(&mut out, &Places::new(text), &acklint::secrets(&self.document));
        out
    }

    /// Opens a form over the input. The number stands for it until it is closed.
    pub fn form_open(&mut self, len: usize, options: Options) -> u32 {
        let mut form = Form::new(self.rules.clone(), &self.text(len), options);
        if let Some(facts) = &self.facts {
            form.set_facts(Some(facts.json().to_owned()));
        }
        let free = self.forms.iter().position(Option::is_none).unwrap_or(self.forms.len());
        if free == self.forms.len() {
            self.forms.push(None);
        }
        if let Some(place) = self.forms.get_mut(free) {
            *place = Some(form);
        }
        free as u32
    }

    /// Closes a form.
    pub fn form_close(&mut self, form: u32) {
        if let Some(place) = self.forms.get_mut(form as usize) {
            *place = None;
        }
    }

    fn form(&mut self, form: u32) -> Option<&mut Form<Rules>> {
        self.forms.get_mut(form as usize)?.as_mut()
    }

    /// The text of a form.
    pub fn form_text(&mut self, form: u32) -> Option<String> {
        Some(self.form(form)?.text().to_owned())
    }

    /// The findings of a form, as JSON.
    pub fn form_findings(&mut self, form: u32) -> Option<String> {
        let form = self.form(form)?;
        Some(findings_json(form.text(), form.findings()))
    }

    /// Changes a form: the input holds the pointer, `split` bytes long, and then the value as JSON. Gives the
    /// change as JSON, or nothing if there can be none.
    pub fn form_edit(&mut self, form: u32, action: Action, split: usize, len: usize) -> Option<String> {
        let text = self.text(len);
        let (pointer, value) = text.split_at_checked(split)?;
        let form = self.form(form)?;
        let before = form.text().to_owned();
        let change = match action {
            Action::Set => form.set(pointer, value),
            Action::Remove => form.remove(pointer),
            Action::Insert => form.insert(pointer, value),
        }?;
        Some(change_json(&before, form, &change))
    }

    /// Replaces the text of a form by the input.
    pub fn form_set_text(&mut self, form: u32, len: usize) -> Option<String> {
        let text = self.text(len);
        let form = self.form(form)?;
        let before = form.text().to_owned();
        let change = form.set_text(&text);
        Some(change_json(&before, form, &change))
    }

    /// Checks a form with other options from now on.
    pub fn form_set_options(&mut self, form: u32, options: Options) -> Option<String> {
        let form = self.form(form)?;
        let before = form.text().to_owned();
        let change = form.set_options(options);
        Some(change_json(&before, form, &change))
    }

    /// Adds the answer in the input to the facts. Gives its fault, if it has one; then nothing changes.
    pub fn add_facts(&mut self, len: usize, lang: Lang) -> Option<String> {
        self.answers.push(self.input.get(..len).unwrap_or_default().to_vec());
        match Facts::read(self.answers.iter().map(|answer| ("facts", answer.as_slice()))) {
            Ok(facts) => {
                self.facts = Some(facts);
                None
            }
            Err(error) => {
                self.answers.pop();
                Some(error.message(lang))
            }
        }
    }

    /// Forgets all facts.
    pub fn clear_facts(&mut self) {
        self.answers.clear();
        self.facts = None;
    }

    /// Adds the pack in the input to the rules. Gives its faults, if it has any; then nothing changes.
    #[cfg(feature = "full")]
    pub fn add_pack(&mut self, len: usize) -> Option<String> {
        let pack = match serde_json::from_slice(self.input.get(..len).unwrap_or_default()) {
            Ok(pack) => pack,
            Err(error) => return Some(error.to_string()),
        };
        self.packs.push(pack);
        let packs: Vec<&acklint::pack::Pack> =
            std::iter::once(acklint::builtin_pack()).chain(&self.packs).collect();
        match acklint::engine::compile(&packs) {
            Ok(program) => {
                self.rules = Rules::Own(Rc::new(program));
                None
            }
            Err(errors) => {
                self.packs.pop();
                Some(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
            }
        }
    }
}

fn findings_json(text: &str, findings: &Findings) -> String {
    let mut out = String::with_capacity(512 * findings.len());
    json::findings(&mut out, &Places::new(text), findings);
    out
}

fn change_json(before: &str, form: &Form<Rules>, change: &Change) -> String {
    let (old, new) = (Places::new(before), Places::new(form.text()));
    let mut out = String::from("{\"added\":");
    json::findings(&mut out, &new, &change.added);
    out.push_str(",\"removed\":");
    json::findings(&mut out, &old, &change.removed);
    out.push_str(",\"findings\":");
    json::findings(&mut out, &new, form.findings());
    out.push_str(",\"edits\":");
    let edits: &[Edit] = &change.edits;
    json::edits(&mut out, &old, edits);
    out.push('}');
    out
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
