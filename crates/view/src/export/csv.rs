//! Numbers as comma-separated values, one row a cell, for spreadsheets and programs alike.
//!
//! RFC 4180: fields apart by commas, lines ended by CRLF, quotes where a field needs them. Every
//! row says whose number it is, so that the files of many reports can be put one below the other.

use super::printed::{is_missing, is_printed, printed, sources};
use crate::figures::{Figure, TableCell};
use crate::text::ExportText;
use gongkai_i18n::{Label, Locale};
use gongkai_model::{Amount, Cell, Edition, Qualifier, Report};

/// Whether the file begins with U+FEFF: some spreadsheets take a file without it for GBK, and some
/// programs take it for a part of the first column's title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bom {
    With,
    Without,
}

/// The figure's table, a row for each of its cells, in the table's order.
///
/// The columns are agency, division code, year, edition, section, row, column, value, hedge, unit,
/// as shown, cell, source title and source URL.
///
/// `value` is the bare number, without separators: `-302`, `21207.84`. The four states of a cell
/// stay apart: a cell that is printed blank has an empty `value` and "—" as shown; one that is
/// printed as not applicable has `/`; zero is `0`; a cell that the file lacks has no row. `cell` is
/// the path of the printed cell. Without one a number was calculated here: a whole number or a
/// decimal stands in `value`; what is more than a number (`34.2%`, a note) only as shown.
///
/// A text that begins with `=`, `+`, `-`, `@`, a tab or a line break would be a formula to some
/// spreadsheets; it is written with an apostrophe before it. So is one that begins with an
/// apostrophe: taking one away gives every text back. A `value` never has one, so that a negative
/// number stays a number.
pub fn figure_csv(figure: &Figure, report: &Report, locale: Locale, mark: Bom) -> String {
    let all = printed(report, locale);
    let mut csv = Csv::new(report, locale, mark);
    for row in &figure.table.rows {
        let section = section_of(&row.key, locale).unwrap_or_else(|| figure.view.name(locale));
        // The first column names the row.
        let columns = figure.table.columns.iter().skip(1);
        let columns = columns
            .map(|column| column.title.as_str())
            .chain(std::iter::repeat(""));
        let sources = sources(figure, row, &all);
        for ((value, column), source) in row.cells.iter().zip(columns).zip(sources) {
            csv.row(&Line {
                section,
                row: &row.name,
                column,
                value,
                unit: source.map(|source| source.unit(locale)),
                path: source.map_or(if is_printed(value) { &row.key } else { "" }, |source| {
                    &source.path
                }),
            });
        }
    }
    csv.text
}

/// Every printed cell of the report, in printed order: the numbers of section one, and the tables
/// of sections two, three and four. As [`figure_csv`] otherwise.
pub fn report_csv(report: &Report, locale: Locale, mark: Bom) -> String {
    let mut csv = Csv::new(report, locale, mark);
    for one in printed(report, locale) {
        csv.row(&Line {
            section: one.section,
            row: &one.row,
            column: one.column,
            value: &one.value,
            unit: Some(one.unit(locale)),
            path: &one.path,
        });
    }
    csv.text
}

fn section_of(key: &str, locale: Locale) -> Option<&'static str> {
    let end = key.find(['.', '[']).unwrap_or(key.len());
    let label = match key.get(..end)? {
        "disclosure" => Label::SectionOverall,
        "proactive" | "procurement" => Label::SectionProactive,
        "applications" => Label::SectionApplications,
        "reviews" => Label::SectionReviews,
        _ => return None,
    };
    Some(label.text(locale))
}

/// What differs from row to row.
struct Line<'a> {
    section: &'a str,
    row: &'a str,
    column: &'a str,
    value: &'a TableCell,
    unit: Option<String>,
    path: &'a str,
}

struct Csv<'a> {
    report: &'a Report,
    locale: Locale,
    year: String,
    text: String,
}

