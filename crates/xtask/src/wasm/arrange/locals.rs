//! The numbers of variables.

use super::{Done, order::packed};
use wasmparser::{FunctionBody, Operator, Parser, Payload};

/// How far back a repeat may be.
const WINDOW: usize = 32 * 1024 - 512;
/// So many times at most all pairs of variables of a function are tried.
const SWEEPS: usize = 4;

/// Numbers the variables of each function so that it repeats more of what stands before it: two that have one type
/// change their numbers wherever that makes it smaller.
pub(super) fn numbered(mut module: Vec<u8>) -> Done<Vec<u8>> {
    let (mut params, mut types, mut functions) = (vec![], vec![], vec![]);
    for payload in Parser::new(0).parse_all(&module) {
        match payload? {
            Payload::TypeSection(section) => {
                for of in section.into_iter_err_on_gc_types() {
                    params.push(of?.params().len() as u32);
                }
            }
            Payload::FunctionSection(section) => {
                types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
            }
            Payload::CodeSectionEntry(body) => functions.push(body),
            _ => {}
        }
    }
    let functions = functions.iter().zip(types);
    let functions: Vec<Function> =
        functions.map(|(body, of)| Function::of(body, params[of as usize])).collect::<Done<_>>()?;
    let start = functions.first().map_or(0, |first| first.start);
    for function in functions {
        let (before, rest) = module.split_at_mut(function.start);
        let before = &before[start.max(before.len().saturating_sub(WINDOW))..];
        function.number(before, &mut rest[..function.len]);
    }
    Ok(module)
}

/// A function, by where it stands in the module.
struct Function {
    start: usize,
    len: usize,
    /// Variables of one type, without parameters.
    groups: Vec<std::ops::Range<u8>>,
    /// Where in the function a variable's number stands.
    uses: Vec<usize>,
}

impl Function {
    fn of(body: &FunctionBody<'_>, params: u32) -> Done<Self> {
        let range = body.range();
        let mut function = Self { start: range.start, len: range.len(), groups: vec![], uses: vec![] };
        let mut first = params;
        for group in body.get_locals_reader()? {
            let end = first + group?.0;
            // Larger numbers take two bytes.
            function.groups.push(first.min(128) as u8..end.min(128) as u8);
            first = end;
        }
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            if let (
                Operator::LocalGet { local_index: 0..=127 }
                | Operator::LocalSet { local_index: 0..=127 }
                | Operator::LocalTee { local_index: 0..=127 },
                at,
            ) = operators.read_with_offset()?
            {
                function.uses.push(at + 1 - range.start);
            }
        }
        Ok(function)
    }

    fn number(&self, before: &[u8], bytes: &mut [u8]) {
        let mut size = packed(before, bytes);
        for _ in 0..SWEEPS {
            let last = size;
            for group in &self.groups {
                for a in group.clone() {
                    for b in a + 1..group.end {
                        self.swap(bytes, a, b);
                        let this = packed(before, bytes);
                        if this < size {
                            size = this;
                        } else {
                            self.swap(bytes, a, b);
                        }
                    }
                }
            }
            if size == last {
                return;
            }
        }
    }

    fn swap(&self, bytes: &mut [u8], a: u8, b: u8) {
        for at in &self.uses {
            let number = &mut bytes[*at];
            if *number == a {
                *number = b;
            } else if *number == b {
                *number = a;
            }
        }
    }
}
