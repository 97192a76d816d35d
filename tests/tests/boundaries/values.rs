//! Values at a rule's limits and right beside them, near misses of its lists, and the examples a little changed.

use crate::naive::scalar;
use acklint_engine::pack::{Pack, Predicate};
use serde_json::Value;
use std::collections::BTreeSet;

/// Longer texts are not made; no rule of a text has a limit between this and what takes megabytes.
const LONGEST: usize = 300;
/// Characters that rules tell apart.
const ODD: [&str; 14] = ["_", "-", ".", ",", "/", " ", "@", ":", "A", "q", "0", "字", "é", "😀"];

/// Numbers and texts that a rule's conditions mention.
#[derive(Default)]
pub(crate) struct Mentioned {
    numbers: BTreeSet<i64>,
    texts: BTreeSet<String>,
}

impl Mentioned {
    pub(crate) fn add(&mut self, pack: &Pack, predicate: &Predicate) {
        self.walk(pack, &serde_json::to_value(predicate).unwrap(), "");
    }

    fn walk(&mut self, pack: &Pack, value: &Value, key: &str) {
        match value {
            Value::Number(n) => self.numbers.extend(n.as_i64()),
            Value::Array(list) => list.iter().for_each(|inner| self.walk(pack, inner, key)),
            Value::Object(map) => map.iter().for_each(|(key, inner)| self.walk(pack, inner, key)),
            Value::String(text) if key == "known" => {
                let lists = pack.known.iter().filter(|list| list.name == *text);
                let values: Vec<String> = lists.flat_map(|list| &list.values).map(scalar).collect();
                // Every value of short lists, some of long ones.
                let step = values.len() / 60 + 1;
                self.texts.extend(values.into_iter().step_by(step));
            }
            Value::String(text) if key == "is" => {
                if let Some(format) = pack.formats.get(text) {
                    self.add(pack, format);
                }
            }
            Value::String(text) if matches!(key, "values" | "value") => {
                self.texts.insert(text.clone());
            }
            _ => {}
        }
    }

    /// Texts to try, besides changes of those of the examples.
    pub(crate) fn texts(&self, examples: &BTreeSet<String>) -> Vec<String> {
        let mut out = BTreeSet::new();
        for n in self.neighbours().filter_map(|n| usize::try_from(n).ok()).filter(|n| *n <= LONGEST) {
            for unit in ["a", "7", "A", "字", "a.", "a-"] {
                out.insert(unit.repeat(n / unit.chars().count()));
            }
            out.insert(format!("{}Aa1-", "b".repeat(n.saturating_sub(4))));
            out.insert(format!("{},{}", "b".repeat(n), "b".repeat(n)));
            out.insert(format!("{}/{}", "b".repeat(n), "b".repeat(n)));
        }
        out.extend(self.neighbours().map(|n| n.to_string()));
        for text in self.texts.iter().chain(examples).filter(|text| text.len() < 400) {
            out.extend(changed(&text.replace('*', "q7")));
        }
        out.into_iter().filter(|text| !text.is_empty() && !is_hole(text)).collect()
    }

    /// Numbers to try.
    pub(crate) fn neighbours(&self) -> impl Iterator<Item = i64> {
        let listed = self.texts.iter().filter_map(|text| text.parse::<i64>().ok());
        let all: BTreeSet<i64> = self.numbers.iter().copied().chain(listed).collect();
        let near = |n: i64| [n.saturating_sub(1), n, n.saturating_add(1)];
        let all: BTreeSet<i64> = all.into_iter().chain([0, i64::from(u32::MAX)]).flat_map(near).collect();
        all.into_iter()
    }
}

/// A text and near misses of it.
fn changed(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut out = vec![text.to_owned(), text.to_uppercase(), text.to_lowercase(), text.repeat(2)];
    for at in [0, chars.len() / 2, chars.len()] {
        let (front, back): (String, String) = (chars[..at].iter().collect(), chars[at..].iter().collect());
        out.extend(ODD.iter().map(|odd| format!("{front}{odd}{back}")));
        let less: String = chars.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, c)| c).collect();
        out.push(less);
    }
    out.push(chars.iter().skip(1).collect());
    out.push(chars.iter().rev().skip(1).rev().collect());
    out
}

/// What the linter takes for something to be filled in, in the widest sense.
fn is_hole(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["**", "xx", "{{", "${", "your"].iter().any(|hole| lower.contains(hole)) || text.starts_with('<')
}
