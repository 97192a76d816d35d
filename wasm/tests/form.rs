//! A form always says what a check of its text says, whatever was done to it.
#![allow(clippy::unwrap_used)] // a test

use acklint::document::{Document, Kind, NodeId};
use acklint::engine::Form;
use acklint::{Facts, Findings, Lang, Linter, Options, builtin_program};
use acklint_tests::{Random, bodies, path};
use serde_json::{Value, json};

const EDITS: usize = 60;

/// Values that mean something somewhere, and some that mean nothing.
const VALUES: &[&str] = &[
    "null",
    "true",
    "false",
    "0",
    "1",
    "3",
    "5",
    "40",
    "20000",
    "-1",
    "3.5",
    "1e3",
    "\"\"",
    "\"3\"",
    "\"true\"",
    "\"Kubernetes\"",
    "\"ManagedKubernetes\"",
    "\"PrePaid\"",
    "\"PostPaid\"",
    "\"Month\"",
    "\"172.21.0.0/20\"",
    "\"172.16.0.0/12\"",
    "\"10.0.0.0/8\"",
    "\"ipvs\"",
    "\"vpc-xxx\"",
    "\"${HOLE}\"",
    "\"Hello@1234\"",
    "\"a, b\"",
    "\"aliyun\"",
    "\"cloud_essd\"",
    "\"PL1\"",
    "\"AliyunLinux\"",
    "\"Windows\"",
    "\"ecs.g6.xlarge\"",
    "\"containerd\"",
    "\"1.22.3-aliyun.1\"",
    "\"中文\"",
    "\"\\u4e2d\"",
    "\"{\\\"IngressSlbNetworkType\\\":\\\"intranet\\\"}\"",
    "\"customized,aliyun,5,test\"",
    "[]",
    "{}",
    "[1]",
    "[\"\"]",
    "[\"vsw-1\", \"vsw-1\"]",
    "{\"enable\": true}",
    "{\n  \"key\": \"acs:x\",\n  \"value\": \"\"\n}",
    "[{\"name\": \"flannel\"}, {\"name\": \"terway-eniip\"}]",
];

fn pointers(doc: &Document) -> Vec<(NodeId, String)> {
    let mut out = vec![];
    let mut stack = vec![NodeId::ROOT];
    while let Some(node) = stack.pop() {
        out.push((node, doc.pointer(node)));
        stack.extend(doc.children(node));
    }
    out
}

/// Names that members may have: those of fields, and one that is none.
fn names() -> Vec<String> {
    let fields = acklint::builtin_pack().fields.iter();
    let mut names: Vec<String> = fields
        .filter_map(|f| f.path.rsplit('.').next())
        .map(|n| n.trim_end_matches("[]").to_owned())
        .collect();
    names.push("nothing".to_owned());
    names
}

fn full(text: &str, options: &Options, facts: Option<&Facts>) -> Findings {
    let mut linter = Linter::new();
    linter.set_facts(facts.cloned());
    linter.check(text.as_bytes(), options).clone()
}

/// An account that has the network of this body.
fn facts(body: &str) -> Facts {
    let body: Value = serde_json::from_str(body).unwrap();
    let vpc = json!({ "VpcId": body["vpcid"], "CidrBlock": "172.16.0.0/12", "RegionId": body["region_id"] });
    let answer = json!({ "TotalCount": 1, "Vpcs": { "Vpc": [vpc] } }).to_string();
    Facts::read([("vpcs.json", answer.as_bytes())]).unwrap()
}

struct Run {
    random: Random,
    names: Vec<String>,
    facts: Option<Facts>,
    ran: usize,
    edits: usize,
}

impl Run {
    fn form(&mut self, text: &str, options: &Options) {
        let mut form = Form::new(builtin_program(), text, options.clone());
        assert_eq!(form.findings(), &full(text, options, None), "at first\n{text}");
        form.set_facts(self.facts.as_ref().map(|facts| facts.json().to_owned()));
        for _ in 0..EDITS {
            self.edit(&mut form, options);
        }
    }

