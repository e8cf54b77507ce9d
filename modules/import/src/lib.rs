//! What the script calls. Each answer is HTML and, of a report, its JSON and a name for its file.

use gongkai_i18n::Locale;
use gongkai_import::{ImportError, MAX_FILE_SIZE, open_binary};
use gongkai_preview::{Outcome, of_document, of_error, of_text, panel};
use gongkai_view::markup;
use wasm_bindgen::prelude::*;

/// The place for a file, as HTML.
#[wasm_bindgen(js_name = panel)]
pub fn place(lang: &str) -> String {
    markup::html(&panel(Locale::from_tag(lang)))
}

/// Of text; `name` is empty where it was pasted.
#[wasm_bindgen]
pub fn read_text(name: &str, text: &str, lang: &str) -> Vec<String> {
    answer(of_text(name, text, Locale::from_tag(lang)))
}

/// Of a packed file, or one in no known encoding.
#[wasm_bindgen]
pub fn read_bytes(name: &str, bytes: &[u8], lang: &str) -> Vec<String> {
    let document = open_binary(name, bytes).unwrap_or(Err(ImportError::Encoding));
    answer(of_document(name, document, Locale::from_tag(lang)))
}

/// Of a file that is not read: larger than allowed, or one that the browser does not give out.
#[wasm_bindgen]
pub fn refused(why: &str, name: &str, size: f64, lang: &str) -> Vec<String> {
    let error = match why {
        "too-large" => ImportError::TooLarge {
            size: size as u64,
            limit: MAX_FILE_SIZE,
        },
        _ => ImportError::Damaged {
            part: name.to_owned(),
        },
    };
    answer(of_error(name, &error, Locale::from_tag(lang)))
}

fn answer(outcome: Outcome) -> Vec<String> {
    let mut answer = vec![markup::html(&outcome.said)];
    if let Some((json, name)) = outcome.file {
        answer.extend([json, name]);
    }
    answer
}
