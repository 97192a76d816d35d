//! The predicates that look at one value, evaluated in the plainest way, to compare the engine with.

use acklint_engine::pack::{
    Bounds, CharClass, Chars, Equals, Expr, Form, Holds, OneOf, Operand, Pack, Predicate, Relation, Scalar,
};
use serde_json::Value;
use std::collections::BTreeMap;

/// What a predicate says of the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Says {
    True,
    False,
    /// There is no telling.
    Unknown,
    /// It looks at something else, which is as the example has it.
    Other,
    /// It looks at the value in a way that is not modelled here.
    Beyond,
}
use Says::{Beyond, False, Other, True, Unknown};

impl From<bool> for Says {
    fn from(holds: bool) -> Self {
        if holds { True } else { False }
    }
}

/// One field of a site, and the value it is given.
pub(crate) struct Naive<'p> {
    pub(crate) pack: &'p Pack,
    pub(crate) bind: &'p BTreeMap<String, String>,
    /// The field, as the site names it.
    pub(crate) subject: &'p str,
    pub(crate) value: &'p Value,
    /// The value is of a type that its field does not have.
    pub(crate) mistyped: bool,
}

/// What an operand is.
enum Got {
    Text(String),
    Unset,
    Unknown,
    Other,
    Beyond,
}

