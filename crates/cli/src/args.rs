//! What can be written on the command line.

use acklint::{Lang, Level};
use clap::{Args, Parser, Subcommand, ValueEnum};

/// Checks the request that creates an Alibaba Cloud Kubernetes (ACK) cluster before it is sent.
#[derive(Debug, Parser)]
#[command(name = "acklint", version, disable_help_subcommand = true)]
#[command(after_help = "Exit status: 0 nothing at or above --fail-on, 1 something, 2 could not run.")]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check requests
    Check(CheckArgs),
    /// Tell everything about a rule (source, reason, examples, fix) or a field (type, default, rules)
    Explain(ExplainArgs),
    /// List all rules
    Rules(RulesArgs),
    /// What rules need to know of the account
    Facts(FactsArgs),
    /// Print a JSON Schema
    Schema(SchemaArgs),
}

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "switches of a command line are independent of each other")]
pub(crate) struct CheckArgs {
    /// Files, directories (all *.json and *.jsonc in them), quoted globs; `-` is standard input
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<String>,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t = Format::Pretty)]
    pub(crate) format: Format,
    /// Exit with 1 if there is a finding of this level or above
    #[arg(long, value_name = "LEVEL", value_enum, default_value_t = FailOn::Error)]
    pub(crate) fail_on: FailOn,
    /// Apply safe fixes to the files; standard input comes out fixed
    #[arg(long)]
    pub(crate) fix: bool,
    /// With --fix or --diff: also apply fixes that may change the meaning
    #[arg(long)]
    pub(crate) unsafe_fixes: bool,
    /// Show what --fix would change (secrets masked), and change nothing
    #[arg(long, conflicts_with_all = ["fix", "format"])]
    pub(crate) diff: bool,
    /// Comments and trailing commas are no faults, as in *.jsonc files
    #[arg(long)]
    pub(crate) jsonc: bool,
    /// Placeholders and template holes such as `${VPC}` are no faults
    #[arg(long)]
    pub(crate) allow_placeholders: bool,
    /// Rules of your own, besides the built-in ones: a TOML file or a folder of them; may be repeated
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Vec<String>,
    /// What is known of the account: output of the commands of `acklint facts template`; may be repeated
    #[arg(long, value_name = "FILE")]
    pub(crate) facts: Vec<String>,
    /// Also list the rules that could not be decided, and what would decide them
    #[arg(long)]
    pub(crate) explain_unknown: bool,
    /// Print only findings at or above --fail-on, and no summary
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// Refuse longer requests: bytes, or with K, M, G
    #[arg(long, value_name = "SIZE", value_parser = size, default_value = "64M")]
    pub(crate) max_size: usize,
    #[command(flatten)]
    pub(crate) look: LookArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// Id of a rule; or a field: its name, its path, or a pointer to it
    #[arg(value_name = "RULE|FIELD")]
    pub(crate) name: String,
    /// Rules of your own, as with `check`; may be repeated
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Vec<String>,
    /// How it is printed
    #[arg(long, value_enum, default_value_t = DocFormat::Text)]
    pub(crate) format: DocFormat,
    #[command(flatten)]
    pub(crate) look: LookArgs,
}

#[derive(Debug, Args)]
pub(crate) struct RulesArgs {
    /// Sentence by sentence of the page: the rules that hold it, or why none can
    #[arg(long)]
    pub(crate) coverage: bool,
    /// Rules of your own, as with `check`; may be repeated
    #[arg(long, value_name = "FILE", conflicts_with = "coverage")]
    pub(crate) rules: Vec<String>,
    /// How they are printed
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub(crate) format: ListFormat,
    #[command(flatten)]
    pub(crate) look: LookArgs,
}

#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    /// Of what
    #[arg(long, value_enum, default_value_t = SchemaOf::Request)]
    pub(crate) of: SchemaOf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    /// The body of the request
    Request,
    /// What `check --format json` prints
    Output,
    /// A file of rules of one's own
    Rules,
    /// One rule, as the built-in ones are written
    Rule,
}

#[derive(Debug, Args)]
pub(crate) struct FactsArgs {
    #[command(subcommand)]
    pub(crate) command: FactsCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum FactsCommand {
    /// Print the commands that fetch the facts for a request; nothing is run
    Template(TemplateArgs),
}

#[derive(Debug, Args)]
pub(crate) struct TemplateArgs {
    /// The request; `-`, or nothing, is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) path: String,
    #[command(flatten)]
    pub(crate) look: LookArgs,
}

/// What all commands have in common.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct LookArgs {
    // In a help text backticks are letters like any other.
    #[arg(long, value_enum, help = "Language of messages; from LC_ALL, LC_MESSAGES or LANG if left out")]
    pub(crate) lang: Option<LangArg>,
    /// Colours
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// With the lines at fault
    Pretty,
    /// One line each
    Concise,
    /// One JSON object
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DocFormat {
    Text,
    Json,
    Markdown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    Error,
    Warning,
    Info,
}

impl FailOn {
    pub(crate) const fn level(self) -> Level {
        match self {
            Self::Error => Level::Error,
            Self::Warning => Level::Warning,
            Self::Info => Level::Info,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LangArg {
    En,
    Zh,
}

impl LangArg {
    pub(crate) const fn lang(self) -> Lang {
        match self {
            Self::En => Lang::En,
            Self::Zh => Lang::Zh,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

/// The reader's offsets end here.
const LARGEST: usize = 1 << 30;

/// `64M`, `500K`, `1048576`.
fn size(text: &str) -> Result<usize, String> {
    let (digits, shift) = match text.as_bytes().last() {
        Some(b'k' | b'K') => (text.get(..text.len() - 1), 10),
        Some(b'm' | b'M') => (text.get(..text.len() - 1), 20),
        Some(b'g' | b'G') => (text.get(..text.len() - 1), 30),
        _ => (Some(text), 0),
    };
    let number: usize = digits
        .unwrap_or_default()
        .parse()
        .map_err(|_| "write a number of bytes, such as 500K or 64M".to_owned())?;
    match number.checked_mul(1 << shift) {
        Some(bytes) if bytes <= LARGEST => Ok(bytes),
        _ => Err("at most 1G".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn sizes() {
        assert_eq!(size("64M"), Ok(64 << 20));
        assert_eq!(size("500k"), Ok(500 << 10));
        assert_eq!(size("7"), Ok(7));
        for bad in ["", "M", "-1", "1.5M", "2G", "99999999999999999999"] {
            assert!(size(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }
}
