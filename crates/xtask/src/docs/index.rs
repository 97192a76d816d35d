//! The two pages that list everything.

use super::proofs::Proof;
use super::{SECTIONS, anchor, file};
use acklint_engine::finding::Lang;
use acklint_report::explain::{Book, FieldDoc, RuleDoc, prose};
use acklint_report::words;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// All rules by topic, with what proves each.
pub(super) fn rules(
    rules: &[RuleDoc],
    proofs: &BTreeMap<String, Proof>,
    book: &Book<'_>,
    lang: Lang,
) -> String {
    let mut out = match lang {
        Lang::En => format!(
            "[Fields](fields.md) · [中文](zh/rules.md)\n\n# Rules\n\n{} rules. \
             Behind each stands what proves it: its right and wrong examples, the changes of the rule that an \
             example notices (no other is left: `cargo xtask prove`), and the whole requests of `tests/` in which \
             it speaks. Changes of a condition that rules share count at none of them. Rules about reading and shape belong to the engine and are proved by tests in code.\n",
            rules.len()
        ),
        Lang::Zh => format!(
            "[字段](fields.md) · [English](../rules.md)\n\n# 规则\n\n共 {} 条规则。每条规则后列出其依据：\
             正确与错误示例的数量、能被示例发现的规则改动数（不存在未被发现的改动，见 `cargo xtask prove`），\
             以及 `tests/` 中触发该规则的完整请求数。多条规则共用的条件不计入单条规则的改动数。读取与结构类规则属于引擎，由代码中的测试保证。\n",
            rules.len()
        ),
    };
    let mut topics: Vec<&str> = vec![];
    for rule in rules {
        if !topics.contains(&rule.topic.as_str()) {
            topics.push(&rule.topic);
        }
    }
    let head = match lang {
        Lang::En => "| rule | level | source | fault | right | wrong | changes noticed | requests |",
        Lang::Zh => "| 规则 | 级别 | 依据 | 问题 | 正确示例 | 错误示例 | 可发现的改动 | 完整请求 |",
    };
    for topic in topics {
        let title = words::topic(topic, lang);
        let _ = write!(out, "\n## {title}\n\n{head}\n| --- | --- | --- | --- | --: | --: | --: | --: |\n");
        for rule in rules.iter().filter(|rule| rule.topic == topic) {
            rule_row(&mut out, rule, proofs.get(&rule.id).copied().unwrap_or_default(), lang);
        }
    }
    baselines(&mut out, book, lang);
    out
}

fn rule_row(out: &mut String, rule: &RuleDoc, proof: Proof, lang: Lang) {
    let level = words::level(rule.level, lang);
    let sure = rule.source.as_ref().map_or("", |_| words::sure(rule.certainty, lang));
    let summary = prose(&rule.text(lang).summary);
    let number = |count: usize| if count == 0 { String::new() } else { count.to_string() };
    let _ = writeln!(
        out,
        "| [{id}](rules/{id}.md) | {level} | {sure} | {summary} | {} | {} | {} | {} |",
        number(proof.valid),
        number(proof.invalid),
        number(proof.mutants),
        number(proof.requests),
        id = rule.id,
    );
}

/// The requests that examples start from.
fn baselines(out: &mut String, book: &Book<'_>, lang: Lang) {
    out.push_str(match lang {
        Lang::En => {
            "\n## Legal requests that examples change\n\nAn example is a change of one of these: its members \
             replace those of the request, `null` removes one, and objects in `nodepools` grow out of the first \
             node pool.\n"
        }
        Lang::Zh => {
            "\n## 示例所改动的合法请求\n\n每个示例都是对以下某个请求的改动：其成员替换请求中的同名成员，`null` 表示删除，\
             `nodepools` 中的对象以第一个节点池为基础。\n"
        }
    });
    for (name, text) in book.baselines() {
        let _ = write!(out, "\n### {name}\n\n```json\n{}\n```\n", text.trim());
    }
}

/// All fields by section.
pub(super) fn fields(fields: &[FieldDoc<'_>], lang: Lang) -> String {
    let mut out = match lang {
        Lang::En => format!(
            "[Rules](rules.md) · [中文](zh/fields.md)\n\n# Fields\n\n{} fields that a request may have: those of \
             the page, and those of earlier and later versions of the operation.\n",
            fields.len()
        ),
        Lang::Zh => format!(
            "[规则](rules.md) · [English](../fields.md)\n\n# 字段\n\n请求中可能出现的 {} 个字段：包括页面所列字段，\
             以及旧版和后续版本的字段。\n",
            fields.len()
        ),
    };
    let head = match lang {
        Lang::En => "| field | type | default | meaning | rules |",
        Lang::Zh => "| 字段 | 类型 | 默认值 | 含义 | 规则 |",
    };
    for section in SECTIONS {
        let title = words::section(section, lang);
        let _ = write!(out, "\n## {title}\n\n{head}\n| --- | --- | --- | --- | --: |\n");
        for field in fields.iter().filter(|field| field.section == section) {
            let default = field.default.and_then(|value| serde_json::to_string(value).ok());
            let default = default.map(|value| format!("`{value}`")).unwrap_or_default();
            let count = field.rules.len();
            let _ = writeln!(
                out,
                "| [`{}`](fields/{}.md#{}) | {} | {default} | {} | {} |",
                field.path,
                file(section),
                anchor(field.path),
                field.kind(lang),
                prose(field.meaning(lang)),
                if count == 0 { String::new() } else { count.to_string() },
            );
        }
    }
    out
}
