//! Words for the faults of a text, in both languages.

use crate::finding::Lang;
use acklint_document::DefectKind;

/// What is said of a fault of the text: message, help, title of the fix, label of the second place. What there is
/// nothing to say about is empty.
pub(super) fn defect_wording(kind: DefectKind, lang: Lang) -> [&'static str; 4] {
    let mut texts = match lang {
        Lang::En => english(kind),
        Lang::Zh => chinese(kind),
    };
    let mut parts = [""; 4];
    for part in &mut parts {
        (*part, texts) = texts.split_once('|').unwrap_or((texts, ""));
    }
    parts
}

/// The four, with a bar between them.
#[rustfmt::skip] // one line per kind of fault
fn english(kind: DefectKind) -> &'static str {
    use DefectKind as D;
    match kind {
        D::Empty => "there is no request here|write one JSON object: { … }",
        D::MissingComma => "a comma is missing after this value|insert a comma|Insert `,`",
        D::ExtraComma => "there is a comma too many|remove it|Remove the comma",
        D::TrailingComma => "JSON allows no comma before a closing bracket|remove it|Remove the comma",
        D::MissingColon => "a colon is missing between the name and its value|write `:` here|Write `:`",
        D::MissingKey => "a value in an object needs a name|write \"name\": before it|Remove the value",
        D::MissingValue => "this field has no value|write its value, or remove the field|Remove the field",
        D::UnquotedKey => "field names need double quotes|put the name in double quotes|Add the quotes",
        D::UnquotedString => "texts need double quotes|put the text in double quotes|Add the quotes",
        D::SingleQuotes => "JSON knows double quotes only|use double quotes|Use double quotes",
        D::ForeignWord => "JSON writes `true`, `false` and `null`, in lower case|use the JSON word|Use the JSON word",
        D::BadNumber => "this is not a JSON number|write plain digits, such as 3 or 0.5|Write a JSON number",
        D::BadEscape => "this backslash begins no JSON escape|write `\\\\` for a backslash; escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX|Double the backslash",
        D::ControlCharacter => "line breaks and control characters inside a text must be escaped|write \\n, \\t or \\uXXXX|Escape the character",
        D::UnterminatedString => "this text has no closing quote|close it with a double quote|Add the closing quote|it begins here",
        D::UnterminatedComment => "this comment is never closed|close it with `*/`|Close the comment",
        D::HashComment => "JSON has no comments, `#` begins none|remove it|Remove the comment",
        D::UnescapedQuotes => "the quotes inside this text end it too early|write `\\\"` for each quote inside: the value is JSON within a string|Escape the inner quotes",
        D::UnclosedObject => "this object is never closed|close it with `}`|Insert `}`|the object begins here",
        D::UnclosedArray => "this list is never closed|close it with `]`|Insert `]`|the list begins here",
        D::WrongCloser => "this bracket closes another kind than was opened|use the bracket that matches|Use the matching bracket|opened here",
        D::ExtraCloser => "this bracket closes nothing|remove it|Remove the bracket",
        D::StrayText => "this text belongs to no field|remove it|Remove the text",
        D::TextBefore => "there is text before the request body|keep the JSON body only, without a request line or headers|Remove the text",
        D::TextAfter => "there is text after the request body|remove it|Remove the text",
        D::FullWidthPunctuation => "this is a full-width or typographic character where JSON needs a plain one|type it with the English keyboard|Use the plain character",
        D::TemplateHole => "this template hole is not filled in|fill it in before sending; check a template with --allow-placeholders",
        D::InvalidUtf8 => "the request is not UTF-8 from here on|save the file as UTF-8",
        D::Utf16 => "the request is UTF-16; the API takes UTF-8|save the file as UTF-8",
        D::ByteOrderMark => "the request begins with an invisible byte-order mark|save the file as UTF-8 without a byte-order mark|Remove the mark",
        D::TooDeep => "brackets are nested deeper than 128 levels|a request needs 8 levels at most",
        D::TooLarge => "the request is too large to be read|a request is a few kilobytes",
        _ => "this is not valid JSON||Repair",
    }
}

