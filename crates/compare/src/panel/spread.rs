//! A distribution as a table.

use super::distribution::finding;
use crate::comparison::Comparison;
use crate::messages::CompareText;
use gongkai_catalog::Distribution;
use gongkai_view::figures::{Column, Table, TableCell, TableRow};

/// As many rows as a table that is wholly in the page should have.
const MOST_ROWS: usize = 300;

/// Every place that is asked for, by number and then by why there is none. Where that is more than a
/// page should hold, only the ends and quartiles and what is chosen: a list cut off at a rank would
/// show whose numbers are largest and hide the rest.
pub(super) fn numbers(comparison: &Comparison, found: &Distribution) -> Table {
    let (locale, choice) = (comparison.locale, &comparison.choice);
    let mut rows = match is_cut(comparison) {
        true => positions(comparison, found),
        false => Vec::new(),
    };
    let ranked = found.ranked.iter().map(|mark| mark.agency);
    let places: Vec<usize> = match is_cut(comparison) {
        true => choice.places.clone(),
        false => ranked
            .chain(without(comparison, comparison.within()))
            .collect(),
    };
    rows.extend(places.into_iter().map(|place| {
        let report = comparison.catalog.report(place, choice.year);
        TableRow {
            key: place.to_string(),
            name: comparison.name_of(place).to_owned(),
            cells: vec![TableCell::Derived(
                comparison.shown(report, choice.measure).cell(locale),
            )],
        }
    }));
    Table {
        caption: finding(comparison),
        columns: vec![
            Column::text(CompareText::Body.text(locale)),
            Column::number(&comparison.unit(choice.measure)),
        ],
        rows,
    }
}

pub(super) fn is_cut(comparison: &Comparison) -> bool {
    comparison.within().len() > MOST_ROWS
}

/// Those of the places that have no number.
fn without(comparison: &Comparison, mut places: Vec<usize>) -> Vec<usize> {
    let choice = &comparison.choice;
    places.retain(|place| {
        let report = comparison.catalog.report(*place, choice.year);
        let state = comparison.catalog.answer(report, choice.question());
        state.number().is_none()
    });
    places
}

fn positions(comparison: &Comparison, found: &Distribution) -> Vec<TableRow> {
    let (locale, choice) = (comparison.locale, &comparison.choice);
    let (Some([low, middle, high]), Some(least), Some(most)) =
        (found.quartiles(), found.ranked.first(), found.ranked.last())
    else {
        return Vec::new();
    };
    let positions = [
        ("least", CompareText::Least, least.number),
        ("quarter", CompareText::Quarter, low),
        ("half", CompareText::Half, middle),
        ("three-quarters", CompareText::ThreeQuarters, high),
        ("most", CompareText::Most, most.number),
    ];
    let rows = positions.map(|(key, name, number)| TableRow {
        key: key.to_owned(),
        name: name.text(locale).to_owned(),
        cells: vec![TableCell::Derived(
            comparison.number(number, choice.measure),
        )],
    });
    rows.into()
}
