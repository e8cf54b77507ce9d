//! The statutory form as tables of cells, in its printed order.

use crate::cells::is_in;
use crate::change::Change;
use crate::entry::{EntryError, read_amount, read_cell};
use gongkai_i18n::{
    Locale, applicant_label, block_column_label, block_label, group_label, group_number,
    proactive_column_label, proactive_label, row_label, row_number,
};
use gongkai_model::{
    Applicant, BlockColumn, BlockKey, CellRef, Edition, ProactiveColumn, ProactiveKey, RowKey,
};

/// A section of the form that is a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormPart {
    /// Section two.
    Proactive,
    /// Section three.
    Applications,
    /// Section four.
    Reviews,
}

/// A table with one heading line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormTable {
    /// The headings of the columns, from the first column of numbers on.
    pub columns: Vec<String>,
    /// The rows from top to bottom.
    pub rows: Vec<FormRow>,
}

/// A row of a [`FormTable`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormRow {
    /// The heading above the rows of a group, if the row is the first of one.
    pub group: Option<String>,
    /// The heading of the row.
    pub label: String,
    /// One for each column.
    pub cells: Vec<CellRef>,
}

/// The tables of a part in the form of an edition.
pub fn form_tables(part: FormPart, edition: Edition, locale: Locale) -> Vec<FormTable> {
    match part {
        FormPart::Proactive => proactive(edition, locale),
        FormPart::Applications => vec![applications(edition, locale)],
        FormPart::Reviews => vec![reviews(locale)],
    }
}

/// Rows with the same columns are one table.
fn proactive(edition: Edition, locale: Locale) -> Vec<FormTable> {
    let mut tables: Vec<FormTable> = Vec::new();
    let mut last: &[ProactiveColumn] = &[];
    for row in ProactiveKey::ALL {
        let columns = row.columns(edition);
        if columns.is_empty() {
            continue;
        }
        let form_row = FormRow {
            group: None,
            label: proactive_label(locale, edition, *row).to_owned(),
            cells: columns
                .iter()
                .map(|column| CellRef::Proactive(*row, *column))
                .collect(),
        };
        match tables.last_mut() {
            Some(table) if columns == last => table.rows.push(form_row),
            _ => tables.push(FormTable {
                columns: columns
                    .iter()
                    .map(|column| proactive_column_label(locale, edition, *row, *column).to_owned())
                    .collect(),
                rows: vec![form_row],
            }),
        }
        last = columns;
    }
    tables
}

fn applications(edition: Edition, locale: Locale) -> FormTable {
    let mut group = None;
    let rows = RowKey::of(edition).map(|row| {
        let is_first = row.group() != group;
        group = row.group();
        let heading = row
            .group()
            .filter(|_| is_first)
            .map(|group| [group_number(locale, group), group_label(locale, group)].concat());
        FormRow {
            group: heading,
            label: [row_number(locale, row), row_label(locale, row)].concat(),
            cells: Applicant::ALL
                .iter()
                .map(|column| CellRef::Application(row, *column))
                .collect(),
        }
    });
    FormTable {
        rows: rows.collect(),
        columns: Applicant::ALL
            .iter()
            .map(|column| applicant_label(locale, *column).to_owned())
            .collect(),
    }
}

fn reviews(locale: Locale) -> FormTable {
    let row = |block: &BlockKey| FormRow {
        group: None,
        label: block_label(locale, *block).to_owned(),
        cells: BlockColumn::ALL
            .iter()
            .map(|column| CellRef::Review(*block, *column))
            .collect(),
    };
    FormTable {
        columns: BlockColumn::ALL
            .iter()
            .map(|column| block_column_label(locale, *column).to_owned())
            .collect(),
        rows: BlockKey::ALL.iter().map(row).collect(),
    }
}

/// The part of the form that has the cell; `None` for section one and the head of the report.
pub fn part_of(cell: CellRef) -> Option<FormPart> {
    match cell {
        CellRef::Proactive(..) => Some(FormPart::Proactive),
        CellRef::Application(..) => Some(FormPart::Applications),
        CellRef::Review(..) => Some(FormPart::Reviews),
        _ => None,
    }
}

/// Whether only the sign of a change from last year may stand in the cell.
pub fn may_be_negative(cell: CellRef) -> bool {
    matches!(cell, CellRef::Proactive(_, ProactiveColumn::Change))
}

