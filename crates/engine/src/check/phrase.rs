//! Texts of findings that no rule brings along.

use super::Run;
use super::reading::Both;
use crate::finding::Text;

/// A text in both languages, and where its holes begin: `{0}`, `{1}` … stand for what is filled in.
pub(super) struct Phrase {
    texts: Both,
    holes: [[u8; MOST_HOLES]; 2],
}

const MOST_HOLES: usize = 3;
/// Stands behind the last hole.
const NO_HOLE: u8 = u8::MAX;

impl Phrase {
    pub(super) const fn of(texts: Both) -> Self {
        let [en, zh] = texts;
        Self { texts, holes: [Self::holes(en.as_bytes()), Self::holes(zh.as_bytes())] }
    }

    const fn holes(text: &[u8]) -> [u8; MOST_HOLES] {
        assert!(text.len() < NO_HOLE as usize);
        let (mut holes, mut count, mut at) = ([NO_HOLE; MOST_HOLES], 0, 0);
        while at < text.len() {
            if text[at] == b'{' {
                holes[count] = at as u8;
                count += 1;
            }
            at += 1;
        }
        holes
    }
}

impl Run<'_> {
    /// A text in the language of the check, its holes filled with `args`.
    pub(super) fn phrase(&mut self, phrase: &Phrase, args: &[Text]) -> Text {
        self.filled(phrase, &mut |run, index| {
            if let Some(text) = args.get(index) {
                run.out.repeat(*text);
            }
        })
    }

    /// The same, its holes filled by `fill`, which knows them by their number.
    pub(super) fn filled(&mut self, phrase: &Phrase, fill: &mut dyn FnMut(&mut Self, usize)) -> Text {
        let lang = self.lang();
        let (text, holes) = (phrase.texts[lang], phrase.holes[lang]);
        let (start, mut done) = (self.out.out().len(), 0);
        for hole in holes.into_iter().take_while(|hole| *hole != NO_HOLE).map(usize::from) {
            self.say(text.get(done..hole).unwrap_or_default());
            let index = text.as_bytes().get(hole + 1).copied().unwrap_or_default().wrapping_sub(b'0');
            fill(self, usize::from(index));
            done = hole + "{0}".len();
        }
        self.say(text.get(done..).unwrap_or_default());
        self.out.since(start)
    }
}
