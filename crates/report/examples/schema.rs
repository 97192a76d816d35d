//! Prints the JSON Schema of `--format json`.

use std::io::Write as _;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let schema = schemars::schema_for!(acklint_report::json::Report);
    writeln!(std::io::stdout(), "{}", serde_json::to_string_pretty(&schema)?)?;
    Ok(())
}
