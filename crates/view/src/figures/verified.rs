//! What the checks say of a report, one entry a finding, in the reader's language.

use super::{Choices, Display, Listed, View};
use crate::text::ChecksViewText;
use gongkai_checks::{CellInYear, Finding, Tally, Verdict};
use gongkai_i18n::Locale;
use gongkai_model::{CellRef, Edition, ProactiveKey, Report};

/// Every finding that is listed, the weightiest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Verified {
    /// How many relations were looked at, and how many do not agree.
    pub title: String,
    /// The other verdicts in numbers.
    pub summary: String,
    pub groups: Vec<Group>,
}

/// Findings with one verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Stable, for style sheets: `fails`, `noted`, `unknown`, `blanks` or `holds`.
    pub id: &'static str,
    pub heading: String,
    pub entries: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The rule in one sentence.
    pub rule: String,
    /// The row, column or block that it is held against, where there are several.
    pub subject: Option<String>,
    /// The arithmetic with the report's numbers.
    pub formula: String,
    pub verdict: String,
    /// Why nothing can be told.
    pub reason: Option<String>,
    /// Who states the rule.
    pub origin: &'static str,
    pub ways: Vec<Way>,
}

/// A way to the cells that a finding is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    pub label: String,
    pub view: View,
    pub display: Display,
    /// Paths of cells, with spaces between.
    pub cells: String,
}

const GROUPS: [(&str, ChecksViewText); 5] = [
    ("fails", ChecksViewText::GroupFails),
    ("noted", ChecksViewText::GroupNoted),
    ("unknown", ChecksViewText::GroupUnknown),
    ("blanks", ChecksViewText::GroupBlanks),
    ("holds", ChecksViewText::GroupHolds),
];

fn group_of(finding: &Finding) -> &'static str {
    match finding.verdict {
        Verdict::Fails if finding.rule.is_hint() => "noted",
        Verdict::Fails => "fails",
        Verdict::CannotTell => "unknown",
        Verdict::HoldsIfBlanksAreZero => "blanks",
        Verdict::Holds => "holds",
    }
}

pub fn verified(report: &Report, choices: &Choices, locale: Locale) -> Verified {
    let findings = gongkai_checks::check(report);
    let mut groups = by_verdict(&findings, report.edition, locale);
    groups.retain(|group| choices.listed == Listed::All || group.id != "holds");
    let tally = Tally::of(&findings);
    let number = |n: usize| n.to_string();
    let holding = tally.all.saturating_sub(
        tally.failures + tally.noted + tally.cannot_tell + tally.if_blanks_are_zero,
    );
    Verified {
        title: line(&tally, locale),
        summary: ChecksViewText::Summary.with(
            locale,
            &[
                &number(holding),
                &number(tally.if_blanks_are_zero),
                &number(tally.cannot_tell),
                &number(tally.noted),
            ],
        ),
        groups,
    }
}

/// Findings by their verdict, the weightiest first.
pub fn by_verdict(findings: &[Finding], edition: Edition, locale: Locale) -> Vec<Group> {
    let groups = GROUPS.iter().filter_map(|(id, heading)| {
        let entries: Vec<Entry> = findings
            .iter()
            .filter(|finding| group_of(finding) == *id)
            .map(|finding| entry(edition, finding, locale))
            .collect();
        let count = entries.len().to_string();
        (!entries.is_empty()).then(|| Group {
            id,
            heading: heading.with(locale, &[&count]),
            entries,
        })
    });
    groups.collect()
}

/// What must hold between the report and one of the same agency a year before or after it, by verdict.
/// The ways lead to the report's own cells. Empty where neither follows on the other.
pub fn verified_beside(report: &Report, other: &Report, locale: Locale) -> Vec<Group> {
    let (earlier, later) = match report.year < other.year {
        true => (report, other),
        false => (other, report),
    };
    let findings = gongkai_checks::check_between(earlier, later);
    let mut groups = by_verdict(&findings, later.edition, locale);
    for (id, group) in groups.iter_mut().map(|group| (group.id, group)) {
        let own = findings.iter().filter(|finding| group_of(finding) == id);
        for (entry, finding) in group.entries.iter_mut().zip(own) {
            let cells = finding.cells.iter().filter(|cell| cell.year == report.year);
            let cells: Vec<CellInYear> = cells.copied().collect();
            entry.ways = ways(&cells, locale);
        }
    }
    groups
}

/// One calm line on the whole, for the overview.
pub fn verified_line(report: &Report, locale: Locale) -> String {
    line(&Tally::of(&gongkai_checks::check(report)), locale)
}

