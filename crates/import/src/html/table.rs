//! A table of a page: its rows and cells while they are read, then a grid, or lines if it only lays out
//! the page.

use super::MOST;
use super::body::too_many;
use crate::document::{HIDDEN, cell_text};
use crate::{Grid, GridCell, ImportError, Line, Location, Resource};

/// A part of a page.
#[derive(Debug)]
pub(super) enum Piece {
    Line(Line),
    /// An empty element, which a browser does not show as a line. In a table in text it is a blank cell.
    Empty(usize),
    Table(Grid),
}

/// The largest spans of a cell in HTML.
const MAX_COLUMNS: usize = 1000;
const MAX_ROWS: usize = 65_534;

/// A cell with more lines or pieces is a column of the page and not a cell of figures.
const MAX_LINES: usize = 40;
const MAX_PIECES: usize = 400;

#[derive(Debug, Default)]
pub(super) struct Table {
    /// The positions of the table, its row and its cell on the stack of open elements.
    pub base: usize,
    pub row: Option<usize>,
    pub cell: Option<Cell>,
    /// How many pieces of the page precede it.
    pub start: usize,
    pub holds_tables: bool,
    group: Option<usize>,
    group_number: usize,
    group_order: u8,
    is_group_hidden: bool,
    /// Which kinds of group it has had.
    has_groups: [bool; 3],
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    group: usize,
    order: u8,
    is_hidden: bool,
    cells: Vec<Cell>,
}

#[derive(Debug)]
pub(super) struct Cell {
    /// Its position on the stack of open elements.
    at: usize,
    /// The range of its pieces.
    start: usize,
    end: usize,
    line: usize,
    columns: usize,
    /// 0 for all remaining rows of its group.
    rows: usize,
    is_hidden: bool,
}

/// The order of rows without a group.
const BODY: u8 = 1;

impl Table {
    pub fn new(base: usize, start: usize) -> Table {
        Table {
            base,
            start,
            ..Table::default()
        }
    }

    /// The position above which elements belong to the current cell or part.
    pub fn bottom(&self) -> usize {
        let cell = self.cell.as_ref().map(|cell| cell.at);
        let at = cell.or(self.row).or(self.group).unwrap_or(self.base);
        at.saturating_add(1)
    }

    pub fn start_group(&mut self, at: usize, order: u8, is_hidden: bool) {
        // Only the first head is shown first and only the first foot last.
        let had = self.has_groups.get_mut(usize::from(order));
        let is_first = had.is_some_and(|had| !std::mem::replace(had, true));
        self.group = Some(at);
        self.group_number += 1;
        self.group_order = if is_first { order } else { BODY };
        self.is_group_hidden = is_hidden;
    }

    pub fn end_group(&mut self) -> Option<usize> {
        let at = self.group.take()?;
        self.group_number += 1;
        Some(at)
    }

    pub fn start_row(&mut self, at: usize, is_hidden: bool) {
        let has_group = self.group.is_some();
        self.row = Some(at);
        self.rows.push(Row {
            group: self.group_number,
            order: if has_group { self.group_order } else { BODY },
            is_hidden: is_hidden || has_group && self.is_group_hidden,
            cells: Vec::new(),
        });
    }

    /// Starts a cell with the spans that the page states.
    pub fn start_cell(
        &mut self,
        at: usize,
        start: usize,
        line: usize,
        columns: Option<usize>,
        rows: Option<usize>,
        is_hidden: bool,
    ) {
        self.cell = Some(Cell {
            at,
            start,
            end: start,
            line,
            columns: columns.unwrap_or(1).clamp(1, MAX_COLUMNS),
            rows: rows.unwrap_or(1).min(MAX_ROWS),
            is_hidden,
        });
    }

    pub fn end_cell(&mut self, end: usize) {
        let cell = self.cell.take().map(|cell| Cell { end, ..cell });
        if let Some(row) = self.rows.last_mut() {
            row.cells.extend(cell);
        }
    }

