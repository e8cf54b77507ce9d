//! `gongkai convert`: one published report as JSON, with a summary of how it was read.

use super::additions::addition;
use super::args::Convert;
use super::check::parse_report;
use super::{Outcome, atomic_file, stale_files, terminal};
use crate::messages::{CliText, cli_text};
use gongkai_i18n::{Locale, read_error};
use gongkai_import::{
    FormSection, Gap, ImportError, Imported, Location, MAX_FILE_SIZE, Note, NoteKind, Overrides,
    Reading, open, read_with,
};
use gongkai_import::{
    import_error, import_explanation, import_location, import_note, import_section,
};
use gongkai_model::{Edition, Report};
use std::io::Read;
use std::path::Path;

pub fn run(args: &Convert, locale: Locale) -> Outcome {
    let name = terminal::display_name(&args.file, locale);
    let output = args.output.as_deref();
    let evidence = args.evidence.as_deref();
    let loaded = atomic_file::refuse_overwriting_input(output, &args.file, locale)
        .and_then(|()| atomic_file::refuse_overwriting_input(evidence, &args.file, locale))
        .and_then(|()| read_bytes_or_stdin(&args.file, locale))
        .and_then(|bytes| {
            let loaded = load(&name, &bytes, &args.given, locale)?;
            let evidence = evidence.map(|path| {
                let json = evidence_json(&name, &bytes, &loaded, locale)?;
                Ok::<_, String>((path, json))
            });
            Ok((loaded, evidence.transpose()?))
        });
    let (loaded, evidence) = match loaded {
        Ok(loaded) => loaded,
        Err(message) => {
            terminal::message(&message);
            terminal::message(CliText::NotWritten.text(locale));
            return Outcome::Failed;
        }
    };
    let json = loaded.report().write() + "\n";
    match output {
        None => terminal::print(&json, locale),
        Some(path) => {
            if let Err(message) = atomic_file::write(path, json.as_bytes(), locale) {
                terminal::message(&message);
                return Outcome::Failed;
            }
            stale_files::remove_temporary_files(&[atomic_file::parent(path)]);
        }
    }
    if let Some((path, json)) = &evidence
        && let Err(message) = atomic_file::write(path, json.as_bytes(), locale)
    {
        terminal::message(&message);
        return Outcome::Failed;
    }
    summarise(&name, &loaded, locale);
    if args.explains {
        explain(&loaded, locale);
    }
    for path in output.into_iter().chain(args.evidence.as_deref()) {
        terminal::message(
            &cli_text::Written {
                file: &path.display().to_string(),
            }
            .text(locale),
        );
    }
    loaded.outcome()
}

/// The format of a file of evidence, with its version.
const EVIDENCE_FORMAT: &str = "gongkai-evidence/1";

/// Writes the passage of each value, and the document that the passages are in.
///
/// # Errors
/// A sentence for people if the report was not read from a document.
fn evidence_json(
    name: &str,
    bytes: &[u8],
    loaded: &LoadedReport,
    locale: Locale,
) -> Result<String, String> {
    let LoadedReport::Imported(imported) = loaded else {
        return Err(cli_text::NoEvidence { file: name }.text(locale));
    };
    let document = open(name, bytes).map_err(|error| import_error(locale, name, &error))?;
    let evidence = imported.evidence.iter().map(|own| {
        let mut value = serde_json::to_value(own).unwrap_or_default();
        if let (Some(fields), Some(Location::Page { page, .. })) =
            (value.as_object_mut(), document.location(&own.source))
        {
            fields.insert("page".to_owned(), page.into());
        }
        value
    });
    let json = serde_json::json!({
        "format": EVIDENCE_FORMAT,
        "evidence": evidence.collect::<Vec<_>>(),
        "blocks": document.blocks,
    });
    Ok(serde_json::to_string_pretty(&json).unwrap_or_default() + "\n")
}

/// A report from a published file, or from one that was converted before.
pub enum LoadedReport {
    Imported(Box<Imported>),
    Json(Box<Report>),
}

impl LoadedReport {
    pub fn report(&self) -> &Report {
        match self {
            LoadedReport::Imported(imported) => &imported.report,
            LoadedReport::Json(report) => report,
        }
    }

    /// Notes on what was left out; JSON has none.
    pub fn gaps(&self) -> impl Iterator<Item = &Note> {
        let notes: &[Note] = match self {
            LoadedReport::Imported(imported) => &imported.notes,
            LoadedReport::Json(_) => &[],
        };
        notes.iter().filter(|note| is_gap(note))
    }

    pub fn outcome(&self) -> Outcome {
        if self.gaps().next().is_some() {
            Outcome::Gaps
        } else {
            Outcome::Complete
        }
    }
}

/// Whether a note is about something that was left out.
pub fn is_gap(note: &Note) -> bool {
    matches!(note.kind, NoteKind::Gap(_))
}

