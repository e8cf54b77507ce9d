//! The parts of an OFD file: its main part names the document, and that its pages.

use super::damaged;
use crate::ImportError;
use crate::docx::package::Package;
use crate::docx::{attribute, character};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::HashMap;

/// The main part.
const MAIN: &str = "OFD.xml";

#[derive(Debug, Default)]
pub(super) struct File {
    pub title: Option<String>,
    /// The parts of the pages.
    pub pages: Vec<String>,
    /// The parts with what several pages share, by their identifiers.
    pub templates: HashMap<String, String>,
    /// The size of a page that states none.
    pub area: Option<[f64; 4]>,
}

pub(super) fn read(package: &mut Package<'_>) -> Result<File, ImportError> {
    let main = package.read(MAIN)?;
    let mut file = File::default();
    let root = text_of(&main, "DocRoot").ok_or_else(|| damaged(MAIN))?;
    file.title = text_of(&main, "Title");
    let root = root.trim_start_matches('/').to_owned();
    let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
    // Addresses are relative to the part or to the whole file.
    let part = |address: &str| match address.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None if folder.is_empty() => address.to_owned(),
        None => [folder, "/", address].concat(),
    };
    let document = package.read(&root)?;
    let mut reader = Reader::from_str(&document);
    loop {
        match reader.read_event().map_err(|_| damaged(&root))? {
            Event::Start(element) | Event::Empty(element) => {
                let value = |name: &str| attribute(&element, name).unwrap_or_default();
                match element.local_name().as_ref() {
                    "Page" => file.pages.push(part(&value("BaseLoc"))),
                    "TemplatePage" => {
                        file.templates.insert(value("ID"), part(&value("BaseLoc")));
                    }
                    _ => {}
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    file.area = text_of(&document, "PhysicalBox").and_then(|area| four(&area));
    Ok(file)
}

/// The text of the first element with this name.
pub(super) fn text_of(xml: &str, name: &str) -> Option<String> {
    let mut reader = Reader::from_str(xml);
    let mut text = String::new();
    let mut is_in = false;
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) => is_in = element.local_name().as_ref() == name,
            Event::Text(part) if is_in => text.push_str(&part.xml10_content()),
            Event::CData(part) if is_in => text.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) if is_in => text.extend(character(&reference)),
            Event::End(_) if is_in => break,
            Event::Eof => return None,
            _ => {}
        }
    }
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Four numbers, such as those of an area.
pub(super) fn four(text: &str) -> Option<[f64; 4]> {
    let mut numbers = text
        .split_whitespace()
        .map(|number| number.parse::<f64>().ok());
    let four = [
        numbers.next()??,
        numbers.next()??,
        numbers.next()??,
        numbers.next()??,
    ];
    four.iter().all(|number| number.is_finite()).then_some(four)
}
