//! "Did you mean": the listed value a text was probably meant to be.

/// The closest of `known`, if it is close enough to be meant. Values that end in `*` are patterns, not
/// suggestions.
pub(crate) fn closest<'k>(text: &str, known: impl Iterator<Item = &'k str>) -> Option<String> {
    // Hostile input stays cheap: no value of any list is this long.
    if text.len() > 80 {
        return None;
    }
    let plain = squeeze(text);
    let mut best: Option<(usize, &str)> = None;
    for value in known.filter(|v| !v.ends_with('*')) {
        let other = squeeze(value);
        // A number is not a slip of the pen: PL9 is no PL1, GMT+8 no GMT+0.
        if digits(&plain).ne(digits(&other)) {
            continue;
        }
        let distance = if plain == other { 0 } else { strsim::damerau_levenshtein(&plain, &other) };
        let limit = match other.chars().count() {
            0..=3 => 0,
            4..=7 => 1,
            8..=14 => 2,
            _ => 3,
        };
        // The first of equals wins, so that lists give their order of preference.
        if distance <= limit && best.is_none_or(|(d, _)| distance < d) {
            best = Some((distance, value));
        }
    }
    best.map(|(_, value)| value.to_owned())
}

fn digits(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(char::is_ascii_digit)
}

/// Letters and digits in lower case: case, blanks and hyphens are what people get wrong first.
fn squeeze(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn slips() {
        let known = ["cn-hangzhou", "cn-shanghai", "cloud_essd", "PL1", "AliyunLinux4*"];
        let near = |text: &str| closest(text, known.into_iter());
        assert_eq!(near("cn-hangzou").as_deref(), Some("cn-hangzhou"));
        assert_eq!(near("CN_Shanghai").as_deref(), Some("cn-shanghai"));
        assert_eq!(near("pl1").as_deref(), Some("PL1"));
        assert_eq!(near("PL9"), None);
        assert_eq!(near("PL2"), None);
        assert_eq!(near("mars"), None);
    }
}
