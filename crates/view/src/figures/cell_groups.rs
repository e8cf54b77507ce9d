//! Groups of printed cells: one panel per group, all on one scale, and one table.

use super::*;
use crate::text::{SectionsText, sections_text, view_text};
use gongkai_i18n::in_sentence;
use gongkai_model::Cell;

/// Cells under one heading of the form.
pub(super) struct CellGroup {
    pub name: &'static str,
    pub cells: Vec<NamedCell>,
}

/// A cell with its path and the label of its column.
pub(super) struct NamedCell {
    pub key: String,
    pub name: &'static str,
    pub value: Cell,
    pub tone: Tone,
}

impl CellGroup {
    /// Whether the file has any of the cells.
    pub fn is_given(&self) -> bool {
        self.cells.iter().any(|cell| !cell.value.is_missing())
    }
}

pub(super) fn has_numbers(groups: &[CellGroup]) -> bool {
    each(groups).any(|cell| cell.value.count().is_some())
}

pub(super) fn each(groups: &[CellGroup]) -> impl Iterator<Item = &NamedCell> {
    groups.iter().flat_map(|group| &group.cells)
}

/// Makes a panel of each group with a number other than zero, all on one scale.
pub(super) fn panels(groups: &[CellGroup], locale: Locale) -> Vec<Panel> {
    if !has_numbers(groups) {
        return Vec::new();
    }
    let all: Vec<Datum> = groups
        .iter()
        .flat_map(|group| data(group, locale))
        .collect();
    let is_drawn = |cell: &NamedCell| cell.value.count().is_some_and(|count| count != 0);
    groups
        .iter()
        .filter(|group| group.cells.iter().any(is_drawn))
        .map(|group| Panel {
            caption: group.name.to_owned(),
            plot: Plot::Bars(Bars {
                data: data(group, locale),
                domain_extra: all.clone(),
                scale: Scale::Linear,
                ticks: TickFormat::Count,
            }),
        })
        .collect()
}

fn data(group: &CellGroup, locale: Locale) -> Vec<Datum> {
    let datum = |cell: &NamedCell| Datum {
        key: cell.key.clone(),
        name: cell.name.to_owned(),
        value: cell.value.count().map(|n| n as f64),
        upper: None,
        from: 0.0,
        label: gongkai_i18n::cell(locale, cell.value),
        detail: sections_text::CellDetail {
            group: group.name,
            column: &in_sentence(locale, cell.name),
            value: &gongkai_i18n::spoken(locale, cell.value),
        }
        .text(locale),
        tone: cell.tone,
    };
    group.cells.iter().map(datum).collect()
}

/// Describes each group in one sentence.
pub(super) fn summary(groups: &[CellGroup], locale: Locale) -> String {
    let sentence = |group: &CellGroup| {
        // Five times the same is once enough.
        let first = group.cells.first().map(|cell| cell.value);
        if group.cells.iter().all(|cell| Some(cell.value) == first) {
            let text = match first {
                Some(Cell::Count(0)) => Some(SectionsText::GroupZeros),
                Some(Cell::NotApplicable) => Some(SectionsText::GroupSlashes),
                Some(Cell::Blank) => Some(SectionsText::GroupBlanks),
                _ => None,
            };
            if let Some(text) = text {
                return text.with(locale, &[group.name]);
            }
        }
        let cells: Vec<String> = group
            .cells
            .iter()
            .map(|cell| {
                let spoken = gongkai_i18n::spoken(locale, cell.value);
                view_text::OverviewPair {
                    name: &in_sentence(locale, cell.name),
                    value: &spoken,
                }
                .text(locale)
            })
            .collect();
        let cells = cells.join(Text::Comma.text(locale));
        view_text::TotalDetail {
            name: group.name,
            value: &cells,
        }
        .text(locale)
    };
    let sentences: Vec<String> = groups.iter().map(sentence).collect();
    joined(&sentences, locale)
}

/// Joins sentences, with spaces between them in English.
pub(super) fn joined(sentences: &[String], locale: Locale) -> String {
    sentences.join(if locale == Locale::En { " " } else { "" })
}

pub(super) fn table(view: View, groups: &[CellGroup], locale: Locale) -> Table {
    let rows = groups.iter().flat_map(|group| {
        group.cells.iter().map(|cell| TableRow {
            key: cell.key.clone(),
            name: sections_text::CellName {
                heading: group.name,
                label: &in_sentence(locale, cell.name),
            }
            .text(locale),
            cells: vec![TableCell::Cell(cell.value)],
        })
    });
    Table {
        caption: view.question(locale).to_owned(),
        columns: vec![
            Column::text(SectionsText::ColumnCell.text(locale)),
            Column::number(Text::ColumnValue.text(locale)),
        ],
        rows: rows.collect(),
    }
}
