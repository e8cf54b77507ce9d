//! The width of the widget, observed for as long as it is shown.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver};
use yew::Callback;

/// Calls back at each change of an element's size, until it is dropped.
pub struct WidthObserver {
    observer: ResizeObserver,
    _closure: Closure<dyn FnMut()>,
}

impl WidthObserver {
    pub fn new(element: &Element, on_resize: Callback<()>) -> Option<WidthObserver> {
        let closure = Closure::<dyn FnMut()>::new(move || on_resize.emit(()));
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
