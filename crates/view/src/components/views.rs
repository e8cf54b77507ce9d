//! Every view, those included that only the app draws.

use super::checks::{across_years, checks_panel, findings};
use super::export_actions::{Exportable, export_actions};
use super::form::form;
use super::panel::{Panel, PartKind, figure_panel};
use super::report_text::text_panel;
use super::table::table;
use crate::charts;
use crate::figures::{Display, Figure, View, decisions_since, figure, section_four, section_three};
use crate::markup::Element;
use crate::request::Request;
use gongkai_i18n::Locale;
use gongkai_model::Report;

/// The panel that a request asks for. The checks also compare with `others`, reports of the same
/// agency for the year before and after.
pub fn panel(report: &Report, others: &[Report], request: &Request) -> Panel {
    let Request { view, locale, .. } = *request;
    let figure = figure(report, view, &request.choices, locale);
    let mut exportable = Exportable {
        table: false,
        chart: false,
        picture: false,
        link: request.permalink,
    };
    let mut panel = match figure {
        Some(mut figure) => {
            if view == View::Services {
                let since = decisions_since(report, others, locale);
                if !since.is_empty() {
                    // The other notice says that last year's decisions are not known.
                    figure.notices = since;
                    figure.caveats.retain(|caveat| {
                        caveat != crate::text::Text::Edition2021Services.text(locale)
                    });
                }
            }
            exportable.table = !figure.table.rows.is_empty();
            exportable.chart = !figure.panels.is_empty();
            exportable.picture = exportable.chart || !figure.headlines.is_empty();
            // The statutory table is the same whatever the flow begins with.
            if (view, request.choices.display) == (View::Applications, Display::Table)
                && exportable.chart
            {
                figure.controls.clear();
            }
            let tables = |into: &mut Element| tables(report, &figure, locale, into);
            let question = view.question(locale);
            figure_panel(request, &figure, question, charts::draw, &tables)
        }
        None if view == View::Checks => {
            let mut panel = checks_panel(report, request);
            panel.add(PartKind::Fixed, |into| {
                across_years(report, others, locale, into);
            });
            panel
        }
        None => text_panel(report, request),
    };
    if view == View::Overview {
        panel.push(PartKind::Fixed, findings(report, locale));
    }
    panel.push(PartKind::Fixed, export_actions(exportable, locale));
    panel
}

/// As [`panel`], as one element.
pub fn any_panel(report: &Report, others: &[Report], request: &Request) -> Element {
    panel(report, others, request).into_element()
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
