//! The findings of the checks in the reader's language, one entry per finding.

use super::{Choices, Display, Listed, View, overlap, remark};
use crate::text::{ChecksViewText, Text, checks_view_text};
use gongkai_checks::{CellInYear, Finding, Tally, Verdict};
use gongkai_i18n::Locale;
use gongkai_model::{CellRef, Edition, ProactiveKey, Remark, Report};

/// All listed findings, the most serious first.
#[derive(Clone, Debug, PartialEq)]
pub struct ChecksView {
    /// The number of relations checked, and of those that do not hold.
    pub title: String,
    /// The number of findings with each of the other verdicts.
    pub summary: String,
    pub groups: Vec<CheckGroup>,
}

/// Findings with one verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckGroup {
    /// A stable id for style sheets: `fails`, `noted`, `unknown`, `blanks` or `holds`.
    pub id: &'static str,
    pub heading: String,
    pub entries: Vec<CheckEntry>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct CheckEntry {
    /// The rule in one sentence.
    pub rule: String,
    /// Who, what and how many, if the finding does not hold.
    pub sentence: Option<String>,
    /// The row, column or block that was checked, if the rule applies to several.
    pub subject: Option<String>,
    /// The arithmetic with the report's numbers.
    pub formula: String,
    pub verdict: String,
    /// Why the rule could not be decided.
    pub reason: Option<String>,
    /// Whether the form prints the rule or it follows from the cells' meaning.
    pub origin: &'static str,
    /// What the agency says about it, marked as the agency's own words.
    pub remarks: Vec<String>,
    pub links: Vec<CellsLink>,
}

/// A link to the cells that a finding is about.
#[derive(Clone, Debug, PartialEq)]
pub struct CellsLink {
    pub label: String,
    pub view: View,
    pub display: Display,
    /// The paths of the cells, separated by spaces.
    pub cells: String,
}

/// The ids of the groups, the most serious first.
const GROUPS: [&str; 5] = ["fails", "noted", "unknown", "blanks", "holds"];

fn heading(group: &str, count: &str, locale: Locale) -> String {
    match group {
        "fails" => checks_view_text::GroupFails { count }.text(locale),
        "noted" => checks_view_text::GroupNoted { count }.text(locale),
        "unknown" => checks_view_text::GroupUnknown { count }.text(locale),
        "blanks" => checks_view_text::GroupBlanks { count }.text(locale),
        _ => checks_view_text::GroupHolds { count }.text(locale),
    }
}

fn group_of(finding: &Finding) -> &'static str {
    match finding.verdict {
        Verdict::Fails if finding.rule.is_hint() => "noted",
        Verdict::Fails => "fails",
        Verdict::CannotTell => "unknown",
        Verdict::HoldsIfBlanksAreZero => "blanks",
        Verdict::Holds => "holds",
    }
}

/// Runs all checks on the report.
pub fn checks_view(report: &Report, choices: &Choices, locale: Locale) -> ChecksView {
    let findings = gongkai_checks::check(report);
    let mut groups = with_remarks(&findings, report.edition, &[report], locale);
    groups.retain(|group| choices.listed == Listed::All || group.id != "holds");
    let tally = Tally::of(&findings);
    ChecksView {
        title: line(&tally, locale),
        summary: summary(&tally, locale),
        groups,
    }
}

/// The verdicts of all checks but those that failed; verdicts without a finding are left out.
fn summary(tally: &Tally, locale: Locale) -> String {
    let others = tally.noted + tally.cannot_tell + tally.if_blanks_are_zero;
    let holding = tally.all.saturating_sub(tally.failures + others);
    if others == 0 {
        return match holding {
            0 => String::new(),
            _ if tally.failures == 0 => String::new(),
            _ => checks_view_text::AllHold {
                count: &holding.to_string(),
            }
            .text(locale),
        };
    }
    let counts = [
        (ChecksViewText::SomeHold, holding),
        (ChecksViewText::SomeBlanks, tally.if_blanks_are_zero),
        (ChecksViewText::SomeUnknown, tally.cannot_tell),
        (ChecksViewText::SomeNoted, tally.noted),
    ];
    let list: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(text, count)| text.with(locale, &[&count.to_string()]))
        .collect();
    let list = &list.join(Text::Comma.text(locale));
    checks_view_text::Summary { list }.text(locale)
}

/// Groups findings by verdict, the most serious first.
pub fn by_verdict(findings: &[Finding], edition: Edition, locale: Locale) -> Vec<CheckGroup> {
    with_remarks(findings, edition, &[], locale)
}

