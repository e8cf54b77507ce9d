//! A grid with every merged cell at each position that it covers.

use crate::labels::normalize_label;
use crate::number::{fold, is_value};
use crate::tables::labelled_row::Printed;
use crate::{Grid, GridCell, Source};

/// Far more positions than any table of the form has.
const MAX_POSITIONS: usize = 200_000;

pub struct Matrix<'a> {
    /// The index of the grid in the document's blocks.
    block: usize,
    /// Each cell with its row and its index there.
    cells: Vec<(&'a GridCell, (usize, usize))>,
    /// The index of the cell at each row and column, and the row in which the cell begins.
    positions: Vec<Vec<Option<(usize, usize)>>>,
    pub width: usize,
}

impl<'a> Matrix<'a> {
    /// Lays out a grid. `None` if it is too large.
    pub fn of(grid: &'a Grid, block: usize) -> Option<Matrix<'a>> {
        let mut cells: Vec<(&GridCell, (usize, usize))> = Vec::new();
        let height = grid.rows.len();
        let mut positions: Vec<Vec<Option<(usize, usize)>>> = vec![Vec::new(); height];
        let mut taken = 0_usize;
        for (at, row) in grid.rows.iter().enumerate() {
            let mut column = 0;
            for (index_in_row, cell) in row.iter().enumerate() {
                while positions.get(at)?.get(column).is_some_and(Option::is_some) {
                    column += 1;
                }
                let index = cells.len();
                cells.push((cell, (at, index_in_row)));
                let end = column.saturating_add(cell.columns.max(1));
                for below in positions.iter_mut().skip(at).take(cell.rows.max(1)) {
                    taken = taken.saturating_add(end.saturating_sub(below.len()));
                    if taken > MAX_POSITIONS {
                        return None;
                    }
                    if below.len() < end {
                        below.resize(end, None);
                    }
                    for position in below.get_mut(column..end)?.iter_mut() {
                        position.get_or_insert((index, at));
                    }
                }
                column = end;
            }
        }
        let width = positions.iter().map(Vec::len).max().unwrap_or(0);
        Some(Matrix {
            block,
            cells,
            positions,
            width,
        })
    }

    /// The cell at a row and column, if any.
    pub fn cell(&self, row: usize, column: usize) -> Option<&'a GridCell> {
        let (index, _) = (*self.positions.get(row)?.get(column)?)?;
        self.cells.get(index).map(|(cell, _)| *cell)
    }

    /// The cells of a row in order, including those that reach down from a row above.
    pub fn row(&self, row: usize) -> Vec<MatrixCell<'a>> {
        let mut cells: Vec<MatrixCell<'a>> = Vec::new();
        let positions = self.positions.get(row).map(Vec::as_slice);
        for (column, position) in positions.unwrap_or_default().iter().enumerate() {
            let Some((index, from)) = *position else {
                continue;
            };
            match cells.last_mut() {
                Some(last) if last.index == index => last.end = column + 1,
                _ => cells.extend(self.cells.get(index).map(|(cell, place)| MatrixCell {
                    index,
                    cell,
                    block: self.block,
                    place: *place,
                    start: column,
                    end: column + 1,
                    is_own: from == row,
                })),
            }
        }
        cells
    }
}

/// A cell of a row and the columns that it covers.
#[derive(Clone, Copy)]
pub struct MatrixCell<'a> {
    index: usize,
    pub cell: &'a GridCell,
    block: usize,
    /// Its row in the grid and its index there.
    place: (usize, usize),
    pub start: usize,
    /// The column after its last.
    pub end: usize,
    /// Whether it begins in this row.
    pub is_own: bool,
}

impl MatrixCell<'_> {
    pub fn normalized(&self) -> String {
        normalize_label(&self.cell.text)
    }

    pub fn is_blank(&self) -> bool {
        fold(&self.cell.text).is_empty()
    }

    pub fn is_label(&self) -> bool {
        !self.is_blank() && !is_value(&self.cell.text)
    }

    /// Whether it begins in this row and holds a value.
    pub fn is_own_value(&self) -> bool {
        self.is_own && !self.is_label() && !self.is_blank()
    }

    pub fn covers_one_column(&self) -> bool {
        self.end == self.start + 1
    }

    pub fn printed(&self) -> Printed {
        let (row, cell) = self.place;
        let text = self.cell.text.clone();
        Printed {
            location: self.cell.location,
            passage: Source {
                block: self.block,
                row: Some(row),
                cell: Some(cell),
                chars: 0..text.chars().count(),
            },
            text,
        }
    }
}
