//! Tidies a table of a sheet, whose columns are those of all the tables on it.

use crate::{Grid, GridCell};
use std::collections::{BTreeMap, BTreeSet};

/// Removes columns at both sides in which all cells are blank, and the edges of columns that no cell of
/// this table has.
pub(super) fn tidy(grid: &mut Grid) {
    let placed = placed(grid);
    let is_filled = |cell: &&(usize, GridCell)| !cell.1.text.trim().is_empty();
    let filled = || placed.iter().flatten().filter(is_filled);
    let first = filled().map(|(column, _)| *column).min();
    let last = filled()
        .map(|(column, cell)| column.saturating_add(cell.columns))
        .max();
    let (Some(first), Some(last)) = (first, last) else {
        return;
    };
    let ends = |(column, cell): &(usize, GridCell)| {
        let end = column.saturating_add(cell.columns).clamp(first, last);
        ((*column).clamp(first, last), end)
    };
    let mut edges = BTreeSet::new();
    for cell in placed.iter().flatten() {
        let (from, to) = ends(cell);
        edges.extend([from, to]);
    }
    let index: BTreeMap<usize, usize> = edges.into_iter().zip(0..).collect();
    let number = |edge: usize| index.get(&edge).copied().unwrap_or_default();
    let rows = placed.iter().map(|row| {
        let cells = row.iter().filter_map(|cell| {
            let (from, to) = ends(cell);
            let columns = number(to).saturating_sub(number(from));
            let (_, cell) = cell;
            (columns > 0).then(|| GridCell {
                columns,
                ..cell.clone()
            })
        });
        cells.collect()
    });
    grid.rows = rows.collect();
}

/// The cells with the columns where they begin.
fn placed(grid: &Grid) -> Vec<Vec<(usize, GridCell)>> {
    // For each column, how many more rows a cell from above covers.
    let mut covered: Vec<usize> = Vec::new();
    let mut placed = Vec::with_capacity(grid.rows.len());
    for row in &grid.rows {
        let mut column = 0;
        let mut cells = Vec::with_capacity(row.len());
        let mut next: Vec<(usize, usize, usize)> = Vec::new();
        for cell in row {
            while covered.get(column).is_some_and(|rows| *rows > 0) {
                column += 1;
            }
            cells.push((column, cell.clone()));
            next.push((column, cell.columns, cell.rows));
            column = column.saturating_add(cell.columns);
        }
        for rows in &mut covered {
            *rows = rows.saturating_sub(1);
        }
        for (column, columns, rows) in next {
            let end = column.saturating_add(columns);
            if covered.len() < end {
                covered.resize(end, 0);
            }
            for below in covered.get_mut(column..end).unwrap_or_default() {
                *below = rows.saturating_sub(1);
            }
        }
        placed.push(cells);
    }
    placed
}
