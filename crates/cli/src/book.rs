//! The rules as they are documented: those of the engine, and those of the built-in pack.

use acklint::engine::{OWN_RULES, OwnRule, proof};
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

/// Runs the invalid examples of a rule, each in the legal request it changes.
pub(crate) fn run_examples(rule: &mut RuleDoc, lang: Lang) {
    let mut linter = Linter::new();
    let options = Options { lang, ..Options::default() };
    let pack = acklint::builtin_pack();
    for sample in &mut rule.invalid {
        let whole = proof::request(pack, sample.base.as_deref(), &sample.json);
        // The rules of the engine speak of the text itself, so a change of it would not do.
        let text = if sample.at.is_some() { whole } else { sample.json.clone() };
        let at = sample.at.as_deref();
        let findings = linter.check(text.as_bytes(), &options);
        let ours = |finding: &Finding| finding.rule == rule.id && at.is_none_or(|at| at == finding.pointer);
        sample.finding = findings.into_iter().find(ours).map(|finding| (text, finding));
    }
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
        base: None,
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
        base: example.base.clone(),
        at: Some(example.at.clone()),
        finding: None,
    };
    let right = |example: &Example| Sample {
        note: example.note.clone(),
        json: example.json.clone(),
        base: example.base.clone(),
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
