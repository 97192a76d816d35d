//! Predicates about one value, in full: those that take more than a look, and what explains the others.

use super::{Loc, Quick, Scope, View, texts};
use crate::cidr;
use crate::pack::Form;
use crate::program::{Const, Op, Str};
use crate::suggest::Closest;
use crate::verdict::{Evidence, Trace, Verdict, keep};
use acklint_document::{Kind, integer, part};

/// The value at hand: where it is, and what.
#[derive(Clone, Copy)]
struct One<'o> {
    loc: &'o Loc,
    value: Option<Quick<'o>>,
}

impl<'v> View<'v> {
    /// The verdict of a predicate about the value of the operand `of`.
    pub(super) fn about_one(&self, op: &Op, of: u32, scope: &Scope, trace: &mut Trace<'_>) -> Verdict {
        let loc = &self.operand(of, scope);
        let value = self.value(loc);
        let verdict = value.map_or(Verdict::Unknown, |value| self.program.quick_value(op, value));
        if verdict != Verdict::Unknown && !trace.is_on() {
            return verdict;
        }
        let one = One { loc, value };
        match *op {
            Op::Set(_) => self.set(loc, trace),
            Op::EqualsConst { value, .. } => self.equals_const(one, value, verdict, trace),
            Op::EqualsField { to, .. } => self.equals_field(one, to, scope, trace),
            Op::Format { format, .. } => self.format(one, format, scope, trace),
            _ => {
                if let Some(Quick::Text(text)) = value {
                    return self.about_text(op, one, text, (verdict, scope), trace);
                }
                self.explain(op, one, verdict, trace);
                verdict
            }
        }
    }

    /// The same about a text.
    fn about_text(
        &self,
        op: &Op,
        one: One<'_>,
        text: &str,
        (verdict, scope): (Verdict, &Scope),
        trace: &mut Trace<'_>,
    ) -> Verdict {
        match *op {
            Op::Parts { split, op, trim, .. } => {
                return self.parts(one, texts::split(text, split), (text, trim), (op, scope), trace);
            }
            Op::Form { form: Form::JsonObject, .. } => return self.json_object(one, trace),
            _ => self.explain(op, one, verdict, trace),
        }
        match *op {
            Op::NearMiss { list, .. } if verdict == Verdict::Unknown => {
                let near = self.closest(text, list);
                let verdict = near.is_some().into();
                trace.note(|e| keep(&mut e.suggestion, near));
                verdict
            }
            Op::Matches { regex, .. } => self.matches(text, regex),
            _ => verdict,
        }
    }

    /// Notes the value, and why the verdict is what it is.
    fn explain(&self, op: &Op, one: One<'_>, verdict: Verdict, trace: &mut Trace<'_>) {
        let Trace::On(e) = trace else { return };
        let mut place = *one.loc;
        match (*op, one.value) {
            _ if verdict == Verdict::Unknown => {}
            (Op::OneOf { list, .. }, value) if verdict == Verdict::False => {
                e.allowed = Some(list);
                match value {
                    Some(Quick::Text(text)) => keep(&mut e.suggestion, self.closest(text, list)),
                    Some(Quick::Int(number)) => e.found = Some(number),
                    _ => {}
                }
            }
            (Op::Range { min, max, .. }, _) => {
                e.bounds(self.number(one.loc).and_then(Result::ok), min, max);
            }
            (Op::Length { min, max, .. }, Some(Quick::Text(text))) => {
                e.bounds(Some(texts::count_chars(text) as i64), min, max);
            }
            (Op::Kinds { min, .. }, Some(Quick::Text(text))) => {
                (e.found, e.min) = (Some(texts::kinds_of(text)), Some(i64::from(min)));
            }
            (Op::Chars { set, .. }, Some(Quick::Text(text))) => {
                let set = self.program.char_sets.get(set as usize);
                if let Some((index, at, c)) = set.and_then(|set| texts::first_fault(set, text)) {
                    let character = part(text, at, at + c.len_utf8());
                    place = one.loc.part(text, character);
                    (e.position, e.character) = (Some(index as i64 + 1), Some(character.to_owned()));
                }
            }
            (Op::Cidr { spec, .. }, Some(Quick::Text(text))) => self.explain_block(spec, text, e),
            _ => {}
        }
        self.see(&place, trace);
    }

    fn explain_block(&self, spec: u32, text: &str, e: &mut Evidence) {
        let (Some(spec), Ok(block)) = (self.program.cidrs.get(spec as usize), cidr::parse(text)) else {
            return;
        };
        e.bounds(Some(i64::from(block.prefix())), i64::from(spec.min), i64::from(spec.max));
        if spec.no_host_bits && block.has_host_bits() {
            e.suggestion = Some(block.network().text());
        }
    }

    pub(super) fn set(&self, loc: &Loc, trace: &mut Trace<'_>) -> Verdict {
        self.see(loc, trace);
        match *loc {
            Loc::Absent | Loc::Unset(_) => Verdict::False,
            Loc::Unknown(Some(node)) if self.is_present(node) => Verdict::True,
            Loc::Unknown(_) => Verdict::Unknown,
            Loc::Node(_) | Loc::Default(_) | Loc::Text(..) | Loc::DefaultText(..) => Verdict::True,
        }
    }

