//! What the reader sees, one part a file. Here drawings and tables become elements; what shows
//! them, a browser or a static page, is not known here.

mod chart;
mod checks;
mod controls;
mod form;
mod header;
mod headlines;
mod original;
mod panel;
mod paper;
mod shape;
mod table;
mod tabs;
mod take;
mod whole;
mod words;

pub use header::header;
pub use panel::{Scene, first_panel, waiting};
pub use paper::paper;
pub use tabs::{tab_id, tabs};
pub use whole::{any_panel, extras, tables};
