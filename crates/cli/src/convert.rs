//! One published report becomes JSON, and a person is told how it was read.

use super::args::Convert;
use super::check::report;
use super::{End, leftovers, output, say};
use crate::messages::CliText;
use gongkai_i18n::{Locale, read_error};
use gongkai_import::{
    Given, ImportError, Imported, LIMIT, Note, Part, Reading, Subject, open, read_with,
};
use gongkai_import::{import_error, import_note, import_part, import_place};
use gongkai_model::{Edition, ReadError, Report};
use std::io::Read;
use std::path::Path;

pub fn run(args: &Convert, locale: Locale) -> End {
    let is_stdin = args.file.as_os_str() == "-";
    let name = say::name(&args.file, locale);
    let taken = output::spares(args.output.as_deref(), &args.file, locale)
        .and_then(|()| bytes(&args.file, is_stdin, locale))
        .and_then(|bytes| taken(&name, &bytes, &args.given, locale));
    let taken = match taken {
        Ok(taken) => taken,
        Err(sentence) => {
            say::error(&sentence);
            say::error(CliText::NotWritten.text(locale));
            return End::Failed;
        }
    };
    let json = taken.report().write() + "\n";
    match &args.output {
        None => say::out(&json, locale),
        Some(path) => {
            if let Err(sentence) = output::write(path, json.as_bytes(), locale) {
                say::error(&sentence);
                return End::Failed;
            }
            leftovers::sweep(&[output::folder(path)]);
        }
    }
    said(&name, &taken, locale);
    if let Some(path) = &args.output {
        say::error(&CliText::Written.with(locale, &[&path.display().to_string()]));
    }
    taken.end()
}

/// A report, from a published file or from one that was converted before.
pub enum Taken {
    Imported(Box<Imported>),
    Json(Box<Report>),
}

impl Taken {
    pub fn report(&self) -> &Report {
        match self {
            Taken::Imported(imported) => &imported.report,
            Taken::Json(report) => report,
        }
    }

    /// What was left out; of a JSON nothing ever is.
    pub fn gaps(&self) -> impl Iterator<Item = &Note> {
        let notes: &[Note] = match self {
            Taken::Imported(imported) => &imported.notes,
            Taken::Json(_) => &[],
        };
        let is_gap = |note: &&Note| matches!(note.subject, Subject::Gap(_));
        notes.iter().filter(is_gap)
    }

    pub fn end(&self) -> End {
        match self.gaps().next() {
            Some(_) => End::Gaps,
            None => End::Good,
        }
    }
}

/// The report in a file's bytes; JSON is told by its first character.
///
/// # Errors
/// A sentence for people.
pub fn taken(name: &str, bytes: &[u8], given: &Given, locale: Locale) -> Result<Taken, String> {
    if !is_json(bytes) {
        let imported = imported(name, bytes, given);
        let imported = imported.map_err(|error| import_error(locale, name, &error))?;
        return Ok(Taken::Imported(Box::new(imported)));
    }
    let mut report = report(name, bytes, locale)?;
    if *given != Given::default() {
        replace(given, &mut report);
        // What a person gives is held to the format as well.
        let wrong = |error: ReadError| read_error(locale, name, &error);
        report = Report::read(&report.write()).map_err(wrong)?;
    }
    Ok(Taken::Json(Box::new(report)))
}

/// Whether the bytes begin as an object does, in whatever encoding an editor may save it; so does a
/// file in RTF, whose second character is no other's.
pub fn is_json(bytes: &[u8]) -> bool {
    let start = bytes.get(..64).unwrap_or(bytes);
    let (start, _, _) = encoding_rs::UTF_8.decode(start);
    let start = start.trim_start();
    start.starts_with('{') && !start.starts_with("{\\")
}

/// What a person gives stands before what the file says; an empty text gives nothing.
fn replace(given: &Given, report: &mut Report) {
    let text = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    if let Some(agency) = text(&given.agency) {
        report.agency.name = agency;
    }
    if let Some(code) = text(&given.division_code) {
        report.agency.division_code = Some(code);
    }
    if let Some(year) = given.year {
        report.year = year;
    }
    let url = text(&given.address);
    if url.is_some() || given.published.is_some() {
        let source = report.source.get_or_insert_default();
        source.url = url.or(source.url.take());
        source.published = given.published.or(source.published);
    }
}

/// How a report was read, for a person to look over.
pub fn said(name: &str, taken: &Taken, locale: Locale) {
    match taken {
        Taken::Imported(imported) => summary(name, imported, locale),
        Taken::Json(report) => head(name, report, locale),
    }
}

