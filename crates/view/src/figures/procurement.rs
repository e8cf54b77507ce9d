//! The amount and the number of projects of centralised procurement.

use super::*;
use gongkai_i18n::grouped;
use gongkai_model::{Amount, Cell, Currency, Edition, Money, Procurement};

const AMOUNT: &str = "proactive.procurement.amount";
const PROJECTS: &str = "proactive.procurement.projects";
const AVERAGE: &str = "proactive.procurement.average";

/// With more projects than this, each square represents several.
const MAX_SQUARES: i64 = 300;

pub(super) fn figure(report: &Report, choices: &Choices, locale: Locale) -> Figure {
    let procurement = report
        .proactive
        .as_ref()
        .and_then(|proactive| proactive.procurement.as_ref());
    let Some(procurement) = procurement else {
        let reason = match report.edition {
            Edition::Form2019 => Text::NoSection,
            Edition::Form2021 => Text::ProcurementEdition,
        };
        return Figure::empty(View::Procurement, reason, locale);
    };
    let money = procurement.amount.money();
    let average = average(&procurement.amount, procurement.projects);
    let mut panels = Vec::new();
    if let Some(money) = money {
        panels.push(amounts(money, average.as_ref(), choices.unit, locale));
    }
    if let Some(projects @ 1..) = procurement.projects.count() {
        panels.push(squares(projects, locale));
    }
    let mut caveats = Vec::new();
    if average.is_some() {
        caveats.push(Text::ProcurementAverageNote.text(locale).to_owned());
    }
    if money.is_some_and(|money| money.unit.is_none()) {
        caveats.push(Text::ProcurementUnitAssumed.text(locale).to_owned());
    }
    let (title, summary) = finding(procurement, average.as_ref(), locale);
    let mut controls = Vec::new();
    if money.is_some() {
        controls.push(choices.unit_control(locale));
    }
    Figure {
        view: View::Procurement,
        title,
        summary,
        caveats,
        controls,
        panels,
        headlines: Vec::new(),
        notices: Vec::new(),
        table: table(
            procurement.projects,
            &procurement.amount,
            average.as_ref(),
            locale,
        ),
    }
}

/// The finding, and the summary.
fn finding(procurement: &Procurement, average: Option<&Money>, locale: Locale) -> (String, String) {
    let money = procurement.amount.money();
    let projects = gongkai_i18n::cell(locale, procurement.projects);
    let amount = match money {
        Some(money) => both(money, locale),
        None => gongkai_i18n::amount(locale, &procurement.amount),
    };
    if let Some(average) = average {
        let average = each(average, locale);
        return (
            view_text::ProcurementFinding {
                projects: &projects,
                amount: &amount,
                average: &average,
            }
            .text(locale),
            view_text::ProcurementSummary {
                amount: &amount,
                projects: &projects,
                average: &average,
            }
            .text(locale),
        );
    }
    let finding = match (procurement.projects.count(), money) {
        (Some(0), Some(money)) if money.value.is_zero() => {
            Text::ProcurementZero.text(locale).to_owned()
        }
        (None, None) => Text::NoNumbers.text(locale).to_owned(),
        _ => view_text::ProcurementPart {
            projects: &projects,
            amount: &amount,
        }
        .text(locale),
    };
    (finding, String::new())
}

/// The average as part of a sentence that names the currency.
fn each(average: &Money, locale: Locale) -> String {
    let mut each = match locale {
        Locale::ZhCn => gongkai_i18n::money(locale, average),
        Locale::En => rounded(average, locale),
    };
    if let Some(length) = each.strip_suffix(" yuan").map(str::len) {
        each.truncate(length);
    }
    each
}

/// The panel of the amount and of the average amount per project.
fn amounts(money: &Money, average: Option<&Money>, unit: MoneyUnit, locale: Locale) -> Panel {
    let unit = match unit {
        MoneyUnit::Wan => Currency::TenThousandYuan,
        MoneyUnit::Yi => Currency::HundredMillionYuan,
    };
    let name = Text::ProcurementAmount;
    let mut data = vec![bar(AMOUNT, name, money, unit, Tone::Plain, locale)];
    if let Some(average) = average {
        let name = Text::ProcurementAverageShort;
        data.push(bar(AVERAGE, name, average, unit, Tone::Muted, locale));
    }
    Panel {
        caption: view_text::AmountAxis {
            unit: gongkai_i18n::currency(locale, unit),
        }
        .text(locale),
        plot: Plot::Bars(Bars {
            data,
            domain_extra: Vec::new(),
            scale: Scale::Linear,
            ticks: TickFormat::Decimal,
        }),
    }
}

