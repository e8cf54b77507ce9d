//! Section two: each heading row names the columns of the rows below it.

use super::super::labels::labels;
use super::super::{Found, Placed, Zone};
use super::names::{Sides, has_value, headings};
use super::table::Table;
use super::{BESIDE, cell, location};
use crate::labels::{normalize_label, proactive_column, proactive_columns, proactive_row};
use crate::{Grid, GridCell};

pub(super) fn read(zone: &Zone) -> Option<Found> {
    let is_heading = |placed: &&Placed| normalize_label(&placed.word.text) == "信息内容";
    let mut headings: Vec<&Placed> = zone.words.iter().filter(is_heading).collect();
    headings.sort_by(|one, other| one.word.y.total_cmp(&other.word.y));
    let is_clause = |placed: &&Placed| normalize_label(&placed.word.text).starts_with("第二十条");
    let clauses: Vec<f64> = zone
        .words
        .iter()
        .filter(is_clause)
        .map(|placed| placed.word.y)
        .collect();
    let words: Vec<&Placed> = zone
        .words
        .iter()
        .filter(|placed| !is_clause(placed))
        .collect();
    let mut rows: Vec<Vec<GridCell>> = Vec::new();
    let first = headings.first()?;
    let (mut top, mut last) = (first.word.y, f64::MIN);
    for (at, heading) in headings.iter().enumerate() {
        let next = headings.get(at + 1).map_or(f64::MAX, |next| next.word.y);
        let clause = clauses
            .iter()
            .copied()
            .filter(|y| *y < heading.word.y)
            .fold(f64::MIN, f64::max);
        let (block, names) = block(zone, heading, &words, clause.max(last), next)?;
        let row: Vec<GridCell> = [cell(location(heading), heading.word.text.clone())]
            .into_iter()
            .chain(names.into_iter().map(|name| cell(location(heading), name)))
            .collect();
        rows.push(row);
        rows.extend(block.grid_rows());
        last = last.max(block.end());
    }
    let names_above = clauses.iter().copied().fold(f64::MAX, f64::min);
    top = top.min(names_above);
    Some(Found {
        grid: Grid { rows },
        first: top - first.word.size * 2.0,
        last,
    })
}

/// The rows below one heading row, and the names of their columns.
fn block(
    zone: &Zone,
    heading: &Placed,
    words: &[&Placed],
    after: f64,
    next: f64,
) -> Option<(Table, Vec<String>)> {
    let size = heading.word.size;
    let own = |placed: &&&Placed| {
        placed.word.y > after && placed.word.y < next && !std::ptr::eq(**placed, heading)
    };
    let mut own: Vec<&Placed> = words.iter().filter(own).copied().collect();
    // What belongs to the next heading row, whose names may begin above it.
    own.retain(|placed| {
        proactive_columns(&normalize_label(&placed.word.text))
            .0
            .is_empty()
            || placed.word.y <= heading.word.y + size * 2.5
    });
    let is_row = |placed: &&&Placed| {
        placed.word.y > heading.word.y + size * BESIDE && starts_row(&placed.word.text)
    };
    let first_row = own
        .iter()
        .filter(is_row)
        .map(|placed| placed.word.y)
        .fold(f64::MAX, f64::min);
    if first_row == f64::MAX {
        return None;
    }
    let above = first_row - size * BESIDE;
    let names: Vec<&Placed> = own
        .iter()
        .copied()
        .filter(|placed| placed.word.y < above && placed.word.from >= heading.word.to)
        .collect();
    let (columns, texts) = headings(&names);
    let is_name = |text: &String| proactive_column(&normalize_label(text)).is_some();
    if has_value(&names) || columns.is_empty() || !texts.iter().all(is_name) {
        return None;
    }
    let body: Vec<&Placed> = own
        .into_iter()
        .filter(|placed| placed.word.y >= above)
        .collect();
    let sides = Sides::of(&body, &columns)?;
    let mut found = labels(&sides.labels);
    // Words below the last row of the form are no part of the table.
    let count = found
        .iter()
        .take_while(|label| proactive_row(&normalize_label(&label.text)).is_some())
        .count();
    found.truncate(count);
    for label in &mut found {
        label.is_known = true;
    }
    Some((Table::fill(zone, &columns, found, &sides.values, 0)?, texts))
}

fn starts_row(text: &str) -> bool {
    let label = normalize_label(text);
    ["规章", "规范性", "行政", "其他对外", "政府集中"]
        .iter()
        .any(|word| label.starts_with(word))
}
