//! Statutory tables in the layouts that portals print them in.

mod doubts;
mod form;
mod grids;
mod layouts;

/// A way to write what a cell says, by name.
type Way = (&'static str, fn(&str) -> String);
