//! `--fix` and `--diff`.

mod common;

use common::{Folder, good, sample};

#[test]
fn the_sample_becomes_strict_json() {
    let folder = Folder::new();
    folder.file("create.json", sample());
    let said = folder.run(&["check", "create.json", "--fix", "--format", "concise"]);
    assert!(said.out.contains(" fixed; 2 errors, "), "{}", said.out);
    assert_eq!(
        said.out.matches("error[both-login-methods]").count(),
        2,
        "choosing is the writer's: {}",
        said.out
    );
    let fixed = folder.read("create.json");
    let value: serde_json::Value = serde_json::from_str(&fixed).expect("strict JSON");
    assert_eq!(value["keep_instance_name"], true);
    assert!(
        !fixed.contains("//") && fixed.contains("    \"runtime\":{\n        \"name\":\"docker\","),
        "{fixed}"
    );
    let again = folder.run(&["check", "create.json", "--fix", "--format", "concise"]);
    assert_eq!(folder.read("create.json"), fixed, "nothing is left to do");
    assert!(!again.out.contains("fixed"), "{}", again.out);
}

#[test]
fn comments_and_layout_stay_where_they_may() {
    let folder = Folder::new();
    let text = "{\n\t// first\n\t\"master_count\": \"3\", /* odd */\n\t\"node_cidr_mask\":   26\n}\n";
    folder.file("a.jsonc", text);
    let said = folder.run(&["check", "a.jsonc", "--fix", "--format", "concise"]);
    assert!(said.out.contains("2 fixed"), "{}", said.out);
    assert_eq!(folder.read("a.jsonc"), text.replace("\"3\"", "3").replace("26", "\"26\""));
}

#[test]
fn a_fix_that_makes_room_for_another_is_followed_by_it() {
    let folder = Folder::new();
    folder.file("a.json", good().replace("\n}", ",,\n}").replace("\"count\": 3", "'count': '3'"));
    let said = folder.run(&["check", "a.json", "--fix"]);
    assert_eq!(said.code, 0, "{said:?}");
    let value: serde_json::Value = serde_json::from_str(&folder.read("a.json")).expect("strict JSON");
    assert_eq!(value["nodepools"][0]["count"], 3);
}

#[test]
fn standard_input_comes_out_fixed() {
    let folder = Folder::new();
    let said = folder.run_with(&["check", "-", "--fix"], b"{ \"master_count\": \"3\" }", &[]);
    assert_eq!(said.out, "{ \"master_count\": 3 }");
    assert!(said.err.contains("missing-field") || said.err.contains("fixed"), "{}", said.err);
    let unchanged = folder.run_with(&["check", "--fix"], good().as_bytes(), &[]);
    assert_eq!((unchanged.code, unchanged.out.as_str()), (0, good()));
}

