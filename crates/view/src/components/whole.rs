//! Every view, whichever module draws it.

use super::checks::{beside, checks_panel, findings};
use super::form::form;
use super::original::original_panel;
use super::panel::{Scene, panel};
use super::table::table;
use super::take::{Takeable, take};
use crate::charts;
use crate::figures::{Display, Figure, View, figure, section_four, section_three};
use crate::markup::{Element, Tag};
use crate::request::Request;
use gongkai_i18n::Locale;
use gongkai_model::Report;

/// The panel that a request asks for; the checks also look at reports of the years beside it.
pub fn any_panel(report: &Report, others: &[Report], request: &Request) -> Element {
    let Request { view, locale, .. } = *request;
    let scene = Scene::of(report, request);
    match figure(report, view, &request.choices, locale) {
        Some(mut figure) => {
            // The statutory table is one whatever the flow begins with.
            if (view, request.choices.display) == (View::Applications, Display::Table)
                && !figure.panels.is_empty()
            {
                figure.controls.clear();
            }
            let tables = |into: &mut Element| tables(report, &figure, locale, into);
            let question = view.question(locale);
            let extras = extras(report, request);
            panel(
                &scene,
                &figure,
                question,
                charts::draw,
                &tables,
                Some(extras),
            )
        }
        None => {
            let mut panel = match view {
                View::Checks => checks_panel(&scene),
                _ => original_panel(&scene, &request.query),
            };
            if view == View::Checks {
                beside(report, others, locale, &mut panel);
            }
            panel.inside.append(&mut extras(report, request).inside);
            panel
        }
    }
}

/// What stands in the panel of a view besides its figure: on the overview what the checks say in
/// short, and everywhere what the reader can take away. In an element that means nothing.
pub fn extras(report: &Report, request: &Request) -> Element {
    let Request { view, locale, .. } = *request;
    let mut extras = Element::new(Tag::Div);
    if view == View::Overview {
        extras.push(findings(report, locale));
    }
    let figure = figure(report, view, &request.choices, locale);
    let has = |what: fn(&Figure) -> bool| figure.as_ref().is_some_and(what);
    extras.push(take(
        Takeable {
            table: has(|figure| !figure.table.rows.is_empty()),
            chart: has(|figure| !figure.panels.is_empty()),
            link: request.permalink,
        },
        locale,
    ));
    extras
}

/// The statutory table of a view that has one, else the figure's own.
pub fn tables(report: &Report, figure: &Figure, locale: Locale, into: &mut Element) {
    let (printed, name) = match figure.view {
        View::Applications => (section_three(report, locale), "applications"),
        View::Reviews => (section_four(report, locale), "reviews"),
        _ => (None, ""),
    };
    let chart = Some(figure.view).filter(|_| !figure.panels.is_empty());
    match printed {
        Some(printed) => form(&printed, name, chart, locale, into),
        None if figure.table.rows.is_empty() => {}
        None => table(&figure.table, locale, into),
    }
}
