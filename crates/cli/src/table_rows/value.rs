//! Columns, and the values of a row's fields.

use std::borrow::Cow;

/// The type of a column. Lists may be empty but not null; all others may be null.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
    Text,
    /// A signed 64-bit integer.
    Integer,
    /// A number with [`PRECISION`](super::PRECISION) digits, [`SCALE`](super::SCALE) of them after the point.
    Decimal,
    Texts,
    Integers,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: Cow<'static, str>,
    pub column_type: ColumnType,
}

impl Column {
    pub(super) fn new(name: impl Into<Cow<'static, str>>, column_type: ColumnType) -> Column {
        Column {
            name: name.into(),
            column_type,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    Null,
    Text(Cow<'a, str>),
    Integer(i64),
    /// The number × 10^[`SCALE`](super::SCALE).
    Decimal(i128),
    Texts(Vec<String>),
    Integers(Vec<i64>),
}

impl<'a> Value<'a> {
    pub(super) fn text(text: impl Into<Cow<'a, str>>) -> Value<'a> {
        Value::Text(text.into())
    }

    pub(super) fn text_or_null(text: Option<&'a str>) -> Value<'a> {
        text.map_or(Value::Null, Value::text)
    }

    pub(super) fn integer_or_null(number: Option<i64>) -> Value<'a> {
        number.map_or(Value::Null, Value::Integer)
    }
}
