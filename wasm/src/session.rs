//! What the exports do, without the exports: tests run it natively.

use crate::json;
use crate::places::Places;
use acklint::{Lang, Linter, Options};

/// A checker and the text it is given.
#[derive(Debug, Default)]
pub struct Session {
    input: Vec<u8>,
    linter: Linter,
}

impl Session {
    /// Room for a text of `len` bytes, to be filled by the caller.
    pub fn input(&mut self, len: usize) -> &mut [u8] {
        self.input.resize(self.input.len().max(len), 0);
        self.input.get_mut(..len).unwrap_or_default()
    }

    /// Findings of the first `len` bytes of the input, as JSON; nothing if there are none.
    pub fn check(&mut self, len: usize, options: &Options) -> Option<String> {
        let text = self.input.get(..len).unwrap_or_default();
        let findings = self.linter.check(text, options);
        if findings.is_empty() {
            return None;
        }
        let places = Places::new(self.linter.document().text());
        let mut out = String::with_capacity(512 * findings.len());
        json::findings(&mut out, &places, &findings);
        Some(out)
    }

    /// Places of the input that must not be shown, as JSON.
    pub fn secrets(&mut self, len: usize) -> String {
        self.linter.check(self.input.get(..len).unwrap_or_default(), &Options::default());
        let doc = self.linter.document();
        let mut out = String::new();
        json::spans(&mut out, &Places::new(doc.text()), &acklint::secrets(doc));
        out
    }
}

/// Options from what JavaScript hands over. Bits of `flags`: Chinese, comments allowed, placeholders allowed.
pub fn options(flags: u32, max_findings: u32) -> Options {
    Options {
        lang: if flags & 1 == 0 { Lang::En } else { Lang::Zh },
        jsonc: flags & 2 != 0,
        allow_placeholders: flags & 4 != 0,
        max_findings: max_findings as usize,
    }
}
