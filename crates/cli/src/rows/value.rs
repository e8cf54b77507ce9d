//! What stands in one field of a row.

use std::borrow::Cow;

/// The type of a column; every column but a list may be null.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// 64 bits, signed.
    Integer,
    /// Of [`PRECISION`](super::PRECISION) digits, [`SCALE`](super::SCALE) of them after the point.
    Decimal,
    /// Never null, but often empty.
    Texts,
    /// As [`Kind::Texts`], of integers.
    Integers,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: Cow<'static, str>,
    pub kind: Kind,
}

impl Column {
    pub(super) fn new(name: impl Into<Cow<'static, str>>, kind: Kind) -> Column {
        Column {
            name: name.into(),
            kind,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    Null,
    Text(Cow<'a, str>),
    Integer(i64),
    /// Counted in units of the last of the places after the point.
    Decimal(i128),
    Texts(Vec<String>),
    Integers(Vec<i64>),
}

impl<'a> Value<'a> {
    pub(super) fn text(text: impl Into<Cow<'a, str>>) -> Value<'a> {
        Value::Text(text.into())
    }

    /// As [`Value::text`]; null of none.
    pub(super) fn text_or_null(text: Option<&'a str>) -> Value<'a> {
        text.map_or(Value::Null, Value::text)
    }

    pub(super) fn integer_or_null(number: Option<i64>) -> Value<'a> {
        number.map_or(Value::Null, Value::Integer)
    }
}
