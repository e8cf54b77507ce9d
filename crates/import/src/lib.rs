//! A published report, as web page, text or office file, becomes a [`Report`].
//!
//! Readers of files ([`text`], [`html`] …) make a [`Document`]: lines and tables in reading order,
//! each knowing its place. [`report`] makes a [`Report`] of it. What is not understood, or could be
//! understood in two ways, is never guessed: it becomes a [`Note`] with its place and its words.

mod diagnostics;
mod document;
pub mod encoding;
pub mod html;
pub mod kind;
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

#[cfg(feature = "pdf")]
pub mod pdf;

pub use diagnostics::{
    FormSection, Gap, ImportError, Imported, Log, Note, NoteKind, Reading, Remark, RequiredField,
    Resource,
};
pub use document::{Block, Document, Grid, GridCell, Line, Location};
pub use kind::{LIMIT, open, open_text, packed};
pub use messages::{ImportText, import_error, import_location, import_note, import_section};
pub use report::{Overrides, read, read_with};
