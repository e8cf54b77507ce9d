//! What the reader sees, one component a file. Here drawings become elements.

mod chart;
mod controls;
mod findings;
mod headlines;
mod shape;
mod table;
mod tabs;

pub use chart::Chart;
pub use controls::Controls;
pub use findings::Findings;
pub use headlines::Headlines;
pub use table::FigureTable;
pub use tabs::Tabs;
