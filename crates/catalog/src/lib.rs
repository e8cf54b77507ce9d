//! Many reports as one value: the contents of a `gongkai-catalog/1` file, and queries over them.
//!
//! A catalogue lists reports by agency and year, with the path and the hash of each, and carries
//! their headline figures in columns, so that no other file is needed to compare them.
//! [`Catalog::read`] reads one; [`build()`] makes one from reports. Everything else is a pure query: the
//! [`series()`] of an agency, the [`distribution()`] of a year, the order of agencies
//! ([`sorted_indices`]), agencies by name ([`AgencySearch`]), sums by group and year ([`Sums`]), and the
//! checks between years ([`between_years`]). [`comparable`] decides which measures must never be compared.
//!
//! Numbers are exact ([`Number`], [`Ratio`]). An agency without a number has a reason instead
//! ([`Answer`]), and never counts as 0.

#![warn(missing_docs)]

#[macro_use]
mod pull;

mod answer;
mod build;
mod catalog;
mod column;
mod denominator;
mod distribution;
mod error;
mod findings;
mod hashes;
mod measure;
mod measure_names;
mod messages;
mod number;
mod order;
mod paths;
mod read;
mod search;
mod series;
mod series_files;
mod sums;
mod value;
mod write;

pub use answer::{Answer, Divisor, Question};
pub use build::{BuildResult, Extract, ExtractError, Omission, OmissionReason, build};
pub use catalog::{AgencyEntry, Catalog, FORMAT};
pub use denominator::Denominator;
pub use distribution::{Distribution, GapCounts, RankedAgency, distribution};
pub use error::{CatalogError, CatalogProblem, ExpectedValue};
pub use findings::between_years;
pub use hashes::{
    BLOCK_FORMAT, HASHES_PER_BLOCK, MAX_INLINE_HASHES, ReportHash, read_block, write_block,
};
pub use measure::{
    EditionChange, IncomparableReason, Measure, MeasureUnit, comparable, edition_change,
};
pub use measure_names::{MeasureText, default_power, denominator_name, measure_name, per_unit};
pub use messages::{CatalogText, catalog_error, incomparable_message};
pub use number::{Number, Ratio, Rounded};
pub use order::{Direction, sorted_indices};
pub use read::{Prefetched, is_catalog};
pub use search::AgencySearch;
pub use series::{Series, SeriesPoint, series};
pub use series_files::{
    FileReference, INDEX_FORMAT, IndexEntry, Level, PEERS_FORMAT, PeerFigures, PeerKind, Peers,
    ROOT_FORMAT, SeriesError, SeriesIndex, SeriesRoot, Sort, peer_sets, read_series, series_folder,
};
pub use sums::{ExactSum, FormSum, SumPrecision, SumScope, Sums, YearSum};
pub use value::Value;
