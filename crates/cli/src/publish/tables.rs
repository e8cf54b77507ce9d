//! All reports of a folder as one table with a row for each.

use gongkai_cli::table_rows::parquet::{ParquetError, ParquetWriter};
use gongkai_cli::table_rows::{Grain, Value, columns, decimal_text, for_each_row};
use gongkai_publish::Published;
use gongkai_view::export::{Bom, CsvField, CsvWriter};
use std::convert::Infallible;

/// The names of the tables in the published folder.
pub const CSV: &str = "data.csv";
pub const PARQUET: &str = "data.parquet";

/// Writes the table as CSV, with the byte order mark that Excel needs. Lists are separated by spaces.
pub fn csv(reports: &[Published]) -> String {
    let columns = columns(Grain::Report);
    let titles: Vec<&str> = columns.iter().map(|column| column.name.as_ref()).collect();
    let mut table = CsvWriter::new(Bom::With, &titles);
    for one in reports {
        let file = one.json();
        let Ok(()) =
            for_each_row::<Infallible>(Grain::Report, &one.report, Some(&file), &mut |row| {
                let texts: Vec<(bool, String)> = row.iter().map(text).collect();
                let fields: Vec<CsvField<'_>> = texts
                    .iter()
                    .map(|(is_number, text)| {
                        if *is_number {
                            CsvField::Value(text)
                        } else {
                            CsvField::Text(text)
                        }
                    })
                    .collect();
                table.row(&fields);
                Ok(())
            });
    }
    table.finish()
}

/// A field as text, and whether it is a number.
fn text(value: &Value<'_>) -> (bool, String) {
    match value {
        Value::Null => (true, String::new()),
        Value::Text(text) => (false, text.clone().into_owned()),
        Value::Integer(number) => (true, number.to_string()),
        Value::Decimal(scaled) => (true, decimal_text(*scaled)),
        Value::Texts(texts) => (false, texts.join(" ")),
        Value::Integers(numbers) => {
            let numbers: Vec<String> = numbers.iter().map(i64::to_string).collect();
            (false, numbers.join(" "))
        }
    }
}

/// Writes the table as Parquet.
pub fn parquet(reports: &[Published]) -> Result<Vec<u8>, ParquetError> {
    let mut bytes = Vec::new();
    let mut table = ParquetWriter::new(&columns(Grain::Report), &mut bytes)?;
    for one in reports {
        let file = one.json();
        for_each_row(
            Grain::Report,
            &one.report,
            Some(&file),
            &mut |row: &[Value<'_>]| table.push(row),
        )?;
    }
    table.finish()?;
    Ok(bytes)
}
