//! The name an unknown field was probably meant to have.

use super::Run;
use crate::compile::FACTS;
use crate::pack::FieldStatus;
use crate::program::Shape;

/// A better name for an unknown field.
pub(super) enum Better {
    /// A field of the same object.
    Here(String),
    /// A path in another object.
    Elsewhere(String),
    None,
}

impl Run<'_> {
    /// By alias, by case (`vpcId`, `VpcId`), by edit distance, by level.
    pub(super) fn better_name(&self, key: &str, shape: u32) -> Better {
        let program = self.view.program;
        let Some(here) = program.shapes.get(shape as usize) else { return Better::None };
        let snake = snake_case(key);
        if let Some(name) = self.by_alias(here, key).or_else(|| self.by_alias(here, &snake)) {
            return Better::Here(name.to_owned());
        }
        if program.slot(here, snake.as_bytes()).is_some() {
            return Better::Here(snake);
        }
        if let Some(path) = self.same_name_elsewhere(&snake, shape) {
            return Better::Elsewhere(path);
        }
        let fields = program.fields.get(here.fields.range()).unwrap_or_default();
        let names = fields.iter().filter(|f| f.status != FieldStatus::Removed).map(|f| program.str(f.name));
        match crate::suggest::closest(key, names) {
            Some(name) => Better::Here(name),
            None => Better::None,
        }
    }

    fn by_alias(&self, shape: &Shape, key: &str) -> Option<&str> {
        let program = self.view.program;
        let fields = program.fields.get(shape.fields.range())?;
        let known = fields.iter().find(|f| program.str(f.aliases).split(' ').any(|a| a == key))?;
        Some(program.str(known.name))
    }

    /// The same name, or an alias of it, in a nearby object: children first, then parents, then anywhere.
    fn same_name_elsewhere(&self, key: &str, shape: u32) -> Option<String> {
        let program = self.view.program;
        let candidates = program.shapes.iter().enumerate().filter_map(|(id, other)| {
            let facts = program.str(other.path).starts_with(FACTS);
            if id as u32 == shape || facts {
                return None;
            }
            let slot = program.slot(other, key.as_bytes())?;
            let field = program.fields.get((other.fields.start + slot) as usize)?;
            let near = if other.parent == shape {
                0
            } else if program.shapes.get(shape as usize).is_some_and(|s| s.parent == id as u32) {
                1
            } else if other.parent != u32::MAX
                && program.shapes.get(shape as usize).is_some_and(|s| s.parent == other.parent)
            {
                2
            } else {
                3
            };
            let current = field.status != FieldStatus::Removed;
            current.then(|| (near, program.path_of(field)))
        });
        // A common word such as `key` in a far place says nothing.
        candidates.filter(|(near, _)| *near < 3).min().map(|(_, path)| path)
    }
}

/// `vpcId`, `VpcId` and `vpc-id` as `vpc_id`.
fn snake_case(key: &str) -> String {
    let mut out = String::new();
    for (at, c) in key.char_indices() {
        if c.is_ascii_uppercase() {
            if at > 0 && !out.ends_with('_') {
                out.push('_');
            }
            out.push(c.to_ascii_lowercase());
        } else if c == '-' || c == ' ' {
            out.push('_');
        } else {
            out.push(c);
        }
    }
    out
}
