//! Buffered fields of one column.

use crate::table_rows::value::{ColumnType, Value};
use parquet::data_type::{
    ByteArray, ByteArrayType, DataType, FixedLenByteArray, FixedLenByteArrayType, Int64Type,
};
use parquet::errors::{ParquetError, Result};
use parquet::file::writer::SerializedColumnWriter;

/// Values without nulls, and for each field whether it has a value (1) or is null or empty (0).
pub(super) struct Levels<T> {
    values: Vec<T>,
    defined: Vec<i16>,
    /// For lists: 0 for the first element of a row, 1 for the others.
    repeated: Option<Vec<i16>>,
}

impl<T> Levels<T> {
    fn new(is_list: bool) -> Levels<T> {
        Levels {
            values: Vec::new(),
            defined: Vec::new(),
            repeated: is_list.then(Vec::new),
        }
    }

    fn push(&mut self, value: Option<T>, follows: bool) {
        self.defined.push(i16::from(value.is_some()));
        self.values.extend(value);
        if let Some(repeated) = &mut self.repeated {
            repeated.push(i16::from(follows));
        }
    }

    fn push_all(&mut self, values: impl Iterator<Item = T>) {
        let mut follows = false;
        for value in values {
            self.push(Some(value), follows);
            follows = true;
        }
        if !follows {
            self.push(None, false);
        }
    }

    fn write<D: DataType<T = T>>(&mut self, column: &mut SerializedColumnWriter<'_>) -> Result<()>
    where
        T: Clone,
    {
        let repeated = self.repeated.as_deref();
        let typed = column.typed::<D>();
        typed.write_batch(&self.values, Some(&self.defined), repeated)?;
        *self = Levels::new(self.repeated.is_some());
        Ok(())
    }
}

pub(super) enum Buffer {
    Texts(Levels<ByteArray>),
    Integers(Levels<i64>),
    Decimals(Levels<FixedLenByteArray>),
}

impl Buffer {
    pub fn new(column_type: ColumnType) -> Buffer {
        match column_type {
            ColumnType::Text => Buffer::Texts(Levels::new(false)),
            ColumnType::Texts => Buffer::Texts(Levels::new(true)),
            ColumnType::Integer => Buffer::Integers(Levels::new(false)),
            ColumnType::Integers => Buffer::Integers(Levels::new(true)),
            ColumnType::Decimal => Buffer::Decimals(Levels::new(false)),
        }
    }

    /// Adds a field, and returns its bytes of text.
    pub fn push(&mut self, value: &Value<'_>) -> Result<usize> {
        let bytes = match value {
            Value::Text(text) => text.len(),
            Value::Texts(texts) => texts.iter().map(String::len).sum(),
            _ => 0,
        };
        match (self, value) {
            (Buffer::Texts(texts), Value::Null) => texts.push(None, false),
            (Buffer::Integers(numbers), Value::Null) => numbers.push(None, false),
            (Buffer::Decimals(numbers), Value::Null) => numbers.push(None, false),
            (Buffer::Texts(texts), Value::Text(text)) => {
                texts.push(Some(ByteArray::from(text.as_ref())), false);
            }
            (Buffer::Texts(texts), Value::Texts(all)) => {
                texts.push_all(all.iter().map(|text| ByteArray::from(text.as_str())));
            }
            (Buffer::Integers(numbers), Value::Integer(number)) => {
                numbers.push(Some(*number), false);
            }
            (Buffer::Integers(numbers), Value::Integers(all)) => {
                numbers.push_all(all.iter().copied());
            }
            (Buffer::Decimals(numbers), Value::Decimal(scaled)) => {
                let bytes = scaled.to_be_bytes().to_vec();
                numbers.push(Some(FixedLenByteArray::from(bytes)), false);
            }
            _ => return Err(ParquetError::General("a value of another type".to_owned())),
        }
        Ok(bytes)
    }

    /// Writes all fields and empties the buffer.
    pub fn write(&mut self, column: &mut SerializedColumnWriter<'_>) -> Result<()> {
        match self {
            Buffer::Texts(levels) => levels.write::<ByteArrayType>(column),
            Buffer::Integers(levels) => levels.write::<Int64Type>(column),
            Buffer::Decimals(levels) => levels.write::<FixedLenByteArrayType>(column),
        }
    }
}
