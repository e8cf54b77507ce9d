//! The labels of section three: its rows, their groups, and its columns.

use super::{last_match, strip_number};
use gongkai_model::{Applicant, RowKey};

/// The words that identify each row of section three. `Other` and `OtherRest` have none of their own
/// and are recognised by their position.
const ROWS: &[(RowKey, &[&str])] = &[
    (RowKey::Received, &["本年新收", "本年度新收", "今年新收"]),
    (
        RowKey::CarriedIn,
        &[
            "上年结转",
            "上年度结转",
            "上一年结转",
            "上一年度结转",
            "去年结转",
        ],
    ),
    (RowKey::Granted, &["予以公开"]),
    (RowKey::PartlyGranted, &["部分公开"]),
    (RowKey::StateSecret, &["国家秘密"]),
    (
        RowKey::ForbiddenByLaw,
        &["法律行政法规禁止", "法律法规禁止"],
    ),
    (RowKey::ThreeSecuritiesOneStability, &["三安全一稳定"]),
    (RowKey::ThirdPartyRights, &["第三方合法权益"]),
    (RowKey::InternalAffairs, &["内部事务"]),
    (RowKey::Deliberative, &["过程性信息"]),
    (RowKey::EnforcementFile, &["执法案卷"]),
    (RowKey::AdministrativeQuery, &["行政查询"]),
    (RowKey::NotHeld, &["不掌握"]),
    (RowKey::NeedsCompiling, &["另行制作"]),
    (RowKey::StillUnclear, &["仍不明确"]),
    (RowKey::Petition, &["信访举报", "信访投诉"]),
    (RowKey::Repeat, &["重复申请"]),
    (RowKey::AsksForPublication, &["公开出版物"]),
    (RowKey::Excessive, &["大量反复"]),
    (RowKey::AsksToConfirm, &["确认或重新出具"]),
    (RowKey::NotCorrectedInTime, &["逾期不补正"]),
    (RowKey::FeeNotPaid, &["收费通知要求", "逾期未按收费"]),
    (
        RowKey::CarriedOut,
        &[
            "结转下年度",
            "结转下一年度",
            "结转下年",
            "结转至下年度",
            "结转至下一年度",
        ],
    ),
];

/// A group of rows of section three, named by a heading above or beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowGroup {
    Refused,
    Unable,
    NotProcessed,
    Other,
}

const GROUPS: &[(RowGroup, &str)] = &[
    (RowGroup::Refused, "不予公开"),
    (RowGroup::Unable, "无法提供"),
    (RowGroup::NotProcessed, "不予处理"),
    (RowGroup::Other, "其他处理"),
    (RowGroup::Other, "其它处理"),
];

/// The group that a label names last.
pub fn group_named_last(label: &str) -> Option<RowGroup> {
    last_match(label, GROUPS.iter().copied()).map(|(_, group)| group)
}

/// A parsed label of section three.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowLabel {
    /// The rows that it names, in order. The values belong to the last one.
    pub rows: Vec<RowKey>,
    /// The group that it names.
    pub group: Option<RowGroup>,
    /// Whether unknown words follow the last known row, so that the values belong to those words.
    pub ends_in_unknown_words: bool,
}

