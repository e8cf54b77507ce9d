//! Rows of section four from a grid: each value belongs to the block and the result named above it or
//! before it.

use super::labelled_row;
use super::matrix::{Matrix, MatrixCell};
use crate::Gap;
use crate::labels::{normalize_label_keeping_brackets, review_block, review_column};
use crate::number::are_column_numbers;
use crate::tables::labelled_row::{LabelledRow, Values};
use crate::tables::reviews::{COLUMNS, Column, Row, columns};
use gongkai_model::{BlockColumn, BlockKey};
use std::ops::Range;

/// Assigns the values of each row to blocks and their columns.
pub fn rows(matrix: &Matrix<'_>, rows: Range<usize>) -> Vec<Row> {
    let has_value = |cells: &[MatrixCell<'_>]| cells.iter().any(MatrixCell::is_own_value);
    let has_values = rows.clone().any(|index| has_value(&matrix.row(index)));
    let mut heading = Heading {
        blocks: vec![None; matrix.width],
        results: vec![None; matrix.width],
    };
    let mut labelled = Vec::new();
    for index in rows {
        let cells = matrix.row(index);
        let own: Vec<MatrixCell<'_>> = cells.iter().filter(|cell| cell.is_own).copied().collect();
        if are_column_numbers(own.iter().map(|cell| cell.cell.text.as_str())) {
            // Without a label the row is skipped.
            labelled.push(LabelledRow {
                has_label: false,
                ..labelled_row(&cells, String::new(), Values::None)
            });
        } else if has_values && own.iter().all(MatrixCell::is_blank) {
            // The form has one row of values, and this is space between rows.
        } else if !has_value(&own) && own.iter().any(MatrixCell::is_label) {
            heading.add(&own);
        } else {
            labelled.push(labelled_row(&cells, String::new(), heading.values(&cells)));
        }
    }
    labelled
}

/// The names above each position.
struct Heading {
    blocks: Vec<Option<BlockKey>>,
    results: Vec<Option<BlockColumn>>,
}

impl Heading {
    fn add(&mut self, cells: &[MatrixCell<'_>]) {
        for cell in cells {
            let text = cell.normalized();
            let range = cell.start..cell.end;
            if let Some(block) = review_block(&text) {
                let positions = self.blocks.get_mut(range.clone());
                positions
                    .into_iter()
                    .flatten()
                    .for_each(|slot| *slot = Some(block));
            }
            if let Some(result) = review_column(&text) {
                let positions = self.results.get_mut(range);
                positions
                    .into_iter()
                    .flatten()
                    .for_each(|slot| *slot = Some(result));
            }
        }
    }

    fn values(&self, cells: &[MatrixCell<'_>]) -> Values<Column> {
        let mut values = self.own_cells(cells);
        // A blank cell without a name is not a cell of the form.
        if values.iter().any(|(_, column)| column.is_some()) {
            values.retain(|(cell, column)| column.is_some() || !cell.is_blank());
        }
        let named: Vec<Column> = values.iter().filter_map(|(_, column)| *column).collect();
        let printed = values.iter().map(|(cell, _)| cell.printed());
        // All of the form's cells, and values in a column that no heading names.
        if named.len() == COLUMNS && named.len() < values.len() && has_no_repeats(&named) {
            let (own, others): (Vec<_>, Vec<_>) =
                values.iter().partition(|(_, column)| column.is_some());
            let printed = own.iter().map(|(cell, _)| cell.printed());
            let extra = others.iter().map(|(cell, _)| cell.printed()).collect();
            return Values::assigned(named.into_iter().zip(printed).collect(), extra);
        }
        if has_no_repeats(&named) && named.len() == values.len() {
            return Values::assigned(named.into_iter().zip(printed).collect(), Vec::new());
        }
        if values.len() != COLUMNS || cells.iter().any(MatrixCell::is_label) {
            return Values::Unassigned(Gap::CellCount {
                expected: COLUMNS,
                found: values.len(),
            });
        }
        Values::Assigned {
            cells: columns().into_iter().zip(printed).collect(),
            extra: Vec::new(),
            is_heading_assumed: true,
        }
    }

    /// The row's own cells that are not labels, each with the column that the names tell.
    fn own_cells<'a>(&self, cells: &[MatrixCell<'a>]) -> Vec<(MatrixCell<'a>, Option<Column>)> {
        let (mut own_block, mut own_result) = (None, None);
        let mut values = Vec::new();
        for cell in cells {
            let block_above = self.blocks.get(cell.start).copied().flatten();
            let result_above = self.results.get(cell.start).copied().flatten();
            let names = cell.is_label().then(|| {
                let text = normalize_label_keeping_brackets(&cell.cell.text);
                (review_block(&text), review_column(&cell.normalized()))
            });
            // Words below the names of a block and a result are in the place of a number.
            let is_in_place = block_above.is_some() && result_above.is_some();
            if let Some((block, result)) =
                names.filter(|names| *names != (None, None) || !is_in_place)
            {
                own_block = block.or(own_block);
                own_result = result.or(own_result);
            } else if cell.is_own {
                let block = own_block.or(block_above);
                let result = result_above.or(own_result);
                let column = block.zip(result).filter(|_| cell.covers_one_column());
                values.push((*cell, column));
            }
        }
        values
    }
}

fn has_no_repeats(columns: &[Column]) -> bool {
    let mut sorted = columns.to_vec();
    sorted.sort_by_key(|(block, column)| (*block as usize, *column as usize));
    sorted.windows(2).all(|pair| pair.first() != pair.last())
}
