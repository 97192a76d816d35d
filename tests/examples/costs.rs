//! What each rule costs on a clean body, in nanoseconds: the rule alone against no rule at all.
#![allow(clippy::print_stdout, clippy::unwrap_used)] // it prints, and stops if something is wrong
#![allow(clippy::cast_precision_loss)] // a few digits do
use acklint_document::{Document, ReadOptions};
use acklint_engine::{Findings, Options, Program, Scratch, check, compile, pack::Pack};
use std::time::Instant;

fn time(program: &Program, stream: &[String]) -> f64 {
    let (mut doc, mut scratch, mut findings) = (Document::new(), Scratch::default(), Findings::new());
    let (options, read) = (Options::default(), ReadOptions::default());
    let mut best = f64::MAX;
    for _ in 0..40 {
        let start = Instant::now();
        for body in stream {
            doc.read(body.as_bytes(), &read);
            check(program, &mut doc, &options, &mut scratch, &mut findings);
        }
        best = best.min(start.elapsed().as_nanos() as f64 / stream.len() as f64);
    }
    best
}

fn main() {
    let stream = acklint_tests::bodies(300);
    let pack = acklint::builtin_pack();
    let base = Pack { rules: vec![], ..pack.clone() };
    let none = time(&compile(&[&base]).unwrap(), &stream);
    let all = time(&compile(&[pack]).unwrap(), &stream);
    println!("{none:8.0} read and shape\n{all:8.0} all rules");
    let mut rows: Vec<(f64, &str)> = pack
        .rules
        .iter()
        .map(|rule| {
            let alone = Pack { rules: vec![rule.clone()], ..base.clone() };
            (time(&compile(&[&alone]).unwrap(), &stream) - none, rule.id.as_str())
        })
        .collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (cost, id) in rows {
        println!("{cost:8.0} {id}");
    }
}
