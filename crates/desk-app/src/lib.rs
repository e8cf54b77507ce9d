//! The desk as a Yew application. What a change does is in [`gongkai_desk`]; this crate shows the state and turns
//! what a person does into actions.

mod app;
mod browser;
mod components;
mod messages;
mod state;

pub use app::{App, Props};
