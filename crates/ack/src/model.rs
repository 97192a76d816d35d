//! The request as Rust types, one struct per object, every field optional.
//!
//! Made by `cargo xtask bake` from `rules/ack/fields`; changes belong there.

use crate::secret::Secret;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// The body of the request.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct CreateClusterRequest {
    /// Name of the cluster.
    ///
    /// 集群的名称。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "集群的名称", "examples" = ["cluster-demo"])))]
    pub name: Option<String>,
    /// Region the cluster is created in.
    ///
    /// 创建集群的地域。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "创建集群的地域", "examples" = ["cn-qingdao", "cn-beijing", "cn-zhangjiakou", "cn-huhehaote", "cn-wulanchabu", "cn-hangzhou", "cn-shanghai", "cn-nanjing", "cn-fuzhou", "cn-shenzhen", "cn-heyuan", "cn-guangzhou", "cn-chengdu", "cn-zhongwei", "cn-wuhan-lr", "cn-zhengzhou-jva", "cn-hongkong", "cn-heyuan-acdr-1", "cn-wulanchabu-gic-1", "cn-hangzhou-finance", "cn-hangzhou-finance-1", "cn-shanghai-finance-1", "cn-shanghai-finance-2", "cn-shenzhen-finance-1", "cn-beijing-finance-1", "cn-north-2-gov-1", "ap-northeast-1", "ap-northeast-2", "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7", "ap-south-1", "us-east-1", "us-west-1", "us-southeast-1", "na-south-1", "eu-central-1", "eu-west-1", "me-east-1", "me-central-1"])))]
    pub region_id: Option<String>,
    /// Kind of cluster; a dedicated cluster is Kubernetes.
    ///
    /// 集群的种类，专有版为 Kubernetes。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "集群的种类，专有版为 Kubernetes", "enum" = ["Kubernetes", "ManagedKubernetes", "ExternalKubernetes", ""])))]
    pub cluster_type: Option<String>,
    /// Kubernetes version with its ACK build number; the newest one if left out.
    ///
    /// Kubernetes 版本号（含 ACK 构建号），留空则采用最新版本。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Kubernetes 版本号（含 ACK 构建号），留空则采用最新版本", "examples" = ["1.18.8-aliyun.1"])))]
    pub kubernetes_version: Option<String>,
    /// Container runtime of the cluster, given by name and version.
    ///
    /// 集群的容器运行时，由名称和版本组成。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "集群的容器运行时，由名称和版本组成")))]
    pub runtime: Option<Runtime>,
    /// Resource group the cluster is put in.
    ///
    /// 集群归入的资源组。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "集群归入的资源组", "examples" = ["rg-acfm3mkrure7qzy"])))]
    pub resource_group_id: Option<String>,
    /// VPC the cluster lives in; the nodes and vSwitches belong to it.
    ///
    /// 集群所在的 VPC，节点和交换机都在其中。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "集群所在的 VPC，节点和交换机都在其中", "examples" = ["vpc-2zeik9h3ahvv2zz95c0ab"])))]
    pub vpcid: Option<String>,
    /// vSwitches Pods take their addresses from with Terway; at least one in the zone of every node vSwitch.
    ///
    /// Terway 模式下为 Pod 分配地址的交换机，每个节点交换机所在的可用区至少要有一个。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Terway 模式下为 Pod 分配地址的交换机，每个节点交换机所在的可用区至少要有一个")))]
    pub pod_vswitch_ids: Option<Vec<String>>,
    /// Address block Pods take their addresses from with Flannel; left out with Terway.
    ///
    /// Flannel 模式下 Pod 的地址段，Terway 模式下不填。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Flannel 模式下 Pod 的地址段，Terway 模式下不填", "examples" = ["172.20.0.0/16"])))]
    pub container_cidr: Option<String>,
    /// Address block of Services; fixed once the cluster exists.
    ///
    /// Service 的地址段，集群建成后无法更改。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Service 的地址段，集群建成后无法更改", "default" = "172.19.0.0/20", "examples" = ["172.21.0.0/20"])))]
    pub service_cidr: Option<String>,
    /// Mask length of each node's Pod block, as a string; it sets how many Pods a node can hold, with Flannel only.
    ///
    /// 每个节点 Pod 地址段的掩码长度（字符串），决定单个节点可容纳的 Pod 数，仅对 Flannel 有效。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "每个节点 Pod 地址段的掩码长度（字符串），决定单个节点可容纳的 Pod 数，仅对 Flannel 有效", "default" = "26", "examples" = ["25"])))]
    pub node_cidr_mask: Option<String>,
    /// Existing security group all nodes join; in place of a newly created one.
    ///
    /// 全部节点加入的已有安全组，用来代替新建的安全组。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "全部节点加入的已有安全组，用来代替新建的安全组", "examples" = ["sg-bp1bdue0qc1g7k4w2n8e"])))]
    pub security_group_id: Option<String>,
    /// Whether the newly created security group is an advanced one; only when no existing group is given.
    ///
    /// 新建的安全组是否为企业级，仅在未指定已有安全组时有效。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "新建的安全组是否为企业级，仅在未指定已有安全组时有效", "default" = true, "examples" = [true])))]
    pub is_enterprise_security_group: Option<bool>,
    /// Whether a NAT gateway with SNAT rules is created, so that nodes reach the Internet.
    ///
    /// 是否创建 NAT 网关和 SNAT 规则，使节点能够访问公网。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否创建 NAT 网关和 SNAT 规则，使节点能够访问公网", "default" = true, "examples" = [true])))]
    pub snat_entry: Option<bool>,
    /// Whether the API server gets an elastic IP address and is reachable from the Internet.
    ///
    /// 是否为 API Server 绑定弹性公网 IP，使其可从公网访问。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否为 API Server 绑定弹性公网 IP，使其可从公网访问", "default" = true, "examples" = [true])))]
    pub endpoint_public_access: Option<bool>,
    /// Specification of the load balancer in front of the API server.
    ///
    /// API Server 前端负载均衡的规格。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "API Server 前端负载均衡的规格", "default" = "slb.s2.small", "enum" = ["slb.s1.small", "slb.s2.small", "slb.s2.medium", "slb.s3.small", "slb.s3.medium", "slb.s3.large", ""])))]
    pub load_balancer_spec: Option<String>,
    /// Whether the master nodes accept SSH logins from the Internet; without effect on managed clusters.
    ///
    /// 是否允许从公网通过 SSH 登录 Master 节点，对托管版集群无效。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否允许从公网通过 SSH 登录 Master 节点，对托管版集群无效", "default" = false, "examples" = [false])))]
    pub ssh_flags: Option<bool>,
    /// Time zone of the cluster, by its IANA name.
    ///
    /// 集群的时区，采用 IANA 名称。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "集群的时区，采用 IANA 名称")))]
    pub timezone: Option<String>,
    /// Mode in which kube-proxy routes traffic to Services.
    ///
    /// kube-proxy 转发 Service 流量的模式。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "kube-proxy 转发 Service 流量的模式", "default" = "ipvs", "examples" = ["iptables", "ipvs"])))]
    pub proxy_mode: Option<String>,
    /// Whether Pods can take on RAM roles through their service accounts (RRSA).
    ///
    /// Pod 能否通过服务账户扮演 RAM 角色（RRSA）。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Pod 能否通过服务账户扮演 RAM 角色（RRSA）", "examples" = [true])))]
    pub enable_rrsa: Option<bool>,
    /// Tags of the cluster, 20 at most.
    ///
    /// 集群的标签，最多 20 个。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "集群的标签，最多 20 个")))]
    pub tags: Option<Vec<Tag>>,
    /// DNS domain of Services and Pods inside the cluster.
    ///
    /// 集群内部 Service 和 Pod 使用的 DNS 域名。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "集群内部 Service 和 Pod 使用的 DNS 域名", "examples" = ["cluster.local"])))]
    pub cluster_domain: Option<String>,
    /// Further names and IP addresses the certificate of the API server covers, separated by commas.
    ///
    /// API Server 证书额外包含的域名和 IP，以半角逗号隔开。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "API Server 证书额外包含的域名和 IP，以半角逗号隔开", "examples" = ["cs.example.com,203.0.113.10"])))]
    pub custom_san: Option<String>,
    /// Issuer written into service account tokens, their iss claim.
    ///
    /// 服务账户令牌的签发者，即其中的 iss 字段。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "服务账户令牌的签发者，即其中的 iss 字段", "examples" = ["kubernetes.default.svc"])))]
    pub service_account_issuer: Option<String>,
    /// Audiences the API server accepts in tokens, separated by commas.
    ///
    /// API Server 所接受的令牌受众，以半角逗号隔开。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "API Server 所接受的令牌受众，以半角逗号隔开", "examples" = ["kubernetes.default.svc"])))]
    pub api_audiences: Option<String>,
    /// What happens when the creation fails: by the page, true rolls back, although the name says the opposite.
    ///
    /// 创建失败后的处理方式：按文档的说法 true 会回滚，这与字段名的字面意思相反。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "创建失败后的处理方式：按文档的说法 true 会回滚，这与字段名的字面意思相反", "default" = true, "examples" = [true])))]
    pub disable_rollback: Option<bool>,
    /// Time after which the creation counts as failed.
    ///
    /// 创建过程的时限，超过即视为失败。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "创建过程的时限，超过即视为失败", "default" = 60, "x-unit" = "minutes", "examples" = [60])))]
    pub timeout_mins: Option<i64>,
    /// Whether the cluster is shielded from being deleted through the console or the API.
    ///
    /// 是否保护集群，使其无法在控制台或通过 API 删除。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否保护集群，使其无法在控制台或通过 API 删除", "default" = false, "examples" = [true])))]
    pub deletion_protection: Option<bool>,
    /// Pattern of node names, in four parts: customized, a prefix, how much of the IP address is used, a suffix.
    ///
    /// 节点名称的格式，共四段：customized、前缀、IP 地址的取用方式、后缀。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点名称的格式，共四段：customized、前缀、IP 地址的取用方式、后缀", "examples" = ["customized,aliyun,5,test"])))]
    pub node_name_mode: Option<String>,
    /// Whether existing ECS instances keep their names when the cluster takes them in.
    ///
    /// 集群纳入已有 ECS 实例时，是否沿用实例原来的名称。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "集群纳入已有 ECS 实例时，是否沿用实例原来的名称", "default" = true, "examples" = [true])))]
    pub keep_instance_name: Option<bool>,
    /// RDS instances that let the nodes of the cluster connect.
    ///
    /// 允许集群节点连接的 RDS 实例。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "允许集群节点连接的 RDS 实例")))]
    pub rds_instances: Option<Vec<String>>,
    /// Number of master nodes, 3 or 5.
    ///
    /// Master 节点的数量，3 个或 5 个。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Master 节点的数量，3 个或 5 个", "default" = 3, "x-unit" = "nodes", "enum" = [3, 5])))]
    pub master_count: Option<i64>,
    /// Operating system of the nodes, by distribution.
    ///
    /// 节点的操作系统发行版。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点的操作系统发行版", "default" = "CentOS", "examples" = ["CentOS", "AliyunLinux", "AliyunLinux Qboot", "AliyunLinuxUEFI", "AliyunLinux3", "AliyunLinux3Arm64", "ContainerOS", "Windows", "WindowsCore", "Alibaba Cloud Linux", "Alibaba Cloud Linux Qboot", "Alibaba Cloud LinuxUEFI", "Alibaba Cloud Linux3", "Alibaba Cloud Linux3Arm64", "AliyunLinux3ContainerOptimized", "AliyunLinuxSecurity", "AliyunLinux3Security", "AliyunLinux4*", "Ubuntu", "Custom"])))]
    pub image_type: Option<String>,
    /// Custom image of the nodes; it takes the place of the system image.
    ///
    /// 节点使用的自定义镜像，会取代系统镜像。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点使用的自定义镜像，会取代系统镜像", "examples" = ["m-bp16z7xko3vvv8gt5q2h"])))]
    pub image_id: Option<String>,
    /// Operating system family of the nodes.
    ///
    /// 节点操作系统的类别。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点操作系统的类别", "default" = "Linux", "enum" = ["Linux", "Windows", ""])))]
    pub os_type: Option<String>,
    /// vSwitches of the master nodes, one per node; the same one may be given several times.
    ///
    /// Master 节点所在的交换机，每个节点对应一个，可以重复。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Master 节点所在的交换机，每个节点对应一个，可以重复")))]
    pub master_vswitch_ids: Option<Vec<String>>,
    /// ECS instance types of the master nodes, one per node.
    ///
    /// Master 节点的 ECS 实例规格，每个节点对应一个。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Master 节点的 ECS 实例规格，每个节点对应一个")))]
    pub master_instance_types: Option<Vec<String>>,
    /// Category of the system disks of the master nodes; the default differs in some zones.
    ///
    /// Master 节点系统盘的云盘类型，部分可用区的默认值有所不同。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Master 节点系统盘的云盘类型，部分可用区的默认值有所不同", "default" = "cloud_ssd", "enum" = ["cloud_efficiency", "cloud_ssd", "cloud_essd", ""])))]
    pub master_system_disk_category: Option<String>,
    /// Size of the system disk of every master node.
    ///
    /// 每个 Master 节点的系统盘大小。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "每个 Master 节点的系统盘大小", "default" = 120, "x-unit" = "GiB", "examples" = [120])))]
    pub master_system_disk_size: Option<i64>,
    /// Performance level of the system disks of the master nodes; for ESSD disks only.
    ///
    /// Master 节点系统盘的性能级别，仅适用于 ESSD 云盘。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Master 节点系统盘的性能级别，仅适用于 ESSD 云盘", "enum" = ["PL0", "PL1", "PL2", "PL3", ""])))]
    pub master_system_disk_performance_level: Option<String>,
    /// Policy by which snapshots of the system disks of the master nodes are taken.
    ///
    /// Master 节点系统盘的自动快照策略。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Master 节点系统盘的自动快照策略", "examples" = ["sp-2zej1nogjvovnz4z8k3d"])))]
    pub master_system_disk_snapshot_policy_id: Option<String>,
    /// How the master nodes are paid for.
    ///
    /// Master 节点的付费方式。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Master 节点的付费方式", "default" = "PostPaid", "enum" = ["PrePaid", "PostPaid", ""])))]
    pub master_instance_charge_type: Option<String>,
    /// Unit of the subscription length of the master nodes; needed with PrePaid.
    ///
    /// Master 节点包年包月时长的单位，付费方式为 PrePaid 时必填。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Master 节点包年包月时长的单位，付费方式为 PrePaid 时必填", "enum" = ["Month", ""])))]
    pub master_period_unit: Option<String>,
    /// Subscription length of the master nodes; needed with PrePaid, otherwise without effect.
    ///
    /// Master 节点包年包月的时长，付费方式为 PrePaid 时必填，否则不生效。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Master 节点包年包月的时长，付费方式为 PrePaid 时必填，否则不生效", "default" = 1, "x-unit" = "months", "enum" = [1, 2, 3, 6, 12, 24, 36, 48, 60])))]
    pub master_period: Option<i64>,
    /// Whether the subscriptions of the master nodes are renewed when they end; with PrePaid only.
    ///
    /// Master 节点的包年包月到期后是否续费，仅在付费方式为 PrePaid 时有效。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Master 节点的包年包月到期后是否续费，仅在付费方式为 PrePaid 时有效", "default" = true, "examples" = [true])))]
    pub master_auto_renew: Option<bool>,
    /// Time by which each renewal extends the subscriptions of the master nodes; needed with PrePaid.
    ///
    /// Master 节点每次自动续费的时长，付费方式为 PrePaid 时必填。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Master 节点每次自动续费的时长，付费方式为 PrePaid 时必填", "default" = 1, "x-unit" = "months", "enum" = [1, 2, 3, 6, 12])))]
    pub master_auto_renew_period: Option<i64>,
    /// Name of the SSH key pair for the master nodes; given instead of a password.
    ///
    /// 登录 Master 节点所用的 SSH 密钥对名称，与密码选其一。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "登录 Master 节点所用的 SSH 密钥对名称，与密码选其一", "examples" = ["cluster-key"])))]
    pub key_pair: Option<String>,
    /// SSH password of the master nodes; given instead of a key pair.
    ///
    /// 登录 Master 节点所用的 SSH 密码，与密钥对选其一。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "登录 Master 节点所用的 SSH 密码，与密钥对选其一", "writeOnly" = true)))]
    pub login_password: Option<Secret>,
    /// Add-ons installed with the cluster; a network and a storage add-on are needed.
    ///
    /// 随集群安装的组件，网络组件和存储组件不可缺少。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "随集群安装的组件，网络组件和存储组件不可缺少")))]
    pub addons: Option<Vec<Addon>>,
    /// Whether the CloudMonitor agent is installed on the nodes.
    ///
    /// 是否在节点上安装云监控插件。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否在节点上安装云监控插件", "default" = false, "examples" = [true])))]
    pub cloud_monitor_flags: Option<bool>,
    /// Node pools created together with the cluster.
    ///
    /// 与集群一同创建的节点池。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "与集群一同创建的节点池")))]
    pub nodepools: Option<Vec<Nodepool>>,
    /// Edition of a managed cluster: basic, Pro, or a Pro size with reserved capacity.
    ///
    /// 托管版集群的版型：基础版、Pro 版或预留容量的 Pro 规格。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "托管版集群的版型：基础版、Pro 版或预留容量的 Pro 规格", "examples" = ["ack.pro.small"])))]
    pub cluster_spec: Option<String>,
    /// Subtype of a managed cluster, such as Default, Edge or Serverless.
    ///
    /// 托管版集群的子类型，例如 Default、Edge、Serverless。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "托管版集群的子类型，例如 Default、Edge、Serverless", "examples" = ["Default"])))]
    pub profile: Option<String>,
    /// Zone in which a VPC is created for a managed cluster that names none; zone_ids replaces it.
    ///
    /// 未指定 VPC 的托管版集群，在该可用区新建 VPC，后由 zone_ids 取代。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "未指定 VPC 的托管版集群，在该可用区新建 VPC，后由 zone_ids 取代", "examples" = ["cn-beijing-h"])))]
    pub zone_id: Option<String>,
    /// Zones in which a VPC is created for a managed cluster that names none.
    ///
    /// 未指定 VPC 的托管版集群，在这些可用区新建 VPC。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "未指定 VPC 的托管版集群，在这些可用区新建 VPC")))]
    pub zone_ids: Option<Vec<String>>,
    /// IP versions of the cluster network: IPv4 alone, or both.
    ///
    /// 集群网络的 IP 版本：仅 IPv4，或双栈。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "集群网络的 IP 版本：仅 IPv4，或双栈", "examples" = ["ipv4"])))]
    pub ip_stack: Option<String>,
    /// Earlier form of snat_entry.
    ///
    /// snat_entry 的早期写法。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "snat_entry 的早期写法", "examples" = [true])))]
    pub nat_gateway: Option<bool>,
    /// Existing CLB instance in front of the API server, in place of a newly created one.
    ///
    /// API Server 前端已有的 CLB 实例，用来代替新建的实例。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "API Server 前端已有的 CLB 实例，用来代替新建的实例", "examples" = ["lb-2zed62upjkyxoyknd0v4q"])))]
    pub load_balancer_id: Option<String>,
    /// How the CLB instance of the API server is paid for; new ones are pay-as-you-go only since December 2024.
    ///
    /// API Server 所用 CLB 实例的付费方式，2024 年 12 月起新实例只能按量付费。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "API Server 所用 CLB 实例的付费方式，2024 年 12 月起新实例只能按量付费", "enum" = ["PrePaid", "PostPaid", ""])))]
    pub charge_type: Option<String>,
    /// Unit of the subscription length of the CLB instance; not for instances created since December 2024.
    ///
    /// CLB 实例包年包月时长的单位，不适用于 2024 年 12 月起新建的实例。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "CLB 实例包年包月时长的单位，不适用于 2024 年 12 月起新建的实例", "enum" = ["Month", ""])))]
    pub period_unit: Option<String>,
    /// Subscription length of the CLB instance; not for instances created since December 2024.
    ///
    /// CLB 实例包年包月的时长，不适用于 2024 年 12 月起新建的实例。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "CLB 实例包年包月的时长，不适用于 2024 年 12 月起新建的实例", "x-unit" = "months", "enum" = [1, 2, 3, 6, 12, 24, 36, 48, 60])))]
    pub period: Option<i64>,
    /// Whether the subscription of the CLB instance is renewed; not for instances created since December 2024.
    ///
    /// CLB 实例到期后是否续费，不适用于 2024 年 12 月起新建的实例。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "CLB 实例到期后是否续费，不适用于 2024 年 12 月起新建的实例", "examples" = [false])))]
    pub auto_renew: Option<bool>,
    /// Time by which each renewal extends the CLB instance; not for instances created since December 2024.
    ///
    /// CLB 实例每次自动续费的时长，不适用于 2024 年 12 月起新建的实例。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "CLB 实例每次自动续费的时长，不适用于 2024 年 12 月起新建的实例", "x-unit" = "months", "enum" = [1, 2, 3, 6, 12])))]
    pub auto_renew_period: Option<i64>,
    /// Address blocks that may reach the API server of a registered cluster.
    ///
    /// 允许访问注册集群 API Server 的地址段。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "允许访问注册集群 API Server 的地址段")))]
    pub access_control_list: Option<Vec<String>>,
    /// Further names and IP addresses the certificate of the API server covers; follows custom_san.
    ///
    /// API Server 证书额外包含的域名和 IP，是 custom_san 的后继。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "API Server 证书额外包含的域名和 IP，是 custom_san 的后继")))]
    pub extra_sans: Option<Vec<String>>,
    /// KMS key that encrypts Secrets at rest; for Pro clusters.
    ///
    /// 静态加密 Secret 所用的 KMS 密钥，仅用于 Pro 版集群。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "静态加密 Secret 所用的 KMS 密钥，仅用于 Pro 版集群", "examples" = ["key-bjj66c2a4e1z9x7tq3"])))]
    pub encryption_provider_key: Option<String>,
    /// RAM roles for service accounts (RRSA); follows enable_rrsa.
    ///
    /// 服务账户扮演 RAM 角色（RRSA）的配置，是 enable_rrsa 的后继。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "服务账户扮演 RAM 角色（RRSA）的配置，是 enable_rrsa 的后继")))]
    pub rrsa_config: Option<RrsaConfig>,
    /// Whether the operating system of the nodes is hardened by the rules of Alibaba Cloud.
    ///
    /// 是否按阿里云的规则加固节点操作系统。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否按阿里云的规则加固节点操作系统", "examples" = [false])))]
    pub security_hardening_os: Option<bool>,
    /// Whether the nodes are hardened to level 3 of the Chinese MLPS 2.0 standard.
    ///
    /// 是否按等保 2.0 三级要求加固节点。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否按等保 2.0 三级要求加固节点", "examples" = [false])))]
    pub soc_enabled: Option<bool>,
    /// Earlier form of security_hardening_os, by the CIS benchmark.
    ///
    /// security_hardening_os 的早期写法，依据 CIS 基线。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "security_hardening_os 的早期写法，依据 CIS 基线", "examples" = [false])))]
    pub cis_enabled: Option<bool>,
    /// Log service of a serverless cluster.
    ///
    /// Serverless 集群使用的日志服务。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Serverless 集群使用的日志服务", "examples" = ["SLS"])))]
    pub logging_type: Option<String>,
    /// How Services are found in a serverless cluster.
    ///
    /// Serverless 集群的服务发现方式。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Serverless 集群的服务发现方式")))]
    pub service_discovery_types: Option<Vec<String>>,
    /// Control plane components whose logs are collected.
    ///
    /// 采集日志的控制面组件。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "采集日志的控制面组件")))]
    pub controlplane_log_components: Option<Vec<String>>,
    /// Simple Log Service project of the control plane logs; a new one is made if left out.
    ///
    /// 控制面日志所在的日志服务 Project，不填则新建。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "控制面日志所在的日志服务 Project，不填则新建", "examples" = ["k8s-log-demo"])))]
    pub controlplane_log_project: Option<String>,
    /// Time the control plane logs are kept, as a string.
    ///
    /// 控制面日志的保留时长（字符串）。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "控制面日志的保留时长（字符串）", "x-unit" = "days", "examples" = ["30"])))]
    pub controlplane_log_ttl: Option<String>,
    /// Audit log of the cluster.
    ///
    /// 集群的审计日志。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "集群的审计日志")))]
    pub audit_log_config: Option<AuditLogConfig>,
    /// Mode in which ACK runs a managed cluster by itself.
    ///
    /// 由 ACK 自主运维托管版集群的模式。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "由 ACK 自主运维托管版集群的模式")))]
    pub auto_mode: Option<AutoMode>,
    /// Times at which ACK may do upkeep on the cluster.
    ///
    /// 允许 ACK 维护集群的时段。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "允许 ACK 维护集群的时段")))]
    pub maintenance_window: Option<MaintenanceWindow>,
    /// What ACK may do on the cluster by itself.
    ///
    /// ACK 可自主对集群执行的操作。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "ACK 可自主对集群执行的操作")))]
    pub operation_policy: Option<OperationPolicy>,
    /// Control plane nodes of a dedicated cluster; follows the master fields.
    ///
    /// 专有版集群的控制面节点，是 master 系列字段的后继。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "专有版集群的控制面节点，是 master 系列字段的后继")))]
    pub control_plane_config: Option<ControlPlaneConfig>,
    /// Addresses of the API server.
    ///
    /// API Server 的访问端点。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "API Server 的访问端点")))]
    pub control_plane_endpoints_config: Option<ControlPlaneEndpointsConfig>,
    /// Number of worker nodes.
    ///
    /// Worker 节点的数量。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Worker 节点的数量", "x-unit" = "nodes", "deprecated" = true, "examples" = [3])))]
    pub num_of_nodes: Option<i64>,
    /// vSwitches of the nodes of the cluster.
    ///
    /// 集群节点所在的交换机。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "集群节点所在的交换机", "deprecated" = true)))]
    pub vswitch_ids: Option<Vec<String>>,
    /// vSwitches of the worker nodes.
    ///
    /// Worker 节点所在的交换机。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Worker 节点所在的交换机", "deprecated" = true)))]
    pub worker_vswitch_ids: Option<Vec<String>>,
    /// ECS instance types of the worker nodes, the preferred one first.
    ///
    /// Worker 节点的 ECS 实例规格，越靠前越优先。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Worker 节点的 ECS 实例规格，越靠前越优先", "deprecated" = true)))]
    pub worker_instance_types: Option<Vec<String>>,
    /// Category of the system disks of the worker nodes.
    ///
    /// Worker 节点系统盘的云盘类型。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Worker 节点系统盘的云盘类型", "deprecated" = true, "examples" = ["cloud_efficiency", "cloud_ssd", "cloud_essd", "cloud_auto", "cloud_essd_entry"])))]
    pub worker_system_disk_category: Option<String>,
    /// Size of the system disk of every worker node.
    ///
    /// 每个 Worker 节点的系统盘大小。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "每个 Worker 节点的系统盘大小", "x-unit" = "GiB", "deprecated" = true, "examples" = [120])))]
    pub worker_system_disk_size: Option<i64>,
    /// Performance level of the system disks of the worker nodes; for ESSD disks only.
    ///
    /// Worker 节点系统盘的性能级别，仅适用于 ESSD 云盘。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Worker 节点系统盘的性能级别，仅适用于 ESSD 云盘", "deprecated" = true, "enum" = ["PL0", "PL1", "PL2", "PL3", ""])))]
    pub worker_system_disk_performance_level: Option<String>,
    /// Policy by which snapshots of the system disks of the worker nodes are taken.
    ///
    /// Worker 节点系统盘的自动快照策略。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Worker 节点系统盘的自动快照策略", "deprecated" = true, "examples" = ["sp-2zej1nogjvovnz4z8k3d"])))]
    pub worker_system_disk_snapshot_policy_id: Option<String>,
    /// Data disks of every worker node.
    ///
    /// 每个 Worker 节点的数据盘。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "每个 Worker 节点的数据盘", "deprecated" = true)))]
    pub worker_data_disks: Option<Vec<WorkerDataDisk>>,
    /// Whether the worker nodes have a data disk.
    ///
    /// Worker 节点是否带有数据盘。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Worker 节点是否带有数据盘", "deprecated" = true, "examples" = [true])))]
    pub worker_data_disk: Option<bool>,
    /// Category of the data disk of the worker nodes.
    ///
    /// Worker 节点数据盘的云盘类型。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Worker 节点数据盘的云盘类型", "deprecated" = true, "examples" = ["cloud_efficiency", "cloud_ssd", "cloud_essd", "cloud_auto", "cloud_essd_entry", "cloud", "elastic_ephemeral_disk_standard", "elastic_ephemeral_disk_premium"])))]
    pub worker_data_disk_category: Option<String>,
    /// Size of the data disk of every worker node.
    ///
    /// 每个 Worker 节点的数据盘大小。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "每个 Worker 节点的数据盘大小", "x-unit" = "GiB", "deprecated" = true, "examples" = [120])))]
    pub worker_data_disk_size: Option<i64>,
    /// How the worker nodes are paid for.
    ///
    /// Worker 节点的付费方式。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Worker 节点的付费方式", "deprecated" = true, "enum" = ["PrePaid", "PostPaid", ""])))]
    pub worker_instance_charge_type: Option<String>,
    /// Unit of the subscription length of the worker nodes.
    ///
    /// Worker 节点包年包月时长的单位。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Worker 节点包年包月时长的单位", "deprecated" = true, "enum" = ["Month", ""])))]
    pub worker_period_unit: Option<String>,
    /// Subscription length of the worker nodes.
    ///
    /// Worker 节点包年包月的时长。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Worker 节点包年包月的时长", "x-unit" = "months", "deprecated" = true, "enum" = [1, 2, 3, 6, 12, 24, 36, 48, 60])))]
    pub worker_period: Option<i64>,
    /// Whether the subscriptions of the worker nodes are renewed when they end.
    ///
    /// Worker 节点的包年包月到期后是否续费。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Worker 节点的包年包月到期后是否续费", "deprecated" = true, "examples" = [true])))]
    pub worker_auto_renew: Option<bool>,
    /// Time by which each renewal extends the subscriptions of the worker nodes.
    ///
    /// Worker 节点每次自动续费的时长。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Worker 节点每次自动续费的时长", "x-unit" = "months", "deprecated" = true, "enum" = [1, 2, 3, 6, 12])))]
    pub worker_auto_renew_period: Option<i64>,
    /// Existing ECS instances taken in as worker nodes; today they join a node pool after the cluster exists.
    ///
    /// 作为 Worker 节点纳入集群的已有 ECS 实例，如今须在集群建成后加入节点池。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "作为 Worker 节点纳入集群的已有 ECS 实例，如今须在集群建成后加入节点池", "deprecated" = true)))]
    pub instances: Option<Vec<String>>,
    /// Whether containers and images of an existing instance are put on its data disk, which is formatted for it.
    ///
    /// 已有实例的容器和镜像是否存放到数据盘，为此会格式化该盘。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "已有实例的容器和镜像是否存放到数据盘，为此会格式化该盘", "deprecated" = true, "examples" = [false])))]
    pub format_disk: Option<bool>,
    /// How the kubelet of the nodes hands out CPUs.
    ///
    /// 节点上 kubelet 分配 CPU 的策略。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点上 kubelet 分配 CPU 的策略", "deprecated" = true, "enum" = ["none", "static", ""])))]
    pub cpu_policy: Option<String>,
    /// Operating system of the nodes by its older name.
    ///
    /// 节点操作系统的旧式写法。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点操作系统的旧式写法", "deprecated" = true, "examples" = ["CentOS", "AliyunLinux", "Windows", "WindowsCore"])))]
    pub platform: Option<String>,
    /// Script that runs when a node starts, encoded in Base64.
    ///
    /// 节点启动时运行的脚本，采用 Base64 编码。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点启动时运行的脚本，采用 Base64 编码", "writeOnly" = true, "deprecated" = true)))]
    pub user_data: Option<Secret>,
    /// Taints of the worker nodes.
    ///
    /// Worker 节点的污点。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Worker 节点的污点", "deprecated" = true)))]
    pub taints: Option<Vec<ClusterTaint>>,
    /// Ports a NodePort Service may take.
    ///
    /// NodePort 类型 Service 可使用的端口范围。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "NodePort 类型 Service 可使用的端口范围", "deprecated" = true, "examples" = ["30000-32767"])))]
    pub node_port_range: Option<String>,
    /// Certificate authority of your own that signs the certificates of the cluster; nothing replaces it.
    ///
    /// 用于签发集群证书的自有 CA，目前没有替代字段。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "用于签发集群证书的自有 CA，目前没有替代字段", "deprecated" = true)))]
    pub user_ca: Option<String>,
}

