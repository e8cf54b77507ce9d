//! Rows of section two from a grid: each value belongs to the column named above it.

use super::matrix::{Matrix, MatrixCell};
use super::{labelled_row, own_labels};
use crate::Gap;
use crate::labels::{
    normalize_label_keeping_brackets, proactive_column, proactive_columns, proactive_row,
};
use crate::tables::assemble::heading_unit;
use crate::tables::labelled_row::{LabelledRow, Printed, Values};
use crate::tables::proactive::{Row, form_widths};
use gongkai_model::{Currency, Edition, ProactiveColumn, ProactiveKey};
use std::ops::Range;

/// Assigns the values of each row to columns.
pub fn rows(matrix: &Matrix<'_>, rows: Range<usize>) -> Vec<Row> {
    let mut heading = Heading {
        columns: vec![None; matrix.width],
        unit: None,
    };
    let mut labelled = Vec::with_capacity(rows.len());
    for index in rows {
        let cells = matrix.row(index);
        let (named, editions) = named_columns(&cells);
        let row = if named.is_empty() {
            heading.row(&cells)
        } else {
            heading.replace(&cells, &named);
            // A number in a heading is skipped.
            LabelledRow {
                has_label: false,
                ..labelled_row(&cells, String::new(), Values::None)
            }
        };
        labelled.push(LabelledRow { editions, ..row });
    }
    labelled
}

/// The columns that a row names and the positions that each name covers, with the editions that the
/// words belong to.
fn named_columns(cells: &[MatrixCell<'_>]) -> (Vec<(Range<usize>, ProactiveColumn)>, Vec<Edition>) {
    let is_heading = cells
        .iter()
        .any(|cell| cell.is_own && cell.normalized() == "信息内容");
    let mut named = Vec::new();
    let mut all_editions = Vec::new();
    for cell in cells {
        let (columns, editions) = proactive_columns(&cell.normalized());
        all_editions.extend(editions);
        let column = match columns.as_slice() {
            [column] if cell.is_own => Some(*column),
            [] if cell.is_own && is_heading => {
                let found = proactive_column(&cell.normalized());
                all_editions.extend(found.and_then(|(_, edition)| edition));
                found.map(|(column, _)| column)
            }
            _ => None,
        };
        named.extend(column.map(|column| (cell.start..cell.end, column)));
    }
    (named, all_editions)
}

/// The heading that applies to a row.
struct Heading {
    /// The column that is named above each position.
    columns: Vec<Option<ProactiveColumn>>,
    unit: Option<Currency>,
}

impl Heading {
    fn replace(&mut self, cells: &[MatrixCell<'_>], named: &[(Range<usize>, ProactiveColumn)]) {
        self.columns.fill(None);
        for (range, column) in named {
            for position in self.columns.get_mut(range.clone()).into_iter().flatten() {
                *position = Some(*column);
            }
        }
        let text: String = cells
            .iter()
            .map(|cell| normalize_label_keeping_brackets(&cell.cell.text))
            .collect();
        self.unit = heading_unit(&text);
    }

    fn row(&self, cells: &[MatrixCell<'_>]) -> Row {
        let keys = cells.iter().enumerate();
        let mut keys =
            keys.filter_map(|(at, cell)| Some((at, cell, proactive_row(&cell.normalized())?)));
        let Some((at, label, key)) = keys.next() else {
            return labelled_row(cells, own_labels(cells), Values::None);
        };
        let after = cells.get(at + 1..).unwrap_or_default();
        let row = labelled_row(cells, label.cell.text.clone(), self.values(key, after));
        let own_unit = || heading_unit(&normalize_label_keeping_brackets(&label.cell.text));
        LabelledRow {
            location: Some(label.cell.location),
            unit: self.unit.or_else(own_unit),
            ..row
        }
    }

    fn values(
        &self,
        key: ProactiveKey,
        cells: &[MatrixCell<'_>],
    ) -> Values<Option<ProactiveColumn>> {
        if self.columns.iter().all(Option::is_none) {
            return values_in_form_order(key, cells);
        }
        let mut assigned: Vec<(Option<ProactiveColumn>, Printed)> = Vec::new();
        let mut extra: Vec<Printed> = Vec::new();
        for cell in cells {
            let above = self.columns.get(cell.start..cell.end).unwrap_or_default();
            let mut above: Vec<ProactiveColumn> = above.iter().flatten().copied().collect();
            above.dedup();
            match above.as_slice() {
                [column] => assigned.push((Some(*column), cell.printed())),
                [] if cell.is_blank() => {}
                [] => extra.push(cell.printed()),
                _ => return Values::Unassigned(Gap::Ambiguous),
            }
        }
        Values::assigned(assigned, extra)
    }
}

/// The values of a row without a heading, which must be as many as in the form.
fn values_in_form_order(
    key: ProactiveKey,
    cells: &[MatrixCell<'_>],
) -> Values<Option<ProactiveColumn>> {
    let widths = form_widths(key);
    if !widths.contains(&cells.len()) {
        return Values::Unassigned(Gap::CellCount {
            expected: widths.first().copied().unwrap_or_default(),
            found: cells.len(),
        });
    }
    Values::Assigned {
        cells: cells.iter().map(|cell| (None, cell.printed())).collect(),
        extra: Vec::new(),
        is_heading_assumed: true,
    }
}