impl<'a> Csv<'a> {
    fn new(report: &'a Report, locale: Locale, mark: Bom) -> Csv<'a> {
        let mut text = match mark {
            Bom::With => "\u{feff}".to_owned(),
            Bom::Without => String::new(),
        };
        let titles = [
            ExportText::ColumnAgency,
            ExportText::ColumnDivision,
            ExportText::ColumnYear,
            ExportText::ColumnEdition,
            ExportText::ColumnSection,
            ExportText::ColumnRow,
            ExportText::ColumnColumn,
            ExportText::ColumnValue,
            ExportText::ColumnHedge,
            ExportText::ColumnUnit,
            ExportText::ColumnShown,
            ExportText::ColumnCell,
            ExportText::ColumnSourceTitle,
            ExportText::ColumnSourceUrl,
        ];
        for (index, title) in titles.into_iter().enumerate() {
            if index > 0 {
                text.push(',');
            }
            push_text(&mut text, title.text(locale));
        }
        text.push_str("\r\n");
        Csv {
            report,
            locale,
            year: report.year.to_string(),
            text,
        }
    }

    fn row(&mut self, line: &Line<'_>) {
        let Report {
            agency,
            source,
            edition,
            ..
        } = self.report;
        let shown = line.value.shown(self.locale);
        if is_missing(line.value) || shown.is_empty() {
            return;
        }
        let source = source.as_ref();
        let title = source.and_then(|source| source.title.as_deref());
        let url = source.and_then(|source| source.url.as_deref());
        let text = |text: &mut String, field: &str| {
            push_text(text, field);
            text.push(',');
        };
        text(&mut self.text, &agency.name);
        text(
            &mut self.text,
            agency.division_code.as_deref().unwrap_or(""),
        );
        text(&mut self.text, &self.year);
        text(&mut self.text, edition_id(*edition));
        text(&mut self.text, line.section);
        text(&mut self.text, line.row);
        text(&mut self.text, line.column);
        self.text.push_str(&value(line.value));
        self.text.push(',');
        text(&mut self.text, hedge(line.value, self.locale));
        text(&mut self.text, line.unit.as_deref().unwrap_or(""));
        text(&mut self.text, &shown);
        text(&mut self.text, line.path);
        text(&mut self.text, title.unwrap_or(""));
        push_text(&mut self.text, url.unwrap_or(""));
        self.text.push_str("\r\n");
    }
}

/// As the report's JSON writes it.
fn edition_id(edition: Edition) -> &'static str {
    match edition {
        Edition::Form2019 => "2019",
        Edition::Form2021 => "2021",
    }
}

/// The bare number, `/`, or nothing: never a text that needs quotes.
fn value(cell: &TableCell) -> String {
    match cell {
        TableCell::Cell(Cell::Count(n)) | TableCell::Change(Cell::Count(n)) => n.to_string(),
        TableCell::Quantity(quantity) => quantity.count.to_string(),
        TableCell::Amount(Amount::Money(money)) => money.value.as_str().to_owned(),
        TableCell::Cell(Cell::NotApplicable)
        | TableCell::Change(Cell::NotApplicable)
        | TableCell::Amount(Amount::NotApplicable) => "/".to_owned(),
        TableCell::Derived(text) => bare(text).unwrap_or_default(),
        _ => String::new(),
    }
}

/// A number as the screen writes it, bare: `−3,898` is `-3898`; `None` of any other text.
fn bare(text: &str) -> Option<String> {
    let (sign, digits) = match text.strip_prefix('\u{2212}') {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let is_written = digits
        .bytes()
        .all(|b| b.is_ascii_digit() || b",.".contains(&b));
    let is_closed = |text: &str| {
        let ends = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_digit());
        ends(text.bytes().next()) && ends(text.bytes().last())
    };
    let points = digits.bytes().filter(|b| *b == b'.').count();
    if !is_written || !is_closed(digits) || points > 1 {
        return None;
    }
    Some(format!("{sign}{}", digits.replace(',', "")))
}

fn hedge(cell: &TableCell, locale: Locale) -> &'static str {
    let TableCell::Quantity(quantity) = cell else {
        return "";
    };
    let word = match quantity.qualifier {
        None => return "",
        Some(Qualifier::Over) => ExportText::HedgeOver,
        Some(Qualifier::About) => ExportText::HedgeAbout,
        Some(Qualifier::Nearly) => ExportText::HedgeNearly,
    };
    word.text(locale)
}

/// One field, safe from formulas, in quotes where it needs them.
fn push_text(csv: &mut String, text: &str) {
    // Some spreadsheets read the full-width forms as they read the plain ones.
    let acts = text.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '\'', '＝', '＋', '－', '＠',
    ]);
    let is_quoted = text.contains([',', '"', '\r', '\n'])
        // Lost at the ends of a field by readers that trim.
        || text.starts_with(' ')
        || text.ends_with(' ');
    if is_quoted {
        csv.push('"');
    }
    if acts {
        csv.push('\'');
    }
    for c in text.chars() {
        if c == '"' {
            csv.push('"');
        }
        csv.push(c);
    }
    if is_quoted {
        csv.push('"');
    }
}
