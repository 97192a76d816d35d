//! Values that are not values yet: masked examples and template holes.

use acklint_document::find_text;
use wide::u8x16;

/// A quick look: false means certainly not a placeholder. Runs on every text of every request.
#[inline(never)] // from three places, and not small
pub(crate) fn suspicious(bytes: &[u8]) -> bool {
    if matches!(bytes.first(), Some(b'y' | b'Y')) {
        return true;
    }
    let is = |block: u8x16, byte| block.simd_eq(u8x16::splat(byte));
    let mut before = 0;
    let mut signs = |block: [u8; 16]| {
        let block = u8x16::new(block);
        let holes = (is(block, b'*') | is(block, b'<') | is(block, b'{')).to_bitmask();
        // One x is a letter like any other; two in a row may be a mask.
        let x = is(block | u8x16::splat(0x20), b'x').to_bitmask();
        let pair = x & (x << 1 | before);
        before = x >> 15;
        holes != 0 || pair != 0
    };
    let (blocks, _) = bytes.as_chunks::<16>();
    // What is left over comes with some of what was looked at: then one x may be taken for two.
    blocks.iter().any(|block| signs(*block)) || signs(bytes.last_chunk().map_or_else(|| short(bytes), |b| *b))
}

/// Less than sixteen bytes as a block; a byte may stand in it twice.
#[inline]
fn short(bytes: &[u8]) -> [u8; 16] {
    let block = if let (Some(head), Some(tail)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        u128::from(u64::from_le_bytes(*head)) | u128::from(u64::from_le_bytes(*tail)) << 64
    } else if let (Some(head), Some(tail)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        u128::from(u64::from(u32::from_le_bytes(*head)) | u64::from(u32::from_le_bytes(*tail)) << 32)
    } else {
        u128::from(bytes.iter().rev().fold(0, |word, b| word << 8 | u32::from(*b)))
    };
    block.to_le_bytes()
}

/// Whether a text stands for a value to be filled in: `****`, `<vpc-id>`, `${VPC}`, `{{ x }}`, `your_…`,
/// `XX.XX`, ids such as `vpc-xxx`.
///
/// A secret may hold any of these by chance, so it counts only if all of it is a mask or a hole.
pub(crate) fn is(text: &str, secret: bool) -> bool {
    let bytes = text.as_bytes();
    match bytes {
        [] => false,
        [b'<', _, .., b'>'] | [b'$', b'{', .., b'}'] | [b'{', b'{', .., b'}', b'}'] => true,
        _ if bytes.iter().all(|b| *b == b'*') => true,
        _ if secret => false,
        [b'y' | b'Y', b'o' | b'O', b'u' | b'U', b'r' | b'R', b'_' | b'-', ..] => true,
        _ => {
            let holds = |sign: &&str| find_text(text, sign).is_some();
            ["***", "${", "{{"].iter().any(holds) || is_masked_address(bytes) || is_masked_id(bytes)
        }
    }
}

/// `172.20.XX.XX/16`.
fn is_masked_address(text: &[u8]) -> bool {
    text.split(|b| matches!(b, b'.' | b'/')).any(|part| part == b"XX")
}

/// `vpc-xxx`, `rm-xx`, `ds-bp1d19mmbsv3jf6xxxxx`: a resource id that ends in a run of x.
fn is_masked_id(text: &[u8]) -> bool {
    let kind = text.iter().take_while(|b| b.is_ascii_lowercase()).count();
    let Some([b'-', rest @ ..]) = text.get(kind..) else { return false };
    let id = rest.iter().all(u8::is_ascii_alphanumeric);
    let run = rest.iter().rev().take_while(|b| matches!(b, b'x' | b'X')).count();
    id && matches!(kind, 1..=4) && (run >= 3 || (run == 2 && rest.len() == 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders() {
        for text in [
            "****",
            "vpc-2zeik9h3ahvv2zz95****",
            "<vpc-id>",
            "${VPC}",
            "{{ .Values.vpc }}",
            "your_sls_project_name",
            "172.20.XX.XX/16",
            "vpc-xxx",
            "rm-xx",
            "ds-bp1d19mmbsv3jf6xxxxx",
            "rds-****",
            "cluster-${ENV}",
        ] {
            assert!(suspicious(text.as_bytes()) && is(text, false), "{text}");
        }
        for text in [
            "",
            "Kubernetes",
            "aliyun",
            "xxl-job",
            "linux",
            "ecs.c6.xlarge",
            "node-k-1",
            "a<b",
            "proxy",
            "fox-box",
            "中文",
            "hello*world",
            "dGhpcyBpcyBhIGV4YW1wbGU=",
        ] {
            assert!(!is(text, false), "{text}");
        }
        // Wherever it stands: at the begin, at the end, between two blocks.
        for len in 4..40 {
            for at in 0..len - 4 {
                let text = ["a".repeat(at), "xxx".to_owned(), "b".repeat(len - at - 3)].concat();
                assert!(suspicious(text.as_bytes()), "{text}");
                assert!(!suspicious(text.replace('x', "k").as_bytes()), "{text}");
            }
        }
        assert!(is("********", true) && is("${PASSWORD}", true));
        assert!(!is("Ab${1***xxx", true));
    }
}
