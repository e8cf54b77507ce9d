//! Pictures and shapes on a sheet, which may hold what a blank cell below them seems to lack.

use super::{relations, resolve};
use crate::ImportError;
use crate::docx::package::Package;
use crate::sheet::{self, SheetBuilder};
use quick_xml::Reader;
use quick_xml::events::Event;

/// The most cells that one drawing covers.
const MOST: u32 = 200;

/// Reads the drawings of the sheet in a part.
pub(super) fn of_sheet(package: &mut Package<'_>, part: &str) -> Option<String> {
    let (folder, name) = part.rsplit_once('/')?;
    let own = package
        .read(&[folder, "/_rels/", name, ".rels"].concat())
        .ok()?;
    let relations = relations(&own);
    let drawing = relations
        .iter()
        .find(|relation| relation.kind.ends_with("/drawing"))?;
    package.read(&resolve(part, &drawing.target)).ok()
}

/// Marks the cells that drawings cover.
pub(super) fn add(xml: &str, sheet: &mut SheetBuilder) -> Result<(), ImportError> {
    let mut reader = Reader::from_str(xml);
    // First row and column, last row and column.
    let mut corners: [u32; 4] = [0; 4];
    let mut corner = 0_usize;
    let mut field: Option<usize> = None;
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "twoCellAnchor" | "oneCellAnchor" => (corner, corners) = (0, [0; 4]),
                "from" => corner = 0,
                "to" => corner = 2,
                "row" => field = Some(corner),
                "col" => field = Some(corner + 1),
                _ => field = None,
            },
            Event::Text(text) => {
                let number = text.xml10_content().trim().parse::<u32>().ok();
                if let (Some(number), Some(place)) =
                    (number, field.and_then(|field| corners.get_mut(field)))
                {
                    *place = number;
                }
            }
            Event::End(element) => {
                field = None;
                if matches!(
                    element.local_name().as_ref(),
                    "twoCellAnchor" | "oneCellAnchor"
                ) {
                    cover(corners, sheet)?;
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(())
}

fn cover(
    [row, column, last_row, last_column]: [u32; 4],
    sheet: &mut SheetBuilder,
) -> Result<(), ImportError> {
    let last_row = last_row.clamp(row, row.saturating_add(MOST));
    let last_column = last_column.clamp(column, column.saturating_add(MOST));
    for row in row..=last_row {
        for column in column..=last_column {
            sheet.add(row, column, sheet::unknown(), None)?;
        }
    }
    Ok(())
}