/// `runtime`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Runtime {
    /// Name of the container runtime.
    ///
    /// 容器运行时的名称。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "容器运行时的名称", "default" = "docker", "enum" = ["docker", "containerd", "Sandboxed-Container.runv", ""])))]
    pub name: Option<String>,
    /// Version of the container runtime; it must be one that exists for the named runtime.
    ///
    /// 容器运行时的版本，须为该运行时已发布的版本。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "容器运行时的版本，须为该运行时已发布的版本", "examples" = ["19.03.5"])))]
    pub version: Option<String>,
}

/// `tags[]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Tag {
    /// Key of the tag, unique within the list and at most 64 characters long.
    ///
    /// 标签的键，列表内不得重复，长度不超过 64 个字符。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "标签的键，列表内不得重复，长度不超过 64 个字符", "examples" = ["team"])))]
    pub key: Option<String>,
    /// Value of the tag, at most 128 characters; it may be empty.
    ///
    /// 标签的值，不超过 128 个字符，允许留空。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "标签的值，不超过 128 个字符，允许留空", "examples" = ["platform"])))]
    pub value: Option<String>,
}

/// `addons[]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Addon {
    /// Name of the add-on.
    ///
    /// 组件的名称。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "组件的名称", "examples" = ["flannel", "kube-flannel-ds", "terway", "terway-eni", "terway-eniip", "terway-controlplane", "csi-plugin", "csi-provisioner", "managed-csiprovisioner", "flexvolume", "alicloud-disk-controller", "storage-operator", "logtail-ds", "loongcollector", "aliyun-log-controller", "ack-node-problem-detector", "arms-prometheus", "managed-arms-prometheus", "alicloud-monitor-controller", "metrics-server", "ack-cost-exporter", "nginx-ingress-controller", "alb-ingress-controller", "mse-ingress-controller", "alicloud-application-controller", "coredns", "managed-coredns", "ack-node-local-dns", "dedicated-kube-proxy", "managed-kube-proxy", "cloud-controller-manager", "aliyun-acr-credential-helper", "managed-aliyun-acr-credential-helper", "security-inspector", "managed-security-inspector", "gatekeeper", "policy-template-controller", "kritis-validation-hook", "ack-pod-identity-webhook", "ack-arena", "arena", "appcenter", "knative", "ack-kubernetes-cronhpa-controller", "ack-koordinator", "ack-virtual-node", "progressive-delivery-tool", "tiller", "sandboxed-container-controller", "sandboxed-container-helper", "sgx-device-plugin", "aesm", "cgpu", "cgroups-controller", "resource-controller", "migrate-controller", "workflow-controller", "ags-binary-install", "ags-metrics-collector"])))]
    pub name: Option<String>,
    /// Settings of the add-on: a JSON object written as a string, or empty.
    ///
    /// 组件的配置，为写成字符串的 JSON 对象，可以为空。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "组件的配置，为写成字符串的 JSON 对象，可以为空", "examples" = ["{\"IngressDashboardEnabled\":\"true\"}"])))]
    pub config: Option<String>,
    /// Whether an add-on that would be installed by default is left out.
    ///
    /// 是否不安装该默认组件。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否不安装该默认组件", "default" = false, "examples" = [false])))]
    pub disabled: Option<bool>,
    /// Version of the add-on; the newest one if left out.
    ///
    /// 组件的版本，不填则采用最新版本。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "组件的版本，不填则采用最新版本", "examples" = ["v1.1.2-aliyun.2"])))]
    pub version: Option<String>,
}

