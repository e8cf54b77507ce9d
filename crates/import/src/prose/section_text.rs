//! The text of section one as sentences and clauses. Quotes and brackets are masked, because numbers
//! in them belong to names.

use super::normalize::NormalizedText;
use super::paragraphs::{Origin, Paragraph};
use crate::{Block, Document, Location, Source};
use std::ops::Range;

/// The normalized text of a section, which knows where each part was written.
pub(super) struct SectionText {
    written: String,
    lines: Vec<Origin>,
    normalized: NormalizedText,
    /// The normalized text with the contents of quotes and brackets masked, byte for byte as long.
    masked: String,
    /// The masked contents of round and square brackets.
    pub bracketed: Vec<Range<usize>>,
    /// The normalized text in which brackets are read, and only those within them are masked.
    inside: String,
    /// The masked contents of brackets within brackets.
    pub inner: Vec<Range<usize>>,
}

/// Which brackets are masked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum View {
    /// All: the text around them is read.
    Sentence,
    /// Those within the bracket that is read.
    Bracket,
}

impl SectionText {
    pub fn of(paragraphs: &[Paragraph]) -> SectionText {
        let mut written = String::new();
        let mut lines = Vec::new();
        for paragraph in paragraphs {
            let from = written.len();
            lines.extend(paragraph.lines.iter().map(|line| Origin {
                at: from + line.at,
                ..*line
            }));
            written.push_str(&paragraph.text);
            written.push('\n');
        }
        let normalized = NormalizedText::of(&written);
        let (masked, bracketed) = mask(&normalized.text);
        let mut inside = masked.clone();
        let mut inner = Vec::new();
        for range in &bracketed {
            let text = normalized.text.get(range.clone()).unwrap_or_default();
            let (own, within) = mask(text);
            inside.replace_range(range.clone(), &own);
            let offset =
                |within: Range<usize>| range.start + within.start..range.start + within.end;
            inner.extend(within.into_iter().map(offset));
        }
        SectionText {
            written,
            lines,
            normalized,
            masked,
            bracketed,
            inside,
            inner,
        }
    }

    /// The text without what the view masks.
    pub fn masked_in(&self, view: View, range: &Range<usize>) -> &str {
        let text = match view {
            View::Sentence => &self.masked,
            View::Bracket => &self.inside,
        };
        text.get(range.clone()).unwrap_or_default()
    }

    /// The text with the contents of quotes and brackets.
    pub fn text(&self, range: &Range<usize>) -> &str {
        self.normalized.text.get(range.clone()).unwrap_or_default()
    }

    /// The text without the contents of quotes and brackets.
    pub fn masked(&self, range: &Range<usize>) -> &str {
        self.masked.get(range.clone()).unwrap_or_default()
    }

    /// The masked text after a position.
    pub fn masked_after(&self, at: usize) -> &str {
        self.masked.get(at..).unwrap_or_default()
    }

    /// Skips a remark in brackets at the front if it contains numbers.
    pub fn after_bracket(&self, range: &Range<usize>) -> Range<usize> {
        let is_bracket = self.masked(range).starts_with(['（', '(', '[', '【', '〔']);
        let next = self
            .bracketed
            .partition_point(|inside| inside.start < range.start);
        let inside = self.bracketed.get(next);
        match inside.filter(|inside| is_bracket && inside.end <= range.end) {
            Some(inside) => {
                let rest = self.masked(&(inside.end..range.end));
                let close = rest.chars().next().map_or(0, char::len_utf8);
                inside.end + close..range.end
            }
            None => range.clone(),
        }
    }

    /// Whether a line begins at `at`.
    pub fn begins_a_line(&self, at: usize) -> bool {
        let before = self.masked.get(..at).unwrap_or_default();
        before.is_empty() || before.ends_with('\n')
    }

    pub fn location(&self, at: usize) -> Option<Location> {
        let (line, _) = self.line(self.normalized.origin(at))?;
        Some(line.location)
    }

    /// The line that holds a position of the written text, and that position in it.
    fn line(&self, at: usize) -> Option<(&Origin, usize)> {
        let after = self.lines.partition_point(|line| line.at <= at);
        let line = self.lines.get(after.checked_sub(1)?)?;
        Some((line, at - line.at))
    }

    /// The passage of the document that holds a range, and its characters as written. A range over several
    /// lines ends with the first.
    pub fn passage(&self, range: &Range<usize>, document: &Document) -> Option<(Source, String)> {
        let written = self.normalized.origin(range.start)..self.normalized.origin(range.end);
        let (line, from) = self.line(written.start)?;
        let Some(Block::Line(own)) = document.blocks.get(line.block) else {
            return None;
        };
        let next = self
            .lines
            .partition_point(|other| other.at <= written.start);
        let end = self
            .lines
            .get(next)
            .map_or(self.written.len(), |next| next.at);
        let cleaned = self.written.get(line.at..end)?.trim_end();
        let to = (written.end.min(end) - line.at).min(cleaned.len());
        let from = position_in(&own.text, cleaned, from)?;
        let to = position_in(&own.text, cleaned, to)?;
        let text: String = own.text.chars().skip(from).take(to - from).collect();
        let trailing = text.chars().rev().take_while(|c| c.is_whitespace()).count();
        Some((
            Source::line(line.block, from..to - trailing),
            text.trim_end().to_owned(),
        ))
    }

    /// The text as written.
    pub fn excerpt(&self, range: &Range<usize>) -> &str {
        let written = self.normalized.origin(range.start)..self.normalized.origin(range.end);
        self.written.get(written).unwrap_or_default().trim()
    }

