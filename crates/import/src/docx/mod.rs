//! Reads a Word file (Office Open XML) into paragraphs and tables, with tracked changes accepted.

mod body;
pub(crate) mod package;
mod styles;
mod table;
pub(crate) mod title;
mod vocabulary;

use super::tables::split_sheets;
use super::{Document, ImportError, Resource};
use package::Package;
use styles::Styles;
#[cfg(feature = "office")]
pub(crate) use vocabulary::{attribute, character};

/// The most cells, and the most paragraphs and tables, of a file.
const MOST: usize = 200_000;

/// The usual name of the main document part.
const MAIN_PART: &str = "word/document.xml";
/// The part with the title.
const PROPERTIES: &str = "docProps/core.xml";

/// Reads the paragraphs, tables and title of a Word file. Locations are paragraphs.
///
/// Text that is struck out, deleted, hidden or of the color of its background is left out. A shape that is stored twice, for newer and
/// for older programs, is read once. Notes, headers and footers are not read. A table that contains
/// other tables or a single cell becomes lines.
///
/// # Errors
/// [`ImportError::Damaged`] with the part that cannot be read, [`ImportError::Encrypted`], and
/// [`ImportError::TooMany`] beyond 200,000 cells or paragraphs or if a part unpacks to more than 64 MB.
pub fn document(bytes: &[u8]) -> Result<Document, ImportError> {
    let mut package = Package::open(bytes)?;
    let name = package.main_part().ok_or_else(|| damaged(MAIN_PART))?;
    let text = package.read(&name)?;
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    // The styles are optional.
    let styles = package.read(&format!("{folder}/styles.xml"));
    let styles = styles
        .map(|styles| Styles::read(&styles))
        .unwrap_or_default();
    let (blocks, elsewhere) = body::read(&text, &name, &styles)?;
    // The properties are optional.
    let title = package.read(PROPERTIES).ok();
    Ok(Document {
        title: title.and_then(|properties| title::read(&properties)),
        blocks: split_sheets(blocks),
        elsewhere,
        ..Document::default()
    })
}

/// Reads the lines and tables of a main document part that another reader wrote.
#[cfg(feature = "office")]
pub(crate) fn read_markup(xml: &str) -> Result<Vec<crate::Block>, ImportError> {
    let (blocks, _) = body::read(xml, MAIN_PART, &Styles::default())?;
    Ok(split_sheets(blocks))
}

fn damaged(part: &str) -> ImportError {
    let part = part.to_owned();
    ImportError::Damaged { part }
}

fn too_many(what: Resource) -> ImportError {
    ImportError::TooMany { what, limit: MOST }
}
