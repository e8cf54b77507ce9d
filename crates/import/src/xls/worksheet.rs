//! The cells of a sheet.

use super::records::{Record, Records};
use super::{MAIN_STREAM, Text, Workbook, id, strings};
use crate::ImportError;
use crate::ole::{LittleEndian, damaged};
use crate::sheet::{self, Merged, SheetBuilder};
use crate::word::{Node, Paragraph};

/// The most cells that one drawing covers, in each direction.
const MOST_COVERED: u32 = 200;

/// The record of an anchor in a drawing.
const ANCHOR: u16 = 0xf010;
/// The kinds of objects that are not drawn: menus of a filter, and comments.
const MENU: u16 = 0x14;
const COMMENT: u16 = 0x19;

pub(super) fn read(records: Records<'_>, workbook: &Workbook) -> Result<SheetBuilder, ImportError> {
    let mut worksheet = Worksheet {
        workbook,
        sheet: SheetBuilder::default(),
        shows_zeros: true,
        formula: None,
        anchor: None,
    };
    // A chart inside of the sheet has its own records.
    let mut depth = 0_usize;
    for record in records {
        match record.id {
            id::BEGIN => depth += 1,
            id::END => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Ok(worksheet.sheet);
                }
            }
            _ if depth == 1 => worksheet.record(record)?,
            _ => {}
        }
    }
    // A stream that ends before its last record is truncated.
    Err(damaged(MAIN_STREAM))
}

struct Worksheet<'a> {
    workbook: &'a Workbook,
    sheet: SheetBuilder,
    shows_zeros: bool,
    /// The cell of a formula whose text comes in the next record.
    formula: Option<(u32, u32, u16)>,
    /// The cells that the last shape covers: first row and column, last row and column.
    anchor: Option<[u32; 4]>,
}

type Step = Result<(), ImportError>;

