//! Sums of cells that keep blanks and zeros apart.

use super::APPLICANTS;
use crate::text::applications_text;
use gongkai_i18n::{Locale, grouped, percent};
use gongkai_model::{Applicant, Applications, Cell, RowKey};

/// A sum of cells, some of which may have no number.
#[derive(Clone, Copy)]
pub(super) struct Sum {
    /// `None` if none of the cells has a number.
    pub count: Option<i64>,
    /// Whether the sum exceeds 64 bits; `count` is then the greatest number that fits.
    pub is_over: bool,
    /// The state of the cells without a number.
    pub state: Cell,
}

impl Sum {
    pub const EMPTY: Sum = Sum {
        count: None,
        is_over: false,
        state: Cell::Missing,
    };

    pub fn of(cells: impl Iterator<Item = Cell>) -> Sum {
        cells.fold(Sum::EMPTY, Sum::and)
    }

    pub fn and(self, cell: Cell) -> Sum {
        self.plus(Sum {
            count: cell.count(),
            is_over: false,
            state: cell,
        })
    }

    pub fn plus(self, other: Sum) -> Sum {
        let added = match (self.count, other.count) {
            (Some(one), Some(two)) => Some(one.saturating_add(two)),
            (one, two) => one.or(two),
        };
        let fits = match (self.count, other.count) {
            (Some(one), Some(two)) => one.checked_add(two).is_some(),
            _ => true,
        };
        Sum {
            count: added,
            is_over: self.is_over || other.is_over || !fits,
            state: match (self.state, other.state) {
                (Cell::Blank, _) | (_, Cell::Blank) => Cell::Blank,
                (Cell::NotApplicable, _) | (_, Cell::NotApplicable) => Cell::NotApplicable,
                _ => Cell::Missing,
            },
        }
    }

    /// The number, unless there is none or it does not fit.
    pub fn exact(self) -> Option<i64> {
        self.count.filter(|_| !self.is_over)
    }

    pub fn value(self) -> Option<f64> {
        self.count.map(|count| count as f64)
    }

    pub fn is_positive(self) -> bool {
        self.count.is_some_and(|count| count > 0)
    }

    pub fn shown(self, locale: Locale) -> String {
        match self.count {
            Some(count) if self.is_over => applications_text::MoreThan {
                count: &grouped(count),
            }
            .text(locale),
            Some(count) => grouped(count),
            None => gongkai_i18n::cell(locale, self.state),
        }
    }

    /// The share of `whole` in per cent.
    pub fn share(self, whole: Sum) -> Option<String> {
        let whole = whole.exact().filter(|whole| *whole > 0)?;
        percent(self.exact()?, whole)
    }
}

/// The total of a row: the cell of the total column, or the sum of the six others if that has no
/// number and none of them is missing; and whether it is such a sum.
pub(super) fn total(applications: &Applications, row: RowKey) -> (Sum, bool) {
    let printed = Sum::EMPTY.and(applications.cell(row, Applicant::Total));
    if printed.count.is_some() {
        return (printed, false);
    }
    let summed = sum_of_applicants(applications, row);
    let has_all = !lacks(applications, row, APPLICANTS.iter());
    match summed.count.filter(|_| has_all) {
        Some(_) => (summed, true),
        None => (printed, false),
    }
}

/// The sum of the six kinds of applicant.
pub(super) fn sum_of_applicants(applications: &Applications, row: RowKey) -> Sum {
    let cell = |applicant: &Applicant| applications.cell(row, *applicant);
    Sum::of(APPLICANTS.iter().map(cell))
}

/// Whether the file lacks one of the cells of a row.
pub(super) fn lacks<'a>(
    applications: &Applications,
    row: RowKey,
    mut columns: impl Iterator<Item = &'a Applicant>,
) -> bool {
    columns.any(|column| applications.cell(row, *column).is_missing())
}
