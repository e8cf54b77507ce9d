//! Cells in reports of several years.

use gongkai_model::CellRef;

/// A cell in the report of one year, since findings may be about two reports.
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
