//! Rows of section four from text: all blocks in one row, or a block or a value at a time.

use super::applications::TOTALS;
use super::text_row::{Cells, ColumnLayout, TextRow};
use crate::Gap;
use crate::labels::{
    normalize_label, normalize_label_keeping_brackets, review_block, review_column,
};
use crate::tables::labelled_row::{LabelledRow, Values};
use crate::tables::reviews::{COLUMNS, Column, Row, columns, columns_of};
use gongkai_model::BlockKey;

/// The names of the results, which each block has once.
const RESULTS: [&str; 4] = ["结果维持", "结果纠正", "其他结果", "尚未审结"];

/// Assigns the values of each row to blocks and their columns.
pub fn rows(rows: &[TextRow]) -> Vec<Row> {
    let has_all_columns = |row: &&TextRow| {
        let is_wide = row
            .lines
            .iter()
            .any(|line| line.is_separated && line.fields.len() >= COLUMNS);
        !row.lines.is_empty() && (row.filled() >= COLUMNS || is_wide)
    };
    let full: Vec<&TextRow> = rows.iter().filter(has_all_columns).collect();
    match full.as_slice() {
        [row] => vec![row.with_values(values_of_all_blocks(row, rows))],
        _ => Blocks::default().rows(rows),
    }
}

/// The values of the only row, which has all fifteen as in the form.
fn values_of_all_blocks(row: &TextRow, rows: &[TextRow]) -> Values<Column> {
    // Text below the row does not name its columns.
    let at = rows.iter().position(|one| std::ptr::eq(one, row));
    let above = rows.iter().take(at.map_or(0, |at| at + 1));
    let labels: String = above
        .map(|row| normalize_label_keeping_brackets(&row.label))
        .collect();
    if !has_results_in_order(&labels) || !has_blocks_in_order(&labels) {
        return Values::Unassigned(Gap::Ambiguous);
    }
    let cells = match row.cells(COLUMNS, &ColumnLayout::of(rows, COLUMNS)) {
        Cells::Unknown => row.cells_by_width(COLUMNS, None),
        cells => cells,
    };
    match cells {
        Cells::Known { cells, extra } => {
            Values::assigned(columns().into_iter().zip(cells).collect(), extra)
        }
        Cells::Unknown => Values::Unassigned(row.cell_count(COLUMNS)),
    }
}

/// Reads rows that hold one block or one value each.
#[derive(Default)]
struct Blocks {
    /// The block named last.
    block: Option<BlockKey>,
    /// The labels since the last row with values.
    labels: String,
    /// Whether the names of the results were printed once, for all blocks.
    has_heading: bool,
    /// Whether the results are in another order than the form's.
    is_reordered: bool,
    /// The columns that were read.
    taken: Vec<Column>,
    read: Vec<Row>,
}

impl Blocks {
    fn rows(mut self, rows: &[TextRow]) -> Vec<Row> {
        for row in rows {
            let own_block = review_block(&normalize_label_keeping_brackets(&row.label));
            self.block = own_block.or(self.block);
            self.labels.push_str(&normalize_label(&row.label));
            if !row.lines.is_empty() {
                let read = self.row(row, own_block.is_some(), rows);
                self.read.push(read);
            }
        }
        self.read
    }

    fn row(&mut self, row: &TextRow, names_block: bool, rows: &[TextRow]) -> Row {
        let labels = std::mem::take(&mut self.labels);
        let named = RESULTS.iter().map(|name| labels.matches(name).count());
        let named: usize = named.sum();
        self.is_reordered |= named > 1 && !has_results_in_order(&labels);
        if self.is_reordered {
            return row.with_values(Values::Unassigned(Gap::Ambiguous));
        }
        let Some(block) = self.block else {
            return row.with_values(Values::None);
        };
        let columns: Vec<Column> = match (named, review_column(&normalize_label(&row.label))) {
            // One value after its name.
            (0..=1, Some(column)) if row.filled() == 1 => vec![(block, column)],
            // The five values of a block, after their names or below those of the first block.
            (4, _) => columns_of(block).collect(),
            (0, None) if names_block && self.has_heading => columns_of(block).collect(),
            // Names of several blocks, with fewer values.
            _ => return row.with_values(Values::Unassigned(row.cell_count(COLUMNS))),
        };
        self.has_heading |= named == 4;
        let is_repeated = columns.iter().any(|column| self.taken.contains(column));
        let values = if is_repeated {
            // It is not known which of the values are right.
            self.drop_block(block);
            Values::Unassigned(Gap::Ambiguous)
        } else {
            match row.cells(columns.len(), &ColumnLayout::of(rows, columns.len())) {
                Cells::Known { cells, extra } => {
                    self.taken.extend(&columns);
                    Values::assigned(columns.into_iter().zip(cells).collect(), extra)
                }
                Cells::Unknown => Values::Unassigned(row.cell_count(columns.len())),
            }
        };
        LabelledRow {
            path: Some(block.path()),
            ..row.with_values(values)
        }
    }

    /// Drops the values that were read of the block.
    fn drop_block(&mut self, block: BlockKey) {
        for row in &mut self.read {
            if let Values::Assigned { cells, .. } = &mut row.values {
                cells.retain(|((of, _), _)| *of != block);
            }
        }
    }
}

/// Whether the names of the results are in the form's order, block by block.
fn has_results_in_order(labels: &str) -> bool {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (column, name) in RESULTS.iter().enumerate() {
        found.extend(labels.match_indices(name).map(|(at, _)| (at, column)));
    }
    found.sort_unstable();
    let columns: Vec<usize> = found.iter().map(|(_, column)| *column).collect();
    // Each block begins as the first one does, and no total precedes its names.
    let least = columns.iter().min().copied();
    let mut blocks = columns.chunk_by(|one, next| one < next);
    let are_alike = blocks.all(|block| block.first().copied() == least);
    let first = found.first().map(|(at, _)| *at).unwrap_or_default();
    let before = labels.get(..first).unwrap_or_default();
    let is_total_first = TOTALS.iter().any(|name| before.ends_with(name));
    are_alike && !is_total_first
}

/// Whether the blocks that are named are in the form's order.
fn has_blocks_in_order(labels: &str) -> bool {
    let is_before = |one: &str, other: &str| match (labels.find(one), labels.find(other)) {
        (Some(one), Some(other)) => one < other,
        _ => true,
    };
    is_before("未经复议", "复议后") && is_before("行政复议", "行政诉讼")
}
