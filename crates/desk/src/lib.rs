//! The desk (年报工作台): a person opens a report file, completes what the converter could not read, checks it and
//! takes away what a portal needs. This crate has the state and its changes; it knows no browser.

#![warn(missing_docs)]

mod cells;
mod change;
mod desk;
mod draft;
mod entry;
mod form;
mod transfer;

pub use cells::{amount, cell, form_cells, is_in, keep_edition, set_amount, set_cell};
pub use change::{Change, History};
pub use desk::{Action, Desk, FileState, OpenFile, Page};
pub use draft::{
    CellChange, CellStatus, Content, Draft, OpenError, ReportPart, SaveError, SourcePlace,
};
pub use entry::{EntryError, amount_text, cell_text, read_amount, read_block, read_cell};
pub use form::{
    FormPart, FormRow, FormTable, PasteProblem, entry, form_tables, may_be_negative, part_of, paste,
};
pub use transfer::{read_file, receive};
