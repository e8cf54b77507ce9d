//! Statutory tables in the layouts that portals print them in.

mod doubts;
mod form;
mod grids;
mod layouts;

/// A way to write the text of a cell, with its name.
type Way = (&'static str, fn(&str) -> String);
