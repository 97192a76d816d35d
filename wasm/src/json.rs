//! Findings as JSON. Written by hand: a serializer is more code than the format.

use crate::places::{Place, Places};
use acklint::document::{Edit, Span, json_escape, push_decimal, push_replaced};
use acklint::{Finding, Findings, Replacement};

/// An array of findings.
pub(crate) fn findings(out: &mut String, places: &Places<'_>, findings: &Findings) {
    out.push('[');
    for one in findings {
        finding(out, places, &one);
    }
    out.push(']');
}

/// An array of places.
pub(crate) fn spans(out: &mut String, places: &Places<'_>, spans: &[Span]) {
    out.push('[');
    for one in spans {
        comma(out);
        span(out, places, *one);
    }
    out.push(']');
}

/// An array of changes.
pub(crate) fn edits(out: &mut String, places: &Places<'_>, edits: &[Edit]) {
    out.push('[');
    for Edit { span, text } in edits {
        edit(out, places, *span, text);
    }
    out.push(']');
}

fn finding(out: &mut String, places: &Places<'_>, f: &Finding<'_>) {
    comma(out);
    text(out, "{\"rule\":", f.rule);
    text(out, ",\"level\":", f.level.as_str());
    text(out, ",\"certainty\":", f.certainty.as_str());
    text(out, ",\"pointer\":", f.pointer);
    text(out, ",\"message\":", f.message);
    if let Some(help) = f.help {
        text(out, ",\"help\":", help);
    }
    if let Some(url) = f.url {
        text(out, ",\"url\":", url);
    }
    out.push_str(",\"span\":");
    span(out, places, f.span);
    out.push_str(",\"related\":[");
    for related in f.related {
        comma(out);
        text(out, "{\"pointer\":", related.pointer);
        out.push_str(",\"span\":");
        span(out, places, related.span);
        text(out, ",\"message\":", related.message);
        out.push('}');
    }
    out.push_str("],\"fixes\":[");
    for fix in f.fixes {
        comma(out);
        text(out, "{\"title\":", fix.title);
        text(out, ",\"safety\":", fix.safety.as_str());
        out.push_str(",\"edits\":[");
        for Replacement { span, text } in fix.edits {
            edit(out, places, span, text);
        }
        out.push_str("]}");
    }
    out.push_str("]}");
}

fn edit(out: &mut String, places: &Places<'_>, place: Span, new: &str) {
    comma(out);
    out.push_str("{\"span\":");
    span(out, places, place);
    text(out, ",\"text\":", new);
    out.push('}');
}

/// What stands before an item of a list, unless it is the first.
fn comma(out: &mut String) {
    if !out.ends_with('[') {
        out.push(',');
    }
}

fn span(out: &mut String, places: &Places<'_>, span: Span) {
    place(out, "{\"start\":{\"offset\":", places.place(span.start));
    place(out, ",\"end\":{\"offset\":", places.place(span.end));
    out.push('}');
}

fn place(out: &mut String, name: &str, place: Place) {
    number(out, name, place.offset);
    number(out, ",\"line\":", place.line);
    number(out, ",\"column\":", place.column);
    out.push('}');
}

#[inline(never)]
fn number(out: &mut String, name: &str, value: u32) {
    out.push_str(name);
    push_decimal(out, value.into());
}

/// A member: its name, as it is, and a text in quotes, as JavaScript writes it.
#[inline(never)]
pub(crate) fn text(out: &mut String, name: &str, value: &str) {
    out.push_str(name);
    out.push('"');
    push_replaced(out, value, |byte| match byte {
        8 => Some("\\b"),
        12 => Some("\\f"),
        _ => json_escape(byte),
    });
    out.push('"');
}
