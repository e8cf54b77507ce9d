//! A report as a page that needs no script: what stands in it, and what may not.

mod document;
mod drawings;
mod fragment;
mod html;
mod numbers;
mod outline;
#[path = "../support/mod.rs"]
mod support;

use gongkai::figures::View;
use gongkai::i18n::Locale;
use gongkai::model::Report;
use html::{Element, parse};

/// What stands inside the tag, as a browser reads it.
#[track_caller]
fn inside(report: &Report, locale: Locale) -> Element {
    parse(&gongkai::page::fragment(report, View::default(), locale))
}

fn longde() -> Report {
    support::sample("longde-2020.json")
}

fn samples() -> Vec<Report> {
    let mut samples = support::samples("fictional", "");
    samples.push(longde());
    samples
}