/// As [`by_verdict`], with what the reports' remarks say about the findings.
fn with_remarks(
    findings: &[Finding],
    edition: Edition,
    reports: &[&Report],
    locale: Locale,
) -> Vec<CheckGroup> {
    let groups = GROUPS.iter().filter_map(|id| {
        let entries: Vec<CheckEntry> = findings
            .iter()
            .filter(|finding| group_of(finding) == *id)
            .map(|finding| entry(edition, finding, reports, locale))
            .collect();
        let count = entries.len().to_string();
        (!entries.is_empty()).then(|| CheckGroup {
            id,
            heading: heading(id, &count, locale),
            entries,
        })
    });
    groups.collect()
}

/// Checks a report against the same agency's report of the year before or after, by verdict.
///
/// The links lead to `report`, not to `other`. Empty if the two are not consecutive years.
pub fn checks_between(report: &Report, other: &Report, locale: Locale) -> Vec<CheckGroup> {
    let (earlier, later) = if report.year < other.year {
        (report, other)
    } else {
        (other, report)
    };
    let findings = gongkai_checks::check_between(earlier, later);
    across(&findings, report, later.edition, &[earlier, later], locale)
}

/// Groups findings between a report and another of the same agency, of which only the findings are known;
/// `edition` is that of the later one.
pub fn checks_across(
    findings: &[Finding],
    report: &Report,
    edition: Edition,
    locale: Locale,
) -> Vec<CheckGroup> {
    across(findings, report, edition, &[report], locale)
}

/// The links lead only to cells of `report`.
fn across(
    findings: &[Finding],
    report: &Report,
    edition: Edition,
    reports: &[&Report],
    locale: Locale,
) -> Vec<CheckGroup> {
    let mut groups = with_remarks(findings, edition, reports, locale);
    for (id, group) in groups.iter_mut().map(|group| (group.id, group)) {
        let own = findings.iter().filter(|finding| group_of(finding) == id);
        for (entry, finding) in group.entries.iter_mut().zip(own) {
            let cells = finding.cells.iter().filter(|cell| cell.year == report.year);
            let cells: Vec<CellInYear> = cells.copied().collect();
            entry.links = links(&cells, locale);
        }
    }
    groups
}

/// Summarises the checks in one line for the overview.
pub fn checks_line(report: &Report, locale: Locale) -> String {
    line(&Tally::of(&gongkai_checks::check(report)), locale)
}

/// Describes each failed check in one sentence, the first few of them.
pub fn disagreements(report: &Report, locale: Locale) -> Vec<String> {
    let findings = gongkai_checks::check(report);
    let failures = findings.iter().filter(|finding| finding.is_failure());
    let mut sentences: Vec<String> = failures
        .filter_map(|finding| gongkai_checks::sentence(locale, report.edition, finding))
        .collect();
    let more = sentences.len().saturating_sub(MAX_SENTENCES);
    if more > 0 {
        sentences.truncate(MAX_SENTENCES);
        let count = &more.to_string();
        sentences.push(checks_view_text::AndMore { count }.text(locale));
    }
    sentences
}

/// The overview lists no more disagreements than these.
const MAX_SENTENCES: usize = 5;

/// Says how many checks there are and how many of them failed, then what became of the others.
pub fn tally_sentences(tally: &Tally, locale: Locale) -> String {
    let space = match locale {
        Locale::ZhCn => "",
        Locale::En => " ",
    };
    let sentences = [line(tally, locale), summary(tally, locale)];
    sentences.join(space).trim_end().to_owned()
}

fn line(tally: &Tally, locale: Locale) -> String {
    let (failed, all) = (tally.failures.to_string(), tally.all.to_string());
    match (tally.all, tally.failures) {
        (0, _) => ChecksViewText::LineNothing.text(locale).to_owned(),
        (_, 0) => checks_view_text::LineNone { checks: &all }.text(locale),
        _ => checks_view_text::LineSome {
            failed: &failed,
            checks: &all,
        }
        .text(locale),
    }
}

fn entry(edition: Edition, finding: &Finding, reports: &[&Report], locale: Locale) -> CheckEntry {
    let sentence = gongkai_checks::sentence(locale, edition, finding);
    CheckEntry {
        // The sentence has the difference.
        verdict: if sentence.is_some() {
            gongkai_checks::verdict_word(locale, finding).to_owned()
        } else {
            gongkai_checks::verdict(locale, finding)
        },
        rule: gongkai_checks::rule_name(locale, finding.rule).to_owned(),
        sentence,
        subject: gongkai_checks::subject(locale, edition, finding),
        formula: gongkai_checks::formulas(locale, finding, gongkai_checks::Detail::Full),
        reason: gongkai_checks::reason(locale, edition, finding),
        origin: gongkai_checks::rule_origin(locale, finding.rule),
        remarks: remarks_on(finding, reports, locale),
        links: links(&finding.cells, locale),
    }
}

