//! A table of numbers to relate figures to, such as population, and of groups.
//!
//! CSV in UTF-8 or GB18030. The first line names the columns: `code`, `name` and `group`, and any other
//! as `id|中文名|English name|unit|source`. A row belongs to the agencies with its code, or with its name
//! if it has no code. An empty cell is unknown, never 0.

use super::spreadsheet::{Record, decode, read};
use crate::messages::cli_text;
use gongkai_catalog::{AgencyEntry, Catalog, Denominator};
use gongkai_i18n::Locale;
use gongkai_model::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub struct Denominators {
    file: String,
    locale: Locale,
    /// What each column of numbers is, without its values.
    columns: Vec<Denominator>,
    rows: Vec<Row>,
    /// Indexes of rows by code, and by name if they have none.
    by_code: BTreeMap<String, usize>,
    by_name: BTreeMap<String, usize>,
}

struct Row {
    group: Option<String>,
    /// One value for each column.
    values: Vec<Option<Decimal>>,
}

impl Denominators {
    /// # Errors
    /// A sentence for people, with the line and the column.
    pub fn read(file: &Path, locale: Locale) -> Result<Denominators, String> {
        let text = decode(&super::convert::read_bytes(file, locale)?);
        let mut table = Denominators {
            file: file.display().to_string(),
            locale,
            columns: Vec::new(),
            rows: Vec::new(),
            by_code: BTreeMap::new(),
            by_name: BTreeMap::new(),
        };
        let mut records = read(&text).into_iter();
        let heading = records.next().map(|record| record.cells);
        let heading: Vec<String> = heading.unwrap_or_default();
        table.add_columns(&heading)?;
        for record in records {
            table.add_row(&heading, &record)?;
        }
        Ok(table)
    }

    fn add_columns(&mut self, heading: &[String]) -> Result<(), String> {
        let invalid = |title: &str| {
            cli_text::BadHeading {
                file: self.file.as_str(),
                column: title,
            }
            .text(self.locale)
        };
        for title in heading {
            if matches!(title.as_str(), "code" | "name" | "group") {
                continue;
            }
            let parts: Vec<&str> = title.split('|').map(str::trim).collect();
            let [id, zh, en, unit, source] = parts.as_slice() else {
                return Err(invalid(title));
            };
            self.columns
                .push(Denominator::new(id, zh, en, unit, source));
        }
        if heading
            .iter()
            .any(|title| title == "code" || title == "name")
        {
            Ok(())
        } else {
            Err(invalid("code / name"))
        }
    }

    fn add_row(&mut self, heading: &[String], record: &Record) -> Result<(), String> {
        if record.cells.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(());
        }
        let line = record.line.to_string();
        let extra = record.cells.get(heading.len()..).unwrap_or_default();
        if extra.iter().any(|cell| !cell.trim().is_empty()) {
            let columns = &heading.len().to_string();
            let (file, line) = (&self.file, &line);
            return Err(cli_text::TooManyCells {
                file,
                line,
                columns,
            }
            .text(self.locale));
        }
        let mut row = Row {
            group: None,
            values: Vec::new(),
        };
        let (mut code, mut name) = ("", "");
        for (index, title) in heading.iter().enumerate() {
            let cell = record.cells.get(index).map_or("", |cell| cell.trim());
            match title.as_str() {
                "code" => code = cell,
                "name" => name = cell,
                "group" => row.group = (!cell.is_empty()).then(|| cell.to_owned()),
                _ if cell.is_empty() => row.values.push(None),
                title => {
                    let value = number(cell).ok_or_else(|| {
                        cli_text::BadNumber {
                            file: &self.file,
                            line: &line,
                            column: title,
                            value: cell,
                        }
                        .text(self.locale)
                    })?;
                    row.values.push(Some(value));
                }
            }
        }
        let (known, key) = if code.is_empty() {
            (&mut self.by_name, name)
        } else {
            (&mut self.by_code, code)
        };
        if key.is_empty() || known.insert(key.to_owned(), self.rows.len()).is_some() {
            return Err(cli_text::SameRow {
                file: &self.file,
                line: &line,
                key,
            }
            .text(self.locale));
        }
        self.rows.push(row);
        Ok(())
    }

    fn row(&self, agency: &AgencyEntry) -> Option<&Row> {
        let by_code = agency.code.as_ref().and_then(|code| self.by_code.get(code));
        self.rows
            .get(*by_code.or_else(|| self.by_name.get(&agency.name))?)
    }

    pub fn group(&self, agency: &AgencyEntry) -> Option<String> {
        self.row(agency)?.group.clone()
    }

    /// The places of the table that no report of the catalogue is of: their codes or names.
    pub fn unused(&self, catalog: &Catalog) -> Vec<&str> {
        let agencies: Vec<&AgencyEntry> = catalog.agencies().iter().collect();
        let codes = agencies.iter().filter_map(|agency| agency.code.as_deref());
        let codes: BTreeSet<&str> = codes.collect();
        let names: BTreeSet<&str> = agencies.iter().map(|agency| agency.name.as_str()).collect();
        let by_code = self.by_code.keys().map(String::as_str);
        let by_name = self.by_name.keys().map(String::as_str);
        let by_code = by_code.filter(|code| !codes.contains(code));
        by_code
            .chain(by_name.filter(|name| !names.contains(name)))
            .collect()
    }

    /// Adds the denominators to a catalogue.
    ///
    /// # Errors
    /// A sentence for people if a number has more digits than the catalogue can hold.
    pub fn add_to(&self, catalog: &mut Catalog) -> Result<(), String> {
        for (index, column) in self.columns.iter().enumerate() {
            let mut denominator = column.clone();
            for agency in catalog.agencies() {
                let row = self.row(agency);
                let value = row.and_then(|row| row.values.get(index)?.as_ref());
                denominator.push(value).map_err(|value| {
                    cli_text::DenominatorDigits {
                        file: &self.file,
                        agency: &agency.name,
                        column: &column.id,
                        value: value.as_str(),
                    }
                    .text(self.locale)
                })?;
            }
            // It is refused only without a value or a gap for each agency.
            let _ = catalog.add_denominator(denominator);
        }
        Ok(())
    }
}

/// Parses a decimal, with or without commas between its thousands.
fn number(cell: &str) -> Option<Decimal> {
    if !cell.contains(',') {
        return Decimal::parse(cell);
    }
    let (whole, fraction) = match cell.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (cell, None),
    };
    let mut groups = whole.split(',');
    let starts_well = groups
        .next()
        .is_some_and(|first| (1..=3).contains(&first.len()));
    if !starts_well || !groups.all(|group| group.len() == 3) {
        return None;
    }
    let whole = whole.replace(',', "");
    match fraction {
        Some(fraction) => Decimal::parse(&format!("{whole}.{fraction}")),
        None => Decimal::parse(&whole),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_stands_between_thousands_only() {
        assert_eq!(number("1,234.5"), Decimal::parse("1234.5"));
        assert_eq!(number("12.5"), Decimal::parse("12.5"));
        for wrong in ["1,5", "12,34", ",123", "-1", "1万", "1234,567"] {
            assert_eq!(number(wrong), None, "{wrong}");
        }
    }
}
