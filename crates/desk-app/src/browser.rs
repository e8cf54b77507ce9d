//! What the application asks of the browser.

use gloo::utils::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Element, HtmlAnchorElement, HtmlElement, Url};

/// Hands a file to the browser to save. Returns false if the browser refuses it.
pub fn save(name: &str, media: &str, text: &str) -> bool {
    try_save(name, media, text.into()).is_ok()
}

/// Like [`save`], for a file that is no text.
pub fn save_bytes(name: &str, media: &str, bytes: &[u8]) -> bool {
    try_save(name, media, js_sys::Uint8Array::from(bytes).into()).is_ok()
}

fn try_save(name: &str, media: &str, content: JsValue) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&content);
    let options = BlobPropertyBag::new();
    options.set_type(media);
    let blob = Blob::new_with_blob_sequence_and_options(&parts, &options)?;
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

/// The text that is marked in the page, if any is.
pub fn selected_text() -> Option<String> {
    let selection = gloo::utils::window().get_selection().ok().flatten()?;
    let text = String::from(selection.to_string());
    (!text.trim().is_empty()).then_some(text)
}

/// Where a draft is kept in this browser, after the person has asked for it.
const KEPT: &str = "gongkai-desk-draft";

/// The draft that is kept in this browser: the JSON of a report.
pub fn kept_draft() -> Option<String> {
    storage()?.get_item(KEPT).ok().flatten()
}

/// Keeps a draft in this browser, in the place of an earlier one. Returns false if the browser refuses it.
pub fn keep_draft(json: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(KEPT, json).is_ok())
}

/// Removes the draft that is kept in this browser.
pub fn forget_draft() {
    if let Some(storage) = storage() {
        // Removing an item cannot fail.
        let _ = storage.remove_item(KEPT);
    }
}

/// `None` where the browser keeps nothing, as in a private window.
fn storage() -> Option<web_sys::Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}