/// The same in Chinese.
#[rustfmt::skip]
fn chinese(kind: DefectKind) -> &'static str {
    use DefectKind as D;
    match kind {
        D::Empty => "这里没有请求内容|请写入一个 JSON 对象：{ … }",
        D::MissingComma => "此值之后缺少逗号|补上逗号|插入 `,`",
        D::ExtraComma => "多了一个逗号|删除该逗号|删除逗号",
        D::TrailingComma => "JSON 不允许右括号前有逗号|删除该逗号|删除逗号",
        D::MissingColon => "字段名与值之间缺少冒号|在此写 `:`|写入 `:`",
        D::MissingKey => "对象中的值缺少字段名|在值前写 \"字段名\":|删除该值",
        D::MissingValue => "该字段没有值|填写值，或删除该字段|删除该字段",
        D::UnquotedKey => "字段名需要双引号|为字段名加上双引号|加上双引号",
        D::UnquotedString => "字符串需要双引号|为字符串加上双引号|加上双引号",
        D::SingleQuotes => "JSON 只使用双引号|改用双引号|改为双引号",
        D::ForeignWord => "JSON 使用小写的 `true`、`false`、`null`|改为 JSON 的写法|改为 JSON 的写法",
        D::BadNumber => "这不是 JSON 数字|写成普通数字，例如 3 或 0.5|改为 JSON 数字",
        D::BadEscape => "该反斜杠不是 JSON 转义|反斜杠本身写作 `\\\\`；可用的转义有 \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX|写成两个反斜杠",
        D::ControlCharacter => "字符串中的换行和控制字符必须转义|写成 \\n、\\t 或 \\uXXXX|转义该字符",
        D::UnterminatedString => "该字符串缺少结束引号|补上双引号|补上结束引号|字符串从这里开始",
        D::UnterminatedComment => "该注释没有结束|以 `*/` 结束注释|结束注释",
        D::HashComment => "JSON 没有注释，`#` 不能开始注释|删除该注释|删除注释",
        D::UnescapedQuotes => "字符串内部的引号使字符串提前结束|该值是字符串中的 JSON，内部每个引号写作 `\\\"`|转义内部引号",
        D::UnclosedObject => "该对象没有结束|用 `}` 结束对象|插入 `}`|对象从这里开始",
        D::UnclosedArray => "该列表没有结束|用 `]` 结束列表|插入 `]`|列表从这里开始",
        D::WrongCloser => "右括号与左括号不匹配|改为匹配的括号|改为匹配的括号|左括号在这里",
        D::ExtraCloser => "该括号没有对应的左括号|删除该括号|删除括号",
        D::StrayText => "这段文字不属于任何字段|删除这段文字|删除文字",
        D::TextBefore => "请求体之前有多余文字|只保留 JSON 请求体，去掉请求行和请求头|删除文字",
        D::TextAfter => "请求体之后有多余文字|删除多余文字|删除文字",
        D::FullWidthPunctuation => "这里是全角或排版字符，JSON 需要半角字符|切换到英文输入法输入|改为半角字符",
        D::TemplateHole => "模板变量尚未填写|发送前请填写；检查模板文件可使用 --allow-placeholders",
        D::InvalidUtf8 => "从这里开始不是 UTF-8 编码|将文件另存为 UTF-8",
        D::Utf16 => "请求为 UTF-16 编码，API 使用 UTF-8|将文件另存为 UTF-8",
        D::ByteOrderMark => "请求开头有不可见的字节顺序标记（BOM）|将文件另存为不带 BOM 的 UTF-8|删除该标记",
        D::TooDeep => "括号嵌套超过 128 层|请求最多需要 8 层",
        D::TooLarge => "请求过大，无法读取|一个请求通常只有几 KB",
        _ => "这不是合法的 JSON||修复",
    }
}