/// Reads a text as the content of a cell, as a change to the report.
///
/// # Errors
/// Why the text cannot stand in the cell.
pub fn entry(cell: CellRef, text: &str) -> Result<Change, EntryError> {
    match cell {
        CellRef::Proactive(row, ProactiveColumn::Amount) => {
            read_amount(text).map(|amount| Change::Amount(row, amount))
        }
        _ => read_cell(text, may_be_negative(cell)).map(|read| Change::Cell(cell, read)),
    }
}

/// A cell of a pasted block that has no place in the form, or does not fit its cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasteProblem {
    /// The text as it was pasted.
    pub text: String,
    /// The cell that it would have gone to; `None` beyond the edge of the table.
    pub at: Option<CellRef>,
    /// Why it does not fit; `None` beyond the edge of the table.
    pub error: Option<EntryError>,
}

/// Fills a table with a block, its first cell at `start`. Nothing that does not fit is changed.
pub fn paste(
    table: &FormTable,
    edition: Edition,
    start: CellRef,
    block: &[Vec<String>],
) -> (Change, Vec<PasteProblem>) {
    let at = table.rows.iter().enumerate().find_map(|(row, form_row)| {
        let column = form_row.cells.iter().position(|cell| *cell == start)?;
        Some((row, column))
    });
    let Some((top, left)) = at else {
        return (Change::Cells(Vec::new()), Vec::new());
    };
    let mut changes = Vec::new();
    let mut problems = Vec::new();
    for (down, texts) in block.iter().enumerate() {
        let row = table.rows.get(top.saturating_add(down));
        for (right, text) in texts.iter().enumerate() {
            let cell = row.and_then(|row| row.cells.get(left.saturating_add(right)).copied());
            let entered = cell
                .filter(|cell| is_in(*cell, edition))
                .map(|cell| entry(cell, text));
            match entered {
                Some(Ok(change)) => changes.push(change),
                None if text.trim().is_empty() => {}
                failed => problems.push(PasteProblem {
                    text: text.clone(),
                    at: cell,
                    error: failed.and_then(Result::err),
                }),
            }
        }
    }
    (Change::Cells(changes), problems)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cells::form_cells;
    use std::collections::HashSet;

    const PARTS: [FormPart; 3] = [
        FormPart::Proactive,
        FormPart::Applications,
        FormPart::Reviews,
    ];

    #[test]
    fn every_cell_of_an_edition_is_in_its_form_once() {
        for edition in [Edition::Form2019, Edition::Form2021] {
            let tables = PARTS.map(|part| form_tables(part, edition, Locale::ZhCn));
            let shown: Vec<CellRef> = tables
                .iter()
                .flatten()
                .flat_map(|table| table.rows.iter().flat_map(|row| row.cells.clone()))
                .collect();
            let wanted: HashSet<CellRef> = form_cells(edition).collect();
            assert_eq!(shown.len(), wanted.len());
            assert_eq!(shown.into_iter().collect::<HashSet<_>>(), wanted);
        }
    }

    #[test]
    fn rows_have_as_many_cells_as_their_table_has_columns() {
        for part in PARTS {
            for table in form_tables(part, Edition::Form2019, Locale::En) {
                assert!(
                    table
                        .rows
                        .iter()
                        .all(|row| row.cells.len() == table.columns.len())
                );
            }
        }
    }

    #[test]
    fn a_pasted_block_says_what_did_not_fit() {
        let tables = form_tables(FormPart::Reviews, Edition::Form2021, Locale::ZhCn);
        let table = &tables[0];
        let start = CellRef::Review(
            BlockKey::LitigationAfterReconsideration,
            BlockColumn::Pending,
        );
        let text = |text: &str| text.to_owned();
        let block = [
            vec![text("1"), text("二"), text("3")],
            vec![text("4"), text("")],
        ];
        let (change, problems) = paste(table, Edition::Form2021, start, &block);
        assert_eq!(
            change,
            Change::Cells(vec![Change::Cell(start, gongkai_model::Cell::Count(1))])
        );
        let texts: Vec<&str> = problems.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts, ["二", "3", "4"]);
        assert_eq!(problems[0].error, Some(EntryError::NotANumber));
        assert_eq!(problems[1].at, None);
    }
}