/// `nodepools[]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Nodepool {
    /// Auto scaling of the node pool.
    ///
    /// 节点池的自动伸缩配置。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点池的自动伸缩配置")))]
    pub auto_scaling: Option<AutoScaling>,
    /// Kubernetes settings of the nodes in the pool.
    ///
    /// 池中节点的 Kubernetes 配置。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "池中节点的 Kubernetes 配置")))]
    pub kubernetes_config: Option<KubernetesConfig>,
    /// Name and resource group of the node pool.
    ///
    /// 节点池的名称和资源组。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点池的名称和资源组")))]
    pub nodepool_info: Option<NodepoolInfo>,
    /// Scaling group that supplies the instances of the pool.
    ///
    /// 为节点池提供实例的伸缩组。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "为节点池提供实例的伸缩组")))]
    pub scaling_group: Option<ScalingGroup>,
    /// Confidential computing on the nodes of the pool.
    ///
    /// 池中节点的机密计算配置。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "池中节点的机密计算配置")))]
    pub tee_config: Option<TeeConfig>,
    /// Upkeep of the nodes that ACK takes over for the pool.
    ///
    /// 由 ACK 代管的节点维护工作。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "由 ACK 代管的节点维护工作")))]
    pub management: Option<Management>,
    /// Number of nodes the pool starts with.
    ///
    /// 节点池的初始节点数。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点池的初始节点数", "x-unit" = "nodes", "examples" = [3])))]
    pub count: Option<i64>,
    /// How an edge node pool is connected; for edge pools only.
    ///
    /// 边缘节点池的网络接入方式，仅对边缘节点池有效。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "边缘节点池的网络接入方式，仅对边缘节点池有效", "examples" = ["basic"])))]
    pub interconnect_mode: Option<String>,
    /// Connection of an edge node pool over the cloud network; for edge pools only.
    ///
    /// 边缘节点池的云上网络连接，仅对边缘节点池有效。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "边缘节点池的云上网络连接，仅对边缘节点池有效")))]
    pub interconnect_config: Option<InterconnectConfig>,
    /// Largest number of nodes an edge pool takes in, 0 for no bound; for edge pools only.
    ///
    /// 边缘节点池可容纳的最大节点数，0 表示不限，仅对边缘节点池有效。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "边缘节点池可容纳的最大节点数，0 表示不限，仅对边缘节点池有效", "x-unit" = "nodes", "examples" = [10])))]
    pub max_nodes: Option<i64>,
    /// Settings of the software on the nodes of the pool.
    ///
    /// 池中节点上软件的配置。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "池中节点上软件的配置")))]
    pub node_config: Option<NodeConfig>,
    /// Software installed on the nodes of the pool.
    ///
    /// 安装在池中节点上的组件。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "安装在池中节点上的组件")))]
    pub node_components: Option<Vec<NodeComponent>>,
}

/// `nodepools[].auto_scaling`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct AutoScaling {
    /// Whether the number of nodes follows demand; the other members take effect only if it does.
    ///
    /// 节点数是否随需求自动增减，开启后其余各项才起作用。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点数是否随需求自动增减，开启后其余各项才起作用", "default" = false, "examples" = [true])))]
    pub enable: Option<bool>,
    /// Largest number of nodes auto scaling may reach.
    ///
    /// 自动伸缩可达到的最大节点数。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "自动伸缩可达到的最大节点数", "x-unit" = "nodes", "examples" = [10])))]
    pub max_instances: Option<i64>,
    /// Smallest number of nodes auto scaling may leave.
    ///
    /// 自动伸缩须保留的最小节点数。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "自动伸缩须保留的最小节点数", "x-unit" = "nodes", "examples" = [1])))]
    pub min_instances: Option<i64>,
    /// Kind of instances that are scaled; fixed once the pool exists.
    ///
    /// 参与伸缩的实例种类，节点池建成后无法更改。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "参与伸缩的实例种类，节点池建成后无法更改", "default" = "cpu", "enum" = ["cpu", "gpu", "gpushare", "spot", ""])))]
    pub r#type: Option<String>,
    /// Whether every node gets an elastic IP address.
    ///
    /// 是否为每个节点绑定弹性公网 IP。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否为每个节点绑定弹性公网 IP", "default" = false, "examples" = [false])))]
    pub is_bond_eip: Option<bool>,
    /// How the elastic IP addresses of the nodes are paid for; only if the nodes get one.
    ///
    /// 节点弹性公网 IP 的计费方式，仅在绑定弹性公网 IP 时有效。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点弹性公网 IP 的计费方式，仅在绑定弹性公网 IP 时有效", "default" = "PayByBandwidth", "enum" = ["PayByTraffic", "PayByBandwidth", ""])))]
    pub eip_internet_charge_type: Option<String>,
    /// Peak bandwidth of the elastic IP address of every node; only if the nodes get one.
    ///
    /// 每个节点弹性公网 IP 的带宽峰值，仅在绑定弹性公网 IP 时有效。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "每个节点弹性公网 IP 的带宽峰值，仅在绑定弹性公网 IP 时有效", "x-unit" = "Mbit/s", "examples" = [5])))]
    pub eip_bandwidth: Option<i64>,
}

