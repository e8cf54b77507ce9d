//! Reads an OpenDocument file: a text (.odt) or a spreadsheet (.ods).

mod body;
mod styles;
mod table;

use crate::docx::package::Package;
use crate::docx::title;
use crate::sheet;
use crate::word::{self, Cell, Color, Merge, Node, Table};
use crate::{Document, ImportError};
use quick_xml::events::BytesStart;
use styles::Styles;

/// The part with the text.
const CONTENT: &str = "content.xml";

/// Reads the paragraphs, tables and title of a text, or the sheets of a spreadsheet. Locations are
/// paragraphs. What is seen, and what a blank cell is, is decided as for a
/// [Word file](crate::docx::document); a cell of a sheet shows the text that is stored with its number.
///
/// # Errors
/// [`ImportError::Damaged`] with the part that cannot be read, [`ImportError::Encrypted`], and
/// [`ImportError::TooMany`] as for a Word file.
pub fn document(bytes: &[u8]) -> Result<Document, ImportError> {
    let mut package = Package::open(bytes)?;
    let manifest = package.read("META-INF/manifest.xml").unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(ImportError::Encrypted);
    }
    let content = package.read(CONTENT)?;
    let mut styles = Styles::default();
    // The common styles are optional.
    styles.read(&package.read("styles.xml").unwrap_or_default());
    styles.read(&content);
    let nodes = body::read(&content, &styles)?;
    let title = package.read("meta.xml").ok();
    let title = title.and_then(|metadata| title::read(&metadata));
    if content.contains("<office:spreadsheet") {
        return sheet::document(
            title,
            nodes.into_iter().filter_map(rows_with_text).collect(),
        );
    }
    word::document(title, &nodes)
}

/// A sheet without its blank rows.
fn rows_with_text(node: Node) -> Option<Table> {
    let Node::Table(mut table) = node else {
        return None;
    };
    let has_text = |cell: &Cell| !cell.nodes.is_empty() || cell.vertical != Merge::None;
    table.rows.retain(|row| row.cells.iter().any(has_text));
    Some(table)
}

fn damaged() -> ImportError {
    let part = CONTENT.to_owned();
    ImportError::Damaged { part }
}

/// An attribute of an element, with any prefix.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    crate::docx::attribute(element, name)
}

/// A number of columns or rows, or how often one is repeated.
fn count(element: &BytesStart<'_>, name: &str) -> usize {
    let count = attribute(element, name).and_then(|count| count.trim().parse().ok());
    count.unwrap_or(1)
}

/// A color such as `#c0c0c0`. `None` for the automatic color, or none at all.
fn hexadecimal(color: &str) -> Option<Color> {
    let digits = color
        .trim()
        .strip_prefix('#')
        .filter(|digits| digits.len() == 6)?;
    let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
    Some([red, green, blue])
}
