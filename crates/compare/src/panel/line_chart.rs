//! Lines over the years, for the trend and for small charts: points, breaks, and the same as a table.

use super::notes::{caveats, summary};
use super::{mark_detail, scrolling_table};
use crate::messages::{CompareText, compare_text};
use crate::number_format::plotted_value;
use crate::short_names::short_names;
use crate::view_model::ViewModel;
use gongkai_catalog::{Measure, MeasureUnit, SeriesPoint, series};
use gongkai_view::charts::Drawing;
use gongkai_view::components::{self, summary_and_caveats};
use gongkai_view::figures::{
    Column, Display, Line, LinePoint, Lines, Table, TableCell, TableRow, TickFormat,
};
use gongkai_view::markup::{Element, Name, Tag};
use std::ops::RangeInclusive;

/// The data of a line: one measure of one agency.
#[derive(Clone)]
pub(crate) struct LineSource {
    pub agency: usize,
    pub measure: Measure,
    /// The label of the line.
    pub name: String,
}

impl LineSource {
    /// Returns an id that no other line of the chart has.
    fn key(&self) -> String {
        [&self.agency.to_string(), "-", &self.measure.id()].concat()
    }

    /// Returns a point for each chosen year, including those without a number.
    pub(crate) fn points(&self, model: &ViewModel) -> Vec<SeriesPoint> {
        let question = model.numbers().question(self.measure);
        series(model.catalog(), self.agency, question, years(model)).points
    }

    /// Returns the years in which the form changed.
    pub fn breaks(&self, model: &ViewModel) -> Vec<u16> {
        let mut points = self.points(model);
        points.retain(|point| point.is_after_break);
        points.into_iter().map(|point| point.year).collect()
    }

    /// Makes the line with a name for its end.
    fn line(&self, model: &ViewModel, name: String) -> Line {
        let numbers = model.numbers();
        let mut follows_number = false;
        let mut line_points = Vec::new();
        for point in self.points(model) {
            let Some(number) = point.answer.number() else {
                follows_number = false;
                continue;
            };
            let shown = numbers.answer(point.report, self.measure).text;
            let year = point.year.to_string();
            line_points.push(LinePoint {
                key: [&self.key(), "-", &year].concat(),
                year: point.year,
                value: plotted_value(number, self.measure),
                label: compare_text::Point {
                    name: &self.name,
                    year: &year,
                    shown: &shown,
                }
                .text(model.locale()),
                // The axis names the divisor.
                shown: numbers.bare_answer(point.report, self.measure).text,
                is_joined: follows_number && !point.is_after_break,
            });
            follows_number = true;
        }
        Line {
            name,
            points: line_points,
        }
    }
}

fn years(model: &ViewModel) -> RangeInclusive<u16> {
    model.choice().first_year..=model.choice().last_year
}

/// Tells whether any of the lines has a number.
pub(super) fn has_numbers(model: &ViewModel, sources: &[LineSource]) -> bool {
    let mut points = sources.iter().flat_map(|source| source.points(model));
    points.any(|point| point.answer.number().is_some())
}

/// Makes the chart of the lines.
pub(super) fn lines(model: &ViewModel, caption: String, sources: &[LineSource]) -> Lines {
    let breaks = sources.iter().flat_map(|source| source.breaks(model));
    let mut breaks: Vec<u16> = breaks.collect();
    breaks.sort_unstable();
    breaks.dedup();
    let measure = sources
        .first()
        .map_or(model.choice().measure, |source| source.measure);
    let names: Vec<&str> = sources.iter().map(|source| source.name.as_str()).collect();
    Lines {
        caption,
        ticks: axis(model, sources.iter().map(|source| source.measure)),
        scale: model.scale(),
        unit: model.numbers().axis_unit(measure),
        years: years(model),
        breaks,
        break_label: CompareText::Break.text(model.locale()).to_owned(),
        lines: sources
            .iter()
            .zip(short_names(&names))
            .map(|(source, name)| source.line(model, name))
            .collect(),
    }
}

/// Chooses the axis. Counts have ticks at whole numbers; money and divided numbers also between them.
pub(super) fn axis(model: &ViewModel, mut measures: impl Iterator<Item = Measure>) -> TickFormat {
    let choice = model.choice();
    if choice.per.is_some() || choice.measure.unit() == MeasureUnit::Money {
        TickFormat::Decimal
    } else if measures.any(Measure::may_be_negative) {
        TickFormat::SignedCount
    } else {
        TickFormat::Count
    }
}

/// Adds the chart (with its table for paper) or the table, followed by the summary and the caveats.
pub(super) fn chart_or_table(
    model: &ViewModel,
    drawing: &Drawing,
    sources: &[LineSource],
    panel: &mut Element,
) {
    let locale = model.locale();
    let is_table = model.choice().display == Display::Table;
    let is_drawn = !is_table && !drawing.marks.is_empty();
    if is_table && !sources.is_empty() {
        scrolling_table(model, &numbers_table(model, sources), panel);
    }
    if is_drawn {
        components::chart(drawing, &super::finding(model), panel);
        mark_detail(model, panel);
        panel
            .open(Tag::P)
            .set(Name::Class, "keys")
            .text(CompareText::LineChartKeys.text(locale));
        let paper = panel.open(Tag::Div);
        paper.set(Name::Class, "on-paper");
        components::table(&numbers_table(model, sources), locale, paper);
    }
    summary_and_caveats(
        &summary(model, sources),
        &caveats(model, sources, is_drawn),
        locale,
        panel,
    );
}

/// Makes a table with a row for each line and a column for each year.
fn numbers_table(model: &ViewModel, sources: &[LineSource]) -> Table {
    let (locale, numbers) = (model.locale(), model.numbers());
    let mut columns = vec![Column::text(CompareText::Agency.text(locale))];
    columns.extend(years(model).map(|year| Column::number(&year.to_string())));
    let rows = sources.iter().map(|source| TableRow {
        key: source.key(),
        name: source.name.clone(),
        cells: source
            .points(model)
            .into_iter()
            .map(|point| numbers.answer(point.report, source.measure).cell(locale))
            .map(TableCell::Derived)
            .collect(),
    });
    Table {
        caption: super::finding(model),
        columns,
        rows: rows.collect(),
    }
}
