//! Files and folders that are dropped on the program in a file manager: each becomes a folder of pages
//! beside it. Explorer closes the window when the program ends, so the messages have to wait there.

use super::args::{Convert, ConvertFolder, Publish};
use super::{Outcome, collect, convert, convert_folder, publish, terminal};
use crate::messages::{CliText, cli_text};
use gongkai_i18n::Locale;
use gongkai_import::Overrides;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

pub fn run(paths: &[PathBuf], locale: Locale) -> Outcome {
    let outcomes = paths.iter().map(|path| pages(path, locale));
    outcomes.max().unwrap_or_default()
}

/// Converts what a path has, then publishes it. JSON that a person may have corrected is kept.
fn pages(path: &Path, locale: Locale) -> Outcome {
    let name = path.file_name().unwrap_or(path.as_os_str());
    terminal::message(
        &cli_text::Dropped {
            file: &name.to_string_lossy(),
        }
        .text(locale),
    );
    let (converted, reports) = if path.is_dir() {
        (convert_all(path, locale), path.to_owned())
    } else {
        convert_one(path, locale)
    };
    if converted == Outcome::Failed && !path.is_dir() {
        return converted;
    }
    let published = publish::run(
        &Publish {
            reports,
            output: output(path, locale),
            bundle: None,
            header: None,
            footer: None,
            has_desk: false,
            base_url: None,
            font: None,
            makes_all: false,
            may_withdraw: false,
            language: locale,
        },
        locale,
    );
    converted.max(published)
}

/// Converts the files of a folder beside themselves, if there are any.
fn convert_all(folder: &Path, locale: Locale) -> Outcome {
    match collect::reports(folder) {
        Ok(found) if found.files.is_empty() => Outcome::Complete,
        _ => convert_folder::run(
            &ConvertFolder {
                folder: folder.to_owned(),
                output: folder.to_owned(),
                given: Overrides::default(),
            },
            locale,
        ),
    }
}

/// Converts a file, and returns the path of its JSON.
fn convert_one(file: &Path, locale: Locale) -> (Outcome, PathBuf) {
    if collect::is_json(file) {
        return (Outcome::Complete, file.to_owned());
    }
    let json = file.with_extension("json");
    if json.exists() {
        let shown = json.display().to_string();
        terminal::message(&cli_text::KeptJson { json: &shown }.text(locale));
        return (Outcome::Complete, json);
    }
    let outcome = convert::run(
        &Convert {
            file: file.to_owned(),
            output: Some(json.clone()),
            evidence: None,
            given: Overrides::default(),
            explains: false,
        },
        locale,
    );
    (outcome, json)
}

/// The folder of pages, beside the path.
fn output(path: &Path, locale: Locale) -> PathBuf {
    let stem = if path.is_dir() {
        path.file_name()
    } else {
        path.file_stem()
    };
    let mut name = OsString::from(stem.unwrap_or_default());
    name.push(CliText::PagesFolder.text(locale));
    path.with_file_name(name)
}
