//! The WebAssembly module `desk`, exports only: draws the desk. See [`gongkai_desk_app`].

use gongkai_desk_app::App;
use gongkai_i18n::Locale;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::Renderer;

/// Draws the desk in an element, in a language.
#[wasm_bindgen]
pub fn start(root: Element, lang: &str) {
    let props = gongkai_desk_app::Props {
        locale: Locale::from_tag(lang),
    };
    Renderer::<App>::with_root_and_props(root, props).render();
}
