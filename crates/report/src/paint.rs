//! Colours.

use acklint_engine::finding::{Lang, Level};

/// How output looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Language of fixed words.
    pub lang: Lang,
    /// Whether there are colours.
    pub color: bool,
    /// Columns of the terminal.
    pub width: usize,
}

impl Default for Look {
    fn default() -> Self {
        Self { lang: Lang::En, color: false, width: 100 }
    }
}

/// What a piece of text is; says how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// A word for this level.
    Level(Level),
    /// Important.
    Strong,
    /// In the background.
    Faint,
    /// A word that introduces a line.
    Key,
    /// An address or a file.
    Link,
    /// A line that comes.
    Added,
    /// A line that goes.
    Removed,
    /// All is well.
    Good,
}

impl Paint {
    const fn code(self) -> &'static str {
        match self {
            Self::Level(Level::Error) => "1;31",
            Self::Level(Level::Warning) => "1;33",
            Self::Level(Level::Info) => "1;36",
            Self::Strong => "1",
            Self::Faint => "2",
            Self::Key => "36",
            Self::Link => "4;36",
            Self::Added => "32",
            Self::Removed => "31",
            Self::Good => "1;32",
        }
    }
}

impl Look {
    /// `text` in its colour, if there are colours.
    pub fn paint(self, paint: Paint, text: &str) -> String {
        if self.color && !text.is_empty() {
            format!("\u{1b}[{}m{text}\u{1b}[0m", paint.code())
        } else {
            text.to_owned()
        }
    }

    /// Columns for text: never too narrow to read, never too wide.
    pub(crate) fn text_width(self) -> usize {
        self.width.clamp(40, 120)
    }
}
