//! A report of the reader's own, read on the spot: the place for a file, and what is said of it.
//! In the browser this is a WebAssembly module of its own, fetched when a reader asks for it.

pub mod messages;
mod outcome;
mod panel;

pub use outcome::{Outcome, of_document, of_error, of_text};
pub use panel::panel;
