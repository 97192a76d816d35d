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
        let lang = self.lang();
        let (text, holes) = (phrase.texts[lang], phrase.holes[lang]);
        let (start, mut done) = (self.out.out().len(), 0);
        for hole in holes.into_iter().take_while(|hole| *hole != NO_HOLE).map(usize::from) {
            self.say(text.get(done..hole).unwrap_or_default());
            let index = text.as_bytes().get(hole + 1).copied().unwrap_or_default().wrapping_sub(b'0');
            self.out.repeat(args.get(usize::from(index)).copied().unwrap_or_default());
            done = hole + "{0}".len();
        }
        self.say(text.get(done..).unwrap_or_default());
        self.out.since(start)
    }
}
