//! One finding, one line: `create.json:58:5: error[both-login-methods] …`.

use crate::safe::safe;
use crate::source::Source;
use crate::words;
use acklint_engine::finding::{Findings, Lang};
use std::fmt::Write as _;

/// All findings of a request, one a line.
pub fn findings(source: &Source<'_>, findings: &Findings, lang: Lang) -> String {
    let mut out = String::new();
    for finding in findings {
        let place = source.position(finding.span.start);
        let level = words::level(finding.level, lang);
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "{}:{}:{}: {level}[{}] {}",
            source.name(),
            place.line,
            place.column,
            safe(finding.rule),
            safe(finding.message)
        );
    }
    out
}
