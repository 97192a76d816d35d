//! `cargo xtask wasm`: the npm package, in `wasm/pkg`, with whatever toolchain the machine has.

#[cfg(feature = "wasm")]
mod arrange;
mod docs;
pub(crate) mod size;

use crate::bake::root;
use crate::system::{call, install};
use acklint_engine::pack::Pack;
use serde_json::Value;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

type Done<T = ()> = Result<T, Box<dyn Error>>;

const TARGET: &str = "wasm32-unknown-unknown";
/// What Debian calls the pieces.
const PACKAGES: [&str; 5] = ["rustc-web", "cargo-web", "rust-web-src", "lld-19", "binaryen"];
/// Tables of references are not needed, and older versions of `wasm-opt` spoil them. Vectors of sixteen bytes every
/// browser of the last years has; the reader works with them. Loops whose variables are made cheaper to step need more
/// of them, and are no faster.
const FLAGS: &str = "-Ctarget-feature=+simd128,-reference-types,-multivalue -Cllvm-args=-disable-lsr";
/// Where the standard library is built along, it is built small, and a panic, which nothing here can cause, is a
/// trap without words. Its generic functions are compiled anew where they are used: those that come with it are built
/// so small that going through a slice calls one for every item.
const DEBIAN_FLAGS: &str =
    "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zshare-generics=no";
/// What the compiler emits and `wasm-opt` must be told to accept.
const WASM_FEATURES: [&str; 5] = [
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
];

/// Builds the package; with `names`, functions keep theirs, for profilers. Without the feature that brings
/// wasm-bindgen's generator, starts itself again with it.
pub(crate) fn run(args: &[&str]) -> Done {
    if cfg!(feature = "wasm") {
        return package(args.contains(&"names"));
    }
    let mut again = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    again.current_dir(root()).args([
        "run",
        "--quiet",
        "--locked",
        "--package",
        "xtask",
        "--features",
        "wasm",
        "--",
        "wasm",
    ]);
    call(again.args(args))
}

fn package(names: bool) -> Done {
    let toolchain = Toolchain::find()?;
    let out = root().join("wasm/pkg");
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    fs::create_dir_all(&out)?;
    for (name, features) in [("acklint", &[][..]), ("full", &["full"])] {
        let module = toolchain.build(features)?;
        bindgen(&module, &out, name, names)?;
        let module = out.join(format!("{name}_bg.wasm"));
        optimize(&module, names)?;
        // The full module is seldom loaded, and large: it would take minutes.
        if features.is_empty() && !names {
            arrange(&module)?;
        }
    }
    let pack: Pack = serde_json::from_slice(&fs::read(root().join("crates/ack/pack.json"))?)?;
    fs::write(out.join("docs.json"), docs::docs(&pack))?;
    let schema: Value = serde_json::from_slice(&fs::read(root().join("crates/ack/schema.json"))?)?;
    fs::write(out.join("schema.json"), schema.to_string())?;
    let js = root().join("wasm/js");
    for file in fs::read_dir(&js)? {
        let file = file?;
        fs::copy(file.path(), out.join(file.file_name()))?;
    }
    for file in fs::read_dir(&out)? {
        let file = file?.path();
        if file.extension().is_some_and(|ending| ending == "js") {
            fs::write(&file, lean(&fs::read_to_string(&file)?))?;
        }
    }
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        fs::copy(root().join(licence), out.join(licence))?;
    }
    println!("wrote {}", out.display());
    Ok(())
}

/// JavaScript without the comments that have lines of their own, and without what stands before and between lines:
/// pages load it as it is, and `index.d.ts` tells what it does. No text in it goes over several lines.
fn lean(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let code =
        lines.filter(|line| !line.is_empty() && !["/*", "*", "//"].iter().any(|c| line.starts_with(c)));
    code.flat_map(|line| [line, "\n"]).collect()
}

/// How the module is compiled.
enum Toolchain {
    /// The compiler in use has the target.
    Own,
    /// Debian's packages: the standard library is built along.
    Debian,
}

