//! The line that says what is chosen.

use crate::choice::PanelKind;
use crate::messages::compare_text;
use crate::phrases::{grouped_count, year_label, year_range};
use crate::view_model::ViewModel;
use gongkai_view::markup::{Element, Tag};
use gongkai_view::text::Text;

pub(crate) fn chosen_options(model: &ViewModel) -> Element {
    let mut line = Element::new(Tag::Span);
    line.text(options_line(model));
    line
}

pub(crate) fn options_line(model: &ViewModel) -> String {
    let label = Text::Options.text(model.locale());
    [label, &chosen(model).join(" · ")].concat()
}

/// What the reader chose, for the panel that is shown.
fn chosen(model: &ViewModel) -> Vec<String> {
    let (locale, choice) = (model.locale(), model.choice());
    let panel = choice.panel;
    let mut chosen = vec![agencies(model)];
    chosen.retain(|agencies| !agencies.is_empty());
    if !panel.shows_one_agency() {
        chosen.push(model.numbers().measure_name(choice.measure));
        let second = model.second_measure();
        chosen.extend(second.map(|second| model.numbers().measure_name(second)));
    }
    if panel.shows_year_range() {
        chosen.push(year_range(model));
    } else if panel.compares_two_years() {
        let years = compare_text::TwoYears {
            base: &choice.compared_year().to_string(),
            year: &choice.year.to_string(),
        };
        chosen.push(years.text(locale));
    } else if panel != PanelKind::Checks
        && (panel != PanelKind::Sums || model.shows_sums_of_groups())
    {
        chosen.push(year_label(locale, choice.year));
    }
    chosen
}

fn agencies(model: &ViewModel) -> String {
    let (locale, choice) = (model.locale(), model.choice());
    if choice.panel.shows_all_agencies() {
        let group = choice
            .group
            .and_then(|group| model.catalog().groups().get(group));
        return group.cloned().unwrap_or_else(|| {
            compare_text::AllAgencies {
                count: &grouped_count(model.catalog().agencies().len()),
            }
            .text(locale)
        });
    }
    let Some(first) = choice.agencies.first() else {
        return String::new();
    };
    let agency = model.agency_name(*first);
    if choice.agencies.len() == 1 || model.shows_only_first_agency() {
        return agency.to_owned();
    }
    let count = &choice.agencies.len().to_string();
    compare_text::ChosenFirst { agency, count }.text(locale)
}
