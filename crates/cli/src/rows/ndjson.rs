//! Rows as NDJSON: one JSON object a line, in UTF-8.

use super::decimal;
use super::value::{Column, Value};
use serde_json::{Value as Json, json};

/// Appends the row and its line break; every column is named, also where it is null.
///
/// Integers are written with all their digits, and so are decimals; a reader that knows only 64-bit
/// floating point has the digits of an amount in the text beside it.
pub fn line(columns: &[Column], row: &[Value<'_>], out: &mut String) {
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
            Value::Decimal(scaled) => out.push_str(&decimal::written(*scaled)),
            Value::Texts(texts) => push(&json!(texts), out),
            Value::Integers(numbers) => push(&json!(numbers), out),
        }
    }
    out.push_str("}\n");
}

fn push(value: &Json, out: &mut String) {
    out.push_str(&value.to_string());
}
