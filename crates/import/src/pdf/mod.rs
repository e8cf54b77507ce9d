//! A PDF with a text layer as lines and tables, by where everything stands on its pages.

mod aside;
mod charset;
mod cmap;
mod columns;
mod content;
mod file;
mod font;
mod geometry;
mod joined;
mod lattice;
mod lexer;
mod lines;
mod page;
mod path;
mod radicals;
mod rules;
mod running;
mod simple;
mod state;
mod tables;
mod upright;
mod widths;
mod wrapped;

use super::{Document, ImportError, What};
use content::Painter;

/// Pages that are read at most.
const PAGES: usize = 2_000;
/// What all pages' content unpacks to at most, in bytes.
const UNPACKED: usize = 128 << 20;
/// Cells of all tables, and lines and tables together, at most.
const MOST: usize = 200_000;

/// The lines and tables of a PDF and the title that it was given. Places are pages with their
/// lines, which count what stands side by side as one.
///
/// A table is what has rules between its cells; where a rule is missing, cells are one. It goes on
/// over a page's end. Other words are lines, with a tab where they stand far apart; lines of one
/// paragraph are one, where the next word had no room. Where rows have no rules and a label has
/// several lines, all such rows stand as words, not as cells. Left out are page numbers, headers that every page repeats, words that lean (a watermark) and words that are
/// not shown, such as those that a scanner's program put under a picture of a page. A character
/// that the file does not name is U+FFFD.
///
/// # Errors
/// [`ImportError::Encrypted`] where a password is needed, [`ImportError::NoText`] where the pages
/// show none, [`ImportError::Damaged`] with the part that cannot be read, also with the font where
/// most characters are not named, and [`ImportError::TooMany`] beyond 2,000 pages, 200,000 cells
/// or lines, or 128 MB of content.
pub fn document(bytes: &[u8]) -> Result<Document, ImportError> {
    let file = file::open(bytes)?;
    let mut painter = Painter::new(&file);
    let mut pages = Vec::new();
    let (mut cells, mut lines) = (0_usize, 0_usize);
    for (number, id) in file::pages(&file)?.into_iter().enumerate() {
        let drawn = file::draw(&file, &mut painter, id, number + 1)?;
        let page = page::read(drawn, number + 1);
        cells = cells.saturating_add(page.cells());
        lines = lines.saturating_add(page.items.len());
        if cells > MOST {
            return Err(too_many(What::Cells, MOST));
        }
        if lines > MOST {
            return Err(too_many(What::Blocks, MOST));
        }
        pages.push(page);
    }
    if painter.characters == 0 {
        return Err(ImportError::NoText);
    }
    if painter.unnamed > painter.characters / 2 {
        let font = painter.unnamed_font.unwrap_or_default();
        return Err(damaged(&font));
    }
    running::leave_out(&mut pages);
    page::leave_unsure(&mut pages);
    Ok(Document {
        title: file::title(&file),
        blocks: joined::blocks(pages),
        ..Document::default()
    })
}

fn damaged(part: &str) -> ImportError {
    let part = part.to_owned();
    ImportError::Damaged { part }
}

fn too_many(what: What, limit: usize) -> ImportError {
    ImportError::TooMany { what, limit }
}

fn unpacked() -> ImportError {
    too_many(What::UnpackedBytes, UNPACKED)
}
