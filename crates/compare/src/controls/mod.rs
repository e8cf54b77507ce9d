//! The controls around the panel: header, tabs, the agencies and the other choices.

mod agency_picker;
mod exports;
mod header;
mod options;
mod selects;
mod tabs;

pub use agency_picker::agency_matches;
pub(super) use agency_picker::agency_picker;
pub(super) use exports::exports;
pub(super) use header::header;
pub(super) use options::{chosen_options, options_line};
pub(super) use selects::controls;
pub(super) use tabs::tabs;
