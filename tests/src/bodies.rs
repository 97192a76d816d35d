//! A stream of varied legal bodies, so that no benchmark measures how well a processor learns one document.

use serde_json::{Map, Value, json};

/// A small generator of numbers, the same everywhere (xorshift64*).
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// Starts from a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % limit.max(1)
    }

    /// One of several.
    ///
    /// # Panics
    /// If there are none.
    pub fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len() as u64) as usize]
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    fn id(&mut self, prefix: &str) -> String {
        let tail: String = (0..20).map(|_| char::from(self.of(b"abcdefghjkmnpqrstuvw0123456789"))).collect();
        format!("{prefix}{tail}")
    }
}

/// `count` bodies, minified: about 4 KB each, flannel and terway, prepaid and not, one to three node pools.
pub fn bodies(count: usize) -> Vec<String> {
    let mut random = Random::new(1);
    (0..count).map(|_| body(&mut random).to_string()).collect()
}

fn body(r: &mut Random) -> Value {
    let mut b = Map::new();
    let mut set = |key: &str, value: Value| {
        b.insert(key.to_owned(), value);
    };
    let terway = r.chance(40);
    set("name", json!(format!("{}-{}", r.of(&["集群", "cluster", "生产环境", "demo"]), r.below(10_000))));
    set("region_id", json!(r.of(&["cn-beijing", "cn-hangzhou", "cn-zhangjiakou", "ap-southeast-1"])));
    set("cluster_type", json!("Kubernetes"));
    set("kubernetes_version", json!(r.of(&["1.18.8-aliyun.1", "1.20.11-aliyun.1", "1.22.3-aliyun.1"])));
    set("runtime", json!({ "name": "containerd", "version": "1.4.8" }));
    set("resource_group_id", json!(r.id("rg-")));
    set("vpcid", json!(r.id("vpc-")));
    set("service_cidr", json!(format!("172.21.{}.0/20", r.below(16) * 16)));
    set("snat_entry", json!(r.chance(50)));
    set("endpoint_public_access", json!(r.chance(50)));
    set("load_balancer_spec", json!(r.of(&["slb.s1.small", "slb.s2.small", "slb.s3.large"])));
    set("ssh_flags", json!(true));
    set("timezone", json!(r.of(&["Asia/Shanghai", "Asia/Singapore", "UTC", "Europe/Berlin"])));
    set("proxy_mode", json!(r.of(&["ipvs", "iptables"])));
    set("enable_rrsa", json!(r.chance(50)));
    set(
        "tags",
        json!([{ "key": "env", "value": "prod" }, { "key": format!("team-{}", r.below(99)), "value": "" }]),
    );
    set("cluster_domain", json!("cluster.local"));
    set("custom_san", json!("cs.aliyuncs.com,10.0.0.1"));
    set("service_account_issuer", json!("kubernetes.default.svc"));
    set("api_audiences", json!("kubernetes.default.svc"));
    set("disable_rollback", json!(true));
    set("timeout_mins", json!(60 + r.below(60)));
    set("deletion_protection", json!(r.chance(50)));
    set("node_name_mode", json!("customized,aliyun,5,test"));
    set("cloud_monitor_flags", json!(true));
    if terway {
        set("pod_vswitch_ids", json!([r.id("vsw-"), r.id("vsw-")]));
        set("is_enterprise_security_group", json!(true));
    } else {
        set("container_cidr", json!(format!("172.{}.0.0/16", 22 + r.below(8))));
        set("node_cidr_mask", json!(r.of(&["24", "25", "26"])));
        set("security_group_id", json!(r.id("sg-")));
        set("is_enterprise_security_group", json!(false));
    }
    masters(r, &mut set);
    set("addons", addons(terway));
    let pools: Vec<Value> = (0..=r.below(3)).map(|n| pool(r, n)).collect();
    set("nodepools", json!(pools));
    Value::Object(b)
}

