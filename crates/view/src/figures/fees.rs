//! Administrative fees: the number of kinds in the 2019 edition, the amount in the 2021 edition.

use super::procurement::both;
use super::*;
use crate::text::{SectionsText, sections_text, view_text};
use gongkai_i18n::{grouped, proactive_column_label, signed, spoken};
use gongkai_model::{Amount, Cell, Currency, Edition, Fees, Money, ProactiveColumn, ProactiveKey};

const LAST_YEAR: &str = "proactive.fees.items_last_year";
const CHANGE: &str = "proactive.fees.change";
const THIS_YEAR: &str = "proactive.fees.items_this_year";
const AMOUNT: &str = "proactive.fees.amount";

pub(super) fn figure(report: &Report, _choices: &Choices, locale: Locale) -> Figure {
    let fees = report
        .proactive
        .as_ref()
        .and_then(|proactive| proactive.fees.as_ref());
    let figure = fees.and_then(|fees| match report.edition {
        Edition::Form2019 => items(fees, locale),
        Edition::Form2021 => collected(fees, locale),
    });
    figure.unwrap_or_else(|| Figure::empty(View::Fees, Text::NoSection, locale))
}

/// The label of a column in the edition.
fn heading(edition: Edition, column: ProactiveColumn, locale: Locale) -> &'static str {
    proactive_column_label(locale, edition, ProactiveKey::Fees, column)
}

/// The 2019 form: the kinds of fees last year, and their change.
fn items(fees: &Fees, locale: Locale) -> Option<Figure> {
    let (last_year, change) = (fees.items_last_year, fees.change);
    if last_year.is_missing() && change.is_missing() {
        return None;
    }
    let this_year = match (last_year, change) {
        (Cell::Count(last), Cell::Count(change)) => last.checked_add(change),
        _ => None,
    };
    let name = heading(Edition::Form2019, ProactiveColumn::ItemsLastYear, locale);
    let derived_name = SectionsText::FeesThisYear.text(locale);
    let mut caveats = vec![SectionsText::FeesEditions.text(locale).to_owned()];
    let mut rows = vec![
        row(LAST_YEAR, name, TableCell::Cell(last_year)),
        row(
            CHANGE,
            heading(Edition::Form2019, ProactiveColumn::Change, locale),
            TableCell::Change(change),
        ),
    ];
    let mut data = vec![bar(LAST_YEAR, name, last_year, Tone::Muted, locale)];
    if let Some(this_year) = this_year {
        let shown = grouped(this_year);
        rows.push(row(THIS_YEAR, derived_name, TableCell::Derived(shown)));
        let this_year = Cell::Count(this_year);
        data.push(bar(THIS_YEAR, derived_name, this_year, Tone::Plain, locale));
        caveats.push(SectionsText::FeesDerivedNote.text(locale).to_owned());
    }
    let title = match (last_year, change, this_year) {
        (_, Cell::Count(0), Some(this_year)) => sections_text::FeesStill {
            fees: &grouped(this_year),
        }
        .text(locale),
        (Cell::Count(last), Cell::Count(change), Some(this_year)) => {
            let verb = if change < 0 { Text::Fell } else { Text::Rose };
            sections_text::FeesChanged {
                last_year: &grouped(last),
                direction: verb.text(locale),
                this_year: &grouped(this_year),
                change: &signed(change),
            }
            .text(locale)
        }
        _ if last_year.count().is_none() && change.count().is_none() => {
            Text::NoNumbers.text(locale).to_owned()
        }
        _ => sections_text::FeesPart {
            last_year: &spoken(locale, last_year),
            change: &spoken_change(locale, change),
        }
        .text(locale),
    };
    let sentences = rows.iter().map(|row| {
        let values: Vec<String> = row
            .cells
            .iter()
            .map(|cell| cell.spoken(locale).unwrap_or_else(|| cell.shown(locale)))
            .collect();
        view_text::TotalDetail {
            name: &row.name,
            value: &values.concat(),
        }
        .text(locale)
    });
    let sentences: Vec<String> = sentences.collect();
    Some(Figure {
        title,
        summary: cell_groups::joined(&sentences, locale),
        caveats,
        // Without last year's number there is no bar to draw.
        panels: match last_year.count() {
            Some(_) => vec![Panel {
                caption: Text::ItemsAxis.text(locale).to_owned(),
                plot: Plot::Bars(Bars {
                    data,
                    domain_extra: Vec::new(),
                    scale: Scale::Linear,
                    ticks: TickFormat::Count,
                }),
            }],
            None => Vec::new(),
        },
        table: table(rows, None, locale),
        ..Figure::empty(View::Fees, Text::NoSection, locale)
    })
}

