//! Many reports as one value: what `gongkai-catalog/1` holds, and what is asked of it.
//!
//! A catalogue lists reports by place and year, with the path and the hash of each, and carries
//! their headline figures in columns, so that comparing them needs no other file. [`Catalog::read`]
//! reads one, [`build`] makes one of reports. The rest are pure questions: a place's [`series`], a
//! year's [`distribution`], the order of places ([`sorted`]), places by name ([`Search`]), what the
//! checks say between years ([`between_years`]). What must never be compared is in [`comparable`].
//!
//! Numbers stay exact ([`Number`], [`Ratio`]); a place without a number is counted by why it has
//! none ([`State`]), and is never 0.

#[macro_use]
mod pull;

mod build;
mod column;
mod distribution;
mod error;
mod files;
mod findings;
mod hashes;
mod measure;
mod measure_names;
mod messages;
mod number;
mod order;
mod read;
mod search;
mod series;
mod state;
mod store;
mod value;
mod write;

pub use build::{Built, Extract, LeftOut, Unfit, Why, build};
pub use distribution::{Distribution, Mark, Without, distribution};
pub use error::{CatalogError, Expected, Problem};
pub use findings::between_years;
pub use hashes::{BLOCK_FORMAT, Hash, INLINE, PER_BLOCK, read_block, write_block};
pub use measure::{AtChange, Measure, Reason, Unit, breaks_at_2021, comparable};
pub use measure_names::{MeasureText, denominator_name, measure_name, per, usual_power};
pub use messages::{CatalogText, catalog_error, compare_reason};
pub use number::{Number, Ratio, Rounded};
pub use order::{Direction, sorted};
pub use read::{Ahead, is_catalog};
pub use search::Search;
pub use series::{Point, Series, series};
pub use state::{Divisor, Question, State};
pub use store::{Catalog, Denominator, FORMAT, Place};
pub use value::Value;
