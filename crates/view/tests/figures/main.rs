//! The figure of each view: its finding, its numbers, its gaps and its table.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

mod applications;
mod channels;
mod editions;
mod extremes;
mod form;
mod gaps;
mod longde;
mod misleading;
mod original;
mod properties;
mod sections;
#[path = "../support/mod.rs"]
mod support;

use crate::support::figure;
use gongkai_i18n::Locale;
use gongkai_model::*;
use gongkai_view::figures::{
    Choices, Datum, DumbbellRow, Figure, Measure, MoneyUnit, Plot, Sort, Table, TableCell, Tone,
    View,
};
use serde_json::{Value as Json, json};

fn plain(report: &Report, view: View, locale: Locale) -> Figure {
    figure(report, view, &Choices::default(), locale)
}

/// A figure under choices given by their ids: `compare=changes change=percent`.
fn chosen(report: &Report, view: View, chosen: &str, locale: Locale) -> Figure {
    let mut choices = Choices::default();
    for (id, value) in chosen.split(' ').filter_map(|pair| pair.split_once('=')) {
        assert!(choices.choose(id, value), "{id}={value}");
    }
    figure(report, view, &choices, locale)
}

/// A report with only the required fields and the given ones.
fn bare(edition: &str, more: Json) -> Report {
    let mut json = json!({
        "format": FORMAT,
        "agency": { "name": "某县人民政府" },
        "year": 2020,
        "edition": edition,
    });
    for (name, value) in more.as_object().expect("an object") {
        json[name] = value.clone();
    }
    gongkai_testing::report(&json)
}

fn longde() -> Report {
    gongkai_testing::sample("longde-2020.json")
}

/// All bars of a figure.
fn bars(figure: &Figure) -> Vec<&Datum> {
    let panels = figure.panels.iter();
    let data = panels.flat_map(|panel| match &panel.plot {
        Plot::Bars(bars) | Plot::Changes(bars) => bars.data.as_slice(),
        Plot::Dumbbell(_) | Plot::Sankey(_) => &[],
        Plot::Waffle(squares) => std::slice::from_ref(&squares.datum),
    });
    data.collect()
}

#[track_caller]
fn bar<'a>(figure: &'a Figure, key: &str) -> &'a Datum {
    let bars = bars(figure);
    let found = bars.iter().find(|datum| datum.key == key);
    found.unwrap_or_else(|| panic!("no bar {key}: {:?}", figure.panels))
}

fn spans(figure: &Figure) -> &[DumbbellRow] {
    let plots = figure.panels.iter().map(|panel| &panel.plot);
    let mut sizes = plots.filter_map(|plot| match plot {
        Plot::Dumbbell(sizes) => Some(sizes.data.as_slice()),
        _ => None,
    });
    sizes.next().unwrap_or_default()
}

#[track_caller]
fn span<'a>(figure: &'a Figure, key: &str) -> &'a DumbbellRow {
    let found = spans(figure).iter().find(|span| span.key == key);
    found.unwrap_or_else(|| panic!("no span {key}: {:?}", figure.panels))
}

#[track_caller]
fn cells<'a>(figure: &'a Figure, key: &str) -> &'a [TableCell] {
    let found = figure.table.rows.iter().find(|row| row.key == key);
    &found
        .unwrap_or_else(|| panic!("no row {key}: {:?}", figure.table))
        .cells
}

fn derived(text: &str) -> TableCell {
    TableCell::Derived(text.to_owned())
}

fn count(n: i64) -> TableCell {
    TableCell::Cell(Cell::Count(n))
}

fn change(n: i64) -> TableCell {
    TableCell::Change(Cell::Count(n))
}

#[track_caller]
fn says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part:?} is not in {text:?}");
    }
}

fn control_ids(figure: &Figure) -> Vec<&str> {
    figure.controls.iter().map(|control| control.id).collect()
}
