//! The texts of the views of a report, in both languages.

mod app;
mod applications;
mod checks_view;
mod export;
mod export_actions;
mod original;
mod page;
mod sections;
mod widget;

pub use app::*;
pub use applications::*;
pub use checks_view::*;
pub use export::*;
pub use export_actions::ExportActionText;
pub use original::*;
pub use page::*;
pub use sections::*;
pub use widget::*;
