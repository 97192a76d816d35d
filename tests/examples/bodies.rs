//! Prints bodies, one a line.
#![allow(clippy::print_stdout)] // it prints
fn main() {
    for body in acklint_tests::bodies(3) {
        println!("{body}");
    }
}
