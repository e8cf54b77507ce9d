//! The corpus in other formats, if it is available: `scripts/converted.sh` makes it with LibreOffice in the
//! folder `GONGKAI_CONVERTED`, which has a folder for each format.

use crate::compare::{Outcome, compare};
use crate::fixture::{self, Fixture};
use gongkai_import::Imported;
use std::env;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

/// Formats that keep what Word's own keeps, and formats of spreadsheets.
const WORD: [&str; 4] = ["docx", "doc", "odt", "rtf"];
const SHEETS: [&str; 3] = ["xlsx", "xls", "ods"];

/// Fixtures that LibreOffice damages: it loses the values of form fields, raised text by a class and the
/// metadata of a page, and decodes a page by the encoding that it declares.
const DAMAGED: [&str; 4] = [
    "html-fields.html",
    "html-note-signs.html",
    "source-meta-2023.html",
    "charset-mislabelled.html",
];

/// Fixtures whose tables LibreOffice scatters over a sheet: pages that are laid out by tables, or whose
/// elements are not closed. It joins figures that are apart, and a number loses its last zeros.
const SCATTERED: [&str; 6] = [
    "title-society.html",
    "html-unclosed.html",
    "html-figures-apart.html",
    "old-columns-2022.html",
    "old-portal-2019.html",
    "old-portal-gbk-2020.html",
];

/// Two tables of a web page with nothing between them are one table in these formats.
const JOINED: [(&str, &str); 2] = [("doc", "tables-apart.html"), ("rtf", "tables-apart.html")];

fn fixtures() -> impl Iterator<Item = Fixture> {
    let fixtures = fixture::all().into_iter();
    fixtures.filter(|fixture| !DAMAGED.contains(&fixture.file.as_str()))
}

fn folder() -> Option<PathBuf> {
    let folder = env::var_os("GONGKAI_CONVERTED").map(PathBuf::from);
    if folder.is_none() {
        println!("skipped: GONGKAI_CONVERTED names no folder");
    }
    folder
}

/// A fixture in another format, if it was converted.
fn read(folder: &Path, format: &str, fixture: &Fixture) -> Option<Result<Imported, String>> {
    let stem = fixture.file.rsplit_once('.').map(|(stem, _)| stem)?;
    let is_text = fixture.file.ends_with(".txt");
    let folder = folder.join(if is_text {
        format!("{format}.txt")
    } else {
        format.to_owned()
    });
    let file = format!("{stem}.{format}");
    let bytes = fs::read(folder.join(&file)).ok()?;
    let imported = catch_unwind(|| fixture::convert(&file, &bytes));
    Some(match imported {
        Ok(Ok(imported)) => Ok(imported),
        Ok(Err(error)) => Err(format!("{error:?}")),
        Err(_) => Err("the importer panicked".to_owned()),
    })
}

#[test]
fn no_cell_of_a_converted_report_is_wrong() {
    let Some(folder) = folder() else {
        return;
    };
    let mut failures = Vec::new();
    for format in WORD.into_iter().chain(SHEETS) {
        let mut totals = [0_usize; 5];
        let mut complaints = Vec::new();
        for fixture in fixtures() {
            if SHEETS.contains(&format) && SCATTERED.contains(&fixture.file.as_str()) {
                continue;
            }
            let Some(read) = read(&folder, format, &fixture) else {
                continue;
            };
            let outcome = match read {
                Ok(imported) => compare(&fixture, &imported),
                Err(error) => Outcome::unread(&fixture, &error),
            };
            let counts = [
                1,
                outcome.right,
                outcome.missing.len(),
                outcome.silent.len(),
                outcome.wrong.len(),
            ];
            for (total, count) in totals.iter_mut().zip(counts) {
                *total += count;
            }
            for complaint in outcome.complaints() {
                complaints.push(format!("  {}: {complaint}", fixture.file));
            }
        }
        let [files, right, missing, silent, wrong] = totals;
        println!(
            "{format}: {files} files, {right} right, {missing} missing, {silent} of them silently, {wrong} wrong"
        );
        println!("{}", complaints.join("\n"));
        if wrong + silent > 0 {
            failures.push(format);
        }
    }
    assert!(failures.is_empty(), "{failures:?}");
}

#[test]
fn a_report_is_the_same_in_all_formats_of_word() {
    let Some(folder) = folder() else {
        return;
    };
    let mut different = Vec::new();
    for fixture in fixtures() {
        let Some(Ok(docx)) = read(&folder, "docx", &fixture) else {
            continue;
        };
        for format in ["doc", "odt", "rtf"] {
            let same = match read(&folder, format, &fixture) {
                Some(Ok(other)) => other.report == docx.report,
                Some(Err(_)) => false,
                None => true,
            };
            if !same && !JOINED.contains(&(format, fixture.file.as_str())) {
                different.push(format!("{format} {}", fixture.file));
            }
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}
