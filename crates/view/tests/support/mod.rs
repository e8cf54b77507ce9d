//! Every combination of the choices of a view.

// Each test binary uses only a part.
#![allow(dead_code)]

use gongkai_i18n::Locale;
use gongkai_model::Report;
use gongkai_view::figures::*;

/// The core views.
pub const FIRST: [View; 4] = [
    View::Overview,
    View::Disclosure,
    View::Services,
    View::Procurement,
];

/// The views that have a figure.
pub fn drawn() -> impl Iterator<Item = &'static View> {
    let drawn = |view: &&View| !matches!(view, View::Checks | View::Original);
    View::ALL.iter().filter(drawn)
}

/// The figure of a view that has one.
pub fn figure(report: &Report, view: View, choices: &Choices, locale: Locale) -> Figure {
    gongkai_view::figures::figure(report, view, choices, locale).expect("a view that has a figure")
}

/// All combinations of the choices that affect a view; only the defaults if there are none.
pub fn choices(view: View) -> Vec<Choices> {
    let ids: &[&str] = match view {
        View::Overview => &[],
        View::Disclosure => &["sort", "measure", "scale"],
        View::Services => &["compare", "change", "sizes"],
        View::Procurement => &["unit"],
        View::Activities => &["sort"],
        View::Applications => &["from", "outcomes"],
        View::Documents | View::Fees | View::Reviews => &[],
        View::Checks => &["listed"],
        View::Original => &[],
    };
    ids.iter().fold(vec![Choices::default()], |combined, id| {
        combined
            .iter()
            .flat_map(|choices| options(id).iter().map(|value| chosen(*choices, id, value)))
            .collect()
    })
}

fn options(id: &str) -> &'static [&'static str] {
    match id {
        "sort" => &["size", "printed"],
        "measure" => &["count", "share"],
        "scale" | "sizes" => &["linear", "log"],
        "compare" => &["sizes", "changes"],
        "change" => &["number", "percent"],
        "unit" => &["wan", "yi"],
        "from" => &["applicants", "cases"],
        "outcomes" => &["groups", "each"],
        "listed" => &["open", "all"],
        other => panic!("no choice is named {other}"),
    }
}

fn chosen(mut choices: Choices, id: &str, value: &str) -> Choices {
    assert!(choices.choose(id, value), "{id}: {value}");
    choices
}
