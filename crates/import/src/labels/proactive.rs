//! The labels of section two: its rows and its columns.

use super::last_match;
use gongkai_model::{Edition, ProactiveColumn, ProactiveKey};

/// The row of section two that a label names last.
pub fn proactive_row(label: &str) -> Option<ProactiveKey> {
    const WORDS: &[(ProactiveKey, &str)] = &[
        (ProactiveKey::Rules, "规章"),
        (ProactiveKey::NormativeDocuments, "规范性文件"),
        (ProactiveKey::Licences, "行政许可"),
        (ProactiveKey::OtherServices, "其他对外管理服务"),
        (ProactiveKey::OtherServices, "其它对外管理服务"),
        (ProactiveKey::Penalties, "行政处罚"),
        (ProactiveKey::CompulsoryMeasures, "行政强制"),
        (ProactiveKey::Fees, "行政事业性收费"),
        (ProactiveKey::Fees, "行政事业收费"),
        (ProactiveKey::Procurement, "政府集中采购"),
    ];
    let (end, key) = last_match(label, WORDS.iter().copied())?;
    // Only a word such as 事项 or 措施 may follow. Anything longer is another label.
    let rest = label.get(end..).unwrap_or_default();
    ["", "事项", "措施", "项目", "类", "决定", "案件", "许可事项"]
        .contains(&rest)
        .then_some(key)
}

/// The words that identify each column of section two even if its heading is cut off, and the edition
/// that alone has them.
#[rustfmt::skip]
const COLUMNS: &[(ProactiveColumn, &[&str], Option<Edition>)] = &[
    (ProactiveColumn::Made, &["新制作数", "本年新制作", "本年制作数"], Some(Edition::Form2019)),
    (ProactiveColumn::Made, &["制发件数", "制发数"], Some(Edition::Form2021)),
    (ProactiveColumn::Disclosed, &["新公开数", "本年新公开", "本年公开数"], Some(Edition::Form2019)),
    (ProactiveColumn::TotalDisclosed, &["对外公开总"], Some(Edition::Form2019)),
    (ProactiveColumn::Repealed, &["废止件数", "废止数"], Some(Edition::Form2021)),
    (ProactiveColumn::InForce, &["现行有效"], Some(Edition::Form2021)),
    (
        ProactiveColumn::ItemsLastYear,
        &["上一年项目", "上年项目", "上一年度项目", "上年度项目", "去年项目"],
        Some(Edition::Form2019),
    ),
    // 本年增（减）
    (ProactiveColumn::Change, &["本年增", "本年度增"], Some(Edition::Form2019)),
    (ProactiveColumn::Decisions, &["处理决定数", "处理决定件数"], None),
    (ProactiveColumn::Projects, &["采购项目数"], Some(Edition::Form2019)),
    (ProactiveColumn::Amount, &["采购总金额", "采购金额", "采购总额"], Some(Edition::Form2019)),
    (ProactiveColumn::Amount, &["收费金额", "收费总金额"], Some(Edition::Form2021)),
];

/// Words for an earlier year before the name of a column.
const EARLIER: [&str; 7] = [
    "上年",
    "去年",
    "上年度",
    "上一年",
    "上一年度",
    "前年",
    "上年本",
];

/// The columns of section two that a text names, in order, and the editions that its words belong
/// to.
pub fn proactive_columns(label: &str) -> (Vec<ProactiveColumn>, Vec<Edition>) {
    let mut found: Vec<(usize, ProactiveColumn)> = Vec::new();
    let mut editions = Vec::new();
    for (column, words, edition) in COLUMNS {
        for (at, word) in words.iter().flat_map(|word| label.match_indices(word)) {
            // 上年处理决定数量 is not a column of the form.
            let before = label.get(..at).unwrap_or_default();
            if EARLIER.iter().any(|year| before.ends_with(year)) {
                continue;
            }
            found.push((at + word.len(), *column));
            editions.extend(*edition);
        }
    }
    found.sort_by_key(|(end, _)| *end);
    // 本年新制作 and 新制作数 are the same column.
    found.dedup_by(|next, one| next.1 == one.1 && next.0 - one.0 <= "数".len());
    // Each heading begins with 信息内容. The last one applies.
    let start = label.rfind("信息内容").unwrap_or(0);
    if found.iter().any(|(at, _)| *at > start) {
        found.retain(|(at, _)| *at > start || start == 0);
    }
    (
        found.into_iter().map(|(_, column)| column).collect(),
        editions,
    )
}

/// The whole names of the columns, normalized.
const FULL: &[&str] = &[
    "本年新制作数量",
    "本年新公开数量",
    "对外公开总数量",
    "本年制发件数",
    "本年废止件数",
    "现行有效件数",
    "上一年项目数量",
    "本年增减",
    "处理决定数量",
    "本年处理决定数量",
    "采购项目数量",
    "采购总金额",
    "本年收费金额",
];

/// Whether a heading is the whole name of a column.
#[cfg(feature = "pdf")]
pub fn is_whole_column_name(label: &str) -> bool {
    FULL.contains(&label)
}

/// The one column that a heading names, even if cut off, and the edition that its words belong to.
pub fn proactive_column(label: &str) -> Option<(ProactiveColumn, Option<Edition>)> {
    let one = |text: &str| match proactive_columns(text) {
        (columns, editions) if columns.len() == 1 => {
            Some((*columns.first()?, editions.first().copied()))
        }
        _ => None,
    };
    if let Some(found) = one(label) {
        return Some(found);
    }
    let mut full = FULL.iter().filter(|full| full.starts_with(label));
    let is_cut = label.chars().count() >= 3;
    let found = full.next().filter(|_| is_cut)?;
    full.next().is_none().then(|| one(found)).flatten()
}
