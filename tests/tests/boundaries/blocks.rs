//! The rules about address blocks, against sets of addresses.

use acklint::{Findings, Options};
use acklint_engine::proof::{request, run};
use ipnetwork::Ipv4Network;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::net::Ipv4Addr;

/// The VPC of the baseline.
const VPC: &str = "vpc-2zeik9h3ahvv2zz95c0ab";

/// An address and a prefix length, as they are written.
#[derive(Clone, Copy, Debug)]
struct Block {
    address: u32,
    prefix: u8,
}

impl Block {
    fn text(self) -> String {
        format!("{}/{}", Ipv4Addr::from(self.address), self.prefix)
    }

    /// All its addresses; blocks here are small.
    fn addresses(self) -> BTreeSet<u32> {
        (0..=u32::MAX >> self.prefix)
            .map(|host| (self.address >> (32 - self.prefix) << (32 - self.prefix)) + host)
            .collect()
    }

    /// What another library makes of it.
    fn network(self) -> Ipv4Network {
        Ipv4Network::new(Ipv4Addr::from(self.address), self.prefix).unwrap()
    }

    fn has_host_bits(self) -> bool {
        self.network().network() != Ipv4Addr::from(self.address)
    }
}

fn overlap(a: Block, b: Block) -> bool {
    let (a, b) = (a.network(), b.network());
    a.contains(b.network()) || b.contains(a.network())
}

fn is_within(block: Block, outer: &str) -> bool {
    let outer: Ipv4Network = outer.parse().unwrap();
    outer.prefix() <= block.prefix && outer.contains(block.network().network())
}

/// Blocks close to each other, so that they often meet.
fn small() -> impl Strategy<Value = Block> {
    (0_u32..1 << 10, 22_u8..=30).prop_map(|(low, prefix)| Block { address: 0x0a00_0000 | low, prefix })
}

/// Any block, often one near the borders of the private ranges.
fn any_block() -> impl Strategy<Value = Block> {
    let near = prop::sample::select(vec![
        0x0a00_0000_u32,
        0x0b00_0000,
        0xac10_0000,
        0xac20_0000,
        0xc0a8_0000,
        0xc0a9_0000,
    ]);
    let address = prop_oneof![
        any::<u32>(),
        (near.clone(), any::<u16>()).prop_map(|(base, low)| base.wrapping_add(u32::from(low))),
        (near, any::<u16>()).prop_map(|(base, low)| base.wrapping_sub(u32::from(low))),
    ];
    (address, 0_u8..=32, any::<bool>()).prop_map(|(address, prefix, clean)| {
        let mask = u32::MAX.checked_shl(32 - u32::from(prefix)).unwrap_or(0);
        Block { address: if clean { address & mask } else { address }, prefix }
    })
}

fn findings(fields: &Value, facts: Option<&Value>) -> Findings {
    let body = request(acklint::builtin_pack(), None, &fields.to_string());
    run(acklint::builtin_program(), &body, facts.map(Value::to_string).as_deref())
}

