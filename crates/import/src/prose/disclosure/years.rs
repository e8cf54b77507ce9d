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

/// The parts of a clause that are about the year itself, with their positions. A comparison with another
/// year ends where the next item of a list begins: 3200条较上年增加215条; 动态600条同比增长5%、公告34条.
pub(super) fn without_comparisons(clause: &str) -> Vec<(usize, &str)> {
    let mut parts = Vec::new();
    let mut from = 0;
    while let Some(rest) = clause.get(from..).filter(|rest| !rest.is_empty()) {
        let words = COMPARING.iter().filter_map(|word| rest.find(word)).min();
        let years = ["较20", "比20"]
            .iter()
            .flat_map(|word| rest.match_indices(word));
        let years = years.filter(|(at, word)| {
            let year = rest.get(at + word.len()..).unwrap_or_default();
            let year = year.trim_start_matches(|c: char| c.is_ascii_digit());
            year.starts_with('年')
        });
        let at = years.map(|(at, _)| at).chain(words).min();
        let own = rest.get(..at.unwrap_or(rest.len())).unwrap_or_default();
        let own_trimmed = own.trim_end_matches(['（', '(', '、', ' ']);
        // 较上年增加3条、减少2条: the comparison continues.
        let continues = from > 0
            && ["增", "减", "下降", "上升", "提高"]
                .iter()
                .any(|word| own.starts_with(word));
        if !continues && !own_trimmed.is_empty() {
            parts.push((from, own_trimmed));
        }
        let Some(at) = at else { break };
        let after = rest.get(at..).unwrap_or_default();
        match after.find('、') {
            Some(next) => from += at + next + '、'.len_utf8(),
            None => break,
        }
    }
    parts
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
