//! IPv4 address blocks, read strictly: the network crate takes a bare address, a netmask and leading zeros,
//! the API does not.

use ipnetwork::Ipv4Network;
use std::net::Ipv4Addr;

/// Why a text is not an address block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotACidr;

/// Reads `a.b.c.d/n`: four numbers 0–255 and a prefix 0–32, without leading zeros or blanks.
pub(crate) fn parse(text: &str) -> Result<Ipv4Network, NotACidr> {
    let mut bytes = text.bytes();
    let mut address = 0u32;
    for end in [b'.', b'.', b'.', b'/'] {
        let octet = number(&mut bytes, Some(end)).filter(|n| *n <= 255).ok_or(NotACidr)?;
        address = address << 8 | octet;
    }
    let prefix = number(&mut bytes, None).filter(|n| *n <= 32).ok_or(NotACidr)?;
    Ipv4Network::new(Ipv4Addr::from(address), prefix as u8).map_err(|_| NotACidr)
}

/// One to three digits without a leading zero, up to `end` or to the end of the text.
fn number(bytes: &mut std::str::Bytes<'_>, end: Option<u8>) -> Option<u32> {
    let mut value = None;
    for _ in 0..4 {
        let byte = bytes.next();
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

/// Whether `outer` contains all of `inner`, with the addresses before the written one.
pub(crate) fn contains(outer: Ipv4Network, inner: Ipv4Network) -> bool {
    network(inner).is_subnet_of(network(outer))
}

/// The block without host bits.
pub(crate) fn network(block: Ipv4Network) -> Ipv4Network {
    Ipv4Network::new(block.network(), block.prefix()).unwrap_or(block)
}

/// A private block of this size that overlaps none of `taken`, first within the private range `near` is in.
pub(crate) fn free(near: Ipv4Network, taken: &[Ipv4Network]) -> Option<Ipv4Network> {
    const PRIVATE: [(u32, u8); 3] = [(0xAC10_0000, 12), (0x0A00_0000, 8), (0xC0A8_0000, 16)];
    let ranges = PRIVATE.iter().filter_map(|(ip, p)| Ipv4Network::new(Ipv4Addr::from(*ip), *p).ok());
    let (mut first, rest): (Vec<_>, Vec<_>) = ranges.partition(|r| contains(*r, near));
    first.extend(rest);
    first.into_iter().find_map(|range| {
        let step = 1u32.checked_shl(u32::from(32 - near.prefix())).unwrap_or(0);
        let count = 1u32.checked_shl(u32::from(near.prefix().checked_sub(range.prefix())?))?;
        // Blocks that overlap `taken` are passed over, so a few more tries than `taken` has entries do.
        (0..count.min(4096)).find_map(|i| {
            let ip = u32::from(range.network()).checked_add(step.checked_mul(i)?)?;
            let block = Ipv4Network::new(Ipv4Addr::from(ip), near.prefix()).ok()?;
            (!taken.iter().any(|t| t.overlaps(block))).then_some(block)
        })
    })
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
        assert_eq!(free(near, &taken).unwrap().to_string(), "172.20.0.0/16");
        assert_eq!(
            free(parse("172.16.0.0/12").unwrap(), &[parse("172.19.0.0/20").unwrap()]).unwrap().to_string(),
            "10.0.0.0/12"
        );
        assert_eq!(free(parse("0.0.0.0/0").unwrap(), &taken), None);
    }
}
