//! A checked request, ready to be shown.

use crate::mask;
use crate::safe::safe;
use acklint_document::{Document, LineIndex, Position, Span};

/// The text of a checked request, with its name, its lines, and the places that are never shown.
#[derive(Clone, Debug)]
pub struct Source<'t> {
    name: String,
    text: &'t str,
    lines: LineIndex<'t>,
    secrets: Vec<Span>,
}

impl<'t> Source<'t> {
    /// The request a document was read from. `name` is the file's, or `<stdin>`.
    pub fn new(name: &str, doc: &'t Document) -> Self {
        let text = doc.text();
        Self {
            name: safe(name).into_owned(),
            text,
            lines: doc.lines(),
            secrets: mask::secrets(text, acklint_engine::secrets(doc)),
        }
    }

    /// A text that is no request and has no secrets, such as a rule file.
    pub fn plain(name: &str, text: &'t str) -> Self {
        Self { name: safe(name).into_owned(), text, lines: LineIndex::new(text), secrets: vec![] }
    }

    /// Name of the file, without anything that could steer a terminal.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text with every secret replaced. Its offsets are not those of the text.
    pub fn masked(&self) -> String {
        mask::masked(self.text, &self.secrets)
    }

    /// Line and column of an offset.
    pub fn position(&self, offset: u32) -> Position {
        self.lines.position(offset)
    }

    /// Whether `text`, which replaces the bytes at `span`, would repeat a secret.
    pub(crate) fn reveals(&self, span: Span, text: &str) -> bool {
        self.secrets.iter().any(|secret| {
            let value = mask::inner(self.text.get(secret.range()).unwrap_or_default());
            let touches = span.start < secret.end && secret.start < span.end;
            // A short value stands in many texts by chance, unless it is its own place that is rewritten.
            (touches || value.len() > 3) && !value.trim().is_empty() && text.contains(value)
        })
    }

    /// Offset and text of a line, from 1.
    pub(crate) fn line(&self, line: u32) -> (u32, &'t str) {
        (self.lines.offset_of(line, 0), self.lines.line_text(line))
    }

    pub(crate) fn line_count(&self) -> u32 {
        self.lines.line_count()
    }

    pub(crate) fn secrets(&self) -> &[Span] {
        &self.secrets
    }
}
