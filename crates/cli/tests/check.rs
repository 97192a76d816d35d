//! What is checked, and how the program ends.

mod common;

use common::{Folder, good};

const FAULTY: &str = "{ \"master_count\": 3, }";

#[test]
fn the_exit_code_tells_how_it_went() {
    let folder = Folder::new();
    folder.file("good.json", good()).file("bad.json", FAULTY);
    folder.file("warn.json", good().replace("\"vpc-2zeik9h3ahvv2zz95c0ab\"", "\"vpc-****\""));
    for (args, code) in [
        (vec!["check", "good.json"], 0),
        (vec!["check", "bad.json"], 1),
        (vec!["check", "good.json", "bad.json"], 1),
        (vec!["check", "warn.json"], 0),
        (vec!["check", "warn.json", "--fail-on", "warning"], 1),
        (vec!["check", "good.json", "--fail-on", "info"], 0),
        (vec!["check", "missing.json"], 2),
        (vec!["check", "missing.json", "bad.json"], 2),
        (vec!["check", "--no-such-option"], 2),
        (vec!["check", "--format", "xml", "good.json"], 2),
        (vec!["check", "--unsafe-fixes", "good.json"], 2),
        (vec!["check", "--max-size", "many", "good.json"], 2),
        (vec!["check", "--rules", "missing.toml", "good.json"], 2),
        (vec!["explain", "no-such-rule"], 2),
        (vec!["explain", "syntax-error"], 0),
        (vec!["rules"], 0),
        (vec!["--help"], 0),
        (vec![], 2),
    ] {
        let said = folder.run(&args);
        assert_eq!(said.code, code, "{args:?} {said:?}");
    }
}

#[test]
fn an_unreadable_file_does_not_stop_the_others() {
    let folder = Folder::new();
    folder.file("a.json", FAULTY).file("b.json", good());
    let said = folder.run(&["check", "a.json", "missing.json", "b.json", "--format", "concise"]);
    assert_eq!(said.code, 2);
    assert_eq!(said.err, "error: cannot read missing.json: no such file\n");
    assert!(said.out.starts_with("a.json:1:") && said.out.contains(" in 2 files"), "{}", said.out);
    let said = folder.run(&["check", "missing.json", "--lang", "zh"]);
    assert_eq!(said.err, "错误：无法读取 missing.json：文件不存在\n");
    assert_eq!(said.out, "");
}

#[test]
fn folders_are_walked() {
    let folder = Folder::new();
    folder
        .file("in/.gitignore", "out/\n")
        .file("in/a.json", FAULTY)
        .file("in/deep/b.JSONC", "{ // fine\n }")
        .file("in/deep/c.yaml", "{")
        .file("in/out/d.json", "{")
        .file("in/.hidden/e.json", "{");
    let said = folder.run(&["check", "in", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&said.out).expect("it is JSON");
    let files = json["files"].as_array().expect("files");
    let paths: Vec<&str> = files.iter().filter_map(|file| file["path"].as_str()).collect();
    let path = |parts: &[&str]| parts.iter().collect::<std::path::PathBuf>().to_string_lossy().into_owned();
    assert_eq!(paths, [path(&["in", "a.json"]), path(&["in", "deep", "b.JSONC"])]);
    assert!(!said.out.contains("comment-in-json"), "a .jsonc file may have comments");
}

#[test]
fn globs_are_expanded() {
    let folder = Folder::new();
    folder
        .file("x/a.json", good())
        .file("x/b.json", good())
        .file("x/y/c.json", good())
        .file("x/[odd].json", good());
    for (glob, count) in
        [("x/*.json", 3), ("./x/**/*.json", 4), ("x/{a,b}.json", 2), ("x/?.json", 2), ("x/[odd].json", 1)]
    {
        let said = folder.run(&["check", glob]);
        let files = if count == 1 { "1 file\n".to_owned() } else { format!("{count} files\n") };
        assert!(said.code == 0 && said.out.ends_with(&files), "{glob} {said:?}");
    }
    let said = folder.run(&["check", "x/*.yaml", "nowhere/*.json"]);
    assert_eq!(said.code, 2);
    assert_eq!(said.err, "error: no file matches x/*.yaml\nerror: no file matches nowhere/*.json\n");
    assert_eq!(folder.run(&["check", "x/[.json"]).code, 2);
}

#[test]
fn a_folder_without_requests_is_no_success() {
    let folder = Folder::new();
    folder.file("empty/readme.md", "");
    let said = folder.run(&["check", "empty"]);
    assert_eq!((said.code, said.err.as_str()), (2, "error: no *.json or *.jsonc file in empty\n"));
    assert_eq!(said.out, "");
}

#[test]
fn the_same_file_is_checked_once() {
    let folder = Folder::new();
    folder.file("a.json", good());
    assert_eq!(folder.run(&["check", "a.json", "a.json", "*.json"]).out, "no findings in 1 file\n");
}

#[test]
fn standard_input_is_a_request_too() {
    let folder = Folder::new();
    for args in [&["check", "-", "--format", "concise"][..], &["check", "--format", "concise"]] {
        let said = folder.run_with(args, FAULTY.as_bytes(), &[]);
        assert_eq!(said.code, 1);
        assert!(said.out.starts_with("<stdin>:1:"), "{}", said.out);
    }
}

#[test]
fn the_language_comes_from_the_environment() {
    let folder = Folder::new();
    folder.file("a.json", good());
    let clean = |env: &[(&str, &str)]| folder.run_with(&["check", "a.json"], b"", env).out;
    assert_eq!(clean(&[("LANG", "zh_CN.UTF-8")]), "未发现问题（已检查 1 个文件）\n");
    assert_eq!(clean(&[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "en_US.UTF-8")]), "no findings in 1 file\n");
    assert_eq!(clean(&[("LC_MESSAGES", "zh_TW"), ("LC_ALL", "")]), "未发现问题（已检查 1 个文件）\n");
    assert_eq!(clean(&[("LANG", "C")]), "no findings in 1 file\n");
}

