//! IPv4 address blocks, read as strictly as the API does: no bare address, no netmask, no leading zeros. And the
//! addresses that are no blocks.

use crate::eval::texts::{offset_in, split};
use acklint_document::{find_text, push_decimal};
use ipnetwork::Ipv4Network;
use std::net::Ipv4Addr;

/// An address and the length of its prefix. Not more than the network crate's block, without its way to be printed,
/// which is most of its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Block(Ipv4Network);

/// Why a text is not an address block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotACidr;

/// Reads `a.b.c.d/n`: four numbers 0–255 and a prefix 0–32, without leading zeros or blanks.
pub(crate) fn parse(text: &str) -> Result<Block, NotACidr> {
    let mut bytes = text.as_bytes().iter();
    let address = address(&mut bytes, Some(b'/')).ok_or(NotACidr)?;
    let prefix = number(&mut bytes, None).and_then(|n| u8::try_from(n).ok()).ok_or(NotACidr)?;
    Block::new(address, prefix).ok_or(NotACidr)
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
    let Some(gap) = find_text(text, "::") else { return is_plain(text) || groups(text, true) == Some(8) };
    let (before, after) = (text.get(..gap).unwrap_or_default(), text.get(gap + 2..).unwrap_or_default());
    // The gap stands for one group at least.
    matches!((groups(before, false), groups(after, true)), (Some(a), Some(b)) if a + b < 8)
}

fn is_plain(text: &str) -> bool {
    address(&mut text.as_bytes().iter(), None).is_some()
}

/// Number of groups of an IPv6 address, or of a part of one; an IPv4 address that ends it counts for two.
fn groups(text: &str, ends: bool) -> Option<usize> {
    if text.is_empty() {
        return Some(0);
    }
    let mut count = 0;
    for group in split(text, ':') {
        let digits = group.as_bytes();
        if (1..=4).contains(&digits.len()) && digits.iter().all(u8::is_ascii_hexdigit) {
            count += 1;
        } else if ends && offset_in(text, group) as usize + group.len() == text.len() && is_plain(group) {
            count += 2;
        } else {
            return None;
        }
    }
    Some(count)
}

impl Block {
    /// None, if the prefix is longer than an address.
    pub(crate) fn new(address: u32, prefix: u8) -> Option<Self> {
        Ipv4Network::new_checked(Ipv4Addr::from_bits(address), prefix).map(Self)
    }

    /// The address as it is written, and the length of the prefix.
    pub(crate) fn parts(self) -> (u32, u8) {
        (self.0.ip().to_bits(), self.0.prefix())
    }

    pub(crate) fn prefix(self) -> u8 {
        self.0.prefix()
    }

    /// The block without host bits.
    pub(crate) fn network(self) -> Self {
        Ipv4Network::new_checked(self.0.network(), self.0.prefix()).map_or(self, Self)
    }

    pub(crate) fn has_host_bits(self) -> bool {
        self != self.network()
    }

    /// Whether it contains all of `inner`, with the addresses before the written one.
    pub(crate) fn contains(self, inner: Self) -> bool {
        self.prefix() <= inner.prefix() && self.0.contains(inner.0.ip())
    }

    pub(crate) fn overlaps(self, other: Self) -> bool {
        self.contains(other) || other.contains(self)
    }

    /// How it is written.
    pub(crate) fn text(self) -> String {
        let mut text = String::new();
        for (octet, end) in self.0.ip().octets().into_iter().zip([".", ".", ".", "/"]) {
            push_decimal(&mut text, u64::from(octet));
            text.push_str(end);
        }
        push_decimal(&mut text, u64::from(self.prefix()));
        text
    }
}

/// A private block of this size that overlaps none of `taken`, first within the private range `near` is in.
pub(crate) fn free(near: Block, taken: &[Block]) -> Option<Block> {
    const PRIVATE: [(u32, u8); 3] = [(0xAC10_0000, 12), (0x0A00_0000, 8), (0xC0A8_0000, 16)];
    for inside in [true, false] {
        for (first, prefix) in PRIVATE {
            if Block::new(first, prefix)?.contains(near) == inside
                && let Some(block) = free_in((first, prefix), near.prefix(), taken)
            {
                return Some(block);
            }
        }
    }
    None
}

fn free_in((first, range): (u32, u8), prefix: u8, taken: &[Block]) -> Option<Block> {
    let count = 1u32.checked_shl(u32::from(prefix.checked_sub(range)?))?;
    let size = 1u32.checked_shl(32 - u32::from(prefix)).unwrap_or(0);
    // Blocks that overlap `taken` are passed over, so a few more tries than `taken` has entries do.
    (0..count.min(4096))
        .map_while(|n| Block::new(first.wrapping_add(n.wrapping_mul(size)), prefix))
        .find(|block| !taken.iter().any(|other| other.overlaps(*block)))
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
    fn addresses() {
        let parts = [
            "",
            ":",
            "::",
            "1",
            "0",
            "01",
            "abcd",
            "F",
            "12345",
            "g",
            "1.2.3.4",
            "1.2.3",
            "256.1.1.1",
            "1:2:3",
        ];
        let mut texts = vec![String::new()];
        for _ in 0..5 {
            texts = texts.iter().flat_map(|text| parts.map(|part| text.clone() + part)).collect();
            texts.sort_unstable();
            texts.dedup();
            for text in &texts {
                assert_eq!(is_address(text), text.parse::<std::net::IpAddr>().is_ok(), "{text}");
            }
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
