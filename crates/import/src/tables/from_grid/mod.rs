//! The statutory tables from grids of cells.

mod applications;
mod matrix;
mod proactive;
mod reviews;

use super::assemble::Collected;
use super::labelled_row::{LabelledRow, Source, Values};
use super::parts::part_begun_by;
use crate::labels::{RowGroup, parse_row_label, proactive_row};
use crate::{FormSection, Gap, Grid, Log};
use matrix::{Matrix, MatrixCell};
use std::ops::Range;

/// What carries over to a table that continues after a page break.
#[derive(Clone, Debug, Default)]
pub struct Continuation {
    /// The column of each kind of applicant.
    applicants: Option<[usize; 7]>,
    width: usize,
    /// The group whose rows were being read.
    group: Option<RowGroup>,
}

/// Reads a grid, which is the block of that index. Returns whether it is one of the form's tables. `before` is the part of the lines
/// before it.
pub fn read(
    (block, grid): (usize, &Grid),
    before: Option<FormSection>,
    continuation: &mut Continuation,
    collected: &mut Collected,
    log: &mut Log,
) -> bool {
    let Some(matrix) = Matrix::of(grid, block) else {
        let first = grid.rows.iter().flatten().next();
        log.gap(first.map(|cell| cell.location), "", None, Gap::Ambiguous);
        return false;
    };
    let parts = parts(&matrix, grid.rows.len(), before, continuation);
    let is_table = !parts.is_empty();
    for (part, rows) in parts {
        match part {
            FormSection::Proactive => {
                super::proactive::read(&proactive::rows(&matrix, rows), collected, log);
            }
            FormSection::Applications => {
                let rows = applications::rows(&matrix, rows, continuation, log);
                let group = continuation.group;
                continuation.group = super::applications::read(&rows, group, collected, log);
            }
            FormSection::Reviews => {
                super::reviews::read(&reviews::rows(&matrix, rows), collected, log)
            }
            FormSection::Disclosure => {}
        }
    }
    is_table
}

/// The rows of each part in a grid, which may hold several tables.
fn parts(
    matrix: &Matrix<'_>,
    height: usize,
    before: Option<FormSection>,
    continuation: &Continuation,
) -> Vec<(FormSection, Range<usize>)> {
    let mut starts: Vec<(usize, FormSection)> = Vec::new();
    for index in 0..height {
        let row = matrix.row(index);
        let own = row.iter().filter(|cell| cell.is_own);
        let texts: Vec<&str> = own.map(|cell| cell.cell.text.as_str()).collect();
        if let Some(next) = part_begun_by(&texts.join("\t"))
            && starts.last().is_none_or(|(_, part)| *part != next)
        {
            starts.push((index, next));
        }
    }
    if starts.is_empty() {
        let part = continued_part(matrix, before, continuation);
        starts.extend(part.map(|part| (0, part)));
    }
    // Rows before the first recognised one belong to the same part.
    if let Some((first, _)) = starts.first_mut() {
        *first = 0;
    }
    let ends = starts.iter().skip(1).map(|(start, _)| *start);
    let ends = ends.chain([height]);
    let parts = starts.iter().zip(ends);
    parts
        .map(|((start, part), end)| (*part, *start..end))
        .collect()
}

/// The part of a grid without a heading: after a page break a table begins with rows.
fn continued_part(
    matrix: &Matrix<'_>,
    before: Option<FormSection>,
    continuation: &Continuation,
) -> Option<FormSection> {
    let row = matrix.row(0);
    let labels = row.iter().filter(|cell| cell.is_label());
    let first: String = labels.map(MatrixCell::normalized).collect();
    let is_application = matrix.width == continuation.width
        && !parse_row_label(&first, continuation.group).rows.is_empty();
    match before {
        Some(part) if part != FormSection::Applications || is_application => Some(part),
        _ if is_application && continuation.applicants.is_some() => Some(FormSection::Applications),
        _ => proactive_row(&first).map(|_| FormSection::Proactive),
    }
}

/// Makes a row of the cells of a grid's row.
fn labelled_row<C>(cells: &[MatrixCell<'_>], label: String, values: Values<C>) -> LabelledRow<C> {
    let own = || cells.iter().filter(|cell| cell.is_own);
    let texts: Vec<&str> = own()
        .filter(|cell| !cell.is_blank())
        .map(|cell| cell.cell.text.trim())
        .collect();
    let location = own().next().map(|cell| cell.cell.location);
    LabelledRow {
        source: Source::Grid,
        location,
        label,
        has_label: own().any(MatrixCell::is_label),
        label_above: String::new(),
        excerpt: (location, texts.join(" ")),
        path: None,
        editions: Vec::new(),
        unit: None,
        filled: own().filter(|cell| cell.is_own_value()).count(),
        values,
    }
}

/// The labels that begin in a row, as printed.
fn own_labels(cells: &[MatrixCell<'_>]) -> String {
    let labels = cells.iter().filter(|cell| cell.is_own && cell.is_label());
    labels.map(|cell| cell.cell.text.as_str()).collect()
}
