//! How the command is linked.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let target = |key: &str| std::env::var(key).unwrap_or_default();
    if target("CARGO_CFG_TARGET_OS") == "linux" && target("CARGO_CFG_TARGET_ENV") == "gnu" {
        // A tenth of the time to start goes into moving tables to a random address. There is no unsafe code here
        // that such an address would guard.
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
