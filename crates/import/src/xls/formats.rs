//! The formats of cells: number format, font and background.

use super::{id, strings};
use crate::ole::LittleEndian;
use crate::sheet::NumberFormat;
use crate::word::{Color, Look};
use std::collections::HashMap;

#[derive(Clone, Debug, Default)]
pub(super) struct Format {
    pub number: NumberFormat,
    pub look: Look,
    pub background: Option<Color>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Font {
    look: Look,
    color: u16,
}

#[derive(Clone, Copy, Debug, Default)]
struct CellFormat {
    font: u16,
    number: u16,
    pattern: u32,
    fore: u16,
}

#[derive(Debug, Default)]
pub(super) struct Formats {
    fonts: Vec<Font>,
    codes: HashMap<u16, String>,
    cells: Vec<CellFormat>,
    palette: Vec<Color>,
    counts_from_1904: bool,
}

/// Neither dark nor white text has this color.
const GREY: Color = [128; 3];
/// The number of the first color of the palette.
const FIRST_COLOR: u16 = 8;

impl Formats {
    /// Adds what a record says.
    pub fn add(&mut self, id: u16, data: &[u8]) {
        let number = |at: usize| data.u16_at(at).unwrap_or_default();
        match id {
            id::DATE_MODE => self.counts_from_1904 = number(0) == 1,
            id::FONT => self.fonts.push(Font {
                look: Look {
                    is_struck: number(2) & 8 != 0,
                    is_aligned: number(8) != 0,
                    // From twentieths of a point.
                    size: u32::from(number(0) / 10),
                    ..Look::default()
                },
                color: number(4),
            }),
            id::FORMAT => {
                let code = data.get(2..).and_then(strings::text);
                if let Some(code) = code {
                    self.codes.insert(number(0), code.text);
                }
            }
            id::CELL_FORMAT => self.cells.push(CellFormat {
                font: number(0),
                number: number(2),
                pattern: data.u32_at(14).unwrap_or_default() >> 26,
                fore: number(18) & 0x7f,
            }),
            id::PALETTE => {
                let colors = data.get(2..).unwrap_or_default().chunks_exact(4);
                let color = |color: &[u8]| {
                    let [red, green, blue, _] = *color else {
                        return GREY;
                    };
                    [red, green, blue]
                };
                self.palette = colors.map(color).collect();
            }
            _ => {}
        }
    }

    fn color(&self, number: u16) -> Option<Color> {
        let own = number.checked_sub(FIRST_COLOR).map(usize::from);
        let own = own.and_then(|at| self.palette.get(at));
        match (own, number) {
            (Some(color), _) => Some(*color),
            (None, 0 | 8) => Some([0; 3]),
            (None, 1 | 9) => Some([255; 3]),
            (None, 64..) => None,
            _ => Some(GREY),
        }
    }

    /// The look of text in a font.
    pub fn font(&self, number: usize) -> Look {
        // There is no font with the number 4.
        let at = if number > 4 { number - 1 } else { number };
        let font = self.fonts.get(at).copied().unwrap_or_default();
        Look {
            color: self.color(font.color).filter(|_| font.color >= FIRST_COLOR),
            ..font.look
        }
    }

    pub fn get(&self, number: u16) -> Format {
        let cell = self
            .cells
            .get(usize::from(number))
            .copied()
            .unwrap_or_default();
        let code = self
            .codes
            .get(&cell.number)
            .map(|code| NumberFormat::new(code));
        let code = code.or_else(|| NumberFormat::built_in(cell.number));
        let mut number = code.unwrap_or_else(NumberFormat::unknown);
        number.counts_from_1904 = self.counts_from_1904;
        Format {
            number,
            look: self.font(usize::from(cell.font)),
            background: match cell.pattern {
                0 => None,
                1 => Some(self.color(cell.fore).unwrap_or([255; 3])),
                _ => Some(GREY),
            },
        }
    }
}
