//! The form's labels, told by the words that do not vary.

use super::number::fold;
use gongkai_model::{
    Applicant, BlockColumn, BlockKey, Edition, ProactiveColumn, ProactiveKey, RowKey,
};
use std::sync::LazyLock;

/// Traditional characters of the form's words, each with its simplified one.
const TRADITIONAL: &str = "祕秘穩稳詢询舉举複复覆复補补徵征額额縣县級级鎮镇鄉乡廳厅達达電电館馆廣广則则類类標标識识聯联團团體体衛卫視视協协會会贈赠與与資资訊讯許许處处罰罚強强製制數数據据開开總总計计劃划請请類类業业機机構构織织務务評评審审結结轉转復复議议訴诉訟讼絕绝屬属國国執执過过內内掛挂報报報报監监費费項项購购採采規规範范現现廢废對对無无當当實实應应決决維维糾纠經经後后續续辦办單单個个領领關关於于為为發发書书檔档門门間间進进選选擇择從从來来時时動动務务條条讓让護护權权術术續续確确認认獲获認认損损傷伤戶户體体網网萬万億亿號号沒没訪访繳缴納纳繼继減减區区";

/// Simplified, without notes in brackets, white space or punctuation: what labels are compared by.
pub fn plain(text: &str) -> String {
    let mut depth = 0_usize;
    let mut plain = String::new();
    for c in fold(text).chars() {
        match c {
            '(' | '[' | '〔' | '【' | '〈' => depth += 1,
            ')' | ']' | '〕' | '】' | '〉' => depth = depth.saturating_sub(1),
            c if depth == 0 && c.is_alphanumeric() => plain.push(simplified(c)),
            _ => {}
        }
    }
    plain
}

/// As [`plain`], with what is in brackets: units stand there, and so does a label's number.
pub fn whole(text: &str) -> String {
    let folded = fold(text);
    let letters = folded.chars().filter(|c| c.is_alphanumeric());
    letters.map(simplified).collect()
}

pub fn simplified(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    let found = SIMPLIFIED.binary_search_by_key(&c, |(traditional, _)| *traditional);
    let pair = found.ok().and_then(|at| SIMPLIFIED.get(at));
    pair.map_or(c, |(_, simple)| *simple)
}

/// Every character of a file is looked for in it: the pairs of [`TRADITIONAL`], sorted.
static SIMPLIFIED: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let mut letters = TRADITIONAL.chars();
    let pairs = std::iter::from_fn(|| Some((letters.next()?, letters.next()?)));
    let mut pairs: Vec<(char, char)> = pairs.collect();
    // Of a character that stands there twice the first pair counts.
    pairs.sort_by_key(|(traditional, _)| *traditional);
    pairs.dedup_by_key(|(traditional, _)| *traditional);
    pairs
});

/// Without the numbers in front: 三、 (七) 1. ①
pub fn unnumbered(plain: &str) -> &str {
    plain.trim_start_matches(|c: char| {
        c.is_ascii_digit() || "一二三四五六七八九十第".contains(c) || ('①'..='⑳').contains(&c)
    })
}

/// Whether a label begins with a number: 三、 (七) 1. ①
pub fn is_numbered(label: &str) -> bool {
    let folded = fold(label);
    let text = folded.trim_start_matches('(');
    let rest = unnumbered(text);
    let is_circled = text.starts_with(|c: char| ('①'..='⑳').contains(&c));
    is_circled || rest.len() < text.len() && rest.starts_with(['、', '.', ')', ',', ':'])
}

/// The words by which a row of section three is known; `Other` and `OtherRest` are told by their place.
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

/// A heading over rows of section three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    Refused,
    Unable,
    NotProcessed,
    Other,
}

const OVER: &[(Over, &str)] = &[
    (Over::Refused, "不予公开"),
    (Over::Unable, "无法提供"),
    (Over::NotProcessed, "不予处理"),
    (Over::Other, "其他处理"),
    (Over::Other, "其它处理"),
];

/// The last match of any of the words: where it ends, and whose it is.
fn last<T: Copy>(text: &str, words: impl Iterator<Item = (T, &'static str)>) -> Option<(usize, T)> {
    words
        .filter_map(|(key, word)| text.rfind(word).map(|at| (at + word.len(), key)))
        .max_by_key(|(end, _)| *end)
}

/// The group that a label names last.
pub fn over(plain: &str) -> Option<Over> {
    last(plain, OVER.iter().copied()).map(|(_, over)| over)
}

/// What a label of section three's rows says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowLabel {
    /// The rows that it names, in order; the values belong to the last.
    pub rows: Vec<RowKey>,
    pub over: Option<Over>,
    /// Whether words of no known row follow: the values are theirs.
    pub is_foreign: bool,
}