fn spoken_change(locale: Locale, change: Cell) -> String {
    match change {
        Cell::Count(n) => signed(n),
        other => spoken(locale, other),
    }
}

fn bar(key: &str, name: &str, cell: Cell, tone: Tone, locale: Locale) -> Datum {
    let label = gongkai_i18n::cell(locale, cell);
    Datum {
        key: key.to_owned(),
        name: name.to_owned(),
        value: cell.count().map(|n| n as f64),
        upper: None,
        from: 0.0,
        detail: sections_text::FeesItemDetail {
            name,
            count: &label,
        }
        .text(locale),
        label,
        tone,
    }
}

/// The 2021 form: the amount collected.
fn collected(fees: &Fees, locale: Locale) -> Option<Figure> {
    if fees.amount == Amount::Missing {
        return None;
    }
    let name = heading(Edition::Form2021, ProactiveColumn::Amount, locale);
    let money = fees.amount.money();
    let mut caveats = vec![SectionsText::FeesEditions.text(locale).to_owned()];
    if money.is_some_and(|money| money.unit.is_none()) {
        caveats.push(Text::ProcurementUnitAssumed.text(locale).to_owned());
    }
    let mut amount = row(AMOUNT, name, TableCell::Amount(fees.amount.clone()));
    amount.cells.push(match money {
        Some(money) => TableCell::Derived(gongkai_i18n::decimal(
            &money.counted_in(Currency::TenThousandYuan),
        )),
        None => TableCell::None,
    });
    let (title, summary) = match money {
        None => (Text::NoNumbers.text(locale).to_owned(), String::new()),
        Some(money) => {
            let title = if money.value.is_zero() {
                SectionsText::FeesZero.text(locale).to_owned()
            } else {
                sections_text::FeesCollected {
                    amount: &both(money, locale),
                }
                .text(locale)
            };
            (title, detail(name, money, locale))
        }
    };
    Some(Figure {
        title,
        summary,
        caveats,
        panels: money
            .map(|money| panel(name, money, locale))
            .into_iter()
            .collect(),
        table: table(vec![amount], Some(Currency::TenThousandYuan), locale),
        ..Figure::empty(View::Fees, Text::NoSection, locale)
    })
}

fn detail(name: &str, money: &Money, locale: Locale) -> String {
    view_text::TotalDetail {
        name,
        value: &both(money, locale),
    }
    .text(locale)
}

/// The panel of the amount in its printed unit.
fn panel(name: &str, money: &Money, locale: Locale) -> Panel {
    let unit = money.unit.unwrap_or(Currency::TenThousandYuan);
    Panel {
        caption: view_text::AmountAxis {
            unit: gongkai_i18n::currency(locale, unit),
        }
        .text(locale),
        plot: Plot::Bars(Bars {
            data: vec![Datum {
                key: AMOUNT.to_owned(),
                name: name.to_owned(),
                value: Some(money.value.to_f64()),
                upper: None,
                from: 0.0,
                label: gongkai_i18n::money(locale, money),
                detail: detail(name, money, locale),
                tone: Tone::Plain,
            }],
            domain_extra: Vec::new(),
            scale: Scale::Linear,
            ticks: TickFormat::Decimal,
        }),
    }
}

fn row(key: &str, name: &str, cell: TableCell) -> TableRow {
    TableRow {
        key: key.to_owned(),
        name: name.to_owned(),
        cells: vec![cell],
    }
}

fn table(rows: Vec<TableRow>, unit: Option<Currency>, locale: Locale) -> Table {
    let mut columns = vec![
        Column::text(Text::ColumnAmountKind.text(locale)),
        Column::number(Text::ColumnValue.text(locale)),
    ];
    if let Some(unit) = unit {
        let unit = gongkai_i18n::currency(locale, unit);
        columns.push(Column::number(
            &view_text::ColumnInUnit { unit }.text(locale),
        ));
    }
    Table {
        caption: View::Fees.question(locale).to_owned(),
        columns,
        rows,
    }
}