/// `nodepools[].kubernetes_config`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct KubernetesConfig {
    /// Whether the CloudMonitor agent is installed on the nodes of the pool.
    ///
    /// 是否在池中节点上安装云监控插件。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否在池中节点上安装云监控插件", "default" = false, "examples" = [true])))]
    pub cms_enabled: Option<bool>,
    /// How the kubelet hands out CPUs: shared, or whole cores for single Pods.
    ///
    /// kubelet 分配 CPU 的策略：共享，或让 Pod 独占整核。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "kubelet 分配 CPU 的策略：共享，或让 Pod 独占整核", "default" = "none", "enum" = ["none", "static", ""])))]
    pub cpu_policy: Option<String>,
    /// Kubernetes labels every node of the pool carries.
    ///
    /// 池中每个节点所带的 Kubernetes 标签。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "池中每个节点所带的 Kubernetes 标签")))]
    pub labels: Option<Vec<Label>>,
    /// Container runtime of the nodes in the pool.
    ///
    /// 池中节点的容器运行时。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "池中节点的容器运行时", "enum" = ["docker", "containerd", "Sandboxed-Container.runv", ""])))]
    pub runtime: Option<String>,
    /// Version of the container runtime of the pool.
    ///
    /// 节点池容器运行时的版本。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点池容器运行时的版本", "examples" = ["1.6.20"])))]
    pub runtime_version: Option<String>,
    /// Taints every node of the pool carries, to keep Pods away that do not tolerate them.
    ///
    /// 池中每个节点所带的污点，用来排斥不能容忍它的 Pod。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "池中每个节点所带的污点，用来排斥不能容忍它的 Pod")))]
    pub taints: Option<Vec<Taint>>,
    /// Script that runs when a node starts, encoded in Base64.
    ///
    /// 节点启动时运行的脚本，采用 Base64 编码。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点启动时运行的脚本，采用 Base64 编码", "writeOnly" = true)))]
    pub user_data: Option<Secret>,
    /// Pattern of the node names of the pool, in four parts: customized, a prefix, the word ip, a suffix.
    ///
    /// 节点池中节点名称的格式，共四段：customized、前缀、ip、后缀。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点池中节点名称的格式，共四段：customized、前缀、ip、后缀", "examples" = ["customized,aliyun,ip,test"])))]
    pub node_name_mode: Option<String>,
}

/// `nodepools[].kubernetes_config.labels[]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Label {
    /// Key of the label, with an optional DNS prefix.
    ///
    /// 标签的键，可以带 DNS 前缀。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "标签的键，可以带 DNS 前缀", "examples" = ["env"])))]
    pub key: Option<String>,
    /// Value of the label; it may be empty.
    ///
    /// 标签的值，允许留空。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "标签的值，允许留空", "examples" = ["prod"])))]
    pub value: Option<String>,
}

/// `nodepools[].kubernetes_config.taints[]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Taint {
    /// Key of the taint, written like the key of a label.
    ///
    /// 污点的键，写法与标签的键相同。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "污点的键，写法与标签的键相同", "examples" = ["dedicated"])))]
    pub key: Option<String>,
    /// Value of the taint; it may be empty.
    ///
    /// 污点的值，允许留空。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "污点的值，允许留空", "examples" = ["gpu"])))]
    pub value: Option<String>,
    /// What happens to Pods that do not tolerate the taint.
    ///
    /// 对不能容忍该污点的 Pod 的处理方式。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "对不能容忍该污点的 Pod 的处理方式", "default" = "NoSchedule", "enum" = ["NoSchedule", "NoExecute", "PreferNoSchedule", ""])))]
    pub effect: Option<String>,
}

/// `nodepools[].nodepool_info`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct NodepoolInfo {
    /// Name of the node pool, unlike that of any other pool of the cluster.
    ///
    /// 节点池的名称，不得与集群中其他节点池重名。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点池的名称，不得与集群中其他节点池重名", "examples" = ["pool-general"])))]
    pub name: Option<String>,
    /// Resource group the instances of the pool are put in.
    ///
    /// 池中实例归入的资源组。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "池中实例归入的资源组", "examples" = ["rg-acfmyvw3wjmb7k2"])))]
    pub resource_group_id: Option<String>,
    /// Kind of node pool; a dedicated cluster has ess pools.
    ///
    /// 节点池的种类，专有版集群使用 ess。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点池的种类，专有版集群使用 ess", "examples" = ["ess", "edge", "lingjun"])))]
    pub r#type: Option<String>,
}

/// `nodepools[].scaling_group`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ScalingGroup {
    /// Whether the subscriptions of the nodes are renewed when they end; with PrePaid only.
    ///
    /// 节点的包年包月到期后是否续费，仅在付费方式为 PrePaid 时有效。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点的包年包月到期后是否续费，仅在付费方式为 PrePaid 时有效", "examples" = [true])))]
    pub auto_renew: Option<bool>,
    /// Time by which each renewal extends the subscriptions of the nodes; needed with PrePaid.
    ///
    /// 节点每次自动续费的时长，付费方式为 PrePaid 时必填。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点每次自动续费的时长，付费方式为 PrePaid 时必填", "default" = 1, "x-unit" = "months", "enum" = [1, 2, 3, 6, 12])))]
    pub auto_renew_period: Option<i64>,
    /// Data disks every node of the pool has.
    ///
    /// 池中每个节点挂载的数据盘。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "池中每个节点挂载的数据盘")))]
    pub data_disks: Option<Vec<DataDisk>>,
    /// Image of the nodes in the pool; the system image if left out.
    ///
    /// 池中节点的镜像，不填则使用系统镜像。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "池中节点的镜像，不填则使用系统镜像", "examples" = ["aliyun_2_1903_x64_20G_alibase_20200529.vhd"])))]
    pub image_id: Option<String>,
    /// How the nodes of the pool are paid for.
    ///
    /// 池中节点的付费方式。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "池中节点的付费方式", "default" = "PostPaid", "enum" = ["PrePaid", "PostPaid", ""])))]
    pub instance_charge_type: Option<String>,
    /// ECS instance types of the nodes, the preferred one first.
    ///
    /// 节点的 ECS 实例规格，越靠前越优先。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点的 ECS 实例规格，越靠前越优先")))]
    pub instance_types: Option<Vec<String>>,
    /// Name of the SSH key pair for the nodes; given instead of a password.
    ///
    /// 登录节点所用的 SSH 密钥对名称，与密码选其一。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "登录节点所用的 SSH 密钥对名称，与密码选其一", "examples" = ["pool-key"])))]
    pub key_pair: Option<String>,
    /// SSH password of the nodes; given instead of a key pair.
    ///
    /// 登录节点所用的 SSH 密码，与密钥对选其一。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "登录节点所用的 SSH 密码，与密钥对选其一", "writeOnly" = true)))]
    pub login_password: Option<Secret>,
    /// Subscription length of the nodes; needed with PrePaid, otherwise without effect.
    ///
    /// 节点包年包月的时长，付费方式为 PrePaid 时必填，否则不生效。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点包年包月的时长，付费方式为 PrePaid 时必填，否则不生效", "default" = 1, "x-unit" = "months", "enum" = [1, 2, 3, 6, 12, 24, 36, 48, 60])))]
    pub period: Option<i64>,
    /// Unit of the subscription length of the nodes; needed with PrePaid.
    ///
    /// 节点包年包月时长的单位，付费方式为 PrePaid 时必填。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点包年包月时长的单位，付费方式为 PrePaid 时必填", "default" = "Month", "enum" = ["Month", ""])))]
    pub period_unit: Option<String>,
    /// Operating system of the nodes by its older name; image_type does the same job.
    ///
    /// 节点操作系统的旧式写法，作用与 image_type 相同。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点操作系统的旧式写法，作用与 image_type 相同", "default" = "AliyunLinux", "examples" = ["CentOS", "AliyunLinux", "Windows", "WindowsCore"])))]
    pub platform: Option<String>,
    /// RDS instances that let the nodes of the pool connect.
    ///
    /// 允许池中节点连接的 RDS 实例。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "允许池中节点连接的 RDS 实例")))]
    pub rds_instances: Option<Vec<String>>,
    /// Whether the nodes are spot instances, and how they bid.
    ///
    /// 节点是否为抢占式实例以及如何出价。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点是否为抢占式实例以及如何出价", "default" = "NoSpot", "enum" = ["NoSpot", "SpotWithPriceLimit", "SpotAsPriceGo", ""])))]
    pub spot_strategy: Option<String>,
    /// Highest hourly price paid for each spot instance type; only with SpotWithPriceLimit.
    ///
    /// 各规格抢占式实例的每小时最高出价，仅用于 SpotWithPriceLimit。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "各规格抢占式实例的每小时最高出价，仅用于 SpotWithPriceLimit")))]
    pub spot_price_limit: Option<Vec<SpotPriceLimit>>,
    /// What becomes of an instance that is scaled in: released, or stopped and kept.
    ///
    /// 缩容时实例的去向：释放，或停机保留。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "缩容时实例的去向：释放，或停机保留", "default" = "release", "enum" = ["release", "recycle", ""])))]
    pub scaling_policy: Option<String>,
    /// Security group the nodes of the pool join.
    ///
    /// 池中节点加入的安全组。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "池中节点加入的安全组", "examples" = ["sg-wz9a8g2mt6x5llu0h3pd"])))]
    pub security_group_id: Option<String>,
    /// Security groups the nodes of the pool join, 5 at most; this list wins over security_group_id.
    ///
    /// 池中节点加入的多个安全组，最多 5 个，优先于 security_group_id。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "池中节点加入的多个安全组，最多 5 个，优先于 security_group_id")))]
    pub security_group_ids: Option<Vec<String>>,
    /// Category of the system disks of the nodes in the pool.
    ///
    /// 池中节点系统盘的云盘类型。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "池中节点系统盘的云盘类型", "default" = "cloud_efficiency", "examples" = ["cloud_efficiency", "cloud_ssd", "cloud_essd", "cloud_auto", "cloud_essd_entry"])))]
    pub system_disk_category: Option<String>,
    /// Size of the system disk of every node.
    ///
    /// 每个节点的系统盘大小。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "每个节点的系统盘大小", "default" = 120, "x-unit" = "GiB", "examples" = [120])))]
    pub system_disk_size: Option<i64>,
    /// Performance level of the system disks of the nodes; for ESSD disks only.
    ///
    /// 节点系统盘的性能级别，仅适用于 ESSD 云盘。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点系统盘的性能级别，仅适用于 ESSD 云盘", "enum" = ["PL0", "PL1", "PL2", "PL3", ""])))]
    pub system_disk_performance_level: Option<String>,
    /// Tags of the ECS instances of the pool.
    ///
    /// 池中 ECS 实例的标签。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "池中 ECS 实例的标签")))]
    pub tags: Option<Vec<ScalingGroupTag>>,
    /// vSwitches of the nodes; their zones are the zones of the pool.
    ///
    /// 节点所在的交换机，其可用区即节点池的可用区。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点所在的交换机，其可用区即节点池的可用区")))]
    pub vswitch_ids: Option<Vec<String>>,
    /// How instances are spread over the zones of the pool.
    ///
    /// 实例在节点池各可用区之间的分布方式。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "实例在节点池各可用区之间的分布方式", "default" = "PRIORITY", "enum" = ["PRIORITY", "COST_OPTIMIZED", "BALANCE", ""])))]
    pub multi_az_policy: Option<String>,
    /// Number of pay-as-you-go instances the pool holds before it adds spot instances; with COST_OPTIMIZED only.
    ///
    /// 加入抢占式实例之前节点池持有的按量付费实例数，仅在 COST_OPTIMIZED 策略下有效。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "加入抢占式实例之前节点池持有的按量付费实例数，仅在 COST_OPTIMIZED 策略下有效", "x-unit" = "nodes", "examples" = [0])))]
    pub on_demand_base_capacity: Option<i64>,
    /// Share of pay-as-you-go instances among those beyond the base number; with COST_OPTIMIZED only.
    ///
    /// 超出基数的实例中按量付费实例的占比，仅在 COST_OPTIMIZED 策略下有效。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "超出基数的实例中按量付费实例的占比，仅在 COST_OPTIMIZED 策略下有效", "x-unit" = "percent", "examples" = [20])))]
    pub on_demand_percentage_above_base_capacity: Option<i64>,
    /// Number of the cheapest instance types among which spot instances are shared out; with COST_OPTIMIZED only.
    ///
    /// 抢占式实例所分摊到的最低价规格的个数，仅在 COST_OPTIMIZED 策略下有效。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "抢占式实例所分摊到的最低价规格的个数，仅在 COST_OPTIMIZED 策略下有效", "examples" = [5])))]
    pub spot_instance_pools: Option<i64>,
    /// Whether a spot instance about to be reclaimed is replaced beforehand.
    ///
    /// 系统即将收回抢占式实例时，是否先补充新的实例。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "系统即将收回抢占式实例时，是否先补充新的实例", "examples" = [false])))]
    pub spot_instance_remedy: Option<bool>,
    /// Whether pay-as-you-go instances step in when too few spot instances are to be had; with COST_OPTIMIZED only.
    ///
    /// 抢占式实例不足时，是否以按量付费实例补足，仅在 COST_OPTIMIZED 策略下有效。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "抢占式实例不足时，是否以按量付费实例补足，仅在 COST_OPTIMIZED 策略下有效", "examples" = [true])))]
    pub compensate_with_on_demand: Option<bool>,
    /// How the public bandwidth of the nodes is paid for.
    ///
    /// 节点公网带宽的计费方式。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点公网带宽的计费方式", "enum" = ["PayByTraffic", "PayByBandwidth", ""])))]
    pub internet_charge_type: Option<String>,
    /// Highest outbound public bandwidth of every node; 0 gives no public address.
    ///
    /// 每个节点的公网出方向最大带宽，0 表示不分配公网地址。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "每个节点的公网出方向最大带宽，0 表示不分配公网地址", "x-unit" = "Mbit/s", "examples" = [5])))]
    pub internet_max_bandwidth_out: Option<i64>,
    /// Operating system of the nodes in the pool, by distribution.
    ///
    /// 池中节点的操作系统发行版。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "池中节点的操作系统发行版", "examples" = ["CentOS", "AliyunLinux", "AliyunLinuxQboot", "AliyunLinux Qboot", "AliyunLinuxUEFI", "AliyunLinux3", "AliyunLinux3Arm64", "ContainerOS", "Windows", "WindowsCore", "AliyunLinux3ContainerOptimized", "AliyunLinuxSecurity", "AliyunLinux3Security", "AliyunLinux4*", "Ubuntu", "Custom"])))]
    pub image_type: Option<String>,
    /// Deployment set that spreads the nodes over separate hosts.
    ///
    /// 使节点分散到不同物理机的部署集。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "使节点分散到不同物理机的部署集", "examples" = ["ds-bp1d19mmbsv3jf6n2q7w"])))]
    pub deploymentset_id: Option<String>,
    /// Number of nodes the pool is to hold.
    ///
    /// 节点池应保持的节点数。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点池应保持的节点数", "x-unit" = "nodes", "examples" = [3])))]
    pub desired_size: Option<i64>,
    /// Properties by which instance types are chosen, in place of a list of types.
    ///
    /// 按属性挑选实例规格的条件，用来代替规格列表。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "按属性挑选实例规格的条件，用来代替规格列表")))]
    pub instance_patterns: Option<Vec<InstancePattern>>,
    /// How the disks of a node are formatted and mounted when it starts.
    ///
    /// 节点启动时磁盘的格式化与挂载方式。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点启动时磁盘的格式化与挂载方式")))]
    pub disk_init: Option<Vec<DiskInit>>,
    /// Kinds of system disk to try, the preferred one first.
    ///
    /// 可选的系统盘类型，越靠前越优先。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "可选的系统盘类型，越靠前越优先")))]
    pub system_disk_categories: Option<Vec<String>>,
    /// Whether the system disks are encrypted.
    ///
    /// 系统盘是否加密。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "系统盘是否加密", "examples" = [false])))]
    pub system_disk_encrypted: Option<bool>,
    /// Algorithm the system disks are encrypted with.
    ///
    /// 系统盘的加密算法。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "系统盘的加密算法", "examples" = ["aes-256"])))]
    pub system_disk_encrypt_algorithm: Option<String>,
    /// KMS key the system disks are encrypted with.
    ///
    /// 加密系统盘所用的 KMS 密钥。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "加密系统盘所用的 KMS 密钥", "examples" = ["0e478b7a-4262-4802-b8cb-00d3fb408e5f"])))]
    pub system_disk_kms_key_id: Option<String>,
    /// Reserved input and output operations per second of the system disks; for cloud_auto disks only.
    ///
    /// 系统盘预留的每秒读写次数，仅适用于 cloud_auto 云盘。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "系统盘预留的每秒读写次数，仅适用于 cloud_auto 云盘", "examples" = [1000])))]
    pub system_disk_provisioned_iops: Option<i64>,
    /// Whether the system disks may exceed their reserved performance for a while; for cloud_auto disks only.
    ///
    /// 系统盘能否短时超出预留性能，仅适用于 cloud_auto 云盘。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "系统盘能否短时超出预留性能，仅适用于 cloud_auto 云盘", "examples" = [false])))]
    pub system_disk_bursting_enabled: Option<bool>,
    /// Whether logins to the nodes use an ordinary account instead of root.
    ///
    /// 是否以普通账户而非 root 登录节点。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否以普通账户而非 root 登录节点", "examples" = [false])))]
    pub login_as_non_root: Option<bool>,
    /// RAM role of the nodes; for managed clusters.
    ///
    /// 节点使用的 RAM 角色，仅用于托管版集群。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点使用的 RAM 角色，仅用于托管版集群", "examples" = ["KubernetesWorkerRole-demo"])))]
    pub ram_role_name: Option<String>,
    /// Processor options of the instances.
    ///
    /// 实例的处理器选项。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "实例的处理器选项")))]
    pub cpu_options: Option<CpuOptions>,
    /// Access to the ECS metadata of the nodes.
    ///
    /// 节点 ECS 元数据的访问方式。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点 ECS 元数据的访问方式")))]
    pub instance_metadata_options: Option<ScalingGroupInstanceMetadataOptions>,
    /// Reserved capacity the instances are taken from.
    ///
    /// 实例所取用的预留容量。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "实例所取用的预留容量")))]
    pub private_pool_options: Option<PrivatePoolOptions>,
    /// Order in which reserved and public capacity is used; for pay-as-you-go instances.
    ///
    /// 预留容量与公共容量的使用次序，用于按量付费实例。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "预留容量与公共容量的使用次序，用于按量付费实例")))]
    pub resource_pool_options: Option<ResourcePoolOptions>,
}

