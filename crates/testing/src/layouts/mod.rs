//! Reports as portals publish them: the statutory form in many layouts.

mod files;
mod form;

use files::{docx, html, text};
use form::{Merged, Part, parts};
use gongkai_model::Report;

/// The layout of the form's tables in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// HTML tables with merged cells.
    HtmlTables,
    /// HTML with one paragraph per cell.
    HtmlParagraphs,
    /// One row per line; merged cells leave their tabs.
    TextTabs,
    /// One row per line, `a | b |`.
    TextPipes,
    /// One row per line, `| a | b`.
    TextPipesLeading,
    /// One row per line, `|a|b|`; merged cells leave their pipes.
    TextPipesAround,
    /// One cell per line, without blank cells.
    CellALine,
    /// One cell per line, each followed by an empty line, without blank cells.
    CellALineSpaced,
    /// A Word file with merged cells.
    Docx,
}

impl Layout {
    pub const ALL: [Layout; 9] = [
        Layout::HtmlTables,
        Layout::HtmlParagraphs,
        Layout::TextTabs,
        Layout::TextPipes,
        Layout::TextPipesLeading,
        Layout::TextPipesAround,
        Layout::CellALine,
        Layout::CellALineSpaced,
        Layout::Docx,
    ];

    /// Whether the file shows which cells of a row are blank.
    pub fn keeps_blanks(self) -> bool {
        !matches!(
            self,
            Layout::HtmlParagraphs | Layout::CellALine | Layout::CellALineSpaced
        )
    }
}

/// Writes the report as a file; returns its name and its bytes.
pub fn write(report: &Report, layout: Layout) -> (String, Vec<u8>) {
    let parts = parts(report);
    match layout {
        Layout::Docx => ("report.docx".to_owned(), docx(&parts)),
        Layout::HtmlTables | Layout::HtmlParagraphs => {
            ("report.html".to_owned(), html(&parts, layout).into_bytes())
        }
        _ => ("report.txt".to_owned(), text(&parts, layout).into_bytes()),
    }
}
