//! From bytes to text.

use crate::defect::{forget, record};
use crate::node::{DOUBTFUL, Node};
use crate::strings::{append, with_room};
use crate::{DefectKind, Document, Span};

/// What is wrong with bytes before they are read.
pub(crate) struct Fault {
    pub(crate) kind: DefectKind,
    pub(crate) span: Span,
    /// Whether there is a text to read all the same.
    pub(crate) readable: bool,
}

const MARK: &[u8] = b"\xef\xbb\xbf";

/// Appends `bytes` to `buffer` as text of the same length, unless they are no text.
#[inline(never)]
pub(crate) fn take(bytes: &[u8], buffer: &mut String) -> Option<Fault> {
    match valid(bytes) {
        Some(text) if !(bytes.len() >= 2 && bytes[..2].contains(&0) && is_utf16(bytes)) => {
            append(buffer, text);
            let span = Span::of(0, MARK.len());
            bytes.starts_with(MARK).then_some(Fault { kind: DefectKind::ByteOrderMark, span, readable: true })
        }
        _ if is_utf16(bytes) => Some(Fault { kind: DefectKind::Utf16, span: Span::at(0), readable: false }),
        _ => {
            let (first, bad) = push_lossy(buffer, bytes, "?");
            let binary = bad > 16 && bad * 8 > bytes.len();
            let span = Span::of(first, first + 1);
            Some(Fault { kind: DefectKind::InvalidUtf8, span, readable: !binary })
        }
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
    let (mut pairs, mut first, mut second) = (0, 0, 0);
    for pair in bytes.chunks_exact(2).take(64) {
        pairs += 1;
        first += usize::from(pair.first() == Some(&0)) * 2;
        second += usize::from(pair.last() == Some(&0)) * 2;
    }
    bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || (first > pairs) != (second > pairs)
}

/// Bytes as text, with U+FFFD for what is no UTF-8, as [`String::from_utf8_lossy`] has it.
///
/// ```
/// assert_eq!(acklint_document::lossy_text(b"a\xffb"), "a\u{fffd}b");
/// ```
pub fn lossy_text(bytes: &[u8]) -> String {
    let mut text = with_room(bytes.len());
    push_lossy(&mut text, bytes, "\u{fffd}");
    text
}

/// Appends bytes as text, with `sign` for what is no UTF-8; one of a single byte for each such byte, so that offsets
/// stay what they are. Returns the place of the first such byte and their number.
#[cold]
#[inline(never)]
fn push_lossy(text: &mut String, bytes: &[u8], sign: &str) -> (usize, usize) {
    let (mut first, mut bad, mut rest) = (0, 0, bytes);
    while let Err(error) = std::str::from_utf8(rest) {
        let (valid, behind) = rest.split_at(error.valid_up_to());
        let len = error.error_len().unwrap_or(behind.len());
        append(text, std::str::from_utf8(valid).unwrap_or_default());
        if bad == 0 {
            first = text.len();
        }
        bad += len;
        for _ in 0..if sign.len() == 1 { len } else { 1 } {
            append(text, sign);
        }
        rest = behind.get(len..).unwrap_or_default();
    }
    append(text, std::str::from_utf8(rest).unwrap_or_default());
    (first, bad)
}

/// Whether so many control characters stand in the text that it is none.
fn is_binary(text: &str) -> bool {
    let control = |byte: &u8| matches!(byte, 0..b' ') && !matches!(byte, b'\n' | b'\r' | b'\t');
    // In pieces whose numbers fit into a byte, so that many bytes are counted at once.
    let some = |bytes: &[u8]| bytes.iter().map(|byte| u8::from(control(byte))).sum::<u8>();
    let count: usize = text.as_bytes().chunks(128).map(|bytes| usize::from(some(bytes))).sum();
    count > 16 && count * 16 > text.len()
}

/// Marks what bad bytes have touched, and replaces the defects of a text that is none by a single one.
#[cold]
#[inline(never)]
pub(crate) fn finish(bytes: &[u8], doc: &mut Document) {
    if doc.text().as_bytes() != bytes {
        for node in &mut doc.nodes {
            let place = node.key_start.min(node.start) as usize..node.end as usize;
            if !node.is_container() && bytes.get(place.clone()) != doc.buffer.as_bytes().get(place) {
                node.flags |= DOUBTFUL;
            }
        }
    }
    if is_binary(doc.text()) {
        doc.nodes.clear();
        doc.comments.clear();
        forget(&mut doc.defects, 0);
        let all = Span::of(0, doc.source_len);
        refuse(doc, DefectKind::StrayText, all);
    }
}

/// Records a fault that leaves nothing to read.
pub(crate) fn refuse(doc: &mut Document, kind: DefectKind, span: Span) {
    doc.nodes.push(Node { end: doc.source_len as u32, ..Node::NOTHING });
    record(&mut doc.defects, kind, span, None, Vec::new());
}
