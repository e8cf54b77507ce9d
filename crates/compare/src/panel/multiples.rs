//! The chosen places, a small chart each, on one scale.

use super::opened;
use super::trend::{self, Of};
use crate::comparison::Comparison;
use crate::messages::CompareText;
use gongkai_view::charts;
use gongkai_view::figures::Lines;
use gongkai_view::markup::Element;

fn of(comparison: &Comparison) -> Vec<Of> {
    let choice = &comparison.choice;
    choice
        .places
        .iter()
        .map(|place| (*place, choice.measure))
        .collect()
}

pub(super) fn finding(comparison: &Comparison) -> String {
    let choice = &comparison.choice;
    let of = of(comparison);
    if !of.is_empty() && !trend::has_numbers(comparison, &of) {
        return CompareText::NoNumbers.text(comparison.locale).to_owned();
    }
    match of.len() {
        0 => CompareText::NoneChosen.text(comparison.locale).to_owned(),
        count => CompareText::MultiplesTitle.with(
            comparison.locale,
            &[
                &count.to_string(),
                &comparison.measure_name(choice.measure),
                &comparison.span(),
            ],
        ),
    }
}

pub(super) fn panel(comparison: &Comparison) -> Element {
    let of = of(comparison);
    let names: Vec<String> = of
        .iter()
        .map(|(place, _)| comparison.name_of(*place).to_owned())
        .collect();
    let mut panel = opened(comparison, CompareText::AskMultiples);
    let each = of.iter().zip(&names).map(|(one, name)| {
        trend::figure(
            comparison,
            name.clone(),
            std::slice::from_ref(one),
            std::slice::from_ref(name),
        )
    });
    let figures: Vec<Lines> = each.collect();
    let drawing = charts::multiples(&figures, comparison.size);
    trend::shown(comparison, &drawing, (&of, &names), &mut panel);
    panel
}
