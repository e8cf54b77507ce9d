//! What the readers of Word's other formats make: paragraphs and tables with the look of their text.
//!
//! They are written as the part of WordprocessingML that [`docx`] reads. So one reader
//! decides what is seen, what a blank cell is and how cells are merged, and a report gives the same
//! result in every format that Word saves.

mod columns;
mod markup;
pub(crate) mod tables;

use crate::{Block, Document, ImportError, Resource, docx};
use markup::Writer;

/// A color as red, green and blue.
pub(crate) type Color = [u8; 3];

/// The most paragraphs and cells of a file, as in a Word file.
pub(crate) const MOST: usize = 200_000;
/// The most characters. More are refused later anyway.
const MAX_CHARACTERS: usize = 4_000_000;
/// The deepest nesting of tables. The contents of deeper ones belong to the cell around them.
pub(crate) const MAX_DEPTH: usize = 50;

/// What decides whether text is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Look {
    pub is_hidden: bool,
    pub is_struck: bool,
    /// Superscript or subscript.
    pub is_aligned: bool,
    /// By how much the text is raised, in half points.
    pub raised: i32,
    /// The size of the text in half points, 0 for the default.
    pub size: u32,
    /// `None` for the automatic color.
    pub color: Option<Color>,
    pub background: Option<Color>,
}

/// A part of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Run {
    /// Text, in which `\t` is a tab and `\n` a line break.
    Text(String, Look),
    /// A picture, drawing or object.
    Object(Look),
    /// Text that a tracked change deletes.
    Deleted,
    /// The reference to a footnote, endnote or comment.
    NoteReference,
    FieldBegin,
    /// Between the instructions of a field, which are not kept, and its result.
    FieldSeparate,
    FieldEnd,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Paragraph {
    pub runs: Vec<Run>,
    /// Whether Word counts it, so that it begins with a number that is not in its text.
    pub is_numbered: bool,
    pub background: Option<Color>,
    /// Whether its end was deleted, so that the next paragraph continues it.
    pub is_continued: bool,
}

impl Paragraph {
    /// Adds a character to the last run if it looks the same.
    pub fn push(&mut self, c: char, look: Look) {
        match self.runs.last_mut() {
            Some(Run::Text(text, last)) if *last == look => text.push(c),
            _ => self.runs.push(Run::Text(c.to_string(), look)),
        }
    }
}

/// Whether a cell is merged with the one above or before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Merge {
    #[default]
    None,
    Starts,
    Continues,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    pub nodes: Vec<Node>,
    pub vertical: Merge,
    pub horizontal: Merge,
    pub background: Option<Color>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Row {
    pub cells: Vec<Cell>,
    /// The edges between columns, one more than there are cells. Cells without edges have one column.
    pub edges: Vec<i32>,
    pub is_deleted: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Table {
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Node {
    Paragraph(Paragraph),
    Table(Table),
}

/// Counts what a reader makes, and refuses too much of it.
#[derive(Debug, Default)]
pub(crate) struct Limits {
    nodes: usize,
    characters: usize,
}

impl Limits {
    pub fn node(&mut self) -> Result<(), ImportError> {
        self.nodes += 1;
        if self.nodes > MOST {
            return Err(too_many(Resource::Blocks, MOST));
        }
        Ok(())
    }

    pub fn character(&mut self) -> Result<(), ImportError> {
        self.characters += 1;
        if self.characters > MAX_CHARACTERS {
            return Err(too_many(Resource::Characters, MAX_CHARACTERS));
        }
        Ok(())
    }
}

pub(crate) fn too_many(what: Resource, limit: usize) -> ImportError {
    ImportError::TooMany { what, limit }
}

/// Makes a document of the paragraphs and tables. Locations are paragraphs.
pub(crate) fn document(title: Option<String>, nodes: &[Node]) -> Result<Document, ImportError> {
    let mut writer = Writer::default();
    writer.nodes(nodes);
    let blocks: Vec<Block> = docx::read_markup(&writer.finish())?;
    let title = title.map(|title| title.split_whitespace().collect::<Vec<_>>().join(" "));
    Ok(Document {
        title: title.filter(|title| !title.is_empty()),
        blocks,
        ..Document::default()
    })
}
