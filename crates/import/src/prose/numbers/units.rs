//! The words that count things: 条, 件, 场次.

/// Units of things, meetings and people, longer ones first.
const UNITS: [&str; 45] = [
    "人次", "场次", "条次", "件次", "批次", "篇次", "家次", "户次", "条", "件", "期", "次", "篇",
    "个", "場", "场", "份", "名", "人", "项", "起", "宗", "例", "本", "册", "部", "则", "幅", "张",
    "套", "批", "家", "处", "所", "台", "户", "轮", "位", "集", "版", "页", "封", "通", "块", "帖",
];

/// Words that begin like a unit but are not: durations, shares and other nouns.
const NOT_UNITS: [&str; 38] = [
    "个月",
    "个工作日",
    "个自然日",
    "个小时",
    "个百分点",
    "个方面",
    "个季度",
    "个年度",
    "个星期",
    "期间",
    "期限",
    "场所",
    "份额",
    "部门",
    "人民",
    "人大",
    "人员",
    "本科",
    "名称",
    "处理",
    "处室",
    "处长",
    "台账",
    "户籍",
    "所有",
    "所属",
    "条例",
    "项目",
    "版本",
    "页面",
    "通过",
    "次会议",
    "次全会",
    "件事",
    "通知",
    "起来",
    "位数",
    "集中",
];

/// Splits a unit off the front of the text.
pub(super) fn unit(text: &str) -> Option<(&str, &str)> {
    if NOT_UNITS.iter().any(|word| text.starts_with(word)) {
        return None;
    }
    // 1234（条）
    if let Some((inside, rest)) = bracketed(text) {
        return Some((inside, rest));
    }
    let unit = UNITS.iter().find(|unit| text.starts_with(**unit))?;
    let rest = text.get(unit.len()..)?;
    // 7场（次）: two alternative units, printed as one.
    let rest = bracketed(rest).map_or(rest, |(_, rest)| rest);
    text.split_at_checked(text.len() - rest.len())
}

/// Splits a unit in round brackets off the front of the text.
fn bracketed(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix(['（', '('])?;
    let closed = |unit: &&str| Some(inside.strip_prefix(*unit)?.starts_with(['）', ')']));
    let unit = UNITS.iter().find(|unit| closed(unit) == Some(true))?;
    let (unit, rest) = inside.split_at_checked(unit.len())?;
    Some((unit, rest.strip_prefix(['）', ')'])?))
}

/// Reads 16各 as 16个, since no number precedes 各 in correct Chinese, except for a year.
pub(super) fn misprinted_unit<'a>(printed: &str, after: &'a str) -> Option<(&'a str, &'a str)> {
    let is_year = printed.len() == 4 && printed.starts_with("20");
    (after.starts_with('各') && !is_year).then_some(("个", after.strip_prefix('各')?))
}
