//! Statutory tables in the layouts that portals print them in.

mod doubts;
mod form;
mod grids;
mod layouts;
