//! A program that does nothing: what starting costs at least.

fn main() {}
