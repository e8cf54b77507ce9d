//! A report as rows of a table, so that engines made for tables can answer for thousands of them.
//!
//! [`Grain`] says what one row is; [`columns`] names and types the columns, the same for every
//! report; [`each`] gives a report's rows. [`ndjson`] and [`parquet`] write them. Nothing is kept
//! from one report to the next: the rows of many are those of each, one after the other.

mod cells;
mod decimal;
pub mod ndjson;
pub mod parquet;
mod printed;
mod reports;
mod value;

pub use decimal::{PRECISION, SCALE};
pub use value::{Column, Kind, Value};

use gongkai_model::Report;

/// What one row is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grain {
    /// A cell that the form prints, or a number that section one states.
    #[default]
    Cell,
    /// A report.
    Report,
}

/// The columns of every row, in order.
pub fn columns(grain: Grain) -> Vec<Column> {
    match grain {
        Grain::Cell => cells::columns(),
        Grain::Report => reports::columns(),
    }
}

/// Hands the report's rows over one by one; each has a value for every one of [`columns`].
///
/// `file` is where the report was read from, if it has a name.
///
/// # Errors
/// The first that `take` gives; no row follows it.
pub fn each<E>(
    grain: Grain,
    report: &Report,
    file: Option<&str>,
    take: &mut dyn FnMut(&[Value<'_>]) -> Result<(), E>,
) -> Result<(), E> {
    match grain {
        Grain::Cell => cells::each(report, file, take),
        Grain::Report => take(&reports::row(report, file)),
    }
}
