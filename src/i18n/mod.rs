//! Every sentence that a person reads, in Chinese and English, and numbers in the reader's habit.

#[macro_use]
mod texts;

mod app;
mod applications;
mod catalog;
mod checks;
mod checks_view;
mod cli;
mod compare;
#[cfg(test)]
mod complete;
mod errors;
mod export;
mod import;
mod labels;
mod measures;
mod number;
mod open;
mod original;
mod page;
mod sections;
mod take;
mod widget;

pub use app::AppText;
pub use applications::*;
pub use catalog::{CatalogText, catalog_error, compare_reason};
pub use checks::*;
pub use checks_view::*;
pub use cli::CliText;
pub use compare::{CompareText, measure_unit, why_not};
pub use errors::read_error;
pub use export::*;
pub use import::{ImportText, import_error, import_note, import_part, import_place};
pub use labels::*;
pub use measures::{MeasureText, denominator_name, measure_name, per, usual_power};
pub use number::*;
pub use open::OpenText;
pub use original::*;
pub use page::PageText;
pub use sections::*;
pub use take::TakeText;
pub use widget::*;

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
