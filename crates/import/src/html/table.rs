//! A table of a page: rows and cells while they are read, then a grid or, where it only lays out
//! the page, the lines inside it.

use super::MOST;
use super::body::too_many;
use crate::{Grid, GridCell, ImportError, Line, Location, Resource};

/// What a page is made of, in its order.
#[derive(Debug)]
pub(super) enum Piece {
    Line(Line),
    /// An element without words, which a browser does not show as a line; in a table that was
    /// flattened it is a blank cell.
    Empty(usize),
    Table(Grid),
}

/// HTML's own bounds for what a cell covers.
const COLUMNS: usize = 1000;
const ROWS: usize = 65_534;

/// A cell with more lines is a column of the page, and no cell of figures; so is one with more
/// pieces of any kind.
const LINES: usize = 40;
const PIECES: usize = 400;

#[derive(Debug, Default)]
pub(super) struct Table {
    /// Where it, its group and its row stand on the stack of open elements.
    pub base: usize,
    pub row: Option<usize>,
    pub cell: Option<Cell>,
    /// How many pieces the page had before.
    pub start: usize,
    pub holds_tables: bool,
    group: Option<usize>,
    group_number: usize,
    group_order: u8,
    is_group_gone: bool,
    has: [bool; 3],
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    group: usize,
    order: u8,
    is_gone: bool,
    cells: Vec<Cell>,
}

#[derive(Debug)]
pub(super) struct Cell {
    /// Where it stands on the stack of open elements.
    at: usize,
    /// Which pieces are its own.
    start: usize,
    end: usize,
    line: usize,
    columns: usize,
    /// 0 for all rows that are left of its group.
    rows: usize,
    is_gone: bool,
}

/// Rows that stand in no group are of the body.
const BODY: u8 = 1;

impl Table {
    pub fn new(base: usize, start: usize) -> Table {
        Table {
            base,
            start,
            ..Table::default()
        }
    }

    /// Below this nothing is ended by what stands inside.
    pub fn bottom(&self) -> usize {
        let cell = self.cell.as_ref().map(|cell| cell.at);
        let at = cell.or(self.row).or(self.group).unwrap_or(self.base);
        at.saturating_add(1)
    }

    pub fn start_group(&mut self, at: usize, order: u8, is_gone: bool) {
        // Only the first head stands above all and only the first foot below.
        let seen = self.has.get_mut(usize::from(order));
        let is_first = seen.is_some_and(|seen| !std::mem::replace(seen, true));
        self.group = Some(at);
        self.group_number += 1;
        self.group_order = if is_first { order } else { BODY };
        self.is_group_gone = is_gone;
    }

    pub fn end_group(&mut self) -> Option<usize> {
        let at = self.group.take()?;
        self.group_number += 1;
        Some(at)
    }

    pub fn start_row(&mut self, at: usize, is_gone: bool) {
        let has_group = self.group.is_some();
        self.row = Some(at);
        self.rows.push(Row {
            group: self.group_number,
            order: if has_group { self.group_order } else { BODY },
            is_gone: is_gone || has_group && self.is_group_gone,
            cells: Vec::new(),
        });
    }

    /// `columns` and `rows` as the page states them.
    pub fn start_cell(
        &mut self,
        at: usize,
        start: usize,
        line: usize,
        columns: Option<usize>,
        rows: Option<usize>,
        is_gone: bool,
    ) {
        self.cell = Some(Cell {
            at,
            start,
            end: start,
            line,
            columns: columns.unwrap_or(1).clamp(1, COLUMNS),
            rows: rows.unwrap_or(1).min(ROWS),
            is_gone,
        });
    }

    pub fn end_cell(&mut self, end: usize) {
        let cell = self.cell.take().map(|cell| Cell { end, ..cell });
        if let Some(row) = self.rows.last_mut() {
            row.cells.extend(cell);
        }
    }

    fn cells(&self) -> impl Iterator<Item = &Cell> {
        let rows = self.rows.iter().filter(|row| !row.is_gone);
        rows.flat_map(|row| &row.cells).filter(|cell| !cell.is_gone)
    }

    /// Whether it lays out the page: holds tables or whole columns of text, or is a mere frame.
    fn is_layout(&self, pieces: &[Piece]) -> bool {
        self.holds_tables
            || self.cells().nth(1).is_none()
            || self.cells().any(|cell| {
                let own = pieces.get(cell.start..cell.end).unwrap_or_default();
                let mut lines = own.iter().filter(|piece| has_words(piece));
                own.len() > PIECES || lines.nth(LINES).is_some()
            })
    }
}

fn has_words(piece: &Piece) -> bool {
    matches!(piece, Piece::Line(line) if !line.text.is_empty())
}

/// Puts the closed table's grid in the place of its pieces; a layout's pieces stay as they are.
/// Says whether there is a grid now, for the table around it.
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
            // Words outside the cells stand above the table, as browsers show them.
            pieces.extend(own.by_ref().take(cell.start.saturating_sub(at)));
            let inside = own.by_ref().take(cell.end.saturating_sub(cell.start));
            let grid_cell = grid_cell(&cell, inside);
            at = cell.end;
            if !cell.is_gone {
                cells.push(grid_cell);
            }
        }
        if !row.is_gone {
            rows.push((row.group, row.order, cells));
        }
    }
    pieces.extend(own);
    rows.sort_by_key(|(_, order, _)| *order);
    bound_rows(&mut rows)?;
    let rows = rows.into_iter().map(|(_, _, cells)| cells).collect();
    pieces.push(Piece::Table(Grid { rows }));
    Ok(true)
}

fn grid_cell(cell: &Cell, inside: impl Iterator<Item = Piece>) -> GridCell {
    let mut text = String::new();
    let mut location = None;
    let mut lines = 0_usize;
    for piece in inside {
        if let Piece::Line(line) = piece {
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
    }
    GridCell {
        location: location.unwrap_or(Location::Line(cell.line)),
        text,
        columns: cell.columns,
        rows: cell.rows,
    }
}

/// No cell reaches beyond its group, and all of them together cover no more than is read.
fn bound_rows(rows: &mut [(usize, u8, Vec<GridCell>)]) -> Result<(), ImportError> {
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
