//! Findings that do not hold, as people say them: who, what, how many, compared with what.

use super::formula::{percent, quotient};
use super::stated::{StatedNumber, StatedPair, stated_disagreement};
use crate::{Finding, Formula, Rule, Term, Value, Verdict};
use gongkai_i18n::{
    Locale, applicant_label, block_label, cell_name, grouped, grouped_wide, proactive_label,
    quantity, row_name, texts,
};
use gongkai_model::{BlockKey, Cell, CellRef, Edition, Quantity};

texts! {
    /// One sentence for each rule that does not hold.
    SentenceText in sentence_text {
        Inflow(applicant, left, right): "“{applicant}”一栏：本年新收加上年结转是 {left} 件，办理结果总计加结转下年度却是 {right} 件。", "{applicant}: {left} new and carried-in applications, but {right} completed and carried out.";
        Outcomes(applicant, left, right): "“{applicant}”一栏：各项结果加起来是 {left} 件，“总计”填的是 {right} 件。", "{applicant}: the outcomes add up to {left}, but the printed total is {right}.";
        Applicants(row, left, right): "“{row}”一行：六类申请人加起来是 {left} 件，“总计”填的是 {right} 件。", "{row}: the six kinds of applicant add up to {left}, but the printed total is {right}.";
        Results(block, left, right): "{block}：四种结果加起来是 {left} 件，“总计”填的是 {right} 件。", "{block}: the four results add up to {left}, but the printed total is {right}.";
        Negative(cell, count): "“{cell}”填的是负数 {count}。", "“{cell}” is negative: {count}.";
        Remain(row, left): "{row}：上一年的项目数量加上增减，得到负数 {left}。", "{row}: items last year and the change come to {left}, below 0.";
        Disclosed(row, left, right): "{row}：本年新公开 {left} 件，却多于对外公开总数 {right} 件。", "{row}: {left} disclosed this year, more than the {right} disclosed in total.";
        NoAmount(projects): "采购项目填了 {projects} 个，采购金额却是 0。", "{projects} procurement {projects|project|projects}, but an amount of 0.";
        NoProjects(amount): "采购金额填了 {amount}，采购项目却是 0 个。", "A procurement amount of {amount}, but 0 projects.";
        InForce(row, left, right): "{row}：本年制发 {left} 件，却多于现行有效的 {right} 件。", "{row}: {left} issued this year, more than the {right} in force.";
        More(total, list, sum, difference, hedge): "正文说共公开 {total}，{list}加起来却是 {sum}，多出 {difference}{hedge}。", "The text states a total of {total}, but {list} add up to {sum}, {difference} more{hedge}.";
        Fewer(total, list, sum, difference, hedge): "正文说共公开 {total}，{list}加起来只有 {sum}，少了 {difference}{hedge}。", "The text states a total of {total}, but {list} add up to {sum}, {difference} fewer{hedge}.";
        ChannelMore(channel, total, list, sum, difference, hedge): "正文说第 {channel} 个渠道公开 {total}，{list}加起来却是 {sum}，多出 {difference}{hedge}。", "The text states {total} for channel {channel}, but {list} add up to {sum}, {difference} more{hedge}.";
        ChannelFewer(channel, total, list, sum, difference, hedge): "正文说第 {channel} 个渠道公开 {total}，{list}加起来只有 {sum}，少了 {difference}{hedge}。", "The text states {total} for channel {channel}, but {list} add up to {sum}, {difference} fewer{hedge}.";
        Kinds(count): "所列 {count} 类", "the {count} listed {count|kind|kinds}";
        Channels(count): "所列 {count} 个渠道", "the {count} listed {count|channel|channels}";
        AtLeast(least): "（按“余”“约”等说法放宽，也至少 {least}）", " (at least {least}, allowing for “over” and “about”)";
        NoneReceived(count): "正文说没有收到申请，申请表填的本年新收却是 {count} 件。", "The text says that no application was received, but the table has {count}.";
        AllUpheld(block, count): "正文说{block}均获维持，表中填的纠正、其他结果和尚未审结却有 {count} 件。", "The text says that all were upheld ({block}), but the table has {count} corrected, other or pending.";
        Percentage(stated, part, whole, exact): "正文写的是 {stated}，按旁边的数字算（{part} ÷ {whole}）是 {exact}。", "The text says {stated}, but the numbers beside it give {exact} ({part} ÷ {whole}).";
        Period(year, from, to): "报告是 {year} 年的，统计期限却从 {from} 年到 {to} 年。", "The report is for {year}, but its period goes from {from} to {to}.";
        CarriedOver(applicant, before, left, now, right): "“{applicant}”一栏：{before} 年结转下年度 {left} 件，{now} 年填的上年结转却是 {right} 件。", "{applicant}: {left} carried out of {before}, but {right} carried in to {now}.";
        ItemsContinue(row, before, left, now, right): "{row}：按 {before} 年的报告应有 {left} 项，{now} 年填的上一年却是 {right} 项。", "{row}: {left} items by the report of {before}, but the report of {now} has {right} last year.";
        InForceContinues(row, before, left, now, right): "{row}：按 {before} 年现行有效和 {now} 年制发、废止的件数应有 {right} 件，{now} 年填的现行有效却是 {left} 件。", "{row}: {right} should be in force in {now} by the number of {before} and those issued and repealed, but {left} are printed.";
    }
}

