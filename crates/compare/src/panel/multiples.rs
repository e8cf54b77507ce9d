//! The chosen agencies over the years, each in a small chart on the same scale.

use super::line_chart::{LineSource, chart_or_table, has_numbers, lines};
use super::open_panel;
use super::trend::{agency_sources, extremes};
use crate::messages::{CompareText, compare_text};
use crate::phrases::year_range;
use crate::view_model::ViewModel;
use gongkai_view::charts::{self, Drawing, Size};
use gongkai_view::figures::Lines;
use gongkai_view::markup::Element;

pub(super) fn finding(model: &ViewModel) -> String {
    let locale = model.locale();
    let sources = agency_sources(model);
    if sources.is_empty() {
        return CompareText::NoneChosen.text(locale).to_owned();
    }
    if !has_numbers(model, &sources) {
        return CompareText::NoNumbers.text(locale).to_owned();
    }
    if let Some(finding) = extremes(model, &sources) {
        return finding;
    }
    compare_text::TrendAgencies {
        count: &sources.len().to_string(),
        measure: &model.numbers().measure_name(model.choice().measure),
        years: &year_range(model),
    }
    .text(locale)
}

pub(super) fn drawing(model: &ViewModel, sources: &[LineSource], size: Size) -> Drawing {
    let charts: Vec<Lines> = sources
        .iter()
        .map(|source| lines(model, source.name.clone(), std::slice::from_ref(source)))
        .collect();
    charts::multiples(&charts, size)
}

pub(super) fn panel(model: &ViewModel) -> Element {
    let sources = agency_sources(model);
    let mut panel = open_panel(model, CompareText::AskMultiples);
    let drawing = drawing(model, &sources, model.size());
    chart_or_table(model, &drawing, &sources, &mut panel);
    panel
}
