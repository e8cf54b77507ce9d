//! The checks as a module of their own: fetched when the first figure stands, so that they add
//! nothing to the way there.

use crate::figures::checked;
use crate::i18n::Locale;
use crate::model::Report;
use wasm_bindgen::prelude::*;

/// Says in the language `lang` how far the report in `text` agrees with itself: one line, then a
/// sentence for each disagreement. Empty where `text` is no report; the widget has said so.
#[wasm_bindgen]
pub fn check(text: &str, lang: &str) -> Vec<String> {
    let Ok(report) = Report::read(text) else {
        return Vec::new();
    };
    let found = checked(&report, Locale::from_tag(lang));
    let mut said = vec![found.line];
    said.extend(found.disagreements);
    said
}
