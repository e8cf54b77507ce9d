//! The definition of a row: the words that precede each `\cellx`.

use crate::word::Merge;
use crate::word::tables::{CellProperties, RowProperties};

#[derive(Clone, Debug, Default)]
pub(super) struct RowDefinition {
    row: RowProperties,
    left: i32,
    cell: CellProperties,
}

/// Far more cells than a row has.
const MOST: usize = 1000;

impl RowDefinition {
    /// Applies a word. Returns whether it is one of a row or its cells. `color` is that of its number.
    pub fn set(&mut self, word: &str, number: Option<i32>, color: Option<[u8; 3]>) -> bool {
        match word {
            "trowd" => *self = RowDefinition::default(),
            "trleft" => self.left = number.unwrap_or_default(),
            "clvmgf" => self.cell.vertical = Merge::Starts,
            "clvmrg" => self.cell.vertical = Merge::Continues,
            "clmgf" => self.cell.horizontal = Merge::Starts,
            "clmrg" => self.cell.horizontal = Merge::Continues,
            "clcbpat" => self.cell.background = color,
            "cellx" => self.end_cell(number.unwrap_or_default()),
            _ => return false,
        }
        true
    }

    fn end_cell(&mut self, edge: i32) {
        let cell = std::mem::take(&mut self.cell);
        if self.row.cells.len() < MOST {
            if self.row.edges.is_empty() {
                self.row.edges.push(self.left);
            }
            self.row.edges.push(edge);
            self.row.cells.push(cell);
        }
    }

    pub fn row(&self) -> RowProperties {
        self.row.clone()
    }
}
