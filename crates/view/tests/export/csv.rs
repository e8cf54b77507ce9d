//! The CSV of a figure, and the format of CSV files.

use super::longde;
use super::rfc4180::records;
use crate::support::{choices, drawn, figure};
use gongkai_i18n::Locale;
use gongkai_model::{Amount, Cell, Report};
use gongkai_testing::arbitrary;
use gongkai_view::export::{Bom, figure_csv, report_csv};
use gongkai_view::figures::{Choices, Figure, TableCell, View};
use proptest::prelude::*;

/// One row, without the protection against formulas.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub agency: String,
    pub division: String,
    pub year: String,
    pub edition: String,
    pub section: String,
    pub row: String,
    pub column: String,
    pub value: String,
    pub hedge: String,
    pub unit: String,
    pub shown: String,
    pub cell: String,
    pub source_title: String,
    pub source_url: String,
}

const VALUE: usize = 7;

/// The rows below the titles; asserts that only numbers could be read as formulas.
#[track_caller]
pub fn lines(csv: &str) -> Vec<Line> {
    let mut records = records(csv).into_iter();
    assert_eq!(records.next().map(|titles| titles.len()), Some(14));
    let line = |record: Vec<String>| {
        for (index, field) in record.iter().enumerate() {
            let acts = field.starts_with(['=', '+', '-', '@', '\t', '\r']);
            assert!(!acts || index == VALUE, "{field:?} is a formula");
        }
        let plain = |field: String| match field.strip_prefix('\'') {
            Some(text) => text.to_owned(),
            None => field,
        };
        assert!(is_number(&record[VALUE]), "{:?}", record[VALUE]);
        let [
            agency,
            division,
            year,
            edition,
            section,
            row,
            column,
            value,
            hedge,
            unit,
            shown,
            cell,
            source_title,
            source_url,
        ] = <[String; 14]>::try_from(record)
            .expect("as many fields as titles")
            .map(plain);
        Line {
            agency,
            division,
            year,
            edition,
            section,
            row,
            column,
            value,
            hedge,
            unit,
            shown,
            cell,
            source_title,
            source_url,
        }
    };
    records.map(line).collect()
}

/// Whether a value is a number, "/" or empty.
fn is_number(value: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let (whole, fraction) = match value.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (value, None),
    };
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    ["", "/"].contains(&value) || digits(whole) && fraction.is_none_or(digits)
}

/// The cells of a figure's table that are neither missing nor empty, with row and column.
fn shown(figure: &Figure, locale: Locale) -> Vec<(String, String, String)> {
    let is_there = |cell: &TableCell| match cell {
        TableCell::Cell(cell) | TableCell::Change(cell) => *cell != Cell::Missing,
        TableCell::Amount(amount) => *amount != Amount::Missing,
        TableCell::Quantity(_) | TableCell::Derived(_) => true,
        TableCell::None => false,
    };
    let mut all = Vec::new();
    for row in &figure.table.rows {
        for (index, cell) in row.cells.iter().enumerate() {
            let text = cell.shown(locale);
            if is_there(cell) && !text.is_empty() {
                let column = figure.table.columns.get(index + 1);
                let column = column.map(|column| column.title.clone());
                all.push((row.name.clone(), column.unwrap_or_default(), text));
            }
        }
    }
    all
}

/// Every figure of a report under every choice, in both languages.
fn figures(report: &Report) -> Vec<(Figure, Locale)> {
    let mut figures = Vec::new();
    for view in drawn() {
        for choices in choices(*view) {
            for locale in Locale::ALL {
                figures.push((figure(report, *view, &choices, locale), locale));
            }
        }
    }
    figures
}

fn plain(report: &Report, view: View, locale: Locale) -> Vec<Line> {
    let figure = figure(report, view, &Choices::default(), locale);
    lines(&figure_csv(&figure, report, locale, Bom::Without))
}

#[track_caller]
fn holds_the_table(report: &Report) {
    // Every number with a path is the same in the file of the whole report.
    let whole = lines(&report_csv(report, Locale::ZhCn, Bom::Without));
    for (figure, locale) in figures(report) {
        let lines = lines(&figure_csv(&figure, report, locale, Bom::Without));
        let told = lines
            .iter()
            .map(|line| (line.row.clone(), line.column.clone(), line.shown.clone()));
        assert_eq!(told.collect::<Vec<_>>(), shown(&figure, locale));
        for line in lines.iter().filter(|line| !line.cell.is_empty()) {
            let same = whole.iter().find(|other| other.cell == line.cell);
            let same = same.unwrap_or_else(|| panic!("{line:?} of {:?}", figure.view));
            assert_eq!(line.value, same.value, "{}", line.cell);
        }
    }
}

