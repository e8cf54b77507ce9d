//! The categories of published information, whether they add up to the stated total, and the
//! channels of publication.

mod categories;
mod channels;
mod totals;

pub(super) use categories::Categories;

use super::*;
use gongkai_i18n::{grouped_wide, hedged, percent_of_sum, quantity};
use gongkai_model::text::{concat, digits, join};
use gongkai_model::{Disclosure, Named, Quantity};
use std::collections::BinaryHeap;
use totals::Totals;

const TOTAL: &str = "disclosure.total";
const SUM: &str = "disclosure.categories";
const DIFFERENCE: &str = "disclosure.difference";

pub(super) fn figure(report: &Report, choices: &Choices, locale: Locale) -> Figure {
    let Some(disclosure) = &report.disclosure else {
        return Figure::empty(View::Disclosure, Text::NoSection, locale);
    };
    let mut figure = match Categories::of(disclosure) {
        Some(listed) => with_categories(disclosure, &listed, choices, locale),
        None => without_categories(disclosure, locale),
    };
    channels::add(&mut figure, disclosure, choices, locale);
    figure
}

fn with_categories(
    disclosure: &Disclosure,
    listed: &Categories<'_>,
    choices: &Choices,
    locale: Locale,
) -> Figure {
    let order = listed.order(choices.sort);
    let totals = Totals::of(disclosure, listed);
    let units = join(&listed.units(locale), " / ");
    let mut panels = Vec::new();
    if let (Some(totals), Some(total)) = (&totals, &disclosure.total) {
        panels.push(totals.panel(total, listed, locale));
    }
    panels.push(listed.panel(&order, &units, choices, locale));
    Figure {
        view: View::Disclosure,
        title: listed.finding(locale),
        notices: totals
            .iter()
            .filter(|totals| totals.disagrees())
            .map(|totals| Notice {
                text: totals.sentence(disclosure, listed, locale),
                key: Some(TOTAL.to_owned()),
            })
            .collect(),
        summary: summary(listed, totals.as_ref(), disclosure, locale),
        caveats: caveats(listed, disclosure, choices, locale),
        controls: vec![
            choices.sort_control(locale),
            choices.measure_control(locale),
            choices.scale_control(locale),
        ],
        panels,
        headlines: Vec::new(),
        table: table(disclosure, listed, &order, totals.as_ref(), locale),
    }
}

fn summary(
    listed: &Categories<'_>,
    totals: Option<&Totals>,
    disclosure: &Disclosure,
    locale: Locale,
) -> String {
    let mut summary = listed.summary(locale);
    if let Some(totals) = totals.filter(|totals| !totals.disagrees()) {
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
            sum: &grouped_wide(listed.sum),
        }
        .text(locale),
    ];
    let units = listed.units(locale);
    if units.len() > 1 {
        caveats.push(
            view_text::MixedUnits {
                units: &join(&units, " / "),
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

/// The figure of a report that lists no categories.
fn without_categories(disclosure: &Disclosure, locale: Locale) -> Figure {
    let mut figure = Figure::empty(View::Disclosure, Text::DisclosureEmpty, locale);
    if disclosure.total.is_none() && disclosure.channels.is_empty() {
        return figure;
    }
    figure.table = Table {
        caption: Text::AskDisclosure.text(locale).to_owned(),
        columns: vec![
            Column::text(Text::ColumnCategory.text(locale)),
            Column::number(Text::ColumnAsPrinted.text(locale)),
        ],
        rows: Vec::new(),
    };
    if let Some(total) = &disclosure.total {
        let name = Text::TotalStated.text(locale);
        let total_bar = bar(TOTAL, name, total, Tone::Plain, locale);
        figure.title = view_text::DisclosureOnlyTotal {
            total: &quantity(locale, total),
        }
        .text(locale);
        figure.panels = vec![bars(
            name.to_owned(),
            vec![total_bar],
            Scale::Linear,
            TickFormat::Count,
        )];
        figure.table.rows = vec![TableRow {
            key: TOTAL.to_owned(),
            name: name.to_owned(),
            cells: vec![TableCell::Quantity(total.clone())],
        }];
    }
    figure
}

/// The bar of a number from prose.
fn bar(key: &str, name: &str, printed: &Quantity, tone: Tone, locale: Locale) -> Datum {
    let (_, upper) = printed.range();
    let value = &quantity(locale, printed);
    Datum {
        key: key.to_owned(),
        name: name.to_owned(),
        value: Some(printed.count as f64),
        upper: (upper > printed.count).then_some(upper as f64),
        from: 0.0,
        label: hedged(locale, printed.count, printed.qualifier),
        detail: view_text::TotalDetail { name, value }.text(locale),
        tone,
    }
}

fn bars(caption: String, data: Vec<Datum>, scale: Scale, ticks: TickFormat) -> Panel {
    Panel {
        caption,
        plot: Plot::Bars(Bars {
            data,
            domain_extra: Vec::new(),
            scale,
            ticks,
        }),
    }
}

/// Ranks indices by their counts, largest first; equal counts keep their order.
fn ranked(list: &[Named]) -> Vec<usize> {
    // A heap, because each of the library's sorts is larger than this file.
    let ranked: BinaryHeap<(i64, usize)> = list
        .iter()
        .enumerate()
        .map(|(index, named)| (-named.count, index))
        .collect();
    let ranked = ranked.into_sorted_vec();
    ranked.into_iter().map(|(_, index)| index).collect()
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
                    TableCell::Derived(
                        percent_of_sum(named.count.into(), listed.sum).unwrap_or_default(),
                    ),
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
            categories: &digits(listed.len()),
        }
        .text(locale),
        TableCell::Derived(grouped_wide(listed.sum)),
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
            TableCell::Derived(grouped_wide(totals.difference.abs())),
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
    concat(&["disclosure.categories[", &digits(index), "]"])
}
