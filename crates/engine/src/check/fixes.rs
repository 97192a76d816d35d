//! Fixes of a rule become edits.

use super::Run;
use crate::eval::{Loc, Scope};
use crate::finding::{Finding, Fix};
use crate::program::{Action, Check, FixInfo, Str};
use crate::verdict::Evidence;
use acklint_document::{Edit, NodeId, edit};

impl Run<'_> {
    pub(super) fn fixes(&self, check: &Check, scope: Scope, e: &Evidence, finding: &mut Finding) {
        let program = self.view.program;
        let Some(rule) = program.rules.get(check.rule as usize) else { return };
        for info in program.fixes.get(rule.fixes.range()).unwrap_or_default() {
            let Some(edits) = self.edits(info, check, scope, e) else { continue };
            let title = self.fill(info.title[self.lang()], check, scope, e, false);
            finding.fixes.push(Fix { title, safety: info.safety, edits });
        }
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
        let node = self.target(info.field, check, scope);
        match (info.action, node) {
            (Action::Remove, Some(node)) => Some(edit::remove_member(doc, node)),
            (Action::Remove, None) => None,
            (Action::SetJson | Action::SetText, Some(node)) => {
                Some(vec![edit::replace_value(doc, node, &json)])
            }
            (Action::SetJson | Action::SetText, None) => self.insert(info.field, check, scope, &json),
            (Action::Append, Some(node)) => edit::insert_item(doc, node, &json).map(|e| vec![e]),
            (Action::Append, None) => self.insert(info.field, check, scope, &format!("[{json}]")),
        }
    }

    /// The value a fix works on, if it is there.
    fn target(&self, field: Str, check: &Check, scope: Scope) -> Option<NodeId> {
        let (loc, _) = self.located(field, check, scope)?;
        match loc {
            Loc::Node(node) | Loc::Unset(node) | Loc::Unknown(Some(node)) => Some(node),
            _ => None,
        }
    }

    /// A new member, in the object it belongs to: the scope's own, or the body.
    fn insert(&self, field: Str, check: &Check, scope: Scope, json: &str) -> Option<Vec<Edit>> {
        let (_, field) = self.located(field, check, scope)?;
        let info = self.view.program.fields.get(field as usize)?;
        let scratch = self.view.scratch;
        let mut inst = scope.inst;
        loop {
            let object = scratch.instances.get(inst as usize)?;
            if object.shape == info.shape {
                let name = self.view.program.str(info.name);
                return edit::insert_member(self.view.doc, object.node, name, json).map(|e| vec![e]);
            }
            inst = object.parent;
        }
    }
}
