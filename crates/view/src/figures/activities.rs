//! Activities to publish and to listen: the counts in the prose, grouped by unit.

use super::*;
use crate::text::{SectionsText, sections_text, view_text};
use gongkai_i18n::{hedged, quantity, unit_word};
use gongkai_model::Named;
use std::collections::BinaryHeap;

pub(super) fn figure(report: &Report, choices: &Choices, locale: Locale) -> Figure {
    let empty = Figure::empty(View::Activities, Text::NoSection, locale);
    let activities: &[Named] = match &report.disclosure {
        Some(disclosure) => &disclosure.activities,
        None => &[],
    };
    let groups = groups(activities);
    if groups.is_empty() {
        return empty;
    }
    let mut caveats = Vec::new();
    if groups.len() > 1 {
        caveats.push(SectionsText::ActivitiesUnits.text(locale).to_owned());
    }
    if activities.iter().any(|named| named.qualifier.is_some()) {
        caveats.push(Text::HedgeNote.text(locale).to_owned());
    }
    let sentences: Vec<String> = groups.iter().map(|group| group.sentence(locale)).collect();
    Figure {
        title: finding(activities, &groups, locale),
        summary: cell_groups::joined(&sentences, locale),
        caveats,
        controls: vec![choices.sort_control(locale)],
        panels: groups
            .iter()
            .map(|group| group.panel(choices.sort, locale))
            .collect(),
        table: table(activities, &groups, choices.sort, locale),
        ..empty
    }
}

/// The activities counted in one unit, at least one.
struct UnitGroup<'a> {
    /// As printed; empty if there is none.
    unit: &'a str,
    /// The activities with their indices in the report, in printed order.
    printed: Vec<(usize, &'a Named)>,
    /// The same, largest first; equal counts in printed order.
    ranked: Vec<(usize, &'a Named)>,
}

/// Groups activities by unit, in the order in which units first appear.
fn groups(activities: &[Named]) -> Vec<UnitGroup<'_>> {
    let mut groups: Vec<UnitGroup<'_>> = Vec::new();
    for (index, named) in activities.iter().enumerate() {
        let unit = named.unit.as_deref().unwrap_or("").trim();
        match groups.iter_mut().find(|group| group.unit == unit) {
            Some(group) => group.printed.push((index, named)),
            None => groups.push(UnitGroup {
                unit,
                printed: vec![(index, named)],
                ranked: Vec::new(),
            }),
        }
    }
    for group in &mut groups {
        // A heap, as for the categories.
        let ranked: BinaryHeap<(i64, usize)> = group
            .printed
            .iter()
            .map(|(index, named)| (named.count.saturating_neg(), *index))
            .collect();
        group.ranked = ranked
            .into_sorted_vec()
            .into_iter()
            .filter_map(|(_, index)| Some((index, activities.get(index)?)))
            .collect();
    }
    groups
}