/// What a file holds.
///
/// # Errors
/// A sentence for people. A file beyond the limit is not even read.
pub fn bytes(file: &Path, is_stdin: bool, locale: Locale) -> Result<Vec<u8>, String> {
    let name = say::name(file, locale);
    let cannot = |error: std::io::Error| say::unreadable(&name, &error, locale);
    let mut bytes = Vec::new();
    // One byte more than allowed tells a file that is larger.
    let most = LIMIT.saturating_add(1);
    if is_stdin {
        let stdin = std::io::stdin().lock();
        stdin.take(most).read_to_end(&mut bytes).map_err(cannot)?;
    } else {
        if file.is_dir() && std::fs::read_dir(file).is_ok() {
            return Err(CliText::IsFolder.with(locale, &[&name]));
        }
        let opened = std::fs::File::open(file).map_err(cannot)?;
        let size = opened.metadata().map_err(cannot)?.len();
        if size > LIMIT {
            let error = ImportError::TooLarge { size, limit: LIMIT };
            return Err(import_error(locale, &name, &error));
        }
        opened.take(most).read_to_end(&mut bytes).map_err(cannot)?;
    }
    Ok(bytes)
}

/// The report in a file's bytes.
///
/// # Errors
/// As the import has them.
pub fn imported(name: &str, bytes: &[u8], given: &Given) -> Result<Imported, ImportError> {
    let document = open(name, bytes)?;
    read_with(&document, given)
}

fn head(name: &str, report: &Report, locale: Locale) {
    let year = report.year.to_string();
    let edition = match report.edition {
        Edition::Form2019 => "2019",
        Edition::Form2021 => "2021",
    };
    let arguments = [name, &report.agency.name, &year, edition];
    say::error(&CliText::ReadReport.with(locale, &arguments));
}

/// What was read from where, what was not, and what a person should confirm.
fn summary(name: &str, imported: &Imported, locale: Locale) {
    let report = &imported.report;
    head(name, report, locale);
    let json = serde_json::from_str(&report.write()).unwrap_or_default();
    let parts = [
        (
            None,
            ["agency", "year", "period", "source", "edition"].as_slice(),
        ),
        (Some(Part::Disclosure), &["disclosure"]),
        (Some(Part::Proactive), &["proactive"]),
        (Some(Part::Applications), &["applications"]),
        (Some(Part::Reviews), &["reviews"]),
    ];
    for (part, fields) in parts {
        let is_here = |reading: &&Reading| {
            let field = reading.path.split(['.', '[']).next().unwrap_or_default();
            fields.contains(&field)
        };
        let places = imported
            .readings
            .iter()
            .filter(is_here)
            .map(|reading| reading.place);
        let (Some(first), Some(last)) = (places.clone().min(), places.clone().max()) else {
            continue;
        };
        let named = part.map_or(CliText::PartHead.text(locale), |part| {
            import_part(locale, part)
        });
        let own = imported.readings.iter().filter(is_here);
        let count: usize = own.map(|reading| values(&json, &reading.path)).sum();
        let mut range = import_place(locale, Some(first));
        if last != first {
            let to = import_place(locale, Some(last));
            range = CliText::ReadRange.with(locale, &[&range, &to]);
        }
        say::error(&CliText::ReadPart.with(locale, &[named, &count.to_string(), &range]));
    }
    if !report.text.is_empty() {
        let paragraphs: usize = report
            .text
            .iter()
            .map(|section| section.paragraphs.len())
            .sum();
        let arguments = [&report.text.len().to_string(), &paragraphs.to_string()];
        say::error(&CliText::PartText.with(locale, &arguments.map(String::as_str)));
    }
    let (gaps, remarks): (Vec<&Note>, Vec<&Note>) = imported
        .notes
        .iter()
        .partition(|note| matches!(note.subject, Subject::Gap(_)));
    match gaps.is_empty() {
        true => say::error(CliText::NoGaps.text(locale)),
        false => list(CliText::GapsAre, &gaps, report.edition, locale),
    }
    if !remarks.is_empty() {
        list(CliText::RemarksAre, &remarks, report.edition, locale);
    }
}

/// How many values the file gave where one place was read: a row is read at once.
fn values(json: &serde_json::Value, path: &str) -> usize {
    let steps = path.split(['.', '[']);
    let mut steps = steps.map(|step| step.trim_end_matches(']'));
    let found = steps.try_fold(json, |at, step| match at {
        serde_json::Value::Array(list) => list.get(step.parse::<usize>().ok()?),
        other => other.get(step),
    });
    match found {
        Some(serde_json::Value::Array(list)) => list.len(),
        _ => 1,
    }
}

fn list(heading: CliText, notes: &[&Note], edition: Edition, locale: Locale) {
    say::error(&heading.with(locale, &[&notes.len().to_string()]));
    for note in notes {
        say::error(&format!("  {}", import_note(locale, edition, note)));
    }
}
