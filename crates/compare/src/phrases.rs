//! Phrases that several panels use.

use super::view_model::ViewModel;
use crate::messages::{compare_text, measure_unit};
use gongkai_catalog::Measure;
use gongkai_i18n::Locale;

/// Joins items that may contain commas or years themselves.
pub(crate) fn join_list(locale: Locale, items: &[String]) -> String {
    items.join(match locale {
        Locale::ZhCn => "、",
        Locale::En => "; ",
    })
}

/// Writes a number of agencies or reports with separators between thousands.
pub(crate) fn grouped_count(count: usize) -> String {
    gongkai_i18n::grouped(i64::try_from(count).unwrap_or(i64::MAX))
}

pub(crate) fn year_label(locale: Locale, year: u16) -> String {
    compare_text::YearLabel {
        year: &year.to_string(),
    }
    .text(locale)
}

/// Names the range of years that the reader chose.
pub(crate) fn year_range(model: &ViewModel) -> String {
    let choice = model.choice();
    if choice.first_year == choice.last_year {
        return year_label(model.locale(), choice.first_year);
    }
    let [first, last] = [choice.first_year, choice.last_year].map(|year| year.to_string());
    compare_text::YearRange {
        first: &first,
        last: &last,
    }
    .text(model.locale())
}

/// Adds the unit to a bare number in a Chinese sentence: `46 件`. English sentences do without it.
pub(crate) fn with_unit(locale: Locale, shown: String, measure: Measure) -> String {
    let is_bare = shown.ends_with(|c: char| c.is_ascii_digit());
    match locale {
        Locale::ZhCn if is_bare => [&shown, " ", measure_unit(locale, measure.unit())].concat(),
        _ => shown,
    }
}
