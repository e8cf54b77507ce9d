//! Decisions beside those of the report of the year before, where it is known.

use crate::figures::Notice;
use crate::text::{SectionsText, Text, sections_text};
use gongkai_i18n::{Locale, grouped};
use gongkai_model::{Edition, Report, Services};

/// Finds the decisions of one kind in a report.
type CountOf = fn(&Report) -> Option<i64>;

/// Compares the decisions with those of the same agency's report of the year before in the same
/// edition of the form; empty if that is not among `others`.
pub fn decisions_since(report: &Report, others: &[Report], locale: Locale) -> Vec<Notice> {
    let before = others.iter().find(|other| {
        other.year.checked_add(1) == Some(report.year)
            && other.edition == report.edition
            && other.agency.name == report.agency.name
    });
    let Some(before) = before else {
        return Vec::new();
    };
    let kinds: [(Text, CountOf); 3] = [
        (Text::Licences, |report| {
            decisions(&report.proactive.as_ref()?.licences)
        }),
        (Text::Penalties, |report| {
            decisions(&report.proactive.as_ref()?.penalties)
        }),
        (Text::CompulsoryMeasures, |report| {
            decisions(&report.proactive.as_ref()?.compulsory_measures)
        }),
    ];
    let changes: Vec<String> = kinds
        .into_iter()
        .filter_map(|(kind, of)| {
            let (then, now) = (of(before)?, of(report)?);
            let (kind, before, now_shown) = (kind.text(locale), &grouped(then), &grouped(now));
            let text = match now.cmp(&then) {
                std::cmp::Ordering::Greater => SectionsText::DecisionsRose,
                std::cmp::Ordering::Less => SectionsText::DecisionsFell,
                std::cmp::Ordering::Equal => {
                    let now = now_shown;
                    return Some(sections_text::DecisionsSame { kind, now }.text(locale));
                }
            };
            Some(text.with(locale, &[kind, before, now_shown]))
        })
        .collect();
    if changes.is_empty() {
        return Vec::new();
    }
    let changes = &changes.join(Text::Semicolon.text(locale));
    let year = &before.year.to_string();
    let mut texts = vec![sections_text::DecisionsSince { year, changes }.text(locale)];
    if report.edition == Edition::Form2019 {
        texts.push(SectionsText::ItemsAreKinds.text(locale).to_owned());
    }
    texts.into_iter().map(Notice::plain).collect()
}

fn decisions(services: &Option<Services>) -> Option<i64> {
    services.as_ref()?.decisions.count()
}
