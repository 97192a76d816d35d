//! What the program itself has to say, in both languages.

use acklint::{FactsError, Lang};
use acklint_report::{Look, Paint, safe};
use std::io;

/// Why it could not run, or not everywhere.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// A file or folder that cannot be read.
    Read(String, io::Error),
    /// A file that cannot be written.
    Write(String, io::Error),
    /// A glob that is none.
    Glob(String, String),
    /// A glob that matches nothing.
    NoMatch(String),
    /// A folder without requests.
    NoRequests(String),
    /// No path, and nothing on standard input.
    NoInput,
    /// A file without facts.
    Facts(FactsError),
    /// A switch that needs another one.
    UnsafeAlone,
    /// Neither a rule nor a field, and the closest that is one.
    Unknown(String, Option<String>),
    /// A name that several fields have.
    Several(String, Vec<String>),
    /// Text that is not UTF-8 and so is not rewritten.
    NotFixed(String),
}

impl Trouble {
    /// Whether it means that something could not be done.
    pub(crate) const fn is_fatal(&self) -> bool {
        !matches!(self, Self::NotFixed(_))
    }

    /// The message, with a line break.
    pub(crate) fn text(&self, look: Look) -> String {
        let (word, level) = match (self.is_fatal(), look.lang) {
            (true, Lang::En) => ("error: ", acklint::Level::Error),
            (true, Lang::Zh) => ("错误：", acklint::Level::Error),
            (false, Lang::En) => ("warning: ", acklint::Level::Warning),
            (false, Lang::Zh) => ("警告：", acklint::Level::Warning),
        };
        let message = match look.lang {
            Lang::En => self.english(),
            Lang::Zh => self.chinese(),
        };
        format!("{}{}\n", look.paint(Paint::Level(level), word), safe(&message))
    }

    fn english(&self) -> String {
        match self {
            Self::Read(path, error) => format!("cannot read {path}: {}", reason(error, Lang::En)),
            Self::Write(path, error) => format!("cannot write {path}: {}", reason(error, Lang::En)),
            Self::Glob(glob, error) => format!("{glob} is no valid glob: {error}"),
            Self::NoMatch(glob) => format!("no file matches {glob}"),
            Self::NoRequests(folder) => format!("no *.json or *.jsonc file in {folder}"),
            Self::NoInput => "nothing to check: name files or folders, or - for standard input".to_owned(),
            Self::Facts(error) => error.message(Lang::En),
            Self::UnsafeAlone => "--unsafe-fixes works with --fix or --diff only".to_owned(),
            Self::Unknown(name, Some(near)) => {
                format!("there is no rule and no field {name}; did you mean {near}?")
            }
            Self::Unknown(name, None) => {
                format!("there is no rule and no field {name}; `acklint rules` lists all rules")
            }
            Self::Several(name, paths) => format!("several fields are called {name}: {}", paths.join(", ")),
            Self::NotFixed(path) => format!("{path} is not UTF-8 and was left as it is"),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::Read(path, error) => format!("无法读取 {path}：{}", reason(error, Lang::Zh)),
            Self::Write(path, error) => format!("无法写入 {path}：{}", reason(error, Lang::Zh)),
            Self::Glob(glob, error) => format!("通配符 {glob} 无效：{error}"),
            Self::NoMatch(glob) => format!("没有文件匹配 {glob}"),
            Self::NoRequests(folder) => format!("{folder} 中没有 *.json 或 *.jsonc 文件"),
            Self::NoInput => "没有可检查的内容：请指定文件或目录，或用 - 表示标准输入".to_owned(),
            Self::Facts(error) => error.message(Lang::Zh),
            Self::UnsafeAlone => "--unsafe-fixes 须与 --fix 或 --diff 一起使用".to_owned(),
            Self::Unknown(name, Some(near)) => format!("没有名为 {name} 的规则或字段，是否想查 {near}？"),
            Self::Unknown(name, None) => {
                format!("没有名为 {name} 的规则或字段；用 acklint rules 可列出全部规则")
            }
            Self::Several(name, paths) => format!("有多个名为 {name} 的字段：{}", paths.join("、")),
            Self::NotFixed(path) => format!("{path} 不是 UTF-8 编码，未作修改"),
        }
    }
}

/// The usual reasons in words; all others as the system says them.
fn reason(error: &io::Error, lang: Lang) -> String {
    use io::ErrorKind as E;
    let words = match error.kind() {
        E::NotFound => ("no such file", "文件不存在"),
        E::PermissionDenied => ("permission denied", "没有权限"),
        E::IsADirectory => ("it is a folder", "是一个目录"),
        E::StorageFull => ("the disk is full", "磁盘已满"),
        E::ReadOnlyFilesystem => ("the file system is read-only", "文件系统只读"),
        _ => return error.to_string(),
    };
    if lang == Lang::Zh { words.1.to_owned() } else { words.0.to_owned() }
}
