//! Boundary proof: the verdict of a rule changes exactly where its numbers and lists say. Every rule that looks at
//! one value is compared with a naive model of its conditions, at its limits and beside them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test that cannot go on says so

mod blocks;
mod lists;
mod naive;
mod values;

use acklint::{Linter, Options};
use acklint_engine::pack::{FieldType, Pack, Predicate, Rule, Site, SiteList};
use acklint_engine::proof::{invalid_request, valid_request};
use naive::Naive;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use values::Mentioned;

/// Values that another field decides about, by how they begin.
const DECIDED_ELSEWHERE: [(&str, &str); 3] = [
    ("unknown-proxy-mode", "nftables"),                     // by the version
    ("docker-runtime-removed", "Sandboxed-Container.runv"), // by the version
    ("image-os-mismatch", ""),                              // by os_type
];

/// The sites at which one field is looked at, by the name each has for it.
type Group<'p> = Vec<(&'p Site, String)>;

fn sites<'p>(pack: &'p Pack, rule: &'p Rule) -> &'p [Site] {
    match &rule.sites {
        SiteList::Shared(name) => pack.sites.get(name).map_or(&[], Vec::as_slice),
        SiteList::Own(sites) => sites,
    }
}

/// What a site demands, and which answer is the fault.
fn demand<'p>(rule: &'p Rule, site: &'p Site) -> Option<(&'p Predicate, bool)> {
    let own = site.require.as_ref().map(|p| (p, false)).or(site.forbid.as_ref().map(|p| (p, true)));
    own.or(rule.require.as_ref().map(|p| (p, false))).or(rule.forbid.as_ref().map(|p| (p, true)))
}

fn conditions<'p>(rule: &'p Rule, site: &'p Site) -> [Option<&'p Predicate>; 2] {
    [rule.when.as_ref(), site.when.as_ref()]
}

/// Paths that a predicate looks at.
fn operands(value: &Value, key: &str, out: &mut BTreeSet<String>) {
    match value {
        Value::String(path) if matches!(key, "of" | "set" | "number") => {
            out.insert(path.clone());
        }
        Value::Array(list) => list.iter().for_each(|inner| operands(inner, key, out)),
        // In a part or an item, names mean something else.
        Value::Object(map) => map.iter().filter(|(key, _)| *key != "where").for_each(|(key, inner)| {
            operands(inner, key, out);
        }),
        _ => {}
    }
}

/// `/nodepools/*/count` for the field `count` of the site `nodepools[*]`.
fn pattern(site: &str, field: &str) -> String {
    let path = match (site, field) {
        ("$", field) => field.to_owned(),
        (site, ".") => site.to_owned(),
        (site, field) => format!("{site}.{field}"),
    };
    format!("/{}", path.replace("[*]", ".*").replace('.', "/"))
}

