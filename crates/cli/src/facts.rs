//! What is known of the account: files for `--facts`, the commands that make them, and what is still missing.

use crate::Exit;
use crate::args::TemplateArgs;
use crate::files::Input;
use crate::say::Trouble;
use crate::terminal::{Out, Stream, eprint, look};
use acklint::document::{Document, ReadOptions};
use acklint::{Facts, FactsCommand, Lang, Reason, Undecided, facts_commands};
use acklint_report::{Look, Paint, safe};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;

/// The facts in these files; `None` if there are no files.
pub(crate) fn read(paths: &[String], max_size: usize) -> Result<Option<Facts>, Trouble> {
    let mut files = vec![];
    for path in paths {
        let input = Input::File(PathBuf::from(path));
        let bytes = input.read(max_size).map_err(|error| Trouble::Read(input.name(), error))?;
        files.push((path.as_str(), bytes));
    }
    if files.is_empty() {
        return Ok(None);
    }
    let files = files.iter().map(|(name, bytes)| (*name, bytes.as_slice()));
    Facts::read(files).map(Some).map_err(Trouble::Facts)
}

/// Prints the commands that fetch the facts for a request.
pub(crate) fn template(args: &TemplateArgs) -> Exit {
    let input = match args.path.as_str() {
        "-" => Input::Stdin,
        path => Input::File(PathBuf::from(path)),
    };
    let max_size = ReadOptions::default().max_len;
    let bytes = match input.read(max_size) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprint(&Trouble::Read(input.name(), error).text(look(args.look, Stream::Err)));
            return Exit::Trouble;
        }
    };
    let mut text = String::new();
    let mut files = String::new();
    for command in facts_commands(&Document::parse_bytes(&bytes)) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}", line(&command));
        let _ = write!(files, " --facts {}.json", command.table);
    }
    let _ = writeln!(text, "acklint check {}{files}", acklint::shell_word(&args.path));
    let mut out = Out::new();
    out.print(&text);
    out.flush();
    Exit::Clean
}

/// How to fetch each table of facts for a request.
pub(crate) fn command_of(request: &Document) -> impl Fn(&str) -> Option<String> {
    let commands = facts_commands(request);
    move |table| commands.iter().find(|command| command.table == table).map(|one| one.command.clone())
}

fn line(command: &FactsCommand) -> String {
    format!("{} > {}.json", safe(&command.command), command.table)
}

/// The rules that were not decided, each with its reasons, and the commands that would help.
pub(crate) fn undecided(name: &str, rules: &[Undecided], request: &Document, look: Look) -> String {
    if rules.is_empty() {
        return String::new();
    }
    let (zh, commands, lines) = (look.lang == Lang::Zh, facts_commands(request), request.lines());
    let count = rules.len();
    let head = match (zh, count) {
        (false, 1) => format!("{}: 1 rule not decided", safe(name)),
        (false, count) => format!("{}: {count} rules not decided", safe(name)),
        (true, count) => format!("{}：{count} 条规则未能判断", safe(name)),
    };
    let mut out = format!("{}\n", look.paint(Paint::Strong, &head));
    let mut tables = BTreeSet::new();
    for rule in rules {
        let reasons = rule.reasons.iter().map(|reason| match reason {
            Reason::Facts(table) => {
                tables.insert(table.as_str());
                if zh { format!("缺少 {table}") } else { format!("needs {table}") }
            }
            Reason::Value { pointer, span } => {
                let place = lines.position(span.start);
                let pointer = if pointer.is_empty() { "/" } else { pointer };
                let (line, column, pointer) = (place.line, place.column, safe(pointer));
                if zh {
                    format!("{pointer}（{line}:{column}）的值尚不确定")
                } else {
                    format!("the value of {pointer} ({line}:{column}) is not known")
                }
            }
        });
        let reasons: Vec<String> = reasons.collect();
        let (colon, separator) = if zh { ("：", "；") } else { (": ", "; ") };
        let _ = writeln!(out, "  {}{colon}{}", safe(&rule.rule), reasons.join(separator));
    }
    if !tables.is_empty() {
        let text = if zh {
            "用以下命令获取，并以 --facts 提供："
        } else {
            "fetch what is needed, and give it with --facts:"
        };
        let _ = writeln!(out, "  {text}");
        for command in commands.iter().filter(|command| tables.contains(command.table)) {
            let _ = writeln!(out, "    {}", line(command));
        }
    }
    out.push('\n');
    out
}
