//! What holds for every input, however broken.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test that cannot go on says so

mod common;

use acklint::{Finding, Findings, Lang, Level, Linter, Options};
use acklint_document::Span;
use acklint_engine::fix;
use acklint_report::{Look, Source, concise, diff, json, pretty};
use acklint_tests::Random;
use common::{seeds, spoilt};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

/// Spoilt requests.
const CASES: usize = 6000;
/// Requests between two comparisons with another history.
const CHUNK: usize = 200;

/// What is wrong with findings as such; nothing should be.
fn faults(findings: &Findings, text: &str) -> Vec<String> {
    let mut out = vec![];
    let mut place = |what: &str, f: Finding<'_>, span: Span| {
        let (start, end) = (span.start as usize, span.end as usize);
        if start > end || text.get(start..end).is_none() {
            out.push(format!("{what} of {} at {start}..{end} is no part of {} bytes", f.rule, text.len()));
        }
    };
    for f in findings {
        place("place", f, f.span);
        f.related.iter().for_each(|r| place("related place", f, r.span));
        f.fixes.iter().flat_map(|fix| fix.edits).for_each(|edit| place("edit", f, edit.span));
    }
    for f in findings {
        out.extend(f.message.is_empty().then(|| format!("{} says nothing", f.rule)));
        for fix in f.fixes.iter().filter(|fix| fix.apply(text).is_none()) {
            out.push(format!("edits of `{}` overlap", fix.title));
        }
    }
    // The closing note comes last, wherever it points.
    let sorted = findings
        .iter()
        .filter(|f| f.rule != "too-many-findings")
        .map(|f| (f.span, f.rule, f.pointer))
        .collect::<Vec<_>>();
    if !sorted.is_sorted() {
        out.push("not in order".to_owned());
    }
    for (one, _) in findings.iter().zip(findings.iter().skip(1)).filter(|(one, next)| one == next) {
        out.push(format!("{} at {} twice", one.rule, one.pointer));
    }
    out
}

#[track_caller]
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults[..faults.len().min(20)].join("\n"));
}

/// Findings of one request after another, with one linter; what panics is told with its text.
fn run<'c>(
    linter: &mut Linter,
    cases: impl Iterator<Item = &'c Vec<u8>>,
    options: &Options,
) -> Vec<Findings> {
    let mut check = |case: &Vec<u8>| {
        let done = catch_unwind(AssertUnwindSafe(|| linter.check(case, options).clone()));
        done.unwrap_or_else(|_| panic!("panics for\n{}", String::from_utf8_lossy(case)))
    };
    cases.map(&mut check).collect()
}

/// Nothing panics, findings are in order and in place, and what was checked before makes no difference: the
/// buffers of a linter hold texts it met.
#[test]
fn any_text_has_one_answer() {
    let seeds = seeds();
    let mut random = Random::new(7);
    let options = Options::default();
    let (mut forward, mut backward) = (Linter::new(), Linter::new());
    for chunk in 0..CASES / CHUNK {
        let cases: Vec<Vec<u8>> = (0..CHUNK).map(|_| spoilt(&mut random, &seeds)).collect();
        let there = run(&mut forward, cases.iter(), &options);
        let mut back = run(&mut backward, cases.iter().rev(), &options);
        back.reverse();
        for (at, case) in cases.iter().enumerate() {
            let text = || String::from_utf8_lossy(case);
            assert_eq!(there[at], back[at], "after other requests, chunk {chunk}:\n{}", text());
            let mut fresh = Linter::new();
            assert_eq!(&there[at], fresh.check(case, &options), "kept and fresh, chunk {chunk}:\n{}", text());
            let faults = faults(&there[at], fresh.document().text());
            assert!(faults.is_empty(), "{}\nof\n{}", faults.join("\n"), text());
        }
    }
}

/// What no option changes.
fn places(findings: &Findings) -> Vec<(&str, Level, &str, Span)> {
    findings.iter().map(|f| (f.rule, f.level, f.pointer, f.span)).collect()
}

