//! Tells by its label whether the end of a page breaks a row of a table.

use super::continuation::Pair;
use crate::labels::{is_numbered, normalize_label_keeping_brackets, proactive_row, strip_number};

/// The labels of the form's rows, without numbers and punctuation.
pub(super) const LABELS: [&str; 38] = [
    "本年新收政府信息公开申请数量",
    "上年结转政府信息公开申请数量",
    "予以公开",
    "部分公开区分处理的只计这一情形不计其他情形",
    "不予公开",
    "属于国家秘密",
    "其他法律行政法规禁止公开",
    "危及三安全一稳定",
    "保护第三方合法权益",
    "属于三类内部事务信息",
    "属于四类过程性信息",
    "属于行政执法案卷",
    "属于行政查询事项",
    "无法提供",
    "本机关不掌握相关政府信息",
    "没有现成信息需要另行制作",
    "补正后申请内容仍不明确",
    "不予处理",
    "信访举报投诉类申请",
    "重复申请",
    "要求提供公开出版物",
    "无正当理由大量反复申请",
    "要求行政机关确认或重新出具已获取信息",
    "其他处理",
    "申请人无正当理由逾期不补正行政机关不再处理其政府信息公开申请",
    "申请人逾期未按收费通知要求缴纳费用行政机关不再处理其政府信息公开申请",
    "其他",
    "总计",
    "合计",
    "结转下年度继续办理",
    "规章",
    "行政规范性文件",
    "规范性文件",
    "行政许可",
    "其他对外管理服务事项",
    "行政处罚",
    "行政强制",
    "行政事业性收费",
];

/// How the last row of one page and the first of the next belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rows {
    Apart,
    One,
    /// It cannot be told, so the cells of neither row can be read, not even as blank.
    Unsure,
}

