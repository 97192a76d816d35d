//! Rules and fields, explained for people and programs.

mod book;
mod field;
mod markdown;
mod rule;
mod text;

pub use book::Book;
pub use field::{FieldDoc, RuleRef, Value, ValueList, json as field_json};
pub use markdown::{Links, field as field_markdown, prose, rule as markdown};
pub use rule::{FixDoc, Origin, RuleDoc, RuleEntry, RuleList, RuleText, Sample, Summary, json, list_json};
pub use text::{field as field_text, list, text};

use crate::words;
use acklint_engine::finding::Lang;
use std::fmt::Write as _;

/// The headings, in both languages.
#[derive(Clone, Copy)]
enum Part {
    Source,
    Invalid,
    Valid,
    Fix,
    Help,
    Rules,
    Further,
    Members,
    Namesakes,
    Values,
    Fields,
}

const fn heading(part: Part, lang: Lang) -> &'static str {
    match (lang, part) {
        (Lang::En, Part::Source) => "Source",
        (Lang::En, Part::Invalid) => "Wrong",
        (Lang::En, Part::Valid) => "Right",
        (Lang::En, Part::Fix) => "Fix",
        (Lang::En, Part::Help) => "What to do",
        (Lang::En, Part::Rules) => "Rules about it",
        (Lang::En, Part::Further) => "Rules it has a say in",
        (Lang::En, Part::Members) => "Fields in it",
        (Lang::En, Part::Namesakes) => "Fields of the same name",
        (Lang::En, Part::Values) => "Values",
        (Lang::En, Part::Fields) => "Fields",
        (Lang::Zh, Part::Fields) => "相关字段",
        (Lang::Zh, Part::Source) => "出处",
        (Lang::Zh, Part::Invalid) => "错误示例",
        (Lang::Zh, Part::Valid) => "正确示例",
        (Lang::Zh, Part::Fix) => "修复",
        (Lang::Zh, Part::Help) => "处理办法",
        (Lang::Zh, Part::Rules) => "检查该字段的规则",
        (Lang::Zh, Part::Further) => "受其影响的规则",
        (Lang::Zh, Part::Members) => "下级字段",
        (Lang::Zh, Part::Namesakes) => "同名字段",
        (Lang::Zh, Part::Values) => "取值",
    }
}

/// The page, the row and the date, without the address.
fn origin(source: &Origin, lang: Lang) -> String {
    let (page, comma) = match lang {
        Lang::En => (format!("{} ({})", source.en, source.date), ", "),
        Lang::Zh => (format!("{}（{}）", source.zh, source.date), "，"),
    };
    if source.row.is_empty() { page } else { format!("{page}{comma}{}", source.row) }
}

fn fix(fix: &FixDoc, lang: Lang) -> String {
    let how = words::safety(fix.safety, lang);
    match lang {
        Lang::En => format!("{} ({how})", plain(&fix.en)),
        Lang::Zh => format!("{}（{how}）", plain(&fix.zh)),
    }
}

/// A template without a request to fill it: names stand for themselves, values are left open.
fn plain(template: &str) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, hole)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, behind)) = hole.split_once('}') else {
            rest = hole;
            break;
        };
        // Writing to a string cannot fail.
        let _ = match name {
            "suggestion" | "found" | "min" | "max" | "position" | "character" | "part" | "allowed"
            | "row" => {
                write!(out, "<{name}>")
            }
            _ => match name.strip_prefix('=') {
                Some(value) => write!(out, "<{value}>"),
                None => write!(out, "{name}"),
            },
        };
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// What introduces the facts of an example.
const fn known(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "What is known of the account:",
        Lang::Zh => "账号中已知：",
    }
}

/// Says that an example changes nothing.
const fn unchanged(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "The legal request, unchanged.",
        Lang::Zh => "合法请求，未作改动。",
    }
}

/// Lists longer than this are told by their length.
const MOST_VALUES: usize = 80;

fn too_many(count: usize, path: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{count} values; `acklint explain {path} --format json` lists them"),
        Lang::Zh => format!("共 {count} 个，可用 `acklint explain {path} --format json` 列出"),
    }
}
