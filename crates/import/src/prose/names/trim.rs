//! Stripping what comes before and after a name: numbering, dates, scope, connectives, particles.

use super::EDGES;
use crate::metadata::dates;
use crate::prose::chinese_numerals;
use crate::prose::sections::{NumberingStyle, numbering};

/// Words of time, scope and connection at the beginning of a clause, longer ones first.
const SCOPE: [&str; 101] = [
    "今年以来",
    "年初以来",
    "今年来",
    "重点聚焦",
    "聚焦",
    "在全县",
    "在全市",
    "在全区",
    "在全镇",
    "在全乡",
    "在全省",
    "截至目前",
    "截止目前",
    "据统计",
    "据不完全统计",
    "本年度",
    "报告期内",
    "一年来",
    "全年",
    "本年",
    "年内",
    "今年",
    "当年",
    "年度内",
    "年度",
    "去年以来",
    "全县",
    "全市",
    "全区",
    "全省",
    "全州",
    "全旗",
    "全镇",
    "全乡",
    "全局",
    "全委",
    "全厅",
    "我县",
    "我市",
    "我区",
    "我省",
    "我州",
    "我旗",
    "我镇",
    "我乡",
    "我局",
    "我委",
    "我厅",
    "我办",
    "我院",
    "我单位",
    "本机关",
    "本单位",
    "本局",
    "本县",
    "本市",
    "本区",
    "本镇",
    "本级",
    "共计",
    "累计",
    "总计",
    "合计",
    "一共",
    "共",
    "先后",
    "已经",
    "已",
    "及时",
    "依法",
    "依规",
    "按时",
    "同时",
    "此外",
    "另外",
    "另",
    "并且",
    "并",
    "还",
    "又",
    "其中",
    "包括",
    "包含",
    "涵盖",
    "涉及",
    "积极",
    "认真",
    "全面",
    "深入",
    "广泛",
    "分别",
    "首先",
    "其次",
    "再次",
    "最后",
    "目前",
    "一方面",
    "另一方面",
    "以及",
    "和",
    "及",
];
/// Prepositions of the means by which something was done.
const MEANS: [&str; 7] = ["通过", "利用", "依托", "运用", "采取", "采用", "借助"];
/// Nouns at the end of such means.
const WAYS: [&str; 6] = ["方式", "渠道", "形式", "途径", "手段", "载体"];
/// Particles and verbs at the end of a name.
const TRAILING: [&str; 26] = [
    "共发布",
    "共公开",
    "共推送",
    "共开展",
    "共召开",
    "共举办",
    "占",
    "举行",
    "举办",
    "召开",
    "共计",
    "累计",
    "总计",
    "合计",
    "共",
    "计",
    "达到",
    "达",
    "分别为",
    "为",
    "有",
    "了",
    "的",
    "各",
    "分别",
    "等",
];
/// Strips numbering, dates, scope and connectives from the front.
pub(in crate::prose) fn strip_lead(text: &str) -> &str {
    let mut text = text.trim_start_matches(EDGES);
    loop {
        let before = text.len();
        if let (style, rest) = numbering(text)
            && style != NumberingStyle::None
        {
            text = rest;
        }
        text = strip_ordinal(text);
        let opening = text.char_indices().nth(8).map_or(text.len(), |(at, _)| at);
        let opening = text.get(..opening).unwrap_or_default();
        if let Some((_, 0, end)) = dates::years(opening).first().copied() {
            text = text.get(end..).unwrap_or_default();
        }
        if let Some(rest) = text
            .strip_prefix("截至")
            .or_else(|| text.strip_prefix("截止"))
            && let Some((_, rest)) = dates::day(rest)
        {
            text = rest.trim_start_matches('底');
        }
        // 年度报告 is a name.
        let is_noun = ["报告", "计划", "总结", "预算", "决算"].iter().any(|noun| {
            text.strip_prefix("年度")
                .is_some_and(|rest| rest.starts_with(noun))
        });
        if let Some(scope) = SCOPE.iter().find(|word| text.starts_with(**word))
            && !is_noun
        {
            text = text.get(scope.len()..).unwrap_or_default();
        }
        if MEANS.iter().any(|word| text.starts_with(word)) {
            let ends = WAYS
                .iter()
                .filter_map(|word| Some(text.rfind(word)? + word.len()));
            // A single means says what is counted, several do not.
            let names_several = |end: &usize| {
                let means = text.get(..*end).unwrap_or_default();
                ["各", "多", "不同", "等", "有关", "相关"]
                    .iter()
                    .any(|word| means.contains(word))
            };
            let end = ends.max().filter(names_several).unwrap_or("通过".len());
            text = text.get(end..).unwrap_or_default();
        }
        text = text.trim_start_matches(EDGES);
        if text.len() == before {
            return text;
        }
    }
}

/// Strips 一是, 二是 … from the front.
pub(in crate::prose) fn strip_ordinal(text: &str) -> &str {
    let numerals = text.trim_start_matches(chinese_numerals::is_numeral);
    let has_numeral = numerals.len() < text.len();
    numerals
        .strip_prefix('是')
        .filter(|_| has_numeral)
        .unwrap_or(text)
}

/// Strips particles and verbs from the end.
pub(super) fn strip_trail(text: &str) -> &str {
    let mut text = text.trim_end_matches(EDGES);
    loop {
        let word = TRAILING
            .iter()
            .find(|word| text.ends_with(**word) && text.len() > word.len());
        let Some(word) = word else { return text };
        // 答复达 and 信息共 are stripped, but 公共 and 统计 are words.
        if text.ends_with("公共") || text.ends_with("统计") || text.ends_with("审计") {
            return text;
        }
        text = text
            .get(..text.len() - word.len())
            .unwrap_or_default()
            .trim_end_matches(EDGES);
    }
}
