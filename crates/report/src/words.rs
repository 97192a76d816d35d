//! The fixed words of the output, in both languages.

use acklint_engine::finding::{Certainty, Lang, Level, Safety};
use acklint_engine::pack::{FieldStatus, FieldType, Section};

/// A level, as people read it.
pub const fn level(level: Level, lang: Lang) -> &'static str {
    match (lang, level) {
        (Lang::En, Level::Error) => "error",
        (Lang::En, Level::Warning) => "warning",
        (Lang::En, Level::Info) => "info",
        (Lang::Zh, Level::Error) => "错误",
        (Lang::Zh, Level::Warning) => "警告",
        (Lang::Zh, Level::Info) => "提示",
    }
}

/// How sure the source of a rule is, as a short phrase.
pub const fn certainty(certainty: Certainty, lang: Lang) -> &'static str {
    match (lang, certainty) {
        (Lang::En, Certainty::Stated) => "stated by this page",
        (Lang::En, Certainty::Implied) => "implied by this page",
        (Lang::En, Certainty::Elsewhere) => "stated elsewhere",
        (Lang::En, Certainty::Disputed) => "sources disagree",
        (Lang::Zh, Certainty::Stated) => "本页明确说明",
        (Lang::Zh, Certainty::Implied) => "由本页推断",
        (Lang::Zh, Certainty::Elsewhere) => "见于其他文档",
        (Lang::Zh, Certainty::Disputed) => "各处说法不一",
    }
}

/// How sure the source of a rule is, in one word.
pub const fn sure(certainty: Certainty, lang: Lang) -> &'static str {
    match (lang, certainty) {
        (Lang::En, Certainty::Stated) => "stated",
        (Lang::En, Certainty::Implied) => "implied",
        (Lang::En, Certainty::Elsewhere) => "elsewhere",
        (Lang::En, Certainty::Disputed) => "disputed",
        (Lang::Zh, Certainty::Stated) => "明确",
        (Lang::Zh, Certainty::Implied) => "推断",
        (Lang::Zh, Certainty::Elsewhere) => "旁证",
        (Lang::Zh, Certainty::Disputed) => "争议",
    }
}

/// How a fix is applied.
pub const fn safety(safety: Safety, lang: Lang) -> &'static str {
    match (lang, safety) {
        (_, Safety::Safe) => "--fix",
        (_, Safety::Unsafe) => "--fix --unsafe-fixes",
        (Lang::En, Safety::Choice) => "your choice",
        (Lang::Zh, Safety::Choice) => "由您选择",
    }
}

/// The words that introduce a line below a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// What to do.
    Help,
    /// What `--fix` can do.
    Fix,
    /// Where it is documented.
    Page,
    /// What was left out.
    Note,
}

/// A word that introduces a line.
pub const fn key(key: Key, lang: Lang) -> &'static str {
    match (lang, key) {
        (Lang::En, Key::Help) => "help",
        (Lang::En, Key::Fix) => "fix",
        (Lang::En, Key::Page) => "page",
        (Lang::En, Key::Note) => "note",
        (Lang::Zh, Key::Help) => "建议",
        (Lang::Zh, Key::Fix) => "修复",
        (Lang::Zh, Key::Page) => "依据",
        (Lang::Zh, Key::Note) => "说明",
    }
}

/// Between a word and what it introduces.
pub const fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ": ",
        Lang::Zh => "：",
    }
}

/// Label of the primary place, where others have one too.
pub const fn here(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "here",
        Lang::Zh => "此处",
    }
}

/// Tells of places that have no room in the frame; `lines` are where they are, and whether that is one line.
pub fn more_places(count: usize, (lines, one): (&str, bool), lang: Lang) -> String {
    let word = if one { "line" } else { "lines" };
    match (lang, count) {
        (Lang::En, 1) => format!("and 1 more place, line {lines}"),
        (Lang::En, n) => format!("and {n} more places, {word} {lines}"),
        (Lang::Zh, n) => format!("另有 {n} 处，位于第 {lines} 行"),
    }
}

/// A topic of rules, as a title; one of a user's own stands for itself.
pub fn topic(topic: &str, lang: Lang) -> &str {
    let (en, zh) = match topic {
        "reading" => ("Reading", "读取"),
        "shape" => ("Shape", "结构"),
        "required" => ("Required fields and ids", "必填字段与 ID"),
        "basic" => ("Basic settings", "基本配置"),
        "network" => ("Network", "网络"),
        "advanced" => ("Advanced options", "高级选项"),
        "master" => ("Master nodes", "Master 节点"),
        "disks" => ("Disks", "磁盘"),
        "billing" => ("Billing", "计费"),
        "login" => ("Login", "登录"),
        "addons" => ("Add-ons", "组件"),
        "nodepools" => ("Node pools", "节点池"),
        _ => return topic,
    };
    if lang == Lang::Zh { zh } else { en }
}