/// Reads a label of section three, or several in a row; `within` is the group in force.
pub fn row(plain: &str, within: Option<Over>) -> RowLabel {
    let text = after_heading(plain).replace("本年度办理结果", "");
    let text = text.as_str();
    let over = over(text);
    let mut found: Vec<(usize, RowKey)> = Vec::new();
    for (key, words) in ROWS {
        if let Some((end, _)) = last(text, words.iter().map(|word| ((), *word))) {
            found.push((end, *key));
        }
    }
    let end = found.iter().map(|(end, _)| *end).max().unwrap_or(0);
    let rest = text.get(end..).unwrap_or_default();
    let tail = unnumbered(rest);
    let named = found.iter().max_by_key(|(end, _)| *end);
    let leftover = named.map_or("", |(_, key)| leftover(*key, rest));
    let mut is_foreign = false;
    if tail == "总计" || tail == "合计" || (tail.ends_with("总计") && tail.chars().count() <= 6)
    {
        found.push((text.len(), RowKey::Total));
    } else if tail == "其他处理" || rest.ends_with("其他处理") || tail == "其它处理" {
        found.push((text.len(), RowKey::Other));
    } else if tail.ends_with("其他") && matches!(over.or(within), Some(Over::Other)) {
        found.push((text.len(), RowKey::OtherRest));
    } else if found.is_empty() {
        found.extend(cut_short(text).map(|key| (text.len(), key)));
    } else if !leftover.is_empty() {
        // The next row's label has begun.
        let next = cut_short(leftover);
        is_foreign = next.is_none();
        found.extend(next.map(|key| (text.len(), key)));
    }
    found.sort_by_key(|(end, _)| *end);
    RowLabel {
        rows: found.into_iter().map(|(_, key)| key).collect(),
        over,
        is_foreign,
    }
}

/// How the form's labels end behind the words that tell them, where they do not end with those.
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
/// Words that labels end with as well.
const FILLERS: [&str; 16] = [
    "信息", "政府", "公开", "申请", "数量", "数", "情形", "事项", "案件", "类", "的", "件", "到",
    "了", "单位", "度",
];

