//! The WebAssembly module `desk`, exports only: draws the desk in the page, and reads files in its worker. See
//! [`gongkai_desk_app`].

use gongkai_desk_app::{App, Host, Overrides, PagesRead};
use gongkai_i18n::Locale;
use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::Renderer;

/// Draws the desk in an element, in a language.
#[wasm_bindgen]
pub fn start(root: Element, lang: &str, host: Host) {
    let props = gongkai_desk_app::Props {
        locale: Locale::from_tag(lang),
        host,
    };
    Renderer::<App>::with_root_and_props(root, props).render();
}

/// Reads a file; `on_page` is called with the number of pages that have been read, and of all. The result is for
/// [`gongkai_desk::receive`](gongkai_desk_app).
#[wasm_bindgen]
pub fn read_file(
    name: &str,
    bytes: &[u8],
    agency: Option<String>,
    year: Option<u16>,
    on_page: &Function,
) -> String {
    let overrides = Overrides {
        agency,
        year,
        ..Overrides::default()
    };
    let mut tell = |PagesRead { done, of }| {
        // It posts a message, and the reading goes on whatever becomes of that.
        let _ = on_page.call2(&JsValue::NULL, &done.into(), &of.into());
    };
    gongkai_desk_app::read_file(name, bytes, &overrides, &mut tell)
}