    fn cells(&self) -> impl Iterator<Item = &Cell> {
        let rows = self.rows.iter().filter(|row| !row.is_hidden);
        rows.flat_map(|row| &row.cells)
            .filter(|cell| !cell.is_hidden)
    }

    /// Whether it lays out the page: it contains tables or columns of text, or has a single cell.
    fn is_layout(&self, pieces: &[Piece]) -> bool {
        self.holds_tables
            || self.cells().nth(1).is_none()
            || self.cells().any(|cell| {
                let own = pieces.get(cell.start..cell.end).unwrap_or_default();
                let mut lines = own.iter().filter(|piece| has_text(piece));
                own.len() > MAX_PIECES || lines.nth(MAX_LINES).is_some()
            })
    }
}

fn has_text(piece: &Piece) -> bool {
    matches!(piece, Piece::Line(line) if !line.text.is_empty())
}

/// Replaces the pieces of a closed table by its grid, unless it lays out the page. Returns whether there
/// is a grid, for the table around it.
pub(super) fn finish(table: Table, pieces: &mut Vec<Piece>) -> Result<bool, ImportError> {
    if table.is_layout(pieces) {
        return Ok(table.holds_tables);
    }
    let mut at = table.start;
    let mut own = pieces.split_off(table.start.min(pieces.len())).into_iter();
    let mut rows = Vec::with_capacity(table.rows.len());
    for row in table.rows {
        let mut cells = Vec::with_capacity(row.cells.len());
        for cell in row.cells {
            // Text outside the cells is shown above the table, as in browsers.
            pieces.extend(own.by_ref().take(cell.start.saturating_sub(at)));
            let inside = own.by_ref().take(cell.end.saturating_sub(cell.start));
            let grid_cell = grid_cell(&cell, inside);
            at = cell.end;
            if !cell.is_hidden {
                cells.push(grid_cell);
            }
        }
        if !row.is_hidden {
            rows.push((row.group, row.order, cells));
        }
    }
    pieces.extend(own);
    rows.sort_by_key(|(_, order, _)| *order);
    limit_rows(&mut rows)?;
    let rows = rows.into_iter().map(|(_, _, cells)| cells).collect();
    pieces.push(Piece::Table(Grid { rows }));
    Ok(true)
}

fn grid_cell(cell: &Cell, inside: impl Iterator<Item = Piece>) -> GridCell {
    let mut text = String::new();
    let mut location = None;
    let mut lines = 0_usize;
    let mut has_hidden = false;
    for piece in inside {
        if let Piece::Line(line) = piece {
            if is_hidden(&line.text) {
                has_hidden = true;
                continue;
            }
            if lines > 0 {
                text.push('\n');
            }
            if !line.text.is_empty() {
                location = location.or(Some(line.location));
            }
            text.push_str(&line.text);
            lines += 1;
        }
    }
    if location.is_none() {
        text.clear();
        text.extend(has_hidden.then_some(HIDDEN));
    }
    GridCell {
        location: location.unwrap_or(Location::SourceLine(cell.line)),
        text: cell_text(text),
        columns: cell.columns,
        rows: cell.rows,
    }
}

/// Whether a line holds nothing but text that is not seen.
fn is_hidden(line: &str) -> bool {
    line.contains(HIDDEN) && line.chars().all(|c| c == HIDDEN || c.is_whitespace())
}

/// Limits cells to their group. Fails if all cells together cover too much.
fn limit_rows(rows: &mut [(usize, u8, Vec<GridCell>)]) -> Result<(), ImportError> {
    let mut covered = 0_usize;
    let mut left = 0_usize;
    let mut below = None;
    for (group, _, cells) in rows.iter_mut().rev() {
        left = if below == Some(*group) { left + 1 } else { 1 };
        below = Some(*group);
        for cell in cells {
            cell.rows = match cell.rows {
                0 => left,
                rows => rows.min(left),
            };
            covered = covered.saturating_add(cell.rows.saturating_mul(cell.columns));
        }
    }
    if covered > MOST {
        return Err(too_many(Resource::Cells));
    }
    Ok(())
}
