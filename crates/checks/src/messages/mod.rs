//! Findings in words. They say that a report contradicts itself, and accuse nobody.

mod formula;
mod sentence;
mod stated;

pub use formula::{Detail, formula, formulas};
pub use sentence::{SentenceText, sentence};
pub use stated::{StatedNumber, StatedPair, StatedText, stated_applications, stated_disagreement};

use crate::{CellInYear, Finding, Origin, Rule, Value, Verdict};
use gongkai_i18n::{
    Locale, applicant_label, block_label, cell_name, grouped_wide, proactive_label, row_name, texts,
};
use gongkai_model::{Amount, Cell, CellRef, Edition};

texts! {
    /// Rules, verdicts and the words that connect numbers.
    CheckText in check_text {
        InflowIsOutflow: "本年新收加上年结转，应等于办理结果总计加结转下年度", "New and carried-in applications should equal those completed and carried out";
        OutcomesAddUp: "各项办理结果加起来，应等于“总计”", "The outcomes should add up to their total";
        ApplicantsAddUp: "六类申请人加起来，应等于这一行的“总计”", "The six kinds of applicant should add up to the row's total";
        ResultsAddUp: "四种结果加起来，应等于“总计”", "The four results should add up to the total";
        NotNegative: "除“本年增/减”外，不应有负数", "No number but a change should be negative";
        ItemsRemain: "上一年项目数量加本年增/减，不应小于 0", "Items last year and the change together should not be below 0";
        DisclosedWithinTotal: "本年新公开数量，不应多于对外公开总数量", "Those disclosed this year should not exceed those disclosed in total";
        ProjectsWithAmount: "采购项目数量与采购总金额，应当都是 0，或都大于 0", "Procurement projects and their amount should both be 0 or both above 0";
        MadeWithinInForce: "本年制发件数，不应多于现行有效件数", "Documents issued this year should not exceed those in force";
        CategoriesAddUp: "所列各类信息加起来，应等于正文所说的总数", "The listed categories should add up to the total in the text";
        CategoriesWithinTotal: "所列部分类别加起来，不应多于正文所说的总数", "The listed categories should not exceed the total in the text";
        ChannelsAddUp: "所列各渠道加起来，应等于正文所说的总数", "The listed channels should add up to the total in the text";
        ChannelCategoriesAddUp: "一个渠道所列各类加起来，应等于这个渠道的数量", "A channel's listed categories should add up to the channel's number";
        StatedApplications: "正文所说的申请数量，应与申请表一致", "Applications in the text should agree with the table";
        NoneReceived: "正文说没有收到申请，申请表的新收应为 0", "Where the text says that no application was received, the table should have 0";
        AllUpheld: "正文说均获维持，纠正、其他结果和尚未审结应为 0", "Where the text says that all were upheld, corrected, other and pending should be 0";
        Percentage: "正文中的百分比，应等于旁边两数之比", "A percentage in the text should be the quotient of the numbers beside it";
        PeriodInYear: "统计期限应在报告年度之内", "The period covered should lie in the report's year";
        CarriedOver: "上一年结转下年度的数量，应等于这一年的上年结转数量", "Those carried out of one year should equal those carried in to the next";
        ItemsContinue: "前一年项目数量加增减，应等于后一年所填的上一年项目数量", "One year's items and change together should equal the next report's items last year";
        InForceContinues: "现行有效件数，应等于上年现行有效加本年制发减本年废止", "Those in force should equal those in force the year before, plus issued, less repealed";

        OriginPrinted: "表格上注明的勾稽关系", "stated on the form";
        OriginDerived: "按各栏含义应当相等", "should hold by the cells' meaning";

        Holds: "一致", "Agrees";
        HoldsIfBlanksAreZero: "把空白算作 0 时一致", "Agrees if blanks are counted as 0";
        CannotTell: "无法判断", "Cannot tell";
        Fails: "不一致", "Does not agree";
        Noted: "供参考", "For your information";
        DiffersBy(verdict, difference): "{verdict}，相差 {difference}", "{verdict}: differs by {difference}";
        DiffersByEach(verdict, differences): "{verdict}，分别相差 {differences}", "{verdict}: differences of {differences}";
        DiffersAtLeast(difference, least): "{difference}（按“余”“约”等说法或空白放宽，也至少 {least}）", "{difference} (at least {least}, allowing for “over”, “about” and blanks)";
        And: "、", " and ";
        Between: "；", "; ";

        Range(from, to): "{from} 至 {to}", "{from} to {to}";
        Hedged(sum, from, to): "{sum}（即 {from} 至 {to}）", "{sum} ({from} to {to})";
        Against(left, right): "{left}，与 {right} 对照", "{left} against {right}";
        Pair(count, amount): "项目 {count}，金额 {amount}", "projects {count}, amount {amount}";

        IsBlank(cell): "“{cell}”为空白", "“{cell}” is blank";
        IsNotApplicable(cell): "“{cell}”填的是“/”", "“{cell}” is “/”";
        IsMissing(cell): "“{cell}”未录入", "“{cell}” was not read";
        More(list): "{list}等", "{list} and more";
        CoverUnknown: "报告没有说明所列类别是否包括全部信息", "the report does not say whether the categories listed cover all";
        DividedByZero: "除数为 0", "it would divide by 0";

        CellOfYear(year, cell): "{year} 年：{cell}", "{year}: {cell}";
    }
}

