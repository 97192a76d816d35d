//! Where findings are kept: flat tables, and one text that holds all their texts.

use super::list::{Iter, List, Part};
use super::{Certainty, Finding, Fix, Level, Related, Replacement, Safety};
use acklint_document::{Edit, Span, part};

/// The findings of a check, in order. Buffers are kept from one check to the next, so that one more finding costs
/// no allocation.
///
/// ```
/// use acklint_engine::finding::Level;
/// # use acklint_engine::{Findings, Options, Program, Scratch, check};
/// # use acklint_document::Document;
/// # let (mut doc, mut findings) = (Document::parse("[1,]"), Findings::new());
/// # check(&Program::default(), &mut doc, &Options::default(), &mut Scratch::default(), &mut findings);
/// for finding in &findings {
///     println!("{}: {} {}", finding.rule, finding.message, finding.help.unwrap_or_default());
/// }
/// let comma = findings.iter().find(|f| f.rule == "trailing-comma").unwrap();
/// assert_eq!(comma.fixes.first().unwrap().apply("[1,]").as_deref(), Some("[1]"));
/// assert!(findings.iter().all(|f| f.level == Level::Error));
/// ```
#[derive(Clone)]
pub struct Findings {
    pub(super) texts: String,
    /// The order in which findings are given.
    order: Vec<Entry>,
    drafts: Vec<Draft>,
    related: Vec<Place>,
    fixes: Vec<Way>,
    edits: Vec<Change>,
    /// Pointers that were written, by the index of their node.
    pub(super) pointers: Vec<Text>,
}

/// A piece of `texts`: where it begins and ends, in one number, which goes through registers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Text(u64);

impl Text {
    pub(super) const NONE: Self = Self(0);

    fn new(start: usize, end: usize) -> Self {
        Self((start as u64) << 32 | end as u64)
    }

    fn range(self) -> std::ops::Range<usize> {
        (self.0 >> 32) as usize..self.0 as u32 as usize
    }
}

/// A run of entries of a table.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    start: u32,
    len: u32,
}

impl Run {
    fn of<T>(self, table: &[T]) -> &[T] {
        table.get(self.start as usize..(self.start + self.len) as usize).unwrap_or_default()
    }
}

/// A finding as it is kept.
#[derive(Clone, Copy, Debug)]
struct Draft {
    level: Level,
    certainty: Certainty,
    span: Span,
    texts: Texts,
    related: Run,
    fixes: Run,
}

/// The texts of a finding. Empty ones for help and page are none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Texts {
    pub(crate) rule: Text,
    pub(crate) pointer: Text,
    pub(crate) message: Text,
    pub(crate) help: Text,
    pub(crate) url: Text,
}

/// The place of a draft in the order.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Begin and end of the primary place.
    key: u64,
    draft: u32,
}

/// A related place.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pointer: Text,
    span: Span,
    message: Text,
}

/// A fix.
#[derive(Clone, Copy, Debug)]
pub struct Way {
    title: Text,
    safety: Safety,
    edits: Run,
}

/// An edit.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    span: Span,
    text: Text,
}

impl Draft {
    const NONE: Self = Self {
        level: Level::Info,
        certainty: Certainty::Stated,
        span: Span::at(0),
        texts: Texts {
            rule: Text::NONE,
            pointer: Text::NONE,
            message: Text::NONE,
            help: Text::NONE,
            url: Text::NONE,
        },
        related: Run { start: 0, len: 0 },
        fixes: Run { start: 0, len: 0 },
    };
}

impl Findings {
    /// None yet.
    pub const fn new() -> Self {
        Self {
            texts: String::new(),
            order: Vec::new(),
            drafts: Vec::new(),
            related: Vec::new(),
            fixes: Vec::new(),
            edits: Vec::new(),
            pointers: Vec::new(),
        }
    }

    /// What empty lists are lists of.
    pub(super) fn empty() -> &'static Self {
        static EMPTY: Findings = Findings::new();
        &EMPTY
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// All findings, in order.
    pub fn iter(&self) -> Iter<'_, Finding<'_>> {
        List::new(self, &self.order).iter()
    }

    /// The finding at a position, from 0.
    pub fn get(&self, index: usize) -> Option<Finding<'_>> {
        List::new(self, &self.order).get(index)
    }

    /// The first finding.
    pub fn first(&self) -> Option<Finding<'_>> {
        self.get(0)
    }

    /// Keeps the findings that `f` holds for.
    pub fn retain(&mut self, mut f: impl FnMut(Finding<'_>) -> bool) {
        let mut order = std::mem::take(&mut self.order);
        order.retain(|entry| f(Finding::view(self, *entry)));
        self.order = order;
    }

    /// Forgets all findings, but keeps the memory.
    pub fn clear(&mut self) {
        self.texts.clear();
        self.order.clear();
        self.drafts.clear();
        self.related.clear();
        self.fixes.clear();
        self.edits.clear();
        self.pointers.clear();
    }

    pub(crate) fn str(&self, text: Text) -> &str {
        let range = text.range();
        part(&self.texts, range.start, range.end)
    }
}

