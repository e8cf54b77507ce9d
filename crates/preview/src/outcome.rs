//! What is said of a file that was opened, and the report in it.

use crate::messages::OpenText;
use gongkai_i18n::{Locale, read_error};
use gongkai_import::{Document, ImportError, Imported, Note, NoteKind};
use gongkai_import::{import_error, import_note};
use gongkai_model::{Edition, Report};
use gongkai_view::markup::{Element, Name, Tag};

/// Of a long list the first; a reader who needs all has the command line.
const LISTED: usize = 60;

/// What was read, in words, and the report where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub said: Element,
    /// The report's JSON and a name for its file.
    pub file: Option<(String, String)>,
}

/// Of pasted text, or a file's: JSON is told by its first character. `name` is empty where it was
/// pasted.
pub fn of_text(name: &str, text: &str, locale: Locale) -> Outcome {
    let shown = match name {
        "" => OpenText::Pasted.text(locale),
        name => name,
    };
    let start = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    if start.is_empty() && name.is_empty() {
        return only(OpenText::Nothing.text(locale).to_owned());
    }
    if start.starts_with('{') {
        return match Report::read(text) {
            Ok(report) => of_json(shown, &report, text, locale),
            Err(error) => only(read_error(locale, shown, &error)),
        };
    }
    of_document(shown, gongkai_import::open_text(name, text), locale)
}

/// Of what a reader of files made.
pub fn of_document(name: &str, document: Result<Document, ImportError>, locale: Locale) -> Outcome {
    match document.and_then(|document| gongkai_import::read(&document)) {
        Ok(imported) => of_imported(&imported, locale),
        Err(error) => of_error(name, &error, locale),
    }
}

/// Of a file that is no report.
pub fn of_error(name: &str, error: &ImportError, locale: Locale) -> Outcome {
    only(import_error(locale, name, error))
}

fn only(sentence: String) -> Outcome {
    let mut said = Element::new(Tag::Div);
    said.open(Tag::P).text(sentence);
    Outcome { said, file: None }
}

fn of_json(name: &str, report: &Report, text: &str, locale: Locale) -> Outcome {
    let year = report.year.to_string();
    let mut said = Element::new(Tag::Div);
    let arguments = [name, &report.agency.name, &year];
    said.open(Tag::P)
        .text(OpenText::Json.with(locale, &arguments));
    said.open(Tag::P).text(OpenText::Checks.text(locale));
    Outcome {
        said,
        file: Some((text.to_owned(), file_name(report))),
    }
}

fn of_imported(imported: &Imported, locale: Locale) -> Outcome {
    let report = &imported.report;
    let year = report.year.to_string();
    let is_gap = |note: &&Note| matches!(note.kind, NoteKind::Gap(_));
    let gaps: Vec<&Note> = imported.notes.iter().filter(is_gap).collect();
    let remarks: Vec<&Note> = imported.notes.iter().filter(|note| !is_gap(note)).collect();

    let mut said = Element::new(Tag::Div);
    let count = gaps.len().to_string();
    let arguments = [report.agency.name.as_str(), &year, &count];
    let sentence = match gaps.is_empty() {
        true => OpenText::Whole,
        false => OpenText::Gaps,
    };
    said.open(Tag::P).text(sentence.with(locale, &arguments));
    list(&gaps, report.edition, locale, &mut said);
    if !remarks.is_empty() {
        let count = remarks.len().to_string();
        said.open(Tag::P)
            .text(OpenText::Remarks.with(locale, &[&count]));
        list(&remarks, report.edition, locale, &mut said);
    }
    said.open(Tag::P).text(OpenText::Checks.text(locale));
    let ways = said.open(Tag::P);
    ways.set(Name::Class, "open-ways");
    ways.open(Tag::Button)
        .set(Name::Type, "button")
        .set(Name::DataOpen, "save")
        .text(OpenText::Save.text(locale));
    Outcome {
        said,
        file: Some((report.write(), file_name(report))),
    }
}

fn list(notes: &[&Note], edition: Edition, locale: Locale, into: &mut Element) {
    if notes.is_empty() {
        return;
    }
    let items = into.open(Tag::Ul);
    items.set(Name::Class, "open-notes");
    for note in notes.iter().take(LISTED) {
        items.open(Tag::Li).text(import_note(locale, edition, note));
    }
    let rest = notes.len().saturating_sub(LISTED);
    if rest > 0 {
        items
            .open(Tag::Li)
            .text(OpenText::More.with(locale, &[&rest.to_string()]));
    }
}

/// The agency and the year, without what a file's name may not hold.
fn file_name(report: &Report) -> String {
    let name: String = report
        .agency
        .name
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    [&name, "-", &report.year.to_string(), ".json"].concat()
}
