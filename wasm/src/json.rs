//! Findings as JSON. Written by hand: a serializer is more code than the format.

use crate::places::Places;
use acklint::document::{Edit, Span};
use acklint::{Finding, Fix};

/// An array of findings.
pub(crate) fn findings(out: &mut String, places: &Places<'_>, findings: &[Finding]) {
    list(out, findings, |out, f| finding(out, places, f));
}

/// An array of places.
pub(crate) fn spans(out: &mut String, places: &Places<'_>, spans: &[Span]) {
    list(out, spans, |out, s| span(out, places, *s));
}

/// An array of changes.
pub(crate) fn edits(out: &mut String, places: &Places<'_>, edits: &[Edit]) {
    list(out, edits, |out, edit| {
        out.push_str("{\"span\":");
        span(out, places, edit.span);
        out.push_str(",\"text\":");
        string(out, &edit.text);
        out.push('}');
    });
}

fn finding(out: &mut String, places: &Places<'_>, f: &Finding) {
    out.push_str("{\"rule\":");
    string(out, &f.rule);
    for (name, value) in [
        (",\"level\":", f.level.as_str()),
        (",\"certainty\":", f.certainty.as_str()),
        (",\"pointer\":", f.pointer.as_str()),
        (",\"message\":", f.message.as_str()),
    ] {
        out.push_str(name);
        string(out, value);
    }
    for (name, value) in [(",\"help\":", &f.help), (",\"url\":", &f.url)] {
        if let Some(value) = value {
            out.push_str(name);
            string(out, value);
        }
    }
    out.push_str(",\"span\":");
    span(out, places, f.span);
    out.push_str(",\"related\":");
    list(out, &f.related, |out, related| {
        out.push_str("{\"pointer\":");
        string(out, &related.pointer);
        out.push_str(",\"span\":");
        span(out, places, related.span);
        out.push_str(",\"message\":");
        string(out, &related.message);
        out.push('}');
    });
    out.push_str(",\"fixes\":");
    list(out, &f.fixes, |out, fix| repair(out, places, fix));
    out.push('}');
}

fn repair(out: &mut String, places: &Places<'_>, fix: &Fix) {
    out.push_str("{\"title\":");
    string(out, &fix.title);
    out.push_str(",\"safety\":");
    string(out, fix.safety.as_str());
    out.push_str(",\"edits\":");
    edits(out, places, &fix.edits);
    out.push('}');
}

fn span(out: &mut String, places: &Places<'_>, span: Span) {
    for (name, byte) in [("{\"start\":", span.start), (",\"end\":", span.end)] {
        let place = places.place(byte);
        out.push_str(name);
        for (name, number) in
            [("{\"offset\":", place.offset), (",\"line\":", place.line), (",\"column\":", place.column)]
        {
            out.push_str(name);
            decimal(out, number);
        }
        out.push('}');
    }
    out.push('}');
}

pub(crate) fn decimal(out: &mut String, number: u32) {
    if number > 9 {
        decimal(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

fn list<T>(out: &mut String, items: &[T], each: impl Fn(&mut String, &T)) {
    out.push('[');
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        each(out, item);
    }
    out.push(']');
}

/// A text in quotes, as JavaScript writes it.
pub(crate) fn string(out: &mut String, text: &str) {
    out.push('"');
    let mut plain = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escape = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            8 => "\\b",
            12 => "\\f",
            0..=0x1F => "\\u00",
            _ => continue,
        };
        // What is escaped is ASCII, so these are whole characters.
        out.push_str(text.get(plain..at).unwrap_or_default());
        out.push_str(escape);
        if escape.len() > 2 {
            for digit in [byte >> 4, byte & 15] {
                out.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
            }
        }
        plain = at + 1;
    }
    out.push_str(text.get(plain..).unwrap_or_default());
    out.push('"');
}
