//! Texts that were met before, and the checks they may fail.
//!
//! Requests are alike: the same region, the same instance types, the same labels; and a form is checked again after
//! every keystroke. What one text of one field means for the checks that hang on it never changes, so the last few
//! texts of every field are kept with the answer. They are compared as a whole: the answer is never a guess.

use crate::program::Program;

/// Texts kept for each field.
const WAYS: usize = 4;
/// Longer texts are seldom met twice.
const LONGEST: usize = 128;

/// The last texts of every field.
#[derive(Debug, Default)]
pub(crate) struct SeenTexts {
    /// The program the answers are of.
    stamp: u64,
    texts: Vec<Met>,
    next: Vec<u8>,
}

#[derive(Clone, Debug, Default)]
struct Met {
    text: String,
    checks: Vec<u32>,
}

impl SeenTexts {
    /// Forgets everything if the rules are others.
    pub(crate) fn begin(&mut self, program: &Program) {
        if self.stamp != program.stamp {
            self.stamp = program.stamp;
            self.texts.clear();
            self.next.clear();
            self.texts.resize(program.fields.len() * WAYS, Met::default());
            self.next.resize(program.fields.len(), 0);
        }
    }

    /// Checks a text may fail, if it was met.
    #[inline]
    pub(crate) fn checks(&self, field: u32, text: &str) -> Option<&[u32]> {
        let at = field as usize * WAYS;
        let met = self.texts.get(at..at + WAYS)?.iter().find(|met| met.text == text)?;
        Some(&met.checks)
    }

    /// Keeps a text and its checks instead of the oldest of the field.
    pub(crate) fn keep(&mut self, field: u32, text: &str, checks: impl Iterator<Item = u32>) {
        if text.len() > LONGEST {
            return;
        }
        let Some(next) = self.next.get_mut(field as usize) else { return };
        if let Some(place) = self.texts.get_mut(field as usize * WAYS + usize::from(*next)) {
            place.text.clear();
            place.text.push_str(text);
            place.checks.clear();
            place.checks.extend(checks);
        }
        *next = (*next + 1) % WAYS as u8;
    }
}