/// Parses a label of section three, or several labels joined. `current` is the group that the row is
/// in, as far as the rows above tell.
pub fn parse_row_label(label: &str, current: Option<RowGroup>) -> RowLabel {
    let text = after_heading(label).replace("本年度办理结果", "");
    let text = text.as_str();
    let group = group_named_last(text);
    let mut found: Vec<(usize, RowKey)> = Vec::new();
    for (key, words) in ROWS {
        if let Some((end, _)) = last_match(text, words.iter().map(|word| ((), *word))) {
            found.push((end, *key));
        }
    }
    let end = found.iter().map(|(end, _)| *end).max().unwrap_or(0);
    let rest = text.get(end..).unwrap_or_default();
    let tail = strip_number(rest);
    let named = found.iter().max_by_key(|(end, _)| *end);
    let unmatched = named.map_or("", |(_, key)| unmatched_rest(*key, rest));
    let mut ends_in_unknown_words = false;
    if tail == "总计" || tail == "合计" || (tail.ends_with("总计") && tail.chars().count() <= 6)
    {
        found.push((text.len(), RowKey::Total));
    } else if tail == "其他处理" || rest.ends_with("其他处理") || tail == "其它处理" {
        found.push((text.len(), RowKey::Other));
    } else if tail.ends_with("其他") && matches!(group.or(current), Some(RowGroup::Other)) {
        found.push((text.len(), RowKey::OtherRest));
    } else if found.is_empty() {
        found.extend(row_of_cut_label(text).map(|key| (text.len(), key)));
    } else if !unmatched.is_empty() {
        // The label of the next row has begun.
        let next = row_of_cut_label(unmatched);
        ends_in_unknown_words = next.is_none();
        found.extend(next.map(|key| (text.len(), key)));
    }
    found.sort_by_key(|(end, _)| *end);
    RowLabel {
        rows: found.into_iter().map(|(_, key)| key).collect(),
        group,
        ends_in_unknown_words,
    }
}

/// How the form's labels continue after the words of [`ROWS`].
const TAILS: &[(RowKey, &str)] = &[
    (RowKey::Received, "政府信息公开申请数量"),
    (RowKey::CarriedIn, "政府信息公开申请数量"),
    (RowKey::PartlyGranted, "区分处理的只计这一情形不计其他情形"),
    (RowKey::NotHeld, "相关政府信息"),
    (RowKey::Petition, "投诉类申请"),
    (RowKey::AsksToConfirm, "已获取信息"),
    (
        RowKey::NotCorrectedInTime,
        "行政机关不再处理其政府信息公开申请",
    ),
    (
        RowKey::FeeNotPaid,
        "缴纳费用行政机关不再处理其政府信息公开申请",
    ),
    (RowKey::CarriedOut, "继续办理"),
];
/// Other words that labels may end with.
const FILLERS: [&str; 16] = [
    "信息", "政府", "公开", "申请", "数量", "数", "情形", "事项", "案件", "类", "的", "件", "到",
    "了", "单位", "度",
];

/// The part of the text after a row's words that does not belong to the row's label.
fn unmatched_rest(key: RowKey, rest: &str) -> &str {
    let tail = TAILS.iter().find(|(of, _)| *of == key);
    let tail = tail.map_or("", |(_, tail)| *tail);
    if tail.starts_with(rest) {
        return "";
    }
    let rest = rest.strip_prefix(tail).unwrap_or(rest);
    let mut left = rest;
    while let Some(after) = FILLERS.iter().find_map(|word| left.strip_prefix(word)) {
        left = after;
    }
    if left.is_empty() { "" } else { rest }
}

/// The row of a label that is cut off at its end, if only one row begins like that.
fn row_of_cut_label(label: &str) -> Option<RowKey> {
    const FULL: &[(RowKey, &str)] = &[
        (RowKey::StateSecret, "属于国家秘密"),
        (RowKey::ForbiddenByLaw, "其他法律行政法规禁止公开"),
        (RowKey::ThreeSecuritiesOneStability, "危及三安全一稳定"),
        (RowKey::ThirdPartyRights, "保护第三方合法权益"),
        (RowKey::InternalAffairs, "属于三类内部事务信息"),
        (RowKey::Deliberative, "属于四类过程性信息"),
        (RowKey::EnforcementFile, "属于行政执法案卷"),
        (RowKey::AdministrativeQuery, "属于行政查询事项"),
        (RowKey::NotHeld, "本机关不掌握相关政府信息"),
        (RowKey::NeedsCompiling, "没有现成信息需要另行制作"),
        (RowKey::StillUnclear, "补正后申请内容仍不明确"),
        (RowKey::Petition, "信访举报投诉类申请"),
        (RowKey::AsksForPublication, "要求提供公开出版物"),
        (RowKey::Excessive, "无正当理由大量反复申请"),
        (
            RowKey::AsksToConfirm,
            "要求行政机关确认或重新出具已获取信息",
        ),
        (RowKey::NotCorrectedInTime, "申请人无正当理由逾期不补正"),
        (RowKey::FeeNotPaid, "申请人逾期未按收费通知要求缴纳费用"),
    ];
    let label = strip_number(label);
    // The end of the label above may come before it.
    let starts = label.char_indices().map(|(at, _)| at);
    let least = |start: usize| if start == 0 { 4 } else { 5 };
    starts
        .filter_map(|start| Some((start, label.get(start..)?)))
        .take_while(|(_, own)| own.chars().count() >= 4)
        .filter(|(start, own)| own.chars().count() >= least(*start))
        .find_map(|(_, own)| {
            let mut rows = FULL.iter().filter(|(_, full)| full.starts_with(own));
            let (key, _) = rows.next()?;
            rows.next().is_none().then_some(*key)
        })
}

