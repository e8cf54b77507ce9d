//! Compares two reports leaf by leaf: right, missing or wrong, and whether a gap explains what is missing.

use crate::fixture::{Fixture, May};
use crate::lists;
use gongkai_import::{FormSection, Gap, Imported, Note, NoteKind};
use gongkai_model::Row;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The outcome of one fixture. A leaf is a cell, a number, a unit, a name or a date.
#[derive(Default)]
pub struct Outcome {
    pub right: usize,
    /// Expected but not read.
    pub missing: Vec<String>,
    /// How many of those the file states plainly.
    pub unexplained: usize,
    /// Read with another value, not expected, or guessed although it cannot be known.
    pub wrong: Vec<String>,
    /// Missing without a gap.
    pub silent: Vec<String>,
    /// Fields of `.gaps`, left out as they should be.
    pub left_out: usize,
    /// Why no report was read.
    pub unread: Option<String>,
}

impl Outcome {
    pub fn unread(fixture: &Fixture, why: &str) -> Outcome {
        let missing: Vec<String> = leaves(&fixture.expected).into_keys().collect();
        Outcome {
            unexplained: missing.len(),
            silent: missing.clone(),
            missing,
            unread: Some(why.to_owned()),
            ..Outcome::default()
        }
    }

    /// One line for each wrong leaf, and one for each row with missing leaves.
    pub fn complaints(&self) -> Vec<String> {
        if let Some(why) = &self.unread {
            return vec![format!("NOT READ {why}")];
        }
        let rows = |paths: &[String]| -> BTreeSet<String> {
            paths.iter().map(|path| row(path).to_owned()).collect()
        };
        let (silent, missing) = (rows(&self.silent), rows(&self.missing));
        let wrong = self.wrong.iter().map(|path| format!("WRONG {path}"));
        let noted = missing.difference(&silent);
        wrong
            .chain(silent.iter().map(|path| format!("SILENT {path}")))
            .chain(noted.map(|path| format!("missing, with a gap: {path}")))
            .collect()
    }

    /// Records that an expected leaf is missing.
    pub fn miss(&mut self, path: &str, fixture: &Fixture, noted: bool) {
        let allowed = fixture
            .may
            .iter()
            .any(|may| matches!(may, May::Miss(under) if is_under(path, under)));
        self.missing.push(path.to_owned());
        self.unexplained += usize::from(!allowed);
        if !noted {
            self.silent.push(path.to_owned());
        }
    }
}

/// The row or block of a table that contains the leaf.
fn row(path: &str) -> &str {
    let steps = |count: usize| {
        let mut ends = path.match_indices(['.', '[']).map(|(at, _)| at);
        path.get(..ends.nth(count - 1).unwrap_or(path.len()))
            .unwrap_or(path)
    };
    match path.split('.').next() {
        Some("proactive" | "reviews") => steps(2),
        Some("applications") => path.split('[').next().unwrap_or(path),
        _ => path,
    }
}

/// Whether `path` is `over` or a part of it.
pub fn is_under(path: &str, over: &str) -> bool {
    path.strip_prefix(over)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// Every leaf outside of the lists of section one, by its path.
pub fn leaves(report: &Value) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    let mut open = vec![(String::new(), report)];
    while let Some((path, value)) = open.pop() {
        match value {
            Value::Object(fields) => open.extend(fields.iter().map(|(name, field)| match &*path {
                "" => (name.clone(), field),
                _ => (format!("{path}.{name}"), field),
            })),
            Value::Array(_) if lists::PATHS.contains(&&*path) => {}
            Value::Array(items) => {
                let items = items.iter().enumerate();
                open.extend(items.map(|(index, item)| (format!("{path}[{index}]"), item)));
            }
            leaf => {
                found.insert(by_index(path), leaf.clone());
            }
        }
    }
    found
}

