//! "Did you mean": the listed value a text was probably meant to be.

/// The closest of several values, if it is close enough to be meant.
pub(crate) struct Closest<'k> {
    /// The text that was written, unless it is too long.
    plain: Option<Vec<char>>,
    /// The closest value so far, and how far it is.
    best: Option<(usize, &'k str)>,
}

impl<'k> Closest<'k> {
    pub(crate) fn to(text: &str) -> Self {
        // Hostile input stays cheap: no value of any list is this long.
        Self { plain: (text.len() <= 80).then(|| squeeze(text)), best: None }
    }

    /// Values that end in `*` are patterns, not suggestions.
    pub(crate) fn offer(&mut self, value: &'k str) {
        let Some(plain) = &self.plain else { return };
        let other = squeeze(value);
        // A number is not a slip of the pen: PL9 is no PL1, GMT+8 no GMT+0.
        if value.ends_with('*') || !digits(plain).eq(digits(&other)) {
            return;
        }
        let limit = match other.len() {
            0..=3 => 0,
            4..=7 => 1,
            8..=14 => 2,
            _ => 3,
        };
        // The first of equals wins, so that lists give their order of preference.
        let mut closer = self.best.map_or(limit + 1, |(edits, _)| edits.min(limit + 1));
        while let Some(edits) = closer.checked_sub(1)
            && is_within(edits, (plain, &other), 0, 0)
        {
            closer = edits;
            self.best = Some((edits, value));
        }
    }

    pub(crate) fn found(&self) -> Option<&'k str> {
        self.best.map(|(_, value)| value)
    }
}

fn digits(letters: &[char]) -> impl Iterator<Item = &char> {
    letters.iter().filter(|c| c.is_ascii_digit())
}

/// Letters and digits in lower case: case, blanks and hyphens are what people get wrong first.
#[inline(never)]
fn squeeze(text: &str) -> Vec<char> {
    let mut letters = Vec::with_capacity(text.len());
    for c in text.chars() {
        if is_letter(c) {
            letters.push(c.to_ascii_lowercase());
        }
    }
    letters
}

/// Letters and digits of ASCII, and what is not ASCII but for signs such as stand in Latin and Chinese texts. To know
/// all letters there are takes tables that are larger than the difference is worth.
fn is_letter(c: char) -> bool {
    match c {
        '\0'..'\u{80}' => c.is_ascii_alphanumeric(),
        '\u{80}'..'\u{C0}' | '\u{2000}'..'\u{2C00}' | '\u{3000}'..'\u{3040}' => false,
        // Full-width letters and digits are some.
        '\u{FE00}'..'\u{FF10}' | '\u{FF1A}'..'\u{FF21}' | '\u{FF3B}'..'\u{FF41}' => false,
        '\u{FF5B}'..'\u{FF66}' | '\u{FFE0}'..'\u{10000}' | '\u{1F000}'..'\u{1FB00}' => false,
        _ => true,
    }
}

/// Whether `b` from `j` on can be made of `a` from `i` on by so many edits: adding, leaving out or replacing a letter,
/// or swapping it with its neighbour, the distance of Damerau and Levenshtein. Edits are few, so all ways are tried.
fn is_within(edits: usize, (a, b): (&[char], &[char]), mut i: usize, mut j: usize) -> bool {
    if (a.len() + j).abs_diff(b.len() + i) > edits {
        return false;
    }
    let (first, other) = loop {
        let (Some(first), Some(other)) = (a.get(i), b.get(j)) else { return true };
        (i, j) = (i + 1, j + 1);
        if first != other {
            break (first, other);
        }
    };
    let Some(edits) = edits.checked_sub(1) else { return false };
    if is_within(edits, (a, b), i, j)
        || is_within(edits, (a, b), i, j - 1)
        || is_within(edits, (a, b), i - 1, j)
    {
        return true;
    }
    // Two letters are neighbours once what is between them is left out, and stay so until more is added.
    let between = |letters: &[char], start, letter| letters.iter().skip(start).position(|c| c == letter);
    let (Some(out), Some(new)) = (between(a, i, other), between(b, j, first)) else { return false };
    edits.checked_sub(out + new).is_some_and(|edits| is_within(edits, (a, b), i + out + 1, j + new + 1))
}

#[cfg(test)]
mod tests {
    use super::{Closest, is_within};

    #[test]
    fn slips() {
        let known = ["cn-hangzhou", "cn-shanghai", "cloud_essd", "PL1", "AliyunLinux4*"];
        let near = |text: &str| {
            let mut closest = Closest::to(text);
            for value in known {
                closest.offer(value);
            }
            closest.found()
        };
        assert_eq!(near("cn-hangzou"), Some("cn-hangzhou"));
        assert_eq!(near("CN_Shanghai"), Some("cn-shanghai"));
        assert_eq!(near("pl1"), Some("PL1"));
        assert_eq!(near("PL9"), None);
        assert_eq!(near("PL2"), None);
        assert_eq!(near("mars"), None);
    }

    #[test]
    fn distances() {
        let mut texts = vec![String::new()];
        for length in 0..6 {
            for base in 0..1 << length {
                texts.push((0..length).map(|at| if base >> at & 1 == 0 { 'a' } else { 'b' }).collect());
            }
        }
        texts
            .extend(["ca", "abc", "acb", "cn-hangzhou", "cn-hangzuo", "hangzhou", "中文"].map(str::to_owned));
        let letters: Vec<Vec<char>> = texts.iter().map(|text| text.chars().collect()).collect();
        for (a, left) in texts.iter().zip(&letters) {
            for (b, right) in texts.iter().zip(&letters) {
                let distance = strsim::damerau_levenshtein(a, b);
                for edits in 0..4 {
                    assert_eq!(is_within(edits, (left, right), 0, 0), distance <= edits, "{a} {b}");
                }
            }
        }
    }
}
