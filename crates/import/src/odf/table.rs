//! A table of an OpenDocument file while it is read.

use crate::word::{Cell, Color, Limits, Merge, Node, Row, Table};
use crate::{ImportError, Resource, word};
use std::collections::HashMap;

/// The distance between the edges of two columns.
const STEP: usize = 1000;
/// The most columns of a table.
pub(super) const MAX_COLUMNS: usize = 1000;

/// A cell that reaches into the rows below.
#[derive(Clone, Copy, Debug)]
struct Above {
    rows: usize,
    columns: usize,
}

#[derive(Debug, Default)]
pub(super) struct TableBuilder {
    table: Table,
    row: Row,
    column: usize,
    above: HashMap<usize, Above>,
    /// How often the current row is repeated, and how often the current cell.
    row_repeated: usize,
    cell_repeated: usize,
    columns: usize,
    rows: usize,
    background: Option<Color>,
    is_row_hidden: bool,
    /// Which columns are hidden.
    hidden_columns: Vec<bool>,
    /// Blank rows that count only if another row follows.
    blank_rows: usize,
}

impl TableBuilder {
    pub fn add_columns(&mut self, count: usize, is_hidden: bool) {
        let room = MAX_COLUMNS.saturating_sub(self.hidden_columns.len());
        self.hidden_columns
            .extend(std::iter::repeat_n(is_hidden, count.min(room)));
    }

    pub fn start_row(&mut self, repeated: usize, is_hidden: bool) {
        self.row = Row::default();
        self.column = 0;
        self.row_repeated = repeated.max(1);
        self.is_row_hidden = is_hidden;
    }

    pub fn start_cell(
        &mut self,
        repeated: usize,
        columns: usize,
        rows: usize,
        background: Option<Color>,
    ) {
        self.cell_repeated = repeated.max(1);
        self.columns = columns.clamp(1, MAX_COLUMNS);
        self.rows = rows.max(1);
        self.background = background;
    }

    pub fn end_cell(&mut self, nodes: Vec<Node>, limits: &mut Limits) -> Result<(), ImportError> {
        // Sheets end each row with thousands of blank cells.
        let is_blank = nodes.is_empty() && self.columns == 1 && self.rows == 1;
        let repeated = if is_blank && self.cell_repeated > MAX_COLUMNS / 2 {
            1
        } else {
            self.cell_repeated.min(MAX_COLUMNS)
        };
        for _ in 0..repeated {
            limits.node()?;
            let above = Above {
                rows: self.rows,
                columns: self.columns,
            };
            let vertical = if self.rows > 1 {
                Merge::Starts
            } else {
                Merge::None
            };
            if self.rows > 1 {
                self.above.insert(self.column, above);
            } else {
                self.above.remove(&self.column);
            }
            self.push(nodes.clone(), vertical, self.columns, self.background);
            // The columns that it covers have cells of their own.
            self.column += 1;
        }
        Ok(())
    }

    /// Adds cells that are covered by another one.
    pub fn covered(&mut self, repeated: usize, limits: &mut Limits) -> Result<(), ImportError> {
        for _ in 0..repeated.clamp(1, MAX_COLUMNS) {
            limits.node()?;
            if let Some(above) = self.above.get(&self.column).copied() {
                self.push(Vec::new(), Merge::Continues, above.columns, None);
            }
            self.column += 1;
        }
        Ok(())
    }

    fn push(
        &mut self,
        nodes: Vec<Node>,
        vertical: Merge,
        columns: usize,
        background: Option<Color>,
    ) {
        let column = self.column.min(MAX_COLUMNS);
        let end = column.saturating_add(columns).min(MAX_COLUMNS + 1);
        if self.row.edges.is_empty() {
            self.row.edges.push(edge(column));
        }
        // A column without a cell.
        if self
            .row
            .edges
            .last()
            .is_some_and(|last| *last < edge(column))
        {
            self.row.cells.push(Cell::default());
            self.row.edges.push(edge(column));
        }
        self.row.cells.push(Cell {
            nodes,
            vertical,
            horizontal: Merge::None,
            background,
        });
        self.row.edges.push(edge(end));
    }

    pub fn end_row(&mut self, limits: &mut Limits) -> Result<(), ImportError> {
        for above in self.above.values_mut() {
            above.rows = above.rows.saturating_sub(1);
        }
        self.above.retain(|_, above| above.rows > 0);
        let mut row = std::mem::take(&mut self.row);
        row.is_deleted = self.is_row_hidden;
        let is_blank = row
            .cells
            .iter()
            .all(|cell| cell.nodes.is_empty() && cell.vertical == Merge::None);
        if is_blank && self.row_repeated > 100 {
            self.blank_rows += 1;
            return Ok(());
        }
        if self.row_repeated > word::MOST {
            return Err(word::too_many(Resource::Cells, word::MOST));
        }
        for _ in 0..self.row_repeated {
            for _ in &row.cells {
                limits.node()?;
            }
            self.table.rows.push(row.clone());
        }
        Ok(())
    }

    /// The table without its hidden columns.
    pub fn finish(self) -> Table {
        let mut table = self.table;
        if !self.hidden_columns.contains(&true) {
            return table;
        }
        let is_hidden = |edge: i32| {
            let column = usize::try_from(edge).unwrap_or_default() / STEP;
            self.hidden_columns.get(column).copied().unwrap_or_default()
        };
        for row in &mut table.rows {
            remove_columns(row, is_hidden);
        }
        table
    }
}

/// Removes the cells that are in hidden columns only.
fn remove_columns(row: &mut Row, is_hidden: impl Fn(i32) -> bool) {
    let step = i32::try_from(STEP).unwrap_or(1);
    let cells = std::mem::take(&mut row.cells);
    let edges = std::mem::take(&mut row.edges);
    for (cell, pair) in cells.into_iter().zip(edges.windows(2)) {
        let [from, to] = *pair else { continue };
        let shown = (from..to)
            .step_by(STEP)
            .filter(|edge| !is_hidden(*edge))
            .count();
        if shown == 0 {
            continue;
        }
        let last = row.edges.last().copied().unwrap_or_default();
        if row.edges.is_empty() {
            row.edges.push(0);
        }
        let shown = i32::try_from(shown).unwrap_or(1);
        row.edges
            .push(last.saturating_add(shown.saturating_mul(step)));
        row.cells.push(cell);
    }
}

fn edge(column: usize) -> i32 {
    i32::try_from(column.saturating_mul(STEP)).unwrap_or(i32::MAX)
}
