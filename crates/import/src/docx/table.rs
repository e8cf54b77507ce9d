//! A table of a Word file: its rows and cells while they are read, then a grid.

use super::styles::Look;
use super::{MOST, too_many};
use crate::document;
use crate::{Block, Grid, GridCell, ImportError, Location, Resource};
use std::collections::HashMap;

/// The most columns that a cell covers. Word allows 63, other programs more.
const MAX_COLUMNS: usize = 1000;

/// Whether a cell is merged with the one above or before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Merge {
    #[default]
    None,
    Starts,
    Continues,
}

#[derive(Debug)]
pub(super) struct Cell {
    location: Location,
    /// The range of its blocks.
    start: usize,
    end: usize,
    columns: usize,
    pub vertical: Merge,
    pub horizontal: Merge,
    pub is_deleted: bool,
    /// Its background.
    pub look: Look,
}

impl Cell {
    pub fn set_columns(&mut self, columns: usize) {
        self.columns = columns.clamp(1, MAX_COLUMNS);
    }
}

#[derive(Debug, Default)]
struct Row {
    /// The index of its first block.
    start: usize,
    /// How many columns without a cell precede its first cell.
    skipped: usize,
    is_deleted: bool,
    cells: Vec<Cell>,
}

#[derive(Debug)]
pub(super) struct Table {
    /// How many blocks precede it.
    start: usize,
    rows: Vec<Row>,
    pub holds_tables: bool,
    /// Whether its style gives cells a background that is not known for each cell.
    pub has_background: bool,
}

impl Table {
    pub fn new(start: usize) -> Table {
        Table {
            start,
            rows: Vec::new(),
            holds_tables: false,
            has_background: false,
        }
    }

    pub fn start_row(&mut self, start: usize) {
        self.rows.push(Row {
            start,
            ..Row::default()
        });
    }

    /// Ends a row. A deleted row is removed with its contents.
    pub fn end_row(&mut self, blocks: &mut Vec<Block>) {
        if let Some(row) = self.rows.pop_if(|row| row.is_deleted) {
            blocks.truncate(row.start);
        }
    }

    /// Marks the row as deleted.
    pub fn delete_row(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.is_deleted = true;
        }
    }

    pub fn skip_columns(&mut self, columns: usize) {
        if let Some(row) = self.rows.last_mut() {
            row.skipped = columns.min(MAX_COLUMNS);
        }
    }

    pub fn start_cell(&mut self, start: usize, location: Location) {
        if self.rows.is_empty() {
            self.start_row(start);
        }
        if let Some(row) = self.rows.last_mut() {
            row.cells.push(Cell {
                location,
                start,
                end: start,
                columns: 1,
                vertical: Merge::None,
                horizontal: Merge::None,
                is_deleted: false,
                look: Look::default(),
            });
        }
    }

    pub fn cell(&mut self) -> Option<&mut Cell> {
        self.rows.last_mut()?.cells.last_mut()
    }

    pub fn last_cell(&self) -> Option<&Cell> {
        self.rows.last()?.cells.last()
    }

    /// Ends a cell. A deleted cell is removed with its contents.
    pub fn end_cell(&mut self, blocks: &mut Vec<Block>) {
        let Some(row) = self.rows.last_mut() else {
            return;
        };
        if let Some(cell) = row.cells.pop_if(|cell| cell.is_deleted) {
            blocks.truncate(cell.start);
        } else if let Some(cell) = row.cells.last_mut() {
            cell.end = blocks.len();
        }
    }

    fn is_layout(&self) -> bool {
        let mut cells = self.rows.iter().flat_map(|row| &row.cells);
        self.holds_tables || cells.nth(1).is_none()
    }

    /// Replaces its blocks by its grid, unless it contains other tables or one cell only. Returns whether
    /// there is a grid, for the table around it.
    pub fn finish(self, blocks: &mut Vec<Block>) -> Result<bool, ImportError> {
        if self.is_layout() {
            return Ok(self.holds_tables);
        }
        let mut at = self.start;
        let mut own = blocks.split_off(self.start.min(blocks.len())).into_iter();
        let mut builder = GridBuilder::default();
        for row in self.rows {
            builder.start_row(row.skipped, row.cells.first());
            for cell in row.cells {
                blocks.extend(own.by_ref().take(cell.start.saturating_sub(at)));
                let inside = own.by_ref().take(cell.end.saturating_sub(cell.start));
                let text = cell_text(inside);
                at = cell.end;
                builder.add(&cell, text);
            }
        }
        blocks.extend(own);
        blocks.push(Block::Table(builder.grid()?));
        Ok(true)
    }
}

/// The text of a cell; empty if all lines are blank.
fn cell_text(inside: impl Iterator<Item = Block>) -> String {
    let lines: Vec<String> = inside
        .filter_map(|block| match block {
            Block::Line(line) => Some(line.text),
            Block::Table(_) => None,
        })
        .collect();
    if lines.iter().all(|line| line.trim().is_empty()) {
        return String::new();
    }
    document::cell_text(lines.join("\n"))
}

/// Builds a grid, joining merged cells.
#[derive(Default)]
struct GridBuilder {
    rows: Vec<Vec<GridCell>>,
    column: usize,
    /// The row and index of the merged cell of each column.
    above: HashMap<usize, (usize, usize)>,
}

impl GridBuilder {
    fn start_row(&mut self, skipped: usize, first: Option<&Cell>) {
        self.column = skipped;
        // A blank cell keeps the cells after it in their columns.
        let skipped = first.filter(|_| skipped > 0).map(|first| GridCell {
            location: first.location,
            text: String::new(),
            columns: skipped,
            rows: 1,
        });
        self.rows.push(skipped.into_iter().collect());
    }

    fn add(&mut self, cell: &Cell, text: String) {
        let column = self.column;
        self.column = self.column.saturating_add(cell.columns);
        if cell.horizontal == Merge::Continues
            && let Some(before) = self.rows.last_mut().and_then(|row| row.last_mut())
        {
            before.columns = before.columns.saturating_add(cell.columns).min(MAX_COLUMNS);
            return;
        }
        if cell.vertical == Merge::Continues
            && let Some((row, index)) = self.above.get(&column)
            && let Some(above) = self.rows.get_mut(*row).and_then(|row| row.get_mut(*index))
        {
            above.rows += 1;
            return;
        }
        let at = self.rows.len().saturating_sub(1);
        let Some(row) = self.rows.last_mut() else {
            return;
        };
        if cell.vertical == Merge::None {
            self.above.remove(&column);
        } else {
            self.above.insert(column, (at, row.len()));
        }
        row.push(GridCell {
            location: cell.location,
            text,
            columns: cell.columns,
            rows: 1,
        });
    }

    fn grid(self) -> Result<Grid, ImportError> {
        let cells = self.rows.iter().flatten();
        let covered = cells.fold(0_usize, |covered, cell| {
            covered.saturating_add(cell.rows.saturating_mul(cell.columns))
        });
        if covered > MOST {
            return Err(too_many(Resource::Cells));
        }
        Ok(Grid { rows: self.rows })
    }
}
