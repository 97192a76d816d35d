//! What is wrong with a file of facts.

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
        let Self { file, problem } = self;
        match lang {
            Lang::En => {
                let wrong = match problem {
                    Problem::NotJson { line, column } => {
                        format!("{file} is not JSON (line {line}, column {column})")
                    }
                    Problem::Refused(code) => format!("{file} holds the error {code}, not an answer"),
                    Problem::OtherShape => format!("{file} holds no facts"),
                    Problem::NoId { row, member } => format!("entry {row} of {file} has no {member}"),
                };
                format!(
                    "{wrong}; expected the unchanged JSON output of aliyun vpc DescribeVpcs, aliyun vpc DescribeVSwitches or aliyun cs DescribeClustersV1"
                )
            }
            Lang::Zh => {
                let wrong = match problem {
                    Problem::NotJson { line, column } => {
                        format!("{file} 不是合法的 JSON（第 {line} 行第 {column} 列）")
                    }
                    Problem::Refused(code) => format!("{file} 中是错误 {code}，不是查询结果"),
                    Problem::OtherShape => format!("{file} 中没有可用的信息"),
                    Problem::NoId { row, member } => format!("{file} 的第 {row} 项没有 {member}"),
                };
                format!(
                    "{wrong}；应为 aliyun vpc DescribeVpcs、aliyun vpc DescribeVSwitches 或 aliyun cs DescribeClustersV1 的原始 JSON 输出"
                )
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