/// `nodepools[].scaling_group.data_disks[]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct DataDisk {
    /// Category of the data disk.
    ///
    /// 数据盘的云盘类型。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "数据盘的云盘类型", "default" = "cloud_efficiency", "examples" = ["cloud_efficiency", "cloud_ssd", "cloud_essd", "cloud_auto", "cloud_essd_entry", "cloud", "elastic_ephemeral_disk_standard", "elastic_ephemeral_disk_premium"])))]
    pub category: Option<String>,
    /// Size of the data disk.
    ///
    /// 数据盘的大小。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "数据盘的大小", "default" = 120, "x-unit" = "GiB", "examples" = [200])))]
    pub size: Option<i64>,
    /// Whether the data disk is encrypted; the string true or false.
    ///
    /// 数据盘是否加密，取字符串 true 或 false。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "数据盘是否加密，取字符串 true 或 false", "default" = "false", "enum" = ["true", "false", ""])))]
    pub encrypted: Option<String>,
    /// Policy by which snapshots of the data disk are taken; without one there are none.
    ///
    /// 数据盘的自动快照策略，不填则不做快照。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "数据盘的自动快照策略，不填则不做快照", "examples" = ["sp-2zej1nogjvovnz4z8k3d"])))]
    pub auto_snapshot_policy_id: Option<String>,
    /// Performance level of the data disk; for ESSD disks only.
    ///
    /// 数据盘的性能级别，仅适用于 ESSD 云盘。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "数据盘的性能级别，仅适用于 ESSD 云盘", "enum" = ["PL0", "PL1", "PL2", "PL3", ""])))]
    pub performance_level: Option<String>,
    /// Name of the data disk.
    ///
    /// 数据盘的名称。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "数据盘的名称", "examples" = ["data-1"])))]
    pub disk_name: Option<String>,
    /// Device name of the data disk.
    ///
    /// 数据盘的设备名。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "数据盘的设备名", "examples" = ["/dev/xvdb"])))]
    pub device: Option<String>,
    /// Snapshot the data disk is made from; its size is then that of the snapshot.
    ///
    /// 创建数据盘所用的快照，此时大小以快照为准。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "创建数据盘所用的快照，此时大小以快照为准", "examples" = ["s-bp1eb1vwzf3x7q9c5k2d"])))]
    pub snapshot_id: Option<String>,
    /// KMS key the data disk is encrypted with.
    ///
    /// 加密数据盘所用的 KMS 密钥。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "加密数据盘所用的 KMS 密钥", "examples" = ["0e478b7a-4262-4802-b8cb-00d3fb408e5f"])))]
    pub kms_key_id: Option<String>,
    /// Reserved input and output operations per second of the data disk; for cloud_auto disks only.
    ///
    /// 数据盘预留的每秒读写次数，仅适用于 cloud_auto 云盘。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "数据盘预留的每秒读写次数，仅适用于 cloud_auto 云盘", "examples" = [1000])))]
    pub provisioned_iops: Option<i64>,
    /// Whether the data disk may exceed its reserved performance for a while; for cloud_auto disks only.
    ///
    /// 数据盘能否短时超出预留性能，仅适用于 cloud_auto 云盘。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "数据盘能否短时超出预留性能，仅适用于 cloud_auto 云盘", "examples" = [false])))]
    pub bursting_enabled: Option<bool>,
    /// Whether the data disk is formatted and mounted when the node starts.
    ///
    /// 节点启动时是否格式化并挂载数据盘。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点启动时是否格式化并挂载数据盘", "examples" = [true])))]
    pub auto_format: Option<bool>,
    /// File system of the data disk; only if it is formatted.
    ///
    /// 数据盘的文件系统，仅在格式化时有效。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "数据盘的文件系统，仅在格式化时有效", "examples" = ["ext4"])))]
    pub file_system: Option<String>,
    /// Directory the data disk is mounted at.
    ///
    /// 数据盘的挂载目录。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "数据盘的挂载目录", "examples" = ["/mnt/data1"])))]
    pub mount_target: Option<String>,
}

/// `nodepools[].scaling_group.spot_price_limit[]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct SpotPriceLimit {
    /// Instance type the price is for; one of the types of the pool.
    ///
    /// 出价所对应的实例规格，应为节点池已选的规格。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "出价所对应的实例规格，应为节点池已选的规格", "examples" = ["ecs.g6.xlarge"])))]
    pub instance_type: Option<String>,
    /// Highest price, a decimal number written as a string.
    ///
    /// 最高出价，为写成字符串的小数。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "最高出价，为写成字符串的小数", "x-unit" = "CNY per hour", "examples" = ["0.39"])))]
    pub price_limit: Option<String>,
}

/// `nodepools[].scaling_group.tags[]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ScalingGroupTag {
    /// Key of the tag, unique within the list.
    ///
    /// 标签的键，列表内不得重复。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "标签的键，列表内不得重复", "examples" = ["team"])))]
    pub key: Option<String>,
    /// Value of the tag; it may be empty.
    ///
    /// 标签的值，允许留空。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "标签的值，允许留空", "examples" = ["platform"])))]
    pub value: Option<String>,
}

/// `nodepools[].tee_config`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct TeeConfig {
    /// Whether the nodes run in a trusted execution environment.
    ///
    /// 节点是否运行在可信执行环境中。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点是否运行在可信执行环境中", "default" = false, "examples" = [false])))]
    pub tee_enable: Option<bool>,
}

/// `nodepools[].management`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Management {
    /// Whether ACK manages the pool; the other members take effect only if it does.
    ///
    /// 是否由 ACK 托管该节点池，开启后其余各项才起作用。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否由 ACK 托管该节点池，开启后其余各项才起作用", "default" = false, "examples" = [true])))]
    pub enable: Option<bool>,
    /// Whether faulty nodes are repaired without being asked; for managed pools.
    ///
    /// 是否自动修复故障节点，仅对托管节点池有效。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否自动修复故障节点，仅对托管节点池有效", "examples" = [true])))]
    pub auto_repair: Option<bool>,
    /// How the nodes of a managed pool are upgraded.
    ///
    /// 托管节点池中节点的升级方式。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "托管节点池中节点的升级方式")))]
    pub upgrade_config: Option<UpgradeConfig>,
    /// Whether faults of the ECS instances are looked for before a repair.
    ///
    /// 修复前是否检测 ECS 实例的故障。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "修复前是否检测 ECS 实例的故障", "examples" = [true])))]
    pub auto_fault_diagnosis: Option<bool>,
    /// Bounds of automatic repair.
    ///
    /// 自动修复的约束条件。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "自动修复的约束条件")))]
    pub auto_repair_policy: Option<AutoRepairPolicy>,
    /// Whether the nodes of a managed pool are upgraded automatically; follows upgrade_config.
    ///
    /// 托管节点池的节点是否自动升级，是 upgrade_config 的后继。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "托管节点池的节点是否自动升级，是 upgrade_config 的后继", "examples" = [true])))]
    pub auto_upgrade: Option<bool>,
    /// Bounds of automatic upgrades.
    ///
    /// 自动升级的约束条件。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "自动升级的约束条件")))]
    pub auto_upgrade_policy: Option<AutoUpgradePolicy>,
    /// Whether known vulnerabilities of the nodes are fixed automatically.
    ///
    /// 是否自动修复节点的已知漏洞。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否自动修复节点的已知漏洞", "examples" = [true])))]
    pub auto_vul_fix: Option<bool>,
    /// Bounds of fixing vulnerabilities.
    ///
    /// 漏洞修复的约束条件。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "漏洞修复的约束条件")))]
    pub auto_vul_fix_policy: Option<AutoVulFixPolicy>,
    /// Whether nodes that no longer match the pool are replaced; for pools ACK runs by itself.
    ///
    /// 是否替换与节点池配置不符的节点，仅用于由 ACK 自主运维的节点池。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否替换与节点池配置不符的节点，仅用于由 ACK 自主运维的节点池", "examples" = [false])))]
    pub drift_enabled: Option<bool>,
}