/// States a rule in one sentence.
pub fn rule_name(locale: Locale, rule: Rule) -> &'static str {
    let text = match rule {
        Rule::InflowIsOutflow => CheckText::InflowIsOutflow,
        Rule::OutcomesAddUp => CheckText::OutcomesAddUp,
        Rule::ApplicantsAddUp => CheckText::ApplicantsAddUp,
        Rule::ResultsAddUp => CheckText::ResultsAddUp,
        Rule::NotNegative => CheckText::NotNegative,
        Rule::ItemsRemain => CheckText::ItemsRemain,
        Rule::DisclosedWithinTotal => CheckText::DisclosedWithinTotal,
        Rule::ProjectsWithAmount => CheckText::ProjectsWithAmount,
        Rule::MadeWithinInForce => CheckText::MadeWithinInForce,
        Rule::CategoriesAddUp => CheckText::CategoriesAddUp,
        Rule::CategoriesWithinTotal => CheckText::CategoriesWithinTotal,
        Rule::ChannelsAddUp => CheckText::ChannelsAddUp,
        Rule::ChannelCategoriesAddUp => CheckText::ChannelCategoriesAddUp,
        Rule::StatedApplications => CheckText::StatedApplications,
        Rule::NoneReceived => CheckText::NoneReceived,
        Rule::AllUpheld => CheckText::AllUpheld,
        Rule::Percentage => CheckText::Percentage,
        Rule::PeriodInYear => CheckText::PeriodInYear,
        Rule::CarriedOver => CheckText::CarriedOver,
        Rule::ItemsContinue => CheckText::ItemsContinue,
        Rule::InForceContinues => CheckText::InForceContinues,
    };
    text.text(locale)
}

/// Says where a rule comes from.
pub fn rule_origin(locale: Locale, rule: Rule) -> &'static str {
    let text = match rule.origin() {
        Origin::Printed => CheckText::OriginPrinted,
        Origin::Derived => CheckText::OriginDerived,
    };
    text.text(locale)
}

/// The verdict in a few words; a hint that does not hold has its own.
pub fn verdict_word(locale: Locale, finding: &Finding) -> &'static str {
    let text = match finding.verdict {
        Verdict::Holds => CheckText::Holds,
        Verdict::HoldsIfBlanksAreZero => CheckText::HoldsIfBlanksAreZero,
        Verdict::CannotTell => CheckText::CannotTell,
        Verdict::Fails if finding.rule.is_hint() => CheckText::Noted,
        Verdict::Fails => CheckText::Fails,
    };
    text.text(locale)
}

/// The verdict with its difference: `不一致，相差 1,036（…至少 937）`.
pub fn verdict(locale: Locale, finding: &Finding) -> String {
    let word = verdict_word(locale, finding);
    let differences: Vec<String> = finding
        .formulas
        .iter()
        .filter_map(|formula| formula.difference)
        .map(|difference| {
            let printed = grouped_wide(difference.printed);
            if difference.least == difference.printed {
                printed
            } else {
                check_text::DiffersAtLeast {
                    difference: &printed,
                    least: &grouped_wide(difference.least),
                }
                .text(locale)
            }
        })
        .collect();
    let text = match differences.len() {
        0 => return word.to_owned(),
        1 => CheckText::DiffersBy,
        _ => CheckText::DiffersByEach,
    };
    text.with(
        locale,
        &[word, &differences.join(CheckText::And.text(locale))],
    )
}

/// The row, column or block that a finding is about; `None` if its rule applies to a single one.
pub fn subject(locale: Locale, edition: Edition, finding: &Finding) -> Option<String> {
    let cell = finding.cells.first()?.cell;
    let label = match (cell, finding.rule) {
        (CellRef::Application(row, _), Rule::ApplicantsAddUp) => {
            return Some(row_name(locale, row));
        }
        (
            CellRef::Application(_, applicant),
            Rule::InflowIsOutflow | Rule::OutcomesAddUp | Rule::CarriedOver,
        ) => applicant_label(locale, applicant),
        (CellRef::Review(block, _), _) => block_label(locale, block),
        (CellRef::Proactive(row, _), _) => proactive_label(locale, edition, row),
        _ => return None,
    };
    Some(label.to_owned())
}

/// Says why a rule could not be decided; `None` if it could.
pub fn reason(locale: Locale, edition: Edition, finding: &Finding) -> Option<String> {
    if finding.verdict != Verdict::CannotTell {
        return None;
    }
    let terms = || {
        let formulas = finding.formulas.iter();
        formulas
            .filter(|formula| formula.verdict == Verdict::CannotTell)
            .flat_map(|formula| formula.left.iter().chain(&formula.right))
    };
    let without_number = terms().filter(|term| term.is_blank() || term.is_unknown());
    let mut named: Vec<String> = without_number
        .take(4)
        .filter_map(|term| {
            let text = match &term.value {
                Value::Cell(Cell::Blank)
                | Value::Change(Cell::Blank)
                | Value::Amount(Amount::Blank) => CheckText::IsBlank,
                Value::Cell(Cell::NotApplicable)
                | Value::Change(Cell::NotApplicable)
                | Value::Amount(Amount::NotApplicable) => CheckText::IsNotApplicable,
                _ => CheckText::IsMissing,
            };
            let name = cell_name(locale, edition, term.cell?.cell);
            Some(text.with(locale, &[&name]))
        })
        .collect();
    let has_more = named.len() > 3;
    named.truncate(3);
    if named.is_empty() {
        let text = match finding.rule {
            Rule::Percentage => CheckText::DividedByZero,
            _ => CheckText::CoverUnknown,
        };
        return Some(text.text(locale).to_owned());
    }
    let list = named.join(CheckText::Between.text(locale));
    Some(if has_more {
        check_text::More { list: &list }.text(locale)
    } else {
        list
    })
}

/// Names a cell and its year, for findings between two reports.
pub fn cell_name_of_year(locale: Locale, edition: Edition, at: CellInYear) -> String {
    let name = cell_name(locale, edition, at.cell);
    check_text::CellOfYear {
        year: &at.year.to_string(),
        cell: &name,
    }
    .text(locale)
}
