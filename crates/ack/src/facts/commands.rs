//! The commands whose answers are the facts for a request.

use acklint_document::{Document, NodeId};

/// A command that fetches one table of facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactsCommand {
    /// The table: `vpcs`, `vswitches` or `clusters`.
    pub table: &'static str,
    /// The command, for a shell.
    pub command: String,
}

/// The commands that fetch the facts for a request, with its region and VPC filled in.
///
/// ```
/// use acklint::document::Document;
/// let request = Document::parse(r#"{"region_id": "cn-beijing", "vpcid": "vpc-2zeik9h3ahvv2zz95c0ab"}"#);
/// let commands = acklint::facts_commands(&request);
/// assert_eq!(
///     commands[0].command,
///     "aliyun vpc DescribeVpcs --RegionId cn-beijing --VpcId vpc-2zeik9h3ahvv2zz95c0ab"
/// );
/// ```
pub fn facts_commands(request: &Document) -> [FactsCommand; 3] {
    let value = |name: &str, instead: &str| {
        let node = request.get(NodeId::ROOT, name);
        let text = node.and_then(|node| request.string(node)).filter(|text| !text.is_empty());
        shell_word(text.as_deref().unwrap_or(instead))
    };
    let (region, vpc) = (value("region_id", "REGION_ID"), value("vpcid", "VPC_ID"));
    [
        ("vpcs", format!("aliyun vpc DescribeVpcs --RegionId {region} --VpcId {vpc}")),
        (
            "vswitches",
            format!("aliyun vpc DescribeVSwitches --RegionId {region} --VpcId {vpc} --PageSize 50"),
        ),
        ("clusters", format!("aliyun cs DescribeClustersV1 --region {region} --page_size 50")),
    ]
    .map(|(table, command)| FactsCommand { table, command })
}

/// A text as one word of a shell, whatever is in it.
pub fn shell_word(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if text.chars().all(plain) {
        return text.to_owned();
    }
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_request_ends_a_word_of_the_shell() {
        assert_eq!(shell_word("cn-beijing"), "cn-beijing");
        assert_eq!(shell_word("a'; rm -rf ~ #"), r"'a'\''; rm -rf ~ #'");
        assert_eq!(shell_word("${VPC}"), "'${VPC}'");
    }
}
