//! A table of a Word file, while it is read and after.

use super::{MOST, too_many};
use crate::{Block, Grid, GridCell, ImportError, Location, Resource};
use std::collections::HashMap;

/// Word itself has 63 columns at most; other programs have more.
const COLUMNS: usize = 1000;

/// Whether a cell is one with the one above or before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Merge {
    #[default]
    Apart,
    Starts,
    GoesOn,
}

#[derive(Debug)]
pub(super) struct Cell {
    location: Location,
    /// Which blocks are its own.
    start: usize,
    end: usize,
    columns: usize,
    pub vertical: Merge,
    pub horizontal: Merge,
    pub is_gone: bool,
}

impl Cell {
    pub fn set_columns(&mut self, columns: usize) {
        self.columns = columns.clamp(1, COLUMNS);
    }
}

#[derive(Debug, Default)]
struct Row {
    /// Which block it starts with.
    start: usize,
    /// Columns without a cell at its start.
    skipped: usize,
    is_gone: bool,
    cells: Vec<Cell>,
}

#[derive(Debug)]
pub(super) struct Table {
    /// How many blocks there were before.
    start: usize,
    rows: Vec<Row>,
    pub holds_tables: bool,
}

impl Table {
    pub fn new(start: usize) -> Table {
        Table {
            start,
            rows: Vec::new(),
            holds_tables: false,
        }
    }

    pub fn start_row(&mut self, start: usize) {
        self.rows.push(Row {
            start,
            ..Row::default()
        });
    }

    /// A deleted row goes with all that stands in it.
    pub fn end_row(&mut self, blocks: &mut Vec<Block>) {
        if let Some(row) = self.rows.pop_if(|row| row.is_gone) {
            blocks.truncate(row.start);
        }
    }

    /// The row is deleted.
    pub fn drop_row(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.is_gone = true;
        }
    }

    pub fn skip_columns(&mut self, columns: usize) {
        if let Some(row) = self.rows.last_mut() {
            row.skipped = columns.min(COLUMNS);
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
                vertical: Merge::Apart,
                horizontal: Merge::Apart,
                is_gone: false,
            });
        }
    }

    pub fn cell(&mut self) -> Option<&mut Cell> {
        self.rows.last_mut()?.cells.last_mut()
    }

    /// A deleted cell goes with all that stands in it.
    pub fn end_cell(&mut self, blocks: &mut Vec<Block>) {
        let Some(row) = self.rows.last_mut() else {
            return;
        };
        if let Some(cell) = row.cells.pop_if(|cell| cell.is_gone) {
            blocks.truncate(cell.start);
        } else if let Some(cell) = row.cells.last_mut() {
            cell.end = blocks.len();
        }
    }

    fn is_layout(&self) -> bool {
        let mut cells = self.rows.iter().flat_map(|row| &row.cells);
        self.holds_tables || cells.nth(1).is_none()
    }

    /// Puts the grid in the place of its blocks, but for a table that holds others or one cell.
    /// Says whether there is a grid now, for the table around it.
    pub fn finish(self, blocks: &mut Vec<Block>) -> Result<bool, ImportError> {
        if self.is_layout() {
            return Ok(self.holds_tables);
        }
        let mut at = self.start;
        let mut own = blocks.split_off(self.start.min(blocks.len())).into_iter();
        let mut merged = Merged::default();
        for row in self.rows {
            merged.start_row(row.skipped, row.cells.first());
            for cell in row.cells {
                blocks.extend(own.by_ref().take(cell.start.saturating_sub(at)));
                let inside = own.by_ref().take(cell.end.saturating_sub(cell.start));
                let text = words(inside);
                at = cell.end;
                merged.add(&cell, text);
            }
        }
        blocks.extend(own);
        blocks.push(Block::Table(merged.grid()?));
        Ok(true)
    }
}

/// The lines of a cell, or nothing where all of them are blank.
fn words(inside: impl Iterator<Item = Block>) -> String {
    let lines: Vec<String> = inside
        .filter_map(|block| match block {
            Block::Line(line) => Some(line.text),
            Block::Table(_) => None,
        })
        .collect();
    if lines.iter().all(|line| line.trim().is_empty()) {
        return String::new();
    }
    lines.join("\n")
}

/// Rows whose merged cells are put together.
#[derive(Default)]
struct Merged {
    rows: Vec<Vec<GridCell>>,
    column: usize,
    /// For a column in which a merged cell stands, its row and its place in that.
    above: HashMap<usize, (usize, usize)>,
}

impl Merged {
    fn start_row(&mut self, skipped: usize, first: Option<&Cell>) {
        self.column = skipped;
        // Without this the cells after them would stand in other columns.
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
        if cell.horizontal == Merge::GoesOn
            && let Some(before) = self.rows.last_mut().and_then(|row| row.last_mut())
        {
            before.columns = before.columns.saturating_add(cell.columns).min(COLUMNS);
            return;
        }
        if cell.vertical == Merge::GoesOn
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
        if cell.vertical == Merge::Apart {
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
