//! Reads a PDF with a text layer: lines and tables, by where glyphs and rules are on its pages.
//!
//! lopdf parses the file; the content of its pages is interpreted here, glyph by glyph. Both
//! alternatives were measured and found unsafe for files from anywhere:
//!
//! - hayro-interpret 0.9 names the same characters as this reader in all 24 files compared, and reads
//!   layers and form fields well. But it unpacks without a limit (a file of 2.4 KB takes 1.1 GB; here
//!   23 MB, then it is refused), and a device cannot stop it: forms that draw each other ten times on
//!   twelve levels run for hours (here 27 ms, then refused). It needs Rust 1.92 and adds 3.7 MB to
//!   the command line, where this reader with lopdf adds 1.6 MB.
//! - lopdf's `Content::decode_iter` holds all operands up to the next operator: 16 MB of numbers
//!   without one take 1.0 GB. At a stray `)` or a number such as `--2` it ends without an error, and
//!   the rest of the page would be missing without a word. So the lexer here skips what it does not
//!   know and keeps at most 65,536 operands.

mod annotations;
mod broken_row;
mod canvas;
mod cmap;
mod color;
mod columns;
mod continuation;
mod edges;
mod file;
mod font;
mod geometry;
mod glyph_widths;
mod graphics_state;
mod interpreter;
mod lattice;
mod layers;
mod lexer;
mod lines;
#[cfg(feature = "office")]
pub mod ofd;
mod operators;
mod page;
mod page_rotation;
mod path;
mod predefined_cmap;
mod radicals;
mod reflow;
mod resources;
mod rules;
mod running_heads;
mod sidebar;
mod simple_font;
mod tables;
mod text_operators;
mod unruled;
mod visibility;
mod words;

use super::{Block, Document, ImportError, PagesRead, Resource};
use interpreter::Interpreter;
use page::Page;

/// Pages that are read at most.
const PAGES: usize = 2_000;
/// What all pages' content unpacks to at most, in bytes.
const UNPACKED: usize = 128 << 20;
/// Cells of all tables, and lines and tables together, at most.
const MOST: usize = 200_000;

/// Reads the lines and tables of a PDF, and its title. A position is a page and a line on it; text
/// side by side counts as one line.
///
/// A table has rules between its cells, which are merged where a rule is missing, and continues over
/// the end of a page. All other text is lines, with a tab at each wide gap; the lines of a paragraph
/// are joined where the next word had no room. Rows without rules whose labels have several lines are
/// text, not cells. Left out are page numbers, running heads, slanted text (a watermark) and text that
/// nobody sees: invisible, transparent, in the colour of its background, or on a layer that is off.
/// U+FFFD is a glyph that the file does not name or that is covered, cut or struck out. A cell is
/// empty only if nothing is in its place: U+FFFD alone is text that is not seen, and U+FFFC a picture,
/// a drawing or a form field without an appearance.
///
/// # Errors
/// [`ImportError::Encrypted`] where a password is needed, [`ImportError::NoText`] where the pages
/// show none, [`ImportError::UnnamedCharacters`] where most glyphs have no name,
/// [`ImportError::Damaged`] with the part that cannot be read, and [`ImportError::TooMany`] beyond
/// 2,000 pages, 200,000 cells or lines, or 128 MB of content.
pub fn document(bytes: &[u8]) -> Result<Document, ImportError> {
    document_with(bytes, &mut |_| {})
}

/// Like [`document`], and tells after each page how many have been read.
///
/// # Errors
/// As for [`document`].
pub fn document_with(
    bytes: &[u8],
    on_page: &mut dyn FnMut(PagesRead),
) -> Result<Document, ImportError> {
    let file = file::open(bytes)?;
    let mut interpreter = Interpreter::new(&file);
    let mut pages = Vec::new();
    let mut scanned_pages = Vec::new();
    let ids = file::pages(&file)?;
    let of = ids.len();
    for (number, id) in ids.into_iter().enumerate() {
        let drawn = file::draw(&file, &mut interpreter, id, number + 1)?;
        if drawn.is_scan() {
            scanned_pages.push(number + 1);
        }
        pages.push(page::read(drawn, number + 1));
        check_size(&pages)?;
        let done = number + 1;
        on_page(PagesRead { done, of });
    }
    if interpreter.characters == 0 {
        return Err(ImportError::NoText);
    }
    if interpreter.unnamed > interpreter.characters / 2 {
        let font = interpreter.unnamed_font.unwrap_or_default();
        return Err(ImportError::UnnamedCharacters { font });
    }
    Ok(Document {
        title: file::title(&file),
        blocks: blocks(pages),
        scanned_pages,
        doubtful_fonts: interpreter.doubtful_fonts.into_iter().collect(),
        ..Document::default()
    })
}

fn check_size(pages: &[Page]) -> Result<(), ImportError> {
    let sum = |count: fn(&Page) -> usize| pages.iter().map(count).sum::<usize>();
    if sum(Page::cells) > MOST {
        return Err(too_many(Resource::Cells, MOST));
    }
    if sum(|page| page.items.len()) > MOST {
        return Err(too_many(Resource::Blocks, MOST));
    }
    Ok(())
}

/// The lines and tables of all pages.
fn blocks(mut pages: Vec<Page>) -> Vec<Block> {
    running_heads::leave_out(&mut pages);
    unruled::read(&mut pages);
    page::leave_out_unsure_rows(&mut pages);
    continuation::blocks(pages)
}

fn damaged(part: &str) -> ImportError {
    let part = part.to_owned();
    ImportError::Damaged { part }
}

fn too_many(what: Resource, limit: usize) -> ImportError {
    ImportError::TooMany { what, limit }
}

fn unpacked() -> ImportError {
    too_many(Resource::UnpackedBytes, UNPACKED)
}
