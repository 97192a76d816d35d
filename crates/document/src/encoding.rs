//! From bytes to text.

use crate::node::{DOUBTFUL, Node};
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
pub(crate) fn take(bytes: &[u8], buffer: &mut String) -> Encoding {
    match valid(bytes) {
        Some(text) if !(bytes.len() >= 2 && bytes[..2].contains(&0) && is_utf16(bytes)) => {
            buffer.push_str(text);
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
    let pairs: Vec<&[u8]> = bytes.chunks_exact(2).take(64).collect();
    let half = |index: usize| {
        !pairs.is_empty() && pairs.iter().filter(|pair| pair[index] == 0).count() * 2 > pairs.len()
    };
    bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || half(0) != half(1)
}

#[cold]
fn take_lossy(bytes: &[u8], buffer: &mut String) -> Encoding {
    let (mut first, mut bad, mut done) = (None, 0, 0);
    for chunk in bytes.utf8_chunks() {
        buffer.push_str(chunk.valid());
        done += chunk.valid().len();
        let invalid = chunk.invalid().len();
        if invalid > 0 {
            first = first.or(Some(done));
            bad += invalid;
            done += invalid;
            buffer.extend(std::iter::repeat_n('?', invalid));
        }
    }
    let first = first.unwrap_or(0);
    if bad > 16 && bad * 8 > bytes.len() { Encoding::Binary(first) } else { Encoding::Invalid(first) }
}

/// Whether so many control characters stand in it that it is no text.
fn is_binary(bytes: &[u8]) -> bool {
    // Line ends included they are counted faster, and are too few in nearly every text.
    let many = |count: usize| count > 16 && count * 16 > bytes.len();
    many(count(bytes, |byte| u8::from(*byte < b' '))) && many(controls(bytes))
}

/// Number of control characters that stand in no text.
fn controls(bytes: &[u8]) -> usize {
    let control = |byte: &u8| {
        u8::from(*byte < b' ')
            & u8::from(*byte != b'\n')
            & u8::from(*byte != b'\r')
            & u8::from(*byte != b'\t')
    };
    count(bytes, control)
}

#[inline]
fn count(bytes: &[u8], one: impl Fn(&u8) -> u8) -> usize {
    // Counted in bytes, which do not overflow: many fit into one register, and chunks are whole registers.
    bytes.chunks(240).map(|chunk| usize::from(chunk.iter().map(&one).fold(0u8, u8::wrapping_add))).sum()
}

impl Encoding {
    pub(crate) fn defect(self) -> Option<Defect> {
        let (kind, span, repair) = match self {
            Self::Utf8 => return None,
            Self::Marked => {
                let span = Span::of(0, MARK.len());
                (DefectKind::ByteOrderMark, span, vec![Edit::delete(span)])
            }
            Self::Invalid(at) | Self::Binary(at) => {
                (DefectKind::InvalidUtf8, Span::of(at, at + 1), Vec::new())
            }
            Self::Utf16 => (DefectKind::Utf16, Span::at(0), Vec::new()),
            Self::TooLarge => (DefectKind::TooLarge, Span::at(0), Vec::new()),
        };
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
        if is_binary(bytes) {
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