/// Tells whether two rows with the same columns are one; `pairs` are their cells from left to right.
pub(super) fn rows(pairs: &[Pair<'_>]) -> Rows {
    let is_either = |is: fn(&str) -> bool| move |pair: &Pair<'_>| is(pair.above) || is(pair.below);
    // Values may be words as well.
    let label = pairs.iter().rposition(is_either(begins_known_label));
    let label = label.or_else(|| pairs.iter().position(is_either(is_label)));
    let Some(label) = label else {
        return Rows::Apart;
    };
    let (labels, values) = pairs.split_at(label + 1);
    let filled = |text: fn(&Pair<'_>) -> bool| values.iter().any(text);
    let above = filled(|pair| !pair.above.trim().is_empty());
    let below = filled(|pair| !pair.below.trim().is_empty());
    let Some(pair) = labels.last() else {
        return Rows::Apart;
    };
    match (pair.above.trim(), pair.below.trim()) {
        // Some values before the page's end, the others behind it: they may be those of one label.
        ("", _) if above && !are_beside(values) => Rows::Unsure,
        // A label in the middle of its row's height.
        ("", _) => Rows::Apart,
        (_, "") if !above && below => Rows::One,
        (_, "") if above && below => Rows::Unsure,
        (_, "") => Rows::Apart,
        (before, after) => by_labels(before, after, above, below),
    }
}

/// Whether some column has a value in both rows.
fn are_beside(values: &[Pair<'_>]) -> bool {
    let is_both = |pair: &Pair<'_>| !pair.above.trim().is_empty() && !pair.below.trim().is_empty();
    values.iter().any(is_both)
}

fn by_labels(before: &str, after: &str, above: bool, below: bool) -> Rows {
    let opens = |sign: char| "（(〔[".contains(sign) || ('①'..='⑳').contains(&sign);
    if after.starts_with(opens) || is_numbered(after) {
        return Rows::Apart;
    }
    let (before, after) = (
        normalize_label_keeping_brackets(before),
        normalize_label_keeping_brackets(after),
    );
    let before = strip_number(&before);
    let continues = |label: &&str| {
        let rest = label.strip_prefix(before);
        rest.is_some_and(|rest| !rest.is_empty() && rest.starts_with(&after))
    };
    if !before.is_empty() && LABELS.iter().any(continues) {
        return Rows::One;
    }
    let begins = |label: &&str| label.starts_with(&after) || after.starts_with(*label);
    let is_complete = LABELS.contains(&before);
    if is_complete || LABELS.iter().any(begins) || proactive_row(&after).is_some() {
        return Rows::Apart;
    }
    match (above, below) {
        // A label that is worded differently from the form's continues.
        (true, false) => Rows::One,
        (false, false) => Rows::Apart,
        (_, true) => Rows::Unsure,
    }
}

fn begins_known_label(text: &str) -> bool {
    let normal = normalize_label_keeping_brackets(text);
    let own = strip_number(&normal);
    own.chars().count() > 1 && LABELS.iter().any(|label| label.starts_with(own))
}

fn is_label(text: &str) -> bool {
    text.chars()
        .any(|sign| sign.is_alphabetic() && !sign.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(above: [&str; 2], below: [&str; 2], expected: Rows) {
        let pair = |at: usize| Pair {
            above: above.get(at).copied().unwrap_or_default(),
            below: below.get(at).copied().unwrap_or_default(),
        };
        assert_eq!(rows(&[pair(0), pair(1)]), expected, "{above:?} {below:?}");
    }

    #[test]
    fn a_label_continues_and_a_number_begins_a_row() {
        let above = ["5、属于", "27"];
        check(above, ["三类内部事务信息", ""], Rows::One);
        check(above, ["三类内部事务信息", "0"], Rows::One);
        check(above, ["6、属于四类过程性信息", ""], Rows::Apart);
        check(above, ["三、本年度办理结果", ""], Rows::Apart);
        check(above, ["（四）无法提供", ""], Rows::Apart);
    }

    #[test]
    fn a_row_whose_number_is_broken_is_one() {
        let above = ["一、本年新收政府信", "1034"];
        check(above, ["息公开申请数量", "9"], Rows::One);
        check(["7.属于行", ""], ["政执法案卷", "897"], Rows::One);
    }

    #[test]
    fn values_without_a_label_may_be_those_of_the_next_page() {
        check(["", "11"], ["（二）部分公开", ""], Rows::Unsure);
        check(["", "11"], ["（二）部分公开", "12"], Rows::Apart);
        let pair = |above, below| Pair { above, below };
        let halves = [pair("", "1.信访举报"), pair("5件", ""), pair("", "16\n件")];
        assert_eq!(rows(&halves), Rows::Unsure);
        check(["", ""], ["（二）部分公开", "12"], Rows::Apart);
    }

    #[test]
    fn words_among_the_values_are_no_labels() {
        let above = ["2.没有现成信息需要另行制作", ""];
        check(above, ["", "不详"], Rows::One);
        check(["其中：网上", ""], ["", "不详"], Rows::One);
        check(["其中：网上", "不"], ["", "详"], Rows::Unsure);
    }

    #[test]
    fn another_label_begins_a_row() {
        check(["行政处罚", "45"], ["行政强制", ""], Rows::Apart);
        check(
            ["属于国家秘密", "1"],
            ["保护第三方合法权益", "2"],
            Rows::Apart,
        );
        check(["3.其他", "1"], ["总计", "2"], Rows::Apart);
        check(["规章", "1"], ["专项规划", "2"], Rows::Apart);
    }

    #[test]
    fn labels_in_other_words_leave_it_open() {
        check(["其中：网上", "1"], ["渠道提交", ""], Rows::One);
        check(["其中：网上", "1"], ["渠道提交", "2"], Rows::Unsure);
        check(["其中：网上", ""], ["渠道提交", "2"], Rows::Unsure);
        check(["其中：网上", "1"], ["", "2"], Rows::Unsure);
        check(["其中：网上", ""], ["", "2"], Rows::One);
    }
}
