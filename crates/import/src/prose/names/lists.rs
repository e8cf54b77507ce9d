//! The words that open a list of parts, and the numbering of its items.

use super::EDGES;
use super::trim::strip_ordinal;
use crate::prose::sections::{NumberingStyle, numbering};

/// Whether the clause begins with 其中.
pub(in crate::prose) fn begins_with_of_which(clause: &str) -> bool {
    clause.trim_start_matches(EDGES).starts_with("其中")
}

/// Words after a total that open a list of its parts.
const INCLUDING: [&str; 18] = [
    "主要集中在",
    "主要集中于",
    "集中在",
    "具体包括",
    "主要包含",
    "主要为",
    "主要是",
    "分别为",
    "分别是",
    "分别有",
    "具体为",
    "主要包括",
    "主要有",
    "主要涉及",
    "包括",
    "包含",
    "涵盖",
    "涉及",
];
/// Words for having, which open a list as well.
const HAVING: [&str; 8] = ["即", "内有", "内含", "含有", "含", "分为", "属于", "关于"];
/// Words before those: 公开内容包括.
const CONTENTS: [&str; 19] = [
    "的信息",
    "所公开信息",
    "所公开的信息",
    "信息公开内容",
    "公开的政府信息",
    "公开政府信息",
    "主要公开内容",
    "公开类别",
    "信息类别",
    "类别",
    "公开的信息",
    "公开的内容",
    "公开信息",
    "公开内容",
    "主要内容",
    "信息内容",
    "其内容",
    "内容",
    "信息",
];

/// Strips 公开内容 before 包括.
fn strip_contents(clause: &str) -> &str {
    let own = clause.strip_prefix("主动").unwrap_or(clause);
    let mut rest = CONTENTS.iter().filter_map(|word| own.strip_prefix(word));
    rest.next()
        .filter(|rest| {
            let has = rest.starts_with('有') && !rest.starts_with("有关");
            has || rest.starts_with(['为', '是'])
                || INCLUDING.iter().any(|word| rest.starts_with(word))
        })
        .map_or(clause, |rest| {
            rest.strip_prefix(['有', '为', '是']).unwrap_or(rest)
        })
}

/// Whether a clause lists what the total before it includes.
pub(in crate::prose) fn begins_with_including(clause: &str) -> bool {
    let clause = strip_contents(clause.trim_start_matches(EDGES));
    INCLUDING.iter().any(|word| clause.starts_with(word))
}

/// Strips the words that open a list.
pub(in crate::prose) fn strip_list_opening(before: &str) -> &str {
    let before = strip_contents(before.trim_start_matches(EDGES));
    let strip = |text| {
        let words = INCLUDING.iter().chain(&HAVING).chain(&["其中"]);
        let mut rest = words.filter_map(|word| str::strip_prefix(text, word));
        rest.next()
    };
    // 其中主要是工作动态
    match strip(before) {
        Some(rest) if before.starts_with("其中") => {
            let own = strip_contents(rest.trim_start_matches(EDGES));
            strip(own).unwrap_or(rest)
        }
        Some(rest) => rest,
        None => before,
    }
}

/// Whether the text begins like an item of a list: 一是, 1., （1）.
pub(in crate::prose) fn is_item(text: &str) -> bool {
    let text = text.trim_start_matches(EDGES);
    numbering(text).0 != NumberingStyle::None || strip_ordinal(text).len() < text.len()
}
