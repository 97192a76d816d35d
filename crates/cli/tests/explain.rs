//! `acklint explain` on fields, examples with facts, and rules of one's own; `acklint rules`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test says so

mod common;

use common::Folder;
use serde_json::Value;

fn json(folder: &Folder, args: &[&str]) -> Value {
    let said = folder.run(&[args, &["--format", "json"]].concat());
    assert_eq!(said.code, 0, "{args:?}: {}", said.err);
    serde_json::from_str(&said.out).expect("it is JSON")
}

/// Ids in a list of rules.
fn ids(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().filter_map(|rule| rule["id"].as_str()).collect()
}

#[test]
fn a_field_explains_itself() {
    let folder = Folder::new();
    let text = folder.run(&["explain", "service_cidr"]).out;
    assert!(text.starts_with("service_cidr  string · Network\n"), "{text}");
    for part in ["Default", "172.19.0.0/20", "pod-service-cidr-overlap", "https://help.aliyun.com/"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let chinese = folder.run(&["explain", "service_cidr", "--lang", "zh"]).out;
    assert!(chinese.contains("默认值") && chinese.contains("Pod 地址段与 Service 地址段重叠"), "{chinese}");
    let page = folder.run(&["explain", "service_cidr", "--format", "markdown"]).out;
    assert!(page.starts_with("# `service_cidr`\n") && page.contains("- `invalid-cidr` (error)"), "{page}");

    let field = json(&folder, &["explain", "master_system_disk_size"]);
    assert_eq!(field["version"], 1);
    assert_eq!(
        (&field["type"], &field["default"], &field["unit"]),
        (&"integer".into(), &120.into(), &"GiB".into())
    );
    let rules = ids(&field["rules"]);
    assert!(
        rules.starts_with(&["disk-size-out-of-range", "disk-too-small-for-performance-level"]),
        "{rules:?}"
    );
}

#[test]
fn conditions_that_rules_share_are_followed() {
    let folder = Folder::new();
    // Whether the network is Terway's is a shared condition on the add-ons.
    let name = json(&folder, &["explain", "addons[].name"]);
    assert!(ids(&name["depends"]).contains(&"node-cidr-mask-with-terway"), "{}", name["depends"]);
    assert!(ids(&name["rules"]).contains(&"duplicate-addon"));
    // Sites that rename fields are looked through as well.
    let period = json(&folder, &["explain", "nodepools[].scaling_group.period"]);
    assert!(ids(&period["rules"]).contains(&"prepaid-without-period"), "{}", period["rules"]);
}

#[test]
fn a_field_has_many_names() {
    let folder = Folder::new();
    let path = |name: &str| json(&folder, &["explain", name])["path"].as_str().expect("a path").to_owned();
    let disk = "nodepools[].scaling_group.system_disk_size";
    for name in [
        disk,
        "nodepools[*].scaling_group.system_disk_size",
        "nodepools[0].scaling_group.system_disk_size",
        "nodepools.scaling_group.system_disk_size",
        "scaling_group.system_disk_size",
        "system_disk_size",
        "/nodepools/0/scaling_group/system_disk_size",
    ] {
        assert_eq!(path(name), disk, "{name}");
    }
    assert_eq!(path("$.key_pair"), "key_pair");
    assert_eq!(path("/addons/2/config"), "addons[].config");
    assert_eq!(path("vpc_id"), "vpcid", "a name that is taken for it");
    let removed = json(&folder, &["explain", "worker_instance_types"]);
    assert_eq!(removed["replaced_by"], "nodepools[].scaling_group.instance_types");
    assert!(ids(&removed["rules"]).contains(&"removed-field"));
}

#[test]
fn names_that_are_none_are_answered() {
    let folder = Folder::new();
    let said = |name: &str| {
        let said = folder.run(&["explain", name]);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{name}");
        said.err
    };
    assert!(said("containr_cidr").contains("did you mean container_cidr?"));
    assert!(said("invalid_cdir").contains("did you mean invalid-cidr?"));
    assert!(said("system_disc_size").contains("did you mean nodepools[].scaling_group.system_disk_size?"));
    assert!(said("image").contains("there is no rule and no field image"));
    // Facts are no part of a request.
    assert!(said("@.vpcs").contains("no field @.vpcs"));
    let several = said("runtime_version_or_not");
    assert!(!several.contains("several"), "{several}");
    assert!(said("value").contains("several fields are called value: tags[].value, "));
    assert!(said("").contains("there is no rule"));
}

#[test]
fn no_field_page_shows_a_secret() {
    let folder = Folder::new();
    for format in ["text", "json", "markdown"] {
        let said = folder.run(&["explain", "login_password", "--format", format]).out;
        assert!(said.to_lowercase().contains("secret"), "{said}");
        assert!(!said.contains("Hello"), "{said}");
    }
}

#[test]
fn every_field_explains_itself_within_the_width() {
    let folder = Folder::new();
    let schema: Value = serde_json::from_str(include_str!("../../ack/schema.json")).expect("JSON");
    let fields: Vec<&String> = schema["properties"].as_object().expect("fields").keys().collect();
    assert!(fields.len() > 50);
    for lang in ["en", "zh"] {
        for field in fields.iter().step_by(7) {
            let said = folder.run(&["explain", field, "--lang", lang]);
            assert_eq!(said.code, 0, "{field}: {}", said.err);
            let wide = |line: &&str| line.chars().count() > 100 && !line.contains("  error  ");
            assert_eq!(said.out.lines().find(wide), None, "{field}");
        }
    }
}

#[test]
fn examples_come_with_their_facts() {
    let folder = Folder::new();
    let text = folder.run(&["explain", "cidr-overlaps-vswitch"]).out;
    assert!(text.contains("What is known of the account:") && text.contains("\"vswitches\""), "{text}");
    assert!(text.contains("error[cidr-overlaps-vswitch]"), "its examples find something: {text}");
    let rule = json(&folder, &["explain", "cidr-overlaps-vswitch"]);
    assert!(rule["invalid"][0]["facts"].as_str().expect("facts").contains("vswitches"));
    // A text repeated a thousand times stands in the example by a word.
    let large = folder.run(&["explain", "user-data-too-large"]).out;
    assert!(large.contains("error[user-data-too-large]") && large.len() < 20_000, "{large}");
}

const TEAM: &str = r#"
name = "team"

[pages.handbook]
en   = "Handbook"
zh   = "手册"
url  = "https://example.com/handbook"
date = "2026-01-01"

[[rules]]
id        = "name-without-team"
level     = "error"
certainty = "stated"
source    = { page = "handbook", row = "names" }
require   = { matches = { of = "name", regex = "^team-[a-z]+-" } }
text.en   = { summary = "Clusters are named after their team", message = "{name} {=name} does not begin with a team", help = "begin it with team-NAME-", why = "Bills go by the names of clusters." }
text.zh   = { summary = "集群名称以团队名开头", message = "{name} 的值 {=name} 未以团队名开头", help = "以 team-NAME- 开头", why = "账单按集群名称归属。" }

[[rules.invalid]]
json = '{ "name": "shop" }'
at   = "/name"
"#;

#[test]
fn rules_of_ones_own_are_listed_and_explained() {
    let folder = Folder::new();
    folder.file("team.toml", TEAM);
    let list = json(&folder, &["rules", "--rules", "team.toml"]);
    assert!(ids(&list["rules"]).contains(&"team/name-without-team"));
    let text = folder.run(&["explain", "team/name-without-team", "--rules", "team.toml"]).out;
    assert!(
        text.contains("name shop does not begin with a team") && text.contains("Handbook (2026-01-01)"),
        "{text}"
    );
    let name = json(&folder, &["explain", "name", "--rules", "team.toml"]);
    assert!(ids(&name["rules"]).contains(&"team/name-without-team"));

    let without = folder.run(&["explain", "team/name-without-team"]);
    assert_eq!(without.code, 2);
    folder.file("bad.toml", "name = \"team\"\n[[rules]]\nid = 1\n");
    let faulty = folder.run(&["rules", "--rules", "bad.toml"]);
    assert_eq!((faulty.code, faulty.out.as_str()), (2, ""));
    assert!(faulty.err.contains("bad.toml:3"), "{}", faulty.err);
}

#[test]
fn coverage_is_told_sentence_by_sentence() {
    let folder = Folder::new();
    let text = folder.run(&["rules", "--coverage"]).out;
    assert!(text.contains("\ncluster_type\n") && text.contains("190 sentences"), "{text}");
    let wide = text.lines().find(|line| line.chars().count() > 100);
    assert_eq!(wide, None);
    let json = json(&folder, &["rules", "--coverage"]);
    assert_eq!(json["sentences"].as_array().expect("sentences").len(), 190);
}
