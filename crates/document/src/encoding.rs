//! From bytes to text.

use crate::node::{DOUBTFUL, Node};
use crate::strings::append;
use crate::{Defect, DefectKind, Document, Edit, Kind, Span};

/// What the bytes are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    /// With a byte-order mark.
    Marked,
    /// With bytes that belong to no character, the first at this offset.
    Invalid(usize),
    /// Too many such bytes for a text.
    Binary(usize),
    Utf16,
    TooLarge,
}

const MARK: &[u8] = b"\xef\xbb\xbf";

/// Appends `bytes` to `buffer` as text of the same length, unless they are no text.
#[inline(never)]
pub(crate) fn take(bytes: &[u8], buffer: &mut String) -> Encoding {
    match valid(bytes) {
        Some(text) if !(bytes.len() >= 2 && bytes[..2].contains(&0) && is_utf16(bytes)) => {
            append(buffer, text);
            if bytes.starts_with(MARK) { Encoding::Marked } else { Encoding::Utf8 }
        }
        _ if is_utf16(bytes) => Encoding::Utf16,
        _ => take_lossy(bytes, buffer),
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn valid(bytes: &[u8]) -> Option<&str> {
    simdutf8::basic::from_utf8(bytes).ok()
}

#[cfg(target_arch = "wasm32")]
fn valid(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

/// Recognises the byte-order mark, or ASCII in every second byte.
fn is_utf16(bytes: &[u8]) -> bool {
    let pairs = (bytes.len() / 2).min(64);
    let mut zeros = [0; 2];
    for (at, byte) in bytes.iter().take(pairs * 2).enumerate() {
        zeros[at % 2] += usize::from(*byte == 0);
    }
    let [first, second] = zeros.map(|count| count * 2 > pairs);
    bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || first != second
}

#[cold]
fn take_lossy(bytes: &[u8], buffer: &mut String) -> Encoding {
    let (mut first, mut bad) = (None, 0);
    push_lossy(buffer, bytes, &mut |buffer, len| {
        first = first.or(Some(buffer.len()));
        bad += len;
        for _ in 0..len {
            append(buffer, "?");
        }
    });
    let first = first.unwrap_or(0);
    if bad > 16 && bad * 8 > bytes.len() { Encoding::Binary(first) } else { Encoding::Invalid(first) }
}

/// Bytes as text, with U+FFFD for what is no UTF-8, as [`String::from_utf8_lossy`] has it.
///
/// ```
/// assert_eq!(acklint_document::lossy_text(b"a\xffb"), "a\u{fffd}b");
/// ```
pub fn lossy_text(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    push_lossy(&mut text, bytes, &mut |text, _| append(text, "\u{fffd}"));
    text
}

/// Appends bytes as text. `bad` appends what stands for so many of them that are no UTF-8.
fn push_lossy(text: &mut String, bytes: &[u8], bad: &mut dyn FnMut(&mut String, usize)) {
    let mut rest = bytes;
    while let Err(error) = std::str::from_utf8(rest) {
        let (valid, behind) = rest.split_at(error.valid_up_to());
        let len = error.error_len().unwrap_or(behind.len());
        append(text, std::str::from_utf8(valid).unwrap_or_default());
        bad(text, len);
        rest = behind.get(len..).unwrap_or_default();
    }
    append(text, std::str::from_utf8(rest).unwrap_or_default());
}

/// Whether so many control characters stand in the text that it is none.
fn is_binary(text: &str) -> bool {
    let control = |byte: &u8| matches!(byte, 0..b' ') && !matches!(byte, b'\n' | b'\r' | b'\t');
    let count = text.as_bytes().iter().filter(|byte| control(byte)).count();
    count > 16 && count * 16 > text.len()
}

impl Encoding {
    #[cold]
    #[inline(never)]
    pub(crate) fn defect(self) -> Option<Defect> {
        let (kind, span) = match self {
            Self::Utf8 => return None,
            Self::Marked => (DefectKind::ByteOrderMark, Span::of(0, MARK.len())),
            Self::Invalid(at) | Self::Binary(at) => (DefectKind::InvalidUtf8, Span::of(at, at + 1)),
            Self::Utf16 => (DefectKind::Utf16, Span::at(0)),
            Self::TooLarge => (DefectKind::TooLarge, Span::at(0)),
        };
        let repair = if self == Self::Marked { vec![Edit::delete(span)] } else { Vec::new() };
        Some(Defect { kind, span, related: None, repair })
    }

    /// Whether there is a text to read.
    pub(crate) const fn readable(self) -> bool {
        matches!(self, Self::Utf8 | Self::Marked | Self::Invalid(_))
    }

    pub(crate) const fn text_start(self) -> usize {
        if matches!(self, Self::Marked) { MARK.len() } else { 0 }
    }

    /// Marks what bad bytes have touched, and replaces the defects of a text that is none by a single one.
    #[cold]
    #[inline(never)]
    pub(crate) fn finish(self, bytes: &[u8], doc: &mut Document) {
        if let Self::Invalid(_) = self {
            for node in &mut doc.nodes {
                let key = node.key_start.min(node.start) as usize..node.end as usize;
                let touched = !node.is_container()
                    && bytes.get(key).is_some_and(|part| std::str::from_utf8(part).is_err());
                if touched {
                    node.flags |= DOUBTFUL;
                }
            }
        }
        if is_binary(doc.text()) {
            let span = Span::of(0, doc.source_len);
            let defect = Defect { kind: DefectKind::StrayText, span, related: None, repair: Vec::new() };
            doc.nodes.clear();
            doc.nodes.push(Node { end: span.end, kind: Kind::Broken, ..Node::NOTHING });
            doc.comments.clear();
            doc.defects.clear();
            doc.defects.push(defect);
        }
    }
}
