//! Fixes of a rule become edits.

use super::Run;
use crate::eval::{Loc, Scope};
use crate::finding::{Finding, Fix};
use crate::pack::FAULTY_ITEM;
use crate::program::{Action, Check, FixInfo, Str};
use crate::verdict::Evidence;
use acklint_document::{Edit, NodeId, edit};

impl Run<'_> {
    pub(super) fn fixes(
        &self,
        check: &Check,
        scope: Scope,
        e: &Evidence,
        primary: NodeId,
        finding: &mut Finding,
    ) {
        for info in self.view.program.fixes.get(check.fixes.range()).unwrap_or_default() {
            let edits = match info.action {
                Action::Remove => self.removal(info, check, scope, primary),
                _ => self.edits(info, check, scope, e),
            };
            if let Some(edits) = edits {
                let title = self.fill(info.title[self.lang()], check, scope, e, false);
                finding.fixes.push(Fix { title, safety: info.safety, edits });
            }
        }
    }

    /// Takes away every field named that is there.
    fn removal(&self, info: &FixInfo, check: &Check, scope: Scope, primary: NodeId) -> Option<Vec<Edit>> {
        let doc = self.view.doc;
        let names = self.view.program.str(info.field).split(' ');
        let nodes: Vec<NodeId> = names
            .filter_map(|name| match name {
                FAULTY_ITEM => std::iter::successors(Some(primary), |n| doc.parent(*n))
                    .find(|n| doc.item_index(*n).is_some()),
                "." => self.at_hand(scope),
                name => self.target(name, check, scope),
            })
            .collect();
        (!nodes.is_empty()).then(|| edit::remove_all(doc, &nodes))
    }

    /// The value at hand, else the object of the site if it can be removed.
    fn at_hand(&self, scope: Scope) -> Option<NodeId> {
        if let Some((node, _)) = self.view.place(scope.subject) {
            return Some(node);
        }
        let object = self.view.scratch.instances.get(scope.inst as usize)?.node;
        (object != NodeId::ROOT).then_some(object)
    }

    fn edits(&self, info: &FixInfo, check: &Check, scope: Scope, e: &Evidence) -> Option<Vec<Edit>> {
        let doc = self.view.doc;
        let program = self.view.program;
        let json = match info.action {
            Action::SetText => {
                let text = program.str(info.value);
                if text.contains("{suggestion}") && e.suggestion.is_none() {
                    return None;
                }
                edit::quote_json(&self.fill(info.value, check, scope, e, false))
            }
            _ => program.str(info.value).to_owned(),
        };
        let node = self.target(program.str(info.field), check, scope);
        match (info.action, node) {
            (Action::SetJson | Action::SetText, Some(node)) => {
                Some(vec![edit::replace_value(doc, node, &json)])
            }
            (Action::SetJson | Action::SetText, None) => self.insert(info.field, check, scope, &json),
            (Action::Append, Some(node)) => edit::insert_item(doc, node, &json),
            (Action::Append, None) => self.insert(info.field, check, scope, &format!("[{json}]")),
            (Action::Remove, _) => None,
        }
    }

    /// The value a fix works on, if it is there.
    fn target(&self, field: &str, check: &Check, scope: Scope) -> Option<NodeId> {
        let (loc, _) = self.located(field, check, scope)?;
        match loc {
            Loc::Node(node) | Loc::Unset(node) | Loc::Unknown(Some(node)) => {
                (!self.view.doc.is_attached(node)).then_some(node)
            }
            _ => None,
        }
    }

    /// A new member, in the object it belongs to: the scope's own, or the body.
    fn insert(&self, field: Str, check: &Check, scope: Scope, json: &str) -> Option<Vec<Edit>> {
        let (_, field) = self.located(self.view.program.str(field), check, scope)?;
        let info = self.view.program.fields.get(field as usize)?;
        let scratch = self.view.scratch;
        let mut inst = scope.inst;
        loop {
            let object = scratch.instances.get(inst as usize)?;
            if object.shape == info.shape {
                let name = self.view.program.str(info.name);
                return edit::insert_member(self.view.doc, object.node, name, json);
            }
            inst = object.parent;
        }
    }
}