/// A section of the request, as a title.
pub const fn section(section: Section, lang: Lang) -> &'static str {
    match (lang, section) {
        (Lang::En, Section::Basic) => "Basic settings",
        (Lang::En, Section::Network) => "Network",
        (Lang::En, Section::Advanced) => "Advanced options",
        (Lang::En, Section::Master) => "Master nodes",
        (Lang::En, Section::Addons) => "Add-ons",
        (Lang::En, Section::Nodepools) => "Node pools",
        (Lang::En, Section::Facts) => "Facts of the account",
        (Lang::En, Section::Later) => "Fields of later versions",
        (Lang::En, Section::Removed) => "Fields of earlier versions",
        (Lang::Zh, Section::Basic) => "基本配置",
        (Lang::Zh, Section::Network) => "网络",
        (Lang::Zh, Section::Advanced) => "高级选项",
        (Lang::Zh, Section::Master) => "Master 节点",
        (Lang::Zh, Section::Addons) => "组件",
        (Lang::Zh, Section::Nodepools) => "节点池",
        (Lang::Zh, Section::Facts) => "账号信息",
        (Lang::Zh, Section::Later) => "后续版本的字段",
        (Lang::Zh, Section::Removed) => "旧版字段",
    }
}

/// Where a field is documented, if not in the request syntax of the page.
pub const fn status(status: FieldStatus, lang: Lang) -> Option<&'static str> {
    match (lang, status) {
        (_, FieldStatus::Current) => None,
        (Lang::En, FieldStatus::Sample) => Some("only in the sample of the page"),
        (Lang::En, FieldStatus::Later) => Some("only in later versions of the operation"),
        (Lang::En, FieldStatus::Removed) => Some("of an earlier version, replaced"),
        (Lang::Zh, FieldStatus::Sample) => Some("仅见于页面示例"),
        (Lang::Zh, FieldStatus::Later) => Some("仅见于后续版本"),
        (Lang::Zh, FieldStatus::Removed) => Some("旧版字段，已被替代"),
    }
}

/// A type in words.
pub fn field_type(of: FieldType, items: Option<FieldType>, embedded: bool, lang: Lang) -> String {
    match (lang, items) {
        (Lang::En, Some(items)) => format!("list of {}", kind(items, lang, true)),
        (Lang::Zh, Some(items)) => format!("{}列表", kind(items, lang, true)),
        (Lang::En, None) if embedded => "string that holds JSON".to_owned(),
        (Lang::Zh, None) if embedded => "字符串，内容为 JSON".to_owned(),
        (_, None) => kind(of, lang, false).to_owned(),
    }
}

const fn kind(of: FieldType, lang: Lang, many: bool) -> &'static str {
    match (lang, of, many) {
        (Lang::En, FieldType::String, false) => "string",
        (Lang::En, FieldType::String, true) => "strings",
        (Lang::En, FieldType::Integer, false) => "whole number",
        (Lang::En, FieldType::Integer, true) => "whole numbers",
        (Lang::En, FieldType::Number, false) => "number",
        (Lang::En, FieldType::Number, true) => "numbers",
        (Lang::En, FieldType::Boolean, false) => "true or false",
        (Lang::En, FieldType::Boolean, true) => "truth values",
        (Lang::En, FieldType::Object, false) => "object",
        (Lang::En, FieldType::Object, true) => "objects",
        (Lang::En, FieldType::Array, false) => "list",
        (Lang::En, FieldType::Array, true) => "lists",
        (Lang::En, FieldType::Map, false) => "object with members of any name",
        (Lang::En, FieldType::Map, true) => "objects with members of any name",
        (Lang::En, FieldType::Any, _) => "anything",
        (Lang::Zh, FieldType::String, _) => "字符串",
        (Lang::Zh, FieldType::Integer, _) => "整数",
        (Lang::Zh, FieldType::Number, _) => "数字",
        (Lang::Zh, FieldType::Boolean, _) => "布尔值",
        (Lang::Zh, FieldType::Object, _) => "对象",
        (Lang::Zh, FieldType::Array, _) => "列表",
        (Lang::Zh, FieldType::Map, _) => "成员名任意的对象",
        (Lang::Zh, FieldType::Any, _) => "任意类型",
    }
}
