//! The numbers of rules and normative documents, in the terms of the report's edition.

use super::cell_groups::{self, CellGroup, NamedCell};
use super::*;
use crate::text::{SectionsText, sections_text};
use gongkai_i18n::{grouped, proactive_column_label, proactive_label};
use gongkai_model::{Edition, Proactive, ProactiveColumn, ProactiveKey};

const ROWS: [ProactiveKey; 2] = [ProactiveKey::Rules, ProactiveKey::NormativeDocuments];

pub(super) fn figure(report: &Report, _choices: &Choices, locale: Locale) -> Figure {
    let empty = Figure::empty(View::Documents, Text::NoSection, locale);
    let Some(proactive) = &report.proactive else {
        return empty;
    };
    let edition = report.edition;
    let groups: Vec<CellGroup> = ROWS
        .iter()
        .map(|row| group(proactive, edition, *row, locale))
        .filter(CellGroup::is_given)
        .collect();
    if groups.is_empty() {
        return empty;
    }
    let third = match edition {
        Edition::Form2019 => SectionsText::TotalDisclosedNote,
        Edition::Form2021 => SectionsText::InForceNote,
    };
    let mut caveats = vec![third.text(locale).to_owned()];
    let panels = cell_groups::panels(&groups, locale);
    if panels.len() > 1 {
        caveats.push(SectionsText::SharedScale.text(locale).to_owned());
    }
    Figure {
        title: if !cell_groups::has_numbers(&groups) {
            Text::NoNumbers.text(locale).to_owned()
        } else {
            finding(proactive, edition, locale)
        },
        summary: cell_groups::summary(&groups, locale),
        caveats,
        panels,
        table: cell_groups::table(View::Documents, &groups, locale),
        ..empty
    }
}

fn group(proactive: &Proactive, edition: Edition, row: ProactiveKey, locale: Locale) -> CellGroup {
    let named = |column: &ProactiveColumn| NamedCell {
        key: [row.path(), ".", column.field()].concat(),
        name: proactive_column_label(locale, edition, row, *column),
        value: proactive.cell(row, *column),
        // Running totals are less prominent than the numbers of the year.
        tone: match column {
            ProactiveColumn::TotalDisclosed | ProactiveColumn::InForce => Tone::Muted,
            _ => Tone::Plain,
        },
    };
    CellGroup {
        name: proactive_label(locale, edition, row),
        cells: row.columns(edition).iter().map(named).collect(),
    }
}

fn finding(proactive: &Proactive, edition: Edition, locale: Locale) -> String {
    let counted = |column| {
        let counts: Vec<String> = ROWS
            .iter()
            .filter_map(|row| {
                let count = match (proactive.cell(*row, column).count()?, locale) {
                    (0, Locale::En) => "no".to_owned(),
                    (count, _) => grouped(count),
                };
                let count = &count;
                Some(match (row, edition) {
                    (ProactiveKey::Rules, _) => sections_text::CountRules { count }.text(locale),
                    (_, Edition::Form2019) => sections_text::CountNormative { count }.text(locale),
                    (_, Edition::Form2021) => {
                        sections_text::CountNormative2021 { count }.text(locale)
                    }
                })
            })
            .collect();
        if counts.is_empty() {
            SectionsText::CountNone.text(locale).to_owned()
        } else {
            counts.join(SectionsText::ListAnd.text(locale))
        }
    };
    let made = &counted(ProactiveColumn::Made);
    match edition {
        Edition::Form2019 => {
            let disclosed = &counted(ProactiveColumn::TotalDisclosed);
            sections_text::Documents2019 { made, disclosed }.text(locale)
        }
        Edition::Form2021 => {
            let in_force = &counted(ProactiveColumn::InForce);
            sections_text::Documents2021 { made, in_force }.text(locale)
        }
    }
}
