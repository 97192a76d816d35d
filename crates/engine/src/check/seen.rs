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

/// The last texts of every field that had one.
#[derive(Debug, Default)]
pub(crate) struct SeenTexts {
    /// The program the answers are of.
    stamp: u64,
    /// For each field, its place in `ends` and `met`, plus 1.
    places: Vec<u32>,
    /// Ends of the texts, so that most are told apart without looking at them.
    ends: Vec<[Words; WAYS]>,
    met: Vec<Ring>,
}

/// Texts of one field, and which is to go next.
#[derive(Debug, Default)]
struct Ring {
    texts: [Met; WAYS],
    next: usize,
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
            self.ends.clear();
            self.met.clear();
            self.places.clear();
            self.places.resize(program.fields.len(), 0);
        }
    }

    /// Checks a text may fail, if it was met.
    #[inline]
    pub(crate) fn checks(&self, field: u32, text: &str) -> Option<&[u32]> {
        let place = self.places.get(field as usize)?.checked_sub(1)? as usize;
        let ends = Words::of(text.as_bytes());
        let way = self.ends.get(place)?.iter().position(|known| *known == ends)?;
        let met = self.met.get(place)?.texts.get(way)?;
        (text.len() <= 16 || met.text == text).then_some(&met.checks)
    }

    /// Keeps a text and its checks instead of the oldest of the field.
    pub(crate) fn keep(&mut self, field: u32, text: &str, checks: impl Iterator<Item = u32>) {
        if text.len() > LONGEST {
            return;
        }
        let Some(place) = self.places.get_mut(field as usize) else { return };
        if *place == 0 {
            self.ends.push([Words::default(); WAYS]);
            self.met.push(Ring::default());
            *place = self.met.len() as u32;
        }
        let place = *place as usize - 1;
        let (Some(ring), Some(ends)) = (self.met.get_mut(place), self.ends.get_mut(place)) else { return };
        let way = ring.next;
        ring.next = (way + 1) % WAYS;
        if let (Some(met), Some(end)) = (ring.texts.get_mut(way), ends.get_mut(way)) {
            *end = Words::of(text.as_bytes());
            met.text.clear();
            met.text.push_str(text);
            met.checks.clear();
            met.checks.extend(checks);
        }
    }
}
