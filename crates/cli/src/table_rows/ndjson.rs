//! Rows as NDJSON: one JSON object on each line, in UTF-8.

use super::decimal;
use super::value::{Column, Value};
use serde_json::{Value as Json, json};

/// Appends a row and its line break. Every column is named, even if it is null.
///
/// Integers and decimals are written with all their digits. A reader that knows only 64-bit floating
/// point finds the exact amount in the text column.
pub fn push_line(columns: &[Column], row: &[Value<'_>], out: &mut String) {
    out.push('{');
    for (index, (column, value)) in columns.iter().zip(row).enumerate() {
        if index > 0 {
            out.push(',');
        }
        push(&json!(column.name), out);
        out.push(':');
        match value {
            Value::Null => out.push_str("null"),
            Value::Text(text) => push(&json!(text), out),
            Value::Integer(number) => push(&json!(number), out),
            Value::Decimal(scaled) => out.push_str(&decimal::format_scaled(*scaled)),
            Value::Texts(texts) => push(&json!(texts), out),
            Value::Integers(numbers) => push(&json!(numbers), out),
        }
    }
    out.push_str("}\n");
}

fn push(value: &Json, out: &mut String) {
    out.push_str(&value.to_string());
}
