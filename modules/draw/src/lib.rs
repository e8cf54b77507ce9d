//! The first WebAssembly module: reads a report, and draws the views that most readers open. All that the
//! first figure waits for is here; what answers to the reader is `app`, a module of its own, which comes
//! while the figure is being looked at and asks this one for everything that it shows.

use gongkai_model::Report;
use gongkai_view::components::{first_panel, head};
use gongkai_view::markup;
use gongkai_view::request::Request;
use gongkai_view::settings::Settings;
use js_sys::Reflect;
use wasm_bindgen::prelude::*;

/// What is wrong with a text that is no report, for scripts: a stable code and the field's path, and
/// where known the value as the file writes it and the line, else an empty text. Nothing of a report.
///
/// The sentence for the reader is the annex's to say.
#[wasm_bindgen]
pub fn refused(text: &str) -> Vec<String> {
    let Err(error) = Report::read(text) else {
        return Vec::new();
    };
    let line = error.line.map(|line| line.to_string());
    vec![
        error.problem.code().to_owned(),
        error.path,
        error.value.unwrap_or_default(),
        line.unwrap_or_default(),
    ]
}

/// One report.
#[wasm_bindgen]
pub struct First {
    report: Report,
}

#[wasm_bindgen]
impl First {
    /// `None` of a text that is no report.
    pub fn open(text: &str) -> Option<First> {
        let report = Report::read(text).ok()?;
        Some(First { report })
    }

    /// What is seen first, as HTML: a browser has that on the page in a third of the time that it takes
    /// to build what answers to the reader. `width` is in CSS pixels, `fragment` the page's own.
    pub fn sketch(&self, settings: &JsValue, width: f64, fragment: &str) -> String {
        let request = read(settings).opened(width, fragment);
        let mut widget = head(&self.report, &request);
        widget.push(first_panel(&self.report, &request, None));
        markup::html(&widget)
    }

    /// The widget without its panel, as `markup` writes it; empty where the request is none.
    pub fn head(&self, request: &str) -> Vec<u8> {
        let request = Request::read(request);
        request.map_or_else(Vec::new, |request| {
            markup::write(&head(&self.report, &request))
        })
    }

    /// The panel that a request asks for, with what the annex adds to it, both as `markup`
    /// writes them; empty where the request is none.
    pub fn panel(&self, request: &str, extras: &[u8]) -> Vec<u8> {
        let Some(request) = Request::read(request) else {
            return Vec::new();
        };
        markup::write(&first_panel(&self.report, &request, markup::read(extras)))
    }
}

/// The element's attributes, from an object with a text for each that is set.
fn read(settings: &JsValue) -> Settings {
    Settings::new(|name| Reflect::get(settings, &name.into()).ok()?.as_string())
}
