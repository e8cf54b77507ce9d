//! Reads a Rich Text Format file into paragraphs and tables.
//!
//! Groups are not a tree here: one pass over the tokens with a stack of what holds in each group.

mod body;
mod fonts;
mod rows;
mod state;
mod tokens;

use crate::word;
use crate::{Document, ImportError};

/// Reads the paragraphs, tables and title of a file. Locations are paragraphs. What is seen, and what a
/// blank cell is, is decided as for a [Word file](crate::docx::document).
///
/// # Errors
/// [`ImportError::Damaged`] if the file ends before its last group, and [`ImportError::TooMany`] as for a
/// Word file.
pub fn document(bytes: &[u8]) -> Result<Document, ImportError> {
    let (title, nodes) = body::read(bytes)?;
    word::document(title, &nodes)
}
