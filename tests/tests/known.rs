//! Lists of known values: each says where it is from and when, none of them turns down a value that some public
//! document gives, and what a list that ages does not have is never an error.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test that cannot go on says so

use acklint::{Findings, Level, Linter, Options};
use acklint_tests::path;
use serde_json::{Map, Value};

/// A field, by its pointer.
type Field = &'static str;

/// Values that the API pages, the SDK or the Terraform provider give for a field, and what must be set beside them.
const LEGAL: &[(Field, &str, &str)] = &[
    ("/cluster_type", r#"["Kubernetes"]"#, "{}"),
    (
        "/region_id",
        r#"["cn-beijing", "cn-zhangjiakou", "cn-huhehaote", "cn-wulanchabu", "cn-hangzhou", "cn-shanghai",
        "cn-shenzhen", "cn-heyuan", "cn-chengdu", "cn-nanjing", "cn-hongkong", "ap-northeast-1", "ap-south-1",
        "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-5", "eu-central-1", "eu-west-1",
        "us-east-1", "us-west-1", "me-east-1", "cn-hangzhou-finance-1", "cn-shanghai-finance-2",
        "cn-shenzhen-finance-1", "cn-north-2-gov-1"]"#,
        "{}",
    ),
    ("/runtime/name", r#"["containerd", "docker", "Sandboxed-Container.runv"]"#, "{}"),
    (
        "/load_balancer_spec",
        r#"["slb.s1.small", "slb.s2.small", "slb.s2.medium", "slb.s3.small", "slb.s3.medium", "slb.s3.large"]"#,
        "{}",
    ),
    ("/timezone", r#"["Asia/Shanghai", "UTC", "Etc/GMT-8", "America/New_York"]"#, "{}"),
    ("/proxy_mode", r#"["iptables", "ipvs"]"#, "{}"),
    ("/proxy_mode", r#"["nftables"]"#, r#"{"/kubernetes_version": "1.35.0-aliyun.1"}"#),
    (
        "/image_type",
        r#"["CentOS", "Alibaba Cloud Linux", "Alibaba Cloud Linux Qboot", "Alibaba Cloud LinuxUEFI",
        "Alibaba Cloud Linux3", "Alibaba Cloud Linux3Arm64", "ContainerOS", "AliyunLinux", "AliyunLinux Qboot",
        "AliyunLinuxUEFI", "AliyunLinux3", "AliyunLinux3Arm64", "AliyunLinux3ContainerOptimized",
        "AliyunLinuxSecurity", "AliyunLinux3Security", "Ubuntu", "Custom", "AliyunLinux4ContainerOptimized"]"#,
        "{}",
    ),
    ("/image_type", r#"["Windows", "WindowsCore"]"#, r#"{"/os_type": "Windows"}"#),
    ("/os_type", r#"["Linux", "Windows"]"#, "{}"),
    ("/master_count", "[3]", "{}"),
    ("/master_system_disk_category", r#"["cloud_efficiency", "cloud_ssd", "cloud_essd"]"#, "{}"),
    (
        "/master_system_disk_performance_level",
        r#"["PL0", "PL1", "PL2"]"#,
        r#"{"/master_system_disk_category": "cloud_essd", "/master_system_disk_size": 500}"#,
    ),
    ("/master_instance_charge_type", r#"["PostPaid", "PrePaid"]"#, MASTERS_PREPAID),
    ("/master_period_unit", r#"["Month"]"#, MASTERS_PREPAID),
    ("/master_period", "[1, 2, 3, 6, 12, 24, 36, 48, 60]", MASTERS_PREPAID),
    ("/master_auto_renew_period", "[1, 2, 3, 6, 12]", MASTERS_PREPAID),
    ("/nodepools/0/auto_scaling/type", r#"["cpu", "gpu", "gpushare", "spot"]"#, SCALED),
    (
        "/nodepools/0/auto_scaling/eip_internet_charge_type",
        r#"["PayByBandwidth", "PayByTraffic"]"#,
        r#"{"/nodepools/0/auto_scaling": {"enable": true, "min_instances": 1, "max_instances": 9, "is_bond_eip": true}}"#,
    ),
    ("/nodepools/0/kubernetes_config/cpu_policy", r#"["static", "none"]"#, "{}"),
    (
        "/nodepools/0/kubernetes_config/runtime",
        r#"["containerd", "docker", "Sandboxed-Container.runv"]"#,
        "{}",
    ),
    (
        "/nodepools/0/kubernetes_config/taints/0/effect",
        r#"["NoSchedule", "NoExecute", "PreferNoSchedule"]"#,
        r#"{"/nodepools/0/kubernetes_config": {"taints": [{"key": "dedicated", "value": "gpu"}]}}"#,
    ),
    ("/nodepools/0/nodepool_info/type", r#"["ess"]"#, "{}"),
    (
        "/nodepools/0/scaling_group/image_type",
        r#"["AliyunLinux", "AliyunLinux3", "AliyunLinux3Arm64", "AliyunLinuxUEFI", "CentOS", "ContainerOS",
        "AliyunLinux Qboot"]"#,
        "{}",
    ),
    (
        "/nodepools/0/scaling_group/image_type",
        r#"["Windows", "WindowsCore"]"#,
        r#"{"/os_type": "Windows", "/nodepools/0/scaling_group/login_password": "Lint-2024-xk", "/nodepools/0/scaling_group/key_pair": null}"#,
    ),
    ("/nodepools/0/scaling_group/platform", r#"["CentOS", "AliyunLinux", "Windows", "WindowsCore"]"#, "{}"),
    (
        "/nodepools/0/scaling_group/system_disk_category",
        r#"["cloud_efficiency", "cloud_ssd", "cloud_essd", "cloud_auto", "cloud_essd_entry"]"#,
        "{}",
    ),
    (
        "/nodepools/0/scaling_group/data_disks/0/category",
        r#"["cloud", "cloud_efficiency", "cloud_ssd", "cloud_essd", "cloud_auto", "cloud_essd_entry",
        "elastic_ephemeral_disk_premium", "elastic_ephemeral_disk_standard"]"#,
        r#"{"/nodepools/0/scaling_group/data_disks": [{"size": 200}]}"#,
    ),
    (
        "/nodepools/0/scaling_group/data_disks/0/performance_level",
        r#"["PL0", "PL1", "PL2", "PL3"]"#,
        r#"{"/nodepools/0/scaling_group/data_disks": [{"category": "cloud_essd", "size": 1500}]}"#,
    ),
    (
        "/nodepools/0/scaling_group/data_disks/0/encrypted",
        r#"["true", "false"]"#,
        r#"{"/nodepools/0/scaling_group/data_disks": [{"category": "cloud_essd", "size": 200}]}"#,
    ),
    ("/nodepools/0/scaling_group/instance_charge_type", r#"["PostPaid", "PrePaid"]"#, POOL_PREPAID),
    ("/nodepools/0/scaling_group/period_unit", r#"["Month", "Week"]"#, POOL_PREPAID),
    ("/nodepools/0/scaling_group/period", "[1, 2, 3, 6, 12, 24, 36, 48, 60]", POOL_PREPAID),
    ("/nodepools/0/scaling_group/auto_renew_period", "[1, 2, 3, 6, 12]", POOL_PREPAID),
    ("/nodepools/0/scaling_group/spot_strategy", r#"["NoSpot", "SpotAsPriceGo"]"#, "{}"),
    (
        "/nodepools/0/scaling_group/spot_strategy",
        r#"["SpotWithPriceLimit"]"#,
        r#"{"/nodepools/0/scaling_group/spot_price_limit": [{"instance_type": "ecs.g6.xlarge", "price_limit": "0.39"}]}"#,
    ),
    ("/nodepools/0/scaling_group/scaling_policy", r#"["release", "recycle"]"#, "{}"),
    ("/nodepools/0/scaling_group/multi_az_policy", r#"["PRIORITY", "COST_OPTIMIZED", "BALANCE"]"#, "{}"),
    ("/nodepools/0/scaling_group/internet_charge_type", r#"["PayByBandwidth", "PayByTraffic"]"#, "{}"),
    (
        "/addons/4/name",
        r#"["storage-operator", "loongcollector", "nginx-ingress-controller", "ack-node-problem-detector",
        "arms-prometheus", "alicloud-monitor-controller", "alb-ingress-controller", "ack-node-local-dns",
        "metrics-server", "coredns", "security-inspector", "aliyun-acr-credential-helper", "gatekeeper",
        "ack-arena", "appcenter", "sgx-device-plugin", "sandboxed-container-controller",
        "sandboxed-container-helper", "resource-controller", "migrate-controller", "aliyun-log-controller",
        "workflow-controller", "alicloud-application-controller", "cloud-controller-manager",
        "dedicated-kube-proxy"]"#,
        r#"{"/addons/4": {}}"#,
    ),
    ("/addons/0/name", r#"["flannel", "kube-flannel-ds"]"#, "{}"),
    (
        "/addons/0/name",
        r#"["terway-eniip", "terway-eni", "terway"]"#,
        r#"{"/container_cidr": null, "/pod_vswitch_ids": ["vsw-2ze97jwri7cei0mpw1x3k"]}"#,
    ),
];

const MASTERS_PREPAID: &str = r#"{"/master_instance_charge_type": "PrePaid", "/master_period_unit": "Month",
    "/master_period": 1, "/master_auto_renew_period": 1}"#;
const POOL_PREPAID: &str = r#"{"/nodepools/0/scaling_group/instance_charge_type": "PrePaid",
    "/nodepools/0/scaling_group/period_unit": "Month", "/nodepools/0/scaling_group/period": 1,
    "/nodepools/0/scaling_group/auto_renew_period": 1}"#;
const SCALED: &str =
    r#"{"/nodepools/0/auto_scaling": {"enable": true, "min_instances": 1, "max_instances": 9}}"#;

/// Sets a member or an item, adding the objects on the way to it.
fn set(root: &mut Value, pointer: &str, value: Value) {
    let mut at = root;
    for name in pointer.split('/').skip(1) {
        at = match at {
            Value::Array(items) => {
                let index: usize = name.parse().unwrap();
                items.resize(items.len().max(index + 1), Value::Null);
                &mut items[index]
            }
            other => {
                if other.is_null() {
                    *other = Value::Object(Map::new());
                }
                other.as_object_mut().unwrap().entry(name).or_insert(Value::Null)
            }
        };
    }
    *at = value;
}

fn base() -> Value {
    let text = std::fs::read(path("../rules/ack/baselines/default.json")).unwrap();
    serde_json::from_slice(&text).unwrap()
}

fn findings(request: &Value) -> Findings {
    Linter::new().check(request.to_string().as_bytes(), &Options::default()).clone()
}

#[test]
fn every_list_has_a_date_and_a_source() {
    for list in &acklint::builtin_pack().known {
        let parts: Vec<&str> = list.date.split('-').collect();
        let numbers = parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
        let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        assert!(numbers && lengths == [4, 2, 2], "{}: {}", list.name, list.date);
        assert!(list.source.len() > 10, "{}: {}", list.name, list.source);
        let url = list.url.as_deref().unwrap_or_default();
        assert!(url.starts_with("https://"), "{}: {url}", list.name);
        assert!(!list.values.is_empty(), "{}", list.name);
    }
}

#[test]
fn documented_values_are_known_and_no_error() {
    let mut found = vec![];
    for (field, values, beside) in LEGAL {
        let values: Vec<Value> = serde_json::from_str(values).unwrap();
        let beside: Map<String, Value> = serde_json::from_str(beside).unwrap();
        for value in values {
            let mut request = base();
            for (pointer, value) in beside.clone() {
                set(&mut request, &pointer, value);
            }
            set(&mut request, field, value.clone());
            let wrong = findings(&request);
            let wrong = wrong.iter().filter(|f| f.level == Level::Error || f.rule.starts_with("unknown-"));
            found.extend(wrong.map(|f| format!("{field} {value}: {}: {}", f.rule, f.message)));
        }
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// Regions, systems and add-ons come faster than releases of a linter do.
#[test]
fn what_a_list_that_ages_does_not_have_is_a_warning_and_a_near_miss_gets_a_suggestion() {
    let cases = [
        ("/region_id", "unknown-region", "cn-hangzou", "cn-hangzhou"),
        ("/image_type", "unknown-image-type", "aliyunlinux3", "AliyunLinux3"),
        ("/nodepools/0/scaling_group/image_type", "unknown-image-type", "ContanerOS", "ContainerOS"),
        ("/addons/4/name", "unknown-addon", "cordns", "coredns"),
    ];
    for (field, rule, near, meant) in cases {
        let of = |value: &str| {
            let mut request = base();
            if field.starts_with("/addons/4") {
                set(&mut request, "/addons/4", Value::Object(Map::new()));
            }
            set(&mut request, field, value.into());
            findings(&request)
        };
        let slip = of(near);
        let slip = slip.iter().find(|f| f.rule == rule).unwrap_or_else(|| panic!("{field} {near}"));
        assert_eq!((slip.level, slip.pointer), (Level::Warning, field));
        let help = slip.help.unwrap_or_default();
        assert!(help.contains(meant), "{field}: {help}");
        let later = of("of-a-later-year");
        assert!(later.iter().all(|f| f.level != Level::Error), "{field}: {later:?}");
    }
}
