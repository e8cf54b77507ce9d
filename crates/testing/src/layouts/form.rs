//! The statutory form as sentences and tables with merged cells.

use gongkai_model::*;
use std::fmt::Write as _;

pub(super) enum Part {
    Words(String),
    Table(Vec<Vec<Merged>>),
}

/// A cell at its top left.
pub(super) struct Merged {
    pub text: String,
    pub columns: usize,
    pub rows: usize,
}

fn merged(text: impl Into<String>, columns: usize, rows: usize) -> Merged {
    Merged {
        text: text.into(),
        columns,
        rows,
    }
}

fn one(text: impl Into<String>) -> Merged {
    merged(text, 1, 1)
}

pub(super) fn parts(report: &Report) -> Vec<Part> {
    let words = |text: &str| Part::Words(text.to_owned());
    let mut parts = vec![
        Part::Words(format!(
            "{}{}年政府信息公开工作年度报告",
            report.agency.name, report.year
        )),
        words("一、总体情况"),
        words("本机关认真落实公开条例，各项工作平稳推进。"),
    ];
    parts.extend(report.disclosure.iter().map(|d| Part::Words(sentences(d))));
    parts.push(words("二、主动公开政府信息情况"));
    if let Some(proactive) = &report.proactive {
        parts.push(Part::Table(section_two(proactive, report.edition)));
    }
    parts.push(words("三、收到和处理政府信息公开申请情况"));
    if let Some(applications) = &report.applications {
        parts.push(Part::Table(section_three(applications, report.edition)));
    }
    parts.push(words("四、政府信息公开行政复议、行政诉讼情况"));
    if let Some(reviews) = &report.reviews {
        parts.push(Part::Table(section_four(reviews)));
    }
    parts.push(words("五、存在的主要问题及改进情况"));
    parts.push(words("公开的内容还不够丰富，将继续改进。"));
    parts.push(words("六、其他需要报告的事项"));
    parts.push(Part::Words(match &report.period {
        Some(period) => format!(
            "所列数据的统计期限自{}起至{}止。",
            day(period.from),
            day(period.to)
        ),
        None => "没有其他需要报告的事项。".to_owned(),
    }));
    parts
}

fn day(date: Date) -> String {
    format!("{}年{}月{}日", date.year, date.month, date.day)
}

fn quantity(quantity: &Quantity) -> String {
    let unit = quantity.unit.as_deref().unwrap_or("条");
    match quantity.qualifier {
        None => format!("{}{unit}", quantity.count),
        Some(Qualifier::Over) => format!("{}余{unit}", quantity.count),
        Some(Qualifier::About) => format!("约{}{unit}", quantity.count),
        Some(Qualifier::Nearly) => format!("近{}{unit}", quantity.count),
    }
}

fn sentences(disclosure: &Disclosure) -> String {
    let list = |items: &[Named]| -> String {
        let items = items
            .iter()
            .map(|item| format!("{}{}", item.name, quantity(&item.quantity())));
        items.collect::<Vec<_>>().join("，")
    };
    let mut text = String::new();
    if let Some(total) = &disclosure.total {
        let _ = write!(text, "全年主动公开政府信息{}。", quantity(total));
    }
    if !disclosure.categories.is_empty() {
        let _ = write!(text, "其中，{}。", list(&disclosure.categories));
    }
    if !disclosure.activities.is_empty() {
        let _ = write!(text, "全年举办{}。", list(&disclosure.activities));
    }
    let stated = disclosure.applications.iter();
    for (received, completed) in
        stated.filter_map(|a| a.received.as_ref().zip(a.completed.as_ref()))
    {
        let _ = write!(
            text,
            "共收到政府信息公开申请{}，办结{}。",
            quantity(received),
            quantity(completed)
        );
    }
    text
}

fn cell(cell: Cell) -> String {
    match cell {
        Cell::Missing | Cell::Blank => String::new(),
        Cell::NotApplicable => "/".to_owned(),
        Cell::Count(count) => count.to_string(),
    }
}

fn change(change: Cell) -> String {
    match change {
        Cell::Count(count @ 1..) => format!("+{count}"),
        other => cell(other),
    }
}

fn amount(amount: &Amount) -> String {
    match amount {
        Amount::Missing | Amount::Blank => String::new(),
        Amount::NotApplicable => "/".to_owned(),
        Amount::Money(money) => {
            let unit = match money.unit {
                Some(Currency::Yuan) => "元",
                Some(Currency::TenThousandYuan) => "万元",
                Some(Currency::HundredMillionYuan) => "亿元",
                None => "",
            };
            format!("{}{unit}", money.value.as_str())
        }
    }
}

