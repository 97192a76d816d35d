//! What is wrong with the text itself.

use crate::{Edit, Span};

/// One fault of the text, at the fault.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Defect {
    /// What is wrong.
    pub kind: DefectKind,
    /// Where; empty where something is missing.
    pub span: Span,
    /// A second place that belongs to the fault, such as the bracket that was never closed.
    pub related: Option<Span>,
    /// The mechanical repair; empty if only the writer can know. Its texts are punctuation and fixed words and
    /// never copy the input, which may be secret.
    pub repair: Vec<Edit>,
}

/// Records a fault.
#[inline(never)]
pub(crate) fn record(
    defects: &mut Vec<Defect>,
    kind: DefectKind,
    span: Span,
    related: Option<Span>,
    repair: Vec<Edit>,
) {
    defects.push(Defect { kind, span, related, repair });
}

/// Forgets the faults from one on, in one place for all who have to.
#[inline(never)]
pub(crate) fn forget(defects: &mut Vec<Defect>, first: usize) {
    defects.truncate(first);
}

/// The kinds of fault a text can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DefectKind {
    /// There is no value in the text.
    Empty,
    /// No comma between two members or items, or another character in its place.
    MissingComma,
    /// A comma with nothing before it, or two in a row.
    ExtraComma,
    /// A comma before a closing bracket.
    TrailingComma,
    /// No colon between key and value, or another character in its place.
    MissingColon,
    /// A value in an object without a key.
    MissingKey,
    /// A key without a value.
    MissingValue,
    /// A key without quotes.
    UnquotedKey,
    /// A string without quotes, or without the opening one.
    UnquotedString,
    /// A string in single quotes or backticks.
    SingleQuotes,
    /// `True`, `None`, `undefined` and their like; read as what is meant.
    ForeignWord,
    /// A number JSON does not know: `007`, `+1`, `.5`, `5.`, `0x1F`, `NaN`.
    BadNumber,
    /// A backslash that begins no escape, or half a surrogate pair.
    BadEscape,
    /// A raw line break, tab or other control character inside a string.
    ControlCharacter,
    /// A string without its closing quote.
    UnterminatedString,
    /// A `/*` without its `*/`.
    UnterminatedComment,
    /// A comment after `#`.
    HashComment,
    /// Quotes inside a string that lack their backslash.
    UnescapedQuotes,
    /// An object without its closing, or opening, brace.
    UnclosedObject,
    /// An array without its closing bracket.
    UnclosedArray,
    /// `]` where `}` belongs, or the other way round.
    WrongCloser,
    /// A closing bracket that closes nothing.
    ExtraCloser,
    /// Text between members or items that is none.
    StrayText,
    /// Text before the value, such as a request line.
    TextBefore,
    /// Text after the value.
    TextAfter,
    /// Punctuation as a Chinese keyboard or a word processor gives it: `，`, `：`, `“`; also foreign spaces.
    FullWidthPunctuation,
    /// A hole of a template, without quotes: `${COUNT}`, `{{ .n }}`, `<n>`.
    TemplateHole,
    /// Bytes that are no UTF-8.
    InvalidUtf8,
    /// The text is UTF-16.
    Utf16,
    /// The text begins with a byte-order mark.
    ByteOrderMark,
    /// Nested deeper than the limit; what lies deeper was not read.
    TooDeep,
    /// Longer than the limit; nothing was read.
    TooLarge,
}
