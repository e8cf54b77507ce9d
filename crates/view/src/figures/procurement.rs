//! How much was bought through centralised procurement, in how many projects.

use super::*;
use gongkai_i18n::grouped;
use gongkai_model::{Amount, Cell, Currency, Edition, Money};

pub(super) const AMOUNT: &str = "proactive.procurement.amount";
const PROJECTS: &str = "proactive.procurement.projects";
const AVERAGE: &str = "proactive.procurement.average";

/// At most this many squares; beyond, one square stands for more projects.
const SQUARES: i64 = 300;

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
    let projects = procurement.projects.count();
    let average = average(&procurement.amount, procurement.projects);
    let unit = match choices.unit {
        MoneyUnit::Wan => Currency::TenThousandYuan,
        MoneyUnit::Yi => Currency::HundredMillionYuan,
    };

    let mut panels = Vec::new();
    if let Some(money) = money {
        let mut data = vec![bar(
            AMOUNT,
            Text::ProcurementAmount,
            money,
            unit,
            Tone::Plain,
            locale,
        )];
        if let Some(average) = &average {
            data.push(bar(
                AVERAGE,
                Text::ProcurementAverageShort,
                average,
                unit,
                Tone::Muted,
                locale,
            ));
        }
        panels.push(Panel {
            caption: Text::AmountAxis.with(locale, &[gongkai_i18n::currency(locale, unit)]),
            plot: Plot::Bars(Bars {
                data,
                beside: Vec::new(),
                scale: Scale::Linear,
                axis: Axis::Decimal,
            }),
        });
    }
    if let Some(projects @ 1..) = projects {
        panels.push(squares(projects, locale));
    }

    let mut caveats = Vec::new();
    if average.is_some() {
        caveats.push(Text::ProcurementAverageNote.text(locale).to_owned());
    }
    if money.is_some_and(|money| money.unit.is_none()) {
        caveats.push(Text::ProcurementUnitAssumed.text(locale).to_owned());
    }

    let shown_projects = gongkai_i18n::cell(locale, procurement.projects);
    let shown_amount = match money {
        Some(money) => both(money, locale),
        None => gongkai_i18n::amount(locale, &procurement.amount),
    };
    let (title, summary) = match (&average, projects, money) {
        (Some(average), ..) => {
            let average = gongkai_i18n::money(locale, average);
            (
                Text::ProcurementFinding.with(locale, &[&shown_projects, &shown_amount, &average]),
                Text::ProcurementSummary.with(locale, &[&shown_amount, &shown_projects, &average]),
            )
        }
        (None, Some(0), Some(money)) if money.value.is_zero() => {
            (Text::ProcurementZero.text(locale).to_owned(), String::new())
        }
        (None, None, None) => (Text::NoNumbers.text(locale).to_owned(), String::new()),
        _ => (
            Text::ProcurementPart.with(locale, &[&shown_projects, &shown_amount]),
            String::new(),
        ),
    };

    Figure {
        view: View::Procurement,
        title,
        summary,
        caveats,
        controls: match money {
            Some(_) => vec![choices.unit_control(locale)],
            None => Vec::new(),
        },
        panels,
        headlines: Vec::new(),
        table: table(
            procurement.projects,
            &procurement.amount,
            average.as_ref(),
            locale,
        ),
    }
}

/// Derived, rounded to two places of the printed unit; of nothing there is no average.
pub(super) fn average(amount: &Amount, projects: Cell) -> Option<Money> {
    let (money, projects) = (amount.money()?, projects.count()?);
    Some(Money {
        value: money.value.divided(projects, 2)?,
        unit: money.unit,
    })
}

/// The unit that reads easiest with the printed one beside it.
pub(super) fn both(money: &Money, locale: Locale) -> String {
    let printed = gongkai_i18n::money(locale, money);
    match gongkai_i18n::money_in_brief(locale, money) {
        Some(brief) => Text::Both.with(locale, &[&brief, &printed]),
        None => printed,
    }
}

fn bar(key: &str, name: Text, money: &Money, unit: Currency, tone: Tone, locale: Locale) -> Datum {
    let counted = money.counted_in(unit);
    let shown = match (
        money.unit.unwrap_or(Currency::TenThousandYuan) == unit,
        &counted,
    ) {
        (true, exact) => gongkai_i18n::decimal(exact),
        // In another unit only as many places as a reader can use; the table has them all.
        (false, exact) => match exact.divided(1, 4) {
            Some(rounded) if !rounded.is_zero() => gongkai_i18n::decimal(&rounded),
            _ => gongkai_i18n::decimal(exact),
        },
    };
    let name = name.text(locale);
    Datum {
        key: key.to_owned(),
        name: name.to_owned(),
        value: Some(counted.to_f64()),
        high: None,
        from: 0.0,
        label: gongkai_i18n::in_currency(locale, &shown, unit),
        detail: Text::TotalDetail.with(locale, &[name, &both(money, locale)]),
        tone,
    }
}

fn squares(projects: i64, locale: Locale) -> Panel {
    let mut each = 1_i64;
    while projects / each > SQUARES {
        each = each.saturating_mul(10);
    }
    let count = u32::try_from(projects / each + i64::from(projects % each > 0)).unwrap_or(0);
    let name = Text::ProcurementProjects.text(locale);
    let shown = grouped(projects);
    Panel {
        caption: Text::ProcurementSquares.with(locale, &[&grouped(each)]),
        plot: Plot::Squares(Squares {
            datum: Datum {
                key: PROJECTS.to_owned(),
                name: name.to_owned(),
                value: Some(projects as f64),
                high: None,
                from: 0.0,
                label: shown.clone(),
                detail: Text::TotalDetail.with(locale, &[name, &shown]),
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
        Column::number(&Text::ColumnInUnit.with(locale, &[gongkai_i18n::currency(locale, unit)]))
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

/// Kept here so that the overview rounds the same way.
pub(super) fn rounded(money: &Money, locale: Locale) -> String {
    gongkai_i18n::money_in_brief(locale, money)
        .unwrap_or_else(|| gongkai_i18n::money(locale, money))
}
