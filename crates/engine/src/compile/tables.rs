//! Tables behind predicates: sets of characters, address blocks.

use super::Compiler;
use crate::pack::{CharClass, Chars, Cidr};
use crate::program::{CharSet, CidrSpec, Run};

impl Compiler<'_> {
    pub(super) fn char_set(&mut self, c: &Chars) -> u32 {
        for text in [&c.also, &c.not_first, &c.not_last, &c.not_in_a_row] {
            if !text.is_ascii() {
                self.error("characters listed one by one are ASCII; use a class for others");
            }
        }
        let any = c.allow.is_empty() && c.also.is_empty();
        let ascii = if any { u128::MAX } else { class_bits(&c.allow) | bits(&c.also) };
        let first = if c.first.is_empty() { ascii } else { class_bits(&c.first) };
        let han = any || c.allow.contains(&CharClass::Han);
        let set = CharSet {
            ascii,
            first: first & !bits(&c.not_first),
            last: ascii & !bits(&c.not_last),
            in_a_row: bits(&c.not_in_a_row),
            han,
            han_first: han && (c.first.is_empty() || c.first.contains(&CharClass::Han)),
        };
        if let Some(at) = self.program.char_sets.iter().position(|s| *s == set) {
            return at as u32;
        }
        self.program.char_sets.push(set);
        (self.program.char_sets.len() - 1) as u32
    }

    pub(super) fn cidr(&mut self, c: &Cidr) -> u32 {
        let start = self.program.blocks.len() as u32;
        for text in &c.within {
            match crate::cidr::parse(text) {
                Ok(block) => _ = self.program.blocks.push(&block.parts()),
                Err(_) => self.error(format!("`{text}` is not an address block")),
            }
        }
        let spec = CidrSpec {
            within: Run { start, len: self.program.blocks.len() as u32 - start },
            min: c.min_prefix.unwrap_or(0),
            max: c.max_prefix.unwrap_or(32),
            no_host_bits: c.no_host_bits,
        };
        self.program.cidrs.push(&spec)
    }
}

fn bits(text: &str) -> u128 {
    text.bytes().filter(u8::is_ascii).fold(0, |set, b| set | 1 << b)
}

fn class_bits(classes: &[CharClass]) -> u128 {
    let range = |from: u8, to: u8| (from..=to).fold(0u128, |set, b| set | 1 << b);
    classes.iter().fold(0, |set, class| {
        set | match class {
            CharClass::Lower => range(b'a', b'z'),
            CharClass::Upper => range(b'A', b'Z'),
            CharClass::Digit => range(b'0', b'9'),
            CharClass::Han => 0,
        }
    })
}
