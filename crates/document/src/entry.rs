//! One value, looked up once.

use crate::Kind;
use crate::node::{DOUBTFUL, ESCAPED, KEY_ESCAPED, Node};

/// A value and its key, made by [`Document::entry`](crate::Document::entry).
///
/// ```
/// use acklint_document::{Document, Kind};
/// let doc = Document::parse(r#"{ "name": "demo" }"#);
/// let entry = doc.entry(doc.find("/name").unwrap());
/// assert_eq!((entry.kind(), entry.plain_key(), entry.plain_text()), (Kind::String, Some(&b"name"[..]), Some("demo")));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Entry<'d> {
    pub(crate) node: &'d Node,
    pub(crate) buffer: &'d str,
}

impl<'d> Entry<'d> {
    /// What the value is.
    #[inline]
    pub fn kind(self) -> Kind {
        self.node.kind
    }

    /// The bytes of the key, empty for items; `None` if it has escapes.
    #[inline]
    pub fn plain_key(self) -> Option<&'d [u8]> {
        if self.node.has(KEY_ESCAPED) {
            return None;
        }
        let range = self.node.key_start as usize..self.node.key_end as usize;
        Some(self.buffer.as_bytes().get(range).unwrap_or_default())
    }

    /// The value of a string that has no escapes and can be trusted.
    #[inline]
    pub fn plain_text(self) -> Option<&'d str> {
        let (start, end) = self.plain_range()?;
        self.buffer.get(start as usize..end as usize)
    }

    /// The same as bytes: a little cheaper.
    #[inline]
    pub fn plain_bytes(self) -> Option<&'d [u8]> {
        let (start, end) = self.plain_range()?;
        self.buffer.as_bytes().get(start as usize..end as usize)
    }

    #[inline]
    fn plain_range(self) -> Option<(u32, u32)> {
        let plain = self.node.kind == Kind::String && self.node.flags & (ESCAPED | DOUBTFUL) == 0;
        plain.then(|| self.node.inner())
    }

    /// The value of a whole number of few digits, as nearly all are; `None` for every other value.
    #[inline]
    pub fn small_integer(self) -> Option<i64> {
        if self.node.kind != Kind::Number || self.node.has(DOUBTFUL) {
            return None;
        }
        let range = self.node.start as usize..self.node.end as usize;
        let digits = self.buffer.as_bytes().get(range)?;
        if digits.len() > 9 {
            return None;
        }
        digits.iter().try_fold(0, |value, b| b.is_ascii_digit().then(|| value * 10 + i64::from(b - b'0')))
    }
}
