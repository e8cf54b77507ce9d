//! gongkai: a government's annual disclosure report, explored in a browser.
//!
//! The layers, each using only those before it: [`model`] holds the report; [`checks`] says
//! whether its numbers agree; [`i18n`] has every sentence; [`figures`] turns a report into what
//! one view says; [`charts`] turns a figure into positions; [`export`] makes of figures and charts
//! what a reader takes away; `components`, `app` and `embed` put it on a page and exist only in
//! the browser.

pub mod charts;
pub mod checks;
pub mod export;
pub mod figures;
pub mod i18n;
pub mod link;
pub mod model;
pub mod state;

#[cfg(all(target_arch = "wasm32", feature = "widget"))]
mod app;
#[cfg(all(target_arch = "wasm32", feature = "checker"))]
pub mod checker;
#[cfg(all(target_arch = "wasm32", feature = "widget"))]
mod components;
#[cfg(all(target_arch = "wasm32", feature = "widget"))]
pub mod embed;
