//! A document as the readers of each file format produce it: lines and tables in reading order.

use crate::Source;
use gongkai_model::Date;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A location in a file, as a person would look for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Location {
    /// A line of a text file, from 1.
    Line(usize),
    /// A line of the source of a web page, from 1, which a reader of the page does not see.
    SourceLine(usize),
    /// A paragraph of a Word file, from 1, counting those in table cells.
    Paragraph(usize),
    /// A page of a PDF and the line on it, both from 1.
    Page {
        /// The page.
        page: usize,
        /// The line on it.
        line: usize,
    },
}

impl Serialize for Location {
    /// Writes `line`, `source_line`, `paragraph`, or `page` and `page_line`.
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        match self {
            Location::Line(line) => map.serialize_entry("line", line)?,
            Location::SourceLine(line) => map.serialize_entry("source_line", line)?,
            Location::Paragraph(number) => map.serialize_entry("paragraph", number)?,
            Location::Page { page, line } => {
                map.serialize_entry("page", page)?;
                map.serialize_entry("page_line", line)?;
            }
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Location {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Fields {
            line: Option<usize>,
            source_line: Option<usize>,
            paragraph: Option<usize>,
            page: Option<usize>,
            page_line: Option<usize>,
        }
        let fields = Fields::deserialize(from)?;
        let page = fields.page.zip(fields.page_line);
        let page = page.map(|(page, line)| Location::Page { page, line });
        let line = fields.line.map(Location::Line);
        let line = line.or(fields.source_line.map(Location::SourceLine));
        let found = page.or(line).or(fields.paragraph.map(Location::Paragraph));
        found.ok_or_else(|| serde::de::Error::missing_field("line"))
    }
}

fn date<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
    let text = Option::<String>::deserialize(from)?;
    Ok(text.as_deref().and_then(Date::parse))
}

impl Document {
    /// The location of a passage; `None` if the document has no such line or cell.
    pub fn location(&self, source: &Source) -> Option<Location> {
        match self.blocks.get(source.block)? {
            Block::Line(line) => Some(line.location),
            Block::Table(grid) => {
                let row = grid.rows.get(source.row?)?;
                Some(row.get(source.cell?)?.location)
            }
        }
    }

    /// The characters of a passage, as written.
    #[must_use]
    pub fn passage(&self, source: &Source) -> Option<String> {
        let text = match self.blocks.get(source.block)? {
            Block::Line(line) => &line.text,
            Block::Table(grid) => &grid.rows.get(source.row?)?.get(source.cell?)?.text,
        };
        let length = source.chars.end.checked_sub(source.chars.start)?;
        Some(text.chars().skip(source.chars.start).take(length).collect())
    }
}

/// The contents of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The title in the file's metadata: `<title>`, or the title property of a Word file.
    pub title: Option<String>,
    /// The address of the page, if it states one.
    pub address: Option<String>,
    /// The date of publication in the file's metadata.
    #[serde(default, deserialize_with = "date")]
    pub published: Option<Date>,
    /// The lines and tables in reading order.
    pub blocks: Vec<Block>,
    /// The pages, from 1, that are scans with hardly any text.
    pub scanned_pages: Vec<usize>,
    /// The fonts in which several glyphs have the name of the same digit.
    pub doubtful_fonts: Vec<String>,
    /// What the file shows that is not in its text, where a missing table may be.
    pub elsewhere: Vec<Elsewhere>,
}

/// Something that may contain the report or a part of it but is not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Elsewhere {
    /// Where the file shows it.
    pub location: Location,
    /// What it is.
    pub kind: ElsewhereKind,
    /// Its name or address in the file. May be empty.
    pub name: String,
}

/// The kind of an [`Elsewhere`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ElsewhereKind {
    /// A link to a document file.
    Attachment,
    /// Another page shown within the page.
    Frame,
    /// A script that writes tables.
    Script,
    /// A file that a Word file includes as a whole (`altChunk`).
    InsertedFile,
    /// A spreadsheet embedded in a Word file.
    EmbeddedSheet,
}

/// A line of text or a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A line or paragraph.
    Line(Line),
    /// A table.
    Table(Grid),
}

/// A line or paragraph as written, with tabs but without its line end. Empty lines are kept, because
/// they may be blank cells of a table in text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Where it is.
    #[serde(flatten)]
    pub location: Location,
    /// Its characters.
    pub text: String,
}

/// A table of cells. A merged cell appears once, in its first row and column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grid {
    /// The rows from top to bottom, each with the cells that begin in it.
    pub rows: Vec<Vec<GridCell>>,
}

/// A cell of a [`Grid`]. Its lines are separated by `\n`.
///
/// An empty text means that nothing is there. Anything other than text is U+FFFC (a picture, drawing,
/// object, equation or form field). Text that is invisible or cannot be read is U+FFFD. A cell with
/// either is never a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridCell {
    /// Where it is.
    #[serde(flatten)]
    pub location: Location,
    /// Its characters.
    pub text: String,
    /// How many columns it covers, at least 1.
    pub columns: usize,
    /// How many rows it covers, at least 1.
    pub rows: usize,
}

/// Marks something other than text while a cell is read.
pub(crate) const OBJECT: char = '\u{fdd0}';
/// Marks text that is not seen while a cell is read.
pub(crate) const HIDDEN: char = '\u{fdd1}';

/// The text of a [`GridCell`] from a text with marks: hidden text beside visible text adds nothing.
pub(crate) fn cell_text(text: String) -> String {
    if !text.contains([OBJECT, HIDDEN]) {
        return text;
    }
    let is_seen = |c: char| c != HIDDEN && !c.is_whitespace();
    if !text.contains(is_seen) {
        return '\u{fffd}'.to_string();
    }
    let seen = text.chars().filter(|c| *c != HIDDEN);
    seen.map(|c| if c == OBJECT { '\u{fffc}' } else { c })
        .collect()
}

/// The text of a line outside tables, without marks.
pub(crate) fn without_marks(text: &mut String) {
    text.retain(|c| c != OBJECT && c != HIDDEN);
    if text.trim().is_empty() && !text.contains('\t') {
        text.clear();
    }
}
