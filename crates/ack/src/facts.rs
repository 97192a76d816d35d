//! What is known of the account: answers of the `aliyun` command, as they are, become facts for rules.

mod commands;
mod error;

pub use commands::{FactsCommand, facts_commands, shell_word};
pub use error::FactsError;

use acklint_document::edit::quote_json;
use acklint_document::{Document, Kind, NodeId};
use error::Problem;

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
        let mut tables = ANSWERS.each_ref().map(Table::new);
        for (name, bytes) in files {
            let added = add(&mut tables, &Document::parse_bytes(bytes));
            added.map_err(|problem| FactsError { file: name.to_owned(), problem })?;
        }
        let mut json = String::from("{");
        for table in tables.iter_mut().filter(|table| table.known) {
            comma(&mut json, '{');
            table.write(&mut json);
        }
        json.push('}');
        Ok(Self { json })
    }

    /// The facts in the form rules look at.
    pub fn json(&self) -> &str {
        &self.json
    }
}

/// Members that lead from an object to a value.
type Way = &'static [&'static str];

/// An answer the command gives.
struct AnswerKind {
    /// Table of facts it fills.
    table: &'static str,
    rows: Way,
    /// To the number of rows on all pages.
    total: Way,
    id: &'static str,
    /// Members of a row of facts, as far as the answer has them.
    members: &'static [(&'static str, Source)],
}

/// Where a member of a row comes from.
enum Source {
    /// A text; the first of these that is not empty.
    Text(Way),
    /// A text and the texts of a list, as a list.
    Texts { first: &'static str, more: Way },
}

const ANSWERS: [AnswerKind; 3] = [
    AnswerKind {
        table: "clusters",
        rows: &["clusters"],
        total: &["page_info", "total_count"],
        id: "cluster_id",
        members: &[
            ("name", Source::Text(&["name"])),
            ("vpc", Source::Text(&["vpc_id"])),
            // Earlier versions of the answer know the Pod block as the cluster's subnet.
            ("pod_cidr", Source::Text(&["container_cidr", "subnet_cidr"])),
            ("service_cidr", Source::Text(&["service_cidr"])),
        ],
    },
    AnswerKind {
        table: "vpcs",
        rows: &["Vpcs", "Vpc"],
        total: &["TotalCount"],
        id: "VpcId",
        members: &[(
            "cidrs",
            Source::Texts { first: "CidrBlock", more: &["SecondaryCidrBlocks", "SecondaryCidrBlock"] },
        )],
    },
    AnswerKind {
        table: "vswitches",
        rows: &["VSwitches", "VSwitch"],
        total: &["TotalCount"],
        id: "VSwitchId",
        members: &[
            ("vpc", Source::Text(&["VpcId"])),
            ("cidr", Source::Text(&["CidrBlock"])),
            ("zone", Source::Text(&["ZoneId"])),
        ],
    },
];

impl Source {
    /// The value as JSON.
    fn json(&self, doc: &Document, row: NodeId) -> Option<String> {
        match self {
            Self::Text(names) => {
                let mut empty = None;
                for name in *names {
                    match member(doc, row, name) {
                        Some(text) if text == "\"\"" => empty = Some(text),
                        Some(text) => return Some(text),
                        None => {}
                    }
                }
                empty
            }
            Self::Texts { first, more } => {
                let mut list = ["[", &member(doc, row, first)?].concat();
                if let Some(more) = at(doc, row, more) {
                    for text in doc.children(more).filter_map(|item| text(doc, item)) {
                        list.push_str(", ");
                        list.push_str(&text);
                    }
                }
                list.push(']');
                Some(list)
            }
        }
    }
}

fn at(doc: &Document, node: NodeId, way: Way) -> Option<NodeId> {
    way.iter().try_fold(node, |node, name| doc.get(node, name))
}

/// A text as JSON.
fn text(doc: &Document, node: NodeId) -> Option<String> {
    doc.string(node).map(|text| quote_json(&text))
}

fn member(doc: &Document, node: NodeId, name: &str) -> Option<String> {
    text(doc, doc.get(node, name)?)
}

/// What stands before a part, unless it is the first after `open`.
fn comma(out: &mut String, open: char) {
    if !out.ends_with(open) {
        out.push_str(", ");
    }
}

/// Adds an answer to the table it fills.
fn add(tables: &mut [Table], doc: &Document) -> Result<(), Problem> {
    if let Some(defect) = doc.defects().first() {
        let place = doc.lines().position(defect.span.start);
        return Err(Problem::NotJson { line: place.line, column: place.column });
    }
    for table in tables {
        let rows = at(doc, NodeId::ROOT, table.kind.rows);
        if let Some(rows) = rows.filter(|rows| doc.kind(*rows) == Kind::Array) {
            return table.add(doc, rows);
        }
    }
    let code = doc.get(NodeId::ROOT, "Code").or_else(|| doc.get(NodeId::ROOT, "code"));
    match code.and_then(|code| doc.string(code)) {
        Some(code) => Err(Problem::Refused(code.chars().take(60).filter(|c| !c.is_control()).collect())),
        None => Err(Problem::OtherShape),
    }
}

/// Rows of one kind, from all files.
struct Table {
    kind: &'static AnswerKind,
    /// Whether an answer fills it.
    known: bool,
    rows: Vec<Row>,
    /// Numbers of rows of answers of which there are pages.
    totals: Vec<usize>,
}

struct Row {
    /// As JSON, like the row. Ids may repeat.
    id: String,
    json: String,
    /// How many rows the answer has of which it is on a page; none, if all of them are there.
    total: usize,
}

impl Table {
    fn new(kind: &'static AnswerKind) -> Self {
        Self { kind, known: false, rows: vec![], totals: vec![] }
    }