    fn edit(&mut self, form: &mut Form<&'static acklint::engine::Program>, options: &Options) {
        let before = (form.text().to_owned(), form.findings().clone());
        let places = pointers(form.document());
        let (node, pointer) = &places[self.random.below(places.len() as u64) as usize];
        let value = self.random.of(VALUES);
        let container = matches!(form.document().kind(*node), Kind::Object | Kind::Array);
        let (what, change) = match self.random.below(10) {
            0..3 if container && pointer.is_empty() || self.random.below(4) == 0 => {
                let name = &self.names[self.random.below(self.names.len() as u64) as usize];
                let below = format!("{pointer}/{name}");
                (format!("set {below} {value}"), form.set(&below, value))
            }
            0..6 if !pointer.is_empty() => (format!("set {pointer} {value}"), form.set(pointer, value)),
            6 | 7 => (format!("remove {pointer}"), form.remove(pointer)),
            8 => (format!("insert {pointer} {value}"), form.insert(pointer, value)),
            _ => {
                let other = &places[self.random.below(places.len() as u64) as usize].0;
                let (from, to) =
                    (form.document().raw(*node).to_owned(), form.document().raw(*other).to_owned());
                let text = if from.len() > 1 { before.0.replacen(&from, &to, 1) } else { before.0.clone() };
                let short = text.len() < 20_000;
                ("text".to_owned(), short.then(|| form.set_text(&text)))
            }
        };
        let Some(change) = change else {
            assert_eq!((form.text(), form.findings()), (before.0.as_str(), &before.1), "refused: {what}");
            return;
        };
        let expected = full(form.text(), options, self.facts.as_ref());
        assert_eq!(form.findings(), &expected, "after {what}\nfrom {}\nto {}", before.0, form.text());
        assert_eq!(before.1.len() + change.added.len() - change.removed.len(), expected.len(), "{what}");
        for finding in &change.removed {
            assert!(before.1.iter().any(|f| f == finding), "{what}");
        }
        self.ran += change.ran;
        self.edits += 1;
    }
}

#[test]
fn every_edit_is_as_good_as_a_check() {
    let mut run = Run { random: Random::new(7), names: names(), facts: None, ran: 0, edits: 0 };
    let sample = std::fs::read_to_string(path("page-sample/request.jsonc")).unwrap();
    let jsonc = Options { jsonc: true, ..Options::default() };
    for _ in 0..4 {
        run.form(&sample, &jsonc);
        run.form(&sample, &Options::default());
    }
    let fixed = sample.replacen("\"keep_instance_name\": true", "\"keep_instance_name\": true,", 1);
    for _ in 0..12 {
        run.form(&fixed, &jsonc);
    }
    for (at, body) in bodies(24).iter().enumerate() {
        let lines = serde_json::to_string_pretty(&serde_json::from_str::<Value>(body).unwrap()).unwrap();
        let text = match at % 3 {
            0 => body.clone(),
            1 => lines,
            _ => lines.replace('\n', "\r\n"),
        };
        let options = match at % 4 {
            0 => Options { max_findings: 3, ..Options::default() },
            1 => Options { lang: Lang::Zh, ..Options::default() },
            _ => Options { allow_placeholders: true, ..Options::default() },
        };
        run.facts = (at % 2 == 0).then(|| facts(body));
        run.form(&text, &options);
    }
    run.facts = None;
    run.form("", &Options::default());
    run.form("{", &Options::default());
    run.form("{}", &Options::default());
    println!("{} edits, {} checks each", run.edits, run.ran / run.edits.max(1));
}

#[test]
fn one_value_runs_few_checks() {
    let body = bodies(1).remove(0);
    let mut form = Form::new(builtin_program(), &body, Options::default());
    let all = form.set_text(&body).ran;
    let change = form.set("/timezone", "\"Mars/Olympus\"").unwrap();
    assert!(change.added.iter().any(|f| f.pointer == "/timezone"), "{:?}", change.added);
    assert!(change.ran * 10 < all, "{} of {all}", change.ran);
    let back = form.set("/timezone", "\"UTC\"").unwrap();
    assert_eq!(back.removed.len(), change.added.len());
}

#[test]
fn missing_objects_are_made() {
    let mut form = Form::new(builtin_program(), "", Options::default());
    form.set("/runtime/name", "\"docker\"").unwrap();
    assert_eq!(form.text(), "{\n  \"runtime\": {\n    \"name\": \"docker\"\n  }\n}");
    form.insert("/master_vswitch_ids/-", "\"b\"").unwrap();
    form.insert("/master_vswitch_ids/0", "\"a\"").unwrap();
    form.remove("/runtime").unwrap();
    assert_eq!(form.text(), "{\n  \"master_vswitch_ids\": [\"a\", \"b\"]\n}");
    assert!(form.set("/master_vswitch_ids/x", "1").is_none());
    assert!(form.insert("/runtime/name", "1").is_some(), "a list is made where nothing is");
}
