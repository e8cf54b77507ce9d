//! The words of annual reports that decide what a number counts.

use gongkai_model::text::rfind;
use gongkai_model::{BlockKey, ProactiveColumn, ProactiveKey};

/// Characters that end a segment.
pub(super) const SEGMENT: [char; 4] = ['。', ';', '!', '?'];
/// Characters that end a clause.
pub(super) const CLAUSE: [char; 11] = [',', '、', ':', '(', ')', '。', ';', '!', '?', '|', '…'];
/// Words that count things. A number before any other word is not a cell of a table.
pub(super) const COUNTERS: [&str; 14] = [
    "人次", "件", "条", "项", "次", "份", "人", "宗", "起", "例", "个", "篇", "期", "场",
];
/// Words without meaning between a clause and its number.
pub(super) const FILLERS: [&str; 14] = [
    "总计", "共计", "合计", "总数", "数量", "件数", "达到", "约", "近", "共", "达", "为", "的",
    "了",
];
/// Words of a clause about a part of the year or a comparison.
pub(super) const OTHER_PERIODS: [&str; 12] = [
    "同期", "同比", "比上", "较上", "增加", "减少", "增长", "下降", "累计", "季度", "月", "每",
];
/// Words of a segment about another year.
pub(super) const OTHER_YEARS: [&str; 5] = ["去年", "往年", "历年", "以来", "半年"];

/// The words that name a column of section two.
pub(super) const COLUMNS: [(ProactiveColumn, &[&str]); 9] = [
    (ProactiveColumn::Made, &["制作", "制发"]),
    (ProactiveColumn::Disclosed, &["新公开"]),
    (ProactiveColumn::TotalDisclosed, &["对外公开总", "公开总数"]),
    (ProactiveColumn::Repealed, &["废止"]),
    (ProactiveColumn::InForce, &["现行有效"]),
    (ProactiveColumn::ItemsLastYear, &["上一年", "上年"]),
    (ProactiveColumn::Change, &["增减", "增/减"]),
    (ProactiveColumn::Decisions, &["处理决定"]),
    (ProactiveColumn::Projects, &["采购项目"]),
];

/// The subject of a segment.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Subject {
    Row(ProactiveKey),
    Block(BlockKey),
    /// A subject without a cell of its own.
    Other,
}

pub(super) const SUBJECTS: [(&str, Subject); 19] = [
    ("规章", Subject::Row(ProactiveKey::Rules)),
    ("规范性文件", Subject::Row(ProactiveKey::NormativeDocuments)),
    ("行政许可", Subject::Row(ProactiveKey::Licences)),
    (
        "对外管理服务事项",
        Subject::Row(ProactiveKey::OtherServices),
    ),
    ("行政处罚", Subject::Row(ProactiveKey::Penalties)),
    ("行政强制", Subject::Row(ProactiveKey::CompulsoryMeasures)),
    ("行政强制措施", Subject::Other),
    ("行政强制执行", Subject::Other),
    ("行政事业性收费", Subject::Row(ProactiveKey::Fees)),
    ("集中采购", Subject::Row(ProactiveKey::Procurement)),
    ("行政复议", Subject::Block(BlockKey::Reconsideration)),
    (
        "未经复议直接起诉",
        Subject::Block(BlockKey::LitigationDirect),
    ),
    ("直接起诉", Subject::Block(BlockKey::LitigationDirect)),
    (
        "直接提起的行政诉讼",
        Subject::Block(BlockKey::LitigationDirect),
    ),
    (
        "复议后起诉",
        Subject::Block(BlockKey::LitigationAfterReconsideration),
    ),
    (
        "复议后提起的行政诉讼",
        Subject::Block(BlockKey::LitigationAfterReconsideration),
    ),
    ("诉讼", Subject::Other),
    ("起诉", Subject::Other),
    ("申请", Subject::Other),
];

/// Finds the last subject of a text, by the longest of overlapping words, and where it ends.
pub(super) fn last_subject(text: &str) -> Option<(usize, Subject)> {
    let mut last: Option<(usize, usize, Subject)> = None;
    for (words, subject) in SUBJECTS {
        let Some(start) = rfind(text, words) else {
            continue;
        };
        let end = start + words.len();
        let later = last.is_none_or(|(other, at, _)| end > other || end == other && start < at);
        let inside = last.is_some_and(|(other, at, _)| start >= at && end <= other);
        if later && !inside {
            last = Some((end, start, subject));
        }
    }
    last.map(|(end, _, subject)| (end, subject))
}

pub(super) fn subject(text: &str) -> Option<Subject> {
    last_subject(text).map(|(_, subject)| subject)
}

pub(super) fn ends_with_subject(words: &str) -> bool {
    last_subject(words).is_some_and(|(end, _)| end == words.len())
}

pub(super) fn after_last<'a>(text: &'a str, marks: &[char]) -> &'a str {
    let mut parts = text.rsplit(marks);
    parts.next().unwrap_or(text)
}

/// Removes fillers from the end.
pub(super) fn trimmed(mut words: &str) -> &str {
    while let Some(rest) = FILLERS.iter().find_map(|filler| words.strip_suffix(filler)) {
        words = rest;
    }
    words
}

/// Whether the segment names a year other than the report's.
pub(super) fn names_other_year(segment: &str, year: u16) -> bool {
    let mut parts = segment.split('年').peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            break;
        }
        let start = part
            .char_indices()
            .rev()
            .take_while(|(_, c)| c.is_ascii_digit())
            .last();
        let digits = start.and_then(|(start, _)| part.get(start..));
        let named = digits.filter(|digits| digits.len() == 4);
        if named.is_some_and(|digits| digits.parse() != Ok(year)) {
            return true;
        }
    }
    false
}
