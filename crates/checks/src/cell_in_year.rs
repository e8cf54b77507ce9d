//! Cells of reports of several years.

use gongkai_model::CellRef;

/// A cell of the report of one year, so that a finding can speak of two reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CellInYear {
    pub year: u16,
    pub cell: CellRef,
}

impl CellInYear {
    /// See [`CellRef::path`].
    pub fn path(self) -> String {
        self.cell.path()
    }
}
