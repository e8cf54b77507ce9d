//! Languages: numbers as each writes them, the names of the statutory form's cells, and [`texts!`],
//! which declares a list of messages in both. Each crate keeps the messages that it alone needs.

mod cell_names;
mod errors;
mod labels;
mod number;
mod texts;

pub use cell_names::{CellText, cell_name, field_name, row_name};
pub use errors::{ErrorText, read_error};
pub use labels::*;
pub use number::*;
pub use texts::fill;

/// A language that the widget speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    #[default]
    ZhCn,
    En,
}

impl Locale {
    pub const ALL: [Locale; 2] = [Locale::ZhCn, Locale::En];

    /// From a BCP 47 tag: anything Chinese is read as zh-CN, all else as English.
    pub fn from_tag(tag: &str) -> Locale {
        let zh = tag
            .get(..2)
            .is_some_and(|primary| primary.eq_ignore_ascii_case("zh"));
        if zh { Locale::ZhCn } else { Locale::En }
    }

    pub fn tag(self) -> &'static str {
        match self {
            Locale::ZhCn => "zh-CN",
            Locale::En => "en",
        }
    }
}
