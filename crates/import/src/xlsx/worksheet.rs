//! The cells of a sheet.

use super::damaged;
use super::shared_strings::{RichText, RichTextBuilder, SharedStrings};
use super::styles::{Format, Styles};
use crate::ImportError;
use crate::docx::{attribute, character};
use crate::sheet::{self, Merged, SheetBuilder};
use crate::word::{Look, Node, Paragraph};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

pub(super) fn read(
    xml: &str,
    part: &str,
    styles: &Styles,
    strings: &SharedStrings,
) -> Result<SheetBuilder, ImportError> {
    let mut reader = Reader::from_str(xml);
    let mut worksheet = Worksheet {
        styles,
        strings,
        sheet: SheetBuilder::default(),
        row: 0,
        column: 0,
        cell: None,
        shows_zeros: true,
        is_complete: false,
    };
    loop {
        let event = reader.read_event().map_err(|_| damaged(part))?;
        if let Some(cell) = worksheet
            .cell
            .as_mut()
            .filter(|cell| cell.kind == "inlineStr")
        {
            cell.inline.event(&event);
        }
        match event {
            Event::Start(element) => worksheet.start(&element, false)?,
            Event::Empty(element) => worksheet.start(&element, true)?,
            Event::End(element) => worksheet.end(element.local_name().as_ref())?,
            Event::Text(text) => worksheet.text(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let c = character(&reference).unwrap_or('\u{fffd}');
                worksheet.text(c.encode_utf8(&mut [0; 4]));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    // A part that ends before its last element is truncated.
    if !worksheet.is_complete {
        return Err(damaged(part));
    }
    Ok(worksheet.sheet)
}

struct Worksheet<'a> {
    styles: &'a Styles,
    strings: &'a SharedStrings,
    sheet: SheetBuilder,
    /// The numbers of the current row and column, from 1.
    row: u32,
    column: u32,
    cell: Option<Cell>,
    shows_zeros: bool,
    is_complete: bool,
}

#[derive(Debug, Default)]
struct Cell {
    row: u32,
    column: u32,
    kind: String,
    format: Format,
    value: String,
    is_value: bool,
    has_formula: bool,
    inline: RichTextBuilder,
}

impl Worksheet<'_> {
    fn start(&mut self, element: &BytesStart<'_>, is_empty: bool) -> Result<(), ImportError> {
        let value = |name: &str| attribute(element, name);
        let number = |name: &str| value(name).and_then(|value| value.trim().parse::<u32>().ok());
        let is_on = |name: &str| matches!(value(name).as_deref(), Some("1" | "true"));
        match element.local_name().as_ref() {
            "sheetView" => {
                self.shows_zeros = !matches!(value("showZeros").as_deref(), Some("0" | "false"))
            }
            "col" if is_on("hidden") || value("width").as_deref() == Some("0") => {
                if let (Some(first), Some(last)) = (number("min"), number("max")) {
                    self.sheet
                        .hide_columns(first.saturating_sub(1), last.saturating_sub(1));
                }
            }
            "row" => {
                self.row = number("r").unwrap_or(self.row.saturating_add(1)).max(1);
                self.column = 0;
                if is_on("hidden") || value("ht").as_deref() == Some("0") {
                    self.sheet.hide_row(self.row - 1);
                }
            }
            "c" => {
                let place = value("r").as_deref().and_then(place);
                let (row, column) =
                    place.unwrap_or((self.row.max(1), self.column.saturating_add(1)));
                self.column = column;
                let style = number("s").and_then(|style| usize::try_from(style).ok());
                let cell = Cell {
                    row: row.saturating_sub(1),
                    column: column.saturating_sub(1),
                    kind: value("t").unwrap_or_default(),
                    format: self.styles.get(style.unwrap_or_default()),
                    ..Cell::default()
                };
                self.cell = (!is_empty).then_some(cell);
            }
            "v" => {
                if let Some(cell) = &mut self.cell {
                    cell.is_value = !is_empty;
                }
            }
            "f" => {
                if let Some(cell) = &mut self.cell {
                    cell.has_formula = true;
                }
            }
            "mergeCell" => {
                let range = value("ref").unwrap_or_default();
                if let Some(merged) = merged(&range) {
                    self.sheet.merge(merged)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|cell| cell.is_value) {
            cell.value.push_str(text);
        }
    }

    fn end(&mut self, name: &str) -> Result<(), ImportError> {
        match name {
            "v" => {
                if let Some(cell) = &mut self.cell {
                    cell.is_value = false;
                }
            }
            "c" => {
                if let Some(mut cell) = self.cell.take() {
                    let nodes = self.contents(&mut cell);
                    self.sheet
                        .add(cell.row, cell.column, nodes, cell.format.background)?;
                }
            }
            "worksheet" => self.is_complete = true,
            _ => {}
        }
        Ok(())
    }

    fn contents(&self, cell: &mut Cell) -> Vec<Node> {
        let look = cell.format.look;
        if cell.kind == "inlineStr" {
            return rich(&cell.inline.take(), look);
        }
        let value = cell.value.trim();
        if value.is_empty() {
            // The result of a formula is not in the file.
            return if cell.has_formula && cell.kind != "str" {
                sheet::unknown()
            } else {
                Vec::new()
            };
        }
        match cell.kind.as_str() {
            "s" => {
                let index = value.parse::<usize>().ok();
                let text = index.and_then(|index| self.strings.get(index));
                text.map_or_else(sheet::unknown, |text| rich(text, look))
            }
            "str" | "e" => sheet::text(&cell.value, look),
            "b" => sheet::text(if value == "0" { "FALSE" } else { "TRUE" }, look),
            "" | "n" => match value.parse::<f64>() {
                Ok(number) if number == 0.0 && !self.shows_zeros => sheet::unseen(),
                Ok(number) => sheet::number(number, &cell.format.number, look),
                Err(_) => sheet::unknown(),
            },
            _ => sheet::unknown(),
        }
    }
}

fn rich(text: &RichText, look: Look) -> Vec<Node> {
    let mut paragraph = Paragraph::default();
    for (text, own) in &text.runs {
        for node in sheet::text(text, own.unwrap_or(look)) {
            if let Node::Paragraph(part) = node {
                paragraph.runs.extend(part.runs);
            }
        }
    }
    sheet::contents(paragraph)
}

/// The row and column of a name such as `B12`, from 1.
fn place(name: &str) -> Option<(u32, u32)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters.clone().try_fold(0_u32, |column, letter| {
        let value = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        column.checked_mul(26)?.checked_add(value)
    })?;
    let row = name.get(letters.count()..)?.parse().ok()?;
    (column > 0 && row > 0).then_some((row, column))
}

fn merged(range: &str) -> Option<Merged> {
    let (first, last) = range.split_once(':')?;
    let ((first_row, first_column), (last_row, last_column)) = (place(first)?, place(last)?);
    Some(Merged {
        first_row: first_row - 1,
        last_row: last_row - 1,
        first_column: first_column - 1,
        last_column: last_column - 1,
    })
}
