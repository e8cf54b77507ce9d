//! Lines as written become paragraphs: what a page's end or a line's width cut apart is one again.

use super::sections::{Style, numbering};
use crate::Location;

/// A paragraph without marks and needless spaces, which knows where its lines stood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Paragraph {
    pub text: String,
    /// Where in `text` each line begins.
    pub lines: Vec<(usize, Location)>,
}

impl Paragraph {
    fn add(&mut self, location: Location, line: &str) {
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if latin(self.text.chars().next_back()) && latin(line.chars().next()) {
            self.text.push(' ');
        }
        self.lines.push((self.text.len(), location));
        self.text.push_str(line);
    }
}

/// A heading or an item of a list is no longer than this where nothing closes it, in characters.
const HEADING: usize = 30;
/// A line that was cut for want of room is at least this long, in characters.
const CUT: usize = 12;

pub(crate) fn join<'a>(lines: impl Iterator<Item = (Location, &'a str)>) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for (location, line) in lines {
        let line = clean(line);
        if line.is_empty() || is_page_number(&line) {
            continue;
        }
        match paragraphs.last_mut() {
            Some(open) if continues(&open.text, &line) => open.add(location, &line),
            _ => {
                let mut paragraph = Paragraph::default();
                paragraph.add(location, &line);
                paragraphs.push(paragraph);
            }
        }
    }
    paragraphs
}

/// Without Markdown's marks, invisible characters and doubled spaces.
pub(crate) fn clean(line: &str) -> String {
    let marked = line.replace("**", "");
    let visible = marked.replace(['\u{200b}', '\u{feff}', '\u{ad}'], "");
    let visible = visible.trim().trim_start_matches('#');
    let words: Vec<&str> = visible.split_whitespace().collect();
    words.join(" ")
}

/// Whether the line goes on where the text before it stopped.
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
    if is_closed(before) || ends_in_a_count(before) || numbering(line).0 != Style::None {
        return false;
    }
    let is_short = before.chars().nth(HEADING).is_none();
    let heading = numbering(before).0 != Style::None && is_short;
    let within = before.ends_with(['，', '、', ',', '的', '和', '及', '与']);
    !heading && (within || before.chars().nth(CUT - 1).is_some())
}

/// Ends as a sentence does.
fn is_closed(text: &str) -> bool {
    let inner = text.trim_end_matches(['”', '’', '"', '）', ')', '》', '】', '」']);
    let end = if inner.is_empty() { text } else { inner };
    end.ends_with(['。', '！', '？', '；', '：', '…', '!', '?', ';', ':'])
}

/// A line of a list may end so, and what the next one counts is then something else.
fn ends_in_a_count(text: &str) -> bool {
    let mut back = text.chars().rev();
    let unit = back.next();
    unit.is_some_and(|c| "条件期次篇个场份人项名".contains(c))
        && back
            .find(|c| !c.is_whitespace() && !"余多万人".contains(*c))
            .is_some_and(|c| c.is_ascii_digit())
}

/// "3", "- 3 -", "第 3 页 共 10 页".
pub(super) fn is_page_number(line: &str) -> bool {
    let bare = |c: char| c.is_whitespace() || "-—–－·第页共/".contains(c);
    let digits: String = line.chars().filter(|c| !bare(*c)).collect();
    let signed = line.starts_with(['-', '—', '–', '－', '第', '·']);
    let few = (1..=4).contains(&digits.len()) && (signed || digits.len() <= 3);
    few && digits.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(lines: &[&str]) -> Vec<String> {
        let locations = (1..).map(Location::Line);
        join(locations.zip(lines.iter().copied()))
            .into_iter()
            .map(|p| p.text)
            .collect()
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
