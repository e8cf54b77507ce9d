//! Many reports on one page: what the reader compares, and the elements that show it. In the browser
//! this is a WebAssembly module of its own, fetched where `src` is a catalogue.
//!
//! [`Choice`] is all that the reader chose; a link keeps it. [`Comparison`] holds the catalogue with a
//! choice and makes the elements, part by part, so that a key in the search field draws no chart.

mod act;
mod choice;
mod comparison;
mod controls;
mod link;
pub mod messages;
mod panel;
mod places;
mod words;

pub use choice::{By, Choice, Kind, MOST_PLACES, Sort, SortBy};
pub use comparison::{Comparison, Part};
