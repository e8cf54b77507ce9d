//! Section one as sentences and clauses; names in quotes and brackets are no place for numbers.

use super::normalize::NormalizedText;
use super::paragraphs::Paragraph;
use crate::Location;
use std::ops::Range;

/// The words of a section, plain, with their places.
pub(super) struct Words {
    written: String,
    lines: Vec<(usize, Location)>,
    plain: NormalizedText,
    /// The plain text with what stands in quotes and brackets blotted out, byte for byte as long.
    masked: String,
    /// What stands in round brackets and was blotted out.
    pub bracketed: Vec<Range<usize>>,
}

impl Words {
    pub fn of(paragraphs: &[Paragraph]) -> Words {
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
        let plain = NormalizedText::of(&written);
        let (masked, bracketed) = mask(&plain.text);
        Words {
            written,
            lines,
            plain,
            masked,
            bracketed,
        }
    }

    /// The words with quotes and brackets readable.
    pub fn text(&self, range: &Range<usize>) -> &str {
        self.plain.text.get(range.clone()).unwrap_or_default()
    }

    pub fn masked(&self, range: &Range<usize>) -> &str {
        self.masked.get(range.clone()).unwrap_or_default()
    }

    /// What follows a place, quotes and brackets blotted out.
    pub fn behind(&self, at: usize) -> &str {
        self.masked.get(at..).unwrap_or_default()
    }

    /// Without a remark in brackets at its front, if that holds numbers of its own.
    pub fn past_bracket(&self, range: &Range<usize>) -> Range<usize> {
        let opened = self.masked(range).starts_with(['（', '(']);
        let next = self
            .bracketed
            .partition_point(|inside| inside.start < range.start);
        let inside = self.bracketed.get(next);
        match inside.filter(|inside| opened && inside.end <= range.end) {
            Some(inside) => {
                let rest = self.masked(&(inside.end..range.end));
                let close = rest.chars().next().map_or(0, char::len_utf8);
                inside.end + close..range.end
            }
            None => range.clone(),
        }
    }

    /// Whether a line of the section begins at `at`.
    pub fn begins_a_line(&self, at: usize) -> bool {
        let before = self.masked.get(..at).unwrap_or_default();
        before.is_empty() || before.ends_with('\n')
    }

    pub fn location(&self, at: usize) -> Option<Location> {
        let at = self.plain.origin(at);
        let after = self.lines.partition_point(|(start, _)| *start <= at);
        let line = self.lines.get(after.checked_sub(1)?)?;
        Some(line.1)
    }

    /// As written.
    pub fn excerpt(&self, range: &Range<usize>) -> &str {
        let written = self.plain.origin(range.start)..self.plain.origin(range.end);
        self.written.get(written).unwrap_or_default().trim()
    }

    /// What stands between two full stops; a line that ends in a comma or colon goes on.
    pub fn sentences(&self) -> Vec<Range<usize>> {
        let mut before = None;
        cut(&self.masked, 0..self.masked.len(), |c| {
            let open = matches!(before, Some('：' | '；' | '，' | '、' | ':' | ';' | ','));
            // "634条." ends as a sentence does; "1." and "3.2" do not.
            let is_stop = c == '.' && before.is_some_and(|c: char| !c.is_ascii());
            before = Some(c);
            is_stop || matches!(c, '。' | '！' | '？' | '!' | '?') || (c == '\n' && !open)
        })
    }

    /// The clauses of a sentence; 其中 opens one even without a comma before it.
    pub fn clauses(&self, sentence: &Range<usize>) -> Vec<Range<usize>> {
        let text = self.masked(sentence);
        let mut at = sentence.start;
        let commas = cut(&self.masked, sentence.clone(), |c| {
            at += c.len_utf8();
            let behind = text.get(at - sentence.start..).unwrap_or_default();
            // "政策文件：20条" is one clause: a number has its name before the colon.
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

/// The parts of `within` between the characters that part them; none is empty.
fn cut(text: &str, within: Range<usize>, mut parts: impl FnMut(char) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = within.start;
    for (at, c) in text.get(within.clone()).unwrap_or_default().char_indices() {
        let at = within.start + at;
        if parts(c) {
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
/// A quotation that goes on for longer, in characters, was never closed.
const LONGEST: usize = 200;

fn mask(text: &str) -> (String, Vec<Range<usize>>) {
    let mut masked = String::with_capacity(text.len());
    let mut bracketed = Vec::new();
    let mut until = 0;
    for (at, c) in text.char_indices() {
        if at < until {
            blot(&mut masked, c);
            continue;
        }
        masked.push(c);
        let from = at + c.len_utf8();
        // "（一）" and "1）" leave brackets without a partner: they are characters as any other.
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
        let round = matches!(open, '（' | '(');
        let inner = inside.get(..length).unwrap_or_default();
        let plain = |c: char| !c.is_ascii_digit() && !"，。；：！？,;:!?".contains(c);
        if round && inner.chars().all(plain) {
            continue;
        }
        until = from + length;
        if round {
            bracketed.push(from..until);
        }
    }
    (masked, bracketed)
}

/// As many bytes as the character has.
fn blot(masked: &mut String, c: char) {
    masked.push_str(match c.len_utf8() {
        1 => "_",
        2 => "\u{b7}",
        3 => "＿",
        _ => "____",
    });
}
