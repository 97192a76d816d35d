//! What there is to explain: the rules of the engine, and the rules and fields of packs.

use super::field::{FieldDoc, RuleRef, ValueList};
use super::rule::{FixDoc, Origin, RuleDoc, RuleText, Sample};
use acklint_document::Document;
use acklint_engine::finding::{Finding, Findings, Lang};
use acklint_engine::pack::{Example, Field, FieldStatus, FixSpec, InvalidExample, Pack, Rule, Section, Text};
use acklint_engine::{LooksAt, OWN_RULES, Options, OwnRule, Program, Scratch, check, looks_at, proof};

/// Packs, in the order they build on each other, and what they were compiled to.
#[derive(Clone, Copy, Debug)]
pub struct Book<'p> {
    packs: &'p [&'p Pack],
    program: &'p Program,
}

impl<'p> Book<'p> {
    /// A book on these packs; the first is the built-in one.
    pub const fn new(packs: &'p [&'p Pack], program: &'p Program) -> Self {
        Self { packs, program }
    }

    /// All rules, without the findings of their examples.
    pub fn rules(&self) -> Vec<RuleDoc> {
        let mut rules: Vec<RuleDoc> = OWN_RULES.iter().map(|rule| self.own(rule)).collect();
        for pack in self.packs {
            rules.extend(pack.rules.iter().map(|rule| self.of_pack(pack, rule)));
        }
        for looks in looks_at(self.program) {
            if let Some(rule) = rules.iter_mut().find(|rule| rule.id == looks.rule) {
                rule.fields = [looks.about, looks.depends].concat();
            }
        }
        rules
    }

    /// Runs the invalid examples of a rule.
    pub fn run_examples(&self, rule: &mut RuleDoc, lang: Lang) {
        let options = Options { lang, ..Options::default() };
        for sample in &mut rule.invalid {
            let mut doc = Document::parse(&sample.request);
            sample.facts.as_deref().map(|facts| doc.attach(facts));
            let mut findings = Findings::new();
            check(self.program, &mut doc, &options, &mut Scratch::default(), &mut findings);
            let at = sample.at.as_deref();
            let ours =
                |finding: &Finding<'_>| finding.rule == rule.id && at.is_none_or(|at| at == finding.pointer);
            sample.finding.clear();
            findings.iter().find(ours).into_iter().for_each(|finding| sample.finding.push(finding));
        }
    }

    /// All fields of the request, each with the rules that look at it.
    pub fn fields<'r>(&self, rules: &'r [RuleDoc]) -> Vec<FieldDoc<'r>>
    where
        'p: 'r,
    {
        let looks = looks_at(self.program);
        self.listed().map(|field| self.field_doc(field, rules, &looks)).collect()
    }

    /// The fields a path, a pointer or a part of a path means: one, or those it cannot tell apart.
    pub fn find(&self, name: &str) -> Vec<&'p str> {
        let name = bare(name);
        if name.is_empty() {
            return vec![];
        }
        let ends = |path: &str, name: &str| {
            path == name || path.strip_suffix(name).is_some_and(|before| before.ends_with('.'))
        };
        let alias = |field: &Field| {
            let path = bare(&field.path);
            let above = path.rsplit_once('.').map(|(above, _)| format!("{above}."));
            let above = above.unwrap_or_default();
            field.aliases.iter().any(|alias| ends(&format!("{above}{alias}"), &name))
        };
        let tries: [&dyn Fn(&Field) -> bool; 3] =
            [&|field| bare(&field.path) == name, &|field| ends(&bare(&field.path), &name), &alias];
        for matches in tries {
            let found: Vec<&Field> = self.listed().filter(|field| matches(field)).collect();
            let rank = |field: &&Field| field.status as u8;
            let Some(best) = found.iter().map(rank).min() else { continue };
            return found
                .iter()
                .filter(|field| rank(field) == best)
                .map(|field| field.path.as_str())
                .collect();
        }
        vec![]
    }

    /// Paths of all fields of the request.
    pub fn paths(&self) -> impl Iterator<Item = &'p str> {
        self.listed().map(|field| field.path.as_str())
    }

    /// The legal requests that examples change.
    pub fn baselines(&self) -> impl Iterator<Item = (&'p str, &'p str)> {
        let packs = self.packs.iter();
        packs.flat_map(|pack| pack.baselines.iter().map(|(name, text)| (name.as_str(), text.as_str())))
    }

    /// Fields of requests: facts are none.
    fn listed(&self) -> impl Iterator<Item = &'p Field> {
        let fields = self.packs.iter().flat_map(|pack| pack.fields.iter());
        fields.filter(|field| field.section != Section::Facts)
    }

    fn field_doc<'r>(&self, field: &'p Field, rules: &'r [RuleDoc], looks: &[LooksAt]) -> FieldDoc<'r>
    where
        'p: 'r,
    {
        let refers = |pick: fn(&LooksAt) -> &Vec<String>| -> Vec<RuleRef<'r>> {
            let ids: Vec<&str> =
                looks.iter().filter(|l| pick(l).contains(&field.path)).map(|l| l.rule.as_str()).collect();
            rules.iter().filter(|rule| ids.contains(&rule.id.as_str())).map(RuleRef::of).collect()
        };
        let last = |path: &'p str| path.rsplit('.').next().unwrap_or(path).trim_end_matches("[]");
        let below = |path: &str| {
            let rest = path.strip_prefix(field.path.as_str());
            let rest = rest.and_then(|rest| rest.strip_prefix("[].").or_else(|| rest.strip_prefix('.')));
            rest.is_some_and(|name| !name.contains('.'))
        };
        let known = |name: &String| self.packs.iter().flat_map(|p| &p.known).find(|list| list.name == *name);
        let others = self.listed().filter(|other| other.path != field.path);
        let namesakes = others.filter(|other| last(&other.path) == last(&field.path));
        let removed =
            rules.iter().filter(|rule| rule.id == "removed-field" && field.status == FieldStatus::Removed);
        let removed = removed.map(RuleRef::of);
        FieldDoc {
            rules: removed.chain(refers(|looks| &looks.about)).collect(),
            depends: refers(|looks| &looks.depends),
            members: self.paths().filter(|path| below(path)).collect(),
            namesakes: namesakes.map(|other| other.path.as_str()).collect(),
            values: field.values.as_ref().and_then(known).map(ValueList::of),
            source: self.field_source(field),
            ..FieldDoc::of(field)
        }
    }

    /// Later fields are on the page of the current operation; the page of the request has all others.
    fn field_source(&self, field: &Field) -> Option<Origin> {
        let first = self.packs.first()?;
        match field.status {
            FieldStatus::Later => self.origin("create-cluster", "", &[]),
            _ => self.origin(&first.request_page, "", &[]),
        }
    }

    fn own(&self, rule: &OwnRule) -> RuleDoc {
        let text = |(summary, why): (&str, &str)| RuleText {
            summary: summary.to_owned(),
            why: why.to_owned(),
            help: String::new(),
        };
        // These rules speak of the text itself, so the example is the whole of it.
        let invalid = (!rule.example.is_empty()).then(|| Sample {
            json: rule.example.to_owned(),
            request: rule.example.to_owned(),
            ..Sample::default()
        });
        // What the text must look like is JSON's business; what must be in it is the page's.
        let page =
            self.packs.first().filter(|_| rule.topic == "shape").map(|pack| pack.request_page.as_str());
        RuleDoc {
            id: rule.id.to_owned(),
            topic: rule.topic.to_owned(),
            level: rule.level,
            certainty: rule.certainty,
            en: text(rule.en),
            zh: text(rule.zh),
            source: page.and_then(|page| self.origin(page, "", &[])),
            fields: vec![],
            fixes: vec![],
            invalid: invalid.into_iter().collect(),
            valid: vec![],
        }
    }

    fn of_pack(&self, pack: &'p Pack, rule: &Rule) -> RuleDoc {
        let text = |text: &Text| RuleText {
            summary: text.summary.clone(),
            why: text.why.clone(),
            help: text.help.clone(),
        };
        let fix = |fix: &FixSpec| FixDoc { en: fix.en.clone(), zh: fix.zh.clone(), safety: fix.safety };
        let (id, topic) = match pack.name.as_str() {
            "" => (rule.id.clone(), rule.topic.clone()),
            name if rule.topic.is_empty() => (format!("{name}/{}", rule.id), name.to_owned()),
            name => (format!("{name}/{}", rule.id), rule.topic.clone()),
        };
        RuleDoc {
            id,
            topic,
            level: rule.level,
            certainty: rule.certainty,
            en: text(&rule.text.en),
            zh: text(&rule.text.zh),
            source: self.origin(&rule.source.page, &rule.source.row, &rule.source.also),
            fields: vec![],
            fixes: rule.fix.iter().map(fix).collect(),
            invalid: rule.invalid.iter().map(|example| self.wrong(pack, example)).collect(),
            valid: rule.valid.iter().map(|example| self.right(pack, example)).collect(),
        }
    }

    fn wrong(&self, pack: &Pack, example: &InvalidExample) -> Sample {
        Sample {
            note: example.note.clone(),
            json: example.json.clone(),
            base: example.base.clone(),
            facts: example.facts.clone(),
            at: Some(example.at.clone()),
            request: proof::invalid_request(self.base(pack, example.base.as_deref()), example),
            finding: Findings::new(),
        }
    }

    fn right(&self, pack: &Pack, example: &Example) -> Sample {
        Sample {
            note: example.note.clone(),
            json: example.json.clone(),
            base: example.base.clone(),
            facts: example.facts.clone(),
            at: None,
            request: proof::valid_request(self.base(pack, example.base.as_deref()), example),
            finding: Findings::new(),
        }
    }

    /// The pack whose legal request an example changes: its own, or else the built-in one.
    fn base<'q>(&self, own: &'q Pack, name: Option<&str>) -> &'q Pack
    where
        'p: 'q,
    {
        if own.baselines.contains_key(name.unwrap_or("default")) {
            return own;
        }
        self.packs.first().copied().unwrap_or(own)
    }

    fn origin(&self, page: &str, row: &str, also: &[String]) -> Option<Origin> {
        let page = self.packs.iter().rev().find_map(|pack| pack.pages.get(page))?;
        Some(Origin {
            en: page.en.clone(),
            zh: page.zh.clone(),
            url: page.url.clone(),
            date: page.date.clone(),
            row: row.to_owned(),
            also: also.to_vec(),
        })
    }
}

/// A path or pointer without indices and brackets: `nodepools.scaling_group.system_disk_size`.
fn bare(name: &str) -> String {
    let pointer = name.starts_with('/');
    let steps =
        name.split(if pointer { '/' } else { '.' }).map(|step| step.split('[').next().unwrap_or(step));
    let index = |step: &str| step.bytes().all(|b| b.is_ascii_digit());
    let steps: Vec<&str> = steps.filter(|step| !index(step) && *step != "$" && *step != "-").collect();
    steps.join(".")
}
