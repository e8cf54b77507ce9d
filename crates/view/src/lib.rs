//! The presentation of one report, independent of a browser.
//!
//! Each module uses only those before it: [`figures`] turns a report into the content of a view,
//! [`charts`] turns a figure into positions, [`export`] writes figures and charts as files,
//! [`components`] renders them as elements, which are plain values of [`markup`], and [`page`]
//! renders static pages.

pub mod charts;
pub mod components;
pub mod export;
pub mod figures;
mod light_theme;
pub mod link;
pub mod markup;
pub mod page;
pub mod request;
pub mod settings;
pub mod state;
pub mod text;
