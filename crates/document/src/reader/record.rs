//! Writing down what is wrong.

use super::{Reader, scan};
use crate::defect::record;
use crate::{Defect, DefectKind, Edit, Span};

/// A hostile text could have a fault in every byte; nobody reads more than this.
const MAX_DEFECTS: usize = 1000;

impl Reader<'_, '_> {
    /// A fault that only the writer can mend.
    #[cold]
    #[inline(never)]
    pub(super) fn fault(&mut self, kind: DefectKind, span: Span) {
        self.defect(kind, span, Vec::new());
    }

    /// A fault that `text` in its place mends.
    #[cold]
    #[inline(never)]
    pub(super) fn replaced(&mut self, kind: DefectKind, span: Span, text: &str) {
        self.mended(kind, span, span, text);
    }

    /// A fault that `text` in the place of `old` mends.
    #[cold]
    #[inline(never)]
    pub(super) fn mended(&mut self, kind: DefectKind, span: Span, old: Span, text: &str) {
        self.defect(kind, span, vec![Edit::replace(old, text)]);
    }

    #[cold]
    #[inline(never)]
    pub(super) fn defect(&mut self, kind: DefectKind, span: Span, repair: Vec<Edit>) {
        use DefectKind::{UnclosedArray, UnclosedObject, WrongCloser};
        if self.sink.defects.len() - self.first_defect < MAX_DEFECTS {
            let paired = matches!(kind, UnclosedObject | UnclosedArray | WrongCloser);
            let related = if paired { self.opener() } else { None };
            record(self.sink.defects, kind, span, related, repair);
        }
    }

    /// The defect recorded last in this text.
    #[inline(never)]
    pub(super) fn last_defect(&mut self) -> Option<&mut Defect> {
        self.sink.defects.get_mut(self.first_defect..).and_then(<[Defect]>::last_mut)
    }

    /// Forgets what was found from `end` on: that text is read again.
    pub(super) fn forget_behind(&mut self, end: usize) {
        while self.last_defect().is_some_and(|defect| defect.span.start as usize >= end) {
            self.sink.defects.pop();
        }
        if let Some(last) = self.last_defect() {
            while last.repair.last().is_some_and(|edit| edit.span.end as usize > end) {
                last.repair.pop();
            }
        }
    }

    /// Forgets what was found inside `span`: another defect covers it.
    pub(super) fn forget_inside(&mut self, span: Span) {
        for index in (self.first_defect..self.sink.defects.len()).rev() {
            let place = self.sink.defects.get(index).map_or(span, |defect| defect.span);
            if span.covers(place) && place.start != span.start {
                self.sink.defects.remove(index);
            }
        }
    }

    /// Pays for looking ahead over `bytes`; `false` when too much has been looked at already.
    #[inline(never)]
    pub(super) fn spend(&mut self, bytes: usize) -> bool {
        let enough = self.budget >= bytes;
        self.budget = self.budget.saturating_sub(bytes.max(1));
        enough
    }

    /// Records that the text up to `end`, or at least a sign, belongs to nothing, joined with the stray text right
    /// before it, and moves behind it.
    pub(super) fn stray(&mut self, end: usize) {
        let (start, mut end) = (self.pos, end.max(self.here().end as usize).min(self.end.max(self.pos)));
        while end < self.end && (0x80..0xc0).contains(&self.byte(end)) {
            end += 1; // Never inside a character.
        }
        self.pos = end;
        self.flag_container(crate::node::INCOMPLETE);
        let bytes = self.bytes;
        if let Some(last) = self.last_defect()
            && last.kind == DefectKind::StrayText
            && scan::space(bytes, last.span.end as usize) == start
        {
            last.span.end = end as u32;
            if let Some(edit) = last.repair.first_mut() {
                edit.span.end = end as u32;
            }
            return;
        }
        let span = Span::of(start, end);
        self.replaced(DefectKind::StrayText, span, "");
    }
}

/// Adds to a repair that `text` takes the place of `old`.
#[cold]
#[inline(never)]
pub(super) fn put(repair: &mut Vec<Edit>, old: Span, text: &str) {
    repair.push(Edit::replace(old, text));
}
