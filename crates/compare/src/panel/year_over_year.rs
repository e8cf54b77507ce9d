//! One agency: all numbers of two years, view by view.

use super::{open_panel, scrolling_table};
use crate::messages::{CompareText, compare_text};
use crate::number_format::NumberFormat;
use crate::phrases::year_label;
use crate::view_model::ViewModel;
use crate::year_change::{year_change, zero};
use gongkai_catalog::{Measure, measure_name};
use gongkai_view::components::summary_and_caveats;
use gongkai_view::figures::{Column, Table, TableCell, TableRow};
use gongkai_view::markup::{Element, Name, Tag};
use std::cmp::Ordering;

pub(super) fn finding(model: &ViewModel) -> String {
    let (locale, catalog) = (model.locale(), model.catalog());
    let Some(agency) = model.choice().agencies.first().copied() else {
        return CompareText::NoneChosen.text(locale).to_owned();
    };
    let name = model.agency_name(agency);
    let year = model.choice().year.to_string();
    let previous_year = model.choice().compared_year().to_string();
    match model.two_reports(agency) {
        [None, None] => compare_text::YearOverYearNoReport {
            agency: name,
            year: &year,
        }
        .text(locale),
        [None, Some(_)] => compare_text::YearOverYearOneReport {
            agency: name,
            missing: &year,
            year: &previous_year,
        }
        .text(locale),
        [Some(_), None] => {
            let text = if model.covers_compared_year() {
                CompareText::YearOverYearOneReport
            } else {
                CompareText::YearOverYearNotCovered
            };
            text.with(locale, &[name, &previous_year, &year])
        }
        [Some(current), Some(previous)]
            if catalog.edition(current) != catalog.edition(previous) =>
        {
            compare_text::YearOverYearOtherForm {
                agency: name,
                year: &year,
                previous: &previous_year,
            }
            .text(locale)
        }
        reports => {
            let [rose, fell, stayed] = count_changes(model, reports).map(|count| count.to_string());
            compare_text::YearOverYearFinding {
                agency: name,
                year: &year,
                previous: &previous_year,
                rose: &rose,
                fell: &fell,
                stayed: &stayed,
            }
            .text(locale)
        }
    }
}

/// Counts the numbers that rose, fell and stayed the same.
fn count_changes(model: &ViewModel, [current, previous]: [Option<usize>; 2]) -> [usize; 3] {
    let mut counts = [0_usize; 3];
    for measure in model.catalog().measures() {
        let change = year_change(model.catalog(), current, previous, measure.into());
        let Ok(change) = change else {
            continue;
        };
        let [rose, fell, stayed] = &mut counts;
        let count = match change.cmp(&zero()) {
            Ordering::Greater => rose,
            Ordering::Less => fell,
            Ordering::Equal => stayed,
        };
        *count = count.saturating_add(1);
    }
    counts
}

pub(super) fn panel(model: &ViewModel) -> Element {
    let (locale, catalog) = (model.locale(), model.catalog());
    let mut panel = open_panel(model, CompareText::AskYearOverYear);
    let Some(agency) = model.choice().agencies.first().copied() else {
        return panel;
    };
    let [current, previous] = model.two_reports(agency);
    open_buttons(model, agency, [previous, current], &mut panel);
    if current.is_none() && previous.is_none() {
        return panel;
    }
    for (view, measures) in model.measures_by_view() {
        let rows = rows(model, [current, previous], measures);
        if rows.is_empty() {
            continue;
        }
        panel.open(Tag::H4).text(view);
        let table = Table {
            caption: view.to_owned(),
            columns: columns(model, [current, previous]),
            rows,
        };
        scrolling_table(model, &table, &mut panel);
    }
    let mut caveats = Vec::new();
    let editions = [current, previous].map(|report| catalog.edition(report?));
    if matches!(editions, [Some(one), Some(other)] if one != other) {
        caveats.push(CompareText::YearOverYearFormCaveat.text(locale).to_owned());
    }
    summary_and_caveats("", &caveats, locale, &mut panel);
    panel
}

/// Both years and the change between them. A year without a report has no column: it would hold only dashes.
fn columns(model: &ViewModel, [current, previous]: [Option<usize>; 2]) -> Vec<Column> {
    let locale = model.locale();
    let mut columns = vec![Column::text(CompareText::Item.text(locale))];
    let years = [model.choice().compared_year(), model.choice().year];
    for (report, year) in [previous, current].into_iter().zip(years) {
        if report.is_some() {
            columns.push(Column::number(&year_label(locale, year)));
        }
    }
    if current.is_some() && previous.is_some() {
        columns.push(Column::number(CompareText::Change.text(locale)));
    }
    columns
}

/// Adds a button for each report, which opens it.
fn open_buttons(
    model: &ViewModel,
    agency: usize,
    reports: [Option<usize>; 2],
    panel: &mut Element,
) {
    let name = model.agency_name(agency);
    let line = panel.open(Tag::P);
    line.set(Name::Class, "selects");
    for report in reports.into_iter().flatten() {
        let year = model.catalog().year(report).unwrap_or_default().to_string();
        line.open(Tag::Button)
            .set(Name::Type, "button")
            .set(Name::Class, "way")
            .set(Name::DataChoice, "report")
            .set(Name::DataValue, report.to_string())
            .text(
                compare_text::OpenReport {
                    agency: name,
                    year: &year,
                }
                .text(model.locale()),
            );
    }
}

/// Makes a row for each measure that the form of either year has, with the cells of [`columns`]. Numbers are not
/// divided here.
fn rows(
    model: &ViewModel,
    [current, previous]: [Option<usize>; 2],
    measures: Vec<Measure>,
) -> Vec<TableRow> {
    let locale = model.locale();
    let numbers = NumberFormat::new(model.catalog(), locale, None);
    let row = |measure: Measure| {
        let own = |report: Option<usize>| report.map(|_| numbers.answer(report, measure));
        let both = current.and(previous);
        let answers = [
            own(previous),
            own(current),
            both.map(|_| numbers.change(current, previous, measure)),
        ];
        let answers = answers.into_iter().flatten();
        TableRow {
            key: measure.id(),
            name: measure_name(locale, measure),
            cells: answers
                .map(|answer| TableCell::Derived(answer.cell(locale)))
                .collect(),
        }
    };
    let measures = measures.into_iter();
    let measures = measures.filter(|one| is_in_either_form(model, [current, previous], *one));
    measures.map(row).collect()
}

fn is_in_either_form(model: &ViewModel, reports: [Option<usize>; 2], measure: Measure) -> bool {
    let reports = reports.into_iter().flatten();
    reports
        .filter_map(|report| model.catalog().edition(report))
        .any(|edition| measure.is_in(edition))
}

/// Lists the measures of the panel, in its order.
pub(super) fn measures(model: &ViewModel, agency: usize) -> Vec<Measure> {
    let reports = model.two_reports(agency);
    let views = model.measures_by_view().into_iter();
    let measures = views.flat_map(|(_, measures)| measures);
    measures
        .filter(|measure| is_in_either_form(model, reports, *measure))
        .collect()
}