impl Naive<'_> {
    /// Whether a site complains, given its parts; `None` if that is beyond this model.
    pub(crate) fn fires(
        &self,
        when: [Option<&Predicate>; 2],
        require: &Predicate,
        bad: bool,
    ) -> Option<bool> {
        let conditions = when.into_iter().flatten().map(|p| self.says(p, None));
        let when = all(conditions);
        let verdict = self.says(require, None);
        match (when, verdict) {
            (Beyond, _) | (_, Beyond) => None,
            (True | Other, verdict) => Some(verdict == bad.into()),
            _ => Some(false),
        }
    }

    fn mentions(&self, predicate: &Predicate) -> bool {
        let text = format!("{predicate:?}");
        let names = self.bind.iter().filter(|(_, path)| *path == self.subject).map(|(name, _)| name.as_str());
        names.chain([self.subject]).any(|name| text.contains(&format!("\"{name}")))
    }

    fn says(&self, predicate: &Predicate, dot: Option<&str>) -> Says {
        match predicate {
            Predicate::All(list) => all(list.iter().map(|p| self.says(p, dot))),
            Predicate::Any(list) => not(all(list.iter().map(|p| not(self.says(p, dot))))),
            Predicate::Not(inner) => not(self.says(inner, dot)),
            Predicate::Holds(Holds::Condition(_)) => Other,
            Predicate::Holds(Holds::Format(holds)) => self.with(&holds.of, dot, |text| {
                self.pack.formats.get(&holds.is).map_or(Beyond, |format| self.says(format, Some(text)))
            }),
            Predicate::Set(of) => match self.get(of, dot) {
                Got::Text(_) | Got::Unknown => True,
                Got::Unset => False,
                Got::Other => Other,
                Got::Beyond => Beyond,
            },
            Predicate::Equals(equals) => self.equals(equals, dot),
            Predicate::OneOf(list) => self.with(&list.of, dot, |text| self.is_listed(list, text).into()),
            Predicate::Like(like) => self.with(&like.of, dot, |text| {
                let fold = |s: &str| if like.ignore_case { s.to_lowercase() } else { s.to_owned() };
                like.any.iter().any(|form| is_like(&fold(form), &fold(text))).into()
            }),
            Predicate::Length(bounds) => {
                self.with(&bounds.of, dot, |text| within(bounds, text.chars().count() as i64).into())
            }
            Predicate::Range(bounds) => {
                self.with(&bounds.of, dot, |text| number(text).is_some_and(|n| within(bounds, n)).into())
            }
            Predicate::Chars(chars) => self.with(&chars.of, dot, |text| fits(chars, text).into()),
            Predicate::Kinds(kinds) => {
                self.with(&kinds.of, dot, |text| (kinds_of(text) >= usize::from(kinds.min)).into())
            }
            Predicate::Parts(parts) => self.with(&parts.of, dot, |text| {
                let trim = |part: &str| if parts.trim { part.trim().to_owned() } else { part.to_owned() };
                let list: Vec<String> = text.split(parts.split.as_str()).map(trim).collect();
                all(list.iter().map(|part| self.says(&parts.r#where, Some(part))))
            }),
            Predicate::Format(format) => self.with(&format.of, dot, |text| match format.is {
                Form::Ip => text.parse::<std::net::IpAddr>().is_ok().into(),
                Form::JsonObject => serde_json::from_str::<Value>(text).is_ok_and(|v| v.is_object()).into(),
                _ => Beyond,
            }),
            Predicate::Compare(compare) => match (&compare.left, &compare.right) {
                (Expr::Number(of), Expr::Value(limit)) => self.with(of, dot, |text| {
                    number(text).map_or(Unknown, |n| relation(n, compare.is, *limit).into())
                }),
                _ if self.mentions(predicate) => Beyond,
                _ => Other,
            },
            _ if dot.is_some() || self.mentions(predicate) => Beyond,
            _ => Other,
        }
    }

    fn equals(&self, equals: &Equals, dot: Option<&str>) -> Says {
        let Some(value) = &equals.value else {
            let other = |of: &Operand| matches!(self.get(of, dot), Got::Other);
            let apart = other(&equals.of) && equals.to.as_ref().is_none_or(other);
            return if apart { Other } else { Beyond };
        };
        match self.get(&equals.of, dot) {
            Got::Unset => False,
            _ => self.with(&equals.of, dot, |text| (text == scalar(value)).into()),
        }
    }

    /// What `f` says of an operand's text, if it is the value.
    fn with(&self, of: &Operand, dot: Option<&str>, f: impl Fn(&str) -> Says) -> Says {
        match self.get(of, dot) {
            Got::Text(text) => f(&text),
            Got::Unset | Got::Unknown => Unknown,
            Got::Other => Other,
            Got::Beyond => Beyond,
        }
    }

    fn get(&self, of: &Operand, dot: Option<&str>) -> Got {
        let path = self.bind.get(&of.of).unwrap_or(&of.of);
        let text = match dot {
            Some(part) if path == "." => part.to_owned(),
            Some(_) => return Got::Beyond,
            None if path != self.subject => {
                // A member of the value, or what encloses it.
                let inside = path.strip_prefix(self.subject).is_some_and(|rest| rest.starts_with(['.', '[']));
                return if inside { Got::Beyond } else { Got::Other };
            }
            None if self.mistyped => return Got::Unknown,
            None => match self.value {
                Value::String(text) => text.clone(),
                other => other.to_string(),
            },
        };
        let Some(part) = &of.part else { return Got::Text(text) };
        let parts: Vec<&str> = text.split(part.split.as_str()).collect();
        let at = if part.index < 0 { parts.len() as i32 + part.index } else { part.index };
        match usize::try_from(at).ok().and_then(|at| parts.get(at)) {
            Some(text) if !text.is_empty() => Got::Text((*text).to_owned()),
            _ => Got::Unset,
        }
    }

    fn is_listed(&self, list: &OneOf, text: &str) -> bool {
        let known = self.pack.known.iter().filter(|known| list.known.contains(&known.name));
        known.flat_map(|known| &known.values).chain(&list.values).any(|value| {
            let value = scalar(value);
            value.strip_suffix('*').map_or(value == text, |start| text.starts_with(start))
        })
    }
}

fn all(list: impl Iterator<Item = Says>) -> Says {
    let list: Vec<Says> = list.collect();
    let strongest = [Beyond, False, Unknown, True].into_iter().find(|says| list.contains(says));
    strongest.unwrap_or(Other)
}

fn not(says: Says) -> Says {
    match says {
        True => False,
        False => True,
        other => other,
    }
}

/// A constant of a rule as the text it is compared with.
pub(crate) fn scalar(value: &Scalar) -> String {
    match value {
        Scalar::Bool(b) => b.to_string(),
        Scalar::Int(i) => i.to_string(),
        Scalar::Text(t) => t.clone(),
    }
}

/// A whole number.
fn number(text: &str) -> Option<i64> {
    text.parse().ok()
}

fn within(bounds: &Bounds, n: i64) -> bool {
    bounds.min.is_none_or(|min| min <= n) && bounds.max.is_none_or(|max| n <= max)
}

fn relation(left: i64, is: Relation, right: i64) -> bool {
    match is {
        Relation::Less => left < right,
        Relation::AtMost => left <= right,
        Relation::Equal => left == right,
        Relation::AtLeast => left >= right,
        Relation::Greater => left > right,
    }
}

fn is_class(c: char, class: CharClass) -> bool {
    match class {
        CharClass::Lower => c.is_ascii_lowercase(),
        CharClass::Upper => c.is_ascii_uppercase(),
        CharClass::Digit => c.is_ascii_digit(),
        CharClass::Han => ('\u{4e00}'..='\u{9fff}').contains(&c),
    }
}

fn fits(chars: &Chars, text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let (Some(first), Some(last)) = (letters.first(), letters.last()) else { return true };
    let allowed = |c: &char| chars.allow.iter().any(|class| is_class(*c, *class)) || chars.also.contains(*c);
    letters.iter().all(allowed)
        && !chars.not_first.contains(*first)
        && !chars.not_last.contains(*last)
        && (chars.first.is_empty() || chars.first.iter().any(|class| is_class(*first, *class)))
        && !letters.windows(2).any(|pair| pair.iter().all(|c| chars.not_in_a_row.contains(*c)))
}

fn kinds_of(text: &str) -> usize {
    let has = |f: fn(char) -> bool| usize::from(text.contains(f));
    has(|c| c.is_ascii_uppercase())
        + has(|c| c.is_ascii_lowercase())
        + has(|c| c.is_ascii_digit())
        + has(|c| !c.is_ascii_alphanumeric())
}

/// `#` is a run of digits, `*` any text.
fn is_like(form: &str, text: &str) -> bool {
    let Some(first) = form.chars().next() else { return text.is_empty() };
    let rest = &form[first.len_utf8()..];
    match first {
        '*' => (0..=text.len()).any(|at| text.is_char_boundary(at) && is_like(rest, &text[at..])),
        '#' => {
            let digits = text.bytes().take_while(u8::is_ascii_digit).count();
            (1..=digits).any(|at| is_like(rest, &text[at..]))
        }
        c => text.strip_prefix(c).is_some_and(|text| is_like(rest, text)),
    }
}