    /// Splits the section into sentences. A line that ends in a comma or colon is continued.
    pub fn sentences(&self) -> Vec<Range<usize>> {
        let mut before = None;
        split(&self.masked, 0..self.masked.len(), |c| {
            let is_continued = matches!(before, Some('：' | '；' | '，' | '、' | ':' | ';' | ','));
            // "634条." ends a sentence, "1." and "3.2" do not.
            let is_stop = c == '.' && before.is_some_and(|c: char| !c.is_ascii());
            before = Some(c);
            is_stop || matches!(c, '。' | '！' | '？' | '!' | '?') || (c == '\n' && !is_continued)
        })
    }

    /// Splits a sentence into clauses. 其中 begins one even without a comma before it.
    pub fn clauses(&self, view: View, sentence: &Range<usize>) -> Vec<Range<usize>> {
        let text = self.masked_in(view, sentence);
        let whole = match view {
            View::Sentence => &self.masked,
            View::Bracket => &self.inside,
        };
        let mut at = sentence.start;
        let commas = split(whole, sentence.clone(), |c| {
            at += c.len_utf8();
            let behind = text.get(at - sentence.start..).unwrap_or_default();
            // "政策文件：20条" is one clause: the name of the number is before the colon.
            let number = behind.starts_with(|c: char| c.is_ascii_digit() || "约近".contains(c));
            match c {
                '：' | ':' => !number,
                '/' => view == View::Bracket,
                c => "，；,;\n".contains(c),
            }
        });
        let mut clauses = Vec::new();
        for clause in commas {
            let mut from = clause.start;
            for (at, _) in self.masked_in(view, &clause).match_indices("其中") {
                let at = clause.start + at;
                if at > from {
                    clauses.push(from..at);
                }
                from = at;
            }
            clauses.push(from..clause.end);
        }
        clauses
    }
}

/// Where a byte of the cleaned line is among the characters of the line as written. Cleaning only removes
/// characters and joins white space.
fn position_in(written: &str, cleaned: &str, at: usize) -> Option<usize> {
    let mut rest = written.chars().enumerate();
    let mut last = 0;
    for c in cleaned.get(..at)?.chars() {
        let is_same =
            |(_, own): &(usize, char)| *own == c || own.is_whitespace() && c.is_whitespace();
        last = rest.find(is_same)?.0 + 1;
    }
    // White space and marks before the next character are not part of what follows.
    let next = cleaned.get(at..)?.chars().next();
    match next {
        Some(c) => rest.find(|(_, own)| *own == c).map(|(at, _)| at),
        None => Some(last),
    }
}

/// Splits a range at the characters that `is_separator` accepts. Empty parts are left out.
fn split(
    text: &str,
    within: Range<usize>,
    mut is_separator: impl FnMut(char) -> bool,
) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = within.start;
    for (at, c) in text.get(within.clone()).unwrap_or_default().char_indices() {
        let at = within.start + at;
        if is_separator(c) {
            found.push(from..at);
            from = at + c.len_utf8();
        }
    }
    found.push(from..within.end);
    found.retain(|part| part.start < part.end);
    found
}

const PAIRS: [(char, char); 11] = [
    ('“', '”'),
    ('‘', '’'),
    ('《', '》'),
    ('〈', '〉'),
    ('「', '」'),
    ('『', '』'),
    ('〔', '〕'),
    ('[', ']'),
    ('【', '】'),
    ('（', '）'),
    ('(', ')'),
];
/// A longer quotation, in characters, was not closed.
const LONGEST: usize = 200;

/// Masks the contents of quotes and brackets. Round brackets are kept if they hold neither digits nor
/// punctuation. Returns the ranges of the round brackets that are masked.
fn mask(text: &str) -> (String, Vec<Range<usize>>) {
    let mut masked = String::with_capacity(text.len());
    let mut bracketed = Vec::new();
    let mut until = 0;
    for (at, c) in text.char_indices() {
        if at < until {
            push_mask(&mut masked, c);
            continue;
        }
        masked.push(c);
        let from = at + c.len_utf8();
        // A bracket without its partner, as in "1）", is a character like any other.
        let Some((open, close)) = PAIRS.iter().find(|pair| pair.0 == c) else {
            continue;
        };
        let inside = text.get(from..).unwrap_or_default();
        let end = inside
            .char_indices()
            .take(LONGEST)
            .take_while(|(_, c)| *c != '\n')
            .find(|(_, c)| c == close);
        let Some((length, _)) = end else { continue };
        let is_round = matches!(open, '（' | '(' | '[' | '【' | '〔');
        let inner = inside.get(..length).unwrap_or_default();
        let is_plain = |c: char| !c.is_ascii_digit() && !"，。；：！？,;:!?".contains(c);
        if is_round && (inner.chars().all(is_plain) || is_count(inner)) {
            continue;
        }
        until = from + length;
        if is_round {
            bracketed.push(from..until);
        }
    }
    (masked, bracketed)
}

/// Whether a bracket holds nothing but a count, which belongs to the name before it: 政策文件（12件）.
fn is_count(inner: &str) -> bool {
    let digits = inner.trim_start_matches(['共', '约', ' ']);
    let unit = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = unit.len() < digits.len();
    is_number && ["条", "件", "篇", "份", "余条", "余件", "余篇"].contains(&unit)
}

/// Adds a character of the same length in bytes.
fn push_mask(masked: &mut String, c: char) {
    masked.push_str(match c.len_utf8() {
        1 => "_",
        2 => "\u{b7}",
        3 => "＿",
        _ => "____",
    });
}
