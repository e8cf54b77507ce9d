//! What the page around the application gives it: the script of the page knows whether the desk is one file or several.

use wasm_bindgen::prelude::*;
use web_sys::Worker;

#[wasm_bindgen]
extern "C" {
    /// The page around the application.
    #[derive(Clone, Debug, PartialEq)]
    pub type Host;

    /// Starts a worker with this module in it. It answers [`Request`](crate::reader) by request.
    #[wasm_bindgen(method, catch)]
    pub fn worker(this: &Host) -> Result<Worker, JsValue>;

    /// A ZIP of the widget's files, as a `Uint8Array`.
    #[wasm_bindgen(method, catch)]
    pub async fn widget(this: &Host) -> Result<JsValue, JsValue>;
}