/// The remarks that explain the finding. One that holds needs no explanation.
fn remarks_on(finding: &Finding, reports: &[&Report], locale: Locale) -> Vec<String> {
    let mut found = Vec::new();
    if finding.verdict == Verdict::Holds {
        return found;
    }
    for report in reports {
        let cells = finding.cells.iter().filter(|at| at.year == report.year);
        let cells: Vec<String> = cells.map(|at| at.cell.path()).collect();
        let remarks = report.remarks.iter();
        let remarks = remarks.filter(|remark| explains(remark, finding, &cells));
        found.extend(remarks.map(|one| remark(one, locale)));
    }
    found
}

/// Whether a remark is about the finding: all that it names takes part, so that a remark on a total and
/// its channels does not also stand by the kinds of one channel. Without a rule it may also name
/// more than the finding's cells, but must name all of these.
fn explains(remark: &Remark, finding: &Finding, cells: &[String]) -> bool {
    let mut paths = remark.at.0.iter();
    let takes_part = |path: &String| cells.iter().any(|cell| overlap(path, cell));
    match remark.rule {
        Some(rule) => rule == finding.rule.number() && paths.all(takes_part),
        None => {
            let is_named = |cell: &String| remark.at.0.iter().any(|path| overlap(path, cell));
            !cells.is_empty() && (paths.all(takes_part) || cells.iter().all(is_named))
        }
    }
}

/// Links to each view that shows some of the cells. Every link names all of them, since a view may
/// also show what another contradicts.
fn links(cells: &[CellInYear], locale: Locale) -> Vec<CellsLink> {
    let mut links: Vec<CellsLink> = Vec::new();
    let mut all: Vec<String> = Vec::new();
    for cell in cells {
        let Some(view) = view_of_cell(cell.cell) else {
            continue;
        };
        all.push(cell.path());
        if links.iter().all(|link| link.view != view) {
            links.push(CellsLink {
                label: checks_view_text::Way {
                    view: view.name(locale),
                }
                .text(locale),
                view,
                display: Display::Table,
                cells: String::new(),
            });
        }
    }
    for link in &mut links {
        link.cells = all.join(" ");
    }
    links
}

/// The view that shows a cell; `None` for cells of the report's header, which every view shows.
pub fn view_of_cell(cell: CellRef) -> Option<View> {
    Some(match cell {
        CellRef::Year | CellRef::PeriodFrom | CellRef::PeriodTo => return None,
        CellRef::Total
        | CellRef::Category(_)
        | CellRef::Channel(_)
        | CellRef::ChannelCategory(..) => View::Disclosure,
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
        let found = checks_view(&longde(), &Choices::default(), Locale::ZhCn);
        let first = found.groups.first().expect("a group");
        assert_eq!((first.id, first.entries.len()), ("fails", 2));
        let links: Vec<View> = first
            .entries
            .iter()
            .flat_map(|entry| entry.links.iter().map(|link| link.view))
            .collect();
        assert_eq!(
            links,
            [View::Disclosure, View::Original, View::Applications]
        );
        assert!(
            first
                .entries
                .iter()
                .any(|entry| entry.formula.contains("4,236"))
        );
        assert!(found.title.contains("2 处对不上"), "{}", found.title);
        assert!(found.groups.iter().all(|group| group.id != "holds"));
    }

    #[test]
    fn every_finding_is_in_exactly_one_group() {
        let choices = Choices {
            listed: Listed::All,
            ..Choices::default()
        };
        let found = checks_view(&longde(), &choices, Locale::En);
        let listed: usize = found.groups.iter().map(|group| group.entries.len()).sum();
        assert_eq!(listed, gongkai_checks::check(&longde()).len());
    }

    #[test]
    fn a_report_without_numbers_has_nothing_to_check() {
        let text =
            r#"{"format":"gongkai-report/1","agency":{"name":"甲"},"year":2020,"edition":"2019"}"#;
        let bare = Report::read(text).expect("a valid report");
        let found = checks_view(&bare, &Choices::default(), Locale::En);
        assert_eq!(found.groups, []);
        assert_eq!(found.title, ChecksViewText::LineNothing.text(Locale::En));
    }
}
