//! Templates become messages.

use super::Run;
use super::words::{Line, text};
use crate::eval::{Loc, Scope, texts::is_blank};
use crate::finding::{Lang, Text};
use crate::program::{Check, Const, NONE, Name, Str};
use crate::template::{BuiltIn, Hole, parts};
use crate::verdict::{Evidence, Trace};
use acklint_document::{Kind, part, push_decimal};

/// Longer values are cut: a message is read, not searched.
const LONGEST_VALUE: usize = 60;
/// More allowed values than this are not listed.
const MOST_ALLOWED: usize = 12;

/// What the texts of a finding are about.
#[derive(Clone, Copy)]
pub(super) struct Case<'c> {
    pub(super) check: &'c Check,
    pub(super) scope: &'c Scope,
    pub(super) evidence: &'c Evidence,
    /// The value at fault is never printed, nor is a piece of it.
    pub(super) secret: bool,
}

impl Run<'_> {
    pub(super) fn lang(&self) -> usize {
        usize::from(self.options.lang == Lang::Zh)
    }

    /// The message, and the help.
    pub(super) fn texts(&mut self, case: &Case<'_>) -> (Text, Text) {
        let (lang, check) = (self.lang(), case.check);
        let hint = self.view.program.rules.get(check.rule as usize).map(|r| r.hint[lang]).unwrap_or_default();
        let use_hint = case.evidence.suggestion.is_some() && hint != Str::default() && !case.secret;
        let help = if use_hint { hint } else { check.help[lang] };
        (self.fill(check.message[lang], case), self.fill(help, case))
    }

    /// A template with its holes filled.
    pub(super) fn fill(&mut self, template: Str, case: &Case<'_>) -> Text {
        let start = self.out.out().len();
        let mut before = Hole::None;
        for (text, hole) in parts(self.view.program.str(template)) {
            let out = self.out.out();
            // A wide bracket brings its own space: the blank is for values that end in a Latin letter or digit.
            let wide = before != Hole::None && self.options.lang == Lang::Zh && out.ends_with('）');
            let text = if wide { text.strip_prefix(' ').unwrap_or(text) } else { text };
            if !text.is_empty() {
                out.push_str(text);
            }
            match hole {
                Hole::None => {}
                Hole::BuiltIn(built_in) => self.built_in(built_in, case),
                Hole::Name(index) => self.named(index, false, case),
                Hole::Value(index) => self.named(index, true, case),
            }
            before = hole;
        }
        self.out.since(start)
    }

    pub(super) fn say(&mut self, text: &str) {
        self.out.out().push_str(text);
    }

    fn number(&mut self, number: Option<i64>) {
        let Some(number) = number else { return };
        if number < 0 {
            self.say("-");
        }
        push_decimal(self.out.out(), number.unsigned_abs());
    }

    /// What the predicate saw.
    fn built_in(&mut self, what: BuiltIn, case: &Case<'_>) {
        let e = case.evidence;
        match what {
            BuiltIn::Found => self.number(e.found),
            BuiltIn::Min => self.number(e.min),
            BuiltIn::Max => self.number(e.max),
            BuiltIn::Position => self.number(e.position),
            // These would show a piece of the value.
            BuiltIn::Suggestion | BuiltIn::Character | BuiltIn::Part if case.secret => {}
            BuiltIn::Suggestion => self.say(e.suggestion.as_deref().unwrap_or_default()),
            BuiltIn::Character => match e.character.as_deref() {
                None => {}
                // Alone, it cannot be seen either.
                Some(" ") => self.code(' '),
                Some(character) => self.clean(character),
            },
            BuiltIn::Part => self.clean(e.part.as_deref().unwrap_or_default()),
            BuiltIn::Row => self.clean(e.row.as_deref().unwrap_or_default()),
            BuiltIn::Allowed => self.allowed(e),
        }
    }

    fn allowed(&mut self, e: &Evidence) {
        let Some(list) = e.allowed else { return };
        let view = self.view;
        let separator = self.words(Line::VALUES, text::SEPARATOR);
        for (count, value) in view.shown(list).enumerate().take(MOST_ALLOWED + 1) {
            if count > 0 {
                self.say(separator);
            }
            self.say(if count < MOST_ALLOWED { value } else { "…" });
        }
    }

    /// What a name stands for: a computed number, the field's own name, or its value.
    fn named(&mut self, name: usize, value: bool, case: &Case<'_>) {
        let view = self.view;
        let Some(entry) = self.entry(name, case) else { return };
        if entry.value != NONE {
            return self.number(view.expr(entry.value, case.scope, &mut Trace::Off));
        }
        let (fields, field) = (&view.program.fields, view.field_of(entry.operand) as usize);
        if value {
            if !fields.get(field).is_some_and(|field| field.secret) {
                self.value_of(entry.operand, field, case.scope);
            }
        } else if view.program.str(entry.text) == "." {
            if let Some(seen) = view.place(&case.scope.subject) {
                self.name_of(seen.node);
            }
        } else if let Some(name) = fields.get(field).map(|field| field.name) {
            self.say(view.program.str(name));
        }
    }

    fn entry(&self, name: usize, case: &Case<'_>) -> Option<Name> {
        self.view.program.names.run(case.check.names).nth(name)
    }

    /// Where a name leads at this site.
    pub(super) fn located(&self, name: usize, case: &Case<'_>) -> Option<(Loc, u32)> {
        let entry = self.entry(name, case)?;
        Some((self.view.operand(entry.operand, case.scope), self.view.field_of(entry.operand)))
    }

    fn value_of(&mut self, operand: u32, field: usize, scope: &Scope) {
        match self.view.operand(operand, scope) {
            Loc::Absent | Loc::Unset(_) => {
                if let Some(default) = self.view.program.fields.get(field).and_then(|field| field.default) {
                    self.print_default(default);
                }
            }
            loc => self.print(loc),
        }
    }

    fn print_default(&mut self, default: Const) {
        match default {
            Const::Bool(b) => self.say(if b { "true" } else { "false" }),
            Const::Int(i) => self.number(Some(i)),
            Const::Text(s) => self.say(self.view.program.str(s)),
        }
        let mark = self.words(Line::VALUES, text::DEFAULT);
        self.say(mark);
    }

    /// A value as a message shows it.
    pub(super) fn print(&mut self, loc: Loc) {
        let doc = self.view.doc;
        match loc {
            Loc::Node(node) | Loc::Unset(node) | Loc::Unknown(Some(node)) => match doc.kind(node) {
                Kind::Array | Kind::Object | Kind::Broken => self.name_of(node),
                Kind::String => self.clean(&doc.string(node).unwrap_or_default()),
                _ => self.clean(doc.raw(node)),
            },
            _ => {
                if let Some(text) = self.view.text(&loc) {
                    self.clean(text);
                }
            }
        }
    }

    /// A value on one line, without control characters, not too long.
    #[inline(never)]
    pub(super) fn clean(&mut self, text: &str) {
        let mut count = 0;
        let mut is_behind = |b: u8| {
            count += usize::from(!is_inside(b));
            count > LONGEST_VALUE
        };
        let end = if text.len() > LONGEST_VALUE { text.bytes().position(&mut is_behind) } else { None };
        let shown = part(text, 0, end.unwrap_or(text.len()));
        // Blanks at the ends cannot be seen without quotes.
        let quoted = text.is_empty() || text.starts_with(' ') || (end.is_none() && text.ends_with(' '));
        let quote = if quoted { "\"" } else { "" };
        self.say(quote);
        // Most values are plain, which is found out for many bytes at once.
        if shown.bytes().fold(true, |plain, b| plain & matches!(b, b' '..=b'~')) {
            self.say(shown);
        } else {
            self.coded(shown);
        }
        self.say(if end.is_some() { "…" } else { "" });
        self.say(quote);
    }

    /// A text with codes for characters that cannot be seen.
    fn coded(&mut self, text: &str) {
        let mut done = 0;
        for (at, b) in text.bytes().enumerate() {
            if !matches!(b, b' '..=b'~') && !is_inside(b) {
                let c = first_char(text, at);
                if is_hidden(c) {
                    self.say(part(text, done, at));
                    self.code(c);
                    done = at + c.len_utf8();
                }
            }
        }
        self.say(part(text, done, text.len()));
    }

    /// The code of a character that cannot be seen.
    fn code(&mut self, c: char) {
        self.say("\\u{");
        push_hex(self.out.out(), c.into());
        self.say("}");
    }
}

/// Whether a byte continues a character.
fn is_inside(byte: u8) -> bool {
    matches!(byte, 0x80..=0xBF)
}

/// The character that begins at an offset.
#[inline(never)]
fn first_char(text: &str, at: usize) -> char {
    part(text, at, text.len()).chars().next().unwrap_or_default()
}

fn is_hidden(c: char) -> bool {
    c.is_control() || is_blank(c)
}

fn push_hex(out: &mut String, number: u32) {
    if number > 15 {
        push_hex(out, number >> 4);
    }
    out.push(char::from_digit(number & 15, 16).unwrap_or_default());
}
