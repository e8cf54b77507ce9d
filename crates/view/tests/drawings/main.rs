//! Drawings: snapshots, and properties of every drawing.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

mod comparison;
mod keys;
mod layout;
mod pictures;
mod sankey;
mod snapshot;
#[path = "../support/mod.rs"]
mod support;
mod svg;
mod words;

use crate::support::figure;
use gongkai_i18n::Locale;
use gongkai_model::Report;
use gongkai_view::charts::{Drawing, Size, draw};
use gongkai_view::figures::{Choices, Figure};

/// The three text sizes that a page can choose, in CSS pixels.
const TEXT_SIZES: [f64; 3] = [16.0, 19.0, 22.0];

/// The figure of each view under each choice in each language, with a name.
fn figures(report: &Report) -> Vec<(String, Figure)> {
    let mut figures = Vec::new();
    for view in crate::support::drawn() {
        for choices in crate::support::choices(*view) {
            for locale in Locale::ALL {
                let chosen = Choices::IDS.map(|id| choices.chosen(id));
                let named = format!("{} {} {}", view.id(), chosen.join(" "), locale.tag());
                figures.push((named, figure(report, *view, &choices, locale)));
            }
        }
    }
    figures
}

/// Every drawing of a report at these widths and in the three text sizes.
fn drawings(report: &Report, widths: &[f64]) -> Vec<(String, Drawing)> {
    let mut drawings = Vec::new();
    for (named, figure) in figures(report) {
        for &width in widths {
            for em in TEXT_SIZES {
                let named = format!("{named}, {width} px, text {em} px");
                drawings.push((named, draw(&figure, Size { width, em })));
            }
        }
    }
    drawings
}

fn longde() -> Report {
    gongkai_testing::sample("longde-2020.json")
}
