//! Reads a workbook of today's Excel or WPS (.xlsx): its visible sheets, as a reader sees them.
//!
//! `calamine` 0.38 was measured first. It gives the value of each cell, but neither its number format nor
//! what hides it: hidden rows and columns, struck or white text.

mod drawing;
mod shared_strings;
mod styles;
mod workbook;
mod worksheet;

use crate::docx::package::Package;
use crate::docx::title;
use crate::sheet;
use crate::{Document, ImportError};
use shared_strings::SharedStrings;
use styles::Styles;

/// The names of the main part.
const WORKBOOK: &str = "xl/workbook.xml";

/// Reads the sheets and the title of a workbook. A cell shows its number in its number format, and what a
/// blank cell is is decided as for a [Word file](crate::docx::document). Hidden sheets, rows and columns
/// are not read.
///
/// # Errors
/// [`ImportError::Damaged`] with the part that cannot be read, [`ImportError::Encrypted`], and
/// [`ImportError::TooMany`] as for a Word file.
pub fn document(bytes: &[u8]) -> Result<Document, ImportError> {
    let mut package = Package::open(bytes)?;
    let workbook = package.read(WORKBOOK)?;
    let relations = package
        .read("xl/_rels/workbook.xml.rels")
        .unwrap_or_default();
    let workbook = workbook::read(&workbook, &relations)?;
    let parts = package.read("xl/styles.xml").unwrap_or_default();
    let styles = Styles::read(&parts, workbook.counts_from_1904);
    let strings = package.read("xl/sharedStrings.xml").unwrap_or_default();
    let strings = SharedStrings::read(&strings)?;
    let mut sheets = Vec::new();
    for part in &workbook.sheets {
        let xml = package.read(part)?;
        let mut sheet = worksheet::read(&xml, part, &styles, &strings)?;
        if let Some(drawing) = drawing::of_sheet(&mut package, part) {
            drawing::add(&drawing, &mut sheet)?;
        }
        sheets.push(sheet.finish()?);
    }
    let title = package.read("docProps/core.xml").ok();
    let title = title.and_then(|properties| title::read(&properties));
    sheet::document(title, sheets)
}

fn damaged(part: &str) -> ImportError {
    let part = part.to_owned();
    ImportError::Damaged { part }
}

/// The name of a part that another one names, relative to its own folder or to the whole.
fn resolve(base: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// The relations of a part: identifiers and targets, with the kind of each.
fn relations(xml: &str) -> Vec<Relation> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut relations = Vec::new();
    while let Ok(event) = reader.read_event() {
        use quick_xml::events::Event;
        match event {
            Event::Start(element) | Event::Empty(element) => {
                let value = |name: &str| crate::docx::attribute(&element, name);
                if element.local_name().as_ref() == "Relationship" {
                    relations.push(Relation {
                        id: value("Id").unwrap_or_default(),
                        kind: value("Type").unwrap_or_default(),
                        target: value("Target").unwrap_or_default(),
                    });
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    relations
}

struct Relation {
    id: String,
    kind: String,
    target: String,
}
