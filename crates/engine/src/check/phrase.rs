//! Texts of findings that no rule brings along.

use super::Run;
use super::reading::Both;
use crate::finding::Text;

impl Run<'_> {
    /// A text in the language of the check, in which `{0}`, `{1}` … stand for `args`.
    pub(super) fn phrase(&mut self, texts: &Both, args: &[Text]) -> Text {
        let start = self.out.out().len();
        let mut rest = texts[self.lang()];
        while let Some((before, hole)) = rest.split_once('{') {
            self.say(before);
            let index = hole.as_bytes().first().map_or(0, |digit| digit.wrapping_sub(b'0'));
            self.out.repeat(args.get(usize::from(index)).copied().unwrap_or_default());
            rest = hole.get("0}".len()..).unwrap_or_default();
        }
        self.say(rest);
        self.out.since(start)
    }
}
