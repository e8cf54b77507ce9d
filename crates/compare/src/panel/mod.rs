//! The panels: each has a finding, a figure or a table, and caveats.

mod agency_table;
mod checks;
mod distribution;
mod distribution_table;
mod line_chart;
mod multiples;
mod notes;
mod trend;
mod year_over_year;

pub use agency_table::table_rows;
pub(super) use agency_table::{INITIAL_ROWS, match_count, sort_announcement, table_head};
pub use distribution::{Dot, dot, nearest_dot};

use super::choice::PanelKind;
use super::view_model::ViewModel;
use crate::messages::CompareText;
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

/// Starts the current panel with its question and its finding.
fn open_panel(model: &ViewModel, question: CompareText) -> Element {
    let tab_id = model.choice().panel.tab_id();
    components::open_panel(tab_id, question.text(model.locale()), finding(model))
}

/// Adds the line that describes the mark under the pointer.
fn mark_detail(model: &ViewModel, into: &mut Element) {
    into.open(Tag::P)
        .set(Name::Class, "detail")
        .set(Name::Part, "detail")
        .set(Name::DataPart, "detail")
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
