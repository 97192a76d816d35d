//! The name an unknown field was probably meant to have.

use super::Run;
use crate::compile::FACTS;
use crate::pack::FieldStatus;
use crate::program::{FieldInfo, Shape, Str};
use crate::suggest::Closest;

/// A better place for an unknown member.
#[derive(Clone, Copy)]
pub(super) enum Better {
    /// A field of the same object.
    Here(FieldInfo),
    /// One of another object.
    Elsewhere(FieldInfo),
    None,
}

impl<'r> Run<'r> {
    /// By alias, by case (`vpcId`, `VpcId`), by edit distance, by level.
    pub(super) fn better_name(&self, key: &str, shape: u32) -> Better {
        let program = self.view.program;
        let Some(here) = program.shapes.get(shape as usize) else { return Better::None };
        if let Some(field) = self.written_so(here, key, true) {
            return Better::Here(field);
        }
        if let Some(field) = self.same_name_elsewhere(key, (shape, here)) {
            return Better::Elsewhere(field);
        }
        let mut closest = Closest::to(key);
        for field in self.fields(here) {
            if field.status != FieldStatus::Removed {
                closest.offer(program.str(field.name));
            }
        }
        let slot = closest.found().and_then(|name| program.slot(here, name.as_bytes()));
        slot.and_then(|slot| self.fields(here).nth(slot as usize)).map_or(Better::None, Better::Here)
    }

    fn fields(&self, shape: &Shape) -> impl Iterator<Item = FieldInfo> + use<'r> {
        self.view.program.fields.run(shape.fields)
    }

    /// The field of this name, or one for which people write it, in whatever case.
    fn written_so(&self, shape: &Shape, key: &str, aliases: bool) -> Option<FieldInfo> {
        let program = self.view.program;
        let is = |names: Str| is_one_of(program.str(names), key.as_bytes());
        self.fields(shape).find(|field| is(field.name) || aliases && is(field.aliases))
    }

    /// The same name in a nearby object: children first, then parents, then those beside it. A common word such as
    /// `key` in a far place says nothing.
    fn same_name_elsewhere(&self, key: &str, (shape, here): (u32, &Shape)) -> Option<FieldInfo> {
        let program = self.view.program;
        let mut best: Option<(u8, &str, FieldInfo)> = None;
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
            if nearer && field.status != FieldStatus::Removed {
                best = Some((near, owner, field));
            }
        }
        best.map(|(_, _, field)| field)
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
