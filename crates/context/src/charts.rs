//! A view over the years: lines, the same as a table, and in words.

use crate::last_year::name;
use crate::measures::of_view;
use crate::messages::{ContextText, context_text, unit};
use crate::numbers::{cell, in_words, plotted};
use crate::series::Series;
use gongkai_catalog::{
    Answer, Measure, MeasureUnit, Question, SeriesPoint, measure_name, series as points_of,
};
use gongkai_i18n::Locale;
use gongkai_view::charts::separate;
use gongkai_view::components::{Panel, PartKind, YearsPanel, summary_and_caveats, tab_id, table};
use gongkai_view::figures::{
    Column, Line, LinePoint, Lines, Scale, Table, TableCell, TableRow, TickFormat, View,
};
use gongkai_view::request::Request;

/// The view that a request asks for, over all years of the series.
pub fn panel(series: &Series, request: &Request) -> YearsPanel {
    let Request {
        view, locale, size, ..
    } = *request;
    let mut measures = of_view(view);
    measures.retain(|measure| points(series, *measure).iter().any(has_number));
    let figures: Vec<Lines> = measures
        .iter()
        .map(|measure| lines(series, *measure, locale))
        .collect();
    let title = finding(series, view, &measures, locale);
    let drawing = separate(&figures, size);
    let mut panel = Panel::new(tab_id(view), "", title.clone());
    panel.parts.clear();
    if !drawing.marks.is_empty() {
        panel.add_chart(&drawing, &title, locale);
    }
    let numbers = numbers(series, &measures, &title, locale);
    panel.add(PartKind::Cells, |into| table(&numbers, locale, into));
    let (summary, caveats) = (
        summary(series, &measures, locale),
        caveats(series, &measures, locale),
    );
    panel.add(PartKind::Fixed, |into| {
        summary_and_caveats(&summary, &caveats, locale, into);
    });
    YearsPanel {
        title,
        parts: panel.parts,
    }
}

fn has_number(point: &SeriesPoint) -> bool {
    point.answer.number().is_some()
}

fn points(series: &Series, measure: Measure) -> Vec<SeriesPoint> {
    points_of(&series.catalog, 0, Question::from(measure), series.years()).points
}

/// The years in which the form changed.
fn breaks(series: &Series) -> Vec<u16> {
    // The editions are the same whatever is measured.
    let measure = Measure::all().into_iter().next();
    let points = measure.map(|measure| points(series, measure));
    let points = points.into_iter().flatten();
    points
        .filter(|point| point.is_after_break)
        .map(|point| point.year)
        .collect()
}

fn lines(series: &Series, measure: Measure, locale: Locale) -> Lines {
    Lines {
        caption: measure_name(locale, measure),
        ticks: if measure.unit() == MeasureUnit::Money {
            TickFormat::Decimal
        } else {
            TickFormat::Count
        },
        scale: Scale::Linear,
        unit: unit(locale, measure.unit()).to_owned(),
        years: series.years(),
        breaks: breaks(series),
        break_label: ContextText::Break.text(locale).to_owned(),
        lines: vec![line(series, measure, locale)],
    }
}

fn line(series: &Series, measure: Measure, locale: Locale) -> Line {
    let name = measure_name(locale, measure);
    let mut line = Line {
        name: name.clone(),
        points: Vec::new(),
    };
    let mut follows = false;
    for point in points(series, measure) {
        let number = point.answer.number().zip(point.report);
        let Some((number, report)) = number else {
            follows = false;
            continue;
        };
        let value = series.catalog.value(report, measure);
        let year = point.year.to_string();
        line.points.push(LinePoint {
            key: key(measure, &year),
            year: point.year,
            value: plotted(number, measure),
            shown: cell(value.clone(), measure).shown(locale),
            label: context_text::Point {
                name: &name,
                year: &year,
                value: &in_words(value, measure, locale),
            }
            .text(locale),
            is_joined: follows && !point.is_after_break,
        });
        follows = true;
    }
    line
}

/// Without brackets, by which a chart would take the marks for those of a list.
fn key(measure: Measure, year: &str) -> String {
    let id = measure.id().replace('[', ".").replace(']', "");
    ["years.", &id, ".", year].concat()
}