fn masters(r: &mut Random, set: &mut impl FnMut(&str, Value)) {
    let count = r.of(&[3usize, 5]);
    set("master_count", json!(count));
    set("master_vswitch_ids", json!((0..count).map(|_| r.id("vsw-")).collect::<Vec<_>>()));
    set("master_instance_types", json!(vec!["ecs.g6.xlarge"; count]));
    set("master_system_disk_category", json!("cloud_essd"));
    set("master_system_disk_size", json!(40 + r.below(400)));
    set("master_system_disk_performance_level", json!("PL1"));
    set("master_system_disk_snapshot_policy_id", json!(r.id("sp-")));
    set("os_type", json!("Linux"));
    set("image_type", json!("CentOS"));
    if r.chance(50) {
        set("master_instance_charge_type", json!("PrePaid"));
        set("master_period_unit", json!("Month"));
        set("master_period", json!(r.of(&[1, 2, 3, 6, 12])));
        set("master_auto_renew", json!(true));
        set("master_auto_renew_period", json!(1));
    } else {
        set("master_instance_charge_type", json!("PostPaid"));
    }
    if r.chance(50) {
        set("key_pair", json!("security-key"));
    } else {
        set("login_password", json!(format!("Passw0rd!{}", r.below(1000))));
    }
}

fn addons(terway: bool) -> Value {
    let network = if terway { "terway-eniip" } else { "flannel" };
    json!([
        { "name": network, "config": "" },
        { "name": "arms-prometheus" },
        { "name": "csi-plugin" },
        { "name": "csi-provisioner" },
        { "name": "logtail-ds", "config": "{\"IngressDashboardEnabled\":\"true\",\"sls_project_name\":\"k8s-log-demo\"}" },
        { "name": "ack-node-problem-detector", "config": "{\"sls_project_name\":\"\"}" },
        { "name": "nginx-ingress-controller", "config": "{\"IngressSlbNetworkType\":\"internet\"}" },
    ])
}

fn pool(r: &mut Random, number: u64) -> Value {
    let scaling = r.chance(40);
    let mut group = json!({
        "data_disks": [{ "category": "cloud_ssd", "size": 40 + r.below(1000), "encrypted": "true",
            "auto_snapshot_policy_id": r.id("sp-") }],
        "instance_types": ["ecs.g6.2xlarge", "ecs.c6.2xlarge"],
        "key_pair": "np-key",
        "scaling_policy": "release",
        "security_group_ids": [r.id("sg-")],
        "system_disk_category": "cloud_efficiency",
        "system_disk_size": 120,
        "tags": [{ "key": "node", "value": format!("v{}", r.below(100)) }],
        "vswitch_ids": [r.id("vsw-"), r.id("vsw-")],
        "internet_charge_type": "PayByTraffic",
        "internet_max_bandwidth_out": 5,
    });
    if r.chance(30) {
        group["instance_charge_type"] = json!("PrePaid");
        group["period"] = json!(1);
        group["period_unit"] = json!("Month");
        group["auto_renew"] = json!(true);
        group["auto_renew_period"] = json!(1);
    } else {
        group["instance_charge_type"] = json!("PostPaid");
        group["spot_strategy"] = json!("SpotWithPriceLimit");
        group["spot_price_limit"] = json!([{ "instance_type": "ecs.c6.2xlarge", "price_limit": "0.39" }]);
        group["multi_az_policy"] = json!("COST_OPTIMIZED");
        group["on_demand_base_capacity"] = json!(r.below(10));
        group["on_demand_percentage_above_base_capacity"] = json!(20);
        group["spot_instance_pools"] = json!(5);
    }
    let mut pool = json!({
        "kubernetes_config": { "cms_enabled": true, "cpu_policy": "none",
            "labels": [{ "key": "env", "value": "prod" }, { "key": "app.kubernetes.io/name", "value": "demo" }],
            "runtime": "containerd", "runtime_version": "1.4.8",
            "taints": [{ "key": "key", "value": "value", "effect": "NoSchedule" }],
            "user_data": "dGhpcyBpcyBhIGV4YW1wbGU=" },
        "nodepool_info": { "name": format!("pool-{number}") },
        "scaling_group": group,
        "tee_config": { "tee_enable": false },
        "management": { "enable": true, "auto_repair": true,
            "upgrade_config": { "auto_upgrade": false, "surge": 1, "max_unavailable": 1 } },
    });
    if scaling {
        pool["auto_scaling"] =
            json!({ "enable": true, "max_instances": 10, "min_instances": 1, "type": "cpu" });
    } else {
        pool["count"] = json!(1 + r.below(5));
    }
    pool
}
