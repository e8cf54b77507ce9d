//! A preview of a report of the reader's own: the panel for choosing a file, and the message about what
//! was read. In the browser this is a WebAssembly module, loaded when the reader asks for it.

#![warn(missing_docs)]

pub mod messages;
mod outcome;
mod panel;

pub use outcome::{Outcome, ReportFile, preview_document, preview_error, preview_text};
pub use panel::panel;
