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
        let limit = self.best.map_or(limit + 1, |(distance, _)| distance.min(limit + 1));
        if plain.len().abs_diff(other.len()) < limit {
            let distance = distance(plain, &other);
            if distance < limit {
                self.best = Some((distance, value));
            }
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

/// How many letters one has to add, leave out, replace, or swap with their neighbours, to make `b` of `a`: the
/// distance of Damerau and Levenshtein.
fn distance(a: &[char], b: &[char]) -> usize {
    // The distance of the first letters of both, row by row. Before the first row and column stands one more,
    // with what nothing is worth.
    let width = b.len() + 2;
    let most = a.len() + b.len();
    let mut table = vec![most; width];
    table.push(most);
    table.extend(0..=b.len());
    // For each letter of `b`, the last row of the same letter of `a`, counted from 1.
    let mut rows = vec![0; b.len()];
    for (row, letter) in (1..).zip(a) {
        // The last column of the letter, counted alike.
        let mut column = 0;
        table.extend([most, row]);
        for (at, (other, swap_row)) in (1..).zip(b.iter().zip(&mut rows)) {
            let same = letter == other;
            let swapped = before(&table, (row + 1 - *swap_row) * width + at + 1 - column);
            let swapped = swapped + row + at - *swap_row - column - 1;
            let replaced = before(&table, width + 1) + usize::from(!same);
            let added = before(&table, 1).min(before(&table, width)) + 1;
            table.push(swapped.min(replaced).min(added));
            if same {
                (column, *swap_row) = (at, row);
            }
        }
    }
    before(&table, 1)
}

/// The cell that stands so many before the end.
#[inline(never)] // a call costs less than four copies
fn before(table: &[usize], back: usize) -> usize {
    table.len().checked_sub(back).and_then(|at| table.get(at)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Closest, distance};

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
                assert_eq!(distance(left, right), strsim::damerau_levenshtein(a, b), "{a} {b}");
            }
        }
    }
}
