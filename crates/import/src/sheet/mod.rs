//! The sheets of a spreadsheet, as tables.

mod cells;
mod digits;
mod grid;
mod number_format;

pub(crate) use cells::{Merged, SheetBuilder};
pub(crate) use number_format::{NumberFormat, Shown};

use crate::word::{self, Look, Node, Paragraph, Run, Table};
use crate::{Block, Document, ImportError};

/// Makes a document of the sheets. Locations are cells, counted row by row.
pub(crate) fn document(title: Option<String>, sheets: Vec<Table>) -> Result<Document, ImportError> {
    let nodes: Vec<Node> = sheets.into_iter().map(Node::Table).collect();
    let mut document = word::document(title, &nodes)?;
    for block in &mut document.blocks {
        if let Block::Table(table) = block {
            grid::tidy(table);
        }
    }
    Ok(document)
}

/// The contents of a cell with this text.
pub(crate) fn text(text: &str, look: Look) -> Vec<Node> {
    let mut paragraph = Paragraph::default();
    for c in text.chars() {
        match c {
            '\r' => {}
            '\n' | '\t' => paragraph.push(c, look),
            c => {
                if let Some(c) = crate::visible::visible(c) {
                    paragraph.push(c, look);
                }
            }
        }
    }
    contents(paragraph)
}

/// The contents of a cell with this paragraph.
pub(crate) fn contents(paragraph: Paragraph) -> Vec<Node> {
    if paragraph.runs.is_empty() {
        Vec::new()
    } else {
        vec![Node::Paragraph(paragraph)]
    }
}

/// The contents of a cell that shows something that is not known, such as the result of a formula that
/// the file does not hold.
pub(crate) fn unknown() -> Vec<Node> {
    contents(Paragraph {
        runs: vec![Run::Object(Look::default())],
        ..Paragraph::default()
    })
}

/// The contents of a cell whose number is not shown.
pub(crate) fn unseen() -> Vec<Node> {
    contents(Paragraph {
        runs: vec![Run::Deleted],
        ..Paragraph::default()
    })
}

/// The contents of a cell with a number in a format.
pub(crate) fn number(value: f64, format: &NumberFormat, look: Look) -> Vec<Node> {
    match format.show(value) {
        Shown::Text(shown) => text(&shown, look),
        Shown::Nothing => unseen(),
        Shown::Unknown => unknown(),
    }
}
