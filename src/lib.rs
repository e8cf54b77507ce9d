//! gongkai: a government's annual disclosure report, explored in a browser.
//!
//! This is the widget in the page, a Yew application: `app` is its root component, `components` are what it
//! consists of, and [`widget`] is the side of the custom element that is written in Rust. What a view says and
//! how it is drawn comes from the crates below `crates`.

mod app;
mod components;
mod context_source;
mod intent;
mod listener;
mod vdom;
pub mod widget;
mod width_observer;

// 2 KB (brotli) smaller than the default allocator, dlmalloc.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
