//! The properties of paragraphs, and of table rows, which are those of the mark at their end.

use super::characters::{old_shading, shading};
use super::pieces::Changes;
use super::property::{Properties, Property, TABLE_DEFINITION};
use crate::ole::LittleEndian;
use crate::word::tables::{CellProperties, End, RowProperties};
use crate::word::{Color, MAX_DEPTH, Merge};

/// The properties of a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ParagraphProperties {
    is_in_table: bool,
    /// Whether it is the mark at the end of a row, of an outer and of an inner table.
    is_row_end: bool,
    is_inner_row_end: bool,
    is_inner_cell_end: bool,
    depth: usize,
    pub is_numbered: bool,
    pub background: Option<Color>,
    row: RowProperties,
    /// For each cell of the row, 1 or 2 if it is merged with the one before or after. Which is which
    /// depends on the program.
    horizontal: Vec<u16>,
}

/// A file may refer from a list of properties to another one only this often.
const MAX_REFERENCES: usize = 4;

impl ParagraphProperties {
    /// How many tables it is in.
    pub fn depth(&self) -> usize {
        if self.depth > 0 {
            self.depth.min(MAX_DEPTH)
        } else {
            usize::from(self.is_in_table || self.is_row_end)
        }
    }

    /// What the paragraph ends. `ends_cell` is whether its mark is that of a cell or a row.
    pub fn end(self, ends_cell: bool) -> End {
        if self.is_row_end || self.is_inner_row_end {
            return End::Row(self.row());
        }
        if ends_cell || self.is_inner_cell_end {
            End::Cell
        } else {
            End::Paragraph
        }
    }

    fn row(self) -> RowProperties {
        let mut row = self.row;
        // The first of merged cells has one of two values and the others the other.
        let starts = self.horizontal.iter().find(|value| **value != 0).copied();
        for (cell, horizontal) in row.cells.iter_mut().zip(&self.horizontal) {
            cell.horizontal = match horizontal {
                0 => Merge::None,
                value if Some(*value) == starts => Merge::Starts,
                _ => Merge::Continues,
            };
        }
        row
    }

    /// Applies the properties in a list. `data` is the stream with long lists.
    pub fn apply(&mut self, list: &[u8], data: &[u8]) {
        self.apply_at(list, data, 0);
    }

    fn apply_at(&mut self, list: &[u8], data: &[u8], references: usize) {
        for property in Properties::of(list) {
            // Properties that are too long for their page.
            if matches!(property.number, 0x6646 | 0x646b) && references < MAX_REFERENCES {
                let list = property.value.size_at(0).and_then(|at| {
                    let length = usize::from(data.u16_at(at)?);
                    data.part(at + 2, length)
                });
                self.apply_at(list.unwrap_or_default(), data, references + 1);
            } else {
                self.set(&property);
            }
        }
    }

    /// Applies the changes of a piece.
    pub fn change(&mut self, changes: Changes<'_>, data: &[u8]) {
        match changes {
            Changes::None => {}
            Changes::Several(list) => self.apply(list, data),
            Changes::One(number, value) => {
                let number = match number {
                    0x18 => 0x2416,
                    0x19 => 0x2417,
                    _ => return,
                };
                let value = &[value];
                self.set(&Property { number, value });
            }
        }
    }

    fn set(&mut self, property: &Property<'_>) {
        let is_on = property.byte() != 0;
        let value = property.value;
        match property.number {
            0x2416 => self.is_in_table = is_on,
            0x2417 => self.is_row_end = is_on,
            0x244b => self.is_inner_cell_end = is_on,
            0x244c => self.is_inner_row_end = is_on,
            0x6649 => self.depth = value.size_at(0).unwrap_or_default(),
            // The list that the paragraph is in. 0 and the numbers of old lists mean that it is in no list.
            0x460b => self.is_numbered = !matches!(property.short(), 0 | 0x07ff | 0xf801..),
            0x442d => self.background = old_shading(property.short()),
            0xc64d => self.background = shading(value),
            TABLE_DEFINITION => self.define_row(value),
            0x5624 => self.merge(value),
            0xd62b => self.merge_vertically(value),
            0x7623 => self.set_width(value),
            0xd609 => {
                let colors = value.chunks_exact(2);
                self.shade(0, colors.map(|color| color.u16_at(0).and_then(old_shading)));
            }
            0xd612 | 0xd670 => self.shade(0, value.chunks_exact(10).map(shading)),
            0xd616 | 0xd671 => self.shade(22, value.chunks_exact(10).map(shading)),
            0xd60c | 0xd672 => self.shade(44, value.chunks_exact(10).map(shading)),
            _ => {}
        }
    }

    fn define_row(&mut self, value: &[u8]) {
        let count = usize::from(value.u8_at(0).unwrap_or_default());
        let edge = |index: usize| value.i16_at(1 + index * 2).map(i32::from);
        self.row.edges = (0..=count).filter_map(edge).collect();
        let first = 1 + (count + 1) * 2;
        let cell = |index: usize| {
            // The properties of the last cells may be missing.
            let flags = value.u16_at(first + index * 20).unwrap_or_default();
            let properties = CellProperties {
                vertical: vertical((flags >> 5) & 3),
                ..CellProperties::default()
            };
            (properties, flags & 3)
        };
        (self.row.cells, self.horizontal) = (0..count).map(cell).unzip();
    }

    fn merge(&mut self, value: &[u8]) {
        let (first, end) = (value.u8_at(0), value.u8_at(1));
        let (first, end) = (first.unwrap_or_default(), end.unwrap_or_default());
        for at in first..end {
            if let Some(horizontal) = self.horizontal.get_mut(usize::from(at)) {
                *horizontal = if at == first { 1 } else { 2 };
            }
        }
    }

    fn merge_vertically(&mut self, value: &[u8]) {
        let cell = value.u8_at(0).map(usize::from);
        let cell = cell.and_then(|at| self.row.cells.get_mut(at));
        if let (Some(cell), Some(flags)) = (cell, value.u8_at(1)) {
            cell.vertical = vertical(u16::from(flags & 3));
        }
    }

    /// Sets the width of some columns and moves those behind them.
    fn set_width(&mut self, value: &[u8]) {
        let (first, end) = (value.u8_at(0), value.u8_at(1));
        let (first, end) = (first.unwrap_or_default(), end.unwrap_or_default());
        let width = i32::from(value.u16_at(2).unwrap_or_default());
        for at in usize::from(first)..usize::from(end) {
            let (Some(from), Some(to)) = (self.row.edges.get(at), self.row.edges.get(at + 1))
            else {
                return;
            };
            let by = width - (to - from);
            for edge in self.row.edges.iter_mut().skip(at + 1) {
                *edge = edge.saturating_add(by);
            }
        }
    }

    fn shade(&mut self, first: usize, colors: impl Iterator<Item = Option<Color>>) {
        for (cell, color) in self.row.cells.iter_mut().skip(first).zip(colors) {
            cell.background = color;
        }
    }
}

fn vertical(flags: u16) -> Merge {
    match flags {
        0 => Merge::None,
        1 => Merge::Continues,
        _ => Merge::Starts,
    }
}
