//! Texts as machine words.

/// A name as two machine words: its first and its last eight bytes. Looked at once per member of every request,
/// so that most names are told apart without a loop over their bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Words {
    head: u64,
    tail: u64,
    pub(crate) len: u32,
}

impl Words {
    pub(crate) const NONE: Self = Self { head: 0, tail: 0, len: 0 };

    #[inline]
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let len = bytes.len() as u32;
        if let (Some(head), Some(tail)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
            return Self { head: u64::from_le_bytes(*head), tail: u64::from_le_bytes(*tail), len };
        }
        if let (Some(head), Some(tail)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            let (head, tail) = (u32::from_le_bytes(*head), u32::from_le_bytes(*tail));
            return Self { head: u64::from(head), tail: u64::from(tail), len };
        }
        let head = bytes.iter().fold(0, |word, b| (word << 8) | u64::from(*b));
        Self { head, tail: 0, len }
    }

    /// Whether there is nothing between the two words.
    #[inline]
    pub(crate) fn is_whole(self) -> bool {
        self.len <= 16
    }

    /// A value that is no text, told apart from every other and from all texts of some length.
    #[inline]
    pub(crate) fn of_value(kind: u8, value: u64) -> Self {
        Self { head: value, tail: u64::from(kind), len: 0 }
    }

    /// A few bits that differ where values do, for small tables that may forget.
    #[inline]
    pub(crate) fn bits(self) -> u32 {
        let head = self.head.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let tail = self.tail.wrapping_mul(0xD6E8_FEB8_6659_FD93);
        ((head ^ tail) >> 48) as u32
    }

    #[inline]
    pub(crate) fn hash(self, seed: u32) -> u32 {
        let mixed = (self.head ^ u64::from(seed)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
            ^ self.tail.rotate_left(29).wrapping_mul(0xD6E8_FEB8_6659_FD93)
            ^ u64::from(self.len);
        (mixed ^ (mixed >> 32)).wrapping_mul(0xFF51_AFD7_ED55_8CCD).rotate_left(20) as u32
    }
}