    fn add(&mut self, doc: &Document, rows: NodeId) -> Result<(), Problem> {
        self.known = true;
        let first = self.rows.len();
        for (index, row) in doc.children(rows).enumerate() {
            let Some(id) = member(doc, row, self.kind.id) else {
                return Err(Problem::NoId { row: index + 1, member: self.kind.id });
            };
            let mut json = ["{\"id\": ", &id].concat();
            for (name, source) in self.kind.members {
                if let Some(value) = source.json(doc, row) {
                    json.extend([", \"", name, "\": ", &value]);
                }
            }
            json.push('}');
            self.rows.push(Row { id, json, total: 0 });
        }
        let here = self.rows.get_mut(first..).unwrap_or_default();
        sort(here);
        let total = at(doc, NodeId::ROOT, self.kind.total).and_then(|total| doc.integer(total));
        let total = total.and_then(|total| usize::try_from(total).ok()).unwrap_or(0);
        if total > distinct(here, 0) {
            for row in here {
                row.total = total;
            }
            self.totals.push(total);
        }
        Ok(())
    }

    /// The rows as a member of an object, ordered by their ids.
    fn write(&mut self, out: &mut String) {
        sort(&mut self.rows);
        let missing = self.totals.iter().any(|total| distinct(&self.rows, *total) < *total);
        out.extend(["\"", self.kind.table, "\": ["]);
        // The sort is stable: of rows with one id, the first stays.
        self.rows.dedup_by(|later, first| later.id == first.id);
        for row in &self.rows {
            comma(out, '[');
            out.push_str(&row.json);
        }
        if missing {
            // A row of which nothing is known stands for those on missing pages.
            comma(out, '[');
            out.push_str("{}");
        }
        out.push(']');
    }
}

fn sort(rows: &mut [Row]) {
    rows.sort_by(|a, b| a.id.cmp(&b.id));
}

/// How many ids the rows with this total have, ordered as they are.
fn distinct(rows: &[Row], total: usize) -> usize {
    let mut last = None;
    let mut count = 0;
    for row in rows.iter().filter(|row| row.total == total) {
        count += usize::from(last != Some(&row.id));
        last = Some(&row.id);
    }
    count
}

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
