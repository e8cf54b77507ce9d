//! What to add to a report's JSON for a field that was left out.

use gongkai_model::{Applicant, BlockColumn, BlockKey, CellRef, Edition, ProactiveColumn, Row};
use gongkai_model::{ProactiveKey, RowKey};
use serde_json::Value;

/// Stands for what a person has to fill in. It is not JSON, so that a file in which it was forgotten is
/// refused.
const UNKNOWN: &str = "?";

/// A line to add to an object of a JSON file.
#[derive(Debug, PartialEq, Eq)]
pub struct Addition {
    /// The path of the object; empty for the report itself.
    pub object: String,
    pub line: String,
}

/// Says what to add for a field that a report lacks. `None` if the file has the field, or if what it
/// holds cannot be said in a line.
pub fn addition(report: &Value, edition: Edition, path: &str) -> Option<Addition> {
    if let Some(list) = LISTS.iter().find(|list| **list == path) {
        return Some(list_addition(report, list));
    }
    let (fields, mut line) = template(edition, path)?;
    let mut fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    let mut name = fields.pop()?;
    loop {
        let object = find(report, &fields);
        match object {
            Some(Value::Object(object)) if object.contains_key(name) => return None,
            Some(Value::Object(_)) => break,
            Some(_) => return None,
            None => {
                line = format!("{{ \"{name}\": {line} }}");
                name = fields.pop()?;
            }
        }
    }
    Some(Addition {
        object: fields.join("."),
        line: format!("\"{name}\": {line}"),
    })
}

/// The lists of section one.
const LISTS: [&str; 3] = [
    "disclosure.categories",
    "disclosure.channels",
    "disclosure.activities",
];

/// Says how a number of section one is added to a list, which may be missing.
fn list_addition(report: &Value, list: &str) -> Addition {
    let entry = format!(r#"{{ "name": "{UNKNOWN}", "count": {UNKNOWN}, "unit": "条" }}"#);
    let fields: Vec<&str> = list.split('.').collect();
    let (name, object) = (fields.last().copied().unwrap_or_default(), "disclosure");
    let has = |fields: &[&str]| find(report, fields).is_some();
    let (object, line) = if has(&fields) {
        (list, entry)
    } else if has(&[object]) {
        (object, format!("\"{name}\": [ {entry} ]"))
    } else {
        ("", format!("\"{object}\": {{ \"{name}\": [ {entry} ] }}"))
    };
    Addition {
        object: object.to_owned(),
        line,
    }
}

fn find<'a>(report: &'a Value, fields: &[&str]) -> Option<&'a Value> {
    fields
        .iter()
        .try_fold(report, |value, field| value.get(field))
}

/// The fields that lead to a value, and its form.
fn template(edition: Edition, path: &str) -> Option<(Vec<String>, String)> {
    let split = |path: &str| path.split('.').map(str::to_owned).collect();
    if path == "period" {
        let line = format!(r#"{{ "from": "{UNKNOWN}", "to": "{UNKNOWN}" }}"#);
        return Some((split(path), line));
    }
    let stated = [
        ("disclosure.total", "条"),
        ("disclosure.applications.received", "件"),
        ("disclosure.applications.completed", "件"),
    ];
    if let Some((path, unit)) = stated.iter().find(|(stated, _)| *stated == path) {
        let line = format!(r#"{{ "count": {UNKNOWN}, "unit": "{unit}" }}"#);
        return Some((split(path), line));
    }
    if let Some(row) = RowKey::ALL.iter().find(|row| row.path() == path) {
        let cells = [UNKNOWN; Row::COLUMNS.len()].join(", ");
        return Some((split(row.path()), format!("[{cells}]")));
    }
    if let Some(row) = ProactiveKey::ALL.iter().find(|row| row.path() == path) {
        let cells = row.columns(edition).iter();
        let cells = cells.map(|column| (column.field(), value(*column)));
        return Some((split(path), object(cells)));
    }
    if let Some(block) = BlockKey::ALL.iter().find(|block| block.path() == path) {
        let cells = BlockColumn::ALL.iter();
        let cells = cells.map(|column| (column.field(), UNKNOWN));
        return Some((split(block.path()), object(cells)));
    }
    match CellRef::cells().find(|cell| cell.path() == path)? {
        CellRef::Application(row, column) => {
            let mut fields: Vec<String> = split(row.path());
            fields.push(column_name(column).to_owned());
            Some((fields, UNKNOWN.to_owned()))
        }
        CellRef::Proactive(_, column) => Some((split(path), value(column).to_owned())),
        _ => Some((split(path), UNKNOWN.to_owned())),
    }
}

fn column_name(column: Applicant) -> &'static str {
    Row::COLUMNS
        .get(column as usize)
        .copied()
        .unwrap_or_default()
}

fn value(column: ProactiveColumn) -> &'static str {
    if column == ProactiveColumn::Amount {
        r#"{ "value": "?", "unit": "万元" }"#
    } else {
        UNKNOWN
    }
}

