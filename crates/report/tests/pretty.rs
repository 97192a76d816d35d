//! What people see, letter by letter.

use acklint_document::{Document, Edit, Span};
use acklint_engine::finding::{Certainty, Finding, Findings, Lang, Level, List, Related, Safety};
use acklint_report::{Look, Source, pretty};

const REQUEST: &str = r#"{
	"cluster_type": "Kubernetes",
	"名称": "测试", "key_pair": "运维", "tags": [],
	"x1": 1,
	"x2": 2,
	"x3": 3,
	"x4": 4,
	"nodepools": [
		{ "login_password": "Sup3rS3cret", "count": 2 }
	]
}
"#;

#[expect(clippy::panic, reason = "a test that is written wrongly")]
fn span(text: &str, part: &str) -> Span {
    let start = text.find(part).unwrap_or_else(|| panic!("{part} is in the text"));
    Span::new(start as u32, (start + part.len()) as u32)
}

fn related<'t>(text: &str, part: &str, message: &'t str) -> Related<'t> {
    Related { pointer: "", span: span(text, part), message }
}

fn finding(text: &str, part: &str) -> Finding<'static> {
    Finding {
        rule: "both-login-methods",
        level: Level::Error,
        certainty: Certainty::Stated,
        pointer: "/nodepools/0/login_password",
        span: span(text, part),
        message: "login_password and key_pair are both set",
        help: Some("keep one of them"),
        url: Some("https://example.com/page"),
        related: List::default(),
        fixes: List::default(),
    }
}

/// One finding with other places and with fixes.
fn with(finding: Finding<'_>, related: &[Related<'_>], fixes: &[(&str, Safety, &[Edit])]) -> Findings {
    let mut findings = Findings::new();
    findings.push(finding);
    for place in related {
        findings.push_related(*place);
    }
    for (title, safety, edits) in fixes {
        findings.push_fix(title, *safety, edits);
    }
    findings
}

fn render(text: &str, findings: &Findings, lang: Lang) -> String {
    let doc = Document::parse(text);
    pretty::findings(&Source::new("create.json", &doc), findings, Look { lang, ..Look::default() })
}

