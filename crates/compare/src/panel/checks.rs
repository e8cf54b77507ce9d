//! One agency: the checks between its years.

use super::agency_table::only_failing;
use super::open_panel;
use crate::messages::{CompareText, compare_text};
use crate::phrases::join_list;
use crate::view_model::ViewModel;
use gongkai_catalog::between_years;
use gongkai_checks::{Finding, Tally};
use gongkai_i18n::Locale;
use gongkai_model::Edition;
use gongkai_view::components::verdicts;
use gongkai_view::figures::by_verdict;
use gongkai_view::markup::{Element, Name, Tag};

/// The findings between two years.
struct YearPair {
    earlier: u16,
    later: u16,
    findings: Vec<Finding>,
    failures: usize,
}

impl YearPair {
    fn label(&self, locale: Locale) -> String {
        let (earlier, later) = (&self.earlier.to_string(), &self.later.to_string());
        compare_text::YearPair { earlier, later }.text(locale)
    }
}

/// The checks that the panel shows, each with its two years, its sentence, its formula and its verdict.
pub(super) fn listed(model: &ViewModel) -> Vec<[String; 4]> {
    let locale = model.locale();
    let mut listed = Vec::new();
    for mut pair in year_pairs(&findings(model)) {
        if model.choice().only_failing {
            pair.findings.retain(Finding::is_failure);
        }
        for group in by_verdict(&pair.findings, edition(model, pair.later), locale) {
            for entry in group.entries {
                let check = entry.sentence.unwrap_or(match entry.subject {
                    Some(subject) => [&subject, " ", &entry.rule].concat(),
                    None => entry.rule,
                });
                listed.push([pair.label(locale), check, entry.formula, entry.verdict]);
            }
        }
    }
    listed
}

fn findings(model: &ViewModel) -> Vec<Finding> {
    let agency = model.choice().agencies.first();
    agency.map_or_else(Vec::new, |agency| between_years(model.catalog(), *agency))
}

/// Groups the findings by their two years: pairs with failures first, then the latest.
fn year_pairs(findings: &[Finding]) -> Vec<YearPair> {
    let mut years: Vec<(u16, u16)> = findings.iter().filter_map(years_of).collect();
    years.sort_unstable();
    years.dedup();
    let pairs = years.into_iter().rev().map(|(earlier, later)| {
        let own = findings
            .iter()
            .filter(|finding| years_of(finding) == Some((earlier, later)));
        let findings: Vec<Finding> = own.cloned().collect();
        let failures = Tally::of(&findings).failures;
        YearPair {
            earlier,
            later,
            findings,
            failures,
        }
    });
    let mut pairs: Vec<YearPair> = pairs.collect();
    pairs.sort_by_key(|pair| pair.failures == 0);
    pairs
}

/// Returns the earliest and the latest year of a finding's cells.
fn years_of(finding: &Finding) -> Option<(u16, u16)> {
    let years = || finding.cells.iter().map(|cell| cell.year);
    Some((years().min()?, years().max()?))
}

pub(super) fn finding(model: &ViewModel) -> String {
    let locale = model.locale();
    let Some(agency) = model.choice().agencies.first().copied() else {
        return CompareText::NoneChosen.text(locale).to_owned();
    };
    let name = model.agency_name(agency);
    let findings = findings(model);
    let failing: Vec<String> = year_pairs(&findings)
        .iter()
        .filter(|pair| pair.failures > 0)
        .map(|pair| pair.label(locale))
        .collect();
    let failing = if failing.is_empty() {
        String::new()
    } else {
        compare_text::ChecksFailing {
            pairs: &join_list(locale, &failing),
        }
        .text(locale)
    };
    let tally = Tally::of(&findings);
    let [all, failures, undecided] =
        [tally.all, tally.failures, tally.cannot_tell].map(|count| count.to_string());
    match (tally.all, tally.failures, tally.cannot_tell) {
        (0, ..) => compare_text::ChecksNone { agency: name }.text(locale),
        (_, 0, 0) => compare_text::ChecksAgree {
            agency: name,
            checks: &all,
        }
        .text(locale),
        (_, 0, _) => compare_text::ChecksAgreeUndecided {
            agency: name,
            checks: &all,
            undecided: &undecided,
        }
        .text(locale),
        (.., 0) => compare_text::ChecksFinding {
            agency: name,
            checks: &all,
            failures: &failures,
            pairs: &failing,
        }
        .text(locale),
        // Without a number a relation neither holds nor fails.
        _ => compare_text::ChecksUndecided {
            agency: name,
            checks: &all,
            failures: &failures,
            undecided: &undecided,
            pairs: &failing,
        }
        .text(locale),
    }
}

pub(super) fn panel(model: &ViewModel) -> Element {
    let locale = model.locale();
    let mut panel = open_panel(model, CompareText::AskChecks);
    let mut pairs = year_pairs(&findings(model));
    // Where all agree there is nothing to choose, unless it was chosen for another agency.
    if model.choice().only_failing || pairs.iter().any(|pair| pair.failures > 0) {
        let line = panel.open(Tag::P);
        line.set(Name::Class, "selects");
        only_failing(model, line);
    }
    if model.choice().only_failing {
        pairs.retain(|pair| pair.failures > 0);
        if pairs.is_empty() {
            panel
                .open(Tag::P)
                .text(CompareText::NoneFailing.text(locale));
        }
        for pair in &mut pairs {
            pair.findings.retain(Finding::is_failure);
        }
    }
    for pair in pairs {
        panel
            .open(Tag::H4)
            .set(Name::Class, "across")
            .text(pair.label(locale));
        let mut groups = by_verdict(&pair.findings, edition(model, pair.later), locale);
        for group in &mut groups {
            for entry in &mut group.entries {
                // The cells are in two reports, neither of which is open.
                entry.links.clear();
            }
        }
        let (agreeing, open): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|group| group.id == "holds");
        verdicts(&open, locale, &mut panel);
        for group in agreeing {
            // Nobody reads through what agrees.
            let count = &group.entries.len().to_string();
            let details = panel.open(Tag::Details);
            details
                .open(Tag::Summary)
                .set(Name::Class, "folded")
                .text(compare_text::ShowAgreeing { count }.text(locale));
            verdicts(&[group], locale, details);
        }
    }
    panel
        .open(Tag::P)
        .set(Name::Class, "caveats")
        .text(CompareText::ChecksCaveat.text(locale));
    panel
}

fn edition(model: &ViewModel, year: u16) -> Edition {
    let agency = model.choice().agencies.first().copied();
    let report = agency.and_then(|agency| model.catalog().report(agency, year));
    report
        .and_then(|report| model.catalog().edition(report))
        .unwrap_or(Edition::Form2021)
}
