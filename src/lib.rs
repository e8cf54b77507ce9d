//! gongkai: a government's annual disclosure report, explored in a browser.

pub mod model;

#[cfg(target_arch = "wasm32")]
pub mod embed;
