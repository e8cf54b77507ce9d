//! Section three: its rows, from text or cells.

use super::assemble::Collected;
use super::labelled_row::{
    LabelledRow, Printed, Source, Values, has_values_in_adjacent_row, report_extra,
};
use crate::labels::{RowGroup, group_named_last, normalize_label, parse_row_label};
use crate::number::{fold, is_value};
use crate::{Gap, Log};
use gongkai_model::{Edition, RowKey};

/// A row of section three, whose values are in the order of the form's columns.
pub type Row = LabelledRow<()>;

/// How many columns of values the form has.
pub const COLUMNS: usize = 7;

/// Reads the rows of a table of section three. `group` is the group that the table begins in, if it
/// continues one. Returns the group that it ends in.
pub fn read(
    rows: &[Row],
    mut group: Option<RowGroup>,
    collected: &mut Collected,
    log: &mut Log,
) -> Option<RowGroup> {
    for (index, row) in rows.iter().enumerate() {
        group = group_named_last(&normalize_label(&row.label_above)).or(group);
        let label = parse_row_label(&normalize_label(&row.label), group);
        group = label.group.or(group);
        let Some((key, before)) = label.rows.split_last() else {
            row.report_unknown(if row.source == Source::Text { 2 } else { 1 }, log);
            continue;
        };
        if matches!(
            key,
            RowKey::Received | RowKey::CarriedIn | RowKey::Total | RowKey::CarriedOut
        ) {
            group = None;
        }
        let has_unknown_words = label.ends_in_unknown_words;
        let without_values = before.iter().filter(|key| **key != RowKey::Other);
        let without_values = without_values.chain(has_unknown_words.then_some(key));
        let without_values: Vec<RowKey> = without_values
            .filter(|key| !collected.has_application(**key))
            .copied()
            .collect();
        for without in &without_values {
            let found = if without == key { row.filled } else { 0 };
            collected.report(without.path(), row, cell_count(found), log);
        }
        if has_unknown_words {
            if !without_values.contains(key) {
                row.report_unknown(2, log);
            }
            continue;
        }
        read_values(rows, index, *key, group, collected, log);
    }
    group
}

/// Reads the values of a row whose label names `key`.
fn read_values(
    rows: &[Row],
    index: usize,
    key: RowKey,
    group: Option<RowGroup>,
    collected: &mut Collected,
    log: &mut Log,
) {
    let Some(row) = rows.get(index) else { return };
    let path = key.path();
    if key == RowKey::Other && is_heading(row) {
        return;
    }
    collected.editions.extend(edition_of(key, row));
    match &row.values {
        Values::None => collected.report(path, row, cell_count(0), log),
        Values::Unassigned(gap) => collected.report(path, row, gap.clone(), log),
        Values::Assigned { .. }
            if row.is_blank()
                && has_values_in_adjacent_row(rows, index, |row| is_known(row, group)) =>
        {
            collected.report(path, row, Gap::Ambiguous, log);
        }
        Values::Assigned { cells, extra, .. } => {
            report_extra(extra, path, log);
            let cells: Vec<Printed> = cells.iter().map(|(_, printed)| printed.clone()).collect();
            collected.add_application(key, &cells, log);
        }
    }
}

/// Whether a row 其他处理 is the heading over the rows of the 2021 form.
fn is_heading(row: &Row) -> bool {
    match &row.values {
        Values::None => true,
        Values::Assigned { cells, .. } => cells.iter().all(|(_, printed)| is_label(&printed.text)),
        Values::Unassigned(_) => false,
    }
}

/// Whether the label names a row of the form. 其他 is a row of the group that it is in.
fn is_known(row: &Row, group: Option<RowGroup>) -> bool {
    let label = normalize_label(&row.label);
    !parse_row_label(&label, group).rows.is_empty() || label.ends_with("其他")
}

fn is_label(text: &str) -> bool {
    !fold(text).is_empty() && !is_value(text)
}

/// The edition that a row belongs to, if only one has it.
fn edition_of(key: RowKey, row: &Row) -> Option<Edition> {
    match key {
        // A blank row of text may as well be the heading over the rows of the 2021 form.
        RowKey::Other => {
            let is_row = match row.source {
                Source::Text => row.filled > 0,
                Source::Grid => matches!(row.values, Values::Assigned { .. }),
            };
            is_row.then_some(Edition::Form2019)
        }
        RowKey::NotCorrectedInTime | RowKey::FeeNotPaid | RowKey::OtherRest => {
            let is_row = !matches!(row.values, Values::None);
            is_row.then_some(Edition::Form2021)
        }
        _ => None,
    }
}

fn cell_count(found: usize) -> Gap {
    Gap::CellCount {
        expected: COLUMNS,
        found,
    }
}
