//! gongkai: a government's annual disclosure report, explored in a browser.
//!
//! The layers, each using only those before it: [`model`] holds the report; [`checks`] says
//! whether its numbers agree; [`i18n`] has every sentence; [`figures`] turns a report into what
//! one view says; [`charts`] turns a figure into positions; `components`, `app` and `embed` put
//! it on a page and exist only in the browser.

pub mod charts;
pub mod checks;
pub mod figures;
pub mod i18n;
pub mod link;
pub mod model;
pub mod state;

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod components;
#[cfg(target_arch = "wasm32")]
pub mod embed;
