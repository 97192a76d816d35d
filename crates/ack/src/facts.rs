//! What is known of the account: answers of the `aliyun` command, as they are, become facts for rules.

mod commands;

pub use commands::{FactsCommand, facts_commands, shell_word};

use acklint_document::edit::quote_json;
use acklint_document::{Document, Kind, NodeId};
use acklint_engine::finding::Lang;
use std::fmt;

/// Facts of the account that rules compare a request with.
///
/// ```
/// use acklint::{Facts, Linter, Options};
/// let answer = br#"{"Vpcs": {"Vpc": [{"VpcId": "vpc-2zeik9h3ahvv2zz95c0ab", "CidrBlock": "172.16.0.0/12"}]}}"#;
/// let mut linter = Linter::new();
/// linter.set_facts(Some(Facts::read([("vpcs.json", &answer[..])])?));
/// let request = br#"{"vpcid": "vpc-2zeik9h3ahvv2zz95c0ab", "service_cidr": "172.21.0.0/20"}"#;
/// let findings = linter.check(request, &Options::default());
/// assert!(findings.iter().any(|f| f.rule == "service-cidr-overlaps-vpc"));
/// # Ok::<(), acklint::FactsError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    json: String,
}

impl Facts {
    /// Reads answers of `aliyun vpc DescribeVpcs`, `aliyun vpc DescribeVSwitches` and
    /// `aliyun cs DescribeClustersV1`, each with the name of its file. They are told apart by their shape; pages of
    /// one answer may be in several files, in any order, and what is there twice counts once.
    ///
    /// # Errors
    /// The first file that is none of these answers.
    pub fn read<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> Result<Self, FactsError> {
        Self::read_all(&mut files.into_iter())
    }

    fn read_all<'f>(files: &mut dyn Iterator<Item = (&'f str, &'f [u8])>) -> Result<Self, FactsError> {
        let mut tables = ANSWERS.each_ref().map(|kind| (kind.table, Table::default()));
        for (name, bytes) in files {
            let wrong = |problem| FactsError { file: name.to_owned(), problem };
            let doc = Document::parse_bytes(bytes);
            let answer = Answer::of(&doc).map_err(wrong)?;
            if let Some((_, table)) = tables.iter_mut().find(|(name, _)| *name == answer.kind.table) {
                table.add(&doc, &answer).map_err(wrong)?;
            }
        }
        let known = tables.into_iter().filter(|(_, table)| table.known);
        let tables: Vec<String> =
            known.map(|(name, table)| ["\"", name, "\": ", &table.json()].concat()).collect();
        Ok(Self { json: ["{", &tables.join(", "), "}"].concat() })
    }

    /// The facts in the form rules look at.
    pub fn json(&self) -> &str {
        &self.json
    }
}

/// Members of a row of facts, as JSON, as far as the answer has them.
type Row = Vec<(&'static str, Option<String>)>;

/// An answer the command gives.
struct AnswerKind {
    /// Table of facts it fills.
    table: &'static str,
    /// Members that lead to its rows.
    rows: &'static [&'static str],
    /// Members that lead to the number of rows on all pages.
    total: &'static [&'static str],
    id: &'static str,
    row: fn(&Document, NodeId) -> Row,
}

const ANSWERS: [AnswerKind; 3] = [
    AnswerKind {
        table: "clusters",
        rows: &["clusters"],
        total: &["page_info", "total_count"],
        id: "cluster_id",
        row: cluster,
    },
    AnswerKind { table: "vpcs", rows: &["Vpcs", "Vpc"], total: &["TotalCount"], id: "VpcId", row: vpc },
    AnswerKind {
        table: "vswitches",
        rows: &["VSwitches", "VSwitch"],
        total: &["TotalCount"],
        id: "VSwitchId",
        row: vswitch,
    },
];

fn vpc(doc: &Document, node: NodeId) -> Row {
    let more = at(doc, node, &["SecondaryCidrBlocks", "SecondaryCidrBlock"]);
    let more = more.into_iter().flat_map(|list| doc.children(list)).filter_map(|item| text(doc, item));
    let cidrs = member(doc, node, "CidrBlock").map(|first| {
        let all: Vec<String> = std::iter::once(first).chain(more).collect();
        ["[", &all.join(", "), "]"].concat()
    });
    vec![("cidrs", cidrs)]
}

