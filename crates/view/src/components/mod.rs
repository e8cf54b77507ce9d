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
mod strip;
mod table;
mod tabs;
mod take;
mod whole;
mod words;

pub use chart::chart;
pub use checks::verdicts;
pub use controls::controls;
pub use header::{head, header};
pub use panel::{Scene, first_panel, waiting};
pub use paper::paper;
pub use strip::strip;
pub use table::table;
pub use tabs::{tab_id, tabs};
pub use whole::{any_panel, extras, tables};
pub use words::{SUMMARY, said};
