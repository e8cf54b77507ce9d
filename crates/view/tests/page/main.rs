//! Static pages: what they contain, and what they must not contain.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

mod document;
mod drawings;
mod fragment;
mod html;
mod numbers;
mod outline;
#[path = "../support/mod.rs"]
mod support;

use gongkai_i18n::Locale;
use gongkai_model::Report;
use gongkai_view::figures::View;
use html::{Element, parse};

/// The content of the tag, parsed.
#[track_caller]
fn inside(report: &Report, locale: Locale) -> Element {
    parse(&gongkai_view::page::fragment(
        report,
        View::default(),
        "",
        locale,
    ))
}

fn longde() -> Report {
    gongkai_testing::sample("longde-2020.json")
}

fn samples() -> Vec<Report> {
    let mut samples = gongkai_testing::samples("fictional", "");
    samples.push(longde());
    samples
}
