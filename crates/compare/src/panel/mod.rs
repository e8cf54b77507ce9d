//! The panels: each has a finding, a figure or a table, and caveats.

mod agency_table;
mod checks;
mod distribution;
mod distribution_table;
mod line_chart;
mod multiples;
mod notes;
mod sums;
mod sums_table;
mod tile_grid;
mod trend;
mod year_over_year;

pub use agency_table::table_rows;
pub(super) use agency_table::{INITIAL_ROWS, match_count, sort_announcement, table_head};
pub(super) use sums_table::{rows as sum_rows, scope_name};

pub use distribution::{Dot, dot, nearest_dot};

use super::choice::PanelKind;
use super::view_model::ViewModel;
use crate::messages::CompareText;
use gongkai_catalog::Measure;
use gongkai_view::charts::{Drawing, Size};
use gongkai_view::components;
use gongkai_view::figures::Table;
use gongkai_view::markup::{Element, Name, Tag};
use gongkai_view::text::Text;

/// Renders the current panel.
pub(super) fn panel(model: &ViewModel) -> Element {
    match model.choice().panel {
        PanelKind::Trend => trend::panel(model),
        PanelKind::Multiples => multiples::panel(model),
        PanelKind::Distribution => distribution::panel(model),
        PanelKind::AgencyTable => agency_table::panel(model),
        PanelKind::Sums => sums::panel(model),
        PanelKind::YearOverYear => year_over_year::panel(model),
        PanelKind::Checks => checks::panel(model),
    }
}

/// States the finding of the current panel, which is its heading.
pub(super) fn finding(model: &ViewModel) -> String {
    match model.choice().panel {
        PanelKind::Trend => trend::finding(model),
        PanelKind::Multiples => multiples::finding(model),
        PanelKind::Distribution => distribution::finding(model),
        PanelKind::AgencyTable => agency_table::finding(model),
        PanelKind::Sums => sums::finding(model),
        PanelKind::YearOverYear => year_over_year::finding(model),
        PanelKind::Checks => checks::finding(model),
    }
}

/// Says why the second measure is not shown, if it is not.
pub(super) fn second_measure_refusal(model: &ViewModel) -> Option<String> {
    match model.choice().panel {
        PanelKind::Trend => trend::second_measure_refusal(model),
        _ => None,
    }
}

/// Draws the current panel's chart in any size; `None` if it has none.
pub(super) fn drawing(model: &ViewModel, size: Size) -> Option<Drawing> {
    if !has_chart(model) {
        return None;
    }
    Some(match model.choice().panel {
        PanelKind::Trend => trend::drawing(model, &trend::line_sources(model), size),
        PanelKind::Multiples => multiples::drawing(model, &trend::agency_sources(model), size),
        PanelKind::Distribution => distribution::drawing(model, size),
        PanelKind::Sums => sums::drawing(model, size),
        PanelKind::AgencyTable | PanelKind::YearOverYear | PanelKind::Checks => return None,
    })
}

/// Tells whether the current panel has a chart, also if its table is shown.
pub(super) fn has_chart(model: &ViewModel) -> bool {
    match model.choice().panel {
        PanelKind::Trend => line_chart::has_numbers(model, &trend::line_sources(model)),
        PanelKind::Multiples => line_chart::has_numbers(model, &trend::agency_sources(model)),
        PanelKind::Distribution => !model.distribution().ranked.is_empty(),
        PanelKind::Sums => sums::has_chart(model),
        PanelKind::AgencyTable | PanelKind::YearOverYear | PanelKind::Checks => false,
    }
}

/// A number of the current panel: which agency, year and measure.
pub(super) enum Shown {
    /// One of a report, if the agency has one of that year.
    Number {
        agency: usize,
        year: u16,
        measure: Measure,
    },
    /// The difference between the chosen year and the one that it is compared with.
    Change { agency: usize, measure: Measure },
}

