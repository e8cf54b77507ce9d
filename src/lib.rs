//! gongkai: a government's annual disclosure report, explored in a browser. This is the widget in the
//! page; what it shows is made by the crates below `crates`.

mod app;
pub mod embed;
