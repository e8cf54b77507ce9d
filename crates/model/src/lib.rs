//! The report in the format `gongkai-report/1`: one agency, one year, every printed cell.
//!
//! Reading rejects unknown fields and invalid values, with their location; see [`Report::read`] and
//! [`ReadError`].

#![warn(missing_docs)]

mod error;
pub mod field_path;
// Public because the catalogue uses the same scanner, and names fields by the same paths.
pub mod json;
pub mod text;
#[macro_use]
mod node;

mod amount;
mod cell;
mod cell_ref;
mod date;
mod quantity;
mod read;
mod report;
mod rows;
mod schema;

pub use amount::{Amount, Currency, Decimal, Money};
pub use cell::{Cell, Row};
pub use cell_ref::CellRef;
pub use date::Date;
pub use error::{Expected, Problem, ReadError};
pub use quantity::{Qualifier, Quantity};
pub use report::*;
pub use rows::*;
pub use schema::schema;
