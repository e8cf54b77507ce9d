//! What a worker read, on its way to the page: text, since a worker shares no memory with the page.

use crate::draft::{Draft, OpenError};
use gongkai_import::{
    Document, Evidence, ImportError, Imported, Note, Overrides, PagesRead, Reading, open_with,
    read_with,
};
use gongkai_model::Report;
use serde::{Deserialize, Serialize};

/// What became of a file in a worker. A report is its JSON.
#[derive(Serialize, Deserialize)]
enum Answer {
    /// The text of a file of ours, which the page reads by itself.
    Json(String),
    Imported(Box<Parts>),
    Failed(ImportError),
}

#[derive(Serialize, Deserialize)]
struct Parts {
    document: Document,
    report: String,
    readings: Vec<Reading>,
    notes: Vec<Note>,
    evidence: Vec<Evidence>,
}

/// Reads a file in a worker, and tells after each page of a PDF how many have been read.
pub fn read_file(
    name: &str,
    bytes: &[u8],
    overrides: &Overrides,
    on_page: &mut dyn FnMut(PagesRead),
) -> String {
    let answer = match own_json(bytes) {
        Some(text) => Answer::Json(text.to_owned()),
        None => match import(name, bytes, overrides, on_page) {
            Ok((document, imported)) => Answer::Imported(Box::new(Parts {
                document,
                report: imported.report.write(),
                readings: imported.readings,
                notes: imported.notes,
                evidence: imported.evidence,
            })),
            Err(error) => Answer::Failed(error),
        },
    };
    // No map in it has other keys than texts, so it cannot fail.
    serde_json::to_string(&answer).unwrap_or_default()
}

/// Makes a draft of what a worker read.
///
/// # Errors
/// Why the file could not be opened, as [`Draft::open`] says it.
pub fn receive(answer: &str) -> Result<Draft, OpenError> {
    match serde_json::from_str(answer) {
        Ok(Answer::Json(text)) => Report::read(&text).map(Draft::of).map_err(OpenError::Json),
        Ok(Answer::Imported(parts)) => {
            let Parts {
                document,
                report,
                readings,
                notes,
                evidence,
            } = *parts;
            let report = Report::read(&report).map_err(OpenError::Json)?;
            let imported = Imported {
                report,
                readings,
                notes,
                evidence,
                explanations: Vec::new(),
            };
            Ok(Draft::of_imported(document, imported))
        }
        Ok(Answer::Failed(error)) => Err(OpenError::Import(error)),
        Err(_) => Err(OpenError::Stopped),
    }
}

/// The text of a file that is JSON of this format, or wants to be. Rich Text begins with a brace too.
pub(crate) fn own_json(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let start = text.trim_start();
    (start.starts_with('{') && !start.starts_with("{\\rtf")).then_some(text)
}

pub(crate) fn import(
    name: &str,
    bytes: &[u8],
    overrides: &Overrides,
    on_page: &mut dyn FnMut(PagesRead),
) -> Result<(Document, Imported), ImportError> {
    let document = open_with(name, bytes, on_page)?;
    let imported = read_with(&document, overrides)?;
    Ok((document, imported))
}
