//! Prints a JSON Schema: of the request, or of rule files with the argument `rule`.

use std::io::Write as _;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let schema = match std::env::args().nth(1).as_deref() {
        Some("rule") => schemars::schema_for!(acklint::pack::Rule),
        Some("pack") => schemars::schema_for!(acklint::pack::Pack),
        _ => schemars::schema_for!(acklint::model::CreateClusterRequest),
    };
    writeln!(std::io::stdout(), "{}", serde_json::to_string_pretty(&schema)?)?;
    Ok(())
}
