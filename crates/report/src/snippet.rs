//! The frame around the lines of a finding. The only place that knows miette.
//!
//! miette draws; which lines, and how much of them, is decided here: it would show every line between two
//! places, however far apart, and a line of any length.

use crate::display::ShownLine;
use crate::paint::Look;
use crate::source::Source;
use acklint_document::Span;
use acklint_engine::finding::Level;
use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents,
    Severity, SourceCode, SourceSpan, SpanContents,
};
use std::fmt;

/// Lines between two places that are still shown.
const GAP: u32 = 2;

/// A place to be marked.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) span: Span,
    pub(crate) label: Option<String>,
    pub(crate) primary: bool,
}

/// Draws the lines of `places`, of which the first is the primary one. `around` more lines are shown before and
/// behind.
pub(crate) fn frame(source: &Source<'_>, places: &[Place], around: u32, level: Level, look: Look) -> String {
    let mut spots: Vec<Spot<'_>> = places.iter().map(|place| Spot::new(source, place)).collect();
    let head = spots.first().map_or((1, 1), |spot| (spot.line, spot.column));
    spots.sort_by_key(|spot| (spot.line, spot.span));
    let mut groups: Vec<Vec<Spot<'_>>> = vec![];
    for spot in spots {
        match groups.last_mut() {
            Some(group) if group.last().is_some_and(|last| spot.line <= last.line + GAP + 1 + around) => {
                group.push(spot);
            }
            _ => groups.push(vec![spot]),
        }
    }
    let drawn: Vec<String> = groups
        .iter()
        .map(|group| Chunk::new(source, group, around, head, look).draw(group, level, look))
        .collect();
    join(&drawn)
}

/// One frame of several: the numbers in one column, dots where lines are left out.
fn join(groups: &[String]) -> String {
    let indent = |group: &str| group.chars().take_while(|c| *c == ' ').count();
    let widest = groups.iter().map(|group| indent(group)).max().unwrap_or(0);
    let mut out = String::new();
    for (index, group) in groups.iter().enumerate() {
        let missing = " ".repeat(widest - indent(group));
        let lines: Vec<&str> = group.lines().collect();
        // Only the first group has the frame's top, only the last one its bottom.
        let from = usize::from(index > 0);
        let to = lines.len() - usize::from(index + 1 < groups.len());
        if index > 0 {
            out.push_str(&" ".repeat(widest));
            out.push_str("⋮\n");
        }
        for line in lines.get(from..to).unwrap_or_default() {
            out.push_str(&missing);
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
    out
}

/// A place with its line. What goes on behind the line's end is not marked.
#[derive(Debug)]
struct Spot<'p> {
    place: &'p Place,
    line: u32,
    column: u32,
    span: Span,
}

impl<'p> Spot<'p> {
    fn new(source: &Source<'_>, place: &'p Place) -> Self {
        let position = source.position(place.span.start);
        let (start, text) = source.line(position.line);
        let end = start + text.len() as u32;
        let from = place.span.start.min(end);
        let span = Span::new(from, place.span.end.clamp(from, end));
        Self { place, line: position.line, column: position.column, span }
    }
}

/// The shown lines of one group of places, as miette wants them.
#[derive(Debug)]
struct Chunk {
    name: String,
    text: String,
    first: u32,
    lines: u32,
    /// Line and column in the frame's top.
    head: (u32, u32),
    /// Places in `text`, one for each spot.
    marks: Vec<(usize, usize)>,
}

impl Chunk {
    fn new(source: &Source<'_>, group: &[Spot<'_>], around: u32, head: (u32, u32), look: Look) -> Self {
        let line = |spot: Option<&Spot<'_>>| spot.map_or(1, |spot| spot.line);
        let first = line(group.first()).saturating_sub(around).max(1);
        let last = (line(group.last()) + around).min(source.line_count());
        let number_width = last.to_string().len() + 4;
        let limit = look.text_width().max(80).saturating_sub(number_width);
        let mut text = String::new();
        let mut marks = vec![];
        for number in first..=last {
            let spans: Vec<Span> = group.iter().filter(|s| s.line == number).map(|s| s.span).collect();
            let shown = ShownLine::new(source, number, &spans, limit);
            for span in spans {
                let (from, to) = shown.place(span);
                marks.push((text.len() + from, text.len() + to));
            }
            text.push_str(&shown.text);
            text.push('\n');
        }
        Self { name: source.name().to_owned(), text, first, lines: last - first + 1, head, marks }
    }

    fn draw(self, group: &[Spot<'_>], level: Level, look: Look) -> String {
        let mut theme =
            if look.color { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
        let styles = &mut theme.styles;
        let (severity, own, others) = match level {
            Level::Error => (Severity::Error, styles.error, styles.help),
            Level::Warning => (Severity::Warning, styles.warning, styles.help),
            Level::Info => (Severity::Advice, styles.advice, styles.linum),
        };
        // The primary place has the colour of the level, all others stay in the background.
        let style = |spot: &Spot<'_>| if spot.place.primary { own } else { others };
        styles.highlights = group.iter().map(style).collect();
        let labels = group
            .iter()
            .zip(&self.marks)
            .map(|(spot, &(from, to))| LabeledSpan::new(spot.place.label.clone(), from, to - from));
        let snippet = Snippet { labels: labels.collect(), severity, chunk: self };
        let handler = GraphicalReportHandler::new_themed(theme).with_wrap_lines(false).without_cause_chain();
        let mut drawn = String::new();
        // Writing to a string cannot fail.
        let _ = handler.render_report(&mut drawn, &snippet);
        // The first line is miette's own header, here an empty one.
        drawn.split_once('\n').map(|(_, frame)| frame.to_owned()).unwrap_or_default()
    }
}

impl SourceCode for Chunk {
    /// All lines for every place, so that they stay together. Without context miette asks for the position in
    /// the frame's top.
    fn read_span<'a>(
        &'a self,
        _span: &SourceSpan,
        before: usize,
        _after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (line, column) = if before == 0 { self.head } else { (self.first, 1) };
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            self.text.as_bytes(),
            (0, self.text.len()).into(),
            line as usize - 1,
            column as usize - 1,
            self.lines as usize,
        )))
    }
}

#[derive(Debug)]
struct Snippet {
    labels: Vec<LabeledSpan>,
    severity: Severity,
    chunk: Chunk,
}

impl fmt::Display for Snippet {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Snippet {}

impl Diagnostic for Snippet {
    fn severity(&self) -> Option<Severity> {
        Some(self.severity)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.chunk)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}
