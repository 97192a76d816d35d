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
        let expected = match lang {
            Lang::En => {
                "expected the unchanged JSON output of aliyun vpc DescribeVpcs, aliyun vpc DescribeVSwitches or aliyun cs DescribeClustersV1"
            }
            Lang::Zh => {
                "应为 aliyun vpc DescribeVpcs、aliyun vpc DescribeVSwitches 或 aliyun cs DescribeClustersV1 的原始 JSON 输出"
            }
        };
        let (en, zh) = match self.problem {
            Problem::NotJson { .. } => {
                ("{0} is not JSON (line {1}, column {2}); ", "{0} 不是合法的 JSON（第 {1} 行第 {2} 列）；")
            }
            Problem::Refused(_) => {
                ("{0} holds the error {1}, not an answer; ", "{0} 中是错误 {1}，不是查询结果；")
            }
            Problem::OtherShape => ("{0} holds no facts; ", "{0} 中没有可用的信息；"),
            Problem::NoId { .. } => ("entry {1} of {0} has no {2}; ", "{0} 的第 {1} 项没有 {2}；"),
        };
        let mut rest = if lang == Lang::Zh { zh } else { en };
        let mut out = String::new();
        while let Some((before, hole)) = rest.split_once('{') {
            out.push_str(before);
            self.fill(hole.as_bytes().first().copied().unwrap_or_default(), &mut out);
            rest = hole.get("0}".len()..).unwrap_or_default();
        }
        out.push_str(rest);
        out.push_str(expected);
        out
    }

    /// What stands for a hole of the message: the file, or one of the two values of the problem.
    fn fill(&self, hole: u8, out: &mut String) {
        match (&self.problem, hole) {
            (_, b'0') => out.push_str(&self.file),
            (Problem::NotJson { line, .. }, b'1') => push_decimal(out, u64::from(*line)),
            (Problem::NotJson { column, .. }, _) => push_decimal(out, u64::from(*column)),
            (Problem::NoId { row, .. }, b'1') => push_decimal(out, *row as u64),
            (Problem::NoId { member, .. }, _) => out.push_str(member),
            (Problem::Refused(code), _) => out.push_str(code),
            (Problem::OtherShape, _) => {}
        }
    }
}

impl fmt::Display for FactsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for FactsError {}
