//! A reference to a report.

use crate::text::{export_text, view_text};
use gongkai_i18n::Locale;
use gongkai_model::Report;

/// Writes a reference to a report as GB/T 7714 has it in Chinese, and in a common form in English.
///
/// `today` is the day on which it was read, such as `2026-11-30`. The address is that of the original report, or
/// `page` if it is not known.
pub fn reference(report: &Report, today: &str, page: &str, locale: Locale) -> String {
    let source = report.source.as_ref();
    let (agency, year) = (report.agency.name.as_str(), &report.year.to_string());
    let title = source.and_then(|source| source.title.clone());
    let title = title.unwrap_or_else(|| view_text::Heading { agency, year }.text(locale));
    let url = source.and_then(|source| source.url.as_deref());
    let url = url.unwrap_or(page);
    let published = source.and_then(|source| source.published);
    match published {
        Some(published) => export_text::Reference {
            agency,
            title: &title,
            published: &published.to_string(),
            today,
            url,
        }
        .text(locale),
        None => export_text::ReferenceUndated {
            agency,
            title: &title,
            today,
            url,
        }
        .text(locale),
    }
}
