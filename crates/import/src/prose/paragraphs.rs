//! Lines joined into paragraphs, which page breaks and line breaks have cut.

use super::sections::{NumberingStyle, numbering};
use crate::Location;

/// A line of the document, and where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LineSource<'a> {
    /// The index of its block.
    pub block: usize,
    pub location: Location,
    pub text: &'a str,
}

/// Where a line of a paragraph was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    /// The position in the paragraph where the line begins.
    pub at: usize,
    pub location: Location,
    /// The index of its block.
    pub block: usize,
}

/// A paragraph without markup and extra spaces, which knows the locations of its lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Paragraph {
    pub text: String,
    pub lines: Vec<Origin>,
}

impl Paragraph {
    fn add(&mut self, block: usize, location: Location, line: &str) {
        let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if is_latin(self.text.chars().next_back()) && is_latin(line.chars().next()) {
            self.text.push(' ');
        }
        self.lines.push(Origin {
            at: self.text.len(),
            location,
            block,
        });
        self.text.push_str(line);
    }
}

/// Whether a line begins with the unit of a number on the line before.
fn begins_with_unit(line: &str) -> bool {
    let rest = line.strip_prefix(['余', '多']).unwrap_or(line);
    let rest = rest.strip_prefix(['条', '件', '篇', '次', '份', '期']);
    rest.is_some_and(|rest| {
        rest.is_empty() || rest.starts_with(['，', '。', '；', '、', '（', '('])
    })
}

/// The longest heading or item of a list without final punctuation, in characters.
const LONGEST_HEADING: usize = 30;
/// The shortest line that was broken because it was full, in characters.
const SHORTEST_FULL_LINE: usize = 12;

/// Joins lines into paragraphs.
pub(crate) fn join<'a>(lines: impl Iterator<Item = LineSource<'a>>) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let lines = lines.map(|line| (line, clean(line.text)));
    let mut lines = lines.filter(|(_, line)| !line.is_empty()).peekable();
    while let Some((
        LineSource {
            block, location, ..
        },
        line,
    )) = lines.next()
    {
        // A number on a line of its own may be a page's, or cut off its unit.
        let next = lines.peek().map_or("", |(_, line)| line);
        if is_page_number(&line) && !begins_with_unit(next) {
            continue;
        }
        match paragraphs.last_mut() {
            Some(last) if continues(&last.text, &line) => last.add(block, location, &line),
            _ => {
                let mut paragraph = Paragraph::default();
                paragraph.add(block, location, &line);
                paragraphs.push(paragraph);
            }
        }
    }
    paragraphs
}

/// Strips Markdown, invisible characters and repeated spaces.
pub(crate) fn clean(line: &str) -> String {
    let plain = line.replace("**", "");
    let visible = plain.replace(['\u{200b}', '\u{feff}', '\u{ad}'], "");
    let visible = visible.trim().trim_start_matches('#');
    let words: Vec<&str> = visible.split_whitespace().collect();
    words.join(" ")
}

/// Whether the line continues the text before it.
fn continues(before: &str, line: &str) -> bool {
    let first = line.chars().next();
    if first.is_some_and(|c| "，。；、：！？）”’》,;:!?)".contains(c)) {
        return true;
    }
    if ["余", "多条", "以上", "左右"]
        .iter()
        .any(|word| line.starts_with(word))
    {
        return true;
    }
    let ends_in_digit = before.ends_with(|c: char| c.is_ascii_digit());
    let is_number = line.bytes().all(|b| b.is_ascii_digit());
    if ends_in_digit && begins_with_unit(line) || is_number && !is_closed(before) {
        return true;
    }
    if is_closed(before) || ends_in_a_count(before) || numbering(line).0 != NumberingStyle::None {
        return false;
    }
    let is_short = before.chars().nth(LONGEST_HEADING).is_none();
    let is_heading = numbering(before).0 != NumberingStyle::None && is_short;
    let is_unfinished = before.ends_with(['，', '、', ',', '的', '和', '及', '与']);
    !is_heading && (is_unfinished || before.chars().nth(SHORTEST_FULL_LINE - 1).is_some())
}

/// Whether a text ends in final punctuation.
fn is_closed(text: &str) -> bool {
    let inner = text.trim_end_matches(['”', '’', '"', '）', ')', '》', '】', '」']);
    let end = if inner.is_empty() { text } else { inner };
    end.ends_with(['。', '！', '？', '；', '：', '…', '!', '?', ';', ':'])
}

/// Whether a text ends in a count, as a line of a list does. The next line then counts something else.
fn ends_in_a_count(text: &str) -> bool {
    let mut back = text.chars().rev();
    let unit = back.next();
    unit.is_some_and(|c| "条件期次篇个场份人项名".contains(c))
        && back
            .find(|c| !c.is_whitespace() && !"余多万人".contains(*c))
            .is_some_and(|c| c.is_ascii_digit())
}

/// Whether a line is a page number: "3", "- 3 -", "第 3 页 共 10 页".
pub(super) fn is_page_number(line: &str) -> bool {
    let is_decoration = |c: char| c.is_whitespace() || "-—–－·第页共/".contains(c);
    let digits: String = line.chars().filter(|c| !is_decoration(*c)).collect();
    let is_decorated = line.starts_with(['-', '—', '–', '－', '第', '·']);
    let is_short = (1..=4).contains(&digits.len()) && (is_decorated || digits.len() <= 3);
    is_short && digits.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(lines: &[&str]) -> Vec<String> {
        let lines = lines.iter().enumerate().map(|(block, text)| LineSource {
            block,
            location: Location::Line(block + 1),
            text,
        });
        join(lines).into_iter().map(|p| p.text).collect()
    }

    #[test]
    fn a_sentence_cut_by_a_page_is_one_again() {
        let lines = [
            "县政府部门和乡镇人民政府的工作，由乡镇人",
            "",
            "- 3 -",
            "民政府承担。**二是完善制度。**",
        ];
        assert_eq!(
            joined(&lines),
            ["县政府部门和乡镇人民政府的工作，由乡镇人民政府承担。二是完善制度。"]
        );
    }

    #[test]
    fn a_heading_and_a_list_of_counts_stay_apart() {
        let lines = [
            "（一）存在问题",
            "认识不够。",
            "政务动态信息三百条和 20 条",
            "政府公报信息 4 期",
        ];
        assert_eq!(joined(&lines).len(), 4);
    }

    #[test]
    fn digits_on_both_sides_of_a_cut_do_not_become_one_number() {
        let lines = ["全年通过各种渠道主动公开政府信息 20", "20 条。"];
        assert_eq!(
            joined(&lines),
            ["全年通过各种渠道主动公开政府信息 20 20 条。"]
        );
    }
}
