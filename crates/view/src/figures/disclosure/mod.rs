//! The categories of published information, and whether they add up to the stated total.

mod categories;
mod totals;

pub(super) use categories::Categories;

use super::*;
use gongkai_i18n::{grouped, hedged, percent, quantity};
use gongkai_model::Disclosure;
use totals::Totals;

const TOTAL: &str = "disclosure.total";
const SUM: &str = "disclosure.categories";
const DIFFERENCE: &str = "disclosure.difference";

pub(super) fn figure(report: &Report, choices: &Choices, locale: Locale) -> Figure {
    let Some(disclosure) = &report.disclosure else {
        return Figure::empty(View::Disclosure, Text::NoSection, locale);
    };
    let Some(listed) = Categories::of(disclosure) else {
        return without_categories(disclosure, locale);
    };
    let order = listed.order(choices.sort);
    let totals = Totals::of(disclosure, &listed);
    let units = listed.units(locale).join(" / ");
    let mut panels = Vec::new();
    if let (Some(totals), Some(total)) = (&totals, &disclosure.total) {
        panels.push(totals.panel(total, &listed, locale));
    }
    panels.push(listed.panel(&order, &units, choices, locale));
    Figure {
        view: View::Disclosure,
        title: listed.finding(locale),
        summary: summary(&listed, totals.as_ref(), disclosure, locale),
        caveats: caveats(&listed, disclosure, choices, locale),
        controls: vec![
            choices.sort_control(locale),
            choices.measure_control(locale),
            choices.scale_control(locale),
        ],
        panels,
        headlines: Vec::new(),
        table: table(disclosure, &listed, &order, totals.as_ref(), locale),
    }
}

fn summary(
    listed: &Categories<'_>,
    totals: Option<&Totals>,
    disclosure: &Disclosure,
    locale: Locale,
) -> String {
    let mut summary = listed.summary(locale);
    if let Some(totals) = totals {
        if locale == Locale::En {
            summary.push(' ');
        }
        summary.push_str(&totals.sentence(disclosure, listed, locale));
    }
    summary
}

fn caveats(
    listed: &Categories<'_>,
    disclosure: &Disclosure,
    choices: &Choices,
    locale: Locale,
) -> Vec<String> {
    let mut caveats = vec![
        view_text::ShareNote {
            sum: &grouped(listed.sum),
        }
        .text(locale),
    ];
    let units = listed.units(locale);
    if units.len() > 1 {
        caveats.push(
            view_text::MixedUnits {
                units: &units.join(" / "),
            }
            .text(locale),
        );
    }
    let total = disclosure.total.iter();
    let is_hedged = total.map(|total| total.qualifier).any(|one| one.is_some())
        || listed.list.iter().any(|named| named.qualifier.is_some());
    if is_hedged {
        caveats.push(Text::HedgeNote.text(locale).to_owned());
    }
    if choices.scale == Scale::Log {
        caveats.push(Text::LogNote.text(locale).to_owned());
        if listed.list.iter().any(|named| named.count == 0) {
            caveats.push(Text::LogZero.text(locale).to_owned());
        }
    }
    caveats
}

/// The figure of a report that states a total, but lists no categories.
fn without_categories(disclosure: &Disclosure, locale: Locale) -> Figure {
    let Some(total) = &disclosure.total else {
        return Figure::empty(View::Disclosure, Text::DisclosureEmpty, locale);
    };
    let shown = quantity(locale, total);
    let name = Text::TotalStated.text(locale);
    let (_, upper) = total.range();
    Figure {
        title: view_text::DisclosureOnlyTotal { total: &shown }.text(locale),
        panels: vec![Panel {
            caption: name.to_owned(),
            plot: Plot::Bars(Bars {
                data: vec![Datum {
                    key: TOTAL.to_owned(),
                    name: name.to_owned(),
                    value: Some(total.count as f64),
                    upper: (upper > total.count).then_some(upper as f64),
                    from: 0.0,
                    label: hedged(locale, total.count, total.qualifier),
                    detail: view_text::TotalDetail {
                        name,
                        value: &shown,
                    }
                    .text(locale),
                    tone: Tone::Plain,
                }],
                domain_extra: Vec::new(),
                scale: Scale::Linear,
                ticks: TickFormat::Count,
            }),
        }],
        table: Table {
            caption: Text::AskDisclosure.text(locale).to_owned(),
            columns: vec![
                Column::text(Text::ColumnCategory.text(locale)),
                Column::number(Text::ColumnAsPrinted.text(locale)),
            ],
            rows: vec![TableRow {
                key: TOTAL.to_owned(),
                name: name.to_owned(),
                cells: vec![TableCell::Quantity(total.clone())],
            }],
        },
        ..Figure::empty(View::Disclosure, Text::DisclosureEmpty, locale)
    }
}

fn table(
    disclosure: &Disclosure,
    listed: &Categories<'_>,
    order: &[usize],
    totals: Option<&Totals>,
    locale: Locale,
) -> Table {
    let mut rows: Vec<TableRow> = order
        .iter()
        .filter_map(|&index| {
            let named = listed.list.get(index)?;
            Some(TableRow {
                key: key(index),
                name: named.name.clone(),
                cells: vec![
                    TableCell::Quantity(named.quantity()),
                    TableCell::Derived(percent(named.count, listed.sum).unwrap_or_default()),
                ],
            })
        })
        .collect();
    let mut add = |key: &str, name: String, cell| {
        rows.push(TableRow {
            key: key.to_owned(),
            name,
            cells: vec![cell, TableCell::None],
        });
    };
    add(
        SUM,
        view_text::TotalListed {
            categories: &listed.len().to_string(),
        }
        .text(locale),
        TableCell::Derived(grouped(listed.sum)),
    );
    if let Some(total) = &disclosure.total {
        add(
            TOTAL,
            Text::TotalStated.text(locale).to_owned(),
            TableCell::Quantity(total.clone()),
        );
    }
    if let Some((totals, (text, _))) = totals.and_then(|totals| Some((totals, totals.gap()?))) {
        add(
            DIFFERENCE,
            text.text(locale).to_owned(),
            TableCell::Derived(grouped(totals.difference.saturating_abs())),
        );
    }
    Table {
        caption: Text::AskDisclosure.text(locale).to_owned(),
        columns: vec![
            Column::text(Text::ColumnCategory.text(locale)),
            Column::number(Text::ColumnAsPrinted.text(locale)),
            Column::number(Text::ColumnShare.text(locale)),
        ],
        rows,
    }
}

/// The key of the category at `index`.
fn key(index: usize) -> String {
    format!("disclosure.categories[{index}]")
}
