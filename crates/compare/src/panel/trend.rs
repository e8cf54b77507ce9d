//! The chosen places over the years, in one chart.

use super::words::{caveats, summary};
use super::{detail, opened};
use crate::By;
use crate::comparison::Comparison;
use crate::messages::CompareText;
use crate::words::question;
use gongkai_catalog::incomparable_message;
use gongkai_catalog::{Measure, MeasureUnit, SeriesPoint, comparable, series};
use gongkai_view::charts::{self, Drawing};
use gongkai_view::components::{self, summary_and_caveats};
use gongkai_view::figures::{
    Axis, Column, Display, Line, LinePoint, Lines, Table, TableCell, TableRow,
};
use gongkai_view::markup::{Element, Name, Tag};
use std::ops::RangeInclusive;

/// A line's place and measure.
pub(super) type Of = (usize, Measure);

/// What the lines are of.
fn lines_of(comparison: &Comparison) -> Vec<Of> {
    let choice = &comparison.choice;
    match (comparison.second(), choice.places.first()) {
        (Some(other), Some(first)) => vec![(*first, choice.measure), (*first, other)],
        _ => {
            let places = choice.places.iter();
            places.map(|place| (*place, choice.measure)).collect()
        }
    }
}

/// The sentence where a second measure is refused.
pub(super) fn refusal(comparison: &Comparison) -> Option<String> {
    let choice = &comparison.choice;
    let other = choice.other.filter(|_| !choice.places.is_empty())?;
    let reason = comparable(choice.measure, other).err()?;
    let [one, two] = &[choice.measure, other].map(|measure| comparison.measure_name(measure));
    let reason = incomparable_message(comparison.locale, reason);
    Some(CompareText::Refused.with(comparison.locale, &[one, two, reason]))
}

pub(super) fn years(comparison: &Comparison) -> RangeInclusive<u16> {
    comparison.choice.from..=comparison.choice.to
}

/// A line's points by year, those without a number included.
pub(super) fn points(comparison: &Comparison, (place, measure): Of) -> Vec<SeriesPoint> {
    let question = question(measure, comparison.choice.by);
    series(&comparison.catalog, place, question, years(comparison)).points
}

pub(super) fn has_numbers(comparison: &Comparison, of: &[Of]) -> bool {
    let mut points = of.iter().flat_map(|of| points(comparison, *of));
    points.any(|point| point.answer.number().is_some())
}

pub(super) fn line(comparison: &Comparison, name: String, of: Of) -> Line {
    let mut before = false;
    let mut drawn = Vec::new();
    for point in points(comparison, of) {
        let Some(number) = point.answer.number() else {
            before = false;
            continue;
        };
        let said = comparison.shown(point.report, of.1).text;
        let year = point.year.to_string();
        drawn.push(LinePoint {
            key: [&of.0.to_string(), "-", &of.1.id(), "-", &year].concat(),
            year: point.year,
            value: comparison.drawn(number, of.1),
            label: CompareText::Point.with(comparison.locale, &[&name, &year, &said]),
            // The axis says the rest.
            shown: comparison.shown_alone(point.report, of.1).text,
            is_joined: before && !point.is_after_break,
        });
        before = true;
    }
    Line {
        name,
        points: drawn,
    }
}

/// First years of another form.
pub(super) fn breaks_of(comparison: &Comparison, of: Of) -> Vec<u16> {
    let mut points = points(comparison, of);
    points.retain(|point| point.is_after_break);
    points.into_iter().map(|point| point.year).collect()
}

/// The same, of whichever place.
fn breaks(comparison: &Comparison, of: &[Of]) -> Vec<u16> {
    let each = of.iter().flat_map(|of| breaks_of(comparison, *of));
    let mut breaks: Vec<u16> = each.collect();
    breaks.sort_unstable();
    breaks.dedup();
    breaks
}

pub(super) fn figure(
    comparison: &Comparison,
    caption: String,
    of: &[Of],
    names: &[String],
) -> Lines {
    let lines = of
        .iter()
        .zip(names)
        .map(|(of, name)| line(comparison, name.clone(), *of));
    Lines {
        caption,
        axis: axis(comparison, of.iter().map(|of| of.1)),
        scale: comparison.scale(),
        unit: comparison.unit(of.first().map_or(comparison.choice.measure, |of| of.1)),
        years: years(comparison),
        breaks: breaks(comparison, of),
        break_label: CompareText::Break.text(comparison.locale).to_owned(),
        lines: lines.collect(),
    }
}

/// Counts have whole ticks; money and what is related to something have not.
pub(super) fn axis(comparison: &Comparison, mut measures: impl Iterator<Item = Measure>) -> Axis {
    let is_whole = comparison.choice.by == By::Nothing
        && comparison.choice.measure.unit() != MeasureUnit::Money;
    match (is_whole, measures.any(Measure::may_be_negative)) {
        (true, true) => Axis::SignedCount,
        (true, false) => Axis::Count,
        (false, _) => Axis::Decimal,
    }
}