#[test]
fn quotes_inside_a_string_get_their_backslashes() {
    let folder = Folder::new();
    let addons = r#"[{ "name": "logtail-ds", "config": "{\"IngressDashboardEnabled\": true}" }]"#;
    folder.file("a.json", format!("{{ \"addons\": {addons}, \"master_count\": “3” }}"));
    folder.run(&["check", "a.json", "--fix"]);
    let value: serde_json::Value = serde_json::from_str(&folder.read("a.json")).expect("strict JSON");
    assert_eq!(value["master_count"], 3);
    assert_eq!(value["addons"][0]["config"], r#"{"IngressDashboardEnabled": "true"}"#);
}

#[test]
fn a_diff_changes_nothing() {
    let folder = Folder::new();
    folder.file("a.json", "{\n  \"master_count\": \"3\",\n  \"login_password\": \"S3cret!x\"\n}\n");
    let said = folder.run(&["check", "a.json", "--diff"]);
    assert_eq!(said.code, 1);
    assert!(said.out.starts_with("--- a.json\n+++ a.json\n@@ -1,4 +1,4 @@\n"), "{}", said.out);
    assert!(said.out.contains("-  \"master_count\": \"3\",\n+  \"master_count\": 3,\n"), "{}", said.out);
    assert!(said.out.contains("   \"login_password\": \"********\"\n"), "{}", said.out);
    assert_eq!(
        folder.read("a.json"),
        "{\n  \"master_count\": \"3\",\n  \"login_password\": \"S3cret!x\"\n}\n"
    );
}

#[test]
fn choices_stay_with_the_writer() {
    let folder = Folder::new();
    let text = good().replace("172.21.0.0/20", "172.20.16.0/20");
    folder.file("a.json", &text);
    folder.run(&["check", "a.json", "--fix", "--unsafe-fixes"]);
    assert_eq!(folder.read("a.json"), text);
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new();
    folder.file("real/a.json", "{ \"master_count\": \"3\" }");
    let real = folder.path().join("real/a.json");
    std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o640)).expect("permissions");
    symlink("real/a.json", folder.path().join("link.json")).expect("a link");
    folder.run(&["check", "link.json", "--fix"]);
    assert_eq!(folder.read("real/a.json"), "{ \"master_count\": 3 }");
    let link = std::fs::symlink_metadata(folder.path().join("link.json")).expect("the link");
    assert!(link.file_type().is_symlink());
    let mode = std::fs::metadata(&real).expect("the file").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert_eq!(
        std::fs::read_dir(folder.path().join("real")).expect("the folder").count(),
        1,
        "nothing is left over"
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    folder.file("a.json", "{ \"master_count\": \"3\" }");
    std::fs::set_permissions(folder.path().join("a.json"), std::fs::Permissions::from_mode(0o444))
        .expect("permissions");
    let said = folder.run(&["check", "a.json", "--fix"]);
    assert_eq!(said.code, 2);
    assert_eq!(said.err, "error: cannot write a.json: permission denied\n");
    assert_eq!(folder.read("a.json"), "{ \"master_count\": \"3\" }");
}

#[test]
fn a_fix_that_would_bring_up_an_error_is_left_out() {
    let folder = Folder::new();
    // A number again, it would be one that is not allowed: the writer has to look at it anyway.
    folder.file("a.json", good().replace("\n}", ",\n  \"timeout_mins\": \"0\"\n}"));
    let before = folder.read("a.json");
    assert_ne!(before, good());
    let said = folder.run(&["check", "a.json", "--fix"]);
    assert!(said.out.contains("left out, as another error would show up"), "{}", said.out);
    assert_eq!(folder.read("a.json"), before);
    let said = folder.run(&["check", "a.json", "--fix", "--lang", "zh"]);
    assert!(said.out.contains("处未修复，因为会出现新的错误"), "{}", said.out);
}

#[test]
fn a_text_is_repaired_whatever_that_brings_to_light() {
    let folder = Folder::new();
    for (broken, repaired) in [
        // Once the brace is closed it is certain that fields are missing.
        ("{ \"key_pair\": \"a\", \"count\": 1,, ", "{ \"key_pair\": \"a\", \"count\": 1} "),
        // Left over from a list of requests.
        ("{ \"key_pair\": \"a\" },\n", "{ \"key_pair\": \"a\" }\n"),
        // The value in single quotes is one that is not allowed.
        ("{ 'master_count': 4,, 'key_pair': 'a' }", "{ \"master_count\": 4, \"key_pair\": \"a\" }"),
        // The member stands there twice.
        ("{ \"name\": \"a\" name: \"b\" }", "{ \"name\": \"a\", \"name\": \"b\" }"),
    ] {
        folder.file("a.json", broken);
        let said = folder.run(&["check", "a.json", "--fix", "--format", "concise"]);
        assert_eq!(folder.read("a.json"), repaired);
        assert!(!said.out.contains("left out") && !said.out.contains("syntax-error"), "{}", said.out);
        assert_eq!(said.code, 1, "{}", said.out);
        folder.run(&["check", "a.json", "--fix"]);
        assert_eq!(folder.read("a.json"), repaired, "nothing is left to do");
    }
}
