//! Reads an OFD file (GB/T 33190), the fixed-layout format of official documents: its pages are drawn
//! and then read like those of a PDF.

mod objects;
mod package;
mod page;

use super::{Document, ImportError, PAGES, blocks, check_size, damaged, page as layout, too_many};
use crate::Resource;
use crate::docx::package::Package;

/// What all pages' content unpacks to at most, in bytes.
const UNPACKED: usize = 128 << 20;

/// Reads the lines and tables of a file, as [`pdf::document`](super::document) does.
///
/// # Errors
/// [`ImportError::NoText`] where the pages show none, [`ImportError::Damaged`] with the part that cannot
/// be read, and [`ImportError::TooMany`] as for a PDF.
pub fn document(bytes: &[u8]) -> Result<Document, ImportError> {
    let mut package = Package::open(bytes)?;
    let file = package::read(&mut package)?;
    if file.pages.len() > PAGES {
        return Err(too_many(Resource::Pages, PAGES));
    }
    let mut pages = Vec::new();
    let mut scanned_pages = Vec::new();
    let (mut has_text, mut unpacked) = (false, 0_usize);
    for (at, part) in file.pages.iter().enumerate() {
        let xml = package.read(part)?;
        unpacked = unpacked.saturating_add(xml.len());
        if unpacked > UNPACKED {
            return Err(too_many(Resource::UnpackedBytes, UNPACKED));
        }
        let mut templates = Vec::new();
        for id in page::templates(&xml) {
            if let Some(part) = file.templates.get(&id) {
                templates.push(package.read(part)?);
            }
        }
        let drawn = page::draw(&xml, &templates, file.area, part)?;
        has_text |= !drawn.glyphs.is_empty();
        if drawn.is_scan() {
            scanned_pages.push(at + 1);
        }
        pages.push(layout::read(drawn, at + 1));
        check_size(&pages)?;
    }
    if !has_text {
        return Err(ImportError::NoText);
    }
    Ok(Document {
        title: file.title,
        blocks: blocks(pages),
        scanned_pages,
        ..Document::default()
    })
}
