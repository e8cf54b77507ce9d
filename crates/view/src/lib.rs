//! One report as a reader sees it, without a browser.
//!
//! Each module uses only those before it: [`figures`] turns a report into what one view says;
//! [`charts`] turns a figure into positions; [`export`] makes files of figures and charts;
//! [`components`] makes elements of them, as the plain values of [`markup`]; [`page`] makes static pages.

pub mod charts;
pub mod components;
pub mod export;
pub mod figures;
pub mod link;
pub mod markup;
pub mod page;
pub mod request;
pub mod settings;
pub mod state;
pub mod text;
