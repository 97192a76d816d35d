//! Paths of rules: `name`, `a.b`, `$.name`, `@.name`, `^.name`, `.`, `items[*]`, `items[*].name`, and
//! `@.table[id=name].member`, the rows of a table of facts whose `id` is the value of `name`.

use super::Compiler;
use crate::pack::{FieldType, Operand, Scalar};
use crate::program::{Base, NONE, OperandInfo, Path, Run, Step};
use std::collections::BTreeMap;

/// What names mean at some point of a rule.
#[derive(Clone)]
pub(super) struct Context<'c> {
    /// Object that names start from; `NONE` in a format.
    pub(super) shape: u32,
    /// Object of the site: the common names of `bind` are its.
    pub(super) site: u32,
    pub(super) bind: Option<&'c BTreeMap<String, String>>,
    /// Field of the value at hand, if there is one.
    pub(super) subject: Option<u32>,
}

impl Context<'_> {
    pub(super) fn body() -> Self {
        Self { shape: 0, site: 0, bind: None, subject: None }
    }

    pub(super) fn format() -> Self {
        Self { shape: NONE, site: NONE, bind: None, subject: Some(NONE) }
    }
}

/// What a path leads to.
#[derive(Clone, Copy)]
pub(super) struct Target {
    pub(super) path: u32,
    pub(super) field: u32,
    /// Shape of the objects it yields, or `NONE` for values.
    pub(super) shape: u32,
    /// It may yield several.
    pub(super) many: bool,
}