    fn equals_const(&self, one: One<'_>, want: Const, verdict: Verdict, trace: &mut Trace<'_>) -> Verdict {
        self.see(one.loc, trace);
        if verdict != Verdict::Unknown {
            return verdict;
        }
        match (one.loc, one.value, want) {
            // A default of another type is another value.
            (Loc::Absent | Loc::Unset(_) | Loc::Default(_), ..) => Verdict::False,
            (_, Some(Quick::Text(text)), Const::Int(want)) => (integer(text) == Some(want)).into(),
            _ => Verdict::Unknown,
        }
    }

    fn equals_field(&self, one: One<'_>, to: u32, scope: &Scope, trace: &mut Trace<'_>) -> Verdict {
        self.see(one.loc, trace);
        let (a, b) = (one.loc, &self.seen(to, scope, trace));
        match (self.text(a), self.text(b)) {
            (Some(a), Some(b)) => return (a == b).into(),
            (None, None) if a.is_unset() && b.is_unset() => return Verdict::True,
            (None, Some(_)) if a.is_unset() => return Verdict::False,
            (Some(_), None) if b.is_unset() => return Verdict::False,
            _ => {}
        }
        match (self.number(a), self.number(b)) {
            (Some(Ok(a)), Some(Ok(b))) => (a == b).into(),
            _ => Verdict::Unknown,
        }
    }

    fn format(&self, one: One<'_>, format: u32, scope: &Scope, trace: &mut Trace<'_>) -> Verdict {
        let Some(op) = self.program.formats.get(format as usize) else { return Verdict::Unknown };
        let subject = *one.loc;
        if subject.is_unset() || matches!(subject, Loc::Unknown(_)) {
            return Verdict::Unknown;
        }
        let before = trace.mark();
        let verdict = self.eval(*op, &Scope { inst: scope.inst, subject }, trace);
        if trace.mark() == before {
            self.see(&subject, trace);
        }
        verdict
    }

    fn parts<'t>(
        &self,
        one: One<'_>,
        parts: impl Iterator<Item = &'t str>,
        (text, trim): (&str, bool),
        (op, scope): (u32, &Scope),
        trace: &mut Trace<'_>,
    ) -> Verdict {
        let mut verdict = Verdict::True;
        let before = trace.mark();
        for part in parts {
            let part = if trim { texts::trim(part) } else { part };
            let subject = one.loc.part(text, part);
            match self.eval(op, &Scope { inst: scope.inst, subject }, trace) {
                Verdict::False => {
                    if trace.mark() == before || part.is_empty() {
                        trace.forget(before, trace.mark());
                        // An empty part has no text to mark; the whole value has.
                        let place = if part.is_empty() { one.loc } else { &subject };
                        self.see(place, trace);
                    }
                    trace.note(|e| keep(&mut e.part, Some(texts::trim(part))));
                    return Verdict::False;
                }
                Verdict::Unknown => verdict = Verdict::Unknown,
                Verdict::True => {}
            }
            trace.forget(before, trace.mark());
        }
        self.see(one.loc, trace);
        verdict
    }

    fn json_object(&self, one: One<'_>, trace: &mut Trace<'_>) -> Verdict {
        self.see(one.loc, trace);
        let (Loc::Node(node) | Loc::Text(node, ..)) = *one.loc else { return Verdict::Unknown };
        let Some(root) = self.doc.embedded(node) else { return Verdict::Unknown };
        let Some(defect) = self.doc.embedded_defects(node).first() else {
            return (self.doc.kind(root) == Kind::Object).into();
        };
        trace.note(|e| {
            if let Some(last) = e.seen.last_mut() {
                last.span = (!defect.span.is_empty()).then_some(defect.span);
            }
        });
        Verdict::False
    }

    #[cfg(feature = "regex")]
    fn matches(&self, text: &str, regex: Str) -> Verdict {
        match texts::pattern(self.program.str(regex)) {
            Ok(pattern) => pattern.is_match(text).into(),
            Err(_) => Verdict::Unknown,
        }
    }

    #[cfg(not(feature = "regex"))]
    #[expect(clippy::unused_self, reason = "as with patterns")]
    fn matches(&self, _: &str, _: Str) -> Verdict {
        Verdict::Unknown
    }

    /// The listed value that a text was probably meant to be.
    fn closest(&self, text: &str, list: u32) -> Option<&'v str> {
        let mut closest = Closest::to(text);
        for value in self.shown(list) {
            closest.offer(value);
        }
        closest.found()
    }

    /// Values of a list in the order people wrote them.
    pub(crate) fn shown(&self, list: u32) -> impl Iterator<Item = &'v str> + use<'v> {
        let program = self.program;
        let run = program.lists.get(list as usize).map(|l| l.shown).unwrap_or_default();
        program.items.run(run).map(|s| program.str(s))
    }
}
