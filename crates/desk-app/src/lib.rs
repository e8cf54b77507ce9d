//! The desk as a Yew application. What a change does is in [`gongkai_desk`]; this crate shows the state and turns
//! what a person does into actions.

#![warn(missing_docs)]

mod app;
mod browser;
mod components;
mod host;
mod messages;
mod reader;
mod state;

pub use app::{App, Props};
pub use gongkai_desk::read_file;
pub use gongkai_import::{Overrides, PagesRead};
pub use host::Host;
