//! The text of section one as sentences and clauses. Quotes and brackets are masked, because numbers
//! in them belong to names.

use super::normalize::NormalizedText;
use super::paragraphs::Paragraph;
use crate::Location;
use std::ops::Range;

/// The normalized text of a section, which knows where each part was written.
pub(super) struct SectionText {
    written: String,
    lines: Vec<(usize, Location)>,
    normalized: NormalizedText,
    /// The normalized text with the contents of quotes and brackets masked, byte for byte as long.
    masked: String,
    /// The masked contents of round brackets.
    pub bracketed: Vec<Range<usize>>,
}

impl SectionText {
    pub fn of(paragraphs: &[Paragraph]) -> SectionText {
        let mut written = String::new();
        let mut lines = Vec::new();
        for paragraph in paragraphs {
            let from = written.len();
            lines.extend(
                paragraph
                    .lines
                    .iter()
                    .map(|(at, location)| (from + at, *location)),
            );
            written.push_str(&paragraph.text);
            written.push('\n');
        }
        let normalized = NormalizedText::of(&written);
        let (masked, bracketed) = mask(&normalized.text);
        SectionText {
            written,
            lines,
            normalized,
            masked,
            bracketed,
        }
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
        let is_bracket = self.masked(range).starts_with(['（', '(']);
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
        let at = self.normalized.origin(at);
        let after = self.lines.partition_point(|(start, _)| *start <= at);
        let line = self.lines.get(after.checked_sub(1)?)?;
        Some(line.1)
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
    pub fn clauses(&self, sentence: &Range<usize>) -> Vec<Range<usize>> {
        let text = self.masked(sentence);
        let mut at = sentence.start;
        let commas = split(&self.masked, sentence.clone(), |c| {
            at += c.len_utf8();
            let behind = text.get(at - sentence.start..).unwrap_or_default();
            // "政策文件：20条" is one clause: the name of the number is before the colon.
            let number = behind.starts_with(|c: char| c.is_ascii_digit() || "约近".contains(c));
            match c {
                '：' | ':' => !number,
                c => "，；,;\n".contains(c),
            }
        });
        let mut clauses = Vec::new();
        for clause in commas {
            let mut from = clause.start;
            for (at, _) in self.masked(&clause).match_indices("其中") {
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
        let is_round = matches!(open, '（' | '(');
        let inner = inside.get(..length).unwrap_or_default();
        let is_plain = |c: char| !c.is_ascii_digit() && !"，。；：！？,;:!?".contains(c);
        if is_round && inner.chars().all(is_plain) {
            continue;
        }
        until = from + length;
        if is_round {
            bracketed.push(from..until);
        }
    }
    (masked, bracketed)
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