fn finding(series: &Series, view: View, measures: &[Measure], locale: Locale) -> String {
    let Some(&measure) = measures.first() else {
        return ContextText::FindingNone.text(locale).to_owned();
    };
    if view == View::Overview {
        let years = series.years();
        return context_text::FindingOverview {
            first: &years.start().to_string(),
            last: &years.end().to_string(),
            count: &series.catalog.len().to_string(),
        }
        .text(locale);
    }
    ends(series, measure, locale)
}

/// The first and the last number of a measure in one sentence.
fn ends(series: &Series, measure: Measure, locale: Locale) -> String {
    let points: Vec<SeriesPoint> = points(series, measure)
        .into_iter()
        .filter(has_number)
        .collect();
    let shown = |point: &SeriesPoint| {
        let value = point
            .report
            .map(|report| series.catalog.value(report, measure));
        in_words(value.unwrap_or_default(), measure, locale)
    };
    let name = measure_name(locale, measure);
    match (points.first(), points.last()) {
        (Some(first), Some(last)) if first.edition != last.edition => {
            context_text::FindingAcrossForms {
                measure: &name,
                first: &first.year.to_string(),
                before: &shown(first),
                last: &last.year.to_string(),
                now: &shown(last),
            }
            .text(locale)
        }
        (Some(first), Some(last)) if first.year != last.year => context_text::FindingChange {
            measure: &name,
            first: &first.year.to_string(),
            before: &shown(first),
            last: &last.year.to_string(),
            now: &shown(last),
        }
        .text(locale),
        (Some(one), _) => context_text::FindingOne {
            measure: &name,
            year: &one.year.to_string(),
            now: &shown(one),
        }
        .text(locale),
        _ => ContextText::FindingNone.text(locale).to_owned(),
    }
}

/// Says each line's first and last number.
fn summary(series: &Series, measures: &[Measure], locale: Locale) -> String {
    let sentences: Vec<String> = measures
        .iter()
        .map(|measure| ends(series, *measure, locale))
        .collect();
    let space = match locale {
        Locale::ZhCn => "",
        Locale::En => " ",
    };
    sentences.join(space)
}

fn caveats(series: &Series, measures: &[Measure], locale: Locale) -> Vec<String> {
    let mut caveats = Vec::new();
    let breaks: Vec<String> = breaks(series).iter().map(u16::to_string).collect();
    if !breaks.is_empty() {
        let separator = match locale {
            Locale::ZhCn => "、",
            Locale::En => ", ",
        };
        let years = &breaks.join(separator);
        caveats.push(context_text::BreakNote { years }.text(locale));
    }
    let is_gap = |point: &SeriesPoint| {
        point.answer != Answer::NotInEdition && point.answer.number().is_none()
    };
    if measures
        .iter()
        .any(|measure| points(series, *measure).iter().any(is_gap))
    {
        caveats.push(ContextText::GapNote.text(locale).to_owned());
    }
    if series.catalog.is_fictional {
        caveats.push(ContextText::Fictional.text(locale).to_owned());
    }
    caveats
}

/// A row for each measure and a column for each year.
fn numbers(series: &Series, measures: &[Measure], title: &str, locale: Locale) -> Table {
    let mut columns = vec![Column::text(ContextText::ColumnItem.text(locale))];
    columns.extend(series.years().map(|year| Column::number(&year.to_string())));
    let rows = measures.iter().map(|measure| TableRow {
        key: ["years.", &measure.id()].concat(),
        name: name(*measure, locale),
        cells: points(series, *measure)
            .into_iter()
            .map(|point| match (point.report, point.answer) {
                (None, _) => TableCell::Derived(ContextText::NoReport.text(locale).to_owned()),
                (_, Answer::NotInEdition) => {
                    TableCell::Derived(ContextText::NotInForm.text(locale).to_owned())
                }
                (Some(report), _) => cell(series.catalog.value(report, *measure), *measure),
            })
            .collect(),
    });
    Table {
        caption: context_text::TableCaption { title }.text(locale),
        columns,
        rows: rows.collect(),
    }
}
