//! What a reader of files hands on: the words and tables of a report, in reading order.

use gongkai_model::Date;

/// Where something stands in the file, as a person would look for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Location {
    /// A line of a text or HTML file, from 1.
    Line(usize),
    /// A paragraph of a Word file, from 1; a table's cells count theirs too.
    Paragraph(usize),
    /// A page of a PDF and the line on it, both from 1.
    Page { page: usize, line: usize },
}

/// A published report as it was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// What the file calls itself (`<title>`, a Word file's title), where it does.
    pub title: Option<String>,
    /// The page's own address, where it names one.
    pub address: Option<String>,
    /// The day of publication, where the file states one apart from the text.
    pub published: Option<Date>,
    pub blocks: Vec<Block>,
    /// Pages, from 1, that are pictures with hardly any text.
    pub scanned_pages: Vec<usize>,
    /// Fonts that give several glyphs the name of the same digit.
    pub doubtful_fonts: Vec<String>,
}

/// A line of words or a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Line(Line),
    Table(Grid),
}

/// One line or paragraph as written, with its tabs, without its line end. Empty lines stay: where
/// a table is flattened to text, they may be blank cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub location: Location,
    pub text: String,
}

/// A table with real cells. Merged cells stand once, at their first row and column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    pub rows: Vec<Vec<GridCell>>,
}

/// A cell of a [`Grid`], its lines separated by `\n`.
///
/// An empty text is a claim: the cell's place was looked at, and nothing is there. Anything else than
/// text in it is U+FFFC (a picture, drawing, object, equation or form field); text that a reader does
/// not see, or that cannot be read, is U+FFFD. A cell with either is never a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridCell {
    pub location: Location,
    pub text: String,
    /// How many columns it covers, at least 1.
    pub columns: usize,
    /// How many rows it covers, at least 1.
    pub rows: usize,
}
