//! The name an unknown field was probably meant to have.

use super::Run;
use crate::compile::FACTS;
use crate::pack::FieldStatus;
use crate::program::{FieldInfo, Shape};
use crate::suggest::Closest;

/// A better name for an unknown field.
pub(super) enum Better<'p> {
    /// A field of the same object.
    Here(&'p str),
    /// A path in another object.
    Elsewhere(String),
    None,
}

impl<'r> Run<'r> {
    /// By alias, by case (`vpcId`, `VpcId`), by edit distance, by level.
    pub(super) fn better_name(&self, key: &str, shape: u32) -> Better<'r> {
        let program = self.view.program;
        let Some(here) = program.shapes.get(shape as usize) else { return Better::None };
        let snake = snake_case(key);
        let fields = program.fields.get(here.fields.range()).unwrap_or_default();
        let slot = self.by_alias(here, key.as_bytes()).or_else(|| self.by_alias(here, &snake));
        let slot = slot.or_else(|| program.slot(here, &snake).map(|slot| slot as usize));
        if let Some(field) = slot.and_then(|slot| fields.get(slot)) {
            return Better::Here(program.str(field.name));
        }
        if let Some(path) = self.same_name_elsewhere(&snake, (shape, here)) {
            return Better::Elsewhere(path);
        }
        let mut closest = Closest::to(key);
        for field in fields {
            if field.status != FieldStatus::Removed {
                closest.offer(program.str(field.name));
            }
        }
        closest.found().map_or(Better::None, Better::Here)
    }

    fn by_alias(&self, shape: &Shape, key: &[u8]) -> Option<usize> {
        let program = self.view.program;
        let fields = program.fields.get(shape.fields.range())?;
        fields.iter().position(|f| program.str(f.aliases).as_bytes().split(|b| *b == b' ').any(|a| a == key))
    }

    /// The same name in a nearby object: children first, then parents, then those beside it. A common word such as
    /// `key` in a far place says nothing.
    fn same_name_elsewhere(&self, key: &[u8], (shape, here): (u32, &Shape)) -> Option<String> {
        let program = self.view.program;
        let mut best: Option<(u8, &str, &FieldInfo)> = None;
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
        best.map(|(_, _, field)| program.path_of(field))
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
