//! What a reader or a host takes away of a figure or of a report.
//!
//! The JSON of a report needs nothing here: it is [`Report::write`](gongkai_model::Report::write),
//! indented, and read back unchanged.

mod csv;
mod file;
mod name;
mod picture;
mod printed;
mod svg;

pub use csv::{Bom, figure_csv, report_csv};
pub use file::{File, file};
pub use name::file_name;
pub use picture::{picture, report_picture};
pub use svg::svg;