#[test]
fn colours_are_for_terminals_and_on_request() {
    let folder = Folder::new();
    folder.file("a.json", FAULTY);
    assert!(!folder.run(&["check", "a.json"]).out.contains('\u{1b}'));
    let always = folder.run_with(&["check", "a.json", "--color", "always"], b"", &[("NO_COLOR", "1")]);
    assert!(always.out.contains('\u{1b}'));
}

#[test]
fn quiet_is_quiet() {
    let folder = Folder::new();
    folder.file("good.json", good()).file("bad.json", FAULTY);
    assert_eq!(folder.run(&["check", "good.json", "-q"]).all(), "");
    let said = folder.run(&["check", "bad.json", "-q", "--format", "concise"]);
    assert!(said.out.lines().all(|line| line.contains(": error[")), "{}", said.out);
    assert_eq!(said.code, 1);
}

#[test]
fn options_reach_the_check() {
    let folder = Folder::new();
    folder.file("a.json", good().replace("\"cluster-demo\"", "\"${NAME}\"").replace("\n}", ", // end\n}"));
    let said = folder.run(&["check", "a.json", "--jsonc", "--allow-placeholders"]);
    assert_eq!(said.out, "no findings in 1 file\n");
    let said = folder.run(&["check", "a.json", "--max-size", "1K", "--format", "concise"]);
    assert!(said.out.contains("too-large") || said.out.contains("comment-in-json"), "{}", said.out);
    let said = folder.run(&["check", "a.json", "--max-size", "100", "--format", "concise"]);
    assert!(said.code == 1 && said.out.starts_with("a.json:1:1: error[too-large]"), "{said:?}");
}

