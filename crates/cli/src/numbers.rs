//! A table of numbers that figures are related to, such as population, and of groups.
//!
//! CSV in UTF-8 or GB18030. The first line names the columns: `code`, `name` and `group` as they
//! stand, any other as `id|中文名|English name|unit|source`. A row is of the places with its code; one
//! without a code, of those with its name. An empty cell is not known, and never 0.

use super::csv;
use crate::messages::CliText;
use gongkai_catalog::{Catalog, Denominator, Place};
use gongkai_i18n::Locale;
use gongkai_model::Decimal;
use std::collections::BTreeMap;
use std::path::Path;

pub struct Numbers {
    file: String,
    /// Without their values.
    denominators: Vec<Denominator>,
    rows: Vec<Row>,
    /// The row of a code, and of a name that stands without one.
    by_code: BTreeMap<String, usize>,
    by_name: BTreeMap<String, usize>,
}

struct Row {
    group: Option<String>,
    /// One for each denominator.
    values: Vec<Option<Decimal>>,
}

impl Numbers {
    /// # Errors
    /// A sentence for people, with the line and the column.
    pub fn read(file: &Path, locale: Locale) -> Result<Numbers, String> {
        let name = file.display().to_string();
        let bytes = super::convert::bytes(file, false, locale)?;
        let text = csv::text(&bytes);
        let bad = |line: usize, column: &str, value: &str| {
            let arguments = [&name, &line.to_string(), column, value];
            CliText::BadNumber.with(locale, &arguments)
        };
        let mut lines = csv::read(&text).into_iter();
        let (_, heading) = lines.next().unwrap_or_default();
        let mut numbers = Numbers {
            file: name.clone(),
            denominators: Vec::new(),
            rows: Vec::new(),
            by_code: BTreeMap::new(),
            by_name: BTreeMap::new(),
        };
        for title in &heading {
            if matches!(title.as_str(), "code" | "name" | "group") {
                continue;
            }
            let parts: Vec<&str> = title.split('|').map(str::trim).collect();
            let [id, zh, en, unit, source] = parts.as_slice() else {
                return Err(CliText::BadHeading.with(locale, &[&name, title]));
            };
            let denominator = Denominator::new(id, zh, en, unit, source);
            numbers.denominators.push(denominator);
        }
        if !heading
            .iter()
            .any(|title| title == "code" || title == "name")
        {
            return Err(CliText::BadHeading.with(locale, &[&name, "code / name"]));
        }
        for (line, cells) in lines {
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let mut row = Row {
                group: None,
                values: Vec::new(),
            };
            let (mut code, mut place) = ("", "");
            let empty = String::new();
            for (index, title) in heading.iter().enumerate() {
                let cell = cells.get(index).unwrap_or(&empty).trim();
                match title.as_str() {
                    "code" => code = cell,
                    "name" => place = cell,
                    "group" => row.group = (!cell.is_empty()).then(|| cell.to_owned()),
                    _ if cell.is_empty() => row.values.push(None),
                    title => {
                        let value = number(cell).ok_or_else(|| bad(line, title, cell))?;
                        row.values.push(Some(value));
                    }
                }
            }
            let rows = numbers.rows.len();
            let (known, key) = match code.is_empty() {
                true => (&mut numbers.by_name, place),
                false => (&mut numbers.by_code, code),
            };
            if key.is_empty() || known.insert(key.to_owned(), rows).is_some() {
                return Err(CliText::SameRow.with(locale, &[&name, &line.to_string(), key]));
            }
            numbers.rows.push(row);
        }
        Ok(numbers)
    }

    fn row(&self, place: &Place) -> Option<&Row> {
        let code = place.code.as_ref();
        let row = code.and_then(|code| self.by_code.get(code));
        self.rows
            .get(*row.or_else(|| self.by_name.get(&place.name))?)
    }

    pub fn group(&self, place: &Place) -> Option<String> {
        self.row(place)?.group.clone()
    }

    /// Gives the catalogue its denominators.
    ///
    /// # Errors
    /// A sentence for people, where a number has more digits than can be held.
    pub fn relate(&self, catalog: &mut Catalog, locale: Locale) -> Result<(), String> {
        for (index, named) in self.denominators.iter().enumerate() {
            let mut denominator = named.clone();
            for place in catalog.places() {
                let row = self.row(place);
                let value = row.and_then(|row| row.values.get(index)?.as_ref());
                denominator.push(value).map_err(|value| {
                    let arguments = [&self.file, &place.name, &named.id, value.as_str()];
                    CliText::BadNumber.with(locale, &arguments)
                })?;
            }
            // It has a number, or none, for each place.
            let _ = catalog.relate_to(denominator);
        }
        Ok(())
    }
}

/// A decimal, with or without commas between its thousands.
fn number(cell: &str) -> Option<Decimal> {
    if !cell.contains(',') {
        return Decimal::parse(cell);
    }
    let (whole, fraction) = match cell.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (cell, None),
    };
    let mut groups = whole.split(',');
    let first = groups
        .next()
        .is_some_and(|first| (1..=3).contains(&first.len()));
    if !first || !groups.all(|group| group.len() == 3) {
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
