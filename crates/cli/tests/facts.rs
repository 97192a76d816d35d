//! What is known of the account: `--facts`, `--explain-unknown`, `acklint facts template`.

mod common;

use common::{Folder, good};

const VPCS: &str = r#"{
  "PageNumber": 1, "PageSize": 10, "RequestId": "C6532AA8-D0F7-497F-A8EE-094126D441F5", "TotalCount": 1,
  "Vpcs": { "Vpc": [{ "VpcId": "vpc-2zeik9h3ahvv2zz95c0ab", "RegionId": "cn-beijing", "CidrBlock": "192.168.0.0/16",
    "SecondaryCidrBlocks": { "SecondaryCidrBlock": ["172.20.0.0/20"] }, "Status": "Available" }] }
}"#;

#[test]
fn facts_decide() {
    let folder = Folder::new();
    folder.file("good.json", good()).file("vpcs.json", VPCS);
    let said = folder.run(&["check", "good.json", "--format", "concise", "--facts", "vpcs.json"]);
    assert_eq!(said.code, 1, "{}", said.all());
    assert!(said.out.contains("overlaps 172.20.0.0/20, an address block of vpc-2zeik9h3ahvv2zz95c0ab"));
    let apart = VPCS.replace("172.20.0.0/20", "10.0.0.0/8");
    folder.file("vpcs.json", apart);
    let said = folder.run(&["check", "good.json", "--explain-unknown", "--facts", "vpcs.json"]);
    assert_eq!(said.code, 0, "{}", said.all());
    assert!(!said.out.contains("overlaps-vpc"), "{}", said.out);
    assert!(said.out.contains("  vswitch-not-in-vpc: needs vswitches\n"), "{}", said.out);
    assert!(said.out.contains("aliyun vpc DescribeVSwitches --RegionId cn-beijing"), "{}", said.out);
    assert!(!said.out.contains("DescribeVpcs"), "{}", said.out);
}

#[test]
fn other_files_are_no_facts() {
    let folder = Folder::new();
    folder.file("good.json", good()).file("bad.json", "ERROR: SDK.ServerError");
    for (args, part) in [
        (["check", "good.json", "--facts", "good.json"], "error: good.json holds no facts; expected"),
        (["check", "good.json", "--facts", "bad.json"], "error: bad.json is not JSON (line 1"),
        (["check", "good.json", "--facts", "none.json"], "error: cannot read none.json"),
    ] {
        let said = folder.run(&args);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{args:?}");
        assert!(said.err.starts_with(part), "{}", said.err);
    }
    let said = folder.run(&["check", "good.json", "--facts", "bad.json", "--lang", "zh"]);
    assert!(said.err.starts_with("错误：bad.json 不是合法的 JSON"), "{}", said.err);
}

#[test]
fn json_tells_what_is_not_decided() {
    let folder = Folder::new();
    folder.file("good.json", good().replace("172.20.0.0/16", "XX.XX.0.0/16"));
    let plain = folder.run(&["check", "good.json", "--format", "json"]);
    let told = folder.run(&["check", "good.json", "--format", "json", "--explain-unknown"]);
    assert_eq!((plain.code, told.code, told.err.as_str()), (0, 0, ""));
    assert!(!plain.out.contains("undecided"));
    let json: serde_json::Value = serde_json::from_str(&told.out).unwrap();
    let rules = json["files"][0]["undecided"].as_array().unwrap();
    let needs = |id: &str| &rules.iter().find(|rule| rule["rule"] == id).unwrap()["needs"];
    let facts = &needs("service-cidr-overlaps-vpc")[0];
    assert_eq!((&facts["kind"], &facts["table"]), (&"facts".into(), &"vpcs".into()));
    assert!(facts["command"].as_str().unwrap().starts_with("aliyun vpc DescribeVpcs --RegionId cn-beijing"));
    let value = &needs("pod-service-cidr-overlap")[0];
    assert_eq!((&value["kind"], &value["pointer"]), (&"value".into(), &"/container_cidr".into()));
    assert!(value["span"]["start"]["line"].as_u64().unwrap() > 1);
}

#[test]
fn the_template_is_of_the_request() {
    let folder = Folder::new();
    folder.file("my request.json", good());
    let said = folder.run(&["facts", "template", "my request.json"]);
    assert_eq!(
        said.out,
        "aliyun vpc DescribeVpcs --RegionId cn-beijing --VpcId vpc-2zeik9h3ahvv2zz95c0ab > vpcs.json\n\
         aliyun vpc DescribeVSwitches --RegionId cn-beijing --VpcId vpc-2zeik9h3ahvv2zz95c0ab --PageSize 50 > vswitches.json\n\
         aliyun cs DescribeClustersV1 --region cn-beijing --page_size 50 > clusters.json\n\
         acklint check 'my request.json' --facts vpcs.json --facts vswitches.json --facts clusters.json\n"
    );
    let said = folder.run_with(&["facts", "template"], br#"{"region_id": "x; rm -rf ~"}"#, &[]);
    assert!(said.out.contains("--RegionId 'x; rm -rf ~' --VpcId VPC_ID"), "{}", said.out);
    assert_eq!(folder.run(&["facts", "template", "none.json"]).code, 2);
}
