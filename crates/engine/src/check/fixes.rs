//! Fixes of a rule become edits.

use super::Run;
use super::message::Case;
use crate::eval::Loc;
use crate::program::{Action, FixInfo, FixTarget};
use crate::template::{BuiltIn, Hole, parts};
use acklint_document::{Edit, NodeId, edit};

impl Run<'_> {
    pub(super) fn fixes(&mut self, case: &Case<'_>, primary: NodeId, nodes: &mut Vec<NodeId>) {
        let view = self.view;
        for info in view.program.fixes.run(case.check.fixes) {
            if info.action == Action::Remove {
                self.removal(&info, case, primary, nodes);
                if nodes.is_empty() {
                    continue;
                }
                self.title(&info, case);
                let out = &mut *self.out;
                edit::each_removed(view.doc, nodes, &mut |span| out.edit(span, ""));
            } else if let Some(edits) = self.edits(&info, case) {
                self.title(&info, case);
                for edit in &edits {
                    self.out.edit(edit.span, &edit.text);
                }
            }
        }
    }

    fn title(&mut self, info: &FixInfo, case: &Case<'_>) {
        let title = self.fill(info.title[self.lang()], case);
        self.out.offer(title, info.safety);
    }

    /// Every field named that is there.
    fn removal(&self, info: &FixInfo, case: &Case<'_>, primary: NodeId, nodes: &mut Vec<NodeId>) {
        nodes.clear();
        for target in self.view.program.str(info.targets).bytes() {
            let node = match FixTarget::of(target) {
                FixTarget::Item => self.item_of(primary),
                FixTarget::AtHand => self.at_hand(case),
                FixTarget::Name(name) => self.target(name, case),
            };
            nodes.extend(node);
        }
    }

    /// The item of a list that a value is, or stands in.
    fn item_of(&self, mut node: NodeId) -> Option<NodeId> {
        let doc = self.view.doc;
        while doc.item_index(node).is_none() {
            node = doc.parent(node)?;
        }
        Some(node)
    }

    /// The value at hand, else the object of the site if it can be removed.
    fn at_hand(&self, case: &Case<'_>) -> Option<NodeId> {
        if let Some(seen) = self.view.place(&case.scope.subject) {
            return Some(seen.node);
        }
        let object = self.view.scratch.instances.get(case.scope.inst as usize)?.node;
        (object != NodeId::ROOT).then_some(object)
    }

    fn edits(&mut self, info: &FixInfo, case: &Case<'_>) -> Option<Vec<Edit>> {
        let (doc, program) = (self.view.doc, self.view.program);
        let value = program.str(info.value);
        let FixTarget::Name(name) = FixTarget::of(*program.str(info.targets).as_bytes().first()?) else {
            return None;
        };
        let node = self.target(name, case);
        let filled;
        let json = match (info.action, node) {
            (Action::SetText, _) => {
                let suggests = |hole| hole == Hole::BuiltIn(BuiltIn::Suggestion);
                if case.evidence.suggestion.is_none() && parts(value).any(|(_, hole)| suggests(hole)) {
                    return None;
                }
                let text = self.fill(info.value, case);
                filled = edit::quote_json(self.out.str(text));
                &filled
            }
            (Action::Append, None) => {
                filled = ["[", value, "]"].concat();
                &filled
            }
            _ => value,
        };
        match node {
            None => self.insert(name, case, json),
            Some(node) if info.action == Action::Append => edit::insert_item(doc, node, json),
            Some(node) => Some(vec![edit::replace_value(doc, node, json)]),
        }
    }

    /// The value a fix works on, if it is there.
    fn target(&self, name: usize, case: &Case<'_>) -> Option<NodeId> {
        let (loc, _) = self.located(name, case)?;
        match loc {
            Loc::Node(node) | Loc::Unset(node) | Loc::Unknown(Some(node)) => {
                (!self.view.doc.is_attached(node)).then_some(node)
            }
            _ => None,
        }
    }

    /// A new member, in the object it belongs to: the scope's own, or the body.
    fn insert(&self, name: usize, case: &Case<'_>, json: &str) -> Option<Vec<Edit>> {
        let (_, field) = self.located(name, case)?;
        let info = self.view.program.fields.get(field as usize)?;
        let scratch = self.view.scratch;
        let mut inst = case.scope.inst;
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
