//! What is at the other end: language, colours, width; and output that may be cut off.

use crate::args::{Color, LookArgs};
use acklint::Lang;
use acklint_report::Look;
use std::env;
use std::io::{self, BufWriter, IsTerminal, Write};

/// Where output goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stream {
    Out,
    Err,
}

/// How output on a stream looks.
pub(crate) fn look(args: LookArgs, stream: Stream) -> Look {
    let terminal = match stream {
        Stream::Out => io::stdout().is_terminal(),
        Stream::Err => io::stderr().is_terminal(),
    };
    let color = match args.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            terminal && !is_set("NO_COLOR") && env::var_os("TERM").is_none_or(|term| term != "dumb")
        }
    };
    // Windows shows escapes only when asked to.
    let color = color && (!cfg!(windows) || anstyle_query::windows::enable_ansi_colors().unwrap_or(true));
    Look { lang: lang(args), color, width: width(terminal) }
}

/// The language asked for, or else the one of the environment.
pub(crate) fn lang(args: LookArgs) -> Lang {
    if let Some(lang) = args.lang {
        return lang.lang();
    }
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find(|name| is_set(name));
    match name.and_then(|name| env::var(name).ok()) {
        Some(value) if value.starts_with("zh") => Lang::Zh,
        _ => Lang::En,
    }
}

fn is_set(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty())
}

fn width(terminal: bool) -> usize {
    let columns = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let real =
        || terminal.then(terminal_size::terminal_size).flatten().map(|(width, _)| usize::from(width.0));
    columns.or_else(real).unwrap_or(100)
}

/// Standard output. Once nobody reads any more, what follows is dropped and the verdict still counts.
pub(crate) struct Out {
    stream: Option<BufWriter<io::StdoutLock<'static>>>,
}

impl Out {
    pub(crate) fn new() -> Self {
        Self { stream: Some(BufWriter::with_capacity(1 << 16, io::stdout().lock())) }
    }

    pub(crate) fn print(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        if let Some(stream) = &mut self.stream
            && stream.write_all(bytes).is_err()
        {
            self.give_up();
        }
    }

    pub(crate) fn flush(&mut self) {
        if let Some(stream) = &mut self.stream
            && stream.flush().is_err()
        {
            self.give_up();
        }
    }

    fn give_up(&mut self) {
        if let Some(stream) = self.stream.take() {
            // Dropping the writer would try once more.
            let _ = stream.into_parts();
        }
    }
}

/// Prints to standard error; there is nobody to tell if that fails.
pub(crate) fn eprint(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
