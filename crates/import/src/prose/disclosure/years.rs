//! Which year the words of a clause are about.

use crate::metadata::dates;
use crate::prose::chinese_numerals::is_numeral;

/// Words that begin a comparison with an earlier year.
pub(super) const COMPARING: [&str; 10] = [
    "同比",
    "环比",
    "比上年",
    "较上年",
    "比去年",
    "较去年",
    "比上一年",
    "较上一年",
    "上年同期",
    "去年同期",
];
/// Words for earlier years.
pub(super) const EARLIER: [&str; 6] = ["上年", "上一年", "去年", "往年", "历年", "以来"];

/// A clause without comparisons with another year.
#[derive(Default)]
pub(super) struct Compared<'a> {
    /// The parts that are about the year itself, with their positions.
    pub own: Vec<(usize, &'a str)>,
    /// The comparisons, with their positions.
    pub comparisons: Vec<(usize, &'a str)>,
}

impl<'a> Compared<'a> {
    /// Splits a clause. A comparison ends where the next item of a list begins: 3200条较上年增加215条;
    /// 动态600条同比增长5%、公告34条.
    pub fn of(clause: &'a str) -> Compared<'a> {
        let mut parts = Compared::default();
        let mut from = 0;
        while let Some(rest) = clause.get(from..).filter(|rest| !rest.is_empty()) {
            let at = comparison(rest);
            let own = rest.get(..at.unwrap_or(rest.len())).unwrap_or_default();
            let own_trimmed = own.trim_end_matches(['（', '(', '、', ' ']);
            // 较上年增加3条、减少2条: the comparison continues.
            let continues = from > 0 && CHANGES.iter().any(|word| own.starts_with(word));
            if continues {
                parts.comparisons.push((from, own));
            } else if !own_trimmed.is_empty() {
                parts.own.push((from, own_trimmed));
            }
            let Some(at) = at else { break };
            let after = rest.get(at..).unwrap_or_default();
            let end = after.find('、');
            let compared = after.get(..end.unwrap_or(after.len())).unwrap_or_default();
            parts.comparisons.push((from + at, compared));
            let Some(end) = end else { break };
            from += at + end + '、'.len_utf8();
        }
        parts
    }
}

/// Words for a change, before its amount.
const CHANGES: [&str; 10] = [
    "增", "减", "下降", "上升", "提高", "多", "少", "降低", "提升", "翻",
];

/// Whether the words before a number in a comparison make it the amount of the change.
pub(super) fn is_change(before: &str) -> bool {
    CHANGES.iter().any(|word| before.contains(word))
}

/// Where a comparison with another year begins.
fn comparison(text: &str) -> Option<usize> {
    let words = COMPARING.iter().filter_map(|word| text.find(word));
    let years = ["较20", "比20"]
        .iter()
        .flat_map(|word| text.match_indices(word));
    let years = years.filter(|(at, word)| {
        let year = text.get(at + word.len()..).unwrap_or_default();
        let year = year.trim_start_matches(|c: char| c.is_ascii_digit());
        year.starts_with('年')
    });
    years.map(|(at, _)| at).chain(words).min()
}

/// Whether the words are about a part of the year: 上半年, 第三季度, 6月份, 1-6月.
pub(super) fn names_part_of_year(words: &str) -> bool {
    let parts = ["季度", "上半年", "下半年", "月份", "旬"];
    let is_month = |(at, _): (usize, &str)| {
        let (before, after) = words.split_at_checked(at).unwrap_or_default();
        let after = after.trim_start_matches('月');
        // 12月31日 and 12月底 end a period, which may be the whole year.
        let is_day = after.starts_with(|c: char| c.is_ascii_digit() || "底末".contains(c));
        let is_number = before.ends_with(|c: char| c.is_ascii_digit() || is_numeral(c));
        is_number && !is_day
    };
    parts.iter().any(|part| words.contains(part)) || words.match_indices('月').any(is_month)
}

/// Whether the words are about several years: 五年来, 近三年共.
pub(super) fn spans_years(words: &str) -> bool {
    words.match_indices('年').any(|(at, _)| {
        let (before, after) = words.split_at_checked(at).unwrap_or_default();
        let after = after.get('年'.len_utf8()..).unwrap_or_default();
        let spans = ["来", "间", "累计", "共", "内"];
        let mut back = before.chars().rev();
        let last = back.next();
        let is_alone =
            |c: Option<char>| c.is_none_or(|c| !c.is_ascii_digit() && !is_numeral(c) && c != '零');
        let is_several = last.is_some_and(|c| "两二三四五六七八九十23456789".contains(c));
        is_several && is_alone(back.next()) && spans.iter().any(|word| after.starts_with(word))
    })
}

/// The year that a sentence begins with.
pub(super) fn opening_year(sentence: &str) -> Option<u16> {
    let start = sentence.trim_start();
    let end = start
        .char_indices()
        .nth(12)
        .map_or(start.len(), |(at, _)| at);
    let years = dates::years(start.get(..end).unwrap_or_default());
    years
        .first()
        .filter(|found| found.1 == 0)
        .map(|found| found.0)
}
