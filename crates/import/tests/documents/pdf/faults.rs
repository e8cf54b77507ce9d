//! PDF files that were once read wrongly. Each is the same fictional report but for its fault, or
//! parts of it; `fault.json` holds the numbers that it prints. The programs of the fonts were taken
//! out of the files, which keeps them small: the reader does not use them.

use super::printed::leaves_of;
use gongkai_import::open;
use gongkai_import::{Gap, ImportError, Imported, Note, NoteKind, Overrides, read_with};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn path(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/pdf");
    folder.join(name)
}

fn bytes(name: &str) -> Vec<u8> {
    let path = path(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn imported(name: &str) -> Imported {
    let document = open(name, &bytes(name)).unwrap_or_else(|error| panic!("{name}: {error:?}"));
    let given = Overrides {
        agency: Some("虚构县退役军人事务局".to_owned()),
        year: Some(2022),
        ..Overrides::default()
    };
    read_with(&document, &given).unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

fn numbers(leaves: BTreeMap<String, Value>) -> BTreeMap<String, Value> {
    let sections = [".proactive", ".applications", ".reviews"];
    let is_number = |path: &str| sections.iter().any(|section| path.starts_with(section));
    let leaves = leaves.into_iter();
    leaves.filter(|(path, _)| is_number(path)).collect()
}

/// Checks that no number is wrong, that as many are read, and that each that is not has a note.
#[track_caller]
fn check(name: &str, count: usize, sections: &[&str]) {
    let imported = imported(name);
    let report = serde_json::to_value(&imported.report).expect("a report is JSON");
    let read = numbers(leaves_of(report));
    let expected: Value = serde_json::from_slice(&bytes("fault.json")).expect("JSON");
    let expected = leaves_of(expected);
    let wrong: Vec<_> = read
        .iter()
        .filter(|(path, value)| expected.get(*path) != Some(value))
        .collect();
    assert!(wrong.is_empty(), "{name}: {wrong:?}");
    assert_eq!(read.len(), count, "{name}");
    let is_noted = |path: &str| {
        let mut noted = imported
            .notes
            .iter()
            .filter_map(|note| note.path.as_deref());
        noted.any(|noted| path.trim_start_matches('.').starts_with(noted))
    };
    let silent: Vec<_> = expected
        .keys()
        .filter(|path| sections.iter().any(|section| path.starts_with(section)))
        .filter(|path| !read.contains_key(*path) && !is_noted(path))
        .collect();
    assert!(silent.is_empty(), "{name}: {silent:?}");
}

const ALL: [&str; 3] = [".proactive", ".applications", ".reviews"];

#[test]
fn text_that_nobody_sees_is_not_read() {
    check("fault-white-text.pdf", 201, &ALL);
    check("fault-layer-off.pdf", 201, &ALL);
    check("fault-drawn-4-times-0.5pt.pdf", 201, &ALL);
    // The covered number, and the fifteen cells of the row that is cut.
    check("fault-blacked-out.pdf", 200, &ALL);
    check("fault-clipped-row.pdf", 0, &[".reviews"]);
}

#[test]
fn turned_values_are_read() {
    check("fault-rotated-values.pdf", 15, &[".reviews"]);
}

#[test]
fn rows_that_the_end_of_a_page_breaks_are_whole_or_left_out() {
    let section = [".applications"];
    check("fault-repeated-heading-broken-row.pdf", 175, &section);
    check("fault-header-two-pages-broken-row.pdf", 175, &section);
    // The number with the footnote's sign.
    check("fault-footnote-broken-row.pdf", 200, &ALL);
    // The three numbers that are broken.
    check("fault-number-broken-by-page.pdf", 172, &section);
}

#[test]
fn rows_without_rules_are_read_by_their_labels_and_columns() {
    check("fault-borderless-page-break.pdf", 201, &ALL);
    check("fault-borderless-words.pdf", 201, &ALL);
}

#[test]
fn digits_of_doubtful_names_are_left_out() {
    check("fault-shared-digit-names.pdf", 25, &[]);
    let notes = imported("fault-shared-digit-names.pdf").notes;
    let is_of_font = |note: &Note| note.kind == NoteKind::Gap(Gap::DoubtfulFont);
    assert!(notes.iter().any(is_of_font), "{notes:?}");
}

#[test]
fn a_font_that_names_no_characters_is_said_to_be_that() {
    let font = "SimSun".to_owned();
    let refused = open("a.pdf", &bytes("fault-unnamed-font.pdf"));
    assert_eq!(refused, Err(ImportError::UnnamedCharacters { font }));
}

#[test]
fn the_sample_report_is_read_at_the_size_of_official_documents() {
    let name = "longde-16pt.pdf";
    let document = open(name, &bytes(name)).expect("a document");
    let imported = gongkai_import::read(&document).expect("a report");
    assert!(!imported.has_gaps(), "{:?}", imported.notes);
    let report = serde_json::to_value(&imported.report).expect("a report is JSON");
    let disclosure = report.get("disclosure").expect("section one");
    let list = |key: &str| disclosure.get(key).and_then(Value::as_array);
    let categories = list("categories").expect("categories");
    let counts = categories
        .iter()
        .filter_map(|category| category.get("count")?.as_u64());
    assert_eq!((categories.len(), counts.sum::<u64>()), (14, 4236));
    assert_eq!(list("activities").map(Vec::len), Some(12));
    assert!(!report.to_string().contains('·'));
}
