//! Shared by tests: samples, reports built cell by cell, and proptest strategies.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "for tests, which stop where something is not as they say"
)]

pub mod arbitrary;
pub mod layouts;
pub mod texts;

use gongkai_model::{Report, Row};
use serde_json::{Map, Value};
use std::fs;
use std::path::{Path, PathBuf};

/// A folder of the project, by its path from the root.
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(name)
}

/// Reads a report in `samples`.
pub fn sample(name: &str) -> Report {
    let path = folder("samples").join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    Report::read(&text).unwrap_or_else(|e| panic!("{}: {e:?}", path.display()))
}

/// Reads the reports in a folder of `samples` whose names begin with `prefix`, in the order of
/// their names.
pub fn samples(under: &str, prefix: &str) -> Vec<Report> {
    let entries = fs::read_dir(folder("samples").join(under)).expect("a folder of samples");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("an entry").file_name())
        .map(|name| name.into_string().expect("a name in UTF-8"))
        .filter(|name| name.starts_with(prefix))
        .collect();
    names.sort();
    names
        .iter()
        .map(|name| sample(&format!("{under}/{name}")))
        .collect()
}

/// The steps of a path such as `applications.received[6]`.
fn steps(path: &str) -> Vec<String> {
    path.split(['.', '[', ']'])
        .filter(|step| !step.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Sets a field of a report's JSON, creating objects as needed; items of arrays must exist.
pub fn put(json: &mut Value, path: &str, value: impl Into<Value>) {
    let mut target = json;
    for step in steps(path) {
        target = match target {
            Value::Array(items) => {
                let index: usize = step.parse().expect("an index");
                items.get_mut(index).expect("an item of the array")
            }
            other => {
                if !other.is_object() {
                    *other = Value::Object(Map::new());
                }
                let fields = other.as_object_mut().expect("an object");
                let step = column(&step).map_or(step, str::to_owned);
                fields.entry(step).or_insert(Value::Null)
            }
        };
    }
    *target = value.into();
}

/// The name of the column of section three that an index names, in a row that is an object.
fn column(step: &str) -> Option<&'static str> {
    let index: usize = step.parse().ok()?;
    Row::COLUMNS.get(index).copied()
}

/// The value at a path, if there is one.
pub fn find<'a>(json: &'a Value, path: &str) -> Option<&'a Value> {
    steps(path)
        .iter()
        .try_fold(json, |value, step| match value {
            Value::Array(items) => items.get(step.parse::<usize>().ok()?),
            other => other.get(column(step).unwrap_or(step)),
        })
}

/// The value at a path; panics if there is none.
pub fn at<'a>(json: &'a Value, path: &str) -> &'a Value {
    find(json, path).unwrap_or_else(|| panic!("nothing at {path}"))
}

pub fn json(report: &Report) -> Value {
    serde_json::from_str(&report.write()).expect("a report is JSON")
}

pub fn report(json: &Value) -> Report {
    let text = json.to_string();
    Report::read(&text).unwrap_or_else(|e| panic!("{e:?}\n{text}"))
}

/// A copy of a report with one field changed.
pub fn with(changed: &Report, path: &str, value: impl Into<Value>) -> Report {
    let mut json = json(changed);
    put(&mut json, path, value);
    report(&json)
}

/// The paths of all cells of sections two, three and four.
pub fn cells(changed: &Report) -> Vec<String> {
    fn walk(value: &Value, path: String, found: &mut Vec<String>) {
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    walk(item, format!("{path}[{index}]"), found);
                }
            }
            // An amount is one cell, of two fields.
            Value::Object(fields) if !fields.contains_key("value") => {
                for (name, field) in fields {
                    let column = Row::COLUMNS.iter().position(|column| column == name);
                    let is_cell = path.starts_with("applications.") && !field.is_array();
                    match column.filter(|_| is_cell && !field.is_object()) {
                        Some(index) => walk(field, format!("{path}[{index}]"), found),
                        None => walk(field, format!("{path}.{name}"), found),
                    }
                }
            }
            _ => found.push(path),
        }
    }
    let json = json(changed);
    let mut found = Vec::new();
    for section in ["proactive", "applications", "reviews"] {
        if let Some(table) = json.get(section) {
            walk(table, section.to_owned(), &mut found);
        }
    }
    found
}