/// Lists the numbers of the current panel, in its order; none for the sums and the checks.
pub(super) fn shown(model: &ViewModel) -> Vec<Shown> {
    let choice = model.choice();
    let of_lines = |sources: Vec<line_chart::LineSource>| {
        let shown = |source: &line_chart::LineSource| {
            let (agency, measure) = (source.agency, source.measure);
            let numbers = source
                .points(model)
                .into_iter()
                .map(move |point| Shown::Number {
                    agency,
                    year: point.year,
                    measure,
                });
            numbers.collect::<Vec<_>>()
        };
        sources.iter().flat_map(shown).collect()
    };
    let two_years = |agency: usize, measure: Measure| {
        let number = |year| Shown::Number {
            agency,
            year,
            measure,
        };
        [
            number(choice.year),
            number(choice.compared_year()),
            Shown::Change { agency, measure },
        ]
    };
    match choice.panel {
        PanelKind::Trend => of_lines(trend::line_sources(model)),
        PanelKind::Multiples => of_lines(trend::agency_sources(model)),
        PanelKind::Distribution => distribution::agencies(model)
            .into_iter()
            .map(|agency| Shown::Number {
                agency,
                year: choice.year,
                measure: choice.measure,
            })
            .collect(),
        PanelKind::AgencyTable => {
            let rows = model.rows();
            let rows = rows.iter();
            rows.flat_map(|agency| two_years(*agency, choice.measure))
                .collect()
        }
        PanelKind::YearOverYear => {
            let agency = choice.agencies.first().copied();
            let measures = |agency| {
                let measures = year_over_year::measures(model, agency).into_iter();
                measures.flat_map(move |measure| two_years(agency, measure))
            };
            agency.into_iter().flat_map(measures).collect()
        }
        // They have rows of their own.
        PanelKind::Sums | PanelKind::Checks => Vec::new(),
    }
}

/// Lists the checks of the current panel, each with its two years, its sentence, its formula and its verdict.
pub(super) fn shown_checks(model: &ViewModel) -> Vec<[String; 4]> {
    checks::listed(model)
}

/// Starts the current panel with its question and its finding.
fn open_panel(model: &ViewModel, question: CompareText) -> Element {
    let tab_id = model.choice().panel.tab_id();
    let mut panel = components::open_panel(tab_id, question.text(model.locale()), finding(model));
    if model.choice().sums_group.is_some() {
        back_to_sums(model, &mut panel);
    }
    panel
}

/// Adds the name of the group that was opened from the sums, and the button that goes back to them.
fn back_to_sums(model: &ViewModel, panel: &mut Element) {
    let line = panel.open(Tag::Div);
    line.set(Name::Class, "selects");
    line.open(Tag::Button)
        .set(Name::Type, "button")
        .set(Name::Class, "way")
        .set(Name::DataChoice, "close-group")
        .text(CompareText::BackToSums.text(model.locale()));
    let groups = model.catalog().groups();
    let group = model.choice().group.and_then(|group| groups.get(group));
    if let Some(group) = group {
        line.open(Tag::Strong).text(group.clone());
    }
}

/// Adds the line that describes the mark under the pointer.
fn mark_detail(model: &ViewModel, into: &mut Element) {
    into.open(Tag::P)
        .set(Name::Class, "detail")
        .set(Name::Part, "detail")
        .set(Name::DataRegion, "detail")
        .set(Name::DataHint, "")
        .text(Text::DetailHint.text(model.locale()));
}

/// Adds a table that scrolls sideways by itself, so that many years do not make the page scroll.
fn scrolling_table(model: &ViewModel, table: &Table, into: &mut Element) {
    let scroller = into.open(Tag::Div);
    scroller
        .set(Name::Class, "wide")
        .set(Name::Role, "region")
        .set(Name::Tabindex, "0")
        .set(Name::AriaLabel, table.caption.clone());
    components::table(table, model.locale(), scroller);
}
