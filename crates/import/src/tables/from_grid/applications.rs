//! Rows of section three from a grid: each value belongs to the applicant named above it.

use super::matrix::{Matrix, MatrixCell};
use super::{Continuation, labelled_row};
use crate::labels::{applicant, parse_row_label};
use crate::number::is_value;
use crate::tables::applications::{COLUMNS, Row};
use crate::tables::labelled_row::{LabelledRow, Values};
use crate::{Gap, Log, Remark};
use gongkai_model::Applicant;
use std::ops::Range;

/// Finds the cells of each row.
pub fn rows(
    matrix: &Matrix<'_>,
    rows: Range<usize>,
    continuation: &mut Continuation,
    log: &mut Log,
) -> Vec<Row> {
    let is_part_of_heading = |index: &usize| {
        let cells = matrix.row(*index);
        is_heading(&cells) || is_label_of_no_row(&cells)
    };
    let first = rows.start + rows.clone().take_while(is_part_of_heading).count();
    let heading = rows.start..first;
    let values = first..rows.end;
    let mut columns = columns_by_heading(matrix, heading.clone());
    // A name that the heading lacks may be that of any column beside it.
    let names = heading.clone();
    columns =
        columns.filter(|columns| !has_unnamed_between(matrix, names, values.clone(), columns));
    if columns.is_none() && heading.is_empty() && continuation.width == matrix.width {
        columns = continuation.applicants;
    }
    let is_in_order = is_in_form_order(matrix, heading);
    if columns.is_none() && is_in_order {
        columns = last_columns(matrix, values.clone());
        if columns.is_some() {
            let first = matrix
                .row(rows.start)
                .first()
                .map(|cell| cell.cell.location);
            let path = Some("applications".to_owned());
            log.remark(first, "", path, Remark::HeadingsAssumed);
        }
    }
    continuation.applicants = columns;
    continuation.width = matrix.width;
    let table = Table {
        columns,
        is_in_order: columns.map_or(is_in_order, |columns| columns.is_sorted()),
        width: matrix.width,
    };
    values.map(|index| table.row(&matrix.row(index))).collect()
}

