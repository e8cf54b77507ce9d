//! Reads comma-separated values, as spreadsheets save a table.
//!
//! The fields of a row become a line with tabs, which is how a table that is copied out of a spreadsheet
//! looks: merged cells leave empty fields behind.

use crate::{Block, Document, ImportError, Line, Location, Resource};
use csv::ReaderBuilder;

/// Far more rows than a report has.
const MOST: usize = 200_000;

/// Reads the rows. Locations are lines of the file.
///
/// # Errors
/// [`ImportError::TooMany`] rows, and [`ImportError::Damaged`] if a row cannot be read.
pub fn document(text: &str) -> Result<Document, ImportError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut blocks = Vec::new();
    for record in reader.records() {
        let part = "csv".to_owned();
        let record = record.map_err(|_| ImportError::Damaged { part })?;
        let line = record.position().map_or(1, csv::Position::line);
        let location = Location::Line(usize::try_from(line).unwrap_or(usize::MAX));
        let mut filled = record.iter().filter(|field| !field.trim().is_empty());
        let texts = match (filled.next(), filled.next()) {
            // A paragraph or a title, which may have several lines.
            (Some(only), None) if record.get(0) == Some(only) => {
                only.lines().map(str::to_owned).collect()
            }
            (Some(_), _) => vec![row(&record)],
            (None, _) => vec![String::new()],
        };
        for text in texts {
            if blocks.len() >= MOST {
                return Err(ImportError::TooMany {
                    what: Resource::Blocks,
                    limit: MOST,
                });
            }
            blocks.push(Block::Line(Line { location, text }));
        }
    }
    Ok(Document {
        blocks,
        ..Document::default()
    })
}

/// The fields of a row, with tabs between them. The lines of a field are never joined to one number.
fn row(record: &csv::StringRecord) -> String {
    let fields = record
        .iter()
        .map(|field| field.replace(['\r', '\n', '\t'], " "));
    fields.collect::<Vec<_>>().join("\t")
}
