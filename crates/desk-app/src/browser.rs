//! What the application asks of the browser.

use gloo::utils::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Element, HtmlAnchorElement, HtmlElement, Url};

/// Hands a file to the browser to save. Returns false if the browser refuses it.
pub fn save(name: &str, media: &str, text: &str) -> bool {
    try_save(name, media, text).is_ok()
}

fn try_save(name: &str, media: &str, text: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&text.into());
    let options = BlobPropertyBag::new();
    options.set_type(media);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    if let Some(body) = document().body() {
        // Firefox only follows a link that is in the page.
        body.append_child(&link)?;
        link.click();
        body.remove_child(&link)?;
    }
    // The address is not revoked: Chromium 69 may not have begun to read it, and the page does not live long.
    Ok(())
}

/// Scrolls an element of the page into view within its own scrolling box.
pub fn reveal(element: &Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Focuses the element with an id.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // It fails only for an element that cannot have the focus.
        let _ = element.focus();
    }
}
