//! Printed cells in groups: a bar and a row of the table for each, on one scale.

use super::*;
use crate::text::SectionsText;
use gongkai_model::Cell;

/// Cells that the form prints under one heading.
pub(super) struct Group {
    pub name: &'static str,
    pub cells: Vec<Printed>,
}

/// A cell with its path and the heading of its column.
pub(super) struct Printed {
    pub key: String,
    pub name: &'static str,
    pub cell: Cell,
    pub tone: Tone,
}

impl Group {
    /// Whether the file has any of the cells.
    pub fn is_given(&self) -> bool {
        self.cells.iter().any(|printed| !printed.cell.is_missing())
    }
}

pub(super) fn has_numbers(groups: &[Group]) -> bool {
    each(groups).any(|printed| printed.cell.count().is_some())
}

pub(super) fn each(groups: &[Group]) -> impl Iterator<Item = &Printed> {
    groups.iter().flat_map(|group| &group.cells)
}

/// A panel a group, all on one scale; none where no number is printed.
pub(super) fn panels(groups: &[Group], locale: Locale) -> Vec<Panel> {
    if !has_numbers(groups) {
        return Vec::new();
    }
    let all: Vec<Datum> = groups
        .iter()
        .flat_map(|group| data(group, locale))
        .collect();
    groups
        .iter()
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

fn data(group: &Group, locale: Locale) -> Vec<Datum> {
    let datum = |printed: &Printed| Datum {
        key: printed.key.clone(),
        name: printed.name.to_owned(),
        value: printed.cell.count().map(|n| n as f64),
        upper: None,
        from: 0.0,
        label: gongkai_i18n::cell(locale, printed.cell),
        detail: SectionsText::CellDetail.with(
            locale,
            &[
                group.name,
                printed.name,
                &gongkai_i18n::spoken(locale, printed.cell),
            ],
        ),
        tone: printed.tone,
    };
    group.cells.iter().map(datum).collect()
}

/// A sentence a group.
pub(super) fn summary(groups: &[Group], locale: Locale) -> String {
    let sentence = |group: &Group| {
        let cells: Vec<String> = group
            .cells
            .iter()
            .map(|printed| {
                let spoken = gongkai_i18n::spoken(locale, printed.cell);
                Text::OverviewPair.with(locale, &[printed.name, &spoken])
            })
            .collect();
        let cells = cells.join(Text::Comma.text(locale));
        Text::TotalDetail.with(locale, &[group.name, &cells])
    };
    let sentences: Vec<String> = groups.iter().map(sentence).collect();
    joined(&sentences, locale)
}

/// Sentences as each language sets them.
pub(super) fn joined(sentences: &[String], locale: Locale) -> String {
    sentences.join(if locale == Locale::En { " " } else { "" })
}

pub(super) fn table(view: View, groups: &[Group], locale: Locale) -> Table {
    let rows = groups.iter().flat_map(|group| {
        group.cells.iter().map(|printed| TableRow {
            key: printed.key.clone(),
            name: SectionsText::CellName.with(locale, &[group.name, printed.name]),
            cells: vec![TableCell::Cell(printed.cell)],
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
