//! Leaving out what a gap says is left out.

use super::applications::set_row;
use super::cells::{clear_cell, clear_row, has_cell, set_review};
use crate::{Log, NoteKind, Remark};
use gongkai_model::{
    Applicant, Applications, BlockColumn, BlockKey, Cell, CellRef, Proactive, ProactiveColumn,
    ProactiveKey, Reviews, Row, RowKey,
};

/// Removes every field that a gap names, even if another row of the same name was read: nobody knows
/// which of the two is the report's, and a blank would say that nothing is printed.
pub fn leave_out_gaps(
    log: &mut Log,
    proactive: Option<&mut Proactive>,
    applications: Option<&mut Applications>,
    reviews: Option<&mut Reviews>,
) {
    let gaps = log.notes.iter().filter_map(|note| match note.kind {
        NoteKind::Gap(_) => note.path.clone(),
        NoteKind::Remark(_) => None,
    });
    let gaps: Vec<String> = gaps.collect();
    // A gap names the whole row if it is not known which cell it is about.
    let is_gap = |path: &str| gaps.iter().any(|gap| gap == path);
    let mut removed: Vec<String> = Vec::new();
    if let Some(proactive) = proactive {
        for key in ProactiveKey::ALL {
            leave_out_cells(proactive, *key, &is_gap, &mut removed);
        }
    }
    if let Some(applications) = applications {
        for key in RowKey::ALL {
            leave_out_row(applications, *key, &is_gap, &mut removed);
        }
    }
    if let Some(reviews) = reviews {
        leave_out_reviews(reviews, &is_gap, &mut removed);
    }
    for path in &removed {
        log.forget(path);
    }
    // A row that was printed twice alike is not left out and taken once at the same time.
    log.notes.retain(|note| {
        note.kind != NoteKind::Remark(Remark::TwiceAlike)
            || !note.path.as_deref().is_some_and(is_gap)
    });
}

fn leave_out_cells(
    proactive: &mut Proactive,
    key: ProactiveKey,
    is_gap: &impl Fn(&str) -> bool,
    removed: &mut Vec<String>,
) {
    let mut is_empty = true;
    for column in ProactiveColumn::ALL {
        if !has_cell(proactive, key, *column) {
            continue;
        }
        let path = format!("{}.{}", key.path(), column.field());
        if !is_gap(key.path()) && !is_gap(&path) {
            is_empty = false;
            continue;
        }
        removed.push(path);
        clear_cell(proactive, key, *column);
    }
    if is_empty {
        clear_row(proactive, key);
    }
}

fn leave_out_row(
    applications: &mut Applications,
    key: RowKey,
    is_gap: &impl Fn(&str) -> bool,
    removed: &mut Vec<String>,
) {
    let Some(mut row) = applications.row(key).copied() else {
        return;
    };
    if is_gap(key.path()) {
        row = Row::default();
    }
    for (cell, column) in row.0.iter_mut().zip(Applicant::ALL) {
        let path = CellRef::Application(key, *column).path();
        if is_gap(&path) {
            *cell = Cell::Missing;
            removed.push(path);
        }
    }
    let is_empty = row.0.iter().all(Cell::is_missing);
    if is_empty {
        removed.push(key.path().to_owned());
    }
    set_row(applications, key, (!is_empty).then_some(row));
}

fn leave_out_reviews(
    reviews: &mut Reviews,
    is_gap: &impl Fn(&str) -> bool,
    removed: &mut Vec<String>,
) {
    for key in BlockKey::ALL {
        for column in BlockColumn::ALL {
            let path = format!("{}.{}", key.path(), column.field());
            let was_read = !reviews.cell(*key, *column).is_missing();
            if was_read && (is_gap(key.path()) || is_gap(&path)) {
                set_review(reviews, *key, *column, Cell::Missing);
                removed.push(path);
            }
        }
    }
}