/// Reads the report in a file's bytes, whether published or converted.
///
/// # Errors
/// A sentence for people.
pub fn load(
    name: &str,
    bytes: &[u8],
    given: &Overrides,
    locale: Locale,
) -> Result<LoadedReport, String> {
    if !looks_like_json(bytes) {
        let imported = import(name, bytes, given, locale)?;
        return Ok(LoadedReport::Imported(Box::new(imported)));
    }
    let mut report = parse_report(name, bytes, locale)?;
    if *given != Overrides::default() {
        override_with(given, &mut report);
        // The given values have to be valid in the format as well.
        report = Report::read(&report.write()).map_err(|error| read_error(locale, name, &error))?;
    }
    Ok(LoadedReport::Json(Box::new(report)))
}

/// Whether the bytes begin as a JSON object, in any encoding that an editor may save. RTF begins with
/// a brace too, but no JSON has a backslash after it.
pub fn looks_like_json(bytes: &[u8]) -> bool {
    let beginning = bytes.get(..64).unwrap_or(bytes);
    let (beginning, _, _) = encoding_rs::UTF_8.decode(beginning);
    let beginning = beginning.trim_start();
    beginning.starts_with('{') && !beginning.starts_with("{\\")
}

/// Replaces values of the file by those that the user gives. A blank text replaces nothing.
fn override_with(given: &Overrides, report: &mut Report) {
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

/// Reads a file, or standard input if it is named `-`.
///
/// # Errors
/// A sentence for people.
pub fn read_bytes_or_stdin(file: &Path, locale: Locale) -> Result<Vec<u8>, String> {
    if file.as_os_str() != "-" {
        return read_bytes(file, locale);
    }
    let mut bytes = Vec::new();
    let stdin = std::io::stdin().lock();
    stdin
        .take(MAX_FILE_SIZE.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| {
            terminal::cannot_read(&terminal::display_name(file, locale), &error, locale)
        })?;
    Ok(bytes)
}

/// Reads a file that is within the size limit.
///
/// # Errors
/// A sentence for people.
pub fn read_bytes(file: &Path, locale: Locale) -> Result<Vec<u8>, String> {
    let name = file.display().to_string();
    if file.is_dir() && std::fs::read_dir(file).is_ok() {
        return Err(cli_text::ExpectedFile { folder: &name }.text(locale));
    }
    let cannot_read = |error: std::io::Error| terminal::cannot_read(&name, &error, locale);
    let opened = std::fs::File::open(file).map_err(cannot_read)?;
    let size = opened.metadata().map_err(cannot_read)?.len();
    if size > MAX_FILE_SIZE {
        let error = ImportError::TooLarge {
            size,
            limit: MAX_FILE_SIZE,
        };
        return Err(import_error(locale, &name, &error));
    }
    let mut bytes = Vec::new();
    // A file may grow, and a device has no size. One byte more than allowed is refused by the import.
    opened
        .take(MAX_FILE_SIZE.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(cannot_read)?;
    Ok(bytes)
}

/// Imports the published report in a file's bytes.
///
/// # Errors
/// A sentence for people.
pub fn import(
    name: &str,
    bytes: &[u8],
    given: &Overrides,
    locale: Locale,
) -> Result<Imported, String> {
    open(name, bytes)
        .and_then(|document| read_with(&document, given))
        .map_err(|error| import_error(locale, name, &error))
}

/// Prints how a report was read, for a person to review.
pub fn summarise(name: &str, loaded: &LoadedReport, locale: Locale) {
    print_heading(name, loaded.report(), locale);
    if let LoadedReport::Imported(imported) = loaded {
        print_parts(imported, locale);
        print_text(&imported.report, locale);
        print_notes(imported, locale);
    }
}

/// Prints which rule took each number in the prose of section one.
fn explain(loaded: &LoadedReport, locale: Locale) {
    let LoadedReport::Imported(imported) = loaded else {
        return;
    };
    if imported.explanations.is_empty() {
        terminal::message(CliText::NoExplanations.text(locale));
        return;
    }
    terminal::message(CliText::ExplanationsAre.text(locale));
    for explanation in &imported.explanations {
        let line = import_explanation(locale, imported.report.edition, explanation);
        terminal::message(&["  ", &line].concat());
    }
}

fn print_heading(name: &str, report: &Report, locale: Locale) {
    let year = report.year.to_string();
    let edition = match report.edition {
        Edition::Form2019 => "2019",
        Edition::Form2021 => "2021",
    };
    let heading = cli_text::ReadReport {
        file: name,
        agency: &report.agency.name,
        year: &year,
        edition,
    };
    terminal::message(&heading.text(locale));
}

/// Fields of the JSON by the part of the report that they belong to; `None` is the report's metadata.
const PARTS: [(Option<FormSection>, &[&str]); 5] = [
    (None, &["agency", "year", "period", "source", "edition"]),
    (Some(FormSection::Disclosure), &["disclosure"]),
    (Some(FormSection::Proactive), &["proactive"]),
    (Some(FormSection::Applications), &["applications"]),
    (Some(FormSection::Reviews), &["reviews"]),
];

/// Prints how many values were read of each part, and from where.
fn print_parts(imported: &Imported, locale: Locale) {
    let json = serde_json::from_str(&imported.report.write()).unwrap_or_default();
    for (part, fields) in PARTS {
        let readings: Vec<&Reading> = imported
            .readings
            .iter()
            .filter(|reading| {
                let field = reading.path.split(['.', '[']).next().unwrap_or_default();
                fields.contains(&field)
            })
            .collect();
        let locations = readings.iter().map(|reading| reading.location);
        let (Some(first), Some(last)) = (locations.clone().min(), locations.max()) else {
            continue;
        };
        let name = match part {
            Some(part) => import_section(locale, part),
            None => CliText::PartMetadata.text(locale),
        };
        let count: usize = readings
            .iter()
            .map(|reading| value_count(&json, &reading.path))
            .sum();
        let mut range = import_location(locale, Some(first));
        if last != first {
            let to = import_location(locale, Some(last));
            range = cli_text::ReadRange {
                first: &range,
                last: &to,
            }
            .text(locale);
        }
        terminal::message(
            &cli_text::ReadPart {
                section: name,
                values: &count.to_string(),
                range: &range,
            }
            .text(locale),
        );
    }
}

fn print_text(report: &Report, locale: Locale) {
    if report.text.is_empty() {
        return;
    }
    let sections = report.text.len().to_string();
    let paragraphs: usize = report
        .text
        .iter()
        .map(|section| section.paragraphs.len())
        .sum();
    terminal::message(
        &cli_text::PartText {
            sections: &sections,
            paragraphs: &paragraphs.to_string(),
        }
        .text(locale),
    );
}

/// Prints the gaps, and the readings that a person should confirm.
fn print_notes(imported: &Imported, locale: Locale) {
    let edition = imported.report.edition;
    let remarks: Vec<&Note> = by_rank(imported.notes.iter().filter(|note| !is_gap(note)));
    let gaps = gap_texts(&imported.report, imported.notes.iter(), locale);
    if gaps.is_empty() {
        terminal::message(CliText::NoGaps.text(locale));
    } else {
        print_list(CliText::GapsAre, &gaps, locale);
        if gaps.iter().any(|gap| gap.contains('\n')) {
            terminal::message(CliText::AddHow.text(locale));
        }
    }
    if !remarks.is_empty() {
        let remarks = remarks
            .iter()
            .map(|note| import_note(locale, edition, note));
        print_list(CliText::RemarksAre, &remarks.collect::<Vec<_>>(), locale);
    }
}

/// Sorts notes by what depends on each; notes that are alike in this stay in the order of the file.
fn by_rank<'a>(notes: impl Iterator<Item = &'a Note>) -> Vec<&'a Note> {
    let mut notes: Vec<&Note> = notes.collect();
    notes.sort_by_key(|note| note.rank());
    notes
}