/// Language and level change words and length of the list, nothing else.
#[test]
fn options_only_choose() {
    let seeds = seeds();
    let mut random = Random::new(11);
    let mut linter = Linter::new();
    for _ in 0..CASES / 6 {
        let case = spoilt(&mut random, &seeds);
        let english = linter.check(&case, &Options::default()).clone();
        let chinese = linter.check(&case, &Options { lang: Lang::Zh, ..Options::default() }).clone();
        let text = || String::from_utf8_lossy(&case);
        assert_eq!(places(&english), places(&chinese), "{}", text());
        let errors = linter.check(&case, &Options { min_level: Level::Error, ..Options::default() });
        let mut kept = english;
        kept.retain(|f| f.level == Level::Error);
        assert_eq!(&kept, errors, "{}", text());
    }
}

/// Texts that nearly are the same, one after another in the same field: the last answer is not the next one.
#[test]
fn texts_met_before_are_told_apart() {
    let mut texts: Vec<String> = vec![];
    for stem in
        ["172.21.0.0/20", "Asia/Shanghai", "cloud_essd", "1.20.11-aliyun.1", "slb.s2.small", "PrePaid"]
    {
        texts.push(stem.to_owned());
        texts.extend(
            ["\\u0000", "\\u0000\\u0000", " ", "x", "****", "\\u00e9", "😀"].map(|t| format!("{stem}{t}")),
        );
        texts.push(format!("{stem}{stem}"));
        texts.push(stem[1..].to_owned());
        texts.push(stem.to_uppercase());
    }
    // Around the lengths at which texts are kept in another way.
    for len in [0, 1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 127, 128, 129] {
        texts.push("a".repeat(len));
        texts.push(format!("{}_", "a".repeat(len)));
        texts.push(format!("_{}", "a".repeat(len)));
        texts.push(format!("{}_{}", "a".repeat(len / 2), "a".repeat(len / 2)));
    }
    let fields = [
        "name",
        "service_cidr",
        "timezone",
        "master_system_disk_category",
        "kubernetes_version",
        "load_balancer_spec",
        "master_instance_charge_type",
        "cluster_domain",
        "login_password",
        "node_name_mode",
    ];
    let mut random = Random::new(3);
    let (mut kept, options) = (Linter::new(), Options::default());
    for _ in 0..1500 {
        let pick = |random: &mut Random| texts[random.below(texts.len() as u64) as usize].clone();
        let members = fields.map(|field| format!("\"{field}\": \"{}\"", pick(&mut random)));
        let request = format!("{{ \"cluster_type\": \"Kubernetes\", {} }}", members.join(", "));
        let mut fresh = Linter::new();
        assert_eq!(
            kept.check(request.as_bytes(), &options),
            fresh.check(request.as_bytes(), &options),
            "{request}"
        );
    }
}

/// Words that stand for secrets; none is the beginning of a word of the messages.
const SECRETS: [&str; 4] = ["Zq9!hush", "81736452", "xKcd-Tr0ub", "c2VjcmV0"];

/// Names under which they are written.
const NAMES: [&str; 12] = [
    "login_password",
    "Login_Password",
    "loginPassword",
    "LoginPassword",
    "password",
    "passwd",
    "master_login_password",
    "worker_login_password",
    "login_pasword_password",
    "user_data",
    "userData",
    "UserData",
];

