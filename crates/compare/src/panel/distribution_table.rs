//! A distribution as a table.

use super::distribution::finding;
use crate::messages::CompareText;
use crate::view_model::ViewModel;
use gongkai_catalog::Distribution;
use gongkai_view::figures::{Column, Table, TableCell, TableRow};

/// The largest number of rows of a table that is in the page as a whole.
const MAX_ROWS: usize = 300;

/// Makes a table of all agencies, sorted by number; those without a number come last. If that is too
/// long, it has only the extremes, the quartiles and the chosen agencies: a table cut off at a rank
/// would show the agencies with the largest numbers and hide the rest.
pub(super) fn table(model: &ViewModel, distribution: &Distribution) -> Table {
    let (locale, choice) = (model.locale(), model.choice());
    let (mut rows, agencies) = if is_shortened(model) {
        (quartile_rows(model, distribution), choice.agencies.clone())
    } else {
        let ranked = distribution.ranked.iter().map(|entry| entry.agency);
        let agencies = ranked.chain(agencies_without_number(model)).collect();
        (Vec::new(), agencies)
    };
    rows.extend(agencies.into_iter().map(|agency| {
        let report = model.catalog().report(agency, choice.year);
        let answer = model.numbers().answer(report, choice.measure);
        TableRow {
            key: agency.to_string(),
            name: model.agency_name(agency).to_owned(),
            cells: vec![TableCell::Derived(answer.cell(locale))],
        }
    }));
    Table {
        caption: finding(model),
        columns: vec![
            Column::text(CompareText::Agency.text(locale)),
            Column::number(&model.numbers().axis_unit(choice.measure)),
        ],
        rows,
    }
}

/// Tells whether the table has too many agencies to list all.
pub(super) fn is_shortened(model: &ViewModel) -> bool {
    model.agencies_in_group().len() > MAX_ROWS
}

fn agencies_without_number(model: &ViewModel) -> Vec<usize> {
    let choice = model.choice();
    let mut agencies = model.agencies_in_group();
    agencies.retain(|agency| {
        let report = model.catalog().report(*agency, choice.year);
        let answer = model.catalog().answer(report, choice.question());
        answer.number().is_none()
    });
    agencies
}

/// Makes a row for the least and the greatest number and for each quartile.
fn quartile_rows(model: &ViewModel, distribution: &Distribution) -> Vec<TableRow> {
    let (Some([low, middle, high]), Some(least), Some(most)) = (
        distribution.quartiles(),
        distribution.ranked.first(),
        distribution.ranked.last(),
    ) else {
        return Vec::new();
    };
    let rows = [
        ("least", CompareText::Least, least.number),
        ("quarter", CompareText::Quarter, low),
        ("half", CompareText::Half, middle),
        ("three-quarters", CompareText::ThreeQuarters, high),
        ("most", CompareText::Most, most.number),
    ];
    let measure = model.choice().measure;
    let rows = rows.map(|(key, name, number)| TableRow {
        key: key.to_owned(),
        name: name.text(model.locale()).to_owned(),
        cells: vec![TableCell::Derived(model.numbers().number(number, measure))],
    });
    rows.into()
}
