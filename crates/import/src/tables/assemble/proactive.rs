//! Section two of the report, from its rows.

use super::cells::{clear_row, copy_row, has_cell, set_printed};
use super::{Collected, ProactiveRow};
use crate::number::{cell, differs_in_unit};
use crate::tables::labelled_row::Printed;
use crate::{Gap, Log, Remark};
use gongkai_model::{Cell, Edition, Proactive, ProactiveColumn, ProactiveKey};

/// Makes section two of the rows that were read. `None` if there are none.
pub fn proactive(collected: &Collected, edition: Edition, log: &mut Log) -> Option<Proactive> {
    let mut proactive = Proactive::default();
    let mut read: Vec<(ProactiveKey, Proactive)> = Vec::new();
    for row in &collected.proactive {
        let key = row.key;
        let Some(own) = read_row(row, edition, log) else {
            continue;
        };
        let path = Some(key.path().to_owned());
        match read.iter().find(|(other, _)| *other == key) {
            Some((_, other)) if *other == own => {
                log.remark(Some(row.location), "", path, Remark::TwiceAlike);
            }
            Some(_) => {
                log.forget(key.path());
                log.gap(Some(row.location), "", path, Gap::TwiceDifferent);
                clear_row(&mut proactive, key);
            }
            None => {
                copy_row(&own, key, &mut proactive);
                read.push((key, own));
            }
        }
    }
    if collected.proactive.is_empty() {
        return None;
    }
    for key in ProactiveKey::ALL {
        let is_there = collected.proactive.iter().any(|row| row.key == *key);
        let has_row = !key.columns(edition).is_empty();
        if has_row && !is_there && !collected.is_reported(key.path()) {
            log.gap(None, "", Some(key.path().to_owned()), Gap::NoRow);
        }
    }
    Some(proactive)
}

/// Reads the cells of one row. `None` if it is not known which they are.
fn read_row(row: &ProactiveRow, edition: Edition, log: &mut Log) -> Option<Proactive> {
    let columns = row.key.columns(edition);
    if let Some(gap) = row_gap(row, columns) {
        let texts: Vec<&str> = row
            .cells
            .iter()
            .map(|(_, printed)| printed.text.as_str())
            .collect();
        let path = Some(row.key.path().to_owned());
        log.gap(Some(row.location), &texts.join(" "), path, gap);
        return None;
    }
    let mut own = Proactive::default();
    for (index, (column, printed)) in row.cells.iter().enumerate() {
        let (location, text) = (Some(printed.location), &printed.text);
        let Some(column) = column.or_else(|| columns.get(index).copied()) else {
            continue;
        };
        let path = format!("{}.{}", row.key.path(), column.field());
        if !columns.contains(&column) {
            // A column of other rows, which this row normally leaves blank.
            if cell(text, true).is_ok_and(|cell| matches!(cell, Cell::Count(_))) {
                log.gap(location, text, Some(path), Gap::Edition);
            }
            continue;
        }
        match set_printed(&mut own, row.key, column, text, row.unit) {
            Ok(lacks_unit) => {
                if lacks_unit {
                    log.remark(location, text, Some(path.clone()), Remark::NoUnit);
                }
                if column == ProactiveColumn::Amount && differs_in_unit(text, row.unit) {
                    let read = text.trim().to_owned();
                    let remark = Remark::Chosen { read };
                    log.remark(location, text, Some(path.clone()), remark);
                }
                log.evidence.push(printed.evidence(&path));
                log.read(printed.location, path);
            }
            Err(gap) => log.gap(location, text, Some(path), gap),
        }
    }
    for column in columns {
        let path = format!("{}.{}", row.key.path(), column.field());
        if !has_cell(&own, row.key, *column) && !log.mentions(&path) {
            log.gap(Some(row.location), "", Some(path), Gap::NoRow);
        }
    }
    Some(own)
}

/// Why the cells of a row cannot be assigned to the columns of the edition, if they cannot.
fn row_gap(row: &ProactiveRow, columns: &[ProactiveColumn]) -> Option<Gap> {
    if columns.is_empty() {
        return Some(Gap::Edition);
    }
    // Without headings a row must have all cells of the form.
    let has_no_heading = row.cells.iter().all(|(column, _)| column.is_none());
    if has_no_heading && row.cells.len() != columns.len() {
        return Some(Gap::CellCount {
            expected: columns.len(),
            found: row.cells.len(),
        });
    }
    // Two columns of the same name that differ: one is of another year.
    let named = || row.cells.iter().filter(|(column, _)| column.is_some());
    let is_contradicted = |(column, printed): &(Option<ProactiveColumn>, Printed)| {
        named().any(|(of, other)| of == column && other.text != printed.text)
    };
    named().any(is_contradicted).then_some(Gap::Ambiguous)
}