/// Describes a finding that does not hold; `None` for every other verdict.
pub fn sentence(locale: Locale, edition: Edition, finding: &Finding) -> Option<String> {
    if finding.verdict != Verdict::Fails {
        return None;
    }
    let failing = || {
        let formulas = finding.formulas.iter();
        formulas.filter(|formula| formula.verdict == Verdict::Fails)
    };
    let formula = failing().next()?;
    let (left, right) = (&side(&formula.left), &side(&formula.right));
    let cell = first_cell(formula)?;
    let name = &subject(locale, edition, finding.rule, cell);
    let [before, now] = &years(finding);
    let text = match finding.rule {
        Rule::InflowIsOutflow => SentenceText::Inflow,
        Rule::OutcomesAddUp => SentenceText::Outcomes,
        Rule::ApplicantsAddUp => SentenceText::Applicants,
        Rule::ResultsAddUp => SentenceText::Results,
        Rule::DisclosedWithinTotal => SentenceText::Disclosed,
        Rule::MadeWithinInForce => SentenceText::InForce,
        Rule::NotNegative => SentenceText::Negative,
        Rule::ItemsRemain => SentenceText::Remain,
        Rule::CarriedOver => SentenceText::CarriedOver,
        Rule::ItemsContinue => SentenceText::ItemsContinue,
        Rule::InForceContinues => SentenceText::InForceContinues,
        Rule::ProjectsWithAmount => return projects(locale, formula),
        Rule::CategoriesAddUp | Rule::CategoriesWithinTotal | Rule::ChannelsAddUp => {
            return listed(locale, finding.rule, formula);
        }
        Rule::ChannelCategoriesAddUp => {
            let sentences: Vec<String> = failing()
                .filter_map(|formula| listed(locale, finding.rule, formula))
                .collect();
            return Some(sentences.join(gap(locale)));
        }
        Rule::StatedApplications => return stated(locale, failing()),
        Rule::NoneReceived => {
            return Some(sentence_text::NoneReceived { count: left }.text(locale));
        }
        Rule::AllUpheld => {
            let sentences: Vec<String> = failing()
                .filter_map(|formula| upheld(locale, formula))
                .collect();
            return Some(sentences.join(gap(locale)));
        }
        Rule::Percentage => return percentage(locale, formula),
        Rule::PeriodInYear => return period(locale, finding),
    };
    let arguments: &[&str] = match finding.rule {
        Rule::CarriedOver | Rule::ItemsContinue | Rule::InForceContinues => {
            &[name, before, left, now, right]
        }
        Rule::NotNegative | Rule::ItemsRemain => &[name, left],
        _ => &[name, left, right],
    };
    Some(text.with(locale, arguments))
}

/// What stands between two sentences.
fn gap(locale: Locale) -> &'static str {
    match locale {
        Locale::ZhCn => "",
        Locale::En => " ",
    }
}

/// The sum of a side as printed.
fn side(terms: &[Term]) -> String {
    grouped_wide(Formula::printed_sum(terms))
}

fn first_cell(formula: &Formula) -> Option<CellRef> {
    let mut cells = formula.terms().filter_map(|term| term.cell);
    cells.next().map(|at| at.cell)
}

fn subject(locale: Locale, edition: Edition, rule: Rule, cell: CellRef) -> String {
    let label = match (rule, cell) {
        (Rule::NotNegative, cell) => return cell_name(locale, edition, cell),
        (Rule::ApplicantsAddUp, CellRef::Application(row, _)) => return row_name(locale, row),
        (_, CellRef::Application(_, applicant)) => applicant_label(locale, applicant),
        (_, CellRef::Review(block, _)) => block_label(locale, block),
        (_, CellRef::Proactive(row, _)) => proactive_label(locale, edition, row),
        _ => return String::new(),
    };
    label.to_owned()
}

/// The earlier and the later year of a finding's cells.
fn years(finding: &Finding) -> [String; 2] {
    let years = || finding.cells.iter().map(|cell| cell.year);
    [years().min(), years().max()].map(|year| year.unwrap_or_default().to_string())
}