/// Secrets where they belong, where they do not, and in all kinds of broken text.
fn secretive() -> Vec<String> {
    let [a, b, c, d] = SECRETS;
    let values = [
        format!("\"{a}\""),
        format!("\"{a} \\n{b}\\u0041\""),
        b.to_owned(),
        format!("-{b}.5"),
        format!("[\"{a}\", {b}]"),
        format!("{{ \"value\": \"{a}\", \"login_password\": \"{c}\" }}"),
        format!("'{c}'"),
        format!("`{c}`"),
        format!("“{c}”"),
        format!("\"{c}\\q\""),
        format!("\"{c}\n{a}\""),
        format!("\"{a}\"{c}\""),
        format!("\"{{\\\"login_password\\\": \\\"{a}\\\"}}\""),
        format!("\"{d}, ${{HOLE}}\""),
        format!("\"{}\"", a.repeat(6)),
        format!("\"{d}{d}=\""),
        format!("\"密码{a}\""),
        format!("\"{a}"),
        c.to_owned(),
    ];
    let places: [&dyn Fn(&str) -> String; 7] = [
        &|m| format!("{{ \"cluster_type\": \"Kubernetes\", {m} }}"),
        &|m| format!("{{ \"key_pair\": \"k\", {m}, {m} }}"),
        &|m| {
            format!(
                "{{ \"nodepools\": [{{ {m}, \"scaling_group\": {{ \"platform\": \"Windows\", {m} }} }}] }}"
            )
        },
        &|m| format!("{{ \"nodepools\": [{{ \"kubernetes_config\": {{ {m} }} }}], \"tags\": {{ {m} }} }}"),
        &|m| format!("{{ \"tags\": [{{ {m} }}], \"addons\": [{{ \"name\": \"flannel\", {m} }}] }}"),
        &|m| format!("{{ \"control_plane_config\": {{ {m} }}, \"runtime\": {{ {m} }} }}"),
        &|m| {
            let quoted = m.replace('\\', "\\\\").replace('"', "\\\"");
            format!("{{ \"addons\": [{{ \"name\": \"logtail-ds\", \"config\": \"{{{quoted}}}\" }}] }}")
        },
    ];
    let mut out = vec![];
    for name in NAMES {
        for value in &values {
            for member in
                [format!("\"{name}\": {value}"), format!("{name}: {value},"), format!("\"{name}\" = {value}")]
            {
                out.extend(places.iter().map(|place| place(&member)));
            }
        }
    }
    out
}

#[test]
fn no_secret_is_in_a_finding() {
    let (mut linter, mut found) = (Linter::new(), vec![]);
    let cases = secretive();
    assert!(cases.len() > 4000, "{}", cases.len());
    for (at, case) in cases.iter().enumerate() {
        let lang = if at % 2 == 0 { Lang::En } else { Lang::Zh };
        for f in linter.check(case.as_bytes(), &Options { lang, ..Options::default() }) {
            let related = f.related.iter().flat_map(|r| [r.message, r.pointer]);
            let fixes =
                f.fixes.iter().flat_map(|fix| fix.edits.iter().map(|edit| edit.text).chain([fix.title]));
            let texts = [f.message, f.pointer].into_iter().chain(f.help).chain(related).chain(fixes);
            for text in texts {
                if let Some(secret) = SECRETS.iter().find(|s| text.contains(**s)) {
                    found.push(format!("{} of {case:?} shows {secret}: {text}", f.rule));
                }
            }
        }
    }
    // The shortest of each rule.
    found.sort_by_key(String::len);
    let mut rules = BTreeSet::new();
    found.retain(|fault| rules.insert(fault.split(' ').next().map(str::to_owned)));
    none(&found);
}

/// Nor is one in what is shown around findings, or in the diff of what fixes do.
#[test]
fn no_secret_is_in_any_format() {
    let (mut linter, mut found) = (Linter::new(), vec![]);
    for (at, case) in secretive().iter().enumerate().step_by(5) {
        let lang = if at % 2 == 0 { Lang::En } else { Lang::Zh };
        let options = Options { lang, ..Options::default() };
        let look = Look { lang, ..Look::default() };
        let fixed = fix(case, true, &mut |text| linter.check(text.as_bytes(), &options).clone()).text;
        linter.check(fixed.as_bytes(), &options);
        let after = Source::new("a.json", linter.document()).masked();
        linter.check(case.as_bytes(), &options);
        let (findings, source) = (linter.findings(), Source::new("a.json", linter.document()));
        let report = json::Report::new(vec![json::File::new("a.json", &source, findings)]);
        let texts = [
            ("pretty", pretty::findings(&source, findings, look)),
            ("concise", concise::findings(&source, findings, lang)),
            ("json", json::text(&report)),
            ("diff", diff::unified("a.json", &source.masked(), &after, look)),
        ];
        for (format, text) in texts {
            for line in text.lines().filter(|line| SECRETS.iter().any(|secret| line.contains(secret))) {
                found.push(format!("{format} of {case:?}: {line}"));
            }
        }
    }
    found.sort_by_key(String::len);
    none(&found);
}

