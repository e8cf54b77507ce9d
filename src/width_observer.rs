//! The width of the widget, observed for as long as it is shown.
//!
//! It is the width that layout gives it: a page that zooms, scales or rotates the widget changes the rectangle
//! that it covers on the screen, but not the room that its words have.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};
use yew::Callback;

/// Calls back with the width at each change of an element's size, until it is dropped.
pub struct WidthObserver {
    observer: ResizeObserver,
    _closure: Closure<dyn FnMut(Array)>,
}

impl WidthObserver {
    pub fn new(element: &Element, on_resize: Callback<f64>) -> Option<WidthObserver> {
        let closure = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let entry: ResizeObserverEntry = entries.get(0).unchecked_into();
            on_resize.emit(entry.content_rect().width());
        });
        let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(WidthObserver {
            observer,
            _closure: closure,
        })
    }
}

impl Drop for WidthObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
