//! A report as a page that needs no script: what stands in it, and what may not.

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

/// What stands inside the tag, as a browser reads it.
#[track_caller]
fn inside(report: &Report, locale: Locale) -> Element {
    parse(&gongkai_view::page::fragment(
        report,
        View::default(),
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
