//! The total: the number of items that were disclosed in the whole year.

use super::names::strip_lead;
use super::normalize::consists_of;

/// If a statement consists of these words only, it is about everything that was disclosed.
const WORDS: [&str; 46] = [
    "主动公开",
    "公开",
    "发布",
    "公布",
    "各类",
    "各项",
    "各种",
    "政府",
    "政务",
    "信息",
    "总数",
    "总量",
    "数量",
    "总",
    "数",
    "为",
    "共计",
    "共",
    "累计",
    "总计",
    "合计",
    "达到",
    "达",
    "全年",
    "本年度",
    "本年",
    "年度",
    "依法",
    "的",
    "了",
    "已",
    "有",
    "我县",
    "我市",
    "我区",
    "我局",
    "我镇",
    "我乡",
    "全县",
    "全市",
    "全区",
    "全镇",
    "向社会",
    "对外",
    "及时",
    "类",
];
/// With one of these words, 发布 is about the whole year. Alone it may be about one website.
const ALTOGETHER: [&str; 6] = ["共", "累计", "总计", "合计", "全年", "总"];
/// Words for a part of the year.
const PART: [&str; 5] = ["季度", "上半年", "下半年", "月份", "以来"];

/// Channels of disclosure.
const CHANNELS: [&str; 10] = [
    "网站",
    "微信",
    "微博",
    "公众号",
    "新媒体",
    "公开栏",
    "客户端",
    "广播",
    "电视",
    "报纸",
];

/// Whether the words name a channel of disclosure.
pub(super) fn names_channel(words: &str) -> bool {
    CHANNELS.iter().any(|word| words.contains(word))
}

/// Whether the words before and after a number state the total.
pub(super) fn is_total(before: &str, after: &str, agency: &str) -> bool {
    let names_one_channel = names_channel(before) && !before.contains('等');
    if names_one_channel || PART.iter().any(|word| before.contains(word)) {
        return false;
    }
    let words = strip_lead(strip_period(before));
    let words = strip_agency(words, agency);
    let words = strip_lead(words).trim_end_matches(['：', ':']);
    let both = [words, after].concat();
    let is_altogether = ALTOGETHER.iter().any(|word| before.contains(word));
    let is_disclosed = both.contains("公开") || is_altogether;
    let is_published = ["公开", "发布", "公布"]
        .iter()
        .any(|word| both.contains(word));
    is_disclosed && is_published && both.contains("信息") && consists_of(&both, &WORDS)
}

/// Strips "（1月1日至12月31日）", the whole year, from the front.
fn strip_period(before: &str) -> &str {
    let trimmed = strip_lead(before);
    let opened = trimmed.strip_prefix(['（', '(']);
    let Some((inside, rest)) = opened.and_then(|rest| rest.split_once(['）', ')'])) else {
        return before;
    };
    let inside: String = inside.chars().filter(|c| !c.is_whitespace()).collect();
    if ["1月1日至12月31日", "1月1日—12月31日", "1月1日-12月31日"].contains(&inside.as_str())
    {
        rest
    } else {
        before
    }
}

/// Whether the words say that something was disclosed, but not what.
pub(super) fn is_disclosing(words: &str) -> bool {
    words.contains("公开") && consists_of(words, &WORDS)
}

/// Strips the agency's name, or that of its area, from the front. The province may be left out of it.
fn strip_agency<'a>(words: &'a str, agency: &str) -> &'a str {
    let area = agency.trim_end_matches("人民政府");
    [agency, area]
        .into_iter()
        .flat_map(|name| name.char_indices().filter_map(|(at, _)| name.get(at..)))
        .filter(|name| name.chars().count() >= 3)
        .find_map(|name| words.strip_prefix(name))
        .unwrap_or(words)
}
