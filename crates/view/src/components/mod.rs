//! What the reader sees, one part a file. Here drawings and tables become elements; what shows
//! them, a browser or a static page, is not known here.

mod chart;
mod checks;
mod context;
mod controls;
mod export_actions;
mod form;
mod header;
mod headlines;
mod highlight;
mod panel;
mod paper;
mod report_text;
mod shape;
mod strip;
mod summary;
mod table;
mod tabs;
mod transfer;
mod views;

pub use chart::chart;
pub use checks::{across_year, verdicts};
pub use context::{Context, ContextOf, YearsPanel, without_context};
pub use controls::{controls, options};
pub use export_actions::{export_menus, export_way};
pub use header::{head, header, live_regions, source_line, widget_frame};
pub use highlight::{Highlight, TabStop, detail_line};
pub use panel::{Panel, Part, PartKind, first_panel, open_panel};
pub use paper::{paper, paper_view};
pub use shape::{shape, translate};
pub use strip::strip;
pub use summary::{SUMMARY, summary_and_caveats};
pub use table::table;
pub use tabs::{tab_id, tabs, text_size};
pub use views::{any_panel, panel, tables};
