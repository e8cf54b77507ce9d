//! Whether the reports of two years of one place fit together.

use super::opened;
use crate::comparison::Comparison;
use crate::messages::CompareText;
use gongkai_catalog::between_years;
use gongkai_checks::{Finding, Tally};
use gongkai_i18n::Locale;
use gongkai_model::Edition;
use gongkai_view::components::verdicts;
use gongkai_view::figures::by_verdict;
use gongkai_view::markup::{Element, Name, Tag};

fn findings(comparison: &Comparison) -> Vec<Finding> {
    let place = comparison.choice.places.first();
    place.map_or_else(Vec::new, |place| between_years(&comparison.catalog, *place))
}

pub(super) fn finding(comparison: &Comparison) -> String {
    let locale = comparison.locale;
    let Some(place) = comparison.choice.places.first().copied() else {
        return CompareText::NoneChosen.text(locale).to_owned();
    };
    let name = comparison.name_of(place);
    let findings = findings(comparison);
    let failing = pairs(&findings).into_iter().filter(|pair| pair.0 > 0);
    let failing: Vec<String> = failing.map(|pair| across(locale, pair.1)).collect();
    let failing = match failing.is_empty() {
        true => String::new(),
        false => CompareText::ChecksFailing.with(locale, &[&comparison.listed(&failing)]),
    };
    let tally = Tally::of(&findings);
    let [all, failed, open] =
        [tally.all, tally.failures, tally.cannot_tell].map(|count| count.to_string());
    match (tally.all, tally.cannot_tell) {
        (0, _) => CompareText::ChecksNone.with(locale, &[name]),
        (_, 0) => CompareText::ChecksTitle.with(locale, &[name, &all, &failed, &failing]),
        // A relation that lacks a number is neither kept nor broken.
        _ => CompareText::ChecksOpen.with(locale, &[name, &all, &failed, &open, &failing]),
    }
}

pub(super) fn panel(comparison: &Comparison) -> Element {
    let locale = comparison.locale;
    let mut panel = opened(comparison, CompareText::AskChecks);
    let findings = findings(comparison);
    for (_, (earlier, later)) in pairs(&findings) {
        let own: Vec<Finding> = findings
            .iter()
            .filter(|finding| years(finding) == Some((earlier, later)))
            .cloned()
            .collect();
        panel
            .open(Tag::H4)
            .set(Name::Class, "across")
            .text(across(locale, (earlier, later)));
        let mut groups = by_verdict(&own, edition(comparison, later), locale);
        for group in &mut groups {
            for entry in &mut group.entries {
                // The cells are in two reports, of which neither is open.
                entry.links.clear();
            }
        }
        verdicts(&groups, locale, &mut panel);
    }
    panel
        .open(Tag::P)
        .set(Name::Class, "caveats")
        .text(CompareText::ChecksNote.text(locale));
    panel
}

/// The two years that findings are between, each with how many do not agree: those with any first,
/// and the latest.
fn pairs(findings: &[Finding]) -> Vec<(usize, (u16, u16))> {
    let mut pairs: Vec<(u16, u16)> = findings.iter().filter_map(years).collect();
    pairs.sort_unstable();
    pairs.dedup();
    let failures = |pair: (u16, u16)| {
        let own = findings
            .iter()
            .filter(|finding| years(finding) == Some(pair));
        let own: Vec<Finding> = own.cloned().collect();
        Tally::of(&own).failures
    };
    let counted = pairs.into_iter().rev().map(|pair| (failures(pair), pair));
    let mut pairs: Vec<_> = counted.collect();
    pairs.sort_by_key(|(failures, _)| *failures == 0);
    pairs
}

fn across(locale: Locale, (earlier, later): (u16, u16)) -> String {
    CompareText::Across.with(locale, &[&earlier.to_string(), &later.to_string()])
}

fn years(finding: &Finding) -> Option<(u16, u16)> {
    let years = || finding.cells.iter().map(|cell| cell.year);
    Some((years().min()?, years().max()?))
}

fn edition(comparison: &Comparison, year: u16) -> Edition {
    let place = comparison.choice.places.first().copied();
    let report = place.and_then(|place| comparison.catalog.report(place, year));
    report
        .and_then(|report| comparison.catalog.edition(report))
        .unwrap_or(Edition::Form2021)
}
