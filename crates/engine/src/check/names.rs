//! The name an unknown field was probably meant to have.

use super::Run;
use super::words::text;
use crate::compile::FACTS;
use crate::pack::FieldStatus;
use crate::program::{Shape, Str};
use crate::suggest::Closest;

/// What a field is called, and whether it is one no more.
struct Names {
    name: Str,
    removed: bool,
}

impl Run<'_> {
    /// What an unknown member was probably meant to be, by alias, by case (`vpcId`, `VpcId`), by level, by edit
    /// distance: the text that says so, and the name, or for a field of another object its path.
    pub(super) fn better_name(&self, key: &str, shape: u32) -> (usize, String) {
        let program = self.view.program;
        let Some(here) = program.shapes.get(shape as usize) else { return (text::HELP, String::new()) };
        if let Some(field) = self.written_so(here, key, true) {
            return (text::MEANT, program.str(field.name).into());
        }
        if let Some(path) = self.same_name_elsewhere(key, (shape, here)) {
            return (text::BELONGS, path);
        }
        let mut closest = Closest::to(key);
        for field in program.fields.run(here.fields) {
            if field.status != FieldStatus::Removed {
                closest.offer(program.str(field.name));
            }
        }
        closest.found().map_or((text::HELP, String::new()), |name| (text::MEANT, name.into()))
    }

    /// The field of this name, or one for which people write it, in whatever case.
    fn written_so(&self, shape: &Shape, key: &str, aliases: bool) -> Option<Names> {
        let program = self.view.program;
        let is = |names: Str| is_one_of(program.str(names), key.as_bytes());
        for field in program.fields.run(shape.fields) {
            if is(field.name) || aliases && is(field.aliases) {
                return Some(Names { name: field.name, removed: field.status == FieldStatus::Removed });
            }
        }
        None
    }

    /// The same name in a nearby object: children first, then parents, then those beside it. A common word such as
    /// `key` in a far place says nothing.
    fn same_name_elsewhere(&self, key: &str, (shape, here): (u32, &Shape)) -> Option<String> {
        let program = self.view.program;
        let mut best: Option<(u8, &str, Str)> = None;
        for (other, id) in program.shapes.iter().zip(0..) {
            let near = if other.parent == shape {
                0
            } else if here.parent == id {
                1
            } else if other.parent != u32::MAX && here.parent == other.parent {
                2
            } else {
                continue;
            };
            let owner = program.str(other.path);
            if id == shape || owner.starts_with(FACTS) {
                continue;
            }
            let Some(field) = self.written_so(other, key, false) else { continue };
            let nearer = best.is_none_or(|(distance, first, _)| (near, owner) < (distance, first));
            if nearer && !field.removed {
                best = Some((near, owner, field.name));
            }
        }
        best.map(|(_, owner, name)| program.path_in(owner, name))
    }
}

/// Whether one of these names, with blanks between them, is `key` in snake case.
#[inline(never)]
fn is_one_of(names: &str, key: &[u8]) -> bool {
    names.as_bytes().split(|b| *b == b' ').any(|name| is_snake_case(name, key))
}

/// Whether `name` is `key` in snake case: `vpc_id` of `vpcId`, `VpcId` and `vpc-id`.
fn is_snake_case(name: &[u8], key: &[u8]) -> bool {
    let mut left = name.iter();
    let mut last = b'_';
    for b in key {
        if b.is_ascii_uppercase() && last != b'_' && left.next() != Some(&b'_') {
            return false;
        }
        last = if matches!(b, b'-' | b' ') { b'_' } else { b.to_ascii_lowercase() };
        if left.next() != Some(&last) {
            return false;
        }
    }
    left.next().is_none()
}