/// Far more than any request.
fn hostile() -> Vec<(&'static str, String)> {
    let tag = "{\"key\":\"k\",\"value\":\"v\"},";
    let member = "\"a\":1,";
    let text = "中x\\n".repeat(1 << 20);
    vec![
        ("opening brackets", "[".repeat(1_000_000)),
        ("opening braces", "{\"a\":".repeat(300_000)),
        ("closing braces", "}".repeat(2_000_000)),
        ("brackets at odds", "[}".repeat(500_000)),
        ("tags", format!("{{\"tags\":[{}]}}", tag.repeat(300_000).trim_end_matches(','))),
        ("the same key", format!("{{{}}}", member.repeat(500_000).trim_end_matches(','))),
        (
            "other keys",
            format!("{{{}\"a\":1}}", (0..300_000).fold(String::new(), |s, n| s + &format!("\"k{n}\":1,"))),
        ),
        ("a long text", format!("{{\"name\":\"{text}\"}}")),
        ("a long text without end", format!("{{\"name\":\"{text}")),
        ("a long name", format!("{{\"{text}\":1}}")),
        ("a long password", format!("{{\"login_password\":\"{text}\"}}")),
        ("a long number", format!("{{\"master_count\":{}}}", "9".repeat(2_000_000))),
        ("quotes", "\"".repeat(1_000_001)),
        ("backslashes", format!("{{\"name\":\"{}\"}}", "\\".repeat(1_000_001))),
        ("commas", ",".repeat(1_000_000)),
        ("comments", "/**/".repeat(500_000)),
        ("labels", labels(100_000)),
        (
            "pools",
            format!("{{\"nodepools\":[{}{{}}]}}", "{\"nodepool_info\":{\"name\":\"p\"}},".repeat(100_000)),
        ),
        ("a list in a text", format!("{{\"custom_san\":\"{}\"}}", "a,".repeat(500_000))),
        ("documents in texts", documents(50_000)),
        ("blanks", " ".repeat(5_000_000)),
    ]
}

/// A loop in a loop takes hours.
#[test]
fn hostile_inputs_end() {
    let mut linter = Linter::new();
    let mut slow = vec![];
    for (what, input) in &hostile() {
        let start = Instant::now();
        linter.check(input.as_bytes(), &Options::default());
        let findings = linter.findings();
        let took = start.elapsed();
        // None takes a second on a slow machine that has other things to do.
        if took > Duration::from_secs(20) {
            slow.push(format!("{what}: {took:?} for {} bytes", input.len()));
        }
        assert!(findings.len() <= 1001, "{what}: {}", findings.len());
        if let Some(last) = findings.get(1000) {
            assert_eq!(last.rule, "too-many-findings", "{what}");
        }
        assert!(!findings.is_empty(), "{what}");
        none(&faults(findings, linter.document().text()));
        let longest = findings.iter().map(|f| f.message.len()).max().unwrap_or_default();
        assert!(longest < 2000, "{what}: a message of {longest} bytes");
    }
    none(&slow);
}

fn labels(count: usize) -> String {
    let labels: Vec<String> =
        (0..count).map(|n| format!("{{\"key\":\"k{}\",\"value\":\"v\"}}", n % (count / 2))).collect();
    format!("{{\"nodepools\":[{{\"kubernetes_config\":{{\"labels\":[{}]}}}}]}}", labels.join(","))
}

fn documents(count: usize) -> String {
    let addon = "{\"name\":\"logtail-ds\",\"config\":\"{\\\"IngressDashboardEnabled\\\":true}\"}";
    format!("{{\"addons\":[{}]}}", vec![addon; count].join(","))
}
