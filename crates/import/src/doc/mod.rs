//! Reads a Word 97 file (.doc, and .wps of WPS Office) into paragraphs and tables ([MS-DOC]).
//!
//! What was measured before this was written: `rwml` 0.1.5 breaks the form's tables into pieces;
//! `office_oxide` 0.1.16 reads their cells, but drops hidden and deleted text before it makes the
//! table, so that a cell with nothing else seems blank.

mod body;
mod characters;
mod fib;
mod formatting;
mod paragraphs;
mod pieces;
mod property;
mod styles;

use crate::ole::{CompoundFile, damaged, properties};
use crate::{Document, ImportError, word};
use fib::Fib;
use formatting::{Kind, Ranges};
use styles::Styles;

/// The stream with the text.
pub(crate) const MAIN_STREAM: &str = "WordDocument";

/// The streams of a file, and what they say.
struct File<'a> {
    text: &'a [u8],
    data: &'a [u8],
    characters: Ranges<'a>,
    paragraphs: Ranges<'a>,
    styles: Styles<'a>,
}

/// Reads the paragraphs, tables and title of a file. Locations are paragraphs. What is seen, and what a
/// blank cell is, is decided as for a newer [Word file](crate::docx::document). Text boxes come last.
///
/// # Errors
/// [`ImportError::Damaged`] with the stream that cannot be read, [`ImportError::Encrypted`],
/// [`ImportError::UnknownKind`] for versions before Word 97, and [`ImportError::TooMany`] as for a newer
/// Word file.
pub fn document(bytes: &[u8]) -> Result<Document, ImportError> {
    read(&mut CompoundFile::open(bytes)?)
}

pub(crate) fn read(file: &mut CompoundFile<'_>) -> Result<Document, ImportError> {
    let text = file.read(MAIN_STREAM)?;
    let fib = Fib::read(&text)?;
    let table = file.read(fib.table_stream)?;
    // Only long lists of properties are in this stream.
    let data = file.read("Data").unwrap_or_default();
    let part = |part: fib::Part| part.of(&table).unwrap_or_default();
    let pieces = fib.pieces.of(&table).ok_or_else(|| damaged(MAIN_STREAM))?;
    let pieces = pieces::read(pieces)?;
    let read = File {
        text: &text,
        data: &data,
        characters: Ranges::read(&text, part(fib.characters), Kind::Characters),
        paragraphs: Ranges::read(&text, part(fib.paragraphs), Kind::Paragraphs),
        styles: Styles::read(part(fib.styles)),
    };
    let nodes = body::read(&read, &fib, &pieces)?;
    word::document(properties::title(file), &nodes)
}