/// The findings that do not agree, in a sentence each.
pub fn disagreements(report: &Report, locale: Locale) -> Vec<String> {
    let findings = gongkai_checks::check(report);
    let failures = findings.iter().filter(|finding| finding.is_failure());
    failures
        .map(|finding| {
            let name = gongkai_checks::rule_name(locale, finding.rule);
            let formulas = gongkai_checks::formulas(locale, finding, gongkai_checks::Detail::Brief);
            ChecksViewText::Item.with(locale, &[name, &formulas])
        })
        .collect()
}

fn line(tally: &Tally, locale: Locale) -> String {
    let (failed, all) = (tally.failures.to_string(), tally.all.to_string());
    match (tally.all, tally.failures) {
        (0, _) => ChecksViewText::LineNothing.text(locale).to_owned(),
        (_, 0) => ChecksViewText::LineNone.with(locale, &[&all]),
        _ => ChecksViewText::LineSome.with(locale, &[&failed, &all]),
    }
}

fn entry(edition: Edition, finding: &Finding, locale: Locale) -> Entry {
    Entry {
        rule: gongkai_checks::rule_name(locale, finding.rule).to_owned(),
        subject: gongkai_checks::subject(locale, edition, finding),
        formula: gongkai_checks::formulas(locale, finding, gongkai_checks::Detail::Full),
        verdict: gongkai_checks::verdict(locale, finding),
        reason: gongkai_checks::reason(locale, edition, finding),
        origin: gongkai_checks::rule_origin(locale, finding.rule),
        ways: ways(&finding.cells, locale),
    }
}

/// One way for each view that shows some of the cells.
fn ways(cells: &[CellInYear], locale: Locale) -> Vec<Way> {
    let mut ways: Vec<Way> = Vec::new();
    for cell in cells {
        let Some(view) = shown_in(cell.cell) else {
            continue;
        };
        let path = cell.path();
        match ways.iter_mut().find(|way| way.view == view) {
            Some(way) => {
                way.cells.push(' ');
                way.cells.push_str(&path);
            }
            None => ways.push(Way {
                label: ChecksViewText::Way.with(locale, &[view.name(locale)]),
                view,
                display: Display::Table,
                cells: path,
            }),
        }
    }
    ways
}

/// The view that shows a cell; `None` for the report's head, which is always to be seen.
pub fn shown_in(place: CellRef) -> Option<View> {
    Some(match place {
        CellRef::Year | CellRef::PeriodFrom | CellRef::PeriodTo => return None,
        CellRef::Total | CellRef::Category(_) => View::Disclosure,
        CellRef::StatedReceived | CellRef::StatedCompleted | CellRef::Paragraph(..) => {
            View::Original
        }
        CellRef::Proactive(row, _) => match row {
            ProactiveKey::Rules | ProactiveKey::NormativeDocuments => View::Documents,
            ProactiveKey::Fees => View::Fees,
            ProactiveKey::Procurement => View::Procurement,
            _ => View::Services,
        },
        CellRef::Application(..) => View::Applications,
        CellRef::Review(..) => View::Reviews,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn longde() -> Report {
        Report::read(include_str!("../../../../samples/longde-2020.json")).expect("a valid report")
    }

    #[test]
    fn longde_disagrees_with_itself_twice_and_the_view_leads_there() {
        let found = verified(&longde(), &Choices::default(), Locale::ZhCn);
        let first = found.groups.first().expect("a group");
        assert_eq!((first.id, first.entries.len()), ("fails", 2));
        let ways: Vec<View> = first
            .entries
            .iter()
            .flat_map(|entry| entry.ways.iter().map(|way| way.view))
            .collect();
        assert_eq!(ways, [View::Disclosure, View::Original, View::Applications]);
        assert!(
            first
                .entries
                .iter()
                .any(|entry| entry.formula.contains("4,236"))
        );
        assert!(found.title.contains("2 项"), "{}", found.title);
        assert!(found.groups.iter().all(|group| group.id != "holds"));
    }

    #[test]
    fn every_finding_is_in_exactly_one_group() {
        let choices = Choices {
            listed: Listed::All,
            ..Choices::default()
        };
        let found = verified(&longde(), &choices, Locale::En);
        let listed: usize = found.groups.iter().map(|group| group.entries.len()).sum();
        assert_eq!(listed, gongkai_checks::check(&longde()).len());
    }

    #[test]
    fn a_report_without_numbers_has_nothing_to_check() {
        let text =
            r#"{"format":"gongkai-report/1","agency":{"name":"甲"},"year":2020,"edition":"2019"}"#;
        let bare = Report::read(text).expect("a valid report");
        let found = verified(&bare, &Choices::default(), Locale::En);
        assert_eq!(found.groups, []);
        assert_eq!(found.title, ChecksViewText::LineNothing.text(Locale::En));
    }
}
