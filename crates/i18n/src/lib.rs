//! The languages of the widget: numbers, the labels of the statutory form, and [`texts!`], which
//! declares messages in both languages. Each crate declares the messages that only it needs.

#![warn(missing_docs)]

mod cell_names;
mod compile;
mod errors;
mod labels;
mod number;
mod texts;

pub use cell_names::{CellText, cell_name, field_name, row_name};
#[doc(hidden)]
pub use compile::compile;
pub use errors::{ErrorText, read_error};
pub use labels::*;
pub use number::*;
pub use texts::{fill, nth};

/// A label in the middle of a sentence: in English without its capital, unless it is an abbreviation.
pub fn in_sentence(locale: Locale, label: &str) -> String {
    let mut letters = label.chars();
    let first = letters.next().filter(|_| locale == Locale::En);
    match (first, letters.next()) {
        (Some(first), Some(second)) if !second.is_ascii_uppercase() => {
            let mut text = String::new();
            text.push(first.to_ascii_lowercase());
            text.push_str(label.get(first.len_utf8()..).unwrap_or_default());
            text
        }
        _ => label.to_owned(),
    }
}

/// A language of the widget.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// Chinese.
    #[default]
    ZhCn,
    /// English.
    En,
}

impl Locale {
    /// Both languages.
    pub const ALL: [Locale; 2] = [Locale::ZhCn, Locale::En];

    /// Chooses a language by a BCP 47 tag: zh-CN for any Chinese, English for any other.
    pub fn from_tag(tag: &str) -> Locale {
        let is_chinese = tag
            .get(..2)
            .is_some_and(|primary| primary.eq_ignore_ascii_case("zh"));
        if is_chinese { Locale::ZhCn } else { Locale::En }
    }

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Locale::ZhCn => "zh-CN",
            Locale::En => "en",
        }
    }
}
