//! The list of sheets.

use super::{WORKBOOK, damaged, relations, resolve};
use crate::ImportError;
use crate::docx::attribute;
use quick_xml::Reader;
use quick_xml::events::Event;

#[derive(Debug, Default)]
pub(super) struct Workbook {
    /// The parts of the visible sheets.
    pub sheets: Vec<String>,
    pub counts_from_1904: bool,
}

/// The most sheets of a workbook.
const MOST: usize = 1000;

pub(super) fn read(xml: &str, relations_xml: &str) -> Result<Workbook, ImportError> {
    let mut reader = Reader::from_str(xml);
    let relations = relations(relations_xml);
    let mut workbook = Workbook::default();
    loop {
        match reader.read_event().map_err(|_| damaged(WORKBOOK))? {
            Event::Start(element) | Event::Empty(element) => {
                let value = |name: &str| attribute(&element, name);
                match element.local_name().as_ref() {
                    "workbookPr" => {
                        let flag = value("date1904");
                        workbook.counts_from_1904 = matches!(flag.as_deref(), Some("1" | "true"));
                    }
                    "sheet" => {
                        let state = value("state");
                        let is_hidden = matches!(state.as_deref(), Some("hidden" | "veryHidden"));
                        let id = value("id").unwrap_or_default();
                        let found = relations.iter().find(|relation| relation.id == id);
                        if let Some(relation) = found.filter(|_| !is_hidden)
                            && relation.kind.ends_with("/worksheet")
                            && workbook.sheets.len() < MOST
                        {
                            workbook.sheets.push(resolve(WORKBOOK, &relation.target));
                        }
                    }
                    _ => {}
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(workbook)
}
