//! A report in its context: what the other years of the same agency, and its peers, add to each of its views.
//!
//! A [`Series`] is a catalogue of one agency that fits the report. [`Series::context`] makes the parts that a
//! view gets from it; `gongkai_view` gives them their places.

mod charts;
mod checks;
mod last_year;
mod measures;
mod messages;
mod numbers;
mod peers;
mod series;
mod tiles;

pub use messages::ContextText;
pub use series::{Series, SeriesProblem, problem_note};