/// `nodepools[].management.upgrade_config`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct UpgradeConfig {
    /// Whether nodes are upgraded without being asked; for managed pools.
    ///
    /// 是否自动升级节点，仅对托管节点池有效。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否自动升级节点，仅对托管节点池有效", "examples" = [false])))]
    pub auto_upgrade: Option<bool>,
    /// Number of extra nodes that stand in during an upgrade; given instead of a share.
    ///
    /// 升级期间临时增加的节点数，与比例选其一。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "升级期间临时增加的节点数，与比例选其一", "x-unit" = "nodes", "examples" = [1])))]
    pub surge: Option<i64>,
    /// Share of extra nodes that stand in during an upgrade; given instead of a number.
    ///
    /// 升级期间临时增加的节点比例，与节点数选其一。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "升级期间临时增加的节点比例，与节点数选其一", "x-unit" = "percent", "examples" = [0])))]
    pub surge_percentage: Option<i64>,
    /// Largest number of nodes that may be out of service at once during an upgrade.
    ///
    /// 升级期间允许同时不可用的最大节点数。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "升级期间允许同时不可用的最大节点数", "default" = 1, "x-unit" = "nodes", "examples" = [1])))]
    pub max_unavailable: Option<i64>,
}

/// `nodepools[].interconnect_config`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct InterconnectConfig {
    /// Cloud Enterprise Network instance the edge pool is bound to.
    ///
    /// 边缘节点池绑定的云企业网实例。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "边缘节点池绑定的云企业网实例", "examples" = ["cen-ey9k9nfhz0fq3w7d1a"])))]
    pub cen_id: Option<String>,
    /// Cloud Connect Network instance the edge pool is bound to.
    ///
    /// 边缘节点池绑定的云连接网实例。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "边缘节点池绑定的云连接网实例", "examples" = ["ccn-qm5i0i0q9yir4t8s2b"])))]
    pub ccn_id: Option<String>,
    /// Region of the Cloud Connect Network instance.
    ///
    /// 云连接网实例所在的地域。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "云连接网实例所在的地域", "examples" = ["cn-qingdao", "cn-beijing", "cn-zhangjiakou", "cn-huhehaote", "cn-wulanchabu", "cn-hangzhou", "cn-shanghai", "cn-nanjing", "cn-fuzhou", "cn-shenzhen", "cn-heyuan", "cn-guangzhou", "cn-chengdu", "cn-zhongwei", "cn-wuhan-lr", "cn-zhengzhou-jva", "cn-hongkong", "cn-heyuan-acdr-1", "cn-wulanchabu-gic-1", "cn-hangzhou-finance", "cn-hangzhou-finance-1", "cn-shanghai-finance-1", "cn-shanghai-finance-2", "cn-shenzhen-finance-1", "cn-beijing-finance-1", "cn-north-2-gov-1", "ap-northeast-1", "ap-northeast-2", "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7", "ap-south-1", "us-east-1", "us-west-1", "us-southeast-1", "na-south-1", "eu-central-1", "eu-west-1", "me-east-1", "me-central-1"])))]
    pub ccn_region_id: Option<String>,
    /// Bandwidth of the connection of the edge pool.
    ///
    /// 边缘节点池网络连接的带宽。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "边缘节点池网络连接的带宽", "x-unit" = "Mbit/s", "examples" = [10])))]
    pub bandwidth: Option<i64>,
    /// Length for which the connection of the edge pool is bought, as a string.
    ///
    /// 边缘节点池网络连接的购买时长（字符串）。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "边缘节点池网络连接的购买时长（字符串）", "x-unit" = "months", "examples" = ["1"])))]
    pub improved_period: Option<String>,
}

/// `rrsa_config`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct RrsaConfig {
    /// Whether Pods can take on RAM roles through their service accounts.
    ///
    /// Pod 能否通过服务账户扮演 RAM 角色。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Pod 能否通过服务账户扮演 RAM 角色", "examples" = [true])))]
    pub enabled: Option<bool>,
}

/// `audit_log_config`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct AuditLogConfig {
    /// Whether the audit log is written.
    ///
    /// 是否记录审计日志。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否记录审计日志", "examples" = [true])))]
    pub enabled: Option<bool>,
    /// Simple Log Service project the audit log is written to.
    ///
    /// 审计日志写入的日志服务 Project。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "审计日志写入的日志服务 Project", "examples" = ["k8s-log-demo"])))]
    pub sls_project_name: Option<String>,
}

/// `auto_mode`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct AutoMode {
    /// Whether ACK runs the cluster by itself.
    ///
    /// 是否由 ACK 自主运维集群。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否由 ACK 自主运维集群", "examples" = [false])))]
    pub enable: Option<bool>,
}

/// `maintenance_window`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct MaintenanceWindow {
    /// Whether there is a maintenance window.
    ///
    /// 是否设置维护时段。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否设置维护时段", "examples" = [true])))]
    pub enable: Option<bool>,
    /// Start of the maintenance window, with its time zone.
    ///
    /// 维护时段的开始时间，带时区。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "维护时段的开始时间，带时区", "examples" = ["2025-10-21T02:00:00+08:00"])))]
    pub maintenance_time: Option<String>,
    /// Length of the maintenance window, 1h to 24h.
    ///
    /// 维护时段的时长，1h 到 24h。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "维护时段的时长，1h 到 24h", "examples" = ["3h"])))]
    pub duration: Option<String>,
    /// Days of the week with a maintenance window, separated by commas.
    ///
    /// 设有维护时段的星期几，以半角逗号隔开。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "设有维护时段的星期几，以半角逗号隔开", "examples" = ["Monday,Thursday"])))]
    pub weekly_period: Option<String>,
    /// Weekly rule by which the maintenance window comes back, as an RFC 5545 recurrence rule.
    ///
    /// 维护时段的每周重复规则，采用 RFC 5545 写法。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "维护时段的每周重复规则，采用 RFC 5545 写法", "examples" = ["FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TH"])))]
    pub recurrence: Option<String>,
}

/// `operation_policy`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct OperationPolicy {
    /// Automatic upgrade of the cluster.
    ///
    /// 集群的自动升级。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "集群的自动升级")))]
    pub cluster_auto_upgrade: Option<ClusterAutoUpgrade>,
}

/// `operation_policy.cluster_auto_upgrade`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ClusterAutoUpgrade {
    /// Whether the cluster is upgraded automatically.
    ///
    /// 集群是否自动升级。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "集群是否自动升级", "examples" = [true])))]
    pub enabled: Option<bool>,
    /// How closely automatic upgrades follow new Kubernetes versions: patch, stable or rapid.
    ///
    /// 自动升级跟进 Kubernetes 新版本的快慢：patch、stable 或 rapid。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "自动升级跟进 Kubernetes 新版本的快慢：patch、stable 或 rapid", "examples" = ["stable"])))]
    pub channel: Option<String>,
}

/// `control_plane_config`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ControlPlaneConfig {
    /// Number of control plane nodes, 3 or 5.
    ///
    /// 控制面节点的数量，3 个或 5 个。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "控制面节点的数量，3 个或 5 个", "x-unit" = "nodes", "enum" = [3, 5])))]
    pub size: Option<i64>,
    /// ECS instance types of the control plane nodes.
    ///
    /// 控制面节点的 ECS 实例规格。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "控制面节点的 ECS 实例规格")))]
    pub instance_types: Option<Vec<String>>,
    /// Operating system of the control plane nodes, by distribution.
    ///
    /// 控制面节点的操作系统发行版。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "控制面节点的操作系统发行版", "examples" = ["CentOS", "AliyunLinux", "AliyunLinuxQboot", "AliyunLinux Qboot", "AliyunLinuxUEFI", "AliyunLinux3", "AliyunLinux3Arm64", "ContainerOS", "Windows", "WindowsCore", "AliyunLinux3ContainerOptimized", "AliyunLinuxSecurity", "AliyunLinux3Security", "AliyunLinux4*", "Ubuntu", "Custom"])))]
    pub image_type: Option<String>,
    /// Image of the control plane nodes.
    ///
    /// 控制面节点的镜像。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "控制面节点的镜像", "examples" = ["aliyun_3_x64_20G_alibase_20240528.vhd"])))]
    pub image_id: Option<String>,
    /// Container runtime of the control plane nodes.
    ///
    /// 控制面节点的容器运行时。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "控制面节点的容器运行时", "enum" = ["docker", "containerd", "Sandboxed-Container.runv", ""])))]
    pub runtime: Option<String>,
    /// How the kubelet of the control plane nodes hands out CPUs.
    ///
    /// 控制面节点上 kubelet 分配 CPU 的策略。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "控制面节点上 kubelet 分配 CPU 的策略", "enum" = ["none", "static", ""])))]
    pub cpu_policy: Option<String>,
    /// Ports a NodePort Service may take.
    ///
    /// NodePort 类型 Service 可使用的端口范围。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "NodePort 类型 Service 可使用的端口范围", "examples" = ["30000-32767"])))]
    pub node_port_range: Option<String>,
    /// Category of the system disks of the control plane nodes.
    ///
    /// 控制面节点系统盘的云盘类型。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "控制面节点系统盘的云盘类型", "examples" = ["cloud_efficiency", "cloud_ssd", "cloud_essd", "cloud_auto", "cloud_essd_entry"])))]
    pub system_disk_category: Option<String>,
    /// Size of the system disk of every control plane node.
    ///
    /// 每个控制面节点的系统盘大小。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "每个控制面节点的系统盘大小", "x-unit" = "GiB", "examples" = [120])))]
    pub system_disk_size: Option<i64>,
    /// Performance level of the system disks of the control plane nodes; for ESSD disks only.
    ///
    /// 控制面节点系统盘的性能级别，仅适用于 ESSD 云盘。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "控制面节点系统盘的性能级别，仅适用于 ESSD 云盘", "enum" = ["PL0", "PL1", "PL2", "PL3", ""])))]
    pub system_disk_performance_level: Option<String>,
    /// Reserved input and output operations per second of the system disks; for cloud_auto disks only.
    ///
    /// 系统盘预留的每秒读写次数，仅适用于 cloud_auto 云盘。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "系统盘预留的每秒读写次数，仅适用于 cloud_auto 云盘", "examples" = [1000])))]
    pub system_disk_provisioned_iops: Option<i64>,
    /// Whether the system disks may exceed their reserved performance for a while; for cloud_auto disks only.
    ///
    /// 系统盘能否短时超出预留性能，仅适用于 cloud_auto 云盘。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "系统盘能否短时超出预留性能，仅适用于 cloud_auto 云盘", "examples" = [false])))]
    pub system_disk_bursting_enabled: Option<bool>,
    /// Policy by which snapshots of the system disks of the control plane nodes are taken.
    ///
    /// 控制面节点系统盘的自动快照策略。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "控制面节点系统盘的自动快照策略", "examples" = ["sp-2zej1nogjvovnz4z8k3d"])))]
    pub system_disk_snapshot_policy_id: Option<String>,
    /// Deployment set that spreads the control plane nodes over separate hosts.
    ///
    /// 使控制面节点分散到不同物理机的部署集。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "使控制面节点分散到不同物理机的部署集", "examples" = ["ds-bp1d19mmbsv3jf6n2q7w"])))]
    pub deploymentset_id: Option<String>,
    /// How the control plane nodes are paid for.
    ///
    /// 控制面节点的付费方式。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "控制面节点的付费方式", "enum" = ["PrePaid", "PostPaid", ""])))]
    pub charge_type: Option<String>,
    /// Unit of the subscription length of the control plane nodes; needed with PrePaid.
    ///
    /// 控制面节点包年包月时长的单位，付费方式为 PrePaid 时必填。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "控制面节点包年包月时长的单位，付费方式为 PrePaid 时必填", "enum" = ["Month", ""])))]
    pub period_unit: Option<String>,
    /// Subscription length of the control plane nodes; needed with PrePaid.
    ///
    /// 控制面节点包年包月的时长，付费方式为 PrePaid 时必填。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "控制面节点包年包月的时长，付费方式为 PrePaid 时必填", "x-unit" = "months", "enum" = [1, 2, 3, 6, 12, 24, 36, 48, 60])))]
    pub period: Option<i64>,
    /// Whether the subscriptions of the control plane nodes are renewed; with PrePaid only.
    ///
    /// 控制面节点到期后是否续费，仅在付费方式为 PrePaid 时有效。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "控制面节点到期后是否续费，仅在付费方式为 PrePaid 时有效", "examples" = [true])))]
    pub auto_renew: Option<bool>,
    /// Time by which each renewal extends the control plane nodes; with PrePaid only.
    ///
    /// 控制面节点每次自动续费的时长，仅在付费方式为 PrePaid 时有效。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "控制面节点每次自动续费的时长，仅在付费方式为 PrePaid 时有效", "x-unit" = "months", "enum" = [1, 2, 3, 6, 12])))]
    pub auto_renew_period: Option<i64>,
    /// Name of the SSH key pair for the control plane nodes; given instead of a password.
    ///
    /// 登录控制面节点所用的 SSH 密钥对名称，与密码选其一。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "登录控制面节点所用的 SSH 密钥对名称，与密码选其一", "examples" = ["cluster-key"])))]
    pub key_pair: Option<String>,
    /// SSH password of the control plane nodes; given instead of a key pair.
    ///
    /// 登录控制面节点所用的 SSH 密码，与密钥对选其一。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "登录控制面节点所用的 SSH 密码，与密钥对选其一", "writeOnly" = true)))]
    pub login_password: Option<Secret>,
    /// Whether the CloudMonitor agent is installed on the control plane nodes.
    ///
    /// 是否在控制面节点上安装云监控插件。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否在控制面节点上安装云监控插件", "examples" = [true])))]
    pub cloud_monitor_flags: Option<bool>,
    /// Whether the operating system of the control plane nodes is hardened by the rules of Alibaba Cloud.
    ///
    /// 是否按阿里云的规则加固控制面节点的操作系统。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否按阿里云的规则加固控制面节点的操作系统", "examples" = [false])))]
    pub security_hardening_os: Option<bool>,
    /// Whether the control plane nodes are hardened to level 3 of the Chinese MLPS 2.0 standard.
    ///
    /// 是否按等保 2.0 三级要求加固控制面节点。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否按等保 2.0 三级要求加固控制面节点", "examples" = [false])))]
    pub soc_enabled: Option<bool>,
    /// Access to the ECS metadata of the control plane nodes.
    ///
    /// 控制面节点 ECS 元数据的访问方式。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "控制面节点 ECS 元数据的访问方式")))]
    pub instance_metadata_options: Option<InstanceMetadataOptions>,
}

