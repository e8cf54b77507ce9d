//! Cells in reports of several years.

use gongkai_model::CellRef;

/// A cell in the report of one year, since findings may be about two reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CellInYear {
    /// The year of the report.
    pub year: u16,
    /// The cell in that report.
    pub cell: CellRef,
}

impl CellInYear {
    /// See [`CellRef::path`].
    pub fn path(self) -> String {
        self.cell.path()
    }
}
