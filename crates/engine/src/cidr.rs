//! IPv4 address blocks, read as strictly as the API does: no bare address, no netmask, no leading zeros. And the
//! addresses that are no blocks.

use acklint_document::push_decimal;
use std::net::IpAddr;

/// An address and the length of its prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) address: u32,
    pub(crate) prefix: u8,
}

/// Why a text is not an address block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotACidr;

/// Reads `a.b.c.d/n`: four numbers 0–255 and a prefix 0–32, without leading zeros or blanks.
pub(crate) fn parse(text: &str) -> Result<Block, NotACidr> {
    let mut bytes = text.as_bytes().iter();
    let address = address(&mut bytes, Some(b'/')).ok_or(NotACidr)?;
    let prefix = number(&mut bytes, None).filter(|n| *n <= 32).ok_or(NotACidr)?;
    Ok(Block { address, prefix: prefix as u8 })
}

/// Four numbers, up to `end` or to the end of the text.
fn address(bytes: &mut std::slice::Iter<'_, u8>, end: Option<u8>) -> Option<u32> {
    let mut address = 0;
    for end in [Some(b'.'), Some(b'.'), Some(b'.'), end] {
        address = address << 8 | number(bytes, end).filter(|n| *n <= 255)?;
    }
    Some(address)
}

/// One to three digits without a leading zero, up to `end` or to the end of the text.
fn number(bytes: &mut std::slice::Iter<'_, u8>, end: Option<u8>) -> Option<u32> {
    let mut value = None;
    for _ in 0..4 {
        let byte = bytes.next().copied();
        if byte == end {
            return value;
        }
        let digit = byte.filter(u8::is_ascii_digit)? - b'0';
        if value == Some(0) {
            return None;
        }
        value = Some(value.unwrap_or(0) * 10 + u32::from(digit));
    }
    None
}

/// Whether a text is an address, IPv4 or IPv6.
pub(crate) fn is_address(text: &str) -> bool {
    text.parse::<IpAddr>().is_ok()
}

impl Block {
    pub(crate) const fn new(address: u32, prefix: u8) -> Self {
        Self { address, prefix }
    }

    /// The bits that tell addresses of the block apart.
    fn hosts(self) -> u32 {
        u32::MAX.checked_shr(u32::from(self.prefix)).unwrap_or(0)
    }

    /// The block without host bits.
    pub(crate) fn network(self) -> Self {
        Self { address: self.address & !self.hosts(), ..self }
    }

    pub(crate) fn has_host_bits(self) -> bool {
        self.address & self.hosts() != 0
    }

    /// Whether it contains all of `inner`, with the addresses before the written one.
    pub(crate) fn contains(self, inner: Self) -> bool {
        self.prefix <= inner.prefix && self.overlaps(inner)
    }

    pub(crate) fn overlaps(self, other: Self) -> bool {
        (self.address ^ other.address) & !(self.hosts() | other.hosts()) == 0
    }

    /// How it is written.
    pub(crate) fn text(self) -> String {
        let mut text = String::new();
        for (octet, end) in self.address.to_be_bytes().into_iter().zip([".", ".", ".", "/"]) {
            push_decimal(&mut text, u64::from(octet));
            text.push_str(end);
        }
        push_decimal(&mut text, u64::from(self.prefix));
        text
    }
}

/// A private block of this size that overlaps none of `taken`, first within the private range `near` is in.
pub(crate) fn free(near: Block, taken: &[Block]) -> Option<Block> {
    const PRIVATE: [Block; 3] =
        [Block::new(0xAC10_0000, 12), Block::new(0x0A00_0000, 8), Block::new(0xC0A8_0000, 16)];
    for inside in [true, false] {
        for range in PRIVATE {
            if range.contains(near) == inside
                && let Some(block) = free_in(range, near.prefix, taken)
            {
                return Some(block);
            }
        }
    }
    None
}

fn free_in(range: Block, prefix: u8, taken: &[Block]) -> Option<Block> {
    let count = 1u32.checked_shl(u32::from(prefix.checked_sub(range.prefix)?))?;
    let mut block = Block::new(range.address, prefix);
    // Blocks that overlap `taken` are passed over, so a few more tries than `taken` has entries do.
    for _ in 0..count.min(4096) {
        if !taken.iter().any(|other| other.overlaps(block)) {
            return Some(block);
        }
        block.address = block.address.wrapping_add(block.hosts().wrapping_add(1));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strict() {
        for good in ["0.0.0.0/0", "10.0.0.0/8", "172.20.0.1/16", "255.255.255.255/32"] {
            assert!(parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "10.0.0.0",
            "10.0.0.0/33",
            "10.0.0.0/08",
            "10.0.0.0/255.0.0.0",
            "010.0.0.0/8",
            "10.0.0/8",
            "10.0.0.0.0/8",
            "256.0.0.0/8",
            " 10.0.0.0/8",
            "10.0.0.0/8 ",
            "10.0.0.0/-1",
            "10.0.0.0/",
            "/8",
            "::/0",
            "1٠.0.0.0/8",
        ] {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn finds_a_free_block() {
        let near = parse("172.20.0.0/16").unwrap();
        let taken = [parse("172.16.0.0/14").unwrap()];
        assert_eq!(free(near, &taken).unwrap().text(), "172.20.0.0/16");
        assert_eq!(
            free(parse("172.16.0.0/12").unwrap(), &[parse("172.19.0.0/20").unwrap()]).unwrap().text(),
            "10.0.0.0/12"
        );
        assert_eq!(free(parse("0.0.0.0/0").unwrap(), &taken), None);
    }
}
