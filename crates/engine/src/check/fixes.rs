//! Fixes of a rule become edits.

use super::Run;
use super::message::Case;
use crate::eval::Loc;
use crate::finding::Draft;
use crate::program::{Action, FixInfo, FixTarget};
use crate::template::{BuiltIn, Hole, parts};
use acklint_document::{Edit, NodeId, edit};

impl Run<'_> {
    pub(super) fn fixes(
        &mut self,
        case: Case<'_>,
        primary: NodeId,
        nodes: &mut Vec<NodeId>,
        draft: &mut Draft,
    ) {
        let view = self.view;
        for info in view.program.fixes.get(case.check.fixes.range()).unwrap_or_default() {
            if info.action == Action::Remove {
                self.removal(info, case, primary, nodes);
                if nodes.is_empty() {
                    continue;
                }
                self.title(info, case, draft);
                let out = &mut *self.out;
                edit::each_removed(view.doc, nodes, &mut |span| out.edit(span, ""));
            } else if let Some(edits) = self.edits(info, case) {
                self.title(info, case, draft);
                for edit in edits {
                    self.out.edit(edit.span, &edit.text);
                }
            }
        }
    }

    fn title(&mut self, info: &FixInfo, case: Case<'_>, draft: &mut Draft) {
        let title = self.fill(info.title[self.lang()], Case { secret: false, ..case });
        self.out.offer(draft, title, info.safety);
    }

    /// Every field named that is there.
    fn removal(&self, info: &FixInfo, case: Case<'_>, primary: NodeId, nodes: &mut Vec<NodeId>) {
        let doc = self.view.doc;
        nodes.clear();
        let targets = self.view.program.str(info.targets).bytes();
        nodes.extend(targets.filter_map(|target| {
            match FixTarget::of(target) {
                FixTarget::Item => std::iter::successors(Some(primary), |n| doc.parent(*n))
                    .find(|n| doc.item_index(*n).is_some()),
                FixTarget::AtHand => self.at_hand(case),
                FixTarget::Name(name) => self.target(name, case),
            }
        }));
    }

    /// The value at hand, else the object of the site if it can be removed.
    fn at_hand(&self, case: Case<'_>) -> Option<NodeId> {
        if let Some((node, _)) = self.view.place(&case.scope.subject) {
            return Some(node);
        }
        let object = self.view.scratch.instances.get(case.scope.inst as usize)?.node;
        (object != NodeId::ROOT).then_some(object)
    }

    fn edits(&mut self, info: &FixInfo, case: Case<'_>) -> Option<Vec<Edit>> {
        let (doc, program) = (self.view.doc, self.view.program);
        let value = program.str(info.value);
        let filled;
        let json = if info.action == Action::SetText {
            let suggests = |hole| hole == Hole::BuiltIn(BuiltIn::Suggestion);
            if case.evidence.suggestion.is_none() && parts(value).any(|(_, hole)| suggests(hole)) {
                return None;
            }
            let text = self.fill(info.value, Case { secret: false, ..case });
            filled = edit::quote_json(self.out.str(text));
            &filled
        } else {
            value
        };
        let Some(FixTarget::Name(name)) = program.str(info.targets).bytes().next().map(FixTarget::of) else {
            return None;
        };
        let node = self.target(name, case);
        match (info.action, node) {
            (Action::SetJson | Action::SetText, Some(node)) => {
                Some(vec![edit::replace_value(doc, node, json)])
            }
            (Action::SetJson | Action::SetText, None) => self.insert(name, case, json),
            (Action::Append, Some(node)) => edit::insert_item(doc, node, json),
            (Action::Append, None) => self.insert(name, case, &["[", json, "]"].concat()),
            (Action::Remove, _) => None,
        }
    }

    /// The value a fix works on, if it is there.
    fn target(&self, name: usize, case: Case<'_>) -> Option<NodeId> {
        let (loc, _) = self.located(name, case)?;
        match loc {
            Loc::Node(node) | Loc::Unset(node) | Loc::Unknown(Some(node)) => {
                (!self.view.doc.is_attached(node)).then_some(node)
            }
            _ => None,
        }
    }

    /// A new member, in the object it belongs to: the scope's own, or the body.
    fn insert(&self, name: usize, case: Case<'_>, json: &str) -> Option<Vec<Edit>> {
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
