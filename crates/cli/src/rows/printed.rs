//! Every printed cell of a report in printed order, with its Chinese labels; what the file lacks is
//! left out.

use gongkai_i18n::Locale;
use gongkai_model::{Amount, Cell, Report};
use gongkai_view::export::{ReportCell, report_cells};
use gongkai_view::figures::TableCell;

/// What is printed in a cell.
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

    pub fn word(self) -> &'static str {
        match self {
            State::Number => "number",
            State::Blank => "blank",
            State::NotApplicable => "not_applicable",
        }
    }
}

/// Calls `take` with each printed cell.
///
/// # Errors
/// The first error of `take`, which ends the list.
pub(super) fn each<E>(
    report: &Report,
    take: &mut dyn FnMut(ReportCell) -> Result<(), E>,
) -> Result<(), E> {
    let cells = report_cells(report, Locale::ZhCn);
    let mut printed = cells.into_iter().filter(|cell| !cell.is_missing());
    printed.try_for_each(take)
}
