//! Reports as rows: each printed cell once, in its own state, and the files are read back.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

mod cells;
mod files;
mod reports;

use gongkai_cli::table_rows::{Grain, Value, columns, for_each_row};
use gongkai_model::Report;
use std::collections::BTreeMap;
use std::convert::Infallible;

/// A row by its columns' names, with owned values.
type Row = BTreeMap<String, Value<'static>>;

fn owned(value: &Value<'_>) -> Value<'static> {
    match value {
        Value::Null => Value::Null,
        Value::Text(text) => Value::Text(text.clone().into_owned().into()),
        Value::Integer(number) => Value::Integer(*number),
        Value::Decimal(scaled) => Value::Decimal(*scaled),
        Value::Texts(texts) => Value::Texts(texts.clone()),
        Value::Integers(numbers) => Value::Integers(numbers.clone()),
    }
}

fn rows(grain: Grain, report: &Report) -> Vec<Row> {
    let columns = columns(grain);
    let mut rows = Vec::new();
    let Ok(()) = for_each_row(grain, report, Some("a.html"), &mut |row: &[Value<'_>]| {
        assert_eq!(row.len(), columns.len());
        let named = columns.iter().zip(row);
        let row: Row = named
            .map(|(column, value)| (column.name.to_string(), owned(value)))
            .collect();
        assert_eq!(row.len(), columns.len(), "two columns of one name");
        rows.push(row);
        Ok::<(), Infallible>(())
    });
    rows
}

fn text(text: &str) -> Value<'static> {
    Value::Text(text.to_owned().into())
}

/// Each printed cell of the JSON with its path, found without the library.
fn printed(report: &Report) -> BTreeMap<String, serde_json::Value> {
    let json = gongkai_testing::json(report);
    let mut paths = gongkai_testing::cells(report);
    let disclosure = json.get("disclosure");
    for list in ["categories", "activities"] {
        let items = disclosure.and_then(|section| section.get(list));
        let length = items.and_then(|items| items.as_array()).map_or(0, Vec::len);
        paths.extend((0..length).map(|index| format!("disclosure.{list}[{index}]")));
    }
    let channels = json.pointer("/disclosure/channels");
    let channels = channels.and_then(|channels| channels.as_array());
    for (index, channel) in channels.into_iter().flatten().enumerate() {
        let path = format!("disclosure.channels[{index}]");
        let length = channel["categories"].as_array().map_or(0, Vec::len);
        paths.extend((0..length).map(|index| format!("{path}.categories[{index}]")));
        paths.push(path);
    }
    for path in ["total", "applications.received", "applications.completed"] {
        let pointer = format!("/disclosure/{}", path.replace('.', "/"));
        if json.pointer(&pointer).is_some() {
            paths.push(format!("disclosure.{path}"));
        }
    }
    paths
        .into_iter()
        .map(|path| {
            let mut value = gongkai_testing::at(&json, &path).clone();
            if path.starts_with("disclosure.channels[") {
                let fields = value.as_object_mut().expect("a channel");
                // A channel's own categories are rows of their own.
                fields.retain(|name, _| !name.starts_with("categories"));
                if let Some((channel, _)) = path.split_once("].") {
                    let channel = gongkai_testing::at(&json, &format!("{channel}]"));
                    let names = [&channel["name"], &fields["name"]].map(|name| name.as_str());
                    let name = names.map(|name| name.expect("a name")).join(" · ");
                    fields.insert("name".to_owned(), name.into());
                }
            }
            (path, value)
        })
        .collect()
}