/// `control_plane_config.instance_metadata_options`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct InstanceMetadataOptions {
    /// Whether metadata is given out only to requests with a token: optional or required.
    ///
    /// 读取元数据是否必须携带令牌：optional 或 required。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "读取元数据是否必须携带令牌：optional 或 required", "examples" = ["optional"])))]
    pub http_tokens: Option<String>,
}

/// `control_plane_endpoints_config`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ControlPlaneEndpointsConfig {
    /// Domain name by which nodes reach the API server inside the VPC.
    ///
    /// 节点在 VPC 内访问 API Server 所用的域名。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "节点在 VPC 内访问 API Server 所用的域名")))]
    pub internal_dns_config: Option<InternalDnsConfig>,
    /// Existing load balancers in front of the API server.
    ///
    /// API Server 前端已有的负载均衡。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "API Server 前端已有的负载均衡")))]
    pub load_balancers_config: Option<Vec<LoadBalancersConfig>>,
}

/// `control_plane_endpoints_config.internal_dns_config`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct InternalDnsConfig {
    /// VPCs in which the domain name of the API server resolves.
    ///
    /// 可解析 API Server 域名的 VPC。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "可解析 API Server 域名的 VPC")))]
    pub bind_vpcs: Option<Vec<String>>,
}

/// `control_plane_endpoints_config.load_balancers_config[]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct LoadBalancersConfig {
    /// Whether the load balancer is for the Internet or for the VPC.
    ///
    /// 该负载均衡用于公网还是 VPC 内网。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "该负载均衡用于公网还是 VPC 内网", "examples" = ["intranet"])))]
    pub endpoint_type: Option<String>,
    /// Network Load Balancer instance.
    ///
    /// 网络型负载均衡（NLB）实例。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "网络型负载均衡（NLB）实例", "examples" = ["nlb-4jz2m8q0v6t1x9c3"])))]
    pub load_balancer_id: Option<String>,
}

/// `nodepools[].scaling_group.instance_patterns[]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct InstancePattern {
    /// Number of vCPUs.
    ///
    /// vCPU 数。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "vCPU 数", "examples" = [4])))]
    pub cores: Option<i64>,
    /// Amount of memory.
    ///
    /// 内存大小。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "内存大小", "x-unit" = "GiB", "examples" = [8])))]
    pub memory: Option<i64>,
    /// Smallest number of vCPUs.
    ///
    /// 最少的 vCPU 数。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "最少的 vCPU 数", "examples" = [4])))]
    pub min_cpu_cores: Option<i64>,
    /// Largest number of vCPUs.
    ///
    /// 最多的 vCPU 数。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "最多的 vCPU 数", "examples" = [8])))]
    pub max_cpu_cores: Option<i64>,
    /// Smallest amount of memory.
    ///
    /// 最小的内存。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "最小的内存", "x-unit" = "GiB", "examples" = [8])))]
    pub min_memory_size: Option<i64>,
    /// Largest amount of memory.
    ///
    /// 最大的内存。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "最大的内存", "x-unit" = "GiB", "examples" = [32])))]
    pub max_memory_size: Option<i64>,
    /// Largest number of GPUs.
    ///
    /// 最多的 GPU 数。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "最多的 GPU 数", "examples" = [1])))]
    pub maximum_gpu_amount: Option<i64>,
    /// Processor architectures to choose from.
    ///
    /// 可选的处理器架构。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "可选的处理器架构")))]
    pub cpu_architectures: Option<Vec<String>>,
    /// Level of the instance families: entry, enterprise or burstable.
    ///
    /// 实例规格族的级别：入门级、企业级或突发性能型。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "实例规格族的级别：入门级、企业级或突发性能型", "examples" = ["EnterpriseLevel"])))]
    pub instance_family_level: Option<String>,
    /// Kinds of instances to choose from, by purpose.
    ///
    /// 可选的实例类别，按用途划分。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "可选的实例类别，按用途划分")))]
    pub instance_categories: Option<Vec<String>>,
    /// Instance families to choose from.
    ///
    /// 可选的实例规格族。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "可选的实例规格族")))]
    pub instance_type_families: Option<Vec<String>>,
    /// Instance types never chosen; a star stands for any rest.
    ///
    /// 排除的实例规格，可用星号代表任意内容。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "排除的实例规格，可用星号代表任意内容")))]
    pub excluded_instance_types: Option<Vec<String>>,
    /// Smallest number of elastic network interfaces of an instance.
    ///
    /// 实例最少支持的弹性网卡数。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "实例最少支持的弹性网卡数", "examples" = [2])))]
    pub minimum_eni_quantity: Option<i64>,
    /// Smallest number of IPv4 addresses of a network interface.
    ///
    /// 单个弹性网卡最少支持的 IPv4 地址数。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "单个弹性网卡最少支持的 IPv4 地址数", "examples" = [10])))]
    pub minimum_eni_private_ip_address_quantity: Option<i64>,
    /// Smallest number of IPv6 addresses of a network interface.
    ///
    /// 单个弹性网卡最少支持的 IPv6 地址数。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "单个弹性网卡最少支持的 IPv6 地址数", "examples" = [1])))]
    pub minimum_eni_ipv6_address_quantity: Option<i64>,
    /// Earlier form of cpu_architectures.
    ///
    /// cpu_architectures 的早期写法。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "cpu_architectures 的早期写法")))]
    pub architectures: Option<Vec<String>>,
    /// Earlier form of cores.
    ///
    /// cores 的早期写法。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "cores 的早期写法", "examples" = [4])))]
    pub core: Option<i64>,
    /// Whether burstable instance types are among the choice; no longer in use.
    ///
    /// 是否包含突发性能规格，已不再使用。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否包含突发性能规格，已不再使用", "examples" = ["Exclude"])))]
    pub burst_performance_option: Option<String>,
    /// Highest hourly price of an instance; no longer in use.
    ///
    /// 实例每小时的最高价格，已不再使用。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "实例每小时的最高价格，已不再使用", "x-unit" = "CNY per hour", "examples" = [2])))]
    pub max_price: Option<i64>,
}

/// `nodepools[].node_config`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct NodeConfig {
    /// Settings of the kubelet on the nodes of the pool.
    ///
    /// 池中节点的 kubelet 配置。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "池中节点的 kubelet 配置")))]
    pub kubelet_configuration: Option<KubeletConfiguration>,
}

/// `nodepools[].node_config.kubelet_configuration`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct KubeletConfiguration {
    /// Unsafe kernel parameters that Pods may set.
    ///
    /// 允许 Pod 设置的非安全内核参数。
    #[serde(skip_serializing_if = "Option::is_none", rename = "allowedUnsafeSysctls")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "允许 Pod 设置的非安全内核参数")))]
    pub allowed_unsafe_sysctls: Option<Vec<String>>,
    /// DNS servers of the Pods.
    ///
    /// Pod 使用的 DNS 服务器。
    #[serde(skip_serializing_if = "Option::is_none", rename = "clusterDNS")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "Pod 使用的 DNS 服务器")))]
    pub cluster_dns: Option<Vec<String>>,
    /// Number of log files kept for every container.
    ///
    /// 每个容器保留的日志文件数。
    #[serde(skip_serializing_if = "Option::is_none", rename = "containerLogMaxFiles")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "每个容器保留的日志文件数", "examples" = [5])))]
    pub container_log_max_files: Option<i64>,
    /// Size at which the log of a container is rotated.
    ///
    /// 容器日志轮转的大小阈值。
    #[serde(skip_serializing_if = "Option::is_none", rename = "containerLogMaxSize")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "容器日志轮转的大小阈值", "examples" = ["10Mi"])))]
    pub container_log_max_size: Option<String>,
    /// Number of workers that rotate container logs.
    ///
    /// 执行容器日志轮转的并发数。
    #[serde(skip_serializing_if = "Option::is_none", rename = "containerLogMaxWorkers")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "执行容器日志轮转的并发数", "examples" = [1])))]
    pub container_log_max_workers: Option<i64>,
    /// Time between two checks whether container logs need rotating.
    ///
    /// 检查容器日志是否需要轮转的时间间隔。
    #[serde(skip_serializing_if = "Option::is_none", rename = "containerLogMonitorInterval")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "检查容器日志是否需要轮转的时间间隔", "examples" = ["10s"])))]
    pub container_log_monitor_interval: Option<String>,
    /// Whether the CPU limits of containers are enforced by CFS quota.
    ///
    /// 是否以 CFS 配额强制执行容器的 CPU 上限。
    #[serde(skip_serializing_if = "Option::is_none", rename = "cpuCFSQuota")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否以 CFS 配额强制执行容器的 CPU 上限", "examples" = [true])))]
    pub cpu_cfsquota: Option<bool>,
    /// Period over which the CFS quota counts.
    ///
    /// CFS 配额的计量周期。
    #[serde(skip_serializing_if = "Option::is_none", rename = "cpuCFSQuotaPeriod")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "CFS 配额的计量周期", "examples" = ["100ms"])))]
    pub cpu_cfsquota_period: Option<String>,
    /// How the kubelet hands out CPUs.
    ///
    /// kubelet 分配 CPU 的策略。
    #[serde(skip_serializing_if = "Option::is_none", rename = "cpuManagerPolicy")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "kubelet 分配 CPU 的策略", "enum" = ["none", "static", ""])))]
    pub cpu_manager_policy: Option<String>,
    /// Events the kubelet may write per second.
    ///
    /// kubelet 每秒可写入的事件数。
    #[serde(skip_serializing_if = "Option::is_none", rename = "eventRecordQPS")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "kubelet 每秒可写入的事件数", "examples" = [50])))]
    pub event_record_qps: Option<i64>,
    /// Events the kubelet may write in one burst.
    ///
    /// kubelet 单次突发可写入的事件数。
    #[serde(skip_serializing_if = "Option::is_none", rename = "eventBurst")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "kubelet 单次突发可写入的事件数", "examples" = [100])))]
    pub event_burst: Option<i64>,
    /// Thresholds at which Pods are evicted at once, by signal.
    ///
    /// 立即驱逐 Pod 的阈值，按信号填写。
    #[serde(skip_serializing_if = "Option::is_none", rename = "evictionHard")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "立即驱逐 Pod 的阈值，按信号填写")))]
    pub eviction_hard: Option<BTreeMap<String, Value>>,
    /// Thresholds at which Pods are evicted after a grace period, by signal.
    ///
    /// 经过宽限期才驱逐 Pod 的阈值，按信号填写。
    #[serde(skip_serializing_if = "Option::is_none", rename = "evictionSoft")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "经过宽限期才驱逐 Pod 的阈值，按信号填写")))]
    pub eviction_soft: Option<BTreeMap<String, Value>>,
    /// Grace periods of the soft eviction thresholds, by signal.
    ///
    /// 软驱逐阈值的宽限期，按信号填写。
    #[serde(skip_serializing_if = "Option::is_none", rename = "evictionSoftGracePeriod")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "软驱逐阈值的宽限期，按信号填写")))]
    pub eviction_soft_grace_period: Option<BTreeMap<String, Value>>,
    /// Kubernetes features switched on or off, by name.
    ///
    /// 按名称开启或关闭的 Kubernetes 特性。
    #[serde(skip_serializing_if = "Option::is_none", rename = "featureGates")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "按名称开启或关闭的 Kubernetes 特性")))]
    pub feature_gates: Option<BTreeMap<String, Value>>,
    /// Disk usage at which unused images begin to be removed.
    ///
    /// 开始清理闲置镜像的磁盘使用率。
    #[serde(skip_serializing_if = "Option::is_none", rename = "imageGCHighThresholdPercent")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "开始清理闲置镜像的磁盘使用率", "x-unit" = "percent", "examples" = [85])))]
    pub image_gchigh_threshold_percent: Option<i64>,
    /// Disk usage down to which unused images are removed.
    ///
    /// 清理闲置镜像后应降到的磁盘使用率。
    #[serde(skip_serializing_if = "Option::is_none", rename = "imageGCLowThresholdPercent")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "清理闲置镜像后应降到的磁盘使用率", "x-unit" = "percent", "examples" = [80])))]
    pub image_gclow_threshold_percent: Option<i64>,
    /// Requests the kubelet may send to the API server per second.
    ///
    /// kubelet 每秒可向 API Server 发送的请求数。
    #[serde(skip_serializing_if = "Option::is_none", rename = "kubeAPIQPS")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "kubelet 每秒可向 API Server 发送的请求数", "examples" = [50])))]
    pub kube_apiqps: Option<i64>,
    /// Requests the kubelet may send to the API server in one burst.
    ///
    /// kubelet 单次突发可向 API Server 发送的请求数。
    #[serde(skip_serializing_if = "Option::is_none", rename = "kubeAPIBurst")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "kubelet 单次突发可向 API Server 发送的请求数", "examples" = [100])))]
    pub kube_apiburst: Option<i64>,
    /// Resources kept for Kubernetes components, by resource.
    ///
    /// 为 Kubernetes 组件预留的资源，按资源种类填写。
    #[serde(skip_serializing_if = "Option::is_none", rename = "kubeReserved")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "为 Kubernetes 组件预留的资源，按资源种类填写")))]
    pub kube_reserved: Option<BTreeMap<String, Value>>,
    /// Resources kept for the operating system, by resource.
    ///
    /// 为操作系统预留的资源，按资源种类填写。
    #[serde(skip_serializing_if = "Option::is_none", rename = "systemReserved")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "为操作系统预留的资源，按资源种类填写")))]
    pub system_reserved: Option<BTreeMap<String, Value>>,
    /// Largest number of Pods on a node.
    ///
    /// 单个节点的最大 Pod 数。
    #[serde(skip_serializing_if = "Option::is_none", rename = "maxPods")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "单个节点的最大 Pod 数", "examples" = [110])))]
    pub max_pods: Option<i64>,
    /// How the kubelet hands out memory of NUMA nodes.
    ///
    /// kubelet 分配 NUMA 节点内存的策略。
    #[serde(skip_serializing_if = "Option::is_none", rename = "memoryManagerPolicy")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "kubelet 分配 NUMA 节点内存的策略", "examples" = ["None"])))]
    pub memory_manager_policy: Option<String>,
    /// Largest number of processes in a Pod.
    ///
    /// 单个 Pod 的最大进程数。
    #[serde(skip_serializing_if = "Option::is_none", rename = "podPidsLimit")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "单个 Pod 的最大进程数", "examples" = [16384])))]
    pub pod_pids_limit: Option<i64>,
    /// Port on which the kubelet answers without authentication; 0 for none.
    ///
    /// kubelet 无需认证的只读端口，0 表示关闭。
    #[serde(skip_serializing_if = "Option::is_none", rename = "readOnlyPort")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "kubelet 无需认证的只读端口，0 表示关闭", "examples" = [0])))]
    pub read_only_port: Option<i64>,
    /// Image pulls the kubelet may start per second.
    ///
    /// kubelet 每秒可发起的镜像拉取数。
    #[serde(skip_serializing_if = "Option::is_none", rename = "registryPullQPS")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "kubelet 每秒可发起的镜像拉取数", "examples" = [5])))]
    pub registry_pull_qps: Option<i64>,
    /// Image pulls the kubelet may start in one burst.
    ///
    /// kubelet 单次突发可发起的镜像拉取数。
    #[serde(skip_serializing_if = "Option::is_none", rename = "registryBurst")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "kubelet 单次突发可发起的镜像拉取数", "examples" = [10])))]
    pub registry_burst: Option<i64>,
    /// Memory kept on single NUMA nodes.
    ///
    /// 在各 NUMA 节点上预留的内存。
    #[serde(skip_serializing_if = "Option::is_none", rename = "reservedMemory")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "在各 NUMA 节点上预留的内存")))]
    pub reserved_memory: Option<Vec<ReservedMemory>>,
    /// Whether images are pulled one after another.
    ///
    /// 是否逐个拉取镜像。
    #[serde(skip_serializing_if = "Option::is_none", rename = "serializeImagePulls")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否逐个拉取镜像", "examples" = [true])))]
    pub serialize_image_pulls: Option<bool>,
    /// Whether the serving certificate of the kubelet comes from the cluster and is renewed by it.
    ///
    /// kubelet 的服务端证书是否由集群签发并轮换。
    #[serde(skip_serializing_if = "Option::is_none", rename = "serverTLSBootstrap")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "kubelet 的服务端证书是否由集群签发并轮换", "examples" = [false])))]
    pub server_tlsbootstrap: Option<bool>,
    /// How the kubelet lines up CPUs and devices of one NUMA node.
    ///
    /// kubelet 对齐同一 NUMA 节点上 CPU 与设备的策略。
    #[serde(skip_serializing_if = "Option::is_none", rename = "topologyManagerPolicy")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "kubelet 对齐同一 NUMA 节点上 CPU 与设备的策略", "examples" = ["none"])))]
    pub topology_manager_policy: Option<String>,
    /// Traces the kubelet sends.
    ///
    /// kubelet 发送的链路追踪数据。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "kubelet 发送的链路追踪数据")))]
    pub tracing: Option<Tracing>,
}

