//! Reads a published report, as web page, text, Word file, spreadsheet or PDF, into a [`Report`].
//!
//! The readers of file formats ([`text`], [`html`] …) make a [`Document`]: lines and tables in reading
//! order, each with its [`Location`]. [`read`] makes a [`Report`] of it. Nothing ambiguous is guessed:
//! it becomes a [`Note`] with its location and an excerpt.
//!
//! [`Report`]: gongkai_model::Report

#![warn(missing_docs)]

mod diagnostics;
mod document;
pub mod encoding;
mod evidence;
mod explanation;
pub mod file_format;
pub mod html;
mod labels;
mod messages;
mod metadata;
mod number;
mod prose;
mod report;
pub mod tables;
pub mod text;
mod visible;

pub mod docx;
#[cfg(feature = "office")]
mod word;

#[cfg(feature = "office")]
pub mod csv_table;
#[cfg(feature = "office")]
pub mod doc;
#[cfg(feature = "office")]
pub mod odf;
#[cfg(feature = "office")]
mod ole;
#[cfg(feature = "office")]
pub mod rtf;
#[cfg(feature = "office")]
mod sheet;

#[cfg(feature = "office")]
pub mod xls;
#[cfg(feature = "office")]
pub mod xlsx;

#[cfg(feature = "pdf")]
pub mod pdf;

pub use diagnostics::{
    FormSection, Gap, ImportError, Imported, Log, Note, NoteKind, Place, Reading, Remark,
    RequiredField, Resource,
};
pub use document::{Block, Document, Elsewhere, ElsewhereKind, Grid, GridCell, Line, Location};
pub use evidence::{Evidence, Source};
pub use explanation::Explanation;
pub use file_format::{
    MAX_FILE_SIZE, PagesRead, needs_all_readers, open, open_binary, open_text, open_with,
};
pub use messages::{
    ImportText, import_error, import_error_in_form, import_explanation, import_location,
    import_note, import_note_in_form, import_rule, import_section,
};
pub use prose::Rule as ProseRule;
pub use report::{Overrides, read, read_with};