fn generalized(pointer: &str) -> String {
    let part = |part: &str| if part.parse::<usize>().is_ok() { "*".to_owned() } else { part.to_owned() };
    pointer.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// The fields that the rule judges, with the sites that do.
fn groups<'p>(pack: &'p Pack, rule: &'p Rule) -> BTreeMap<String, Group<'p>> {
    let mut out: BTreeMap<String, Group<'p>> = BTreeMap::new();
    for site in sites(pack, rule) {
        let Some((demand, _)) = demand(rule, site) else { continue };
        let mut paths = BTreeSet::new();
        operands(&serde_json::to_value(demand).unwrap(), "", &mut paths);
        for path in paths {
            let field = site.bind.get(&path).cloned().unwrap_or(path);
            let simple = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
            if field.chars().all(simple) && !field.starts_with("config.") {
                out.entry(pattern(&site.at, &field)).or_default().push((site, field));
            }
        }
    }
    out
}

/// Type of a field, by its pattern.
fn field_type(pack: &Pack, pattern: &str) -> Option<FieldType> {
    let item = pattern.ends_with("/*");
    let path = pattern.trim_start_matches('/').trim_end_matches("/*").replace("/*", "[]").replace('/', ".");
    let field = pack.fields.iter().find(|f| f.path == path)?;
    if item { field.items } else { Some(field.r#type) }
}

/// Compares rule and model over all values for one field in one request.
struct Trial<'p> {
    pack: &'p Pack,
    rule: &'p Rule,
    group: &'p Group<'p>,
    pointer: String,
    request: Value,
    linter: Linter,
    compared: usize,
    fired: usize,
    faults: Vec<String>,
}

impl Trial<'_> {
    fn expected(&self, value: &Value, mistyped: bool) -> Option<bool> {
        let fires = self.group.iter().map(|(site, subject)| {
            let naive = Naive { pack: self.pack, bind: &site.bind, subject, value, mistyped };
            let (demand, bad) = demand(self.rule, site)?;
            naive.fires(conditions(self.rule, site), demand, bad)
        });
        let fires: Option<Vec<bool>> = fires.collect();
        Some(fires?.contains(&true))
    }

    fn actual(&mut self, value: &Value) -> bool {
        *self.request.pointer_mut(&self.pointer).unwrap() = value.clone();
        let findings = self.linter.check(self.request.to_string().as_bytes(), &Options::default());
        findings.iter().any(|f| f.rule == self.rule.id && f.pointer == self.pointer)
    }

    fn compare(&mut self, value: &Value, mistyped: bool) {
        let text = value.as_str().unwrap_or_default();
        if DECIDED_ELSEWHERE.iter().any(|(rule, start)| *rule == self.rule.id && text.starts_with(start)) {
            return;
        }
        let Some(expected) = self.expected(value, mistyped) else { return };
        let actual = self.actual(value);
        self.compared += 1;
        self.fired += usize::from(actual);
        if actual != expected && self.faults.len() < 3 {
            let which = if actual { "is found, though the rule allows it" } else { "is not found" };
            self.faults.push(format!("{}: {} = {value} {which}", self.rule.id, self.pointer));
        }
    }
}

/// Requests in which the rule complains about this field: its invalid examples.
fn requests(pack: &Pack, rule: &Rule, pattern: &str) -> Vec<(String, Value)> {
    let examples = rule.invalid.iter().filter(|e| e.facts.is_none() && generalized(&e.at) == pattern);
    // A small block of addresses decides, too.
    let examples = examples.filter(|e| rule.id != "invalid-node-cidr-mask" || !e.json.contains("cidr\""));
    let request = |e| serde_json::from_str(&invalid_request(pack, e)).ok();
    examples.filter_map(|e| Some((e.at.clone(), request(e)?))).collect()
}

/// Values of this field in the examples.
fn examples(pack: &Pack, rule: &Rule, pattern: &str) -> BTreeSet<String> {
    let mut texts: Vec<String> = rule.valid.iter().map(|e| valid_request(pack, e)).collect();
    texts.extend(rule.invalid.iter().map(|e| invalid_request(pack, e)));
    let concrete = pattern.replace('*', "0");
    let value = |text: &String| {
        let request: Value = serde_json::from_str(text).ok()?;
        request.pointer(&concrete)?.as_str().map(str::to_owned)
    };
    texts.iter().filter_map(value).collect()
}

fn trial(pack: &Pack, rule: &Rule, pattern: &str, group: &Group<'_>) -> (usize, usize, Vec<String>) {
    let mut mentioned = Mentioned::default();
    for (site, _) in group {
        let parts = conditions(rule, site).into_iter().chain([demand(rule, site).map(|(p, _)| p)]);
        parts.flatten().for_each(|p| mentioned.add(pack, p));
    }
    let texts = mentioned.texts(&examples(pack, rule, pattern));
    let Some(ty) = field_type(pack, pattern) else { return (0, 0, vec![]) };
    let mut sum = (0, 0, vec![]);
    for (pointer, request) in requests(pack, rule, pattern) {
        let Some(given) = request.pointer(&pointer).cloned() else { continue };
        let linter = Linter::new();
        let (compared, fired, faults) = (0, 0, vec![]);
        let mut t = Trial { pack, rule, group, pointer, request, linter, compared, fired, faults };
        // Not so if it is the order of members that counts.
        if t.expected(&given, false) != Some(true) || !t.actual(&given) {
            continue;
        }
        let (number, text) = (ty == FieldType::Integer, ty == FieldType::String);
        for n in mentioned.neighbours() {
            t.compare(&json!(n), !number);
        }
        for s in &texts {
            t.compare(&json!(s), !text);
        }
        for b in [true, false] {
            t.compare(&json!(b), ty != FieldType::Boolean);
        }
        for wrong in [json!({ "a": 1 }), json!([["a"]]), json!(2.5)] {
            t.compare(&wrong, true);
        }
        sum.0 += t.compared;
        sum.1 += t.fired;
        sum.2.extend(t.faults);
    }
    sum
}

#[test]
fn the_verdict_changes_exactly_at_the_boundary() {
    let pack = acklint::builtin_pack();
    let groups: Vec<_> =
        pack.rules.iter().flat_map(|rule| groups(pack, rule).into_iter().map(move |g| (rule, g))).collect();
    let (next, sums) = (AtomicUsize::new(0), Mutex::new(vec![]));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some((rule, (pattern, group))) = groups.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let sum = trial(pack, rule, pattern, group);
                    sums.lock().unwrap().push((rule.id.as_str(), sum));
                }
            });
        }
    });
    let sums = sums.into_inner().unwrap();
    let faults: BTreeSet<&String> = sums.iter().flat_map(|(_, sum)| &sum.2).collect();
    assert!(faults.is_empty(), "\n{faults:#?}\n");
    let rules: BTreeSet<&str> = sums.iter().filter(|(_, sum)| sum.0 > 0).map(|(rule, _)| *rule).collect();
    let compared: usize = sums.iter().map(|(_, sum)| sum.0).sum();
    let fired: usize = sums.iter().map(|(_, sum)| sum.1).sum();
    // Half of all rules look at one value; the rest at several, or at addresses.
    assert!(rules.len() >= 60, "{} rules", rules.len());
    assert!(compared > 50_000 && fired > 30_000 && fired < compared, "{fired} of {compared}");
}
