//! The other module that knows the agency's other years and its peers, as the page hands it over.

use gongkai_view::components::Context;
use gongkai_view::link::Link;
use gongkai_view::request::Request;
use js_sys::Function;
use wasm_bindgen::JsValue;

/// A function that takes a link to what is shown, the width and the text size in CSS pixels, and returns the
/// context as text.
#[derive(Debug)]
pub struct ContextSource(pub Function);

impl ContextSource {
    /// Asks for the context of a view; an empty one if the other module has stopped.
    pub fn ask(&self, request: &Request) -> Context {
        let Request {
            view,
            choices,
            locale,
            size,
            ..
        } = request;
        let link = Link::of(*view, choices, *locale, None).write("", Link::HANDOVER);
        let answer = self.0.call3(
            &JsValue::NULL,
            &link.into(),
            &size.width.into(),
            &size.em.into(),
        );
        let text = answer.ok().and_then(|answer| answer.as_string());
        Context::decode(&text.unwrap_or_default())
    }
}
