//! Reads a workbook of Excel 97 (.xls, and .et of WPS Office): its visible sheets, as a reader sees them
//! ([MS-XLS]). See [`xlsx`](crate::xlsx) for why this is not `calamine`.

mod formats;
mod records;
mod strings;
mod worksheet;

use crate::ole::{CompoundFile, LittleEndian, damaged, properties};
use crate::{Document, ImportError, sheet};
use formats::Formats;
use records::{Record, Records};
use strings::{SharedStrings, Text};

/// The stream with the sheets.
pub(crate) const MAIN_STREAM: &str = "Workbook";
/// The stream of versions before Excel 97.
pub(crate) const OLD_STREAM: &str = "Book";

/// The version of Excel 97.
const BIFF_8: u16 = 0x0600;
/// The most sheets of a workbook.
const MOST: usize = 1000;

/// The numbers of records.
mod id {
    pub const BEGIN: u16 = 0x0809;
    pub const END: u16 = 0x000a;
    pub const CONTINUE: u16 = 0x003c;
    pub const ENCRYPTION: u16 = 0x002f;
    pub const DATE_MODE: u16 = 0x0022;
    pub const FONT: u16 = 0x0031;
    pub const FORMAT: u16 = 0x041e;
    pub const CELL_FORMAT: u16 = 0x00e0;
    pub const PALETTE: u16 = 0x0092;
    pub const SHEET: u16 = 0x0085;
    pub const STRINGS: u16 = 0x00fc;
    pub const ROW: u16 = 0x0208;
    pub const COLUMNS: u16 = 0x007d;
    pub const SHARED_STRING: u16 = 0x00fd;
    pub const LABEL: u16 = 0x0204;
    pub const RICH_LABEL: u16 = 0x00d6;
    pub const NUMBER: u16 = 0x0203;
    pub const SHORT_NUMBER: u16 = 0x027e;
    pub const SHORT_NUMBERS: u16 = 0x00bd;
    pub const FORMULA: u16 = 0x0006;
    pub const STRING: u16 = 0x0207;
    pub const BOOLEAN_OR_ERROR: u16 = 0x0205;
    pub const MERGED: u16 = 0x00e5;
    pub const WINDOW: u16 = 0x023e;
    pub const DRAWING: u16 = 0x00ec;
    pub const OBJECT: u16 = 0x005d;
}

/// What all sheets share.
#[derive(Debug, Default)]
struct Workbook {
    formats: Formats,
    strings: SharedStrings,
    /// Where the visible sheets begin.
    sheets: Vec<usize>,
}

/// Reads the sheets and the title of a workbook. What is seen, and what a blank cell is, is decided as in
/// [`xlsx::document`](crate::xlsx::document).
///
/// # Errors
/// [`ImportError::Damaged`] with the stream that cannot be read, [`ImportError::Encrypted`],
/// [`ImportError::UnknownKind`] for versions before Excel 97, and [`ImportError::TooMany`] as for a newer
/// workbook.
pub fn document(bytes: &[u8]) -> Result<Document, ImportError> {
    read(&mut CompoundFile::open(bytes)?)
}

pub(crate) fn read(file: &mut CompoundFile<'_>) -> Result<Document, ImportError> {
    let stream = file.read(MAIN_STREAM)?;
    let workbook = Workbook::read(&stream)?;
    let mut sheets = Vec::new();
    for at in &workbook.sheets {
        let records = stream.get(*at..).ok_or_else(|| damaged(MAIN_STREAM))?;
        sheets.push(worksheet::read(Records::of(records), &workbook)?.finish()?);
    }
    sheet::document(properties::title(file), sheets)
}

impl Workbook {
    fn read(stream: &[u8]) -> Result<Workbook, ImportError> {
        let mut workbook = Workbook::default();
        let mut strings: Vec<&[u8]> = Vec::new();
        let mut last = 0;
        let mut is_complete = false;
        for Record { id, data } in Records::of(stream) {
            match id {
                id::BEGIN if last == 0 && data.u16_at(0) != Some(BIFF_8) => {
                    let seems = Some("Excel 95");
                    return Err(ImportError::UnknownKind { seems });
                }
                id::ENCRYPTION => return Err(ImportError::Encrypted),
                id::SHEET => {
                    // A hidden sheet, or one that is a chart or a macro.
                    let is_hidden = data.u8_at(4).unwrap_or_default() & 3 != 0;
                    let is_sheet = data.u8_at(5) == Some(0);
                    if let Some(at) = data.size_at(0).filter(|_| is_sheet && !is_hidden)
                        && workbook.sheets.len() < MOST
                    {
                        workbook.sheets.push(at);
                    }
                }
                id::STRINGS => strings = vec![data],
                id::CONTINUE if last == id::STRINGS => {
                    strings.push(data);
                    continue;
                }
                id::END => {
                    is_complete = true;
                    break;
                }
                _ => workbook.formats.add(id, data),
            }
            last = id;
        }
        if !is_complete {
            return Err(damaged(MAIN_STREAM));
        }
        workbook.strings = SharedStrings::read(&strings).ok_or_else(|| damaged(MAIN_STREAM))?;
        Ok(workbook)
    }
}