impl Worksheet<'_> {
    fn record(&mut self, Record { id, data }: Record<'_>) -> Step {
        let number = |at: usize| data.u16_at(at).unwrap_or_default();
        let (row, column, format) = (u32::from(number(0)), u32::from(number(2)), number(4));
        match id {
            id::WINDOW => {
                self.shows_zeros = number(0) & 0x10 != 0;
                Ok(())
            }
            id::ROW => {
                if number(12) & 0x20 != 0 {
                    self.sheet.hide_row(row);
                }
                Ok(())
            }
            id::COLUMNS => {
                if number(8) & 1 != 0 || format == 0 {
                    self.sheet.hide_columns(row, column);
                }
                Ok(())
            }
            id::SHARED_STRING => {
                let index = data.size_at(6);
                let text = index.and_then(|index| self.workbook.strings.get(index));
                self.text(row, column, format, text)
            }
            id::LABEL | id::RICH_LABEL => {
                let text = data.get(6..).and_then(strings::text);
                self.text(row, column, format, text.as_ref())
            }
            id::NUMBER => self.number(row, column, format, double(data, 6)),
            id::SHORT_NUMBER => self.number(row, column, format, short(data, 6)),
            id::SHORT_NUMBERS => {
                let count = data.len().saturating_sub(6) / 6;
                for (at, column) in (0..count).zip(column..) {
                    let at = 4 + at * 6;
                    self.number(row, column, number(at), short(data, at + 2))?;
                }
                Ok(())
            }
            id::FORMULA if number(12) == 0xffff => match data.u8_at(6) {
                Some(0) => {
                    self.formula = Some((row, column, format));
                    Ok(())
                }
                Some(1) => self.boolean(row, column, format, data.u8_at(8) == Some(0)),
                // A text without characters.
                Some(3) => Ok(()),
                _ => self.sheet.add(row, column, sheet::unknown(), None),
            },
            id::FORMULA => self.number(row, column, format, double(data, 6)),
            id::STRING => match self.formula.take() {
                Some((row, column, format)) => {
                    let text = strings::text(data);
                    self.text(row, column, format, text.as_ref())
                }
                None => Ok(()),
            },
            id::BOOLEAN_OR_ERROR if data.u8_at(7) == Some(0) => {
                self.boolean(row, column, format, data.u8_at(6) == Some(0))
            }
            id::BOOLEAN_OR_ERROR => self.sheet.add(row, column, sheet::unknown(), None),
            id::MERGED => {
                for range in data.get(2..).unwrap_or_default().chunks_exact(8) {
                    let number = |at: usize| u32::from(range.u16_at(at).unwrap_or_default());
                    self.sheet.merge(Merged {
                        first_row: number(0),
                        last_row: number(2),
                        first_column: number(4),
                        last_column: number(6),
                    })?;
                }
                Ok(())
            }
            id::DRAWING => {
                self.anchor = anchor(data);
                Ok(())
            }
            id::OBJECT => self.object(number(4)),
            _ => Ok(()),
        }
    }

    fn add(&mut self, row: u32, column: u32, format: u16, nodes: Vec<Node>) -> Step {
        let background = self.workbook.formats.get(format).background;
        self.sheet.add(row, column, nodes, background)
    }

    fn number(&mut self, row: u32, column: u32, format: u16, value: Option<f64>) -> Step {
        let own = self.workbook.formats.get(format);
        let nodes = match value {
            Some(value) if value == 0.0 && !self.shows_zeros => sheet::unseen(),
            Some(value) => sheet::number(value, &own.number, own.look),
            None => sheet::unknown(),
        };
        self.add(row, column, format, nodes)
    }

    fn boolean(&mut self, row: u32, column: u32, format: u16, is_false: bool) -> Step {
        let look = self.workbook.formats.get(format).look;
        let text = if is_false { "FALSE" } else { "TRUE" };
        self.add(row, column, format, sheet::text(text, look))
    }

    /// Adds a text, or that it cannot be read.
    fn text(&mut self, row: u32, column: u32, format: u16, text: Option<&Text>) -> Step {
        let Some(text) = text else {
            return self.add(row, column, format, sheet::unknown());
        };
        let mut look = self.workbook.formats.get(format).look;
        let mut fonts = text.fonts.iter().peekable();
        let mut paragraph = Paragraph::default();
        let mut part = String::new();
        for (at, c) in text.text.chars().enumerate() {
            while let Some((_, font)) = fonts.next_if(|(from, _)| *from <= at) {
                extend(&mut paragraph, &part, look);
                part.clear();
                look = self.workbook.formats.font(*font);
            }
            part.push(c);
        }
        extend(&mut paragraph, &part, look);
        self.add(row, column, format, sheet::contents(paragraph))
    }

    /// Marks the cells that an object covers.
    fn object(&mut self, kind: u16) -> Step {
        let Some([row, column, last_row, last_column]) = self.anchor.take() else {
            return Ok(());
        };
        if matches!(kind, MENU | COMMENT) {
            return Ok(());
        }
        for row in row..=last_row.clamp(row, row.saturating_add(MOST_COVERED)) {
            for column in column..=last_column.clamp(column, column.saturating_add(MOST_COVERED)) {
                self.sheet.add(row, column, sheet::unknown(), None)?;
            }
        }
        Ok(())
    }
}

fn extend(paragraph: &mut Paragraph, part: &str, look: crate::word::Look) {
    for node in sheet::text(part, look) {
        if let Node::Paragraph(part) = node {
            paragraph.runs.extend(part.runs);
        }
    }
}

fn double(data: &[u8], at: usize) -> Option<f64> {
    let bytes = data.part(at, 8)?;
    Some(f64::from_le_bytes(bytes.try_into().ok()?))
}

/// A number in 30 bits, an integer or the first bits of a longer number, that may be divided by 100.
fn short(data: &[u8], at: usize) -> Option<f64> {
    let bits = data.u32_at(at)?;
    let number = if bits & 2 == 0 {
        f64::from_bits(u64::from(bits & !3) << 32)
    } else {
        f64::from(bits.cast_signed() >> 2)
    };
    Some(if bits & 1 == 0 {
        number
    } else {
        number / 100.0
    })
}

/// The cells of the last anchor in a part of a drawing.
fn anchor(data: &[u8]) -> Option<[u32; 4]> {
    let mut at = 0_usize;
    let mut found = None;
    while let (Some(version), Some(kind)) = (data.u16_at(at), data.u16_at(at + 2)) {
        let length = data.size_at(at + 4)?;
        if kind == ANCHOR {
            let number = |offset: usize| data.u16_at(at + 8 + offset).map(u32::from);
            found = Some([number(6)?, number(2)?, number(14)?, number(10)?]);
        }
        // Containers hold the records behind them.
        let contents = if version & 15 == 15 { 0 } else { length };
        at = at.checked_add(8)?.checked_add(contents)?;
    }
    found
}