/// Making findings.
impl Findings {
    /// Adds a copy of a finding, which may be one of other findings.
    pub fn push(&mut self, f: Finding<'_>) {
        let texts = Texts {
            rule: self.text(f.rule),
            pointer: self.text(f.pointer),
            message: self.text(f.message),
            help: self.text(f.help.unwrap_or_default()),
            url: self.text(f.url.unwrap_or_default()),
        };
        self.tell((f.level, f.certainty), f.span, texts);
        for related in f.related {
            self.push_related(related);
        }
        for fix in f.fixes {
            self.push_fix(fix.title, fix.safety, &[]);
            for edit in fix.edits {
                self.edit(edit.span, edit.text);
            }
        }
    }

    /// Adds a place to the finding pushed last.
    pub fn push_related(&mut self, related: Related<'_>) {
        let (pointer, message) = (self.text(related.pointer), self.text(related.message));
        self.relate(pointer, related.span, message);
    }

    /// Adds a fix to the finding pushed last.
    pub fn push_fix(&mut self, title: &str, safety: Safety, edits: &[Edit]) {
        let title = self.text(title);
        self.offer(title, safety);
        for edit in edits {
            self.edit(edit.span, &edit.text);
        }
    }

    /// Adds a finding. Places and fixes that come from now on are its own.
    #[inline(never)]
    pub(crate) fn tell(&mut self, (level, certainty): (Level, Certainty), span: Span, texts: Texts) {
        let key = u64::from(span.start) << 32 | u64::from(span.end);
        self.order.push(Entry { key, draft: self.drafts.len() as u32 });
        let related = Run { start: self.related.len() as u32, len: 0 };
        let fixes = Run { start: self.fixes.len() as u32, len: 0 };
        self.drafts.push(Draft { level, certainty, span, texts, related, fixes });
    }

    /// Adds a place to the last finding.
    #[inline(never)]
    pub(crate) fn relate(&mut self, pointer: Text, span: Span, message: Text) {
        self.related.push(Place { pointer, span, message });
        if let Some(draft) = self.drafts.last_mut() {
            draft.related.len += 1;
        }
    }

    /// Adds a fix to the last finding. Edits that come from now on are the fix's.
    #[inline(never)]
    pub(crate) fn offer(&mut self, title: Text, safety: Safety) {
        self.fixes.push(Way { title, safety, edits: Run { start: self.edits.len() as u32, len: 0 } });
        if let Some(draft) = self.drafts.last_mut() {
            draft.fixes.len += 1;
        }
    }

    /// Adds an edit to the last fix.
    #[inline(never)]
    pub(crate) fn edit(&mut self, span: Span, text: &str) {
        let text = self.text(text);
        self.edits.push(Change { span, text });
        if let Some(fix) = self.fixes.last_mut() {
            fix.edits.len += 1;
        }
    }

    /// Adds a text.
    #[inline(never)]
    pub(crate) fn text(&mut self, text: &str) -> Text {
        let start = self.texts.len();
        self.texts.push_str(text);
        self.since(start)
    }

    /// Writes a text once more.
    pub(crate) fn repeat(&mut self, text: Text) {
        self.texts.extend_from_within(text.range());
    }

    /// The text that is written at the end from `start` on.
    pub(crate) fn since(&self, start: usize) -> Text {
        Text::new(start, self.texts.len())
    }

    /// Where texts are written.
    pub(crate) fn out(&mut self) -> &mut String {
        &mut self.texts
    }

    /// Orders findings by place, then id; no more than asked for. Gives the number of those left out.
    pub(crate) fn finish(&mut self, most: usize) -> usize {
        let mut order = std::mem::take(&mut self.order);
        let texts = |entry: &Entry| {
            let draft = self.drafts.get(entry.draft as usize).unwrap_or(&Draft::NONE);
            (self.str(draft.texts.rule), self.str(draft.texts.pointer), entry.draft)
        };
        // Next to no two are about the same place: most are told apart by the places alone, which are numbers.
        order.sort_unstable_by(|a, b| a.key.cmp(&b.key).then_with(|| texts(a).cmp(&texts(b))));
        let more = order.len().saturating_sub(most);
        order.truncate(most);
        self.order = order;
        more
    }
}

impl<'f> Part<'f> for Finding<'f> {
    type Entry = Entry;

    fn view(findings: &'f Findings, entry: Entry) -> Self {
        let draft = findings.drafts.get(entry.draft as usize).unwrap_or(&Draft::NONE);
        let texts = &draft.texts;
        let some = |text| Some(findings.str(text)).filter(|text| !text.is_empty());
        Self {
            rule: findings.str(texts.rule),
            level: draft.level,
            certainty: draft.certainty,
            pointer: findings.str(texts.pointer),
            span: draft.span,
            message: findings.str(texts.message),
            help: some(texts.help),
            url: some(texts.url),
            related: List::new(findings, draft.related.of(&findings.related)),
            fixes: List::new(findings, draft.fixes.of(&findings.fixes)),
        }
    }
}

impl<'f> Part<'f> for Related<'f> {
    type Entry = Place;

    fn view(findings: &'f Findings, entry: Place) -> Self {
        Self { pointer: findings.str(entry.pointer), span: entry.span, message: findings.str(entry.message) }
    }
}

impl<'f> Part<'f> for Fix<'f> {
    type Entry = Way;

    fn view(findings: &'f Findings, entry: Way) -> Self {
        let edits = List::new(findings, entry.edits.of(&findings.edits));
        Self { title: findings.str(entry.title), safety: entry.safety, edits }
    }
}

impl<'f> Part<'f> for Replacement<'f> {
    type Entry = Change;

    fn view(findings: &'f Findings, entry: Change) -> Self {
        Self { span: entry.span, text: findings.str(entry.text) }
    }
}
