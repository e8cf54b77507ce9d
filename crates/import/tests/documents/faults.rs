//! Word files, web pages and others that were once read wrongly. Each is the same fictional report, or
//! parts of it, but for its fault. `pdf/fault.json` holds the numbers that it prints.

#[cfg(feature = "pdf")]
mod docx;
mod html;

use gongkai_import::{Gap, Imported, NoteKind, Overrides, open, read_with};
use gongkai_model::Row;
use serde_json::Value;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents")
}

fn bytes(name: &str) -> Vec<u8> {
    let path = folder().join("faults").join(name);
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

/// Compares the numbers with those that the report prints. Returns the paths of those that are missing.
#[track_caller]
fn missing(imported: &Imported, sections: &[&str]) -> Vec<String> {
    let path = folder().join("pdf/fault.json");
    let expected = std::fs::read(path).expect("the numbers");
    let expected: Value = serde_json::from_slice(&expected).expect("JSON");
    let read = serde_json::to_value(&imported.report).expect("a report is JSON");
    let mut missing = Vec::new();
    for section in sections {
        compare(
            section,
            expected.get(*section),
            read.get(*section),
            &mut missing,
        );
    }
    missing
}

#[track_caller]
fn compare(path: &str, expected: Option<&Value>, read: Option<&Value>, missing: &mut Vec<String>) {
    match (expected, read) {
        (Some(_), None) => missing.push(path.to_owned()),
        (Some(Value::Object(fields)), Some(read)) => {
            for (key, value) in fields {
                compare(
                    &format!("{path}.{key}"),
                    Some(value),
                    read.get(key),
                    missing,
                );
            }
        }
        // A row of which cells are missing.
        (Some(Value::Array(cells)), Some(Value::Object(read))) => {
            for (name, cell) in Row::COLUMNS.iter().zip(cells) {
                compare(
                    &format!("{path}.{name}"),
                    Some(cell),
                    read.get(*name),
                    missing,
                );
            }
        }
        (expected, read) => assert_eq!(expected, read, "{path}"),
    }
}

/// Checks that the first row of section three is right.
#[track_caller]
fn is_right(name: &str) {
    let imported = imported(name);
    assert_eq!(missing(&imported, &["applications"]), [""; 0], "{name}");
}

/// Checks that nothing but the first cell of section three is left out, and that a note says why.
#[track_caller]
fn is_left_out(name: &str, gap: &Gap) {
    let imported = imported(name);
    let cell = "applications.received.person";
    assert_eq!(missing(&imported, &["applications"]), [cell], "{name}");
    let path = "applications.received[0]";
    let mut notes = imported.notes.iter();
    let is_it = notes
        .any(|note| note.path.as_deref() == Some(path) && note.kind == NoteKind::Gap(gap.clone()));
    assert!(is_it, "{name}: {:?}", imported.notes);
}