fn vswitch(doc: &Document, node: NodeId) -> Row {
    vec![
        ("vpc", member(doc, node, "VpcId")),
        ("cidr", member(doc, node, "CidrBlock")),
        ("zone", member(doc, node, "ZoneId")),
    ]
}

fn cluster(doc: &Document, node: NodeId) -> Row {
    // Earlier versions of the answer know the Pod block as the cluster's subnet.
    let pods = ["container_cidr", "subnet_cidr"].map(|name| member(doc, node, name));
    let named = pods.iter().flatten().find(|cidr| *cidr != "\"\"").cloned();
    let [first, second] = pods;
    vec![
        ("name", member(doc, node, "name")),
        ("vpc", member(doc, node, "vpc_id")),
        ("pod_cidr", named.or(first).or(second)),
        ("service_cidr", member(doc, node, "service_cidr")),
    ]
}

fn at(doc: &Document, node: NodeId, path: &[&str]) -> Option<NodeId> {
    path.iter().try_fold(node, |node, name| doc.get(node, name))
}

/// A text as JSON.
fn text(doc: &Document, node: NodeId) -> Option<String> {
    doc.string(node).map(|text| quote_json(&text))
}

fn member(doc: &Document, node: NodeId, name: &str) -> Option<String> {
    text(doc, doc.get(node, name)?)
}

/// An answer, recognised.
struct Answer {
    kind: &'static AnswerKind,
    rows: NodeId,
    total: Option<usize>,
}

impl Answer {
    fn of(doc: &Document) -> Result<Self, Problem> {
        if let Some(defect) = doc.defects().first() {
            let place = doc.lines().position(defect.span.start);
            return Err(Problem::NotJson { line: place.line, column: place.column });
        }
        for kind in &ANSWERS {
            let rows = at(doc, NodeId::ROOT, kind.rows).filter(|rows| doc.kind(*rows) == Kind::Array);
            if let Some(rows) = rows {
                let total = at(doc, NodeId::ROOT, kind.total).and_then(|total| doc.integer(total));
                return Ok(Self { kind, rows, total: total.and_then(|total| usize::try_from(total).ok()) });
            }
        }
        let code = doc.get(NodeId::ROOT, "Code").or_else(|| doc.get(NodeId::ROOT, "code"));
        match code.and_then(|code| doc.string(code)) {
            Some(code) => Err(Problem::Refused(code.chars().take(60).filter(|c| !c.is_control()).collect())),
            None => Err(Problem::OtherShape),
        }
    }
}

/// Rows of one kind, from all files.
#[derive(Default)]
struct Table {
    /// Whether an answer fills it.
    known: bool,
    /// Rows with their ids, which may repeat.
    rows: Vec<(String, String)>,
    /// Answers that are pages of longer ones: the ids seen of all with the same total.
    pages: Vec<(usize, Vec<String>)>,
}

impl Table {
    fn add(&mut self, doc: &Document, answer: &Answer) -> Result<(), Problem> {
        self.known = true;
        let mut here = vec![];
        for (index, row) in doc.children(answer.rows).enumerate() {
            let id = doc.get(row, answer.kind.id).and_then(|id| text(doc, id));
            let Some(id) = id else {
                return Err(Problem::NoId { row: index + 1, member: answer.kind.id });
            };
            let mut out = ["{\"id\": ", &id].concat();
            for (name, value) in (answer.kind.row)(doc, row) {
                if let Some(value) = value {
                    out.extend([", \"", name, "\": ", &value]);
                }
            }
            out.push('}');
            here.push(id.clone());
            self.rows.push((id, out));
        }
        here.sort();
        here.dedup();
        if let Some(total) = answer.total
            && total > here.len()
        {
            match self.pages.iter_mut().find(|(known, _)| *known == total) {
                Some((_, seen)) => seen.append(&mut here),
                None => self.pages.push((total, here)),
            }
        }
        Ok(())
    }

