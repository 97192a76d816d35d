//! Values that were met before, and the checks they may fail.
//!
//! Requests are alike: the same region, the same instance types, the same labels; and a form is checked again after
//! every keystroke. What one text of one field means for the checks that hang on it never changes, so the last few
//! texts of every field are kept with the answer. They are compared as a whole: the answer is never a guess.

use super::values::Meaning;
use crate::program::{Program, Words};

/// Places for the texts of a field, and how many of them one text may be in.
const PLACES: usize = 16;
const WAYS: usize = 2;
/// Longer texts are seldom met twice.
const LONGEST: usize = 64;
/// After so many new texts in a row a field is taken for one of ids, no two alike: only each of so many is kept.
const IDS: u8 = 8;

/// The last texts of every field that had one.
#[derive(Debug)]
pub(crate) struct SeenTexts {
    /// The program the answers are of.
    stamp: u64,
    /// For each field, its place in `fields`, plus 1.
    places: Vec<u32>,
    fields: Vec<Field>,
    met: Vec<Met>,
}

/// A value as words; a text of more than they hold as it is, too.
pub(super) type Value<'v> = (Words, &'v [u8]);

#[derive(Clone, Copy, Debug)]
struct Field {
    /// Ends of the texts, so that most are told apart without looking at them; and where they are in `met`, plus 1.
    ends: [(Words, u32); PLACES],
    /// New texts in a row.
    new: u8,
}

#[derive(Clone, Debug)]
struct Met {
    /// The text, if its words do not hold all of it.
    text: [u8; LONGEST],
    checks: Vec<u32>,
    meaning: Meaning,
}

impl Field {
    const NEW: Self = Self { ends: [(Words::NONE, 0); PLACES], new: 0 };
}

impl SeenTexts {
    pub(super) const fn new() -> Self {
        Self { stamp: 0, places: Vec::new(), fields: Vec::new(), met: Vec::new() }
    }

    /// Forgets everything if the rules are others.
    pub(crate) fn begin(&mut self, program: &Program) {
        if self.stamp != program.stamp {
            self.stamp = program.stamp;
            self.fields.clear();
            self.met.clear();
            self.places.clear();
            self.places.resize(program.fields.len(), 0);
        }
    }

    /// Checks a value may fail, and what else it means, if it was met.
    #[inline]
    pub(super) fn checks(&mut self, field: u32, (words, text): Value<'_>) -> Option<(&[u32], Meaning)> {
        let place = self.places.get(field as usize)?.checked_sub(1)? as usize;
        let field = self.fields.get_mut(place)?;
        let at = first_way(words);
        let (_, met) = field.ends.get(at..at + WAYS)?.iter().find(|(known, _)| *known == words)?;
        let met = self.met.get(met.checked_sub(1)? as usize)?;
        if !words.is_whole() && met.text.get(..text.len()) != Some(text) {
            return None;
        }
        field.new = 0;
        Some((&met.checks, met.meaning))
    }

    /// Keeps a value of a field, its checks, which are `most` at most, and its meaning. The checks come with the
    /// object they are about.
    pub(super) fn keep(
        &mut self,
        field: u32,
        (words, text): Value<'_>,
        (checks, most): (&[u64], usize),
        meaning: Meaning,
    ) {
        let Some(place) = self.places.get_mut(field as usize) else { return };
        if *place == 0 {
            self.fields.push(Field::NEW);
            *place = self.fields.len() as u32;
        }
        let Some(field) = self.fields.get_mut(*place as usize - 1) else { return };
        field.new = if field.new < 2 * IDS { field.new + 1 } else { IDS };
        if text.len() > LONGEST || (field.new > IDS && field.new != 2 * IDS) {
            return;
        }
        let at = first_way(words);
        let Some(ways) = field.ends.get_mut(at..at + WAYS) else { return };
        // The newest comes first, the oldest goes.
        ways.rotate_right(1);
        let Some((known, met)) = ways.first_mut() else { return };
        *known = words;
        if *met == 0 {
            // Room for whatever comes here later, so that a warm check allocates nothing.
            let checks = Vec::with_capacity(most);
            self.met.push(Met { text: [0; LONGEST], checks, meaning });
            *met = self.met.len() as u32;
        }
        if let Some(met) = self.met.get_mut(*met as usize - 1) {
            if !words.is_whole()
                && let Some(place) = met.text.get_mut(..text.len())
            {
                place.copy_from_slice(text);
            }
            met.checks.clear();
            met.checks.extend(checks.iter().map(|suspect| (suspect >> 32) as u32));
            met.meaning = meaning;
        }
    }
}

fn first_way(words: Words) -> usize {
    words.bits() as usize % (PLACES / WAYS) * WAYS
}
