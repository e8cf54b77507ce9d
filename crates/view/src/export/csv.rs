//! Numbers as comma-separated values, one row per cell.
//!
//! As RFC 4180 specifies, fields are separated by commas, lines end with CRLF, and fields are
//! quoted if necessary. Each row names its report, so that the files of many reports can be
//! concatenated.

use super::report_cells::{FormSection, report_cells, sources};
use crate::figures::{Figure, TableCell};
use crate::text::ExportText;
use gongkai_i18n::Locale;
use gongkai_model::{Amount, Cell, Edition, Qualifier, Report};

/// Whether the file begins with a byte order mark. Some spreadsheets read a file without one as
/// GBK; some programs read it as part of the first column's title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bom {
    With,
    Without,
}

/// Writes the table of a figure, one row per cell, in the table's order.
///
/// The columns are agency, division code, year, edition, section, row, column, value, hedge, unit,
/// as shown, cell, source title and source URL.
///
/// `value` is a number without separators: `-302`, `21207.84`. The four states of a cell are
/// distinct: a blank cell has an empty `value` and is shown as "—"; a cell that is not applicable
/// has `/`; zero is `0`; a missing cell has no row. `cell` is the path of the printed cell. It is
/// empty for a calculated number, whose `value` is an integer or a decimal, with the unit `%` if it
/// is a percentage; any other text is only in the column as shown.
///
/// Some spreadsheets would run a text that begins with `=`, `+`, `-`, `@`, a tab or a line break as
/// a formula, so it is preceded by an apostrophe. So is a text that begins with an apostrophe:
/// removing one restores every text. A `value` is never changed, so that a negative number stays a
/// number.
pub fn figure_csv(figure: &Figure, report: &Report, locale: Locale, bom: Bom) -> String {
    let all = report_cells(report, locale);
    let mut csv = Csv::new(report, locale, bom);
    for row in &figure.table.rows {
        let section = FormSection::of_path(&row.key).map(|section| section.name(locale));
        let section = section.unwrap_or_else(|| figure.view.name(locale));
        // The first column names the row.
        let columns = figure.table.columns.iter().skip(1);
        let columns = columns
            .map(|column| column.title.as_str())
            .chain(std::iter::repeat(""));
        let sources = sources(figure, row, &all);
        for ((value, column), source) in row.cells.iter().zip(columns).zip(sources) {
            csv.row(&CsvRow {
                section,
                row: &row.name,
                column,
                value,
                unit: match percentage(value) {
                    Some(_) => Some("%".to_owned()),
                    None => source.map(|source| source.unit(locale)),
                },
                path: source.map_or(if value.is_printed() { &row.key } else { "" }, |source| {
                    &source.path
                }),
            });
        }
    }
    csv.text
}

/// Writes all cells of the report in printed order: the numbers of section one, and the tables of
/// sections two, three and four. The format is that of [`figure_csv`].
pub fn report_csv(report: &Report, locale: Locale, bom: Bom) -> String {
    let mut csv = Csv::new(report, locale, bom);
    for one in report_cells(report, locale) {
        csv.row(&CsvRow {
            section: one.section.name(locale),
            row: &one.row,
            column: one.column,
            value: &one.value,
            unit: Some(one.unit(locale)),
            path: &one.path,
        });
    }
    csv.text
}

/// A field of a row.
#[derive(Clone, Copy, Debug)]
pub enum CsvField<'a> {
    /// Quoted if necessary, and protected from being run as a formula.
    Text(&'a str),
    /// A number without separators, `/` or nothing.
    Value(&'a str),
}

/// Writes rows of any columns in the same form.
#[derive(Debug)]
pub struct CsvWriter {
    text: String,
}

impl CsvWriter {
    pub fn new(bom: Bom, titles: &[&str]) -> CsvWriter {
        let mut writer = CsvWriter { text: opening(bom) };
        let titles: Vec<CsvField<'_>> = titles.iter().map(|title| CsvField::Text(title)).collect();
        writer.row(&titles);
        writer
    }

    pub fn row(&mut self, fields: &[CsvField<'_>]) {
        for (index, field) in fields.iter().enumerate() {
            if index > 0 {
                self.text.push(',');
            }
            match field {
                CsvField::Text(text) => push_text(&mut self.text, text),
                CsvField::Value(value) => self.text.push_str(value),
            }
        }
        self.text.push_str("\r\n");
    }

    pub fn finish(self) -> String {
        self.text
    }
}

fn opening(bom: Bom) -> String {
    match bom {
        Bom::With => "\u{feff}".to_owned(),
        Bom::Without => String::new(),
    }
}

/// The columns that differ from row to row.
struct CsvRow<'a> {
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
    fn new(report: &'a Report, locale: Locale, bom: Bom) -> Csv<'a> {
        let mut text = opening(bom);
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

    fn row(&mut self, line: &CsvRow<'_>) {
        let Report {
            agency,
            source,
            edition,
            ..
        } = self.report;
        let shown = line.value.shown(self.locale);
        if line.value.is_missing() || shown.is_empty() {
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

/// The edition as in the report's JSON.
fn edition_id(edition: Edition) -> &'static str {
    match edition {
        Edition::Form2019 => "2019",
        Edition::Form2021 => "2021",
    }
}

/// The `value` of a cell: a number, `/` or nothing, which never needs quotes.
fn value(cell: &TableCell) -> String {
    match cell {
        TableCell::Cell(Cell::Count(n)) | TableCell::Change(Cell::Count(n)) => n.to_string(),
        TableCell::Quantity(quantity) => quantity.count.to_string(),
        TableCell::Amount(Amount::Money(money)) => money.value.as_str().to_owned(),
        TableCell::Cell(Cell::NotApplicable)
        | TableCell::Change(Cell::NotApplicable)
        | TableCell::Amount(Amount::NotApplicable) => "/".to_owned(),
        TableCell::Derived(text) => percentage(cell)
            .or_else(|| bare_number(text))
            .unwrap_or_default(),
        _ => String::new(),
    }
}

/// The number of a calculated percentage.
fn percentage(cell: &TableCell) -> Option<String> {
    match cell {
        TableCell::Derived(text) => bare_number(text.strip_suffix('%')?),
        _ => None,
    }
}

/// Removes the separators of a number as shown: `−3,898` is `-3898`; `None` for any other text.
pub fn bare_number(text: &str) -> Option<String> {
    let (sign, digits) = match text.strip_prefix('\u{2212}') {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let has_only_digits = digits
        .bytes()
        .all(|b| b.is_ascii_digit() || b",.".contains(&b));
    let is_enclosed = |text: &str| {
        let ends = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_digit());
        ends(text.bytes().next()) && ends(text.bytes().last())
    };
    let points = digits.bytes().filter(|b| *b == b'.').count();
    if !has_only_digits || !is_enclosed(digits) || points > 1 {
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

/// Writes one field, quoted if necessary and protected from being run as a formula.
fn push_text(csv: &mut String, text: &str) {
    // Some spreadsheets treat full-width characters like ASCII ones.
    let may_be_formula = text.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '\'', '＝', '＋', '－', '＠',
    ]);
    let is_quoted = text.contains([',', '"', '\r', '\n'])
        // Some programs trim fields that are not quoted.
        || text.starts_with(' ')
        || text.ends_with(' ');
    if is_quoted {
        csv.push('"');
    }
    if may_be_formula {
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