/// A part of section two: an article of the regulation with its headings and rows.
struct Article {
    name: &'static str,
    headings: &'static [&'static str],
    rows: &'static [(ProactiveKey, &'static str)],
}

const ITEMS: &[&str] = &["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"];
const DECISIONS: &[&str] = &["信息内容", "本年处理决定数量"];
const DOCUMENTS: &[(ProactiveKey, &str)] = &[
    (ProactiveKey::Rules, "规章"),
    (ProactiveKey::NormativeDocuments, "规范性文件"),
];
const PENALTIES: &[(ProactiveKey, &str)] = &[
    (ProactiveKey::Penalties, "行政处罚"),
    (ProactiveKey::CompulsoryMeasures, "行政强制"),
];
const FEES: &[(ProactiveKey, &str)] = &[(ProactiveKey::Fees, "行政事业性收费")];

const ARTICLES_2019: [Article; 5] = [
    Article {
        name: "第二十条第（一）项",
        headings: &[
            "信息内容",
            "本年新制作数量",
            "本年新公开数量",
            "对外公开总数量",
        ],
        rows: DOCUMENTS,
    },
    Article {
        name: "第二十条第（五）项",
        headings: ITEMS,
        rows: &[
            (ProactiveKey::Licences, "行政许可"),
            (ProactiveKey::OtherServices, "其他对外管理服务事项"),
        ],
    },
    Article {
        name: "第二十条第（六）项",
        headings: ITEMS,
        rows: PENALTIES,
    },
    Article {
        name: "第二十条第（八）项",
        headings: &["信息内容", "上一年项目数量", "本年增/减"],
        rows: FEES,
    },
    Article {
        name: "第二十条第（九）项",
        headings: &["信息内容", "采购项目数量", "采购总金额"],
        rows: &[(ProactiveKey::Procurement, "政府集中采购")],
    },
];

const ARTICLES_2021: [Article; 4] = [
    Article {
        name: "第二十条第（一）项",
        headings: &["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        rows: DOCUMENTS,
    },
    Article {
        name: "第二十条第（五）项",
        headings: DECISIONS,
        rows: &[(ProactiveKey::Licences, "行政许可")],
    },
    Article {
        name: "第二十条第（六）项",
        headings: DECISIONS,
        rows: PENALTIES,
    },
    Article {
        name: "第二十条第（八）项",
        headings: &["信息内容", "本年收费金额"],
        rows: FEES,
    },
];

fn has(proactive: &Proactive, key: ProactiveKey) -> bool {
    match key {
        ProactiveKey::Rules => proactive.rules.is_some(),
        ProactiveKey::NormativeDocuments => proactive.normative_documents.is_some(),
        ProactiveKey::Licences => proactive.licences.is_some(),
        ProactiveKey::OtherServices => proactive.other_services.is_some(),
        ProactiveKey::Penalties => proactive.penalties.is_some(),
        ProactiveKey::CompulsoryMeasures => proactive.compulsory_measures.is_some(),
        ProactiveKey::Fees => proactive.fees.is_some(),
        ProactiveKey::Procurement => proactive.procurement.is_some(),
    }
}

fn section_two(proactive: &Proactive, edition: Edition) -> Vec<Vec<Merged>> {
    // Four columns; the last cell of a shorter row covers the rest.
    let stretched = |texts: Vec<String>| -> Vec<Merged> {
        let last = texts.len() - 1;
        let cells = texts.into_iter().enumerate();
        cells
            .map(|(at, text)| merged(text, if at == last { 4 - last } else { 1 }, 1))
            .collect()
    };
    let articles: &[Article] = match edition {
        Edition::Form2019 => &ARTICLES_2019,
        Edition::Form2021 => &ARTICLES_2021,
    };
    let mut table = Vec::new();
    for article in articles {
        table.push(vec![merged(article.name, 4, 1)]);
        table.push(stretched(
            article.headings.iter().map(ToString::to_string).collect(),
        ));
        for (key, label) in article.rows.iter().filter(|(key, _)| has(proactive, *key)) {
            let columns = key.columns(edition).iter().map(|column| match column {
                ProactiveColumn::Amount => proactive.amount(*key).map(amount).unwrap_or_default(),
                ProactiveColumn::Change => change(proactive.cell(*key, *column)),
                _ => cell(proactive.cell(*key, *column)),
            });
            let texts = std::iter::once((*label).to_owned()).chain(columns);
            table.push(stretched(texts.collect()));
        }
    }
    table
}

fn label(key: RowKey) -> &'static str {
    match key {
        RowKey::Received => "一、本年新收政府信息公开申请数量",
        RowKey::CarriedIn => "二、上年结转政府信息公开申请数量",
        RowKey::Granted => "（一）予以公开",
        RowKey::PartlyGranted => "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        RowKey::StateSecret => "1.属于国家秘密",
        RowKey::ForbiddenByLaw => "2.其他法律行政法规禁止公开",
        RowKey::ThreeSecuritiesOneStability => "3.危及“三安全一稳定”",
        RowKey::ThirdPartyRights => "4.保护第三方合法权益",
        RowKey::InternalAffairs => "5.属于三类内部事务信息",
        RowKey::Deliberative => "6.属于四类过程性信息",
        RowKey::EnforcementFile => "7.属于行政执法案卷",
        RowKey::AdministrativeQuery => "8.属于行政查询事项",
        RowKey::NotHeld => "1.本机关不掌握相关政府信息",
        RowKey::NeedsCompiling => "2.没有现成信息需要另行制作",
        RowKey::StillUnclear => "3.补正后申请内容仍不明确",
        RowKey::Petition => "1.信访举报投诉类申请",
        RowKey::Repeat => "2.重复申请",
        RowKey::AsksForPublication => "3.要求提供公开出版物",
        RowKey::Excessive => "4.无正当理由大量反复申请",
        RowKey::AsksToConfirm => "5.要求行政机关确认或重新出具已获取信息",
        RowKey::Other => "（六）其他处理",
        RowKey::NotCorrectedInTime => {
            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
        }
        RowKey::FeeNotPaid => {
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
        }
        RowKey::OtherRest => "3.其他",
        RowKey::Total => "（七）总计",
        RowKey::CarriedOut => "四、结转下年度继续办理",
    }
}

