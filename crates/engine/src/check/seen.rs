//! Texts that were met before, and the checks they may fail.
//!
//! Requests are alike: the same region, the same instance types, the same labels; and a form is checked again after
//! every keystroke. What one text of one field means for the checks that hang on it never changes, so the last few
//! texts of every field are kept with the answer. They are compared as a whole: the answer is never a guess.

use crate::program::{Program, Words};

/// Texts kept for each field.
const WAYS: usize = 4;
/// Longer texts are seldom met twice.
const LONGEST: usize = 128;

/// The last texts of every field.
#[derive(Debug, Default)]
pub(crate) struct SeenTexts {
    /// The program the answers are of.
    stamp: u64,
    /// Ends of the texts, so that most are told apart without looking at them.
    ends: Vec<[Words; WAYS]>,
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
            self.ends.clear();
            self.ends.resize(program.fields.len(), [Words::default(); WAYS]);
            self.next.clear();
            self.texts.resize(program.fields.len() * WAYS, Met::default());
            self.next.resize(program.fields.len(), 0);
        }
    }

    /// Checks a text may fail, if it was met.
    #[inline]
    pub(crate) fn checks(&self, field: u32, text: &str) -> Option<&[u32]> {
        let ends = Words::of(text.as_bytes());
        let way = self.ends.get(field as usize)?.iter().position(|known| *known == ends)?;
        let met = self.texts.get(field as usize * WAYS + way)?;
        (text.len() <= 16 || met.text == text).then_some(&met.checks)
    }

    /// Keeps a text and its checks instead of the oldest of the field.
    pub(crate) fn keep(&mut self, field: u32, text: &str, checks: impl Iterator<Item = u32>) {
        if text.len() > LONGEST {
            return;
        }
        let Some(next) = self.next.get_mut(field as usize) else { return };
        if let Some(end) = self.ends.get_mut(field as usize).and_then(|e| e.get_mut(usize::from(*next))) {
            *end = Words::of(text.as_bytes());
        }
        if let Some(place) = self.texts.get_mut(field as usize * WAYS + usize::from(*next)) {
            place.text.clear();
            place.text.push_str(text);
            place.checks.clear();
            place.checks.extend(checks);
        }
        *next = (*next + 1) % WAYS as u8;
    }
}
