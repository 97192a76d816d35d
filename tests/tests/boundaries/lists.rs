//! Limits of lists, and requests in which every field is at its limit.

use super::{demand, pattern, sites};
use acklint::{Level, Linter, Options};
use acklint_engine::pack::{Expr, Pack, Predicate, Relation, Rule};
use acklint_engine::proof::invalid_request;
use acklint_tests::path;
use serde_json::{Value, json};

/// Lists that a rule limits, with the most items they may have.
fn limits(pack: &Pack, rule: &Rule) -> Vec<(String, u64)> {
    let limit = |predicate: &Predicate| match predicate {
        Predicate::Compare(c) if c.is == Relation::AtMost => match (&c.left, &c.right) {
            (Expr::Items(list), Expr::Value(most)) => Some((list.clone(), u64::try_from(*most).ok()?)),
            _ => None,
        },
        Predicate::Count(c) if c.r#where.is_none() => Some((c.r#in.clone(), u64::from(c.max?))),
        _ => None,
    };
    let site = |site| {
        let (list, most) = limit(demand(rule, site)?.0)?;
        let list = site.bind.get(&list).unwrap_or(&list);
        Some((pattern(&site.at, list.trim_end_matches("[*]")), most))
    };
    sites(pack, rule).iter().filter_map(site).collect()
}

#[test]
fn lists_may_be_as_long_as_their_limit_and_no_longer() {
    let pack = acklint::builtin_pack();
    let mut tried = vec![];
    for rule in &pack.rules {
        for (list, most) in limits(pack, rule) {
            let list = list.replace('*', "0");
            let example = rule.invalid.iter().find(|e| e.at.starts_with(&list)).unwrap();
            let mut body: Value = serde_json::from_str(&invalid_request(pack, example)).unwrap();
            for count in [most - 1, most, most + 1, most * 50] {
                let item = |n: u64| match body.pointer(&list).unwrap()[0] {
                    Value::Object(_) => json!({ "key": format!("k{n}") }),
                    _ => json!(format!("sg-{n:020}")),
                };
                let items: Vec<Value> = (0..count).map(item).collect();
                *body.pointer_mut(&list).unwrap() = Value::Array(items);
                let mut linter = Linter::new();
                let findings = linter.check(body.to_string().as_bytes(), &Options::default());
                let found = findings.iter().filter(|f| f.rule == rule.id).count();
                assert_eq!(found, usize::from(count > most), "{}: {count} in {list}", rule.id);
            }
            tried.push(list);
        }
    }
    assert!(tried.len() >= 3, "{tried:?}");
}

/// What `predicate` bounds: path, smallest, largest.
fn bounds(predicate: &Predicate, out: &mut Vec<(String, Option<i64>, Option<i64>)>) {
    match predicate {
        Predicate::All(list) => list.iter().for_each(|p| bounds(p, out)),
        Predicate::Range(b) | Predicate::Length(b) if b.of.part.is_none() => {
            out.push((b.of.of.clone(), b.min, b.max));
        }
        _ => {}
    }
}

/// Values of a request at a pattern; `*` is any item.
fn values<'v>(value: &'v Value, parts: &[&str]) -> Vec<&'v Value> {
    match parts {
        [] => vec![value],
        ["*", rest @ ..] => value.as_array().into_iter().flatten().flat_map(|v| values(v, rest)).collect(),
        [name, rest @ ..] => value.get(name).map(|v| values(v, rest)).unwrap_or_default(),
    }
}

/// Every field with a documented bound is in a legal request at its largest, and in one at its smallest; that
/// they give no error is shown with all other good requests.
#[test]
fn all_limits_stand_in_a_legal_request() {
    let pack = acklint::builtin_pack();
    let read = |name: &str| -> Value {
        serde_json::from_slice(&std::fs::read(path("requests/good").join(name)).unwrap()).unwrap()
    };
    let (largest, smallest) = (read("maximal-current-fields.json"), read("smallest-values.json"));
    let (mut missing, mut seen) = (vec![], 0);
    for rule in &pack.rules {
        for site in sites(pack, rule) {
            if site.level.unwrap_or(rule.level) != Level::Error {
                continue;
            }
            let mut found = vec![];
            if let Some((predicate, false)) = demand(rule, site) {
                bounds(predicate, &mut found);
            }
            for (field, min, max) in found {
                let field = site.bind.get(&field).unwrap_or(&field);
                let at = pattern(&site.at, field);
                let parts: Vec<&str> = at.split('/').skip(1).collect();
                for (request, limit) in [(&smallest, min), (&largest, max)] {
                    let Some(limit) = limit else { continue };
                    let size = |value: &&Value| match value {
                        Value::String(text) => {
                            text.parse().unwrap_or(-1) == limit || text.chars().count() as i64 == limit
                        }
                        value => value.as_i64() == Some(limit),
                    };
                    seen += 1;
                    if !values(request, &parts).iter().any(size) {
                        missing.push(format!("{}: {at} at {limit}", rule.id));
                    }
                }
            }
        }
    }
    assert!(missing.is_empty(), "\n{}\n", missing.join("\n"));
    assert!(seen > 30, "{seen}");
}
