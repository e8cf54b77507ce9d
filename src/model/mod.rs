//! The report and its cells.
