//! A document as the readers of each file format produce it: lines and tables in reading order.

use gongkai_model::Date;

/// A location in a file, as a person would look for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Location {
    /// A line of a text or HTML file, from 1.
    Line(usize),
    /// A paragraph of a Word file, from 1, counting those in table cells.
    Paragraph(usize),
    /// A page of a PDF and the line on it, both from 1.
    Page { page: usize, line: usize },
}

/// The contents of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The title in the file's metadata: `<title>`, or the title property of a Word file.
    pub title: Option<String>,
    /// The address of the page, if it states one.
    pub address: Option<String>,
    /// The date of publication in the file's metadata.
    pub published: Option<Date>,
    pub blocks: Vec<Block>,
    /// The pages, from 1, that are scans with hardly any text.
    pub scanned_pages: Vec<usize>,
    /// The fonts in which several glyphs have the name of the same digit.
    pub doubtful_fonts: Vec<String>,
}

/// A line of text or a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Line(Line),
    Table(Grid),
}

/// A line or paragraph as written, with tabs but without its line end. Empty lines are kept, because
/// they may be blank cells of a table in text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub location: Location,
    pub text: String,
}

/// A table of cells. A merged cell appears once, in its first row and column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    pub rows: Vec<Vec<GridCell>>,
}

/// A cell of a [`Grid`]. Its lines are separated by `\n`.
///
/// An empty text means that nothing is there. Anything other than text is U+FFFC (a picture, drawing,
/// object, equation or form field). Text that is invisible or cannot be read is U+FFFD. A cell with
/// either is never a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridCell {
    pub location: Location,
    pub text: String,
    /// How many columns it covers, at least 1.
    pub columns: usize,
    /// How many rows it covers, at least 1.
    pub rows: usize,
}