/// Writes what was left out of a report, what matters most first: each with the line to add to its JSON.
pub fn gap_texts<'a>(
    report: &Report,
    notes: impl Iterator<Item = &'a Note>,
    locale: Locale,
) -> Vec<String> {
    let json = serde_json::to_value(report).unwrap_or_default();
    let gaps = by_rank(notes.filter(|note| is_gap(note)));
    let text = |note: &&Note| {
        let mut text = import_note(locale, report.edition, note);
        // A number of section one of which it is not known what it counts may be an activity.
        let is_loose = matches!(note.kind, NoteKind::Gap(Gap::LooseNumber));
        let unknown = if is_loose {
            "disclosure.activities"
        } else {
            ""
        };
        let path = note.path.as_deref().unwrap_or(unknown);
        if let Some(added) = addition(&json, report.edition, path) {
            text.push('\n');
            text.push_str(&if added.object.is_empty() {
                cli_text::AddToReport { line: &added.line }.text(locale)
            } else {
                cli_text::AddTo {
                    object: &added.object,
                    line: &added.line,
                }
                .text(locale)
            });
        }
        text
    };
    gaps.iter().map(text).collect()
}

/// Counts the values read at once at a path: a whole row is one reading, even if it lacks cells.
fn value_count(json: &serde_json::Value, path: &str) -> usize {
    let steps = path.split(['.', '[']);
    let mut steps = steps.map(|step| step.trim_end_matches(']'));
    let found = steps.try_fold(json, |at, step| match at {
        serde_json::Value::Array(list) => list.get(step.parse::<usize>().ok()?),
        other => other.get(step),
    });
    match found {
        Some(serde_json::Value::Array(list)) => list.len(),
        Some(serde_json::Value::Object(cells)) if path.starts_with("applications.") => cells.len(),
        _ => 1,
    }
}

fn print_list(heading: CliText, notes: &[String], locale: Locale) {
    terminal::message(&heading.with(locale, &[&notes.len().to_string()]));
    for note in notes {
        terminal::message(&format!("  {}", note.replace('\n', "\n      ")));
    }
}
