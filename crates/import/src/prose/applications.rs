//! Sentences of section one about requests for government information.

use super::names::strip_lead;

/// The meaning of a count in a sentence about requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ApplicationCount {
    Received,
    Completed,
    /// An outcome or a kind of applicant, which has a cell in section three or four.
    InTable,
}

const UNITS: [&str; 11] = [
    "件", "条", "份", "宗", "起", "项", "封", "个", "例", "次", "件次",
];
const RECEIVING: [&str; 6] = ["受理", "收到", "接收", "新收", "接到", "收受"];
const COMPLETING: [&str; 9] = [
    "办结",
    "办理完毕",
    "办理完成",
    "答复",
    "办理",
    "回复",
    "处理",
    "完成",
    "按期办结",
];
/// Adverbs before a verb of [`COMPLETING`].
const MANNER: [&str; 16] = [
    "已全部",
    "全部",
    "均已",
    "均",
    "已",
    "按时",
    "按期",
    "依法",
    "共",
    "当年",
    "本年",
    "及时",
    "按规定",
    "年内",
    "总计",
    "累计",
];
/// Words for requests of other kinds.
const OTHERS: [&str; 8] = [
    "信访",
    "投诉",
    "举报",
    "许可",
    "补正",
    "住房",
    "登记申请",
    "救助",
];
/// Words for what has a cell in the form.
const CELLS: [&str; 21] = [
    "予以公开",
    "部分公开",
    "不予公开",
    "无法提供",
    "不予处理",
    "其他处理",
    "结转",
    "上年",
    "自然人",
    "法人",
    "企业",
    "科研机构",
    "公益组织",
    "法律服务",
    "不存在",
    "复议",
    "诉讼",
    "公民",
    "申请公开",
    "不属于",
    "属于",
];

/// Whether a sentence is about requests for government information.
pub(super) fn is_about_applications(sentence: &str) -> bool {
    let about = ["信息公开", "依申请", "依公开", "公开申请", "政府信息"];
    sentence.contains("申请") && about.iter().any(|word| sentence.contains(word))
}

/// The context of a count in a sentence about requests.
#[derive(Clone, Copy, Debug)]
pub(super) struct ApplicationContext {
    /// Whether the count is in a list after 其中.
    pub is_in_list: bool,
    /// Whether the number of received requests precedes it.
    pub follows_received: bool,
    /// Whether a heading announces that the requests are for government information.
    pub is_announced: bool,
}

/// The meaning of a count with the words `before` and `after` it, if it is one of requests.
pub(super) fn classify(
    before: &str,
    after: &str,
    unit: &str,
    context: ApplicationContext,
) -> Option<ApplicationCount> {
    let unit = unit.split(['（', '(']).next().unwrap_or(unit);
    let has = |words: &[&str]| {
        words
            .iter()
            .any(|word| before.contains(word) || after.contains(word))
    };
    if !UNITS.contains(&unit) || has(&OTHERS) {
        return None;
    }
    let mut verb = strip_lead(before);
    while let Some(rest) = MANNER.iter().find_map(|word| verb.strip_prefix(word)) {
        verb = rest;
    }
    let completing = COMPLETING.iter().find_map(|word| verb.strip_prefix(word));
    let completes = completing.is_some_and(|rest| {
        let of = [
            "",
            "申请",
            "政府信息公开申请",
            "依申请公开",
            "依申请公开件",
            "完毕",
            "了",
        ];
        of.contains(&rest)
    });
    let receives = RECEIVING.iter().any(|word| before.contains(word));
    let names_requests = has(&["申请"]);
    let is_for_information = has(&["公开", "政府信息"])
        || context.is_announced && names_nothing_else(before) && names_nothing_else(after);
    if has(&["复议", "诉讼"]) {
        return Some(ApplicationCount::InTable);
    }
    let is_complete = !has(&["结转", "上年"]) && !names_one_way(before);
    if !context.is_in_list && receives && names_requests && is_for_information && is_complete {
        return Some(ApplicationCount::Received);
    }
    let is_of_requests = names_requests && !context.is_in_list;
    if completes && (context.follows_received || is_of_requests) {
        return Some(ApplicationCount::Completed);
    }
    (has(&CELLS) && (context.follows_received || context.is_in_list))
        .then_some(ApplicationCount::InTable)
}

/// Whether the words name requests without saying what they are for.
fn names_nothing_else(words: &str) -> bool {
    const WORDS: [&str; 14] = [
        "受理", "收到", "接收", "新收", "接到", "收受", "各类", "各种", "书面", "有效", "共",
        "申请", "的", "了",
    ];
    let mut left = strip_lead(words);
    while let Some(rest) = WORDS.iter().find_map(|word| left.strip_prefix(word)) {
        left = rest;
    }
    left.is_empty()
}

/// Whether the words restrict the count to one way of asking or one kind of applicant.
fn names_one_way(before: &str) -> bool {
    let ways = [
        "网络",
        "网上",
        "信函",
        "当面",
        "现场",
        "邮寄",
        "邮件",
        "传真",
        "自然人",
        "企业",
        "法人",
    ];
    ways.iter().any(|word| before.contains(word))
}