/// The path of a cell of section three by its index, if its row is an object of cells.
fn by_index(path: String) -> String {
    let Some((row, column)) = path.rsplit_once('.') else {
        return path;
    };
    let index = Row::COLUMNS.iter().position(|name| *name == column);
    match index.filter(|_| row.starts_with("applications.")) {
        Some(index) => format!("{row}[{index}]"),
        None => path,
    }
}

fn ignored(path: &str, fixture: &Fixture) -> bool {
    is_under(path, "text")
        || is_under(path, "agency.division_code")
        || (is_under(path, "source") && fixture.expected.get("source").is_none())
}

/// The gaps among the notes, with the field and the excerpt of each.
fn gaps(notes: &[Note]) -> Vec<(Option<&str>, &str)> {
    notes
        .iter()
        .filter_map(|note| match &note.kind {
            NoteKind::Gap(Gap::NoTable(part)) if note.path.is_none() => Some((
                Some(match part {
                    FormSection::Disclosure => "disclosure",
                    FormSection::Proactive => "proactive",
                    FormSection::Applications => "applications",
                    FormSection::Reviews => "reviews",
                }),
                &*note.excerpt,
            )),
            NoteKind::Gap(_) => Some((note.path.as_deref(), &*note.excerpt)),
            NoteKind::Remark(_) => None,
        })
        .collect()
}

/// Whether a gap is about the field or about what contains it.
fn noted(path: &str, notes: &[Note]) -> bool {
    let mut gaps = gaps(notes).into_iter();
    gaps.any(|(about, _)| about.is_some_and(|about| is_under(path, about)))
}

/// Whether a gap is about a number of the prose, by its field or by its excerpt.
pub fn quoted(path: &str, count: i64, notes: &[Note]) -> bool {
    let (count, wan) = (count.to_string(), (count as f64 / 10_000.0).to_string());
    noted(path, notes)
        || gaps(notes).iter().any(|(_, excerpt)| {
            let plain: String = excerpt
                .chars()
                .filter(|c| !matches!(c, ',' | '，' | ' '))
                .map(|c| match c {
                    '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
                    c => c,
                })
                .collect();
            plain.contains(&count) || plain.contains(&format!("{wan}万"))
        })
}

pub fn compare(fixture: &Fixture, imported: &Imported) -> Outcome {
    let actual: Value =
        serde_json::from_str(&imported.report.write()).expect("a report is written as JSON");
    compare_json(fixture, &actual, &imported.notes)
}

pub fn compare_json(fixture: &Fixture, actual: &Value, notes: &[Note]) -> Outcome {
    let mut outcome = Outcome::default();
    let expected = leaves(&fixture.expected);
    let found = leaves(actual);
    let may_be = |path: &str, value: &Value| {
        let text = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        fixture
            .may
            .iter()
            .any(|may| matches!(may, May::Be { path: at, value } if at == path && *value == text))
    };
    for (path, value) in &expected {
        match found.get(path) {
            Some(same) if same == value || may_be(path, same) => outcome.right += 1,
            Some(other) => outcome.wrong.push(format!("{path}: {other}, not {value}")),
            None => {
                let is_noted = match (path.starts_with("disclosure."), value.as_i64()) {
                    (true, Some(count)) => quoted(path, count, notes),
                    _ => noted(path, notes),
                };
                outcome.miss(path, fixture, is_noted);
            }
        }
    }
    for (path, value) in &found {
        if expected.contains_key(path) || ignored(path, fixture) || may_be(path, value) {
            continue;
        }
        let guessed = fixture.gaps.iter().any(|gap| is_under(path, gap));
        let why = if guessed { "guessed" } else { "not expected" };
        outcome.wrong.push(format!("{path}: {value} {why}"));
    }
    for gap in &fixture.gaps {
        let named = |about: &str| is_under(about, gap) || is_under(gap, about);
        if gaps(notes)
            .iter()
            .any(|(about, _)| about.is_some_and(named))
        {
            outcome.left_out += 1;
        } else {
            outcome.silent.push(gap.clone());
        }
    }
    lists::compare(&mut outcome, fixture, actual, notes);
    outcome
}