/// `nodepools[].node_config.kubelet_configuration.reservedMemory[]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ReservedMemory {
    /// Number of the NUMA node.
    ///
    /// NUMA 节点的编号。
    #[serde(skip_serializing_if = "Option::is_none", rename = "numaNode")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "NUMA 节点的编号", "examples" = [0])))]
    pub numa_node: Option<i64>,
    /// Amounts of memory kept, by kind.
    ///
    /// 预留的内存量，按种类填写。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "预留的内存量，按种类填写")))]
    pub limits: Option<BTreeMap<String, Value>>,
}

/// `nodepools[].node_config.kubelet_configuration.tracing`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Tracing {
    /// Collector the traces are sent to.
    ///
    /// 接收链路追踪数据的采集端。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "接收链路追踪数据的采集端", "examples" = ["localhost:4317"])))]
    pub endpoint: Option<String>,
    /// Spans that are sent out of every million.
    ///
    /// 每一百万个 Span 中发送的个数。
    #[serde(skip_serializing_if = "Option::is_none", rename = "samplingRatePerMillion")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "每一百万个 Span 中发送的个数", "examples" = [100])))]
    pub sampling_rate_per_million: Option<i64>,
}

/// `nodepools[].node_components[]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct NodeComponent {
    /// Name of the component.
    ///
    /// 组件的名称。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "组件的名称", "examples" = ["kubelet"])))]
    pub name: Option<String>,
    /// Version of the component.
    ///
    /// 组件的版本。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "组件的版本", "examples" = ["v1.0.0"])))]
    pub version: Option<String>,
    /// Settings of the component.
    ///
    /// 组件的配置。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "组件的配置")))]
    pub config: Option<Config>,
}

/// `nodepools[].node_components[].config`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Config {
    /// Free settings of the component.
    ///
    /// 组件的自定义配置项。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "组件的自定义配置项")))]
    pub custom_config: Option<BTreeMap<String, Value>>,
    /// Environment variables of the component.
    ///
    /// 组件的环境变量。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "组件的环境变量")))]
    pub envs: Option<Vec<Env>>,
}

/// `nodepools[].node_components[].config.envs[]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Env {
    /// Name of the variable.
    ///
    /// 变量的名称。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "变量的名称", "examples" = ["LOG_LEVEL"])))]
    pub name: Option<String>,
    /// Value of the variable.
    ///
    /// 变量的值。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "变量的值", "examples" = ["info"])))]
    pub value: Option<String>,
}

/// `nodepools[].management.auto_repair_policy`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct AutoRepairPolicy {
    /// Whether a node may be restarted to repair it.
    ///
    /// 修复时能否重启节点。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "修复时能否重启节点", "examples" = [true])))]
    pub restart_node: Option<bool>,
    /// Largest number or share of nodes under repair at once.
    ///
    /// 同时修复的节点数或占比上限。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "同时修复的节点数或占比上限", "examples" = ["1"])))]
    pub max_parallel_repairing_nodes: Option<String>,
    /// Number or share of faulty nodes above which no further repair starts.
    ///
    /// 故障节点数或占比超过此值后不再发起修复。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "故障节点数或占比超过此值后不再发起修复", "examples" = ["20%"])))]
    pub max_unhealthy_nodes_threshold: Option<String>,
}

/// `nodepools[].management.auto_upgrade_policy`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct AutoUpgradePolicy {
    /// Whether the kubelet is upgraded automatically.
    ///
    /// kubelet 是否自动升级。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "kubelet 是否自动升级", "examples" = [true])))]
    pub auto_upgrade_kubelet: Option<bool>,
}

/// `nodepools[].management.auto_vul_fix_policy`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct AutoVulFixPolicy {
    /// Whether a node may be restarted to fix a vulnerability.
    ///
    /// 修复漏洞时能否重启节点。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "修复漏洞时能否重启节点", "examples" = [true])))]
    pub restart_node: Option<bool>,
    /// Severities of the vulnerabilities that are fixed, separated by commas.
    ///
    /// 需要修复的漏洞等级，以半角逗号隔开。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "需要修复的漏洞等级，以半角逗号隔开", "examples" = ["asap,later"])))]
    pub vul_level: Option<String>,
}

/// `nodepools[].scaling_group.disk_init[]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct DiskInit {
    /// Disk meant: the disk_name of a data disk, or a new name for a local disk.
    ///
    /// 所指的磁盘：数据盘的 disk_name，或本地盘的新名称。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "所指的磁盘：数据盘的 disk_name，或本地盘的新名称", "examples" = ["data-1"])))]
    pub disk_name: Option<String>,
    /// Whether the disk is a local one of the instance.
    ///
    /// 是否为实例的本地盘。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "是否为实例的本地盘", "examples" = [false])))]
    pub local_disk: Option<bool>,
    /// File system the disk is formatted with; left out, it is not formatted.
    ///
    /// 格式化所用的文件系统，不填则不格式化。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "格式化所用的文件系统，不填则不格式化", "examples" = ["ext4"])))]
    pub mkfs_type: Option<String>,
    /// Directory the disk is mounted at; left out, it is not mounted.
    ///
    /// 磁盘的挂载目录，不填则不挂载。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "磁盘的挂载目录，不填则不挂载", "examples" = ["/mnt/data1"])))]
    pub mount_target: Option<String>,
    /// Whether the container runtime keeps its data on the disk.
    ///
    /// 容器运行时的数据是否存放在该磁盘。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "容器运行时的数据是否存放在该磁盘", "examples" = [false])))]
    pub mount_for_runtime: Option<bool>,
}

/// `nodepools[].scaling_group.cpu_options`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct CpuOptions {
    /// Whether virtual machines can run inside the instances: enabled or disabled.
    ///
    /// 实例内能否再运行虚拟机：enabled 或 disabled。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "实例内能否再运行虚拟机：enabled 或 disabled", "examples" = ["disabled"])))]
    pub nested_virtualization: Option<String>,
}

/// `nodepools[].scaling_group.instance_metadata_options`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ScalingGroupInstanceMetadataOptions {
    /// Whether metadata is given out only to requests with a token: optional or required.
    ///
    /// 读取元数据是否必须携带令牌：optional 或 required。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "读取元数据是否必须携带令牌：optional 或 required", "examples" = ["optional"])))]
    pub http_tokens: Option<String>,
}

/// `nodepools[].scaling_group.private_pool_options`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct PrivatePoolOptions {
    /// Reserved capacity meant, by id.
    ///
    /// 所指定的预留容量 ID。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "所指定的预留容量 ID", "examples" = ["eap-bp67acfmxazb4e1k9d2s"])))]
    pub id: Option<String>,
    /// How reserved capacity is chosen: Open, Target or None.
    ///
    /// 预留容量的选取方式：Open、Target 或 None。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "预留容量的选取方式：Open、Target 或 None", "examples" = ["Open"])))]
    pub match_criteria: Option<String>,
}

/// `nodepools[].scaling_group.resource_pool_options`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ResourcePoolOptions {
    /// Whether reserved capacity comes first, is the only one, or does not count.
    ///
    /// 预留容量是优先、唯一还是不参与。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "预留容量是优先、唯一还是不参与", "examples" = ["PrivatePoolFirst"])))]
    pub strategy: Option<String>,
    /// Reserved capacity that may be used, by id.
    ///
    /// 可使用的预留容量 ID。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "可使用的预留容量 ID")))]
    pub private_pool_ids: Option<Vec<String>>,
}

/// `worker_data_disks[]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct WorkerDataDisk {
    /// Category of the data disk.
    ///
    /// 数据盘的云盘类型。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "数据盘的云盘类型", "deprecated" = true, "examples" = ["cloud_efficiency", "cloud_ssd", "cloud_essd", "cloud_auto", "cloud_essd_entry", "cloud", "elastic_ephemeral_disk_standard", "elastic_ephemeral_disk_premium"])))]
    pub category: Option<String>,
    /// Size of the data disk, a number or a number as a string.
    ///
    /// 数据盘的大小，数字或写成字符串的数字。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "数据盘的大小，数字或写成字符串的数字", "x-unit" = "GiB", "deprecated" = true, "examples" = [120])))]
    pub size: Option<Value>,
    /// Whether the data disk is encrypted; the string true or false.
    ///
    /// 数据盘是否加密，取字符串 true 或 false。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "数据盘是否加密，取字符串 true 或 false", "deprecated" = true, "enum" = ["true", "false", ""])))]
    pub encrypted: Option<String>,
    /// Policy by which snapshots of the data disk are taken.
    ///
    /// 数据盘的自动快照策略。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "数据盘的自动快照策略", "deprecated" = true, "examples" = ["sp-2zej1nogjvovnz4z8k3d"])))]
    pub auto_snapshot_policy_id: Option<String>,
    /// Performance level of the data disk; for ESSD disks only.
    ///
    /// 数据盘的性能级别，仅适用于 ESSD 云盘。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "数据盘的性能级别，仅适用于 ESSD 云盘", "deprecated" = true, "enum" = ["PL0", "PL1", "PL2", "PL3", ""])))]
    pub performance_level: Option<String>,
}

/// `taints[]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ClusterTaint {
    /// Key of the taint.
    ///
    /// 污点的键。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "污点的键", "deprecated" = true, "examples" = ["dedicated"])))]
    pub key: Option<String>,
    /// Value of the taint; it may be empty.
    ///
    /// 污点的值，允许留空。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "污点的值，允许留空", "deprecated" = true, "examples" = ["gpu"])))]
    pub value: Option<String>,
    /// What happens to Pods that do not tolerate the taint.
    ///
    /// 对不能容忍该污点的 Pod 的处理方式。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-zh" = "对不能容忍该污点的 Pod 的处理方式", "deprecated" = true, "enum" = ["NoSchedule", "NoExecute", "PreferNoSchedule", ""])))]
    pub effect: Option<String>,
}