fn has(findings: &Findings, rule: &str, pointer: &str) -> bool {
    findings.iter().any(|f| f.rule == rule && f.pointer == pointer)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn blocks_overlap_if_they_share_an_address(pods in small(), services in small()) {
        let shared = !pods.addresses().is_disjoint(&services.addresses());
        prop_assert_eq!(shared, overlap(pods, services));
        let fields = json!({ "container_cidr": pods.text(), "service_cidr": services.text() });
        let found = findings(&fields, None);
        prop_assert_eq!(has(&found, "pod-service-cidr-overlap", "/container_cidr"), shared, "{}", fields);
    }

    #[test]
    fn blocks_of_the_vpc_count(pods in small(), services in small(), main in small(), more in small()) {
        let facts = json!({ "vpcs": [{ "id": VPC, "cidrs": [main.text(), more.text()] }] });
        let fields = json!({ "container_cidr": pods.text(), "service_cidr": services.text() });
        let found = findings(&fields, Some(&facts));
        for (rule, field, block) in [
            ("container-cidr-overlaps-vpc", "/container_cidr", pods),
            ("service-cidr-overlaps-vpc", "/service_cidr", services),
        ] {
            let meets = [main, more].iter().any(|b| !b.addresses().is_disjoint(&block.addresses()));
            prop_assert_eq!(has(&found, rule, field), meets, "{} {} {}", rule, fields, facts);
        }
    }

    #[test]
    fn any_block_is_judged_by_its_range(pods in any_block(), services in any_block()) {
        let private = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];
        let is_private = |block| private.iter().any(|range| is_within(block, range));
        let fields = json!({ "container_cidr": pods.text(), "service_cidr": services.text() });
        let found = findings(&fields, None);
        let told = |rule, field| has(&found, rule, field);
        for field in ["/container_cidr", "/service_cidr"] {
            prop_assert!(!told("invalid-cidr", field), "{}", fields);
        }
        prop_assert_eq!(told("cidr-host-bits", "/container_cidr"), pods.has_host_bits(), "{}", fields);
        prop_assert_eq!(told("cidr-host-bits", "/service_cidr"), services.has_host_bits(), "{}", fields);
        prop_assert_eq!(told("container-cidr-not-private", "/container_cidr"), !is_private(pods), "{}", fields);
        let fits = is_private(services) && (16..=24).contains(&services.prefix);
        prop_assert_eq!(told("service-cidr-out-of-range", "/service_cidr"), !fits, "{}", fields);
        prop_assert_eq!(told("pod-service-cidr-overlap", "/container_cidr"), overlap(pods, services), "{}", fields);
    }

    /// What is suggested overlaps nothing.
    #[test]
    fn suggested_blocks_are_free(pods in any_block(), services in any_block()) {
        let fields = json!({ "container_cidr": pods.text(), "service_cidr": services.text() });
        let body = request(acklint::builtin_pack(), None, &fields.to_string());
        let check = |body: &str| run(acklint::builtin_program(), body, None);
        let overlaps = |found: &Findings| has(found, "pod-service-cidr-overlap", "/container_cidr");
        let found = check(&body);
        for fix in found.iter().filter(|f| f.rule == "pod-service-cidr-overlap").flat_map(|f| f.fixes) {
            let fixed = fix.apply(&body).unwrap();
            let left = check(&fixed);
            prop_assert!(!overlaps(&left), "{} {}", fix.title, fields);
            let told = left.iter().filter(|f| f.rule == "container-cidr-not-private").count();
            prop_assert!(told == 0 || fix.title.contains("service_cidr"), "{} {}", fix.title, fields);
        }
    }

    /// A text that is no block is told as one fault, and none of the others.
    #[test]
    fn only_blocks_are_blocks(text in "[0-9./ a]{1,18}|[0-9]{1,3}(\\.[0-9]{1,3}){3}/[0-9]{1,2}") {
        let strict = text.split_once('/').is_some_and(|(address, prefix)| {
            let plain = |n: &str| n == "0" || !n.starts_with('0');
            address.parse::<Ipv4Addr>().is_ok() && plain(prefix) && prefix.bytes().all(|b| b.is_ascii_digit())
                && prefix.parse::<u8>().is_ok_and(|n| n <= 32)
        });
        let found = findings(&json!({ "container_cidr": text }), None);
        prop_assert_eq!(has(&found, "invalid-cidr", "/container_cidr"), !strict, "{}", text);
        if !strict {
            let others = found.iter().filter(|f| f.pointer == "/container_cidr").count();
            prop_assert_eq!(others, 1, "{:?}", found);
        }
    }

    /// The nodes that fit are counted in blocks of addresses.
    #[test]
    fn nodes_need_a_block_each(prefix in 16_u8..=24, mask in 24_u8..=28, nodes in 0_u32..300) {
        prop_assume!(mask > prefix);
        let fields = json!({
            "container_cidr": format!("172.20.0.0/{prefix}"), "node_cidr_mask": mask.to_string(),
            "master_count": 3, "nodepools": [{ "count": nodes }],
        });
        let blocks = (1_u32 << (32 - prefix)) / (1_u32 << (32 - mask));
        let too_many = nodes + 3 > blocks;
        let found = findings(&fields, None);
        prop_assert_eq!(found.iter().any(|f| f.rule == "nodes-exceed-pod-cidr"), too_many, "{}", fields);
    }
}

#[test]
fn options_are_those_of_a_plain_check() {
    // `run` reads as the linter does.
    let body = request(acklint::builtin_pack(), None, "{}");
    let mut linter = acklint::Linter::new();
    let plain = linter.check(body.as_bytes(), &Options::default());
    assert_eq!(&run(acklint::builtin_program(), &body, None), plain);
}
