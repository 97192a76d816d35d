//! Documentation of the findings the engine makes itself: those about the text and about the shape of a request.
//!
//! They need no condition, so they are no rule files; they are listed and explained like any other rule.

use crate::finding::{Certainty, Level};

/// A rule of the engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnRule {
    /// Kebab-case id, as in findings.
    pub id: &'static str,
    /// How bad it is.
    pub level: Level,
    /// How sure the source is.
    pub certainty: Certainty,
    /// `reading` or `shape`.
    pub topic: &'static str,
    /// English: title, and the constraint in full.
    pub en: (&'static str, &'static str),
    /// Chinese: title, and the constraint in full.
    pub zh: (&'static str, &'static str),
    /// A text with the fault; empty if it cannot be shown in a few lines.
    pub example: &'static str,
}

const fn rule(
    id: &'static str,
    level: Level,
    (topic, certainty): (&'static str, Certainty),
    en: (&'static str, &'static str),
    zh: (&'static str, &'static str),
    example: &'static str,
) -> OwnRule {
    OwnRule { id, level, certainty, topic, en, zh, example }
}

const READING: (&str, Certainty) = ("reading", Certainty::Stated);

/// Rules of the engine, in the order of a check.
pub const OWN_RULES: &[OwnRule] = &[
    rule(
        "syntax-error",
        Level::Error,
        READING,
        (
            "The text is not JSON",
            "The API takes JSON and nothing else. Each break of the grammar is one finding at its own place, with a repair where there is only one; the rest of the request is checked all the same.",
        ),
        (
            "文本不是合法的 JSON",
            "API 只接受 JSON。每一处语法错误在其所在位置单独报告，只有一种改法时给出修复，其余内容照常检查。",
        ),
        "{ \"snat_entry\": true \"ssh_flags\": True }",
    ),
    rule(
        "comment-in-json",
        Level::Error,
        READING,
        (
            "The request has comments",
            "JSON has no comments; the API refuses a body that has them. All comments of a request are one finding. Files named .jsonc, and --jsonc, allow them: strip them before sending.",
        ),
        (
            "请求中有注释",
            "JSON 没有注释，带注释的请求体会被拒绝。一个请求中的所有注释合并为一条结果。.jsonc 文件或 --jsonc 允许注释，但发送前需要去掉。",
        ),
        "{\n  \"master_count\": 3 // or 5\n}",
    ),
    rule(
        "trailing-comma",
        Level::Error,
        READING,
        (
            "A comma stands before a closing bracket",
            "JSON puts commas between members and items only. Files named .jsonc, and --jsonc, allow a trailing comma.",
        ),
        ("右括号前有多余逗号", "JSON 只在成员或元素之间使用逗号。.jsonc 文件或 --jsonc 允许行尾逗号。"),
        "{ \"runtime\": { \"name\": \"docker\", } }",
    ),
    rule(
        "duplicate-key",
        Level::Error,
        READING,
        (
            "A field stands twice in one object",
            "Which of two values counts is left open by JSON; most parsers silently take the last one, so half of what was written is lost.",
        ),
        (
            "同一对象中字段重复",
            "JSON 没有规定重复字段取哪个值，多数解析器只取最后一个且不提示，因此一部分内容会丢失。",
        ),
        "{ \"key_pair\": \"a\", \"key_pair\": \"b\" }",
    ),
    rule(
        "not-an-object",
        Level::Error,
        READING,
        (
            "The request body is not an object",
            "The body of the request is one JSON object whose members are the parameters.",
        ),
        ("请求体不是对象", "请求体是一个 JSON 对象，其成员就是各个参数。"),
        "[ { \"name\": \"demo\" } ]",
    ),
    rule(
        "invalid-encoding",
        Level::Error,
        READING,
        (
            "The text is not UTF-8",
            "JSON is exchanged as UTF-8. Files saved as UTF-16 or GBK have to be saved again.",
        ),
        ("文本不是 UTF-8 编码", "JSON 以 UTF-8 编码传输。以 UTF-16 或 GBK 保存的文件需要另存。"),
        "",
    ),
    rule(
        "byte-order-mark",
        Level::Warning,
        READING,
        (
            "The text begins with a byte-order mark",
            "Some editors put an invisible mark in front of UTF-8 texts; JSON does not allow it and many parsers stumble over it.",
        ),
        (
            "文本开头有字节顺序标记",
            "部分编辑器会在 UTF-8 文本开头写入不可见的标记（BOM），JSON 不允许，许多解析器会因此报错。",
        ),
        "",
    ),
    rule(
        "too-deep",
        Level::Error,
        READING,
        (
            "Brackets are nested too deeply",
            "A request needs 8 levels. What is nested deeper than 128 is not read, so that no input can exhaust the checker.",
        ),
        ("括号嵌套过深", "请求最多需要 8 层嵌套，超过 128 层的内容不再读取，以免恶意输入耗尽资源。"),
        "",
    ),
    rule(
        "too-large",
        Level::Error,
        READING,
        (
            "The text is too large",
            "A request is a few kilobytes. Texts over the limit (64 MiB unless set otherwise) are not read.",
        ),
        ("文本过大", "一个请求通常只有几 KB。超过上限（默认 64 MiB）的文本不会读取。"),
        "",
    ),
    rule(
        "too-many-findings",
        Level::Info,
        READING,
        ("There are more findings than are shown", "After 1000 findings the rest is only counted."),
        ("结果数量超过显示上限", "超过 1000 条后，其余结果只计数、不显示。"),
        "",
    ),
    rule(
        "wrong-type",
        Level::Error,
        ("shape", Certainty::Stated),
        (
            "A value has another type than the field",
            "The request syntax gives every field a type: String, Long (a whole number), Boolean, list or object. 3.0 is not a whole number, \"3\" is not a number and 26 is not a string. For master_system_disk_category the page's table says Long and its syntax and sample say String; String it is.",
        ),
        (
            "值的类型与字段不符",
            "请求语法规定了每个字段的类型：String、Long（整数）、Boolean、列表或对象。3.0 不是整数，\"3\" 不是数字，26 不是字符串。master_system_disk_category 在参数表中写作 Long，而语法和示例为 String，以 String 为准。",
        ),
        "{ \"master_count\": \"3\", \"node_cidr_mask\": 26 }",
    ),
    rule(
        "unknown-field",
        Level::Warning,
        ("shape", Certainty::Stated),
        (
            "A field is not part of the request",
            "The name is neither in the request syntax nor in the sample nor among the fields of later versions. The API ignores it, so what it was meant to do does not happen.",
        ),
        (
            "请求中没有该字段",
            "该名称不在请求语法、示例和后续版本的字段中。API 会忽略它，预期的设置不会生效。",
        ),
        "{ \"vpc_id\": \"vpc-2zeik9h3ahvv2zz95c0ab\" }",
    ),
    rule(
        "null-value",
        Level::Warning,
        ("shape", Certainty::Implied),
        (
            "A field is null",
            "A null field counts as not set: its default applies, and if the field is required it is missing.",
        ),
        ("字段为 null", "null 等同于未设置：使用默认值；若为必填字段，则视为缺失。"),
        "{ \"timezone\": null }",
    ),
    rule(
        "removed-field",
        Level::Warning,
        ("shape", Certainty::Elsewhere),
        (
            "A field of an earlier version",
            "Until 2021 worker nodes were described in the body itself; now node pools describe them. The finding names the field that took over.",
        ),
        (
            "旧版接口的字段",
            "2021 年之前 Worker 节点直接写在请求体中，现在由节点池描述。结果会指出替代它的字段。",
        ),
        "{ \"num_of_nodes\": 3 }",
    ),
    rule(
        "placeholder-value",
        Level::Warning,
        ("shape", Certainty::Implied),
        (
            "A value still has to be filled in",
            "Masked values of examples (****, vpc-xxx, XX.XX) and holes of templates (${VPC}, {{ x }}, <vpc-id>, your_…) are no values. Rules about the value stay silent. Check templates with --allow-placeholders.",
        ),
        (
            "值尚未填写",
            "示例中的掩码（****、vpc-xxx、XX.XX）和模板变量（${VPC}、{{ x }}、<vpc-id>、your_…）不是实际的值，与该值有关的规则保持沉默。检查模板文件可使用 --allow-placeholders。",
        ),
        "{ \"vpcid\": \"vpc-2zeik9h3ahvv2zz95****\" }",
    ),
];
