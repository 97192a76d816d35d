//! The built-in pack: made by `cargo xtask bake` from `rules/`, committed, read in at first use.

use acklint_engine::Program;
use acklint_engine::pack::Pack;
use once_cell::race::OnceBox;

/// The compiled rules, for checking: tables and texts.
#[cfg(target_family = "wasm")]
static TABLES: &[u8] = include_bytes!("../pack.bin");
/// The same: four times as large, and read in a third of the time.
#[cfg(not(target_family = "wasm"))]
static TABLES: [u32; include_bytes!("../pack.wide.bin").len() / 4] =
    words(include_bytes!("../pack.wide.bin"));
static TEXTS: &str = include_str!("../pack.txt");
/// The rules as they were written, for explaining.
static PACK_TEXT: &str = include_str!("../pack.json");

/// Which rules hold which sentence of the page, as JSON.
pub const COVERAGE: &str = include_str!("../coverage.json");

/// JSON Schema of the request.
pub const REQUEST_SCHEMA: &str = include_str!("../schema.json");
/// JSON Schema of a file of rules of one's own.
pub const PACK_SCHEMA: &str = include_str!("../pack.schema.json");
/// JSON Schema of one rule in a file of its own.
pub const RULE_SCHEMA: &str = include_str!("../../../rules/rule.schema.json");

/// The built-in rules, compiled.
///
/// # Panics
/// If the committed pack is not of this version of the engine: a test holds that it is, and rules that silently
/// say nothing would be worse.
#[allow(clippy::expect_used)]
pub fn program() -> &'static Program {
    static PROGRAM: OnceBox<Program> = OnceBox::new();
    PROGRAM.get_or_init(|| {
        #[cfg(target_family = "wasm")]
        let program = Program::from_bytes(TABLES, TEXTS);
        #[cfg(not(target_family = "wasm"))]
        let program = Program::from_words(&TABLES, TEXTS);
        Box::new(program.expect("the committed pack is of this version"))
    })
}

#[cfg(not(target_family = "wasm"))]
#[allow(clippy::indexing_slicing)] // at build time
const fn words<const COUNT: usize>(bytes: &[u8]) -> [u32; COUNT] {
    let mut words = [0; COUNT];
    let mut at = 0;
    while at < COUNT {
        words[at] =
            u32::from_le_bytes([bytes[4 * at], bytes[4 * at + 1], bytes[4 * at + 2], bytes[4 * at + 3]]);
        at += 1;
    }
    words
}

/// The built-in rules as data, with texts, sources and examples.
pub fn pack() -> &'static Pack {
    static PACK: OnceBox<Pack> = OnceBox::new();
    PACK.get_or_init(|| Box::new(serde_json::from_str(PACK_TEXT).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::{Program, TABLES, TEXTS, program};

    fn bytes() -> Vec<u8> {
        TABLES.iter().flat_map(|word| word.to_le_bytes()).collect()
    }

    #[test]
    fn what_is_read_is_what_was_written() {
        let packed = include_bytes!("../pack.bin");
        assert_eq!(program().to_bytes(), (packed.to_vec(), TEXTS.to_owned()));
        assert_eq!(program().to_wide_bytes(), (bytes(), TEXTS.to_owned()));
        assert_eq!(Program::from_bytes(packed, TEXTS).map(|p| p.to_bytes()), Some(program().to_bytes()));
        assert!(Program::from_bytes(packed, "").is_none(), "texts of another program");
        assert!(Program::from_words(&TABLES, "").is_none(), "texts of another program");
    }
}
