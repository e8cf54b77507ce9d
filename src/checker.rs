//! What can be said of a report's text as a module of its own: fetched when the first figure
//! stands, or when there can be none, so that it adds nothing to the way there.

use crate::figures::checked;
use crate::i18n::{Locale, read_error};
use crate::model::Report;
use wasm_bindgen::prelude::*;

/// Says in the language `lang` how far the report in `text` agrees with itself: one line, then a
/// sentence for each disagreement. Of a text that is no report, the one sentence that says what is
/// wrong with `file` and what to do.
#[wasm_bindgen]
pub fn check(text: &str, file: &str, lang: &str) -> Vec<String> {
    let locale = Locale::from_tag(lang);
    match Report::read(text) {
        Ok(report) => {
            let found = checked(&report, locale);
            let mut said = vec![found.line];
            said.extend(found.disagreements);
            said
        }
        Err(error) => vec![read_error(locale, file, &error)],
    }
}