/// What follows a row's words and is no part of its label.
fn leftover(key: RowKey, rest: &str) -> &str {
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

/// A label that ends early: the one row that begins so.
fn cut_short(label: &str) -> Option<RowKey> {
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
    let label = unnumbered(label);
    // What stands before it may be the end of the label above.
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

/// What comes after the names of the columns, where they stand in front.
fn after_heading(plain: &str) -> &str {
    let names = [
        "自然人",
        "法人或其他组织",
        "商业企业",
        "科研机构",
        "社会公益组织",
        "法律服务机构",
    ];
    let Some((end, ())) = last(plain, names.into_iter().map(|name| ((), name))) else {
        // The first line of a heading by itself.
        return plain.strip_prefix("申请人情况").map_or(plain, |rest| {
            rest.strip_prefix("总计")
                .or_else(|| rest.strip_prefix("合计"))
                .unwrap_or(rest)
        });
    };
    let rest = plain.get(end..).unwrap_or_default();
    let rest = rest.strip_prefix("其他").unwrap_or(rest);
    // 总计 alone may be the row; with something after it, or as the last column, it is the column.
    match rest
        .strip_prefix("总计")
        .or_else(|| rest.strip_prefix("合计"))
    {
        Some(rest) => rest,
        None => rest,
    }
}

/// What a heading of section three says of its columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// All of the form's, in its order.
    All,
    /// Some of them in that order: cut short, or the table has fewer.
    Some,
    /// In another order.
    Moved,
    /// And others beside them, such as last year's.
    More,
}

/// The columns of section three that a heading names, if any; a name may be cut short.
pub fn named(plain: &str) -> Option<Named> {
    let names = ["自然人", "商业", "科研", "公益", "法律"];
    let places = names.iter().filter_map(|name| plain.find(name));
    let places: Vec<usize> = places.collect();
    match places.len() {
        0 | 1 => None,
        _ if has_more_columns(plain) => Some(Named::More),
        _ if !places.is_sorted() => Some(Named::Moved),
        count if count == names.len() => Some(Named::All),
        _ => Some(Named::Some),
    }
}

/// Whether a heading of section three, with the label of the row below it, has a second total.
pub fn has_more_columns(plain: &str) -> bool {
    let all = |words: &[&str]| -> usize {
        let counts = words.iter().map(|word| plain.matches(word).count());
        counts.sum()
    };
    // 七、总计 is a row.
    let row = usize::from(plain.ends_with("七总计") || plain.ends_with("七合计"));
    all(&["总计", "合计", "小计"]) > all(&["自然人"]).max(1) + row
}

/// The column of section three that a heading names.
pub fn applicant(plain: &str) -> Option<Applicant> {
    let names = [
        (Applicant::Person, "自然人"),
        (Applicant::Business, "商业企业"),
        (Applicant::Research, "科研机构"),
        (Applicant::Welfare, "社会公益"),
        (Applicant::Legal, "法律服务"),
    ];
    if let Some((_, applicant)) = last(plain, names.into_iter()) {
        return Some(applicant);
    }
    let plain = plain.strip_prefix("申请人情况").unwrap_or(plain);
    if plain.ends_with("总计") || plain.ends_with("合计") {
        return Some(Applicant::Total);
    }
    let own = plain.strip_prefix("法人或其他组织").unwrap_or(plain);
    (own == "其他").then_some(Applicant::Other)
}

/// The row of section two that a label names last, and where its words end.
pub fn proactive_row(plain: &str) -> Option<ProactiveKey> {
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
    let (end, key) = last(plain, WORDS.iter().copied())?;
    // Only a word such as 事项 or 措施 may follow: anything longer is a label of its own.
    let rest = plain.get(end..).unwrap_or_default();
    ["", "事项", "措施", "项目", "类", "决定", "案件", "许可事项"]
        .contains(&rest)
        .then_some(key)
}

/// A heading of section two's columns, as short as it is cut; some words are of one edition only.
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

/// Another year than the report's, before what a column is of.
const EARLIER: [&str; 7] = [
    "上年",
    "去年",
    "上年度",
    "上一年",
    "上一年度",
    "前年",
    "上年本",
];

/// The columns that a text names, in its order, and the editions that its words are of.
pub fn columns(plain: &str) -> (Vec<ProactiveColumn>, Vec<Edition>) {
    let mut found: Vec<(usize, ProactiveColumn)> = Vec::new();
    let mut editions = Vec::new();
    for (column, words, edition) in COLUMNS {
        for (at, word) in words.iter().flat_map(|word| plain.match_indices(word)) {
            // 上年处理决定数量 is no column of the form.
            let before = plain.get(..at).unwrap_or_default();
            if EARLIER.iter().any(|year| before.ends_with(year)) {
                continue;
            }
            found.push((at + word.len(), *column));
            editions.extend(*edition);
        }
    }
    found.sort_by_key(|(end, _)| *end);
    // 本年新制作 and 新制作数 are one.
    found.dedup_by(|next, one| next.1 == one.1 && next.0 - one.0 <= "数".len());
    // Of several headings the last is in force; each begins with 信息内容.
    let start = plain.rfind("信息内容").unwrap_or(0);
    if found.iter().any(|(at, _)| *at > start) {
        found.retain(|(at, _)| *at > start || start == 0);
    }
    (
        found.into_iter().map(|(_, column)| column).collect(),
        editions,
    )
}

/// The column that one heading names, be it cut short, and the edition that its words are of.
pub fn column(plain: &str) -> Option<(ProactiveColumn, Option<Edition>)> {
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
    let one = |text: &str| match columns(text) {
        (columns, editions) if columns.len() == 1 => {
            Some((*columns.first()?, editions.first().copied()))
        }
        _ => None,
    };
    if let Some(found) = one(plain) {
        return Some(found);
    }
    let mut full = FULL.iter().filter(|full| full.starts_with(plain));
    let is_cut = plain.chars().count() >= 3;
    let found = full.next().filter(|_| is_cut)?;
    full.next().is_none().then(|| one(found)).flatten()
}

/// The column of section four that a label names last.
pub fn review_column(plain: &str) -> Option<BlockColumn> {
    let words = [
        (BlockColumn::Upheld, "结果维持"),
        (BlockColumn::Corrected, "结果纠正"),
        (BlockColumn::Other, "其他结果"),
        (BlockColumn::Pending, "尚未审结"),
        (BlockColumn::Total, "总计"),
        (BlockColumn::Total, "合计"),
    ];
    last(plain, words.into_iter()).map(|(_, column)| column)
}

/// The block of section four that a label names last.
pub fn review_block(plain: &str) -> Option<BlockKey> {
    let words = [
        (BlockKey::LitigationDirect, "未经复议直接起诉"),
        (BlockKey::LitigationDirect, "未经复议"),
        (BlockKey::LitigationDirect, "未经行政复议"),
        (BlockKey::LitigationDirect, "直接起诉"),
        (BlockKey::LitigationAfterReconsideration, "复议后"),
        (BlockKey::Reconsideration, "行政复议"),
    ];
    last(plain, words.into_iter()).map(|(_, block)| block)
}
