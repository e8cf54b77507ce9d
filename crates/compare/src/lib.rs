//! Many reports on one page: the reader's choices, and the elements that show them. In the browser
//! this is a WebAssembly module of its own, which is loaded if `src` is a catalogue.
//!
//! [`Choice`] is everything that the reader chose, and what a link keeps. A [`ViewModel`] is a catalogue
//! with a choice; the panels and the controls are functions of it that make elements ([`render`]). Only
//! the [`Controller`] changes it: it applies an [`Action`] and returns the [`Region`]s that must be
//! rendered again, so that a keystroke in a search field draws no chart.

#![warn(missing_docs)]

mod action;
mod choice;
mod controller;
mod controls;
pub mod export;
mod link;
pub mod messages;
mod number_format;
mod panel;
mod phrases;
mod provinces;
mod region;
pub mod render;
mod row_order;
mod short_names;
mod sum_format;
mod view_model;
mod year_change;

pub use action::Action;
pub use choice::{Choice, MAX_AGENCIES, PanelKind, PerUnit, Sort, SortKey, SumsBy};
pub use controller::Controller;
pub use region::Region;
pub use view_model::ViewModel;
