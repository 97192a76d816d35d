//! Comments and odd spaces.

use super::{Reader, scan};
use crate::{DefectKind, Span};

impl Reader<'_, '_> {
    /// Skips whitespace and comments and returns the byte behind them; 0 at the end.
    pub(super) fn trivia(&mut self) -> u8 {
        loop {
            let byte = self.skip_space();
            if self.pos >= self.end {
                return 0;
            }
            match byte {
                b'/' if self.look(self.pos + 1) == b'/' => self.comment(self.line_end(self.pos)),
                b'/' if self.look(self.pos + 1) == b'*' => self.block_comment(),
                b'#' => {
                    let sign = Span::of(self.pos, self.pos + 1);
                    let end = self.line_end(self.pos);
                    self.mended(DefectKind::HashComment, Span::of(self.pos, end), sign, "//");
                    self.comment(end);
                }
                0x80.. if self.wide(self.pos) == b' ' => self.wide_spaces(),
                _ => return byte,
            }
        }
    }

    fn comment(&mut self, end: usize) {
        self.sink.comments.push(Span::of(self.pos, end));
        self.pos = end;
    }

    fn block_comment(&mut self) {
        let start = self.pos;
        if let Some(end) = self.block_end(start) {
            self.comment(end);
            return;
        }
        let end = self.trim_end(start + 2, self.line_end(start));
        self.mended(DefectKind::UnterminatedComment, Span::of(start, end), Span::of(end, end), "*/");
        self.comment(end);
    }

    /// End of the block comment at `at`.
    #[inline(never)]
    fn block_end(&mut self, at: usize) -> Option<usize> {
        // Where one comment has no end, no later one has: one vain search per text is enough.
        if self.no_comment_end {
            return None;
        }
        let mut end = at + 4;
        while end <= self.end {
            if self.look(end - 2) == b'*' && self.look(end - 1) == b'/' {
                return Some(end);
            }
            end += 1;
        }
        self.no_comment_end = true;
        None
    }

    fn wide_spaces(&mut self) {
        let start = self.pos;
        while self.wide(self.pos) == b' ' {
            self.step();
        }
        self.pos = self.pos.min(self.end);
        let span = Span::of(start, self.pos);
        self.replaced(DefectKind::FullWidthPunctuation, span, " ");
    }

    /// Offset of the line break behind `at`, or the end of the text.
    pub(super) fn line_end(&self, at: usize) -> usize {
        scan::line(self.bytes, at).min(self.end)
    }

    /// Whether a line ends between `from` and `pos`. Looks at a few bytes only: a wide gap of stray text has been
    /// looked at before.
    pub(super) fn breaks_line(&self, from: usize) -> bool {
        self.has(from, self.pos.min(from + 256), b'\n')
    }

    /// `end` without the whitespace before it, not below `start`.
    #[inline(never)]
    pub(super) fn trim_end(&self, start: usize, mut end: usize) -> usize {
        while end > start && matches!(self.look(end - 1), b' ' | b'\t' | b'\n' | b'\r') {
            end -= 1;
        }
        end
    }

    /// `at` without the blanks of this line behind it.
    #[inline(never)]
    pub(super) fn skip_blanks(&self, mut at: usize) -> usize {
        while matches!(self.look(at), b' ' | b'\t') {
            at += 1;
        }
        at
    }

    /// Where the next token after `at` begins; records nothing.
    pub(super) fn peek(&mut self, at: usize) -> usize {
        let begin = at;
        let mut at = at;
        loop {
            at = scan::space(self.bytes, at).min(self.end);
            match (self.look(at), self.look(at + 1)) {
                (b'/', b'/') | (b'#', _) => at = self.line_end(at),
                (b'/', b'*') => {
                    at = self.block_end(at).unwrap_or_else(|| self.line_end(at));
                }
                _ => break,
            }
            if !self.spend(at - begin) {
                break;
            }
        }
        at
    }

    /// Whether what stands at `at` ends a value: punctuation, the end of the line or of the text.
    pub(super) fn ends_value(&self, at: usize) -> bool {
        self.ends(at, true, false)
    }

    /// Whether a colon, or what may stand for one, comes next on the line.
    pub(super) fn ends_key(&self, at: usize) -> bool {
        self.ends(at, false, true)
    }

    /// Either of both.
    pub(super) fn ends_string(&self, at: usize) -> bool {
        self.ends(at, true, true)
    }

    #[inline(never)]
    fn ends(&self, at: usize, value: bool, key: bool) -> bool {
        let at = self.skip_blanks(at);
        if at >= self.end {
            return value;
        }
        match self.sign(at) {
            b',' | b'}' | b']' | b'\n' | b'\r' | b';' => value,
            b':' | b'=' => key,
            _ => value && self.comment_at(at),
        }
    }

    /// Whether a comment begins at `at`.
    #[inline(never)]
    pub(super) fn comment_at(&self, at: usize) -> bool {
        self.look(at) == b'/' && matches!(self.look(at + 1), b'/' | b'*')
    }
}