impl Compiler<'_> {
    /// Resolves a path; on a fault reports it and returns a path to nothing.
    pub(super) fn path(&mut self, text: &str, ctx: &Context<'_>) -> Target {
        match self.try_path(text, ctx) {
            Ok(target) => target,
            Err(message) => {
                self.error(message);
                Target { path: 0, field: NONE, shape: NONE, many: false }
            }
        }
    }

    fn try_path(&mut self, text: &str, ctx: &Context<'_>) -> Result<Target, String> {
        if text == "." {
            let field =
                ctx.subject.ok_or("`.` needs a value at hand: the items of a list, or parts of a text")?;
            let path = self.add_path(Base::Subject, vec![], field);
            return Ok(Target { path, field, shape: NONE, many: false });
        }
        let mut rest = text;
        let (base, shape);
        if let Some(r) = rest.strip_prefix("$.") {
            (base, shape, rest) = (Base::Root, 0, r);
        } else if let Some(r) = rest.strip_prefix("@.") {
            (base, shape, rest) = (Base::Facts, 1, r);
        } else {
            let mut up = 0u8;
            while let Some(r) = rest.strip_prefix("^.") {
                (up, rest) = (up + 1, r);
            }
            let parent = |at: u32| self.program.shapes.get(at as usize).map_or(NONE, |s| s.parent);
            shape = (0..up).fold(ctx.shape, |at, _| parent(at));
            if shape == NONE {
                return Err(format!("there is no object to start `{text}` from"));
            }
            if shape == ctx.site
                && let Some(bound) = ctx.bind.and_then(|b| b.get(rest))
            {
                // A common name of the site; what it stands for is resolved in the same scope.
                let outer = Context { bind: None, ..ctx.clone() };
                let up = if bound.starts_with(['$', '@', '.']) { 0 } else { usize::from(up) };
                return self.try_path(&format!("{}{bound}", "^.".repeat(up)), &outer);
            }
            base = Base::Up(up);
        }
        self.walk(text, rest, (base, shape), ctx)
    }

    /// Follows the segments of a path from the object it starts at.
    fn walk(
        &mut self,
        text: &str,
        rest: &str,
        (base, start): (Base, u32),
        ctx: &Context<'_>,
    ) -> Result<Target, String> {
        let mut shape = start;
        let mut steps = vec![];
        let mut field = NONE;
        let mut many = false;
        for segment in segments(rest) {
            if shape == NONE {
                return Err(format!("`{segment}` of `{text}`: the value before it has no members"));
            }
            let (name, select) = match segment.strip_suffix(']').and_then(|s| s.split_once('[')) {
                Some((name, select)) => (name, Some(select)),
                None => (segment, None),
            };
            let slot = self.slot_of(shape, name).ok_or_else(|| self.unknown_name(shape, name))?;
            field = self.program.shapes.get(shape as usize).map_or(NONE, |s| s.fields.start + slot);
            let Some(info) = self.program.fields.get(field as usize) else {
                return Err(format!("`{name}` has no facts"));
            };
            steps.push(Step::Slot(slot));
            let is_list = info.items.is_some();
            shape = if is_list && select.is_none() { NONE } else { info.child };
            let Some(select) = select else { continue };
            if !is_list {
                return Err(format!("`{name}` is not a list, so it has no items `[{select}]`"));
            }
            match select.split_once('=') {
                _ if select == "*" => {
                    steps.push(Step::Each);
                    many = true;
                }
                Some((key, value)) if base == Base::Facts => {
                    let (step, one) = self.find(shape, key, value, ctx)?;
                    steps.push(step);
                    many |= !one;
                }
                _ => {
                    return Err(format!("`[{select}]` of `{text}`: write `[*]`, or `[key=value]` for facts"));
                }
            }
        }
        let path = self.add_path(base, steps, field);
        Ok(Target { path, field, shape, many })
    }

    /// The rows of a table by one of their members, and whether that is one row at most: the first member of a table
    /// tells its rows apart.
    fn find(
        &mut self,
        shape: u32,
        key: &str,
        value: &str,
        ctx: &Context<'_>,
    ) -> Result<(Step, bool), String> {
        let slot = self.slot_of(shape, key).ok_or_else(|| self.unknown_name(shape, key))?;
        let target = self.try_path(value, ctx)?;
        let row = self.program.shapes.get(shape as usize).map_or(NONE, |s| s.fields.start + slot);
        for (field, name) in [(row, key), (target.field, value)] {
            let text = self.program.fields.get(field as usize);
            if text.is_some_and(|f| f.items.unwrap_or(f.ty) != FieldType::String) {
                return Err(format!("`{name}` is no text to find rows by"));
            }
        }
        Ok((Step::Find { slot, key: target.path }, slot == 0 && !target.many))
    }

    fn slot_of(&self, shape: u32, name: &str) -> Option<u32> {
        self.program.slot(self.program.shapes.get(shape as usize)?, name.as_bytes())
    }

    fn unknown_name(&self, shape: u32, name: &str) -> String {
        let path =
            self.program.shapes.get(shape as usize).map(|s| self.program.str(s.path)).unwrap_or_default();
        let place = if path.is_empty() { "the request" } else { path };
        format!("`{name}` is not a field of {place}")
    }

    fn add_path(&mut self, base: Base, steps: Vec<Step>, field: u32) -> u32 {
        // The same steps lead to other fields from another object, so the field is part of the key.
        let key = (base, steps, field);
        if let Some(path) = self.paths.get(&key) {
            return *path;
        }
        let run = Run { start: self.program.steps.len() as u32, len: key.1.len() as u32 };
        self.program.steps.extend_from_slice(&key.1);
        let id = self.program.paths.len() as u32;
        self.program.paths.push(&Path { base, steps: run, field });
        self.paths.insert(key, id);
        id
    }

    /// Resolves an operand: one value.
    pub(super) fn operand(&mut self, operand: &Operand, ctx: &Context<'_>) -> u32 {
        let target = self.path(&operand.of, ctx);
        if target.many {
            self.error(format!("`{}` yields several values; one is needed here", operand.of));
        }
        self.operand_at(target, operand)
    }

    /// Resolves an operand that may yield several values.
    pub(super) fn any_operand(&mut self, operand: &Operand, ctx: &Context<'_>) -> u32 {
        let target = self.path(&operand.of, ctx);
        self.operand_at(target, operand)
    }

    /// Resolves several of them.
    pub(super) fn operands(&mut self, operands: &[Operand], ctx: &Context<'_>) -> Run {
        let ids: Vec<u32> = operands.iter().map(|o| self.any_operand(o, ctx)).collect();
        let run = Run { start: self.program.operand_runs.len() as u32, len: ids.len() as u32 };
        self.program.operand_runs.extend(ids);
        run
    }

    fn operand_at(&mut self, target: Target, operand: &Operand) -> u32 {
        let default = self.program.fields.get(target.field as usize).and_then(|f| f.default);
        if operand.or_default && default.is_none() {
            self.error(format!("`{}` has no documented default", operand.of));
        }
        let part = operand.part.as_ref().and_then(|p| {
            let mut chars = p.split.chars();
            let (first, rest) = (chars.next(), chars.next());
            if first.is_none() || rest.is_some() {
                self.error("`split` is one character");
            }
            first.map(|c| (c, p.index))
        });
        let path = self.program.paths.get(target.path as usize);
        let steps = path.and_then(|p| self.program.steps.get(p.steps.range())).unwrap_or_default();
        let slot = match (path.map(|p| p.base), steps) {
            (Some(Base::Up(0)), [Step::Slot(slot)]) if part.is_none() => *slot,
            _ => NONE,
        };
        let info = OperandInfo { path: target.path, or_default: operand.or_default, part, slot };
        if let Some(at) = self.program.operands.iter().position(|o| *o == info) {
            return at as u32;
        }
        self.program.operands.push(info);
        self.program.operands.len() as u32 - 1
    }

    /// Context inside the items of a path. For plain values names start at the object that holds the list.
    pub(super) fn enter<'c>(&self, target: Target, ctx: &Context<'c>) -> Context<'c> {
        let mut inner = ctx.clone();
        if target.shape == NONE {
            inner.subject = Some(target.field);
            inner.shape = self.program.fields.get(target.field as usize).map_or(ctx.shape, |f| f.shape);
        } else {
            inner.shape = target.shape;
            inner.subject = None;
        }
        inner
    }

    pub(super) fn expect_kind(&mut self, value: &Scalar, field: u32, what: &str) {
        use crate::pack::FieldType as T;
        let Some(info) = self.program.fields.get(field as usize) else { return };
        let ty = info.items.unwrap_or(info.ty);
        let fits = match value {
            Scalar::Bool(_) => matches!(ty, T::Boolean | T::Any),
            Scalar::Int(_) => matches!(ty, T::Integer | T::Number | T::Any),
            Scalar::Text(_) => matches!(ty, T::String | T::Any),
        };
        if !fits {
            let name = self.program.path_of(&info);
            self.error(format!("{what} of `{name}` does not have the field's type"));
        }
    }
}

/// Segments of a path: the dots between brackets belong to the path in them.
fn segments(path: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0u32;
    path.split(move |c| {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == '.' && depth == 0
    })
}