/// The average amount per project, rounded to two decimals of the printed unit; `None` without
/// projects.
pub(super) fn average(amount: &Amount, projects: Cell) -> Option<Money> {
    let (money, projects) = (amount.money()?, projects.count()?);
    Some(Money {
        value: money.value.divided(projects, 2)?,
        unit: money.unit,
    })
}

/// Writes an amount in the unit that is easiest to read; in Chinese followed by the amount as printed.
pub(super) fn both(money: &Money, locale: Locale) -> String {
    let printed = gongkai_i18n::money(locale, money);
    match gongkai_i18n::money_in_brief(locale, money) {
        Some(brief) if locale == Locale::En => brief,
        Some(brief) => view_text::Both {
            brief: &brief,
            printed: &printed,
        }
        .text(locale),
        None => printed,
    }
}

fn bar(key: &str, name: Text, money: &Money, unit: Currency, tone: Tone, locale: Locale) -> Datum {
    let counted = money.counted_in(unit);
    // In another unit only the first decimals; the table has all of them.
    let rounded = if money.unit.unwrap_or(Currency::TenThousandYuan) == unit {
        None
    } else {
        counted.divided(1, 4).filter(|rounded| !rounded.is_zero())
    };
    let shown = gongkai_i18n::decimal(rounded.as_ref().unwrap_or(&counted));
    let name = name.text(locale);
    Datum {
        key: key.to_owned(),
        name: name.to_owned(),
        value: Some(counted.to_f64()),
        upper: None,
        from: 0.0,
        label: match locale {
            Locale::ZhCn => gongkai_i18n::in_currency(locale, &shown, unit),
            Locale::En => self::rounded(money, locale),
        },
        detail: view_text::TotalDetail {
            name,
            value: &both(money, locale),
        }
        .text(locale),
        tone,
    }
}

fn squares(projects: i64, locale: Locale) -> Panel {
    let mut each = 1_i64;
    while projects / each > MAX_SQUARES {
        each = each.saturating_mul(10);
    }
    let count = u32::try_from(projects / each + i64::from(projects % each > 0)).unwrap_or(0);
    let name = Text::ProcurementProjects.text(locale);
    let shown = grouped(projects);
    Panel {
        caption: view_text::ProcurementSquares {
            projects: &grouped(each),
        }
        .text(locale),
        plot: Plot::Waffle(Waffle {
            datum: Datum {
                key: PROJECTS.to_owned(),
                name: name.to_owned(),
                value: Some(projects as f64),
                upper: None,
                from: 0.0,
                label: shown.clone(),
                detail: view_text::TotalDetail {
                    name,
                    value: &shown,
                }
                .text(locale),
                tone: Tone::Plain,
            },
            count,
            each,
        }),
    }
}

fn table(projects: Cell, amount: &Amount, average: Option<&Money>, locale: Locale) -> Table {
    let in_unit = |money: Option<&Money>, unit| match money {
        Some(money) => TableCell::Derived(gongkai_i18n::decimal(&money.counted_in(unit))),
        None => TableCell::None,
    };
    let row = |key: &str, name: Text, cell, money: Option<&Money>| TableRow {
        key: key.to_owned(),
        name: name.text(locale).to_owned(),
        cells: vec![
            cell,
            in_unit(money, Currency::TenThousandYuan),
            in_unit(money, Currency::HundredMillionYuan),
        ],
    };
    let mut rows = vec![
        row(
            PROJECTS,
            Text::ProcurementProjects,
            TableCell::Cell(projects),
            None,
        ),
        row(
            AMOUNT,
            Text::ProcurementAmount,
            TableCell::Amount(amount.clone()),
            amount.money(),
        ),
    ];
    if let Some(average) = average {
        let shown = TableCell::Derived(gongkai_i18n::money(locale, average));
        rows.push(row(AVERAGE, Text::ProcurementAverage, shown, Some(average)));
    }
    let unit_column = |unit| {
        Column::number(
            &view_text::ColumnInUnit {
                unit: gongkai_i18n::currency(locale, unit),
            }
            .text(locale),
        )
    };
    Table {
        caption: Text::AskProcurement.text(locale).to_owned(),
        columns: vec![
            Column::text(Text::ColumnAmountKind.text(locale)),
            Column::number(Text::ColumnValue.text(locale)),
            unit_column(Currency::TenThousandYuan),
            unit_column(Currency::HundredMillionYuan),
        ],
        rows,
    }
}

/// Writes an amount briefly, as for the overview.
pub(super) fn rounded(money: &Money, locale: Locale) -> String {
    gongkai_i18n::money_in_brief(locale, money)
        .unwrap_or_else(|| gongkai_i18n::money(locale, money))
}
