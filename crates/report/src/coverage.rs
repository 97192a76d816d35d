//! Which rules hold which sentence of the page, as a table for people.

use crate::paint::{Look, Paint};
use crate::{pretty, safe, words};
use acklint_engine::finding::Lang;
use serde::Deserialize;
use std::fmt::Write as _;

/// The coverage of a page.
#[derive(Clone, Debug, Deserialize)]
pub struct Coverage {
    sentences: Vec<Sentence>,
}

/// One sentence of a page, known by its place.
#[derive(Clone, Debug, Deserialize)]
struct Sentence {
    field: String,
    ordinal: usize,
    #[serde(default)]
    rules: Vec<String>,
    #[serde(default)]
    reason: Option<String>,
}

impl Coverage {
    /// Reads the data file in its JSON form.
    ///
    /// # Errors
    /// If it is not such a file.
    pub fn read(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }

    /// Field by field, sentence by sentence: the rules that hold it, or why none can.
    pub fn text(&self, look: Look) -> String {
        let mut out = String::new();
        let mut field = "";
        for sentence in &self.sentences {
            if sentence.field != field {
                field = &sentence.field;
                let _ = writeln!(out, "{}", look.paint(Paint::Strong, &safe(field)));
            }
            let number = format!("  {:>2}  ", sentence.ordinal);
            let rules = sentence.rules.join(", ");
            if !rules.is_empty() {
                let text = pretty::wrap(&safe(&rules), look.text_width(), &number, "      ");
                let _ = writeln!(out, "{text}");
            }
            if let Some(reason) = &sentence.reason {
                let first = if rules.is_empty() { number.as_str() } else { "      " };
                let text = pretty::wrap(&safe(reason), look.text_width(), first, "      ");
                let _ = writeln!(out, "{}", look.paint(Paint::Faint, &text));
            }
        }
        let held = self.sentences.iter().filter(|sentence| !sentence.rules.is_empty()).count();
        let (all, rest) = (self.sentences.len(), self.sentences.len() - held);
        let total = match look.lang {
            Lang::En => format!("{all} sentences: {held} held by rules, {rest} that no rule can hold"),
            Lang::Zh => {
                format!("共 {all} 句{}{held} 句由规则检查，{rest} 句无法由规则检查", words::colon(look.lang))
            }
        };
        let _ = writeln!(out, "\n{}", look.paint(Paint::Strong, &total));
        out
    }
}
