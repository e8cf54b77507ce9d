//! Rows of section three from text: whether their values are in the order of the form's columns.

use super::has_row_numbers;
use super::text_row::{Cells, ColumnLayout, LabelPart, TextRow};
use crate::Gap;
use crate::labels::{
    HeadingOrder, applicant, has_extra_columns, heading_order, normalize_label, parse_row_label,
};
use crate::number::cell;
use crate::tables::applications::{COLUMNS, Row};
use crate::tables::labelled_row::Values;
use gongkai_model::Cell;

const APPLICANTS: [&str; 5] = ["自然人", "商业", "科研", "公益", "法律"];
pub const TOTALS: [&str; 2] = ["总计", "合计"];

/// Finds the cells of each row.
pub fn rows(rows: &[TextRow]) -> Vec<Row> {
    let mut layout = ColumnLayout::of(rows, COLUMNS);
    let is_complete =
        |row: &TextRow| heading_order(&normalize_label(&row.label)) == Some(HeadingOrder::Complete);
    if !rows.iter().any(is_complete) {
        layout = layout.without_headings();
    }
    let is_ambiguous = has_columns_reordered(rows, &layout) || has_more_columns(rows);
    let has_row_numbers = has_row_numbers(rows);
    let mut heading = None;
    let mut labelled = Vec::with_capacity(rows.len());
    for row in rows {
        heading = heading_order(&normalize_label(&row.label)).or(heading);
        if heading == Some(HeadingOrder::Partial) {
            // If the table has fewer columns, what seems to be a blank cell may not be one.
            layout = ColumnLayout::default();
        }
        let is_ambiguous = is_ambiguous
            || matches!(
                heading,
                Some(HeadingOrder::Reordered | HeadingOrder::Extended)
            )
            || has_row_numbers && !row.is_separated();
        labelled.push(row.with_values(values(row, &layout, is_ambiguous)));
    }
    labelled
}

fn values(row: &TextRow, layout: &ColumnLayout, is_ambiguous: bool) -> Values<()> {
    if row.lines.is_empty() {
        return Values::None;
    }
    match row.cells(COLUMNS, layout) {
        Cells::Known { .. } if is_ambiguous => Values::Unassigned(Gap::Ambiguous),
        Cells::Known { cells, extra } => {
            Values::assigned(cells.into_iter().map(|cell| ((), cell)).collect(), extra)
        }
        Cells::Unknown => Values::Unassigned(row.cell_count(COLUMNS)),
    }
}

/// Whether the table has more columns than the form, by its headings, which may be spread over several
/// rows, or by its values.
fn has_more_columns(rows: &[TextRow]) -> bool {
    let mut heading = String::new();
    for row in rows {
        let label = normalize_label(&row.label);
        heading.push_str(&label);
        if !parse_row_label(&label, None).rows.is_empty() {
            break;
        }
    }
    let counts = || rows.iter().map(TextRow::filled);
    let wider = counts().filter(|filled| *filled > COLUMNS).count();
    has_extra_columns(&heading) || wider > counts().filter(|filled| *filled == COLUMNS).count()
}

/// Whether the names of the columns are in another order than the form's.
fn has_columns_reordered(rows: &[TextRow], layout: &ColumnLayout) -> bool {
    let parts: Vec<&LabelPart> = rows.iter().flat_map(|row| &row.label_parts).collect();
    let mut lines = parts.chunk_by(|one, next| one.line == next.line);
    lines.any(is_line_reordered) || is_total_first(&parts, rows, layout)
}

/// Whether the names of columns on one line are in another order than the form's.
fn is_line_reordered(line: &[&LabelPart]) -> bool {
    let text: String = line
        .iter()
        .map(|part| normalize_label(&part.text))
        .collect();
    let last = APPLICANTS.iter().filter_map(|name| text.rfind(name)).max();
    let total = TOTALS.iter().filter_map(|name| text.find(name)).min();
    let columns = line
        .iter()
        .filter_map(|part| applicant(&normalize_label(&part.text)));
    let columns: Vec<usize> = columns.map(|column| column as usize).collect();
    text.starts_with("自然人") && !columns.is_sorted()
        || matches!((total, last), (Some(total), Some(last)) if total < last)
            && line.len() < text.chars().count()
}

/// Whether the total is the first column. On a line of its own before the other names it may be the
/// first or the last.
fn is_total_first(parts: &[&LabelPart], rows: &[TextRow], layout: &ColumnLayout) -> bool {
    let find = |names: &[&str]| {
        let mut parts = parts.iter().enumerate();
        parts.find(|(_, part)| names.contains(&normalize_label(&part.text).as_str()))
    };
    let (Some((total_at, total)), Some((person_at, person))) = (find(&TOTALS), find(&["自然人"]))
    else {
        return false;
    };
    if total_at > person_at {
        return false;
    }
    match (total.field, person.field) {
        (Some((total, _)), Some((person, _))) if total != person => total < person,
        _ => !is_last_column_the_sum(rows, layout),
    }
}

/// Whether the numbers show that the last column is the sum of the others: it is in some rows, and in
/// more rows than the first column is.
fn is_last_column_the_sum(rows: &[TextRow], layout: &ColumnLayout) -> bool {
    let (mut sums_first, mut sums_last, mut is_empty) = (0_usize, 0_usize, true);
    for row in rows {
        let Cells::Known { cells, .. } = row.cells(COLUMNS, layout) else {
            continue;
        };
        let counts = cells
            .iter()
            .map(|printed| match cell(&printed.text, false) {
                Ok(Cell::Count(count)) => i128::from(count),
                _ => 0,
            });
        let counts: Vec<i128> = counts.collect();
        let sum: i128 = counts.iter().sum();
        let is_half = |count: Option<&i128>| sum > 0 && count.is_some_and(|one| one * 2 == sum);
        is_empty &= sum == 0;
        sums_first += usize::from(is_half(counts.first()));
        sums_last += usize::from(is_half(counts.last()));
    }
    is_empty || sums_last > sums_first
}
