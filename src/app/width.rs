//! How wide the widget is, whenever that changes.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver};
use yew::Callback;

/// Watches an element's size for as long as it lives.
pub struct WidthObserver {
    observer: ResizeObserver,
    _resized: Closure<dyn FnMut()>,
}

impl WidthObserver {
    pub fn new(element: &Element, on_resize: Callback<()>) -> Option<WidthObserver> {
        let resized = Closure::<dyn FnMut()>::new(move || on_resize.emit(()));
        let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(WidthObserver {
            observer,
            _resized: resized,
        })
    }
}

impl Drop for WidthObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
