//! The name an unknown field was probably meant to have.

use super::Run;
use crate::compile::FACTS;
use crate::pack::FieldStatus;
use crate::program::{FieldInfo, Shape};
use crate::suggest::Closest;

/// A better place for an unknown member.
#[derive(Clone, Copy)]
pub(super) enum Better<'p> {
    /// A field of the same object.
    Here(&'p FieldInfo),
    /// One of another object.
    Elsewhere(&'p FieldInfo),
    None,
}

impl<'r> Run<'r> {
    /// By alias, by case (`vpcId`, `VpcId`), by edit distance, by level.
    pub(super) fn better_name(&self, key: &str, shape: u32) -> Better<'r> {
        let program = self.view.program;
        let Some(here) = program.shapes.get(shape as usize) else { return Better::None };
        let snake = snake_case(key);
        let fields = program.fields.get(here.fields.range()).unwrap_or_default();
        for field in fields {
            let mut names = program.str(field.aliases).as_bytes().split(|b| *b == b' ');
            if program.str(field.name).as_bytes() == snake || names.any(|name| name == snake) {
                return Better::Here(field);
            }
        }
        if let Some(field) = self.same_name_elsewhere(&snake, (shape, here)) {
            return Better::Elsewhere(field);
        }
        let mut closest = Closest::to(key);
        for field in fields {
            if field.status != FieldStatus::Removed {
                closest.offer(program.str(field.name));
            }
        }
        let slot = closest.found().and_then(|name| program.slot(here, name.as_bytes()));
        slot.and_then(|slot| fields.get(slot as usize)).map_or(Better::None, Better::Here)
    }

    /// The same name in a nearby object: children first, then parents, then those beside it. A common word such as
    /// `key` in a far place says nothing.
    fn same_name_elsewhere(&self, key: &[u8], (shape, here): (u32, &Shape)) -> Option<&'r FieldInfo> {
        let program = self.view.program;
        let mut best: Option<(u8, &str, &'r FieldInfo)> = None;
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
            let Some(slot) = program.slot(other, key) else { continue };
            let Some(field) = program.fields.get((other.fields.start + slot) as usize) else { continue };
            let nearer = best.is_none_or(|(distance, first, _)| (near, owner) < (distance, first));
            if nearer && field.status != FieldStatus::Removed {
                best = Some((near, owner, field));
            }
        }
        best.map(|(_, _, field)| field)
    }
}

/// `vpcId`, `VpcId` and `vpc-id` as `vpc_id`.
fn snake_case(key: &str) -> Vec<u8> {
    let mut out = vec![];
    for b in key.bytes() {
        if b.is_ascii_uppercase() && !matches!(out.as_slice(), [] | [.., b'_']) {
            out.push(b'_');
        }
        out.push(if matches!(b, b'-' | b' ') { b'_' } else { b.to_ascii_lowercase() });
    }
    out
}
