//! Rows as Apache Parquet: typed columns, nulls as nulls, lists as lists.

mod buffer;

use super::value::{Column, ColumnType, Value};
use super::{PRECISION, SCALE};
use buffer::Buffer;
use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::errors::Result;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::{Type, TypePtr};
use std::io::Write;
use std::sync::Arc;

pub use parquet::errors::ParquetError;

/// The most fields of a row group. Memory does not grow with the number of reports.
const MOST_FIELDS: usize = 1 << 20;

/// The most bytes of text of a row group.
const MOST_BYTES: usize = 32 << 20;

/// The bytes of a decimal with [`PRECISION`] digits.
const WIDTH: i32 = 16;

/// A Parquet file being written; invalid until [`ParquetWriter::finish`].
pub struct ParquetWriter<W: Write + Send> {
    file: SerializedFileWriter<W>,
    buffers: Vec<Buffer>,
    fields: usize,
    bytes: usize,
}

impl<W: Write + Send> ParquetWriter<W> {
    /// Begins a file with these columns.
    ///
    /// # Errors
    /// If `out` cannot be written.
    pub fn new(columns: &[Column], out: W) -> Result<ParquetWriter<W>> {
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .build();
        Ok(ParquetWriter {
            file: SerializedFileWriter::new(out, schema(columns)?, Arc::new(properties))?,
            buffers: columns
                .iter()
                .map(|column| Buffer::new(column.column_type))
                .collect(),
            fields: 0,
            bytes: 0,
        })
    }

    /// Adds a row with one value for each column.
    ///
    /// # Errors
    /// If `out` cannot be written, or a value does not have its column's type.
    pub fn push(&mut self, row: &[Value<'_>]) -> Result<()> {
        if row.len() != self.buffers.len() {
            return Err(ParquetError::General("a row of another table".to_owned()));
        }
        for (buffer, value) in self.buffers.iter_mut().zip(row) {
            self.bytes = self.bytes.saturating_add(buffer.push(value)?);
        }
        self.fields = self.fields.saturating_add(row.len());
        if self.fields >= MOST_FIELDS || self.bytes >= MOST_BYTES {
            self.flush()?;
        }
        Ok(())
    }

    /// Writes the buffered rows as one row group.
    fn flush(&mut self) -> Result<()> {
        if self.fields == 0 {
            return Ok(());
        }
        let mut group = self.file.next_row_group()?;
        for buffer in &mut self.buffers {
            let column = group.next_column()?;
            let mut column = column.ok_or_else(|| ParquetError::General("no column".to_owned()))?;
            buffer.write(&mut column)?;
            column.close()?;
        }
        group.close()?;
        self.fields = 0;
        self.bytes = 0;
        Ok(())
    }

    /// Writes the remaining rows and the file's index, and returns `out`.
    ///
    /// # Errors
    /// If `out` cannot be written.
    pub fn finish(mut self) -> Result<W> {
        self.flush()?;
        self.file.into_inner()
    }
}

fn schema(columns: &[Column]) -> Result<TypePtr> {
    let fields: Result<Vec<TypePtr>> = columns.iter().map(field).collect();
    let schema = Type::group_type_builder("row").with_fields(fields?);
    Ok(Arc::new(schema.build()?))
}

fn field(column: &Column) -> Result<TypePtr> {
    let name = column.name.as_ref();
    let item = match column.column_type {
        ColumnType::Text => text(name, Repetition::OPTIONAL)?,
        ColumnType::Integer => integer(name, Repetition::OPTIONAL)?,
        ColumnType::Decimal => {
            let (precision, scale) = (PRECISION as i32, SCALE as i32);
            let bytes = Type::primitive_type_builder(name, Physical::FIXED_LEN_BYTE_ARRAY)
                .with_length(WIDTH)
                .with_precision(precision)
                .with_scale(scale)
                .with_logical_type(Some(LogicalType::decimal(scale, precision)))
                .with_repetition(Repetition::OPTIONAL);
            bytes.build()?
        }
        ColumnType::Texts => list(name, text("element", Repetition::REQUIRED)?)?,
        ColumnType::Integers => list(name, integer("element", Repetition::REQUIRED)?)?,
    };
    Ok(Arc::new(item))
}

fn text(name: &str, repetition: Repetition) -> Result<Type> {
    Type::primitive_type_builder(name, Physical::BYTE_ARRAY)
        .with_logical_type(Some(LogicalType::String))
        .with_repetition(repetition)
        .build()
}

fn integer(name: &str, repetition: Repetition) -> Result<Type> {
    Type::primitive_type_builder(name, Physical::INT64)
        .with_repetition(repetition)
        .build()
}

/// A list with the three levels that the format requires.
fn list(name: &str, element: Type) -> Result<Type> {
    let items = Type::group_type_builder("list")
        .with_repetition(Repetition::REPEATED)
        .with_fields(vec![Arc::new(element)])
        .build()?;
    Type::group_type_builder(name)
        .with_logical_type(Some(LogicalType::List))
        .with_repetition(Repetition::REQUIRED)
        .with_fields(vec![Arc::new(items)])
        .build()
}
