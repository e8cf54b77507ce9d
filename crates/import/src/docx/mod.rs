//! A Word file (Office Open XML) as paragraphs and tables, with its changes accepted.

mod body;
mod package;
mod table;
mod title;
mod words;

use super::{Document, ImportError, Resource};
use package::Package;

/// What is kept of one file at most: cells of all tables, and paragraphs and tables together.
const MOST: usize = 200_000;

/// Where Word keeps the text.
const TEXT: &str = "word/document.xml";
const PROPERTIES: &str = "docProps/core.xml";

/// The paragraphs and tables of a Word file and the title that it was given. Places are
/// paragraphs.
///
/// What was struck out, deleted or hidden is not there; of a shape that is stored twice, for newer
/// and for older programs, one stands. Notes, headers and footers are not read. A table that holds
/// other tables or a single cell stands as its lines.
///
/// # Errors
/// [`ImportError::Damaged`] with the part that cannot be read, [`ImportError::Encrypted`], and
/// [`ImportError::TooMany`] beyond 200,000 cells or paragraphs or where a part unpacks to more
/// than 64 MB.
pub fn document(bytes: &[u8]) -> Result<Document, ImportError> {
    let mut package = Package::open(bytes)?;
    let name = package.text_part().ok_or_else(|| damaged(TEXT))?;
    let text = package.read(&name)?;
    let blocks = body::read(&text, &name)?;
    // A file without its properties is whole enough.
    let title = package.read(PROPERTIES).ok();
    Ok(Document {
        title: title.and_then(|properties| title::read(&properties)),
        blocks,
        ..Document::default()
    })
}

fn damaged(part: &str) -> ImportError {
    let part = part.to_owned();
    ImportError::Damaged { part }
}

fn too_many(what: Resource) -> ImportError {
    ImportError::TooMany { what, limit: MOST }
}