fn names(comparison: &Comparison, of: &[Of]) -> Vec<String> {
    let measure = comparison.choice.measure;
    let are_measures = of.iter().any(|(_, other)| *other != measure);
    let names = of.iter().map(|(place, measure)| match are_measures {
        true => comparison.measure_name(*measure),
        false => comparison.name_of(*place).to_owned(),
    });
    names.collect()
}

pub(super) fn finding(comparison: &Comparison) -> String {
    let locale = comparison.locale;
    let of = lines_of(comparison);
    let Some(first) = of.first().copied() else {
        return CompareText::NoneChosen.text(locale).to_owned();
    };
    if !has_numbers(comparison, &of) {
        return CompareText::NoNumbers.text(locale).to_owned();
    }
    let measure = comparison.measure_name(first.1);
    if of.len() > 1 {
        let count = comparison.choice.places.len().to_string();
        let places = of.iter().all(|(_, other)| *other == first.1);
        return match places {
            true => CompareText::TrendMany.with(locale, &[&count, &measure, &comparison.span()]),
            false => {
                let names = names(comparison, &of).join(" · ");
                let name = comparison.name_of(first.0);
                CompareText::TrendTwo.with(locale, &[name, &names, &comparison.span()])
            }
        };
    }
    let name = comparison.name_of(first.0);
    let shown = |point: &SeriesPoint| {
        let shown = comparison.shown(point.report, first.1).text;
        comparison.counted(shown, first.1)
    };
    let mut with = points(comparison, first);
    with.retain(|point| point.answer.number().is_some());
    let breaks = breaks_of(comparison, first);
    let Some(last) = with.last() else {
        return CompareText::NoNumbers.text(locale).to_owned();
    };
    let year = last.year.to_string();
    match with.first().filter(|earliest| earliest.year != last.year) {
        Some(earliest) => {
            // Two forms do not count quite alike.
            let is_between = |year: &u16| earliest.year < *year && *year <= last.year;
            let text = match breaks.iter().any(is_between) {
                true => CompareText::TrendForms,
                false => CompareText::TrendChange,
            };
            text.with(
                locale,
                &[
                    name,
                    &earliest.year.to_string(),
                    &measure,
                    &shown(earliest),
                    &year,
                    &shown(last),
                ],
            )
        }
        None => CompareText::TrendOne.with(locale, &[name, &year, &measure, &shown(last)]),
    }
}

pub(super) fn panel(comparison: &Comparison) -> Element {
    let of = lines_of(comparison);
    let names = names(comparison, &of);
    let mut panel = opened(comparison, CompareText::AskTrend);
    if let Some(sentence) = refusal(comparison) {
        panel
            .open(Tag::P)
            .set(Name::Class, "refused")
            .set(Name::Role, "note")
            .text(sentence);
    }
    let lines = figure(comparison, String::new(), &of, &names);
    let drawing = charts::lines(&lines, comparison.size);
    shown(comparison, &drawing, (&of, &names), &mut panel);
    panel
}

/// The chart with its table on paper, or the table, and what both say in words.
pub(super) fn shown(
    comparison: &Comparison,
    drawing: &Drawing,
    (of, names): (&[Of], &[String]),
    panel: &mut Element,
) {
    let locale = comparison.locale;
    let table = || numbers(comparison, of, names);
    let is_table = comparison.choice.display == Display::Table;
    let is_drawn = !is_table && !drawing.marks.is_empty();
    if is_table && !of.is_empty() {
        super::table(comparison, &table(), panel);
    }
    if is_drawn {
        detail(comparison, panel);
        components::chart(drawing, &super::finding(comparison), panel);
        panel
            .open(Tag::P)
            .set(Name::Class, "keys")
            .text(CompareText::Keys.text(locale));
        let paper = panel.open(Tag::Div);
        paper.set(Name::Class, "on-paper");
        components::table(&table(), locale, paper);
    }
    summary_and_caveats(
        &summary(comparison, of, names),
        &caveats(comparison, of, is_drawn),
        locale,
        panel,
    );
}

/// The same numbers as a table: a row a line, a column a year.
pub(super) fn numbers(comparison: &Comparison, of: &[Of], names: &[String]) -> Table {
    let locale = comparison.locale;
    let mut columns = vec![Column::text(CompareText::Body.text(locale))];
    columns.extend(years(comparison).map(|year| Column::number(&year.to_string())));
    let rows = of.iter().zip(names).map(|(of, name)| TableRow {
        key: [&of.0.to_string(), "-", &of.1.id()].concat(),
        name: name.clone(),
        cells: points(comparison, *of)
            .into_iter()
            .map(|point| TableCell::Derived(comparison.shown(point.report, of.1).cell(locale)))
            .collect(),
    });
    Table {
        caption: super::finding(comparison),
        columns,
        rows: rows.collect(),
    }
}
