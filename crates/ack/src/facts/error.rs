//! What is wrong with a file of facts.

use acklint_document::push_decimal;
use acklint_engine::finding::Lang;
use std::fmt;

/// A file that is no answer of the command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactsError {
    /// Name of the file.
    pub file: String,
    pub(super) problem: Problem,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Problem {
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
        let number = |n: u64| {
            let mut text = String::new();
            push_decimal(&mut text, n);
            text
        };
        let (first, second) = match &self.problem {
            Problem::NotJson { line, column } => (number(u64::from(*line)), number(u64::from(*column))),
            Problem::Refused(code) => (code.clone(), String::new()),
            Problem::OtherShape => Default::default(),
            Problem::NoId { row, member } => (number(*row as u64), (*member).to_owned()),
        };
        let zh = lang == Lang::Zh;
        let parts: [&str; 6] = match &self.problem {
            Problem::NotJson { .. } if zh => {
                [file, " 不是合法的 JSON（第 ", &first, " 行第 ", &second, " 列）；"]
            }
            Problem::NotJson { .. } => [file, " is not JSON (line ", &first, ", column ", &second, "); "],
            Problem::Refused(_) if zh => [file, " 中是错误 ", &first, "，不是查询结果；", "", ""],
            Problem::Refused(_) => [file, " holds the error ", &first, ", not an answer; ", "", ""],
            Problem::OtherShape if zh => [file, " 中没有可用的信息；", "", "", "", ""],
            Problem::OtherShape => [file, " holds no facts; ", "", "", "", ""],
            Problem::NoId { .. } if zh => [file, " 的第 ", &first, " 项没有 ", &second, "；"],
            Problem::NoId { .. } => ["entry ", &first, " of ", file, " has no ", &[&second, "; "].concat()],
        };
        [&parts.concat(), expected].concat()
    }
}

impl fmt::Display for FactsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for FactsError {}
