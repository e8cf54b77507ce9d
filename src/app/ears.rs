//! One listener for a whole widget. Yew's own are never freed, even when its root is destroyed.

use super::events::{KINDS, Meaning, meaning};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event};
use yew::Callback;

/// Hears what the reader does inside an element for as long as it lives.
pub struct Ears {
    root: Element,
    heard: Closure<dyn FnMut(Event)>,
}

impl Ears {
    pub fn new(root: &Element, on: Callback<Meaning>) -> Ears {
        let heard = Closure::<dyn FnMut(Event)>::new(move |event| {
            if let Some(meaning) = meaning(&event) {
                on.emit(meaning);
            }
        });
        let function = heard.as_ref().unchecked_ref();
        for kind in KINDS {
            // Fails only for an element of a document that is gone.
            let _ = root.add_event_listener_with_callback(kind, function);
        }
        Ears {
            root: root.clone(),
            heard,
        }
    }
}

impl Drop for Ears {
    fn drop(&mut self) {
        let function = self.heard.as_ref().unchecked_ref();
        for kind in KINDS {
            let _ = self
                .root
                .remove_event_listener_with_callback(kind, function);
        }
    }
}
