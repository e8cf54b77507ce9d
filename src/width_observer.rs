//! The width of the widget, observed for as long as it is shown.
//!
//! It is the width that layout gives it: a page that zooms, scales or rotates the widget changes the rectangle
//! that it covers on the screen, but not the room that its words have.

use js_sys::Array;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};
use yew::Callback;

/// Calls back with the width after each change of an element's size, until it is dropped.
///
/// In the next frame: what is drawn at once changes the element's height, which browsers report to the page as
/// an error ("ResizeObserver loop").
pub struct WidthObserver {
    observer: ResizeObserver,
    /// The request for the next frame; 0 if there has been none.
    frame: Rc<Cell<i32>>,
    _on_resize: Closure<dyn FnMut(Array)>,
    _in_frame: Rc<Closure<dyn FnMut()>>,
}

impl WidthObserver {
    pub fn new(element: &Element, on_resize: Callback<f64>) -> Option<WidthObserver> {
        let width = Rc::new(Cell::new(0.0));
        let frame = Rc::new(Cell::new(0));
        let measured = width.clone();
        let in_frame = Rc::new(Closure::<dyn FnMut()>::new(move || {
            on_resize.emit(measured.get());
        }));
        let (request, call) = (frame.clone(), in_frame.clone());
        let closure = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let entry: ResizeObserverEntry = entries.get(0).unchecked_into();
            width.set(entry.content_rect().width());
            cancel(&request);
            let call = (*call).as_ref().unchecked_ref();
            let requested =
                web_sys::window().and_then(|window| window.request_animation_frame(call).ok());
            request.set(requested.unwrap_or_default());
        });
        let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(WidthObserver {
            observer,
            frame,
            _on_resize: closure,
            _in_frame: in_frame,
        })
    }
}

impl Drop for WidthObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
        // Its closure is gone then.
        cancel(&self.frame);
    }
}

fn cancel(frame: &Cell<i32>) {
    if let Some(window) = web_sys::window() {
        let _ = window.cancel_animation_frame(frame.get());
    }
}
