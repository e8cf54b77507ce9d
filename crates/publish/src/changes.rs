//! What is different between two versions of a report, field by field.

use gongkai_model::Report;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// A field that is different. `None` is a field that the report does not have; a blank is `""`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// Such as `applications.received[6]`.
    pub path: String,
    /// Its value before.
    pub old: Option<String>,
    /// Its value now.
    pub new: Option<String>,
}

/// The most characters that are kept of a value; paragraphs may be long.
const LONGEST: usize = 200;

/// The fields that are different, in the order of their paths.
pub fn changes(old: &Report, new: &Report) -> Vec<FieldChange> {
    let (mut old, new) = (fields(old), fields(new));
    let mut changes = BTreeMap::new();
    for (path, value) in new {
        let before = old.remove(&path);
        if before.as_ref() != Some(&value) {
            changes.insert(path, (before, Some(value)));
        }
    }
    changes.extend(
        old.into_iter()
            .map(|(path, value)| (path, (Some(value), None))),
    );
    let changes = changes.into_iter().map(|(path, (old, new))| {
        let (old, new) = shortened(old, new);
        FieldChange { path, old, new }
    });
    changes.collect()
}

/// The fields of a report's JSON as text.
fn fields(report: &Report) -> BTreeMap<String, String> {
    let mut fields = BTreeMap::new();
    if let Ok(json) = serde_json::from_str::<Value>(&report.write()) {
        flatten(String::new(), json, &mut fields);
    }
    fields
}

fn flatten(path: String, value: Value, into: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                let dot = if path.is_empty() { "" } else { "." };
                flatten([&path, dot, &name].concat(), value, into);
            }
        }
        Value::Array(array) => {
            for (index, value) in array.into_iter().enumerate() {
                flatten(format!("{path}[{index}]"), value, into);
            }
        }
        Value::String(text) => {
            into.insert(path, text);
        }
        Value::Null => {
            into.insert(path, String::new());
        }
        other => {
            into.insert(path, other.to_string());
        }
    }
}

/// Cuts two long values to the part in which they begin to differ.
fn shortened(old: Option<String>, new: Option<String>) -> (Option<String>, Option<String>) {
    let is_long = |text: &Option<String>| {
        let text = text.as_deref().unwrap_or_default();
        text.chars().count() > LONGEST
    };
    if !is_long(&old) && !is_long(&new) {
        return (old, new);
    }
    let pairs = old
        .iter()
        .flat_map(|old| old.chars())
        .zip(new.iter().flat_map(|new| new.chars()));
    let same = pairs.take_while(|(old, new)| old == new).count();
    let from = same.saturating_sub(LONGEST / 4);
    let cut = |text: String| {
        let mut cut: String = text.chars().skip(from).take(LONGEST).collect();
        if from > 0 {
            cut.insert(0, '…');
        }
        if text.chars().count() > from.saturating_add(LONGEST) {
            cut.push('…');
        }
        cut
    };
    (old.map(cut), new.map(cut))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(received: &str, text: &str) -> Report {
        let text = format!(
            r#"{{ "format": "gongkai-report/1", "agency": {{ "name": "虚构县" }}, "year": 2021, "edition": "2021",
                "source": {{ "title": "{text}" }},
                "applications": {{ "received": {received} }} }}"#
        );
        Report::read(&text).expect("a report")
    }

    #[test]
    fn each_field_is_named_with_both_values_and_blank_slash_and_zero_differ() {
        let old = report("[1, null, \"/\", 0, 0, 0, 1]", "甲");
        let new = report("[2, \"/\", 0, null, 0, 0, 2]", "甲");
        let changes = changes(&old, &new);
        let of = |name: &str| {
            let end = format!("[{name}]");
            let found = changes
                .iter()
                .find(|one| one.path.ends_with(&end) || one.path.ends_with(name));
            let found = found.unwrap_or_else(|| panic!("{name}: {changes:?}"));
            (
                found.old.clone().unwrap_or_default(),
                found.new.clone().unwrap_or_default(),
            )
        };
        assert_eq!(changes.len(), 5, "{changes:?}");
        assert_eq!(of("0"), ("1".to_owned(), "2".to_owned()));
        assert_eq!(of("1"), (String::new(), "/".to_owned()));
        assert_eq!(of("2"), ("/".to_owned(), "0".to_owned()));
        assert_eq!(of("3"), ("0".to_owned(), String::new()));
    }

    #[test]
    fn long_text_is_cut_to_where_it_differs() {
        let (before, after) = ("前".repeat(300), "后".repeat(300));
        let changes = changes(
            &report("[0, 0, 0, 0, 0, 0, 0]", &format!("{before}甲{after}")),
            &report("[0, 0, 0, 0, 0, 0, 0]", &format!("{before}乙{after}")),
        );
        let [one] = &changes[..] else {
            panic!("{changes:?}");
        };
        let new = one.new.as_deref().unwrap_or_default();
        assert!(
            new.contains("前乙后") && new.starts_with('…') && new.ends_with('…'),
            "{new}"
        );
        assert!(new.chars().count() < 210);
    }
}
