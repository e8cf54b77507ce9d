//! The one number that says how much was disclosed in the whole year.

use super::names;

/// Nothing but these, and the statement is of everything that was disclosed.
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
/// 发布 alone may be of one website; with these it is of the year.
const ALTOGETHER: [&str; 6] = ["共", "累计", "总计", "合计", "全年", "总"];
/// A part of the year only.
const PART: [&str; 5] = ["季度", "上半年", "下半年", "月份", "以来"];

/// One of the channels only.
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

/// Whether words name one channel of disclosure.
pub(super) fn names_a_channel(words: &str) -> bool {
    CHANNELS.iter().any(|word| words.contains(word))
}

/// Whether the clause's words around its number state the total.
pub(super) fn is_total(front: &str, behind: &str, agency: &str) -> bool {
    let one_channel = names_a_channel(front) && !front.contains('等');
    if one_channel || PART.iter().any(|word| front.contains(word)) {
        return false;
    }
    let words = names::lead(past_period(front));
    let words = subject(words, agency);
    let words = names::lead(words).trim_end_matches(['：', ':']);
    let both = [words, behind].concat();
    let altogether = ALTOGETHER.iter().any(|word| front.contains(word));
    let open = both.contains("公开") || altogether;
    let published = ["公开", "发布", "公布"]
        .iter()
        .any(|word| both.contains(word));
    open && published && both.contains("信息") && consists_of(&both)
}

/// Without "（1月1日至12月31日）" at the front: the whole year.
fn past_period(front: &str) -> &str {
    let trimmed = names::lead(front);
    let opened = trimmed.strip_prefix(['（', '(']);
    let Some((inside, rest)) = opened.and_then(|rest| rest.split_once(['）', ')'])) else {
        return front;
    };
    let inside: String = inside.chars().filter(|c| !c.is_whitespace()).collect();
    if ["1月1日至12月31日", "1月1日—12月31日", "1月1日-12月31日"].contains(&inside.as_str())
    {
        rest
    } else {
        front
    }
}

/// Whether words say that something was disclosed, and nothing of what.
pub(super) fn is_disclosing(words: &str) -> bool {
    words.contains("公开") && consists_of(words)
}

/// Without the agency's own name, or its place's, at the front; the province or town may be left
/// out of it.
fn subject<'a>(words: &'a str, agency: &str) -> &'a str {
    let place = agency.trim_end_matches("人民政府");
    [agency, place]
        .into_iter()
        .flat_map(|name| name.char_indices().filter_map(|(at, _)| name.get(at..)))
        .filter(|name| name.chars().count() >= 3)
        .find_map(|name| words.strip_prefix(name))
        .unwrap_or(words)
}

fn consists_of(mut text: &str) -> bool {
    while !text.is_empty() {
        match WORDS.iter().find_map(|word| text.strip_prefix(word)) {
            Some(rest) => text = rest,
            None => return false,
        }
    }
    true
}