impl<'a> UnitGroup<'a> {
    fn order(&self, sort: Sort) -> &[(usize, &'a Named)] {
        match sort {
            Sort::Size => &self.ranked,
            Sort::Printed => &self.printed,
        }
    }

    /// Names the unit, as in “counted in sessions”. In other languages the printed unit follows its
    /// translation, since two units may have the same.
    fn counted(&self, locale: Locale) -> String {
        if self.unit.is_empty() {
            return SectionsText::ActivitiesNoUnit.text(locale).to_owned();
        }
        let word = unit_word(locale, self.unit, false);
        let unit = if word == self.unit {
            word
        } else {
            sections_text::UnitAsPrinted {
                word: &word,
                printed: self.unit,
            }
            .text(locale)
        };
        sections_text::ActivitiesUnit { unit: &unit }.text(locale)
    }

    fn sentence(&self, locale: Locale) -> String {
        let counted = self.counted(locale);
        match self.ranked.as_slice() {
            [(_, largest), .., (_, smallest)] => sections_text::ActivitiesSummary {
                counted: &counted,
                activities: &self.ranked.len().to_string(),
                largest: &largest.name,
                largest_count: &shown(largest, locale),
                smallest: &smallest.name,
                smallest_count: &shown(smallest, locale),
            }
            .text(locale),
            [(_, only)] => sections_text::ActivitiesSummaryOne {
                counted: &counted,
                activity: &only.name,
                count: &shown(only, locale),
            }
            .text(locale),
            [] => String::new(),
        }
    }

    fn panel(&self, sort: Sort, locale: Locale) -> Panel {
        let counted = self.counted(locale);
        Panel {
            caption: sections_text::ActivitiesPanel { counted: &counted }.text(locale),
            plot: Plot::Bars(Bars {
                data: self
                    .order(sort)
                    .iter()
                    .map(|(index, named)| datum(*index, named, locale))
                    .collect(),
                domain_extra: Vec::new(),
                scale: Scale::Linear,
                ticks: TickFormat::Count,
            }),
        }
    }
}

fn shown(named: &Named, locale: Locale) -> String {
    quantity(locale, &named.quantity())
}

fn key(index: usize) -> String {
    format!("disclosure.activities[{index}]")
}

fn datum(index: usize, named: &Named, locale: Locale) -> Datum {
    let (_, upper) = named.quantity().range();
    Datum {
        key: key(index),
        name: named.name.clone(),
        value: Some(named.count as f64),
        upper: (upper > named.count).then_some(upper as f64),
        from: 0.0,
        label: hedged(locale, named.count, named.qualifier),
        detail: view_text::TotalDetail {
            name: &named.name,
            value: &shown(named, locale),
        }
        .text(locale),
        tone: Tone::Plain,
    }
}

/// The finding names two examples from the longest group, since numbers of different units cannot be
/// compared.
fn finding(activities: &[Named], groups: &[UnitGroup<'_>], locale: Locale) -> String {
    let number = &activities.len().to_string();
    if activities.iter().all(|named| named.count == 0) {
        return sections_text::ActivitiesZero { activities: number }.text(locale);
    }
    let longest = groups.iter().reduce(|longest, group| {
        if group.printed.len() > longest.printed.len() {
            group
        } else {
            longest
        }
    });
    let ranked = longest.into_iter().flat_map(|group| &group.ranked);
    let others = groups.iter().flat_map(|group| &group.ranked);
    let mut examples: Vec<(usize, &Named)> = Vec::new();
    for (index, named) in ranked.chain(others) {
        if named.count > 0 && examples.iter().all(|(known, _)| known != index) {
            examples.push((*index, named));
        }
    }
    let example = |at: usize| {
        examples.get(at).map(|(_, named)| {
            sections_text::ActivityCount {
                activity: &named.name,
                count: &shown(named, locale),
            }
            .text(locale)
        })
    };
    let first = example(0).unwrap_or_default();
    match example(1) {
        Some(second) => sections_text::ActivitiesMany {
            activities: number,
            first: &first,
            second: &second,
        }
        .text(locale),
        None if activities.len() == 1 => {
            sections_text::ActivitiesOne { activity: &first }.text(locale)
        }
        None => sections_text::ActivitiesOther {
            activities: number,
            first: &first,
        }
        .text(locale),
    }
}

fn table(activities: &[Named], groups: &[UnitGroup<'_>], sort: Sort, locale: Locale) -> Table {
    let row = |index: usize, named: &Named| TableRow {
        key: key(index),
        name: named.name.clone(),
        cells: vec![TableCell::Quantity(named.quantity())],
    };
    let rows = match sort {
        Sort::Size => groups
            .iter()
            .flat_map(|group| &group.ranked)
            .map(|(index, named)| row(*index, named))
            .collect(),
        Sort::Printed => activities
            .iter()
            .enumerate()
            .map(|(index, named)| row(index, named))
            .collect(),
    };
    Table {
        caption: View::Activities.question(locale).to_owned(),
        columns: vec![
            Column::text(SectionsText::ColumnActivity.text(locale)),
            Column::number(Text::ColumnAsPrinted.text(locale)),
        ],
        rows,
    }
}
