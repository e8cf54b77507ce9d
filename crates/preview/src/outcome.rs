//! The message about a file that was read, and the report in it.

use crate::messages::{OpenText, open_text};
use gongkai_i18n::{Locale, read_error};
use gongkai_import::{Document, ImportError, Imported, Note, NoteKind};
use gongkai_import::{import_error, import_note};
use gongkai_model::{Edition, Report};
use gongkai_view::export::file_name;
use gongkai_view::markup::{Element, Name, Tag};

/// The most notes that are listed. The command line lists all.
const MAX_LISTED: usize = 60;

/// The outcome of reading a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The message for the reader.
    pub message: Element,
    /// The report, if the file is one.
    pub file: Option<ReportFile>,
}

/// A report as a file to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportFile {
    /// The report in the format `gongkai-report/1`.
    pub json: String,
    /// The suggested name of the file.
    pub name: String,
}

impl ReportFile {
    fn of(report: &Report, json: String) -> Self {
        ReportFile {
            json,
            name: file_name(report, None, "json"),
        }
    }
}

/// Reads text, which is JSON if it begins with a brace. `name` is empty if it was pasted.
pub fn preview_text(name: &str, text: &str, locale: Locale) -> Outcome {
    let shown_name = if name.is_empty() {
        OpenText::Pasted.text(locale)
    } else {
        name
    };
    let start = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    if start.is_empty() && name.is_empty() {
        return sentence_only(OpenText::Nothing.text(locale).to_owned());
    }
    // Rich Text begins with a brace too.
    if start.starts_with('{') && !start.starts_with("{\\rtf") {
        return match Report::read(text) {
            Ok(report) => of_json(shown_name, &report, text, locale),
            Err(error) => sentence_only(read_error(locale, shown_name, &error)),
        };
    }
    preview_document(shown_name, gongkai_import::open_text(name, text), locale)
}

/// Reads a document that a reader of a file format made.
pub fn preview_document(
    name: &str,
    document: Result<Document, ImportError>,
    locale: Locale,
) -> Outcome {
    match document.and_then(|document| gongkai_import::read(&document)) {
        Ok(imported) => of_imported(&imported, locale),
        Err(error) => preview_error(name, &error, locale),
    }
}

/// The outcome for a file that could not be read as a report.
pub fn preview_error(name: &str, error: &ImportError, locale: Locale) -> Outcome {
    sentence_only(import_error(locale, name, error))
}

fn sentence_only(sentence: String) -> Outcome {
    let mut message = Element::new(Tag::Div);
    message.open(Tag::P).text(sentence);
    Outcome {
        message,
        file: None,
    }
}

fn of_json(name: &str, report: &Report, text: &str, locale: Locale) -> Outcome {
    let year = report.year.to_string();
    let mut message = Element::new(Tag::Div);
    let sentence = open_text::Json {
        file: name,
        agency: &report.agency.name,
        year: &year,
    };
    message.open(Tag::P).text(sentence.text(locale));
    message.open(Tag::P).text(OpenText::Checks.text(locale));
    Outcome {
        message,
        file: Some(ReportFile::of(report, text.to_owned())),
    }
}

fn of_imported(imported: &Imported, locale: Locale) -> Outcome {
    let report = &imported.report;
    let year = report.year.to_string();
    let is_gap = |note: &&Note| matches!(note.kind, NoteKind::Gap(_));
    let gaps: Vec<&Note> = imported.notes.iter().filter(is_gap).collect();
    let remarks: Vec<&Note> = imported.notes.iter().filter(|note| !is_gap(note)).collect();

    let mut message = Element::new(Tag::Div);
    let agency = report.agency.name.as_str();
    let year = year.as_str();
    let sentence = if gaps.is_empty() {
        open_text::Whole { agency, year }.text(locale)
    } else {
        let count = &gaps.len().to_string();
        let text = open_text::Gaps {
            agency,
            year,
            count,
        };
        text.text(locale)
    };
    message.open(Tag::P).text(sentence);
    list(&gaps, report.edition, locale, &mut message);
    if !remarks.is_empty() {
        let count = &remarks.len().to_string();
        message
            .open(Tag::P)
            .text(open_text::Remarks { count }.text(locale));
        list(&remarks, report.edition, locale, &mut message);
    }
    message.open(Tag::P).text(OpenText::Checks.text(locale));
    let actions = message.open(Tag::P);
    actions.set(Name::Class, "open-ways");
    actions
        .open(Tag::Button)
        .set(Name::Type, "button")
        .set(Name::DataOpen, "save")
        .text(OpenText::Save.text(locale));
    Outcome {
        message,
        file: Some(ReportFile::of(report, report.write())),
    }
}

fn list(notes: &[&Note], edition: Edition, locale: Locale, into: &mut Element) {
    if notes.is_empty() {
        return;
    }
    let items = into.open(Tag::Ul);
    items.set(Name::Class, "open-notes");
    for note in notes.iter().take(MAX_LISTED) {
        items.open(Tag::Li).text(import_note(locale, edition, note));
    }
    let rest = notes.len().saturating_sub(MAX_LISTED);
    if rest > 0 {
        let count = &rest.to_string();
        items
            .open(Tag::Li)
            .text(open_text::More { count }.text(locale));
    }
}
