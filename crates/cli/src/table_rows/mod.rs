//! A report as rows of a table, so that table engines can query thousands of reports.
//!
//! [`Grain`] is what one row stands for; [`columns`] names and types the columns, which are the same for
//! every report; [`for_each_row`] passes on a report's rows. [`ndjson`] and [`parquet`] write them.
//! Reports do not depend on each other: the rows of many are the rows of each, one after the other.

mod cells;
mod decimal;
pub mod ndjson;
pub mod parquet;
mod printed;
mod reports;
mod value;

pub use decimal::{PRECISION, SCALE, format_scaled as decimal_text};
pub use value::{Column, ColumnType, Value};

use gongkai_model::Report;

/// What one row stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grain {
    /// A printed cell of the form, or a number stated in section one.
    #[default]
    Cell,
    /// A report.
    Report,
}

/// The columns of each row, in order.
pub fn columns(grain: Grain) -> Vec<Column> {
    match grain {
        Grain::Cell => cells::columns(),
        Grain::Report => reports::columns(),
    }
}

/// Passes a report's rows to `take`, each with one value for each of [`columns`].
///
/// `file` is the file that the report was read from, if it has a name.
///
/// # Errors
/// The first error of `take`, which gets no further row.
pub fn for_each_row<E>(
    grain: Grain,
    report: &Report,
    file: Option<&str>,
    take: &mut dyn FnMut(&[Value<'_>]) -> Result<(), E>,
) -> Result<(), E> {
    match grain {
        Grain::Cell => cells::for_each_row(report, file, take),
        Grain::Report => take(&reports::row(report, file)),
    }
}
