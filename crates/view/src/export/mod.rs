//! Exports figures and reports as files: CSV and SVG.
//!
//! The JSON of a report is the file that was read.

mod cite;
mod csv;
mod file;
mod name;
mod picture;
mod preview;
mod report_cells;
mod svg;
mod svg_style;
mod xml;

pub use cite::reference;
pub use csv::{Bom, CsvField, CsvWriter, bare_number, figure_csv, report_csv};
pub use file::{ExportedFile, export_file};
pub use name::{file_name, safe_name};
pub use picture::{
    Captions, PHONE, Shared, captioned_picture, phone_picture, picture, report_picture,
};
pub use preview::{notice_picture, preview_picture};
pub use report_cells::{FormSection, ReportCell, report_cells};
pub use svg::svg;
