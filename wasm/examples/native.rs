//! The same checks without WebAssembly, for tests that compare: `native findings` reads texts from stdin, each
//! after its length in four bytes, little-endian, and prints the findings of each as a line of JSON;
//! `native bodies COUNT` prints varied requests, one a line.
#![allow(clippy::print_stdout)] // it prints

use acklint_wasm::{Session, options};
use std::io::Read as _;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["bodies", count] => {
            for body in acklint_tests::bodies(count.parse().unwrap_or(1)) {
                println!("{body}");
            }
        }
        ["findings", flags] => findings(flags.parse().unwrap_or(0)),
        _ => println!("native findings FLAGS | native bodies COUNT"),
    }
}

fn findings(flags: u32) {
    let mut input = vec![];
    let _ = std::io::stdin().read_to_end(&mut input);
    let mut session = Session::default();
    let mut rest = input.as_slice();
    while let Some((len, behind)) = rest.split_first_chunk() {
        let (text, behind) = behind.split_at(u32::from_le_bytes(*len) as usize);
        session.input(text.len()).copy_from_slice(text);
        let found = session.check(text.len(), &options(flags, 1000)) > 0;
        println!("{}", if found { session.answer() } else { "[]" });
        rest = behind;
    }
}
