//! Names of measures, for lists and for sentences.

use crate::{Denominator, Measure};
use gongkai_i18n::{Label, Locale, applicant_label, block_label, group_label, row_label, texts};
use gongkai_model::CellRef;
use gongkai_model::{Applicant, BlockColumn, ProactiveColumn as Column, ProactiveKey, RowKey};

texts! {
    /// Names of measures, and of what a rate is given for.
    MeasureText in measure_text {
        Published: "主动公开政府信息总数", "Information published, in total";
        Made(row): "制发{row}件数", "{row}: made";
        Disclosed(row): "新公开{row}件数", "{row}: newly disclosed";
        TotalDisclosed(row): "{row}对外公开总数量", "{row}: disclosed in total";
        Repealed(row): "废止{row}件数", "{row}: repealed";
        InForce(row): "现行有效{row}件数", "{row}: in force";
        ItemsLastYear(row): "上一年{row}项目数", "{row}: items last year";
        ItemsChange(row): "{row}项目数增减", "{row}: change of items";
        Decisions(row): "{row}决定数", "{row}: decisions";
        Projects: "政府集中采购项目数", "Centralised procurement: projects";
        Procured: "政府集中采购总金额", "Centralised procurement: total amount";
        FeesCollected: "行政事业性收费金额", "Administrative fees collected";
        Received: "新收信息公开申请", "Applications received";
        CarriedIn: "上年结转的信息公开申请", "Applications carried in from last year";
        CarriedOut: "结转下年度的信息公开申请", "Applications carried out to next year";
        Outcomes: "办结的信息公开申请", "Applications completed";
        Outcome(outcome): "办理结果：{outcome}", "Outcome: {outcome}";
        OutcomeOf(outcome, heading): "办理结果：{heading}（{outcome}）", "Outcome: {heading} ({outcome})";
        OfApplicant(row, applicant): "{row}（{applicant}）", "{row} ({applicant})";
        NotCorrected: "逾期不补正", "Not corrected in time";
        FeeNotPaid: "逾期不缴费", "Fee not paid in time";
        AsksToConfirm: "要求确认或重新出具已获取信息", "Asks to confirm or reissue information";
        Securities: "危及“三安全一稳定”", "Endangers security or stability";
        ReviewsTotal(block): "{block}总计", "{block}: total";
        ReviewsCorrected(block): "{block}结果纠正", "{block}: corrected";
        LitigationDirect: "行政诉讼（未经复议直接起诉）", "Litigation without reconsideration";
        LitigationAfter: "行政诉讼（复议后起诉）", "Litigation after reconsideration";
        Per(count, unit): "每{count}{unit}", "per {count} {unit}";
        PerOne(unit): "每{unit}", "per {unit}";
        Persons: "人", "persons";
        Person: "人", "person";
        Households: "户", "households";
        Household: "户", "household";
        Hectares: "公顷", "hectares";
        Hectare: "公顷", "hectare";
        SquareKilometres: "平方公里", "square km";
        Yuan: "元", "yuan";
    }
}

/// Returns the unique name of a measure, without its unit. English names begin with a capital letter;
/// within a sentence they are put in quotes.
pub fn measure_name(locale: Locale, measure: Measure) -> String {
    use MeasureText as T;
    match measure.cell() {
        CellRef::Proactive(row, column) => {
            let name = match row {
                ProactiveKey::Rules => Label::Rules,
                ProactiveKey::NormativeDocuments => Label::NormativeDocuments,
                ProactiveKey::Licences => Label::Licences,
                ProactiveKey::OtherServices => Label::OtherServices,
                ProactiveKey::Penalties => Label::Penalties,
                ProactiveKey::CompulsoryMeasures => Label::CompulsoryMeasures,
                ProactiveKey::Fees => Label::Fees,
                ProactiveKey::Procurement => Label::Procurement,
            };
            let text = match column {
                Column::Made => T::Made,
                Column::Disclosed => T::Disclosed,
                Column::TotalDisclosed => T::TotalDisclosed,
                Column::Repealed => T::Repealed,
                Column::InForce => T::InForce,
                Column::ItemsLastYear => T::ItemsLastYear,
                Column::Change => T::ItemsChange,
                Column::Decisions => T::Decisions,
                Column::Projects => T::Projects,
                Column::Amount if row == ProactiveKey::Fees => T::FeesCollected,
                Column::Amount => T::Procured,
            };
            text.with(locale, &[name.text(locale)])
        }
        CellRef::Application(row, applicant) => {
            let name = application(locale, row);
            match applicant {
                Applicant::Total => name,
                one => measure_text::OfApplicant {
                    row: &name,
                    applicant: applicant_label(locale, one),
                }
                .text(locale),
            }
        }
        CellRef::Review(block, column) => {
            use gongkai_model::BlockKey;
            let name = match block {
                BlockKey::Reconsideration => block_label(locale, block),
                BlockKey::LitigationDirect => T::LitigationDirect.text(locale),
                BlockKey::LitigationAfterReconsideration => T::LitigationAfter.text(locale),
            };
            let text = match column {
                BlockColumn::Corrected => T::ReviewsCorrected,
                _ => T::ReviewsTotal,
            };
            text.with(locale, &[name])
        }
        _ => T::Published.text(locale).to_owned(),
    }
}