impl Toolchain {
    fn find() -> Done<Self> {
        let sysroot = Command::new("rustc").args(["--print", "sysroot"]).output()?;
        let sysroot = String::from_utf8_lossy(&sysroot.stdout).trim().to_owned();
        if Path::new(&sysroot).join("lib/rustlib").join(TARGET).exists() {
            return Ok(Self::Own);
        }
        if !Path::new("/usr/bin/apt-get").exists() {
            return Err(format!("the compiler lacks the target: rustup target add {TARGET}").into());
        }
        let missing: Vec<&str> = PACKAGES.into_iter().filter(|name| !installed(name)).collect();
        if !missing.is_empty() {
            install(&missing).map_err(|error| format!("{error}; or `rustup target add {TARGET}`"))?;
        }
        Ok(Self::Debian)
    }

    /// Compiles the module and returns its path.
    fn build(&self, features: &[&str]) -> Done<PathBuf> {
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
        // Another compiler would throw away what is there.
        let target = target.join(if matches!(self, Self::Own) { "wasm" } else { "wasm-debian" });
        let (mut cargo, flags) = match self {
            Self::Own => (Command::new("cargo"), FLAGS.to_owned()),
            Self::Debian => (debian_cargo(), format!("{FLAGS} {DEBIAN_FLAGS}")),
        };
        cargo.current_dir(root()).env("CARGO_TARGET_DIR", &target).env("RUSTFLAGS", flags);
        // As this kind alone: with a Rust library beside it, Cargo leaves out optimisation across crates.
        cargo.args(["rustc", "--crate-type", "cdylib", "--package", "acklint-wasm", "--lib", "--locked"]);
        cargo.args(["--profile", "wasm", "--target", TARGET]);
        if !features.is_empty() {
            cargo.args(["--features", &features.join(",")]);
        }
        call(&mut cargo)?;
        Ok(target.join(TARGET).join("wasm/acklint_wasm.wasm"))
    }
}

fn debian_cargo() -> Command {
    let mut cargo = Command::new("/usr/bin/cargo");
    for name in ["CARGO", "RUSTC", "RUSTUP_TOOLCHAIN", "RUSTC_WRAPPER", "LD_LIBRARY_PATH"] {
        cargo.env_remove(name);
    }
    cargo.env("PATH", "/usr/bin:/bin").env("RUSTC_BOOTSTRAP", "1");
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-19");
    cargo.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
    cargo
}

fn installed(package: &str) -> bool {
    let status =
        Command::new("dpkg-query").args(["--show", "--showformat=${db:Status-Status}", package]).output();
    status.is_ok_and(|status| status.stdout == b"installed")
}

/// Makes the JavaScript side of the module: its functions alone. What loads the module is in `js/`, and knows one
/// way where the generator's own knows all.
#[cfg(feature = "wasm")]
fn bindgen(module: &Path, out: &Path, name: &str, names: bool) -> Done {
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.input_path(module).out_name(name).typescript(false).bundler(true)?;
    bindgen.remove_name_section(!names).remove_producers_section(true);
    bindgen.generate(out)?;
    // In place of the file that leaves loading to a bundler.
    Ok(fs::rename(out.join(format!("{name}_bg.js")), out.join(format!("{name}.js")))?)
}

#[cfg(not(feature = "wasm"))]
fn bindgen(_: &Path, _: &Path, _: &str, _: bool) -> Done {
    Err("built without the feature `wasm`".into())
}

fn optimize(module: &Path, names: bool) -> Done {
    let mut tool = Command::new("wasm-opt");
    call(
        // Nothing lies in the lowest addresses, which are the far end of the stack.
        tool.args(["-O3", "-Oz", "--low-memory-unused", "--strip-producers"])
            .args(names.then_some("--debuginfo"))
            .args(WASM_FEATURES)
            .arg(module)
            .arg("-o")
            .arg(module),
    )
    .map_err(|error| format!("{error}; `wasm-opt` is part of binaryen").into())
}

#[cfg(feature = "wasm")]
fn arrange(module: &Path) -> Done {
    let arranged =
        arrange::arranged(fs::read(module)?).map_err(|error| format!("{}: {error}", module.display()))?;
    Ok(fs::write(module, arranged)?)
}

#[cfg(not(feature = "wasm"))]
fn arrange(_: &Path) -> Done {
    Err("built without the feature `wasm`".into())
}
