//! The printed cells of a report in printed order, with their Chinese labels. Cells missing from the file
//! are left out.

use gongkai_i18n::Locale;
use gongkai_model::{Amount, Cell, Report};
use gongkai_view::export::{ReportCell, report_cells};
use gongkai_view::figures::TableCell;

/// What a cell shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Number,
    Blank,
    NotApplicable,
}

impl State {
    pub fn of(value: &TableCell) -> State {
        match value {
            TableCell::Cell(Cell::Blank)
            | TableCell::Change(Cell::Blank)
            | TableCell::Amount(Amount::Blank) => State::Blank,
            TableCell::Cell(Cell::NotApplicable)
            | TableCell::Change(Cell::NotApplicable)
            | TableCell::Amount(Amount::NotApplicable) => State::NotApplicable,
            _ => State::Number,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            State::Number => "number",
            State::Blank => "blank",
            State::NotApplicable => "not_applicable",
        }
    }
}

/// Passes each printed cell to `take`.
///
/// # Errors
/// The first error of `take`, which ends the list.
pub(super) fn for_each_cell<E>(
    report: &Report,
    take: &mut dyn FnMut(ReportCell) -> Result<(), E>,
) -> Result<(), E> {
    let cells = report_cells(report, Locale::ZhCn);
    let mut printed = cells.into_iter().filter(|cell| !cell.is_missing());
    printed.try_for_each(take)
}
