//! The last line: what it all came to.

use crate::paint::{Look, Paint};
use acklint_engine::finding::{Findings, Lang, Level, Safety};

/// What was found, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Requests that were checked.
    pub files: usize,
    /// Findings by level.
    pub errors: usize,
    /// See `errors`.
    pub warnings: usize,
    /// See `errors`.
    pub infos: usize,
    /// Findings with a safe fix.
    pub safe: usize,
    /// Findings with no safe fix, but with one that may change the meaning.
    pub risky: usize,
    /// Fixes that were applied.
    pub fixed: usize,
    /// Fixes that were not, because the request would have had an error more.
    pub held_back: usize,
}

impl Tally {
    /// Counts the findings of one request.
    pub fn add(&mut self, findings: &Findings) {
        self.files += 1;
        for finding in findings {
            match finding.level {
                Level::Error => self.errors += 1,
                Level::Warning => self.warnings += 1,
                Level::Info => self.infos += 1,
            }
            let has = |safety| finding.fixes.iter().any(|fix| fix.safety == safety);
            self.safe += usize::from(has(Safety::Safe));
            self.risky += usize::from(!has(Safety::Safe) && has(Safety::Unsafe));
        }
    }

    /// Number of findings at or above a level.
    pub const fn at_least(&self, level: Level) -> usize {
        match level {
            Level::Error => self.errors,
            Level::Warning => self.errors + self.warnings,
            Level::Info => self.errors + self.warnings + self.infos,
        }
    }

    /// The line, with a line break.
    pub fn line(&self, look: Look) -> String {
        let total = self.errors + self.warnings + self.infos;
        let mut parts = vec![];
        if self.fixed > 0 {
            let text = match look.lang {
                Lang::En => format!("{} fixed", self.fixed),
                Lang::Zh => format!("已修复 {} 处", self.fixed),
            };
            parts.push(look.paint(Paint::Good, &text));
        }
        parts.push(if total == 0 { self.clean(look) } else { self.found(look) });
        parts.extend(self.fixable(look.lang));
        if self.held_back > 0 {
            parts.push(match look.lang {
                Lang::En => format!("{} left out, as another error would show up", self.held_back),
                Lang::Zh => format!("{} 处未修复，因为会出现新的错误", self.held_back),
            });
        }
        let separator = if look.lang == Lang::Zh { "；" } else { "; " };
        format!("{}\n", parts.join(separator))
    }

    fn clean(&self, look: Look) -> String {
        let text = match (look.lang, self.files) {
            (Lang::En, 1) => "no findings in 1 file".to_owned(),
            (Lang::En, n) => format!("no findings in {n} files"),
            (Lang::Zh, n) => format!("未发现问题（已检查 {n} 个文件）"),
        };
        look.paint(Paint::Good, &text)
    }

    fn found(&self, look: Look) -> String {
        let levels =
            [(Level::Error, self.errors), (Level::Warning, self.warnings), (Level::Info, self.infos)];
        let counts: Vec<String> = levels
            .iter()
            .filter(|(_, count)| *count > 0)
            .map(|(level, count)| {
                let word = crate::words::level(*level, look.lang);
                let text = match look.lang {
                    Lang::En => format!("{count} {word}{}", if *count == 1 { "" } else { "s" }),
                    Lang::Zh => format!("{count} 个{word}"),
                };
                look.paint(Paint::Level(*level), &text)
            })
            .collect();
        match (look.lang, self.files) {
            (Lang::En, 1) => format!("{} in 1 file", counts.join(", ")),
            (Lang::En, n) => format!("{} in {n} files", counts.join(", ")),
            (Lang::Zh, n) => format!("{n} 个文件中有 {}", counts.join("、")),
        }
    }

    fn fixable(&self, lang: Lang) -> Option<String> {
        // What was left out just now will be left out again.
        Some(match (lang, self.safe.saturating_sub(self.held_back), self.risky) {
            (_, 0, 0) => return None,
            (Lang::En, 0, risky) => format!("{risky} fixable with --fix --unsafe-fixes"),
            (Lang::En, safe, 0) => format!("{safe} fixable with --fix"),
            (Lang::En, safe, risky) => format!("{safe} fixable with --fix, {risky} more with --unsafe-fixes"),
            (Lang::Zh, 0, risky) => format!("{risky} 个可用 --fix --unsafe-fixes 修复"),
            (Lang::Zh, safe, 0) => format!("{safe} 个可用 --fix 修复"),
            (Lang::Zh, safe, risky) => {
                format!("{safe} 个可用 --fix 修复，另有 {risky} 个可用 --unsafe-fixes 修复")
            }
        })
    }
}