    /// The rows, ordered by their ids.
    fn json(mut self) -> String {
        // The sort is stable: of rows with one id, the first stays.
        self.rows.sort_by(|a, b| a.0.cmp(&b.0));
        self.rows.dedup_by(|later, first| later.0 == first.0);
        let mut rows: Vec<String> = self.rows.into_iter().map(|(_, row)| row).collect();
        let missing = self.pages.iter_mut().any(|(total, seen)| {
            seen.sort();
            seen.dedup();
            seen.len() < *total
        });
        if missing {
            // A row of which nothing is known stands for those on missing pages.
            rows.push("{}".to_owned());
        }
        ["[", &rows.join(", "), "]"].concat()
    }
}

/// A file that is no answer of the command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactsError {
    /// Name of the file.
    pub file: String,
    problem: Problem,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Problem {
    NotJson { line: u32, column: u32 },
    Refused(String),
    OtherShape,
    NoId { row: usize, member: &'static str },
}

impl FactsError {
    /// What is wrong and what was expected.
    pub fn message(&self, lang: Lang) -> String {
        let file = &self.file;
        let expected = match lang {
            Lang::En => {
                "expected the unchanged JSON output of aliyun vpc DescribeVpcs, aliyun vpc DescribeVSwitches or aliyun cs DescribeClustersV1"
            }
            Lang::Zh => {
                "应为 aliyun vpc DescribeVpcs、aliyun vpc DescribeVSwitches 或 aliyun cs DescribeClustersV1 的原始 JSON 输出"
            }
        };
        match (&self.problem, lang) {
            (Problem::NotJson { line, column }, Lang::En) => {
                format!("{file} is not JSON (line {line}, column {column}); {expected}")
            }
            (Problem::NotJson { line, column }, Lang::Zh) => {
                format!("{file} 不是合法的 JSON（第 {line} 行第 {column} 列）；{expected}")
            }
            (Problem::Refused(code), Lang::En) => {
                format!("{file} holds the error {code}, not an answer; {expected}")
            }
            (Problem::Refused(code), Lang::Zh) => {
                format!("{file} 中是错误 {code}，不是查询结果；{expected}")
            }
            (Problem::OtherShape, Lang::En) => format!("{file} holds no facts; {expected}"),
            (Problem::OtherShape, Lang::Zh) => format!("{file} 中没有可用的信息；{expected}"),
            (Problem::NoId { row, member }, Lang::En) => {
                format!("entry {row} of {file} has no {member}; {expected}")
            }
            (Problem::NoId { row, member }, Lang::Zh) => {
                format!("{file} 的第 {row} 项没有 {member}；{expected}")
            }
        }
    }
}

impl fmt::Display for FactsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for FactsError {}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // a test may fail
mod tests {
    use super::*;

    fn read(files: &[&str]) -> Result<String, String> {
        let files = files.iter().map(|text| ("facts.json", text.as_bytes()));
        Facts::read(files).map(|facts| facts.json).map_err(|error| error.to_string())
    }

    #[test]
    fn answers_are_told_apart() {
        let facts = read(&[
            r#"{"clusters": [{"cluster_id": "c1", "name": "prod", "vpc_id": "vpc-1", "subnet_cidr": "172.20.0.0/16"}]}"#,
            r#"{"VSwitches": {"VSwitch": [{"VSwitchId": "vsw-1", "VpcId": "vpc-1", "CidrBlock": "10.0.0.0/24", "ZoneId": "a"}]}, "TotalCount": 1}"#,
            r#"{"Vpcs": {"Vpc": [{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/8", "SecondaryCidrBlocks": {"SecondaryCidrBlock": ["192.168.0.0/16"]}}]}}"#,
        ]);
        assert_eq!(
            facts.unwrap(),
            r#"{"clusters": [{"id": "c1", "name": "prod", "vpc": "vpc-1", "pod_cidr": "172.20.0.0/16"}], "vpcs": [{"id": "vpc-1", "cidrs": ["10.0.0.0/8", "192.168.0.0/16"]}], "vswitches": [{"id": "vsw-1", "vpc": "vpc-1", "cidr": "10.0.0.0/24", "zone": "a"}]}"#
        );
        assert_eq!(read(&[]).unwrap(), "{}");
    }

    #[test]
    fn pages_are_merged_and_missing_ones_noted() {
        let page = |ids: &[&str]| {
            let rows: Vec<String> = ids.iter().map(|id| format!("{{\"VpcId\": \"{id}\"}}")).collect();
            format!("{{\"TotalCount\": 3, \"Vpcs\": {{\"Vpc\": [{}]}}}}", rows.join(","))
        };
        let (first, second) = (page(&["a", "b"]), page(&["b", "c"]));
        let whole = r#"{"vpcs": [{"id": "a"}, {"id": "b"}, {"id": "c"}]}"#;
        assert_eq!(read(&[&first, &second]).unwrap(), whole);
        assert_eq!(read(&[&first]).unwrap(), r#"{"vpcs": [{"id": "a"}, {"id": "b"}, {}]}"#);
        assert_eq!(read(&[&page(&["a", "b", "c"]), &first]).unwrap().matches("{}").count(), 1);
    }

    #[test]
    fn other_files_are_said_to_be_so() {
        for (text, part) in [
            ("", "is not JSON (line 1, column 1)"),
            ("ERROR: SDK.ServerError", "is not JSON"),
            ("{}", "holds no facts"),
            (r#"{"Vpcs": 1}"#, "holds no facts"),
            (r#"{"Code": "Forbidden.RAM", "Message": "…"}"#, "holds the error Forbidden.RAM"),
            (r#"{"clusters": [{"cluster_id": "c1"}, {}]}"#, "entry 2 of facts.json has no cluster_id"),
        ] {
            let error = read(&[text]).unwrap_err();
            assert!(error.contains(part) && error.contains("DescribeVSwitches"), "{text}: {error}");
        }
    }

    #[test]
    fn what_is_missing_is_named() {
        use crate::{Linter, Options, Reason};
        let request = r#"{"vpcid": "vpc-2zeik9h3ahvv2zz95c0ab", "service_cidr": "172.21.0.0/20"}"#;
        let mut linter = Linter::new();
        let mut reasons = |request: &str, facts: Option<&str>| {
            let facts = facts.map(|text| Facts::read([("facts.json", text.as_bytes())]).unwrap());
            linter.set_facts(facts);
            linter.check(request.as_bytes(), &Options::default());
            let of = linter.undecided().into_iter().find(|u| u.rule == "service-cidr-overlaps-vpc");
            of.map(|undecided| undecided.reasons)
        };
        let needs_vpcs = Some(vec![Reason::Facts("vpcs".to_owned())]);
        let vpc =
            |id: &str| format!(r#"{{"Vpcs": {{"Vpc": [{{"VpcId": "{id}", "CidrBlock": "10.0.0.0/8"}}]}}}}"#);
        assert_eq!(reasons(request, None), needs_vpcs);
        assert_eq!(reasons(request, Some(&vpc("vpc-2zeik9h3ahvv2zz95c0cd"))), needs_vpcs, "another VPC");
        assert_eq!(reasons(request, Some(&vpc("vpc-2zeik9h3ahvv2zz95c0ab"))), None);
        let hole = request.replace("vpc-2zeik9h3ahvv2zz95c0ab", "${VPC}");
        let pointers = |reasons: Option<Vec<Reason>>| match reasons.as_deref() {
            Some([Reason::Value { pointer, .. }]) => pointer.clone(),
            other => format!("{other:?}"),
        };
        assert_eq!(pointers(reasons(&hole, Some(&vpc("vpc-2zeik9h3ahvv2zz95c0ab")))), "/vpcid");
        assert_eq!(reasons(r#"{"vpcid": "vpc-2zeik9h3ahvv2zz95c0ab"}"#, None), needs_vpcs, "the default");
        assert_eq!(reasons("{}", None), None, "without a VPC there is nothing to know");
    }
}