fn object<'a>(fields: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let fields = fields.map(|(name, value)| format!("\"{name}\": {value}"));
    format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn added(report: &Value, path: &str) -> Option<(String, String)> {
        let added = addition(report, Edition::Form2021, path)?;
        Some((added.object, added.line))
    }

    fn pair(object: &str, line: &str) -> Option<(String, String)> {
        Some((object.to_owned(), line.to_owned()))
    }

    #[test]
    fn a_cell_is_added_to_its_row() {
        let report = json!({ "applications": { "received": { "person": 1 } },
                             "proactive": { "fees": {} } });
        assert_eq!(
            added(&report, "applications.received[2]"),
            pair("applications.received", r#""research": ?"#)
        );
        assert_eq!(
            added(&report, "proactive.fees.amount"),
            pair(
                "proactive.fees",
                r#""amount": { "value": "?", "unit": "万元" }"#
            )
        );
    }

    #[test]
    fn objects_that_the_file_lacks_are_added_with_what_is_in_them() {
        let report = json!({ "applications": { "outcomes": {} } });
        assert_eq!(
            added(&report, "applications.outcomes.unable.not_held"),
            pair(
                "applications.outcomes",
                r#""unable": { "not_held": [?, ?, ?, ?, ?, ?, ?] }"#
            )
        );
        assert_eq!(
            added(&report, "proactive.rules"),
            pair(
                "",
                r#""proactive": { "rules": { "made": ?, "repealed": ?, "in_force": ? } }"#
            )
        );
    }

    #[test]
    fn nothing_is_added_to_what_the_file_has() {
        let report = json!({ "applications": { "received": [1, 2, 3, 4, 5, 6, 21] } });
        for path in [
            "applications.received",
            "applications.received[2]",
            "applications",
            "",
        ] {
            assert_eq!(added(&report, path), None, "{path}");
        }
    }

    #[test]
    fn numbers_of_section_one_are_added_to_their_lists() {
        let entry = r#"{ "name": "?", "count": ?, "unit": "条" }"#;
        let activities = "disclosure.activities";
        let report = json!({ "disclosure": { "activities": [] } });
        assert_eq!(added(&report, activities), pair(activities, entry));
        assert_eq!(
            added(&json!({ "disclosure": {} }), activities),
            pair("disclosure", &format!(r#""activities": [ {entry} ]"#))
        );
        assert_eq!(
            added(&json!({}), "disclosure.channels"),
            pair(
                "",
                &format!(r#""disclosure": {{ "channels": [ {entry} ] }}"#)
            )
        );
        assert_eq!(
            added(&report, "disclosure.total"),
            pair("disclosure", r#""total": { "count": ?, "unit": "条" }"#)
        );
        let report = json!({ "disclosure": { "total": { "count": 3 } } });
        assert_eq!(added(&report, "disclosure.total"), None);
    }

    #[test]
    fn a_line_is_valid_once_it_is_filled_in() {
        let paths = RowKey::of(Edition::Form2021).map(|row| row.path().to_owned());
        let cells = CellRef::cells().map(CellRef::path);
        let blocks = BlockKey::ALL.iter().map(|block| block.path().to_owned());
        let lists = LISTS.iter().map(|list| (*list).to_owned());
        for path in paths.chain(cells).chain(blocks).chain(lists) {
            let Some(added) = addition(&json!({}), Edition::Form2021, &path) else {
                panic!("{path}");
            };
            let filled = added.line.replace('?', "0");
            let text = format!(
                r#"{{ "format": "gongkai-report/1", "agency": {{ "name": "虚构县" }}, "year": 2022,
                "edition": "2021", {filled} }}"#
            );
            let read = gongkai_model::Report::read(&text);
            let is_of_other_edition = matches!(&read, Err(error)
                if error.problem == gongkai_model::Problem::OtherEdition
                    || matches!(error.problem, gongkai_model::Problem::UnknownField(_)));
            assert!(read.is_ok() || is_of_other_edition, "{path}: {read:?}");
        }
    }
}
