//! Templates become messages.

use super::Run;
use crate::eval::{Got, Loc, Scope};
use crate::finding::{Finding, Lang};
use crate::program::{Check, Const, NONE, Str};
use crate::template::{Piece, pieces};
use crate::verdict::{Evidence, Seen, Trace};
use acklint_document::Kind;

/// Longer values are cut: a message is read, not searched.
const LONGEST_VALUE: usize = 60;
/// More allowed values than this are not listed.
const MOST_ALLOWED: usize = 12;

impl Run<'_> {
    pub(super) fn lang(&self) -> usize {
        usize::from(self.options.lang == Lang::Zh)
    }

    pub(super) fn texts(
        &self,
        check: &Check,
        scope: Scope,
        evidence: &Evidence,
        primary: &Seen,
        finding: &mut Finding,
    ) {
        let lang = self.lang();
        let secret = self.is_secret(primary.node);
        let hint = self.view.program.rules.get(check.rule as usize).map(|r| r.hint[lang]).unwrap_or_default();
        let use_hint = evidence.suggestion.is_some() && hint.len > 0 && !secret;
        let help = if use_hint { hint } else { check.help[lang] };
        finding.message = self.fill(check.message[lang], check, scope, evidence, secret);
        finding.help = (help.len > 0).then(|| self.fill(help, check, scope, evidence, secret));
    }

    /// A template with its holes filled.
    pub(super) fn fill(
        &self,
        template: Str,
        check: &Check,
        scope: Scope,
        e: &Evidence,
        secret: bool,
    ) -> String {
        let mut out = String::new();
        for piece in pieces(self.view.program.str(template)) {
            match piece {
                // A wide bracket brings its own space: the blank is for values that end in a Latin letter or digit.
                Piece::Text(text) if self.options.lang == Lang::Zh && out.ends_with('）') => {
                    out.push_str(text.strip_prefix(' ').unwrap_or(text));
                }
                Piece::Text(text) => out.push_str(text),
                Piece::Name(name) => match self.built_in(name, e, secret) {
                    Some(text) => out.push_str(&text),
                    None => out.push_str(&self.named(name, check, scope)),
                },
                Piece::Value(name) => out.push_str(&self.value_of(name, check, scope)),
            }
        }
        out
    }

    fn built_in(&self, name: &str, e: &Evidence, secret: bool) -> Option<String> {
        let number = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
        Some(match name {
            "found" => number(e.found),
            "min" => number(e.min),
            "max" => number(e.max),
            "position" => number(e.position),
            // These would show a piece of the value.
            "suggestion" | "character" | "part" if secret => String::new(),
            "suggestion" => e.suggestion.clone().unwrap_or_default(),
            "character" => e.character.map(show_char).unwrap_or_default(),
            "part" => clean(e.part.as_deref().unwrap_or_default()),
            "row" => clean(e.row.as_deref().unwrap_or_default()),
            "allowed" => self.allowed(e),
            _ => return None,
        })
    }

    fn allowed(&self, e: &Evidence) -> String {
        let Some(list) = e.allowed else { return String::new() };
        let values: Vec<&str> = self.view.shown(list).take(MOST_ALLOWED + 1).collect();
        let separator = if self.options.lang == Lang::Zh { "、" } else { ", " };
        let cut = values.len() > MOST_ALLOWED;
        let mut text = values.into_iter().take(MOST_ALLOWED).collect::<Vec<_>>().join(separator);
        if cut {
            text.push_str(separator);
            text.push('…');
        }
        text
    }

    /// What a name stands for: the field's own name, or a computed number.
    fn named(&self, name: &str, check: &Check, scope: Scope) -> String {
        let Some(entry) = self.entry(name, check) else { return name.to_owned() };
        if entry.value != NONE {
            let number = self.view.expr(entry.value, scope, &mut Trace::Off);
            return number.map(|n| n.to_string()).unwrap_or_default();
        }
        if name == "." {
            return self.view.place(scope.subject).map(|(node, _)| self.name_of(node)).unwrap_or_default();
        }
        let field = self.view.field_of(entry.operand);
        let info = self.view.program.fields.get(field as usize);
        info.map(|f| self.view.program.str(f.name).to_owned()).unwrap_or_default()
    }

    fn entry(&self, name: &str, check: &Check) -> Option<&crate::program::Name> {
        let names = self.view.program.names.get(check.names.range()).unwrap_or_default();
        names.iter().find(|n| self.view.program.str(n.text) == name)
    }

    /// Where a name leads at this site.
    pub(super) fn located(&self, name: &str, check: &Check, scope: Scope) -> Option<(Loc, u32)> {
        let entry = self.entry(name, check)?;
        Some((self.view.operand(entry.operand, scope), self.view.field_of(entry.operand)))
    }

    fn value_of(&self, name: &str, check: &Check, scope: Scope) -> String {
        let Some(entry) = self.entry(name, check) else { return String::new() };
        if entry.value != NONE {
            return self.named(name, check, scope);
        }
        let field = self.view.field_of(entry.operand);
        if self.view.program.fields.get(field as usize).is_some_and(|f| f.secret) {
            return String::new();
        }
        match self.view.operand(entry.operand, scope) {
            Loc::Absent | Loc::Unset(_) => match self.view.default(field) {
                Some(default) => self.print_default(default),
                None => String::new(),
            },
            loc => self.print(loc),
        }
    }

    fn print_default(&self, default: Const) -> String {
        let text = match default {
            Const::Bool(b) => b.to_string(),
            Const::Int(i) => i.to_string(),
            Const::Text(s) => self.view.program.str(s).to_owned(),
        };
        match self.options.lang {
            Lang::En => format!("{text} (default, not in the request)"),
            Lang::Zh => format!("{text}（默认值，请求中未设置）"),
        }
    }

    /// A value as a message shows it.
    pub(super) fn print(&self, loc: Loc) -> String {
        let doc = self.view.doc;
        match (self.view.text(loc), loc) {
            (Got::Is((text, _)), _) => clean(&text),
            (_, Loc::Node(node) | Loc::Unset(node) | Loc::Unknown(Some(node))) => match doc.kind(node) {
                Kind::Array | Kind::Object | Kind::Broken => self.name_of(node),
                Kind::String => clean(&doc.string(node).unwrap_or_default()),
                _ => clean(doc.raw(node)),
            },
            _ => String::new(),
        }
    }
}

/// A value on one line, without control characters, not too long.
pub(super) fn clean(text: &str) -> String {
    let mut out = String::new();
    for (count, c) in text.chars().enumerate() {
        if count == LONGEST_VALUE {
            out.push('…');
            break;
        }
        if c.is_control() || (c.is_whitespace() && c != ' ') {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    // Blanks at the ends cannot be seen without quotes.
    if out.trim() == out && !out.is_empty() { out } else { format!("\"{out}\"") }
}

fn show_char(c: char) -> String {
    if c == ' ' || c.is_control() || c.is_whitespace() {
        c.escape_unicode().to_string()
    } else {
        c.to_string()
    }
}
