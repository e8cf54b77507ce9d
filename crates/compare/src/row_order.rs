//! The order and the filter of the agency table.

use super::choice::{Choice, SortKey};
use super::year_change::year_change;
use gongkai_catalog::{AgencySearch, Answer, Catalog, Direction, between_years, sorted_indices};
use gongkai_checks::Finding;

/// Returns the agencies that match the filter, in the reader's order.
pub(crate) fn row_order(catalog: &Catalog, search: &AgencySearch, choice: &Choice) -> Vec<usize> {
    // The best matches come first unless the reader asks for another order.
    let mut agencies = search.find(&choice.query);
    let entries = catalog.agencies();
    if choice.group.is_some() {
        agencies.retain(|agency| {
            let entry = entries.get(*agency);
            entry.is_some_and(|entry| entry.group == choice.group)
        });
    }
    if choice.only_failing {
        agencies.retain(|agency| has_failures(catalog, *agency));
    }
    let is_falling = choice.sort.direction == Direction::Falling;
    match choice.sort.key {
        SortKey::Listed => {
            if is_falling {
                agencies.reverse();
            }
            agencies
        }
        SortKey::Name => {
            agencies.sort_by_key(|agency| entries.get(*agency).map(|entry| &entry.name));
            if is_falling {
                agencies.reverse();
            }
            agencies
        }
        SortKey::Number | SortKey::PreviousNumber | SortKey::Change => {
            let answers = agencies
                .iter()
                .map(|agency| sort_value(catalog, choice, *agency));
            let answers: Vec<Answer> = answers.collect();
            sorted_indices(&answers, choice.sort.direction)
                .into_iter()
                .filter_map(|index| agencies.get(index).copied())
                .collect()
        }
    }
}

/// Tells whether some numbers of an agency do not agree between its years.
pub(crate) fn has_failures(catalog: &Catalog, agency: usize) -> bool {
    between_years(catalog, agency)
        .iter()
        .any(Finding::is_failure)
}

/// Returns the value of the column that the table is sorted by.
fn sort_value(catalog: &Catalog, choice: &Choice, agency: usize) -> Answer {
    let [current, previous] = choice.two_reports(catalog, agency);
    let question = choice.question();
    match choice.sort.key {
        SortKey::PreviousNumber => catalog.answer(previous, question),
        SortKey::Change => year_change(catalog, current, previous, question)
            .map_or(Answer::Missing, Answer::Number),
        _ => catalog.answer(current, question),
    }
}
