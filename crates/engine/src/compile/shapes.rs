//! The field table becomes shapes: objects whose members are found by one hash.

use super::Compiler;
use crate::pack::{Field, FieldType};
use crate::program::{FieldInfo, NONE, Run, Shape, Words};
use std::collections::BTreeMap;

/// Name of the virtual root of facts in the field table.
pub(crate) const FACTS: &str = "@";

impl Compiler<'_> {
    /// Builds shapes from paths such as `nodepools[].scaling_group.period`. Shape 0 is the body, shape 1 the
    /// facts, so that every pack has both.
    pub(super) fn shapes<'a>(&mut self, fields: impl Iterator<Item = &'a Field>) {
        self.rule = "fields".into();
        let fields: Vec<&Field> = fields.collect();
        let mut members: Vec<(String, Vec<&Field>)> = vec![(String::new(), vec![]), (FACTS.into(), vec![])];
        let mut index: BTreeMap<String, usize> = BTreeMap::from([(String::new(), 0), (FACTS.into(), 1)]);
        for field in &fields {
            let (owner, _) = split(&field.path);
            let at = *index.entry(owner.to_owned()).or_insert_with(|| {
                members.push((owner.to_owned(), vec![]));
                members.len() - 1
            });
            if let Some((_, list)) = members.get_mut(at) {
                list.push(field);
            }
        }
        for (id, (path, _)) in members.iter().enumerate() {
            self.shapes.insert(path.clone(), id as u32);
        }
        for (path, list) in &members {
            self.shape(path, list);
        }
        self.program.prepare();
        self.check_owners(&members);
    }

    fn shape(&mut self, path: &str, fields: &[&Field]) {
        let run = Run { start: self.program.fields.len() as u32, len: fields.len() as u32 };
        for (slot, field) in fields.iter().enumerate() {
            let (_, name) = split(&field.path);
            if fields.get(..slot).is_some_and(|before| before.iter().any(|f| f.path == field.path)) {
                self.error(format!("`{}` is defined twice", field.path));
            }
            let info = self.field(field, name);
            self.program.fields.push(&info);
        }
        let names: Vec<&str> = fields.iter().map(|f| split(&f.path).1).collect();
        let (seed, buckets) = perfect(&names);
        if buckets.is_empty() && !names.is_empty() {
            self.error(format!("two members of `{path}` have names that begin, end and are long alike"));
        }
        let buckets_run = Run { start: self.program.buckets.len() as u32, len: buckets.len() as u32 };
        self.program.buckets.extend(buckets);
        let parent = match path {
            "" | FACTS => NONE,
            _ => self.shapes.get(owner_of_shape(path)).copied().unwrap_or(NONE),
        };
        let path = self.intern(path);
        self.program.shapes.push(Shape {
            path,
            fields: run,
            buckets: buckets_run,
            seed,
            parent,
            ..Shape::default()
        });
    }

    fn field(&mut self, field: &Field, name: &str) -> FieldInfo {
        let child_path = match (field.r#type, field.items) {
            (FieldType::Array, Some(FieldType::Object)) => format!("{}[]", field.path),
            _ => field.path.clone(),
        };
        let has_members = matches!(field.r#type, FieldType::Object)
            || field.items == Some(FieldType::Object)
            || field.embedded.is_some();
        let child = if has_members { self.shapes.get(&child_path).copied().unwrap_or(NONE) } else { NONE };
        let shape = self.program.shapes.len() as u32;
        let default = field.default.as_ref().map(|d| self.constant(d));
        FieldInfo {
            name: self.intern(name),
            shape,
            ty: field.r#type,
            items: field.items,
            child,
            status: field.status,
            secret: field.secret,
            embedded: field.embedded.is_some(),
            default,
            replaced_by: self.intern(field.replaced_by.as_deref().unwrap_or_default()),
            aliases: self.intern(&field.aliases.join(" ")),
            guards: [Run::default(); 2],
            bits: Run::default(),
            unless: NONE,
        }
    }

    /// Every shape but the roots belongs to a field that has members.
    fn check_owners(&mut self, members: &[(String, Vec<&Field>)]) {
        for (path, fields) in members {
            if path.is_empty() || path == FACTS {
                continue;
            }
            let owned = self.program.fields.iter().any(|f| Some(f.child) == self.shapes.get(path).copied());
            if !owned {
                let first = fields.first().map(|f| f.path.clone()).unwrap_or_default();
                self.error(format!("`{first}` has no parent that is an object: `{path}`"));
            }
        }
    }
}

/// Owner and name: `a[].b.c` is `c` of `a[].b`.
pub(super) fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('.').unwrap_or(("", path))
}

/// The shape that holds the field a shape belongs to: `a[].b[]` belongs to the field `b` of `a[]`.
fn owner_of_shape(path: &str) -> &str {
    split(path.strip_suffix("[]").unwrap_or(path)).0
}

/// A seed and a table without collisions: one probe finds a member or tells that there is none.
fn perfect(names: &[&str]) -> (u32, Vec<u16>) {
    if names.is_empty() {
        return (0, vec![]);
    }
    let mut size = (names.len() * names.len() / 10).max(names.len() * 2).next_power_of_two();
    loop {
        for seed in 0..4096 {
            if let Some(table) = try_seed(names, seed, size) {
                return (seed, table);
            }
        }
        size *= 2;
        if size > 1 << 16 {
            return (0, vec![]);
        }
    }
}

fn try_seed(names: &[&str], seed: u32, size: usize) -> Option<Vec<u16>> {
    let mut table = vec![0u16; size];
    for (slot, name) in names.iter().enumerate() {
        let bucket = table.get_mut(Words::of(name.as_bytes()).hash(seed) as usize & (size - 1))?;
        if *bucket != 0 {
            return None;
        }
        *bucket = slot as u16 + 1;
    }
    Some(table)
}
