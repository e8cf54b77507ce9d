//! gongkai: a government's annual disclosure report, explored in a browser.
//!
//! The layers, each using only those before it: [`model`] holds the report; [`checks`] says
//! whether its numbers agree; [`catalog`] holds the headline figures of many; [`i18n`] has every
//! sentence; [`figures`] turns a report into what
//! one view says; [`charts`] turns a figure into positions; [`export`] makes of figures and charts
//! what a reader takes away, and `rows`, for the command line only, tables of many reports;
//! [`components`] makes elements of them, as the plain values of [`markup`]. `first`, the first WebAssembly
//! module, gives those that a reader sees first; `app` and `embed`, the next one, put them on a page and
//! answer to the reader. What else one report has to show is in `annex`; [`opener`] reads a file of the
//! reader's own, and [`compare`] shows the catalogue of many: each a module, fetched when it is needed.

pub mod catalog;
pub mod charts;
pub mod checks;
pub mod compare;
pub mod components;
pub mod export;
pub mod figures;
pub mod i18n;
pub mod import;
pub mod link;
pub mod markup;
pub mod model;
pub mod opener;
pub mod page;
pub mod request;
pub mod state;

// Only the command line writes tables.
#[cfg(feature = "cli")]
pub mod rows;

#[cfg(all(target_arch = "wasm32", feature = "annex"))]
pub mod annex;
#[cfg(all(target_arch = "wasm32", feature = "app"))]
mod app;
#[cfg(all(target_arch = "wasm32", feature = "app"))]
pub mod embed;
#[cfg(all(target_arch = "wasm32", feature = "first"))]
pub mod first;
#[cfg(all(target_arch = "wasm32", any(feature = "app", feature = "first")))]
pub mod settings;
