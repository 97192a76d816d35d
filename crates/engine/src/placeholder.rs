//! Values that are not values yet: masked examples and template holes.

/// A quick look: false means certainly not a placeholder. Runs on every text of every request.
#[inline]
pub(crate) fn suspicious(bytes: &[u8]) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    /// High bits where a byte of `word` is zero (or follows one that is: good enough to look closer).
    const fn zero(word: u64) -> u64 {
        word.wrapping_sub(ONES) & !word & HIGH
    }
    /// High bits where a byte is a sign of a hole, and where it is an x.
    const fn signs(word: u64) -> (u64, u64) {
        let holes = zero(word ^ (ONES * b'*' as u64))
            | zero(word ^ (ONES * b'<' as u64))
            | zero(word ^ (ONES * b'{' as u64));
        // One x is a letter like any other; two in a row may be a mask.
        let x = zero((word | (ONES * 0x20)) ^ (ONES * b'x' as u64));
        (holes, x)
    }
    if matches!(bytes.first(), Some(b'y' | b'Y')) {
        return true;
    }
    let Some(last) = bytes.last_chunk::<8>() else {
        let word = short(bytes);
        let (holes, x) = signs(word);
        return holes != 0 || x & (x >> 8) != 0;
    };
    let (chunks, _) = bytes.as_chunks::<8>();
    let mut after_x = false;
    for chunk in chunks {
        let (holes, x) = signs(u64::from_le_bytes(*chunk));
        if holes != 0 || x & (x >> 8) != 0 || (after_x && x & 0x80 != 0) {
            return true;
        }
        after_x = x >> 63 != 0;
    }
    // What is left over, with some of what was looked at.
    let (holes, x) = signs(u64::from_le_bytes(*last));
    holes != 0 || x & (x >> 8) != 0
}

/// Up to eight bytes as a word; a byte may stand in it twice.
#[inline]
fn short(bytes: &[u8]) -> u64 {
    match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        (Some(head), Some(tail)) => {
            u64::from(u32::from_le_bytes(*head)) | u64::from(u32::from_le_bytes(*tail)) << 32
        }
        _ => bytes.iter().rev().fold(0, |word, b| word << 8 | u64::from(*b)),
    }
}

/// Whether a text stands for a value to be filled in: `****`, `<vpc-id>`, `${VPC}`, `{{ x }}`, `your_…`,
/// `XX.XX`, ids such as `vpc-xxx`.
///
/// A secret may hold any of these by chance, so it counts only if all of it is a mask or a hole.
pub(crate) fn is(text: &str, secret: bool) -> bool {
    let hole = (text.starts_with('<') && text.ends_with('>') && text.len() > 2)
        || (text.starts_with("${") && text.ends_with('}'))
        || (text.starts_with("{{") && text.ends_with("}}"));
    if hole || text.bytes().all(|b| b == b'*') {
        return !text.is_empty();
    }
    if secret {
        return false;
    }
    let lower = |p: &str| text.get(..p.len()).is_some_and(|head| head.eq_ignore_ascii_case(p));
    is_cut(text.as_bytes())
        || lower("your_")
        || lower("your-")
        || (text.contains("XX") && text.split(['.', '/']).any(|part| part == "XX"))
        || masked_id(text)
}

/// `***`, `${` or `{{` somewhere.
fn is_cut(text: &[u8]) -> bool {
    let mut before = (0, 0);
    text.iter().any(|&b| {
        let found = match b {
            b'*' => before == (b'*', b'*'),
            b'{' => matches!(before.1, b'$' | b'{'),
            _ => false,
        };
        before = (before.1, b);
        found
    })
}

/// `vpc-xxx`, `rm-xx`, `ds-bp1d19mmbsv3jf6xxxxx`: a resource id that ends in a run of x.
fn masked_id(text: &str) -> bool {
    let Some((kind, rest)) = text.split_once('-') else { return false };
    let id = !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_alphanumeric());
    let short = (1..=4).contains(&kind.len()) && kind.bytes().all(|b| b.is_ascii_lowercase());
    let run = rest.bytes().rev().take_while(|b| matches!(b, b'x' | b'X')).count();
    id && short && (run >= 3 || (run == 2 && rest.len() == 2))
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
        assert!(is("********", true) && is("${PASSWORD}", true));
        assert!(!is("Ab${1***xxx", true));
    }
}