#[test]
fn places_far_apart_share_a_frame() {
    let places = [
        related(REQUEST, "\"运维\"", "key_pair is 运维"),
        related(REQUEST, "\"测试\"", "name"),
        related(REQUEST, "\"Kubernetes\"", "cluster_type is Kubernetes"),
    ];
    let fixes: [(_, _, &[_]); 2] =
        [("Remove key_pair", Safety::Choice, &[Edit::insert(0, "")]), ("Do both", Safety::Unsafe, &[])];
    let one = with(finding(REQUEST, "\"Sup3rS3cret\""), &places, &fixes);
    let expected = "\
error[both-login-methods]: login_password and key_pair are both set
   ╭─[create.json:9:23]
 2 │     \"cluster_type\": \"Kubernetes\",
   ·                     ──────┬─────
   ·                           ╰── cluster_type is Kubernetes
 3 │     \"名称\": \"测试\", \"key_pair\": \"运维\", \"tags\": [],
   ·             ───┬──              ───┬──
   ·                │                   ╰── key_pair is 运维
   ·                ╰── name
   ⋮
 9 │         { \"login_password\": \"********\", \"count\": 2 }
   ·                             ─────┬────
   ·                                  ╰── nodepools[0].login_password
   ╰────
  help: keep one of them
  fix:  Remove key_pair (your choice)
  fix:  Do both (--fix --unsafe-fixes)
  page: https://example.com/page (stated by this page)

";
    let shown = render(REQUEST, &one, Lang::En);
    assert_eq!(shown, expected, "{shown}");
}

#[test]
fn chinese_has_chinese_words() {
    let one = Finding {
        message: "login_password 与 key_pair 同时设置",
        help: Some("二者只保留一个"),
        pointer: "/login_password",
        ..finding(REQUEST, "\"Sup3rS3cret\"")
    };
    let place = related(REQUEST, "\"运维\"", "key_pair 为 运维");
    let one = with(one, &[place], &[("删除 key_pair", Safety::Safe, &[])]);
    let shown = render(REQUEST, &one, Lang::Zh);
    for line in [
        "错误[both-login-methods]：login_password 与 key_pair 同时设置\n",
        "╰── key_pair 为 运维\n",
        "╰── 此处\n",
        "  建议：二者只保留一个\n",
        "  修复：删除 key_pair（--fix）\n",
        "  依据：https://example.com/page（本页明确说明）\n",
    ] {
        assert!(shown.contains(line), "{line}{shown}");
    }
    assert!(!shown.contains("help") && !shown.contains("error["), "{shown}");
}

#[test]
fn many_places_are_few_lines() {
    use std::fmt::Write as _;
    let mut text = "{\n".to_owned();
    for number in 0..60 {
        let _ = writeln!(text, "\"k{number:02}\": {number},\n\n\n\n");
    }
    text.push('}');
    let places: Vec<_> = (1..60).map(|n| related(&text, &format!("\"k{n:02}\""), "another")).collect();
    let one = with(finding(&text, "\"k00\""), &places, &[]);
    let shown = render(&text, &one, Lang::En);
    assert!(shown.lines().count() < 28, "{shown}");
    assert!(shown.contains("note: and 55 more places, lines 27, 32, 37,"), "{shown}");
    assert!(shown.contains(", …\n"), "{shown}");
}

#[test]
fn a_line_of_any_length_fits() {
    let text =
        format!("{{\"a\": \"{}\", \"count\": 7, \"b\": \"{}\"}}", "x".repeat(100_000), "中".repeat(9_000));
    let one = with(finding(&text, "7"), &[related(&text, "\"b\"", "b is long")], &[]);
    let shown = render(&text, &one, Lang::En);
    assert!(shown.lines().all(|line| line.chars().count() < 130), "{shown}");
    assert!(shown.contains("…xxxxxx") && shown.contains("\"count\": 7"), "{shown}");
}

#[test]
fn nothing_from_outside_steers_the_terminal() {
    let text = "{\"a\u{202e}\u{1b}[31m\": \"\u{1b}]0;x\u{7}\", \"b\": 1}";
    let one = Finding {
        message: "a\u{1b}[2J\r\nb",
        help: Some("\u{9b}31m\u{2066}"),
        url: Some("https://x/\u{1b}]8;;y"),
        rule: "r\u{1b}c",
        pointer: "/a\u{1b}[1m/b",
        ..finding(text, "1}")
    };
    let place = related(text, "\"b\"", "\u{1b}[5m blink");
    let one = with(one, &[place], &[("\u{1b}[1mfix", Safety::Safe, &[])]);
    let doc = Document::parse(text);
    let shown = pretty::findings(&Source::new("\u{1b}[7m.json", &doc), &one, Look::default());
    let bad =
        |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c) || c == '\u{2066}';
    assert!(!shown.contains(bad), "{shown:?}");
    assert!(shown.contains("␛[7m.json"), "{shown}");
}

#[test]
fn edges_of_a_text_have_a_frame() {
    for text in ["", "\n", "{", "{\r\n", "[1,\r2", "\t", "\u{feff}{}", "{\"a\": \"中"] {
        let doc = Document::parse(text);
        let source = Source::new("x", &doc);
        for offset in 0..=text.len() as u32 + 1 {
            for end in offset..=text.len() as u32 + 1 {
                let one = Finding { span: Span::new(offset, end), ..finding("x", "x") };
                let one = with(one, &[related("x", "x", "first")], &[]);
                let shown = pretty::findings(&source, &one, Look { color: true, ..Look::default() });
                assert!(shown.contains("╭─") && shown.contains("╰────"), "{text:?} {offset} {shown}");
            }
        }
    }
}

#[test]
fn colours_follow_the_level() {
    let doc = Document::parse(REQUEST);
    let source = Source::new("x", &doc);
    for (level, code) in [(Level::Error, "31"), (Level::Warning, "33"), (Level::Info, "36")] {
        let one = Finding { level, pointer: "/x1", ..finding(REQUEST, "\"x1\"") };
        let shown = pretty::finding(&source, &one, Look { color: true, ..Look::default() });
        assert!(shown.starts_with(&format!("\u{1b}[1;{code}m")), "{shown:?}");
        assert!(shown.contains(&format!("\u{1b}[{code}m    ────")), "{shown:?}");
    }
    let plain = pretty::finding(&source, &finding(REQUEST, "\"x1\""), Look::default());
    assert!(!plain.contains('\u{1b}'));
}
