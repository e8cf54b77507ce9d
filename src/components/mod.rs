//! The components of the widget, one a file. What they show is made by `gongkai_view::components`, as
//! plain elements, since static pages and the `draw` module show the same; here it gets its state.

mod cells;
mod chart;
mod detail;
mod fixed;
mod header;
mod live_region;
mod panel;
mod tabs;

pub use header::{Header, SourceLine};
pub use live_region::LiveRegion;
pub use panel::{PanelParts, PanelView};
pub use tabs::Tabs;
