//! One delegated listener for a whole widget: Yew keeps its own for ever, even when its root is destroyed.

use crate::intent::{EVENTS, Intent, intent};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event};
use yew::Callback;

/// Listens to what the reader does inside an element, until it is dropped.
pub struct DelegatedListener {
    root: Element,
    closure: Closure<dyn FnMut(Event)>,
}

impl DelegatedListener {
    pub fn new(root: &Element, on_intent: Callback<Intent>) -> DelegatedListener {
        let closure = Closure::<dyn FnMut(Event)>::new(move |event| {
            if let Some(intent) = intent(&event) {
                on_intent.emit(intent);
            }
        });
        let function = closure.as_ref().unchecked_ref();
        for event in EVENTS {
            // Fails only for an element of a document that no longer exists.
            let _ = root.add_event_listener_with_callback(event, function);
        }
        DelegatedListener {
            root: root.clone(),
            closure,
        }
    }
}

impl Drop for DelegatedListener {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        for event in EVENTS {
            let _ = self
                .root
                .remove_event_listener_with_callback(event, function);
        }
    }
}