/// Whether a row names columns.
fn is_heading(cells: &[MatrixCell<'_>]) -> bool {
    let own = || cells.iter().filter(|cell| cell.is_own);
    let names: Vec<Applicant> = own()
        .filter_map(|cell| applicant(&cell.normalized()))
        .collect();
    names.contains(&Applicant::Person)
        || names.len() > 2
        || own().any(|cell| cell.normalized() == "申请人情况")
}

/// Whether a row holds labels only, and none of a row of the form.
fn is_label_of_no_row(cells: &[MatrixCell<'_>]) -> bool {
    let own = cells.iter().filter(|cell| cell.is_own);
    let label: String = own.map(MatrixCell::normalized).collect();
    cells.iter().all(|cell| cell.is_label() || cell.is_blank())
        && parse_row_label(&label, None).rows.is_empty()
}

/// The column of each kind of applicant by the names above the values. `None` if they do not tell.
fn columns_by_heading(matrix: &Matrix<'_>, rows: Range<usize>) -> Option<[usize; COLUMNS]> {
    let mut found: [Option<usize>; COLUMNS] = [None; COLUMNS];
    for column in 0..matrix.width {
        let mut names = rows.clone().filter_map(|row| {
            let cell = matrix.cell(row, column)?;
            applicant(&crate::labels::normalize_label(&cell.text))
        });
        let Some(name) = names.next_back() else {
            continue;
        };
        let slot = found.get_mut(name as usize)?;
        if slot.is_some() {
            // Two columns of the same name.
            return None;
        }
        *slot = Some(column);
    }
    if rows
        .into_iter()
        .any(|row| has_name_outside_group(&matrix.row(row), &found))
    {
        return None;
    }
    let mut columns = [0; COLUMNS];
    for (column, found) in columns.iter_mut().zip(found) {
        *column = found?;
    }
    Some(columns)
}

/// Whether a column between those of the form holds values below no name of its own.
fn has_unnamed_between(
    matrix: &Matrix<'_>,
    heading: Range<usize>,
    mut rows: Range<usize>,
    columns: &[usize; COLUMNS],
) -> bool {
    let first = columns.iter().min().copied().unwrap_or_default();
    let last = columns.iter().max().copied().unwrap_or_default();
    let has_name = |column: usize| {
        heading.clone().any(|row| {
            let cells = matrix.row(row);
            let mut own = cells.iter().filter(|cell| cell.covers_one_column());
            own.any(|cell| cell.start == column && cell.is_label())
        })
    };
    let unnamed: Vec<usize> = (first..last)
        .filter(|column| !columns.contains(column) && !has_name(*column))
        .collect();
    !unnamed.is_empty()
        && rows.any(|row| {
            let cells = matrix.row(row);
            let mut values = cells.iter().filter(|cell| cell.is_own_value());
            values.any(|cell| unnamed.contains(&cell.start))
        })
}

/// Whether a column of organisations is not below the heading of that group. Incorrect spans move
/// names like that.
fn has_name_outside_group(cells: &[MatrixCell<'_>], found: &[Option<usize>; COLUMNS]) -> bool {
    const ORGANISATIONS: [Applicant; 5] = [
        Applicant::Business,
        Applicant::Research,
        Applicant::Welfare,
        Applicant::Legal,
        Applicant::Other,
    ];
    let mut cells = cells.iter();
    let group = cells.find(|cell| cell.is_own && cell.normalized() == "法人或其他组织");
    let Some(group) = group.filter(|group| !group.covers_one_column()) else {
        return false;
    };
    let columns = ORGANISATIONS
        .iter()
        .filter_map(|name| found.get(*name as usize).copied().flatten());
    columns
        .into_iter()
        .any(|column| !(group.start..group.end).contains(&column))
}

/// Whether the names of the columns are in the form's order in each row of the heading.
fn is_in_form_order(matrix: &Matrix<'_>, rows: Range<usize>) -> bool {
    rows.into_iter().all(|index| {
        let cells = matrix.row(index);
        let own = cells.iter().filter(|cell| cell.is_own);
        let names = own.filter_map(|cell| applicant(&cell.normalized()));
        // Of two columns of the same name, one does not belong to the form.
        names
            .map(|name| name as usize)
            .is_sorted_by(|one, next| one < next)
    })
}

/// The last seven columns, if there are no labels in them and no values outside.
fn last_columns(matrix: &Matrix<'_>, rows: Range<usize>) -> Option<[usize; COLUMNS]> {
    let first = matrix.width.checked_sub(COLUMNS)?;
    let mut columns = [0; COLUMNS];
    for (slot, column) in columns.iter_mut().zip(first..) {
        *slot = column;
    }
    let mut has_values = false;
    for row in rows {
        for cell in matrix.row(row) {
            let is_value = !cell.is_blank() && !cell.is_label();
            if cell.start >= first && cell.is_label() || cell.end <= first && is_value {
                return None;
            }
            has_values |= is_value;
        }
    }
    has_values.then_some(columns)
}

/// What applies to all rows of a table.
struct Table {
    columns: Option<[usize; COLUMNS]>,
    /// Whether the columns are in the form's order, as far as the heading tells.
    is_in_order: bool,
    width: usize,
}

impl Table {
    fn row(&self, cells: &[MatrixCell<'_>]) -> Row {
        let has_own_value = cells
            .iter()
            .any(|cell| cell.is_own && is_value(&cell.cell.text));
        if is_heading(cells) && !has_own_value {
            return labelled_row(&[], String::new(), Values::None);
        }
        let left = self.columns.and_then(|columns| columns.into_iter().min());
        let left = left.unwrap_or(self.width);
        let labels = || {
            cells
                .iter()
                .filter(|cell| cell.start < left && (cell.is_label() || self.columns.is_none()))
        };
        let own = labels().filter(|cell| cell.is_own && cell.is_label());
        let above = labels().filter(|cell| !cell.is_own);
        let text = |cell: &MatrixCell<'_>| cell.cell.text.clone();
        let label = own.map(text).collect();
        LabelledRow {
            label_above: above.map(text).collect(),
            ..labelled_row(cells, label, self.values(cells, left))
        }
    }

    fn values(&self, cells: &[MatrixCell<'_>], left: usize) -> Values<()> {
        let below_names = self.cells_below_names(cells, left);
        if let Some(named) = below_names.or_else(|| self.seven_in_order(cells)) {
            // Values in a column that no heading names, such as one of remarks.
            let is_named =
                |cell: &MatrixCell<'_>| named.iter().any(|named| named.start == cell.start);
            let extra = cells
                .iter()
                .filter(|cell| cell.is_own_value() && !is_named(cell))
                .map(MatrixCell::printed)
                .collect();
            let printed = named.iter().map(|cell| ((), cell.printed())).collect();
            return Values::assigned(printed, extra);
        }
        let found = cells.iter().filter(|cell| cell.is_own_value()).count();
        Values::Unassigned(if found == COLUMNS {
            // The right number of values, but the headings do not tell which is which.
            Gap::Ambiguous
        } else {
            Gap::CellCount {
                expected: COLUMNS,
                found,
            }
        })
    }

    /// The cells below the names of their columns.
    fn cells_below_names<'a, 'b>(
        &self,
        cells: &'b [MatrixCell<'a>],
        left: usize,
    ) -> Option<Vec<&'b MatrixCell<'a>>> {
        // If there is a value among the labels, the row is shifted against its columns.
        if cells
            .iter()
            .any(|cell| cell.start < left && cell.is_own_value())
        {
            return None;
        }
        let mut picked = Vec::with_capacity(COLUMNS);
        for column in self.columns? {
            let mut cells = cells.iter();
            let cell = cells.find(|cell| cell.start == column && cell.covers_one_column())?;
            picked.push(cell);
        }
        picked.iter().all(|cell| cell.is_own).then_some(picked)
    }

    /// The seven values after the label. Incorrect spans move the columns, but seven values in a row
    /// are the form's seven.
    fn seven_in_order<'a, 'b>(
        &self,
        cells: &'b [MatrixCell<'a>],
    ) -> Option<Vec<&'b MatrixCell<'a>>> {
        let label = cells.iter().rposition(MatrixCell::is_label)?;
        let values: Vec<&MatrixCell<'_>> = cells.iter().skip(label + 1).collect();
        let are_own = values.iter().all(|cell| cell.is_own && !cell.is_blank());
        (values.len() == COLUMNS && are_own && self.is_in_order).then_some(values)
    }
}