#[test]
fn json_is_one_object_with_everything() {
    let folder = Folder::new();
    folder.file("a.json", "{ \"名\": 1, \"master_count\": \"3\" }");
    let said = folder.run(&["check", "a.json", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&said.out).expect("it is JSON");
    assert_eq!(json["version"], 1);
    assert_eq!(json["files"][0]["path"], "a.json");
    let findings = json["files"][0]["findings"].as_array().expect("findings");
    let wrong = findings.iter().find(|f| f["rule"] == "wrong-type").expect("wrong-type");
    let start = serde_json::json!({ "offset": 28, "line": 1, "column": 27 });
    assert_eq!((&wrong["level"], &wrong["pointer"]), (&"error".into(), &"/master_count".into()));
    assert_eq!(wrong["span"]["start"], start);
    assert_eq!(wrong["fixes"][0]["safety"], "safe");
    assert_eq!(wrong["fixes"][0]["edits"][0]["span"]["start"], start);
    let count = |level: &str| findings.iter().filter(|f| f["level"] == level).count();
    for level in ["error", "warning", "info"] {
        assert_eq!(json["summary"][level], count(level), "{level}");
    }
}

#[test]
fn a_faulty_rule_file_is_shown_with_its_place() {
    let folder = Folder::new();
    folder.file("good.json", good()).file("team.toml", "name = \"team\"\nrule = 3\n");
    let said = folder.run(&["check", "good.json", "--rules", "team.toml"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.contains("error[rule-file]") && said.err.contains("team.toml:2:1"), "{}", said.err);
}

#[test]
fn rules_of_ones_own_join_the_others() {
    let folder = Folder::new();
    folder.file("a.json", good()).file("team.toml", TEAM);
    let said = folder.run(&["check", "a.json", "--rules", "team.toml", "--format", "concise"]);
    assert!(
        said.out.contains("error[team/name-without-team] cluster-demo does not begin with a team"),
        "{said:?}"
    );
    assert_eq!(said.code, 1);
    let said = folder.run(&["check", "a.json", "--rules", "team.toml", "--rules", "team.toml"]);
    assert_ne!(said.code, 0, "{said:?}");
}

const TEAM: &str = r#"
name = "team"

[pages.handbook]
en = "Handbook"
zh = "手册"
url = "https://example.com/handbook"
date = "2026-01-01"

[[rules]]
id = "name-without-team"
level = "error"
certainty = "stated"
source = { page = "handbook", row = "names" }
require = { matches = { of = "name", regex = "^team-" } }

[rules.text.en]
summary = "Clusters are named after their team"
message = "{=name} does not begin with a team"
help = "begin the name with team-"
why = "Bills go by the names of clusters."

[rules.text.zh]
summary = "集群名称以团队名开头"
message = "{=name} 未以团队名开头"
help = "名称以 team- 开头"
why = "账单按集群名称归属。"
"#;

#[test]
fn a_rule_explains_itself() {
    let folder = Folder::new();
    let text = folder.run(&["explain", "both-login-methods"]).out;
    for part in [
        "both-login-methods  error",
        "Source\n",
        "Wrong\n",
        "╭─[example:",
        "Right\n",
        "Fix\n",
        "(your choice)",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let chinese = folder.run(&["explain", "both-login-methods", "--lang", "zh"]).out;
    assert!(chinese.contains("出处\n") && chinese.contains("错误[both-login-methods]："), "{chinese}");
    let markdown = folder.run(&["explain", "both-login-methods", "--format", "markdown"]).out;
    assert!(
        markdown.starts_with("# both-login-methods\n") && markdown.contains("\n## Wrong\n"),
        "{markdown}"
    );
    let json = folder.run(&["explain", "both-login-methods", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!((&json["id"], &json["level"]), (&"both-login-methods".into(), &"error".into()));
    let unknown = folder.run(&["explain", "both_login_method"]);
    assert_eq!(
        unknown.err,
        "error: there is no rule and no field both_login_method; did you mean both-login-methods?\n"
    );
}

/// Ids are a contract: pipelines name them.
#[test]
fn the_list_of_rules_has_every_id_with_its_level() {
    let list = Folder::new().run(&["rules", "--format", "json"]).out;
    let list: serde_json::Value = serde_json::from_str(&list).expect("it is JSON");
    let rules = list["rules"].as_array().expect("rules");
    let table = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/catalogue.tsv");
    let table = std::fs::read_to_string(table).expect("the committed list");
    for (id, level) in table.lines().filter_map(|line| line.split_once('\t')) {
        let rule = rules.iter().find(|rule| rule["id"] == id);
        assert_eq!(rule.map(|rule| &rule["level"]), Some(&level.into()), "{id}");
    }
}

#[test]
fn every_rule_is_listed_and_explained() {
    let folder = Folder::new();
    let list: serde_json::Value =
        serde_json::from_str(&folder.run(&["rules", "--format", "json"]).out).expect("it is JSON");
    let text = folder.run(&["rules"]).out;
    for rule in list["rules"].as_array().expect("rules") {
        let id = rule["id"].as_str().expect("an id");
        assert!(text.contains(id), "{id}");
        for lang in ["en", "zh"] {
            let said = folder.run(&["explain", id, "--lang", lang]);
            assert_eq!(said.code, 0, "{id}");
            assert!(!said.out.contains("{="), "{id} has an open hole: {}", said.out);
        }
    }
}
