//! The WebAssembly modules `import` and `readers`, exports only: read a file of the reader's own. See
//! [`gongkai_preview`]. With the feature `all` this is `readers`, which reads every kind of file.

use gongkai_i18n::Locale;
use gongkai_import::{ImportError, MAX_FILE_SIZE, open_binary};
use gongkai_preview::{preview_document, preview_error, preview_text};
use gongkai_view::markup;
use wasm_bindgen::prelude::*;

// 2 KB (brotli) smaller than the default allocator, dlmalloc.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The outcome of reading a file.
#[wasm_bindgen(getter_with_clone)]
pub struct Outcome {
    /// The message for the reader, as HTML.
    #[wasm_bindgen(readonly)]
    pub html: String,
    /// The report's JSON, if the file is a report.
    #[wasm_bindgen(readonly)]
    pub json: Option<String>,
    /// A name for a file with that JSON.
    #[wasm_bindgen(js_name = fileName, readonly)]
    pub file_name: Option<String>,
}

/// The panel for choosing a file, as HTML; `desk` is the address of the desk, if there is one.
#[wasm_bindgen]
pub fn panel(lang: &str, desk: Option<String>) -> String {
    let panel = gongkai_preview::panel(Locale::from_tag(lang), desk.as_deref());
    markup::html(&panel)
}

/// Reads text. `name` is empty if it was pasted.
#[wasm_bindgen]
pub fn read_text(name: &str, text: &str, lang: &str) -> Outcome {
    preview_text(name, text, Locale::from_tag(lang)).into()
}

/// Reads a binary file, or one in an unknown encoding.
#[wasm_bindgen]
pub fn read_bytes(name: &str, bytes: &[u8], lang: &str) -> Outcome {
    let document = open_binary(name, bytes).unwrap_or(Err(ImportError::Encoding));
    preview_document(name, document, Locale::from_tag(lang)).into()
}

/// Whether a file needs the module `readers`, which has `read_file`.
#[cfg(not(feature = "all"))]
#[wasm_bindgen]
pub fn needs_readers(name: &str, bytes: &[u8]) -> bool {
    gongkai_import::needs_all_readers(name, bytes)
}

/// Reads a file of any kind.
#[cfg(feature = "all")]
#[wasm_bindgen]
pub fn read_file(name: &str, bytes: &[u8], lang: &str) -> Outcome {
    let document = gongkai_import::open(name, bytes);
    preview_document(name, document, Locale::from_tag(lang)).into()
}

/// The outcome for a file that is too large to be read; `size` is in bytes.
#[wasm_bindgen]
pub fn too_large(name: &str, size: f64, lang: &str) -> Outcome {
    let error = ImportError::TooLarge {
        size: size as u64,
        limit: MAX_FILE_SIZE,
    };
    preview_error(name, &error, Locale::from_tag(lang)).into()
}

/// The outcome for a file that the browser cannot read.
#[wasm_bindgen]
pub fn unreadable(name: &str, lang: &str) -> Outcome {
    let part = name.to_owned();
    let error = ImportError::Damaged { part };
    preview_error(name, &error, Locale::from_tag(lang)).into()
}

impl From<gongkai_preview::Outcome> for Outcome {
    fn from(outcome: gongkai_preview::Outcome) -> Self {
        let (json, file_name) = match outcome.file {
            Some(file) => (Some(file.json), Some(file.name)),
            None => (None, None),
        };
        Outcome {
            html: markup::html(&outcome.message),
            json,
            file_name,
        }
    }
}