#[test]
fn every_number_in_a_figures_table_is_in_its_file_once_and_in_order() {
    holds_the_table(&longde());
    for report in gongkai_testing::samples("fictional", "") {
        holds_the_table(&report);
    }
}

#[test]
fn a_figures_row_leads_to_the_printed_cells() {
    let lines = plain(&longde(), View::Services, Locale::ZhCn);
    let licences: Vec<(&str, &str, &str)> = lines
        .iter()
        .filter(|line| line.row == "行政许可")
        .map(|line| (&*line.cell, &*line.value, &*line.shown))
        .collect();
    assert_eq!(
        licences,
        [
            ("proactive.licences.decisions", "5862", "5,862"),
            ("proactive.licences.items_last_year", "387", "387"),
            ("proactive.licences.change", "-302", "−302"),
            ("", "85", "85"),
            ("", "-78.0", "−78.0%"),
        ]
    );
}

#[test]
fn a_share_has_its_number_and_the_unit_per_cent() {
    let mut choices = Choices::default();
    assert!(choices.choose("measure", "share"));
    let figure = figure(&longde(), View::Disclosure, &choices, Locale::ZhCn);
    let lines = lines(&figure_csv(&figure, &longde(), Locale::ZhCn, Bom::Without));
    let shares: Vec<_> = lines
        .iter()
        .filter(|line| line.column == "占所列各类之和")
        .collect();
    assert_eq!(shares.len(), 14);
    for line in &shares {
        assert_eq!(line.value, line.shown.trim_end_matches('%'), "{line:?}");
        assert_eq!(line.unit, "%");
    }
}

#[test]
fn the_headlines_lead_to_the_cells_that_they_show() {
    let lines = plain(&longde(), View::Overview, Locale::En);
    let cells: Vec<&str> = lines.iter().map(|line| &*line.cell).collect();
    for cell in [
        "disclosure.total",
        "proactive.procurement.amount",
        "applications.received[6]",
    ] {
        assert!(cells.contains(&cell), "{cell}: {cells:?}");
    }
}

#[test]
fn two_cells_of_one_row_that_differ_have_paths_of_their_own() {
    let report = gongkai_testing::sample("fictional/county-2019.json");
    for view in drawn() {
        let lines = plain(&report, *view, Locale::ZhCn);
        for (index, line) in lines.iter().enumerate() {
            let twice = lines.iter().skip(index + 1).any(|other| {
                !line.cell.is_empty() && other.cell == line.cell && other.value != line.value
            });
            assert!(!twice, "{}", line.cell);
        }
    }
}

#[test]
fn a_text_that_begins_like_a_formula_is_none_and_a_negative_number_stays_one() {
    for text in [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "=HYPERLINK(\"http://a\",\"b\")",
        "'=1",
    ] {
        let mut report = longde();
        report.agency.name = text.to_owned();
        let disclosure = report.disclosure.as_mut().expect("section one");
        disclosure.categories[0].name = text.to_owned();
        disclosure.categories[0].unit = Some(text.to_owned());
        let csv = report_csv(&report, Locale::ZhCn, Bom::Without);
        let lines = lines(&csv);
        assert!(lines.iter().all(|line| line.agency == text), "{text:?}");
        let change = lines
            .iter()
            .find(|line| line.cell == "proactive.licences.change");
        assert_eq!(change.map(|line| &*line.value), Some("-302"));
        let guarded = records(&csv);
        assert_eq!(guarded[1][0], format!("'{text}"));
    }
}

#[test]
fn a_gain_is_no_formula() {
    let lines = plain(&longde(), View::Services, Locale::ZhCn);
    let gain = lines
        .iter()
        .find(|line| line.cell == "proactive.fees.change");
    assert_eq!(
        gain.map(|line| (&*line.value, &*line.shown)),
        Some(("1", "+1"))
    );
}

#[test]
fn a_figure_without_numbers_is_a_file_of_titles() {
    let mut report = longde();
    report.proactive = None;
    assert_eq!(plain(&report, View::Procurement, Locale::ZhCn), []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn of_any_report_every_figures_table_is_in_its_file(report in arbitrary::any_report()) {
        holds_the_table(&report);
    }
}
