//! What kinds of information were published, and whether the kinds add up to the stated total.

use super::*;
use gongkai_i18n::{grouped, hedged, percent, quantity, unit_word};
use gongkai_model::{Cover, Disclosure, Named, Quantity};
use std::collections::BinaryHeap;

pub(super) const TOTAL: &str = "disclosure.total";
pub(super) const SUM: &str = "disclosure.categories";
pub(super) const DIFFERENCE: &str = "disclosure.difference";

pub(super) fn figure(report: &Report, choices: &Choices, locale: Locale) -> Figure {
    let Some(disclosure) = &report.disclosure else {
        return Figure::empty(View::Disclosure, Text::NoSection, locale);
    };
    let Some(listed) = Listed::of(disclosure) else {
        return without_categories(disclosure, locale);
    };
    let order = listed.order(choices.sort);
    let sum = grouped(listed.sum);
    let totals = Totals::of(disclosure, &listed);

    let mut caveats = Vec::new();
    caveats.push(Text::ShareNote.with(locale, &[&sum]));
    let units = listed.units(locale);
    if units.len() > 1 {
        let units = units.join(" / ");
        caveats.push(Text::MixedUnits.with(locale, &[&units]));
    }
    let is_hedged = disclosure
        .total
        .iter()
        .any(|total| total.qualifier.is_some())
        || listed
            .categories
            .iter()
            .any(|named| named.qualifier.is_some());
    if is_hedged {
        caveats.push(Text::HedgeNote.text(locale).to_owned());
    }
    if choices.scale == Scale::Log {
        caveats.push(Text::LogNote.text(locale).to_owned());
        if listed.categories.iter().any(|named| named.count == 0) {
            caveats.push(Text::LogZero.text(locale).to_owned());
        }
    }

    let mut panels = Vec::new();
    if let (Some(totals), Some(total)) = (&totals, &disclosure.total) {
        panels.push(totals.panel(total, &listed, locale));
    }
    let measured = match choices.measure {
        Measure::Count => Text::AsCount.with(locale, &[&units.join(" / ")]),
        Measure::Share => Text::AsShare.text(locale).to_owned(),
    };
    panels.push(Panel {
        caption: Text::CategoriesPanel.with(locale, &[&measured]),
        plot: Plot::Bars(Bars {
            data: order
                .iter()
                .filter_map(|&index| listed.datum(index, choices.measure, locale))
                .collect(),
            beside: Vec::new(),
            scale: choices.scale,
            axis: match choices.measure {
                Measure::Count => Axis::Count,
                Measure::Share => Axis::Percent,
            },
        }),
    });

    Figure {
        view: View::Disclosure,
        title: listed.finding(locale),
        summary: listed.summary(totals.as_ref(), disclosure, locale),
        caveats,
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

fn without_categories(disclosure: &Disclosure, locale: Locale) -> Figure {
    let Some(total) = &disclosure.total else {
        return Figure::empty(View::Disclosure, Text::DisclosureEmpty, locale);
    };
    let shown = quantity(locale, total);
    let name = Text::TotalStated.text(locale);
    let (_, high) = total.range();
    Figure {
        title: Text::DisclosureOnlyTotal.with(locale, &[&shown]),
        panels: vec![Panel {
            caption: name.to_owned(),
            plot: Plot::Bars(Bars {
                data: vec![Datum {
                    key: TOTAL.to_owned(),
                    name: name.to_owned(),
                    value: Some(total.count as f64),
                    high: (high > total.count).then_some(high as f64),
                    from: 0.0,
                    label: hedged(locale, total.count, total.qualifier),
                    detail: Text::TotalDetail.with(locale, &[name, &shown]),
                    tone: Tone::Plain,
                }],
                beside: Vec::new(),
                scale: Scale::Linear,
                axis: Axis::Count,
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

/// The listed categories and what they add up to; never an empty list.
pub(super) struct Listed<'a> {
    categories: &'a [Named],
    /// Of the counts as written.
    pub sum: i64,
    /// What the hedges allow the sum to be.
    low: i64,
    high: i64,
    /// Indices, largest first; printed order among equals.
    ranked: Vec<usize>,
}

impl<'a> Listed<'a> {
    pub fn of(disclosure: &'a Disclosure) -> Option<Listed<'a>> {
        let categories = disclosure.categories.as_slice();
        if categories.is_empty() {
            return None;
        }
        let (mut sum, mut low, mut high) = (0_i64, 0_i64, 0_i64);
        for named in categories {
            let range = named.quantity().range();
            sum = sum.saturating_add(named.count);
            low = low.saturating_add(range.0);
            high = high.saturating_add(range.1);
        }
        // A heap, because the library's sorts are each larger than this file.
        let ranked: BinaryHeap<(i64, usize)> = categories
            .iter()
            .enumerate()
            .map(|(index, named)| (-named.count, index))
            .collect();
        let ranked = ranked.into_sorted_vec();
        let ranked = ranked.into_iter().map(|(_, index)| index).collect();
        Some(Listed {
            categories,
            sum,
            low,
            high,
            ranked,
        })
    }

    pub fn len(&self) -> usize {
        self.categories.len()
    }

    fn order(&self, sort: Sort) -> Vec<usize> {
        match sort {
            Sort::Size => self.ranked.clone(),
            Sort::Printed => (0..self.len()).collect(),
        }
    }

    fn units(&self, locale: Locale) -> Vec<String> {
        let mut units: Vec<String> = Vec::new();
        for named in self.categories {
            let unit = unit_word(locale, named.unit.as_deref().unwrap_or(""), false);
            if !unit.is_empty() && !units.contains(&unit) {
                units.push(unit);
            }
        }
        units
    }

    fn ranked_at(&self, rank: usize) -> Option<&Named> {
        self.ranked
            .get(rank)
            .and_then(|&index| self.categories.get(index))
    }

    fn datum(&self, index: usize, measure: Measure, locale: Locale) -> Option<Datum> {
        let named = self.categories.get(index)?;
        let printed = named.quantity();
        let share = percent(named.count, self.sum);
        let rank = self.ranked.iter().position(|&ranked| ranked == index)? + 1;
        let (_, high) = printed.range();
        let shown = quantity(locale, &printed);
        let part = |count: i64| match self.sum {
            0 => 0.0,
            sum => count as f64 * 100.0 / sum as f64,
        };
        let detail = match &share {
            Some(share) => {
                Text::CategoryDetail.with(locale, &[&named.name, &shown, share, &rank.to_string()])
            }
            None => Text::CategoryDetailZeroSum.with(locale, &[&named.name, &shown]),
        };
        let (value, high, label) = match measure {
            Measure::Count => (
                named.count as f64,
                (high > named.count).then_some(high as f64),
                hedged(locale, named.count, named.qualifier),
            ),
            Measure::Share => (part(named.count), None, share.unwrap_or_default()),
        };
        Some(Datum {
            key: key(index),
            name: named.name.clone(),
            value: Some(value),
            high,
            from: 0.0,
            label,
            detail,
            tone: Tone::Plain,
        })
    }

    fn finding(&self, locale: Locale) -> String {
        let number = self.len().to_string();
        match (self.ranked_at(0), self.sum) {
            (Some(largest), 1..) => Text::DisclosureFinding.with(
                locale,
                &[
                    &largest.name,
                    &quantity(locale, &largest.quantity()),
                    &number,
                    &grouped(self.sum),
                    &percent(largest.count, self.sum).unwrap_or_default(),
                ],
            ),
            _ => Text::DisclosureZero.with(locale, &[&number]),
        }
    }

    fn summary(&self, totals: Option<&Totals>, disclosure: &Disclosure, locale: Locale) -> String {
        let (Some(largest), Some(smallest)) = (self.ranked_at(0), self.ranked_at(self.len() - 1))
        else {
            return String::new();
        };
        let first_three = (0..3)
            .filter_map(|rank| self.ranked_at(rank))
            .fold(0_i64, |sum, named| sum.saturating_add(named.count));
        let mut summary = Text::DisclosureSummary.with(
            locale,
            &[
                &self.len().to_string(),
                &largest.name,
                &quantity(locale, &largest.quantity()),
                &smallest.name,
                &quantity(locale, &smallest.quantity()),
                &percent(first_three, self.sum).unwrap_or_else(|| "0".to_owned()),
            ],
        );
        if let Some(totals) = totals {
            if locale == Locale::En {
                summary.push(' ');
            }
            summary.push_str(&totals.sentence(disclosure, self, locale));
        }
        summary
    }
}

fn key(index: usize) -> String {
    format!("disclosure.categories[{index}]")
}

/// The stated total beside the sum of the listed categories.
struct Totals {
    cover: Cover,
    stated: i64,
    /// Of the numbers as written: sum − total.
    difference: i64,
    /// The least that the hedges allow; zero where the ranges meet.
    least: i64,
}

impl Totals {
    fn of(disclosure: &Disclosure, listed: &Listed<'_>) -> Option<Totals> {
        let total = disclosure.total.as_ref()?;
        let (low, high) = total.range();
        let least = (listed.low.saturating_sub(high))
            .max(low.saturating_sub(listed.high))
            .max(0);
        Some(Totals {
            // A list whose cover is not stated is not blamed for what it may not claim.
            cover: disclosure.categories_cover.unwrap_or(Cover::Some),
            stated: total.count,
            difference: listed.sum.saturating_sub(total.count),
            least,
        })
    }

    fn disagrees(&self) -> bool {
        self.least > 0 && (self.cover == Cover::All || self.difference > 0)
    }

    fn sentence(&self, disclosure: &Disclosure, listed: &Listed<'_>, locale: Locale) -> String {
        let total = disclosure
            .total
            .as_ref()
            .map(|total| quantity(locale, total))
            .unwrap_or_default();
        let number = listed.len().to_string();
        let sum = grouped(listed.sum);
        let difference = grouped(self.difference.saturating_abs());
        let hedge = if self.least == self.difference.saturating_abs() {
            String::new()
        } else {
            Text::AtLeast.with(locale, &[&grouped(self.least)])
        };
        let (text, arguments): (Text, &[&str]) = match (self.cover, self.disagrees()) {
            (Cover::All, true) => (
                Text::TotalsDiffer,
                &[&total, &number, &sum, &difference, &hedge],
            ),
            (Cover::All, false) => (Text::TotalsAgree, &[&total, &number, &sum]),
            (Cover::Some, true) => (Text::TotalsPartOver, &[&total, &number, &sum, &difference]),
            (Cover::Some, false) => (Text::TotalsPart, &[&total, &number, &sum]),
        };
        text.with(locale, arguments)
    }

    /// What the row between the two is called, where it is not zero.
    fn gap(&self) -> Option<(Text, Tone)> {
        if self.difference == 0 {
            None
        } else if self.disagrees() {
            Some((Text::TotalDifference, Tone::Difference))
        } else if self.cover == Cover::Some && self.difference < 0 {
            Some((Text::TotalRemainder, Tone::Muted))
        } else {
            None
        }
    }

    fn panel(&self, total: &Quantity, listed: &Listed<'_>, locale: Locale) -> Panel {
        let bar =
            |key: &str, name: String, count: i64, high: i64, shown: String, label: String, tone| {
                Datum {
                    key: key.to_owned(),
                    value: Some(count as f64),
                    high: (high > count).then_some(high as f64),
                    from: 0.0,
                    label,
                    detail: Text::TotalDetail.with(locale, &[&name, &shown]),
                    name,
                    tone,
                }
            };
        let sum = grouped(listed.sum);
        let mut data = vec![
            bar(
                TOTAL,
                Text::TotalStated.text(locale).to_owned(),
                total.count,
                total.range().1,
                quantity(locale, total),
                hedged(locale, total.count, total.qualifier),
                Tone::Plain,
            ),
            bar(
                SUM,
                Text::TotalListed.with(locale, &[&listed.len().to_string()]),
                listed.sum,
                listed.high,
                sum.clone(),
                sum,
                Tone::Muted,
            ),
        ];
        if let Some((text, tone)) = self.gap() {
            let size = grouped(self.difference.saturating_abs());
            let mut gap = bar(
                DIFFERENCE,
                text.text(locale).to_owned(),
                listed.sum.max(self.stated),
                0,
                size.clone(),
                size,
                tone,
            );
            gap.from = listed.sum.min(self.stated) as f64;
            if self.disagrees() && self.least != self.difference.saturating_abs() {
                let hedge = Text::AtLeast.with(locale, &[&grouped(self.least)]);
                gap.detail = Text::TotalDetail.with(
                    locale,
                    &[text.text(locale), &format!("{}{hedge}", gap.label)],
                );
            }
            data.push(gap);
        }
        Panel {
            caption: Text::TotalsPanel.text(locale).to_owned(),
            plot: Plot::Bars(Bars {
                data,
                beside: Vec::new(),
                scale: Scale::Linear,
                axis: Axis::Count,
            }),
        }
    }
}

fn table(
    disclosure: &Disclosure,
    listed: &Listed<'_>,
    order: &[usize],
    totals: Option<&Totals>,
    locale: Locale,
) -> Table {
    let mut rows: Vec<TableRow> = order
        .iter()
        .filter_map(|&index| {
            let named = listed.categories.get(index)?;
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
        Text::TotalListed.with(locale, &[&listed.len().to_string()]),
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
