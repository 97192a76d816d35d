//! The rules as they are documented: those of the engine, and those of the built-in pack.

use acklint::document::{Document, Span};
use acklint::engine::{OWN_RULES, OwnRule};
use acklint::pack::{Example, InvalidExample, Pack, Rule, Text};
use acklint::{Finding, Lang, Linter, Options};
use acklint_report::explain::{FixDoc, Origin, RuleDoc, RuleText, Sample};

/// All rules, without the findings of their examples.
pub(crate) fn rules() -> Vec<RuleDoc> {
    let pack = acklint::builtin_pack();
    OWN_RULES
        .iter()
        .map(|rule| own(pack, rule))
        .chain(pack.rules.iter().map(|rule| of_pack(pack, rule)))
        .collect()
}

/// Runs the invalid examples of a rule.
pub(crate) fn run_examples(rule: &mut RuleDoc, lang: Lang) {
    let mut linter = Linter::new();
    let options = Options { lang, ..Options::default() };
    for sample in &mut rule.invalid {
        let findings = linter.check(sample.json.as_bytes(), &options);
        let ours = findings.into_iter().filter(|finding| finding.rule == rule.id);
        let at = sample.at.as_deref();
        sample.finding = ours
            .into_iter()
            .find(|finding| at.is_none_or(|at| at == finding.pointer))
            .or_else(|| marked(sample, rule.level, rule.certainty, (&rule.id, &rule.en, &rule.zh), lang));
    }
}

/// A finding that shows up only in a whole request: its place is known all the same.
fn marked(
    sample: &Sample,
    level: acklint::Level,
    certainty: acklint::Certainty,
    (id, en, zh): (&str, &RuleText, &RuleText),
    lang: Lang,
) -> Option<Finding> {
    let doc = Document::parse(&sample.json);
    let pointer = sample.at.clone()?;
    let node = doc.find(&pointer)?;
    let message = if lang == Lang::Zh { &zh.summary } else { &en.summary };
    let place = doc.key_span(node).filter(|_| doc.child_count(node) > 0).unwrap_or_else(|| doc.span(node));
    Some(Finding {
        rule: id.to_owned(),
        level,
        certainty,
        pointer,
        span: Span::new(place.start, place.end),
        message: message.clone(),
        help: None,
        url: None,
        related: vec![],
        fixes: vec![],
    })
}

fn own(pack: &Pack, rule: &OwnRule) -> RuleDoc {
    let text = |(summary, why): (&str, &str)| RuleText {
        summary: summary.to_owned(),
        why: why.to_owned(),
        help: String::new(),
    };
    let invalid = (!rule.example.is_empty()).then(|| Sample {
        note: None,
        json: rule.example.to_owned(),
        at: None,
        finding: None,
    });
    // What the text must look like is JSON's business; what must be in it is the page's.
    let source = (rule.topic == "shape").then(|| origin(pack, &pack.request_page, "", &[])).flatten();
    RuleDoc {
        id: rule.id.to_owned(),
        topic: rule.topic.to_owned(),
        level: rule.level,
        certainty: rule.certainty,
        en: text(rule.en),
        zh: text(rule.zh),
        source,
        fixes: vec![],
        invalid: invalid.into_iter().collect(),
        valid: vec![],
    }
}

fn of_pack(pack: &Pack, rule: &Rule) -> RuleDoc {
    let text = |text: &Text| RuleText {
        summary: text.summary.clone(),
        why: text.why.clone(),
        help: text.help.clone(),
    };
    let fix =
        |fix: &acklint::pack::FixSpec| FixDoc { en: fix.en.clone(), zh: fix.zh.clone(), safety: fix.safety };
    let wrong = |example: &InvalidExample| Sample {
        note: example.note.clone(),
        json: example.json.clone(),
        at: Some(example.at.clone()),
        finding: None,
    };
    let right = |example: &Example| Sample {
        note: example.note.clone(),
        json: example.json.clone(),
        at: None,
        finding: None,
    };
    RuleDoc {
        id: rule.id.clone(),
        topic: rule.topic.clone(),
        level: rule.level,
        certainty: rule.certainty,
        en: text(&rule.text.en),
        zh: text(&rule.text.zh),
        source: origin(pack, &rule.source.page, &rule.source.row, &rule.source.also),
        fixes: rule.fix.iter().map(fix).collect(),
        invalid: rule.invalid.iter().map(wrong).collect(),
        valid: rule.valid.iter().map(right).collect(),
    }
}

fn origin(pack: &Pack, page: &str, row: &str, also: &[String]) -> Option<Origin> {
    let page = pack.pages.get(page)?;
    Some(Origin {
        en: page.en.clone(),
        zh: page.zh.clone(),
        url: page.url.clone(),
        date: page.date.clone(),
        row: row.to_owned(),
        also: also.to_vec(),
    })
}
