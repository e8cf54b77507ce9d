//! Requests for information as section one speaks of them.

/// What a count in a sentence about requests is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stated {
    Received,
    Completed,
    /// An outcome or a kind of applicant: a cell of section three or four.
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
/// Before what was done with them.
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
/// Requests for other things.
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
/// What the form has cells for.
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
pub(super) fn is_about(sentence: &str) -> bool {
    let about = ["信息公开", "依申请", "依公开", "公开申请", "政府信息"];
    sentence.contains("申请") && about.iter().any(|word| sentence.contains(word))
}

/// Of a count in a sentence about requests. `listed`: behind 其中. `received`: the sentence has
/// said how many were received. `titled`: a heading has said what the requests are for.
pub(super) fn stated(
    front: &str,
    behind: &str,
    unit: &str,
    listed: bool,
    received: bool,
    titled: bool,
) -> Option<Stated> {
    let unit = unit.split(['（', '(']).next().unwrap_or(unit);
    let has = |words: &[&str]| {
        words
            .iter()
            .any(|word| front.contains(word) || behind.contains(word))
    };
    if !UNITS.contains(&unit) || has(&OTHERS) {
        return None;
    }
    let mut done = super::names::lead(front);
    while let Some(rest) = MANNER.iter().find_map(|word| done.strip_prefix(word)) {
        done = rest;
    }
    let completing = COMPLETING.iter().find_map(|word| done.strip_prefix(word));
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
    let receiving = RECEIVING.iter().any(|word| front.contains(word));
    let asked = behind.contains("申请") || front.contains("申请");
    let open = has(&["公开", "政府信息"]) || titled && (is_plain(front) && is_plain(behind));
    let challenged = has(&["复议", "诉讼"]);
    if challenged {
        return Some(Stated::InTable);
    }
    if !listed && receiving && asked && open && !has(&["结转", "上年"]) && !narrowed(front) {
        return Some(Stated::Received);
    }
    if completes && (received || (asked && !listed)) {
        return Some(Stated::Completed);
    }
    (has(&CELLS) && (received || listed)).then_some(Stated::InTable)
}

/// Words that say of requests only that there are some: a heading says what they are for.
fn is_plain(words: &str) -> bool {
    const WORDS: [&str; 14] = [
        "受理", "收到", "接收", "新收", "接到", "收受", "各类", "各种", "书面", "有效", "共",
        "申请", "的", "了",
    ];
    let mut left = super::names::lead(words);
    while let Some(rest) = WORDS.iter().find_map(|word| left.strip_prefix(word)) {
        left = rest;
    }
    left.is_empty()
}

/// One way to ask among several.
fn narrowed(front: &str) -> bool {
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
    ways.iter().any(|word| front.contains(word))
}
