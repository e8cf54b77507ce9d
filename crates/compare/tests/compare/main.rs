//! The comparison of many reports: choices, links, panels, and what they say of gaps.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

mod actions;
mod agency_table;
mod charts;
mod checks;
mod choice;
mod controls;
mod data;
mod distribution;
mod export;
mod first_screen;
mod link;
mod panels;
mod scale;
mod states;
mod sums;
mod trend;
mod wording;
mod year_over_year;

use crate::data::Page;
use gongkai_catalog::*;
use gongkai_compare::{Controller, Region};
use gongkai_i18n::Locale;
use gongkai_model::Report;
use gongkai_view::charts::Size;
use gongkai_view::markup::{Element, Name, Tag, html};
use serde_json::{Value as Json, json};
use std::rc::Rc;

const RECEIVED: &str = "applications.received[6]";

/// Makes a report of an invented county with a number (or other cell) of applications received.
fn report(name: &str, year: u16, received: Json) -> Report {
    let edition = if year < 2021 { "2019" } else { "2021" };
    let mut json = json!({
        "format": gongkai_model::FORMAT,
        "agency": { "name": name },
        "year": year,
        "edition": edition,
        "applications": { "received": [0, 0, 0, 0, 0, 0, received] },
    });
    gongkai_testing::put(&mut json, "reviews.reconsideration.total", json!(4));
    if year < 2021 {
        gongkai_testing::put(&mut json, "proactive.licences.items_last_year", json!(9));
    }
    gongkai_testing::put(&mut json, "proactive.licences.decisions", json!(7));
    gongkai_testing::report(&json)
}

fn catalog_of(reports: &[Report]) -> Catalog {
    let sources = reports.iter().enumerate().map(|(index, report)| {
        let hash = format!("{index:A>64}");
        Extract::of(format!("r{index}.json"), hash, report, &Measure::all()).expect("fit")
    });
    let initials = |name: &str| name.chars().filter(char::is_ascii_alphabetic).collect();
    build(sources.collect(), &Measure::all(), &initials).catalog
}

/// 甲 has a gap in 2022 and a blank in 2023, 乙 reports from 2021, 丙 only in 2019.
fn three() -> Catalog {
    catalog_of(&[
        report("虚构甲县 A", 2019, json!(10)),
        report("虚构甲县 A", 2020, json!(20)),
        report("虚构甲县 A", 2021, json!(30)),
        report("虚构甲县 A", 2023, Json::Null),
        report("虚构甲县 A", 2024, json!(0)),
        report("虚构乙县 B", 2021, json!(5)),
        report("虚构乙县 B", 2022, json!("/")),
        report("虚构乙县 B", 2024, json!(8)),
        report("虚构丙县 C", 2019, json!(1)),
    ])
}

/// Starts with 甲 as the only chosen agency, if it is listed.
fn started(catalog: Catalog) -> Controller {
    let mut controller = started_with(catalog, None);
    let agencies = controller.catalog().agencies();
    if let Some(first) = agencies
        .iter()
        .position(|agency| agency.name.contains("甲县"))
    {
        controller.press("only", &first.to_string());
    }
    controller
}

fn started_with(catalog: Catalog, link: Option<&str>) -> Controller {
    let catalog = Rc::new(catalog);
    let search = Rc::new(AgencySearch::new(&catalog));
    let size = Size {
        width: 900.0,
        em: 16.0,
    };
    Controller::new(catalog, search, Locale::ZhCn, size, link).expect("a report is listed")
}

fn agency(controller: &Controller, name: &str) -> String {
    let agencies = controller.catalog().agencies();
    let agency = agencies
        .iter()
        .position(|agency| agency.name.contains(name));
    agency.expect("the place").to_string()
}

fn figure(controller: &Controller) -> String {
    html(&controller.region(Region::Panel))
}

/// Returns the elements with the attribute, in order.
fn with(element: &Element, name: Name) -> Vec<&Element> {
    let mut found = Vec::new();
    element.elements(&mut |element| {
        if element.get(name).is_some() {
            found.push(element);
        }
    });
    found
}

/// Returns the rows of tables, each with the text of its cells.
fn rows(element: &Element) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    element.elements(&mut |element| match element.tag {
        Tag::Tr => rows.push(Vec::new()),
        Tag::Th | Tag::Td => {
            if let Some(row) = rows.last_mut() {
                row.push(element.words());
            }
        }
        _ => {}
    });
    rows
}
