//! What is wrong with a file of facts.

use acklint_document::{push_decimal, push_replaced};
use acklint_engine::finding::Lang;
use std::fmt;

/// A file that is no answer of the command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactsError {
    /// Name of the file.
    pub file: String,
    pub(super) problem: Problem,
    /// What the message tells of it.
    pub(super) values: [String; 2],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// At a line and column.
    NotJson,
    /// It holds the error of this name.
    Refused,
    OtherShape,
    /// A row of this number has not this member.
    NoId,
}

/// Line and column of a byte, from 1.
pub(super) fn position(text: &str, offset: u32) -> [String; 2] {
    let (mut line, mut column) = (1, 1);
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate().take(offset as usize) {
        match byte {
            // Within a character.
            0x80..=0xBF => {}
            b'\n' => (line, column) = (line + 1, 1),
            b'\r' if bytes.get(at + 1) != Some(&b'\n') => (line, column) = (line + 1, 1),
            _ => column += 1,
        }
    }
    [decimal(line), decimal(column)]
}

pub(super) fn decimal(number: usize) -> String {
    let mut out = String::new();
    push_decimal(&mut out, number as u64);
    out
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
            Problem::NotJson => {
                ("0 is not JSON (line 1, column 2); ", "0 不是合法的 JSON（第 1 行第 2 列）；")
            }
            Problem::Refused => ("0 holds the error 1, not an answer; ", "0 中是错误 1，不是查询结果；"),
            Problem::OtherShape => ("0 holds no facts; ", "0 中没有可用的信息；"),
            Problem::NoId => ("entry 1 of 0 has no 2; ", "0 的第 1 项没有 2；"),
        };
        let mut out = String::new();
        let [one, two] = &self.values;
        // Digits stand for the file and the values.
        push_replaced(&mut out, if lang == Lang::Zh { zh } else { en }, |byte| match byte {
            b'0' => Some(&self.file),
            b'1' => Some(one),
            b'2' => Some(two),
            _ => None,
        });
        out.push_str(expected);
        out
    }
}

impl fmt::Display for FactsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for FactsError {}