/// Strips the names of the columns from the front of a label.
fn after_heading(label: &str) -> &str {
    let names = [
        "自然人",
        "法人或其他组织",
        "商业企业",
        "科研机构",
        "社会公益组织",
        "法律服务机构",
    ];
    let Some((end, ())) = last_match(label, names.into_iter().map(|name| ((), name))) else {
        // The first line of a heading alone.
        return label.strip_prefix("申请人情况").map_or(label, |rest| {
            rest.strip_prefix("总计")
                .or_else(|| rest.strip_prefix("合计"))
                .unwrap_or(rest)
        });
    };
    let rest = label.get(end..).unwrap_or_default();
    let rest = rest.strip_prefix("其他").unwrap_or(rest);
    // Right after the other columns, 总计 is the last column and not the row of that name.
    rest.strip_prefix("总计")
        .or_else(|| rest.strip_prefix("合计"))
        .unwrap_or(rest)
}

/// Which columns a heading of section three names, and in which order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadingOrder {
    /// All columns of the form, in its order.
    Complete,
    /// Some of them in that order: the heading is cut off, or the table has fewer columns.
    Partial,
    /// In another order.
    Reordered,
    /// Further columns in addition, such as last year's.
    Extended,
}

/// Compares the columns that a heading of section three names with the form's. `None` if it names
/// fewer than two. The names may be cut off.
pub fn heading_order(label: &str) -> Option<HeadingOrder> {
    let names = ["自然人", "商业", "科研", "公益", "法律"];
    let positions = names.iter().filter_map(|name| label.find(name));
    let positions: Vec<usize> = positions.collect();
    match positions.len() {
        0 | 1 => None,
        _ if has_extra_columns(label) => Some(HeadingOrder::Extended),
        _ if !positions.is_sorted() => Some(HeadingOrder::Reordered),
        count if count == names.len() => Some(HeadingOrder::Complete),
        _ => Some(HeadingOrder::Partial),
    }
}

/// Whether a heading of section three, joined with the label of the row below it, names a second
/// total.
pub fn has_extra_columns(label: &str) -> bool {
    let all = |words: &[&str]| -> usize {
        let counts = words.iter().map(|word| label.matches(word).count());
        counts.sum()
    };
    // 七、总计 is a row.
    let row = usize::from(label.ends_with("七总计") || label.ends_with("七合计"));
    all(&["总计", "合计", "小计"]) > all(&["自然人"]).max(1) + row
}

/// The column of section three that a heading names.
pub fn applicant(label: &str) -> Option<Applicant> {
    let names = [
        (Applicant::Person, "自然人"),
        (Applicant::Business, "商业企业"),
        (Applicant::Research, "科研机构"),
        (Applicant::Welfare, "社会公益"),
        (Applicant::Legal, "法律服务"),
    ];
    if let Some((_, applicant)) = last_match(label, names.into_iter()) {
        return Some(applicant);
    }
    let label = label.strip_prefix("申请人情况").unwrap_or(label);
    if label.ends_with("总计") || label.ends_with("合计") {
        return Some(Applicant::Total);
    }
    let own = label.strip_prefix("法人或其他组织").unwrap_or(label);
    (own == "其他").then_some(Applicant::Other)
}