fn application(locale: Locale, row: RowKey) -> String {
    use MeasureText as T;
    let text = match row {
        RowKey::Received => T::Received,
        RowKey::CarriedIn => T::CarriedIn,
        RowKey::CarriedOut => T::CarriedOut,
        RowKey::Total => T::Outcomes,
        outcome => {
            // The form's own labels are as long as a sentence.
            let name = match outcome {
                RowKey::NotCorrectedInTime => T::NotCorrected.text(locale),
                RowKey::FeeNotPaid => T::FeeNotPaid.text(locale),
                RowKey::ThreeSecuritiesOneStability => T::Securities.text(locale),
                RowKey::AsksToConfirm => T::AsksToConfirm.text(locale),
                other => row_label(locale, other),
            };
            // The heading over a group of rows is also the name of a single row of the older form.
            return match outcome.group() {
                Some(group) => measure_text::OutcomeOf {
                    outcome: name,
                    heading: group_label(locale, group),
                }
                .text(locale),
                None => measure_text::Outcome { outcome: name }.text(locale),
            };
        }
    };
    text.text(locale).to_owned()
}

/// Returns a denominator's name in the reader's language.
pub fn denominator_name(locale: Locale, denominator: &Denominator) -> &str {
    match locale {
        Locale::ZhCn => &denominator.zh,
        Locale::En => &denominator.en,
    }
}

/// Splits a unit into the power of ten of its prefix and the base unit: 万人 into 4 and 人.
fn split_multiplier(unit: &str) -> (u8, &str) {
    const PREFIXES: [(&str, u8); 6] = [
        ("百万", 6),
        ("千万", 7),
        ("亿", 8),
        ("万", 4),
        ("千", 3),
        ("百", 2),
    ];
    let mut found = PREFIXES
        .iter()
        .filter_map(|(prefix, zeros)| Some((*zeros, unit.strip_prefix(prefix)?)));
    let found = found.next().filter(|(_, rest)| !rest.is_empty());
    found.unwrap_or((0, unit))
}

/// Returns the power of ten of a denominator's unit that a rate is given for. Persons and households
/// are too small a unit, so 4 makes rates "per 10,000 persons"; other units are used as they are.
pub fn default_power(unit: &str) -> u8 {
    if matches!(unit, "人" | "户") { 4 } else { 0 }
}

/// Writes 每万人, per 10,000 persons. An unknown unit is kept as its source writes it.
pub fn per_unit(locale: Locale, unit: &str, power: u8) -> String {
    let (zeros, base) = split_multiplier(unit);
    let zeros = zeros.saturating_add(power);
    let is_one = zeros == 0;
    let text = match base {
        "人" if is_one => Some(MeasureText::Person),
        "人" => Some(MeasureText::Persons),
        "户" if is_one => Some(MeasureText::Household),
        "户" => Some(MeasureText::Households),
        "公顷" if is_one => Some(MeasureText::Hectare),
        "公顷" => Some(MeasureText::Hectares),
        "平方公里" | "平方千米" => Some(MeasureText::SquareKilometres),
        "元" => Some(MeasureText::Yuan),
        _ => None,
    };
    let base = text.map_or(base, |text| text.text(locale));
    let count = match (locale, zeros) {
        (_, 0) => return measure_text::PerOne { unit: base }.text(locale),
        (Locale::ZhCn, 2) => "百".to_owned(),
        (Locale::ZhCn, 3) => "千".to_owned(),
        (Locale::ZhCn, 4) => "万".to_owned(),
        (Locale::ZhCn, 5) => "十万".to_owned(),
        (Locale::ZhCn, 6) => "百万".to_owned(),
        (Locale::ZhCn, 7) => "千万".to_owned(),
        (Locale::ZhCn, 8) => "亿".to_owned(),
        (_, zeros) => gongkai_i18n::group(&format!("1{}", "0".repeat(usize::from(zeros)))),
    };
    measure_text::Per {
        count: &count,
        unit: base,
    }
    .text(locale)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_measure_has_a_name_of_its_own_in_both_languages() {
        for locale in Locale::ALL {
            let names: BTreeSet<String> = Measure::all()
                .into_iter()
                .map(|measure| measure_name(locale, measure))
                .collect();
            assert_eq!(names.len(), Measure::all().len());
            for name in &names {
                assert!(!name.contains('{') && name.chars().count() < 80, "{name}");
            }
        }
        let name = |id| measure_name(Locale::ZhCn, Measure::from_id(id).expect("a measure"));
        assert_eq!(name("proactive.licences.decisions"), "行政许可决定数");
        assert_eq!(
            name("applications.outcomes.refused.state_secret[6]"),
            "办理结果：不予公开（属于国家秘密）"
        );
        assert_eq!(
            name("applications.carried_in[0]"),
            "上年结转的信息公开申请（自然人）"
        );
    }

    #[test]
    fn a_rate_is_told_for_as_many_as_its_unit_says() {
        let zh = |unit, power| per_unit(Locale::ZhCn, unit, power);
        let en = |unit, power| per_unit(Locale::En, unit, power);
        assert_eq!(zh("万人", 0), "每万人");
        assert_eq!(zh("人", default_power("人")), "每万人");
        assert_eq!(en("万人", default_power("万人")), "per 10,000 persons");
        assert_eq!(en("人", 4), "per 10,000 persons");
        assert_eq!(en("人", 0), "per person");
        assert_eq!(zh("平方公里", default_power("平方公里")), "每平方公里");
        assert_eq!(en("亿元", 0), "per 100,000,000 yuan");
        assert_eq!(zh("万", 0), "每万");
    }
}