fn projects(locale: Locale, formula: &Formula) -> Option<String> {
    let count = formula.left.first()?.value.cell()?.count()?;
    Some(if count > 0 {
        sentence_text::NoAmount {
            projects: &grouped(count),
        }
        .text(locale)
    } else {
        let Value::Amount(amount) = &formula.right.first()?.value else {
            return None;
        };
        sentence_text::NoProjects {
            amount: &gongkai_i18n::amount(locale, amount),
        }
        .text(locale)
    })
}

/// A list of kinds or channels that does not add up to what the text states.
fn listed(locale: Locale, rule: Rule, formula: &Formula) -> Option<String> {
    let total = formula.right.first()?;
    let Value::Quantity(stated) = &total.value else {
        return None;
    };
    let difference = formula.difference?;
    let sum = Formula::printed_sum(&formula.left);
    let count = &formula.left.len().to_string();
    let list = match rule {
        Rule::ChannelsAddUp => sentence_text::Channels { count }.text(locale),
        _ => sentence_text::Kinds { count }.text(locale),
    };
    let hedge = &if difference.least == difference.printed {
        String::new()
    } else {
        let least = &grouped_wide(difference.least);
        sentence_text::AtLeast { least }.text(locale)
    };
    let difference = &grouped_wide(difference.printed);
    let is_more = sum > i128::from(stated.count);
    let with_unit = |number: i128, shown: &str| match i64::try_from(number) {
        Ok(count) if has_one_unit(formula) => quantity(
            locale,
            &Quantity {
                count,
                qualifier: None,
                unit: stated.unit.clone(),
            },
        ),
        _ => shown.to_owned(),
    };
    let sum = &with_unit(sum, &grouped_wide(sum));
    let stated = &quantity(locale, stated);
    let list = &list;
    Some(match total.cell.map(|at| at.cell) {
        Some(CellRef::Channel(index)) => {
            let channel = &index.saturating_add(1).to_string();
            let text = if is_more {
                SentenceText::ChannelMore
            } else {
                SentenceText::ChannelFewer
            };
            text.with(locale, &[channel, stated, list, sum, difference, hedge])
        }
        _ => {
            let text = if is_more {
                SentenceText::More
            } else {
                SentenceText::Fewer
            };
            text.with(locale, &[stated, list, sum, difference, hedge])
        }
    })
}

/// Whether all numbers of a formula are counted in one unit.
fn has_one_unit(formula: &Formula) -> bool {
    let mut units = formula.terms().map(|term| match &term.value {
        Value::Quantity(quantity) => quantity.unit.as_deref(),
        _ => None,
    });
    let first = units.next();
    units.all(|unit| Some(unit) == first)
}

fn stated<'a>(locale: Locale, failing: impl Iterator<Item = &'a Formula>) -> Option<String> {
    let mut pairs: Vec<StatedPair> = Vec::new();
    for formula in failing {
        let (Some(text), Some(table)) = (formula.left.first(), formula.right.first()) else {
            continue;
        };
        let number = match text.cell?.cell {
            CellRef::StatedReceived => StatedNumber::Received,
            _ => StatedNumber::Completed,
        };
        let (Value::Quantity(text), Some(table)) = (&text.value, table.value.cell()) else {
            continue;
        };
        // Received is compared twice, without and with those carried in.
        if pairs.iter().all(|pair| pair.number != number) {
            pairs.push(pair(locale, number, text, table));
        }
    }
    stated_disagreement(locale, &pairs)
}

fn pair(locale: Locale, number: StatedNumber, text: &Quantity, table: Cell) -> StatedPair {
    StatedPair::new(locale, number, text, table.count().unwrap_or_default())
}

fn upheld(locale: Locale, formula: &Formula) -> Option<String> {
    let CellRef::Review(block, _) = first_cell(formula)? else {
        return None;
    };
    let block = match block {
        BlockKey::Reconsideration => block_label(locale, block).to_owned(),
        _ => gongkai_i18n::Label::Litigation.text(locale).to_owned(),
    };
    let count = &side(&formula.left);
    let block = &block;
    Some(sentence_text::AllUpheld { block, count }.text(locale))
}

fn percentage(locale: Locale, formula: &Formula) -> Option<String> {
    let (part, wholes) = formula.left.split_first()?;
    let Value::Percent(stated) = formula.right.first()?.value else {
        return None;
    };
    Some(
        sentence_text::Percentage {
            stated: &percent(stated),
            part: &side(std::slice::from_ref(part)),
            whole: &side(wholes),
            exact: &quotient(formula)?,
        }
        .text(locale),
    )
}

fn period(locale: Locale, finding: &Finding) -> Option<String> {
    let [from, to] = finding.formulas.as_slice() else {
        return None;
    };
    let year = |terms: &[Term]| match terms.first()?.value {
        Value::Year(year) => Some(year.to_string()),
        _ => None,
    };
    Some(
        sentence_text::Period {
            year: &year(&from.right)?,
            from: &year(&from.left)?,
            to: &year(&to.left)?,
        }
        .text(locale),
    )
}