fn group_label(group: RowGroup) -> &'static str {
    match group {
        RowGroup::Refused => "（三）不予公开",
        RowGroup::Unable => "（四）无法提供",
        RowGroup::NotProcessed => "（五）不予处理",
        RowGroup::Other => "（六）其他处理",
    }
}

fn section_three(applications: &Applications, edition: Edition) -> Vec<Vec<Merged>> {
    let note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
    let kinds = [
        "商业企业",
        "科研机构",
        "社会公益组织",
        "法律服务机构",
        "其他",
    ];
    let mut table = vec![
        vec![merged(note, 3, 3), merged("申请人情况", 7, 1)],
        vec![
            merged("自然人", 1, 2),
            merged("法人或其他组织", 5, 1),
            merged("总计", 1, 2),
        ],
        kinds.map(one).into(),
    ];
    let printed: Vec<(RowKey, &Row)> = RowKey::of(edition)
        .filter_map(|key| Some((key, applications.row(key)?)))
        .collect();
    let is_outcome = |key: RowKey| key.is_outcome() || key == RowKey::Total;
    let outcomes = printed.iter().filter(|(key, _)| is_outcome(*key)).count();
    let (mut in_outcomes, mut last) = (false, None);
    for (key, cells) in &printed {
        let mut row = Vec::new();
        if !is_outcome(*key) {
            row.push(merged(label(*key), 3, 1));
        } else {
            if !in_outcomes {
                in_outcomes = true;
                row.push(merged("三、本年度办理结果", 1, outcomes));
            }
            match key.group() {
                Some(group) => {
                    if last != Some(group) {
                        last = Some(group);
                        let size = printed
                            .iter()
                            .filter(|(key, _)| key.group() == last)
                            .count();
                        row.push(merged(group_label(group), 1, size));
                    }
                    row.push(one(label(*key)));
                }
                None => row.push(merged(label(*key), 2, 1)),
            }
        }
        row.extend(cells.0.iter().map(|printed| one(cell(*printed))));
        table.push(row);
    }
    table
}

fn section_four(reviews: &Reviews) -> Vec<Vec<Merged>> {
    let results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
    let mut second: Vec<Merged> = results.map(|text| merged(text, 1, 2)).into();
    second.push(merged("未经复议直接起诉", 5, 1));
    second.push(merged("复议后起诉", 5, 1));
    let cells = BlockKey::ALL.iter().flat_map(|block| {
        let columns = BlockColumn::ALL.iter();
        columns.map(|column| one(cell(reviews.cell(*block, *column))))
    });
    vec![
        vec![merged("行政复议", 5, 1), merged("行政诉讼", 10, 1)],
        second,
        results.into_iter().chain(results).map(one).collect(),
        cells.collect(),
    ]
}
