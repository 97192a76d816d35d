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
    tables: [Table; ANSWERS.len()],
    json: String,
}

impl Default for Facts {
    fn default() -> Self {
        Self { tables: Default::default(), json: String::from("{}") }
    }
}

impl Facts {
    /// Reads answers of `aliyun vpc DescribeVpcs`, `aliyun vpc DescribeVSwitches` and
    /// `aliyun cs DescribeClustersV1`, each with the name of its file. They are told apart by their shape; pages of
    /// one answer may be in several files, in any order, and what is there twice counts once.
    ///
    /// # Errors
    /// The first file that is none of these answers.
    pub fn read<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> Result<Self, FactsError> {
        let mut facts = Self::default();
        for (name, bytes) in files {
            facts.take(name, &Document::parse_bytes(bytes))?;
        }
        facts.write();
        Ok(facts)
    }

    /// Adds one more answer, from the file `name`.
    ///
    /// # Errors
    /// It is none; then nothing is added.
    pub fn add(&mut self, name: &str, doc: &Document) -> Result<(), FactsError> {
        self.take(name, doc)?;
        self.write();
        Ok(())
    }

    fn take(&mut self, name: &str, doc: &Document) -> Result<(), FactsError> {
        self.fill(doc).map_err(|problem| FactsError { file: name.to_owned(), problem })
    }

    /// Adds an answer to the table it fills.
    fn fill(&mut self, doc: &Document) -> Result<(), Problem> {
        if let Some(defect) = doc.defects().first() {
            let place = doc.lines().position(defect.span.start);
            return Err(Problem::NotJson { line: place.line, column: place.column });
        }
        for (table, kind) in self.tables.iter_mut().zip(&ANSWERS) {
            let rows = at(doc, NodeId::ROOT, kind.rows);
            if let Some(rows) = rows.filter(|rows| doc.kind(*rows) == Kind::Array) {
                return table.add(kind, doc, rows);
            }
        }
        let code = doc.get(NodeId::ROOT, "Code").or_else(|| doc.get(NodeId::ROOT, "code"));
        Err(match code.and_then(|code| doc.string(code)) {
            Some(code) => Problem::Refused(code.chars().take(60).filter(|c| !c.is_control()).collect()),
            None => Problem::OtherShape,
        })
    }

    /// The facts in the form rules look at.
    pub fn json(&self) -> &str {
        &self.json
    }

    fn write(&mut self) {
        self.json.clear();
        self.json.push('{');
        let mut comma = "";
        for (table, kind) in self.tables.iter().zip(&ANSWERS).filter(|(table, _)| table.known) {
            self.json.extend([std::mem::replace(&mut comma, ", "), "\"", kind.table, "\": ["]);
            table.write(&mut self.json);
            self.json.push(']');
        }
        self.json.push('}');
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
    members: &'static [Member],
}

/// Where a member of a row comes from.
struct Member {
    name: &'static str,
    /// Texts; the first of these that is not empty.
    from: Way,
    /// To a list of more of them; without it, the member is one text.
    more: Way,
}

impl Member {
    const fn text(name: &'static str, from: Way) -> Self {
        Self { name, from, more: &[] }
    }
}

const ANSWERS: [AnswerKind; 3] = [
    AnswerKind {
        table: "clusters",
        rows: &["clusters"],
        total: &["page_info", "total_count"],
        id: "cluster_id",
        members: &[
            Member::text("name", &["name"]),
            Member::text("vpc", &["vpc_id"]),
            // Earlier versions of the answer know the Pod block as the cluster's subnet.
            Member::text("pod_cidr", &["container_cidr", "subnet_cidr"]),
            Member::text("service_cidr", &["service_cidr"]),
        ],
    },
    AnswerKind {
        table: "vpcs",
        rows: &["Vpcs", "Vpc"],
        total: &["TotalCount"],
        id: "VpcId",
        members: &[Member {
            name: "cidrs",
            from: &["CidrBlock"],
            more: &["SecondaryCidrBlocks", "SecondaryCidrBlock"],
        }],
    },
    AnswerKind {
        table: "vswitches",
        rows: &["VSwitches", "VSwitch"],
        total: &["TotalCount"],
        id: "VSwitchId",
        members: &[
            Member::text("vpc", &["VpcId"]),
            Member::text("cidr", &["CidrBlock"]),
            Member::text("zone", &["ZoneId"]),
        ],
    },
];

impl Member {
    /// The value as JSON.
    fn json(&self, doc: &Document, row: NodeId) -> Option<String> {
        let mut json = None;
        for name in self.from {
            if json.as_deref().is_none_or(|text| text == "\"\"") {
                json = member(doc, row, name).or(json);
            }
        }
        let mut json = json?;
        if !self.more.is_empty() {
            json = ["[", &json].concat();
            if let Some(more) = at(doc, row, self.more) {
                for text in doc.children(more).filter_map(|item| text(doc, item)) {
                    json.extend([", ", &text]);
                }
            }
            json.push(']');
        }
        Some(json)
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

/// Rows of one kind, from all files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Table {
    /// Whether an answer fills it.
    known: bool,
    /// Ordered by their ids, which may repeat.
    rows: Vec<Row>,
    /// Numbers of rows of answers of which there are pages.
    totals: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    json: String,
    /// Up to where it tells the id.
    id: usize,
    /// How many rows the answer has of which it is on a page; none, if all of them are there.
    total: usize,
}

impl Table {
    /// Adds the rows of an answer; none, if one has no id.
    fn add(&mut self, kind: &AnswerKind, doc: &Document, rows: NodeId) -> Result<(), Problem> {
        let mut page = vec![];
        for (index, row) in doc.children(rows).enumerate() {
            let Some(id) = member(doc, row, kind.id) else {
                return Err(Problem::NoId { row: index + 1, member: kind.id });
            };
            let mut json = ["{\"id\": ", &id].concat();
            let id = json.len();
            for member in kind.members {
                if let Some(value) = member.json(doc, row) {
                    json.extend([", \"", member.name, "\": ", &value]);
                }
            }
            json.push('}');
            page.push(Row { id, json, total: 0 });
        }
        sort(&mut page);
        self.known = true;
        let total = at(doc, NodeId::ROOT, kind.total).and_then(|total| doc.integer(total));
        let total = total.and_then(|total| usize::try_from(total).ok()).unwrap_or(0);
        if total > distinct(&page, 0) {
            for row in &mut page {
                row.total = total;
            }
            self.totals.push(total);
        }
        self.rows.extend(page);
        sort(&mut self.rows);
        Ok(())
    }

    /// The rows, each once, ordered by their ids.
    fn write(&self, out: &mut String) {
        let mut last = "";
        let mut comma = "";
        for row in &self.rows {
            if std::mem::replace(&mut last, row.id()) != row.id() {
                out.extend([std::mem::replace(&mut comma, ", "), &row.json]);
            }
        }
        if self.totals.iter().any(|total| distinct(&self.rows, *total) < *total) {
            // A row of which nothing is known stands for those on missing pages.
            out.extend([comma, "{}"]);
        }
    }
}

impl Row {
    fn id(&self) -> &str {
        self.json.get(..self.id).unwrap_or_default()
    }
}

/// By their ids: of those with one id, the first stays the first.
fn sort(rows: &mut [Row]) {
    rows.sort_by(|one, other| one.id().cmp(other.id()));
}

/// How many ids the rows with this total have, ordered as they are.
fn distinct(rows: &[Row], total: usize) -> usize {
    let mut last = "";
    let here = rows.iter().filter(|row| row.total == total);
    here.filter(|row| std::mem::replace(&mut last, row.id()) != row.id()).count()
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
