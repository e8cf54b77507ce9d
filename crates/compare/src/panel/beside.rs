//! One place's year beside the year before, view by view.

use super::{opened, table};
use crate::By;
use crate::comparison::Comparison;
use crate::controls::by_view;
use crate::messages::CompareText;
use crate::words::{change, zero};
use gongkai_catalog::Measure;
use gongkai_catalog::measure_name;
use gongkai_view::components::summary_and_caveats;
use gongkai_view::figures::{Column, Table, TableCell, TableRow};
use gongkai_view::markup::{Element, Name, Tag};
use std::cmp::Ordering;

/// As it is printed: nothing here is related to anything.
fn plain(comparison: &Comparison) -> Comparison {
    let mut plain = comparison.clone();
    plain.choice.by = By::Nothing;
    plain
}

pub(super) fn finding(comparison: &Comparison) -> String {
    let locale = comparison.locale;
    let Some(place) = comparison.choice.places.first().copied() else {
        return CompareText::NoneChosen.text(locale).to_owned();
    };
    let name = comparison.name_of(place);
    let year = comparison.choice.year.to_string();
    let before_year = comparison.choice.year.saturating_sub(1).to_string();
    let [now, before] = comparison.two_years(place);
    match (now, before) {
        (None, None) => CompareText::BesideNone.with(locale, &[name, &year]),
        (None, Some(_)) => CompareText::BesideAlone.with(locale, &[name, &year, &before_year]),
        (Some(_), None) => {
            let text = match comparison.covers_year_before() {
                true => CompareText::BesideAlone,
                false => CompareText::BesideFirst,
            };
            text.with(locale, &[name, &before_year, &year])
        }
        (Some(now), Some(before))
            if comparison.catalog.edition(now) != comparison.catalog.edition(before) =>
        {
            CompareText::BesideForms.with(locale, &[name, &year, &before_year])
        }
        (Some(_), Some(_)) => {
            let mut counts = [0_usize; 3];
            for measure in comparison.catalog.measures() {
                let Ok(change) = change(&comparison.catalog, now, before, measure.into()) else {
                    continue;
                };
                let [rose, fell, stayed] = &mut counts;
                let count = match change.cmp(&zero()) {
                    Ordering::Greater => rose,
                    Ordering::Less => fell,
                    Ordering::Equal => stayed,
                };
                *count = count.saturating_add(1);
            }
            let [rose, fell, stayed] = counts.map(|count| count.to_string());
            CompareText::BesideTitle
                .with(locale, &[name, &year, &before_year, &rose, &fell, &stayed])
        }
    }
}

pub(super) fn panel(comparison: &Comparison) -> Element {
    let comparison = &plain(comparison);
    let locale = comparison.locale;
    let mut panel = opened(comparison, CompareText::AskBeside);
    let Some(place) = comparison.choice.places.first().copied() else {
        return panel;
    };
    let [now, before] = comparison.two_years(place);
    let name = comparison.name_of(place).to_owned();
    let ways = panel.open(Tag::P);
    ways.set(Name::Class, "selects");
    for report in [before, now].into_iter().flatten() {
        let year = comparison
            .catalog
            .year(report)
            .unwrap_or_default()
            .to_string();
        ways.open(Tag::Button)
            .set(Name::Type, "button")
            .set(Name::Class, "way")
            .set(Name::DataChoice, "report")
            .set(Name::DataValue, report.to_string())
            .text(CompareText::OpenReport.with(locale, &[&name, &year]));
    }
    if now.is_none() && before.is_none() {
        return panel;
    }
    let is_covered = comparison.covers_year_before();
    let year = |year: u16| CompareText::YearOf.with(locale, &[&year.to_string()]);
    for (view, measures) in by_view(comparison) {
        // What neither year's form has is no row.
        let is_in = |measure: &Measure| {
            let reports = [now, before].into_iter().flatten();
            reports
                .filter_map(|report| comparison.catalog.edition(report))
                .any(|edition| measure.is_in(edition))
        };
        let rows: Vec<TableRow> = measures
            .into_iter()
            .filter(is_in)
            .map(|measure| TableRow {
                key: measure.id(),
                name: measure_name(locale, measure),
                cells: vec![
                    TableCell::Derived(
                        comparison
                            .shown(before, measure)
                            .covered(is_covered, locale)
                            .cell(locale),
                    ),
                    TableCell::Derived(comparison.shown(now, measure).cell(locale)),
                    TableCell::Derived(comparison.changed(now, before, measure).cell(locale)),
                ],
            })
            .collect();
        if rows.is_empty() {
            continue;
        }
        panel.open(Tag::H4).text(view);
        let columns = vec![
            Column::text(CompareText::Item.text(locale)),
            Column::number(&year(comparison.choice.year.saturating_sub(1))),
            Column::number(&year(comparison.choice.year)),
            Column::number(CompareText::Change.text(locale)),
        ];
        let numbers = Table {
            caption: view.to_owned(),
            columns,
            rows,
        };
        table(comparison, &numbers, &mut panel);
    }
    let mut caveats = Vec::new();
    let editions = [now, before].map(|report| comparison.catalog.edition(report?));
    if matches!(editions, [Some(one), Some(other)] if one != other) {
        caveats.push(CompareText::BesideCaveat.text(locale).to_owned());
    }
    summary_and_caveats("", &caveats, locale, &mut panel);
    panel
}
