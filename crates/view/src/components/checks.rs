//! The checks: one calm line for the overview, and the view of them all.

use super::controls::options;
use super::panel::{Panel, PartKind};
use super::tabs::tab_id;
use crate::figures::{
    CheckEntry, CheckGroup, View, checks_between, checks_line, checks_view, disagreements,
};
use crate::markup::{Element, Name, Tag};
use crate::request::Request;
use crate::text::{ChecksViewText, checks_view_text};
use gongkai_i18n::{Locale, in_sentence};
use gongkai_model::Report;

/// What the checks say in one line, which opens to the disagreements and a way to the view of all.
pub fn findings(report: &Report, locale: Locale) -> Element {
    let failed = disagreements(report, locale);
    let mut aside = Element::new(Tag::Details);
    aside
        .set(Name::Class, "findings")
        .set(Name::Part, "findings")
        .flag(Name::DataAgree, failed.is_empty());
    aside.open(Tag::Summary).text(checks_line(report, locale));
    if !failed.is_empty() {
        let list = aside.open(Tag::Ul);
        for sentence in failed {
            list.open(Tag::Li).text(sentence);
        }
    }
    aside
        .open(Tag::Button)
        .set(Name::Type, "button")
        .set(Name::Class, "way")
        .set(Name::DataLeadsTo, View::Checks.id())
        .text(ChecksViewText::More.text(locale));
    aside
}

pub fn checks_panel(report: &Report, request: &Request) -> Panel {
    let locale = request.locale;
    let found = checks_view(report, &request.choices, locale);
    let mut panel = Panel::new(
        tab_id(View::Checks),
        View::Checks.question(locale),
        found.title,
    );
    panel.add(PartKind::Fixed, |into| {
        options(&[request.choices.listed_control(locale)], locale, into);
        into.open(Tag::P)
            .set(Name::Class, "summary")
            .text(found.summary);
        verdicts(&found.groups, locale, into);
        into.open(Tag::P)
            .set(Name::Class, "caveats")
            .text(ChecksViewText::Note.text(locale));
    });
    panel
}

/// The checks between the report and those of the years before and after it.
pub fn across_years(report: &Report, others: &[Report], locale: Locale, panel: &mut Element) {
    for other in others {
        let groups = checks_between(report, other, locale);
        across_year(&groups, other.year, locale, panel);
    }
}

/// The checks between the report and that of another year, with their heading.
pub fn across_year(groups: &[CheckGroup], year: u16, locale: Locale, into: &mut Element) {
    if groups.is_empty() {
        return;
    }
    let year = year.to_string();
    into.open(Tag::H4)
        .set(Name::Class, "across")
        .text(checks_view_text::Beside { year: &year }.text(locale));
    verdicts(groups, locale, into);
}

/// Findings by their verdict.
pub fn verdicts(groups: &[CheckGroup], locale: Locale, panel: &mut Element) {
    for group in groups {
        let section = panel.open(Tag::Section);
        section.key = Some(group.id.to_owned());
        section
            .set(Name::Class, "verdicts")
            .set(Name::DataVerdict, group.id);
        section.open(Tag::H4).text(group.heading.clone());
        let list = section.open(Tag::Ul);
        for one in &group.entries {
            entry(one, locale, list.open(Tag::Li));
        }
    }
}

fn entry(entry: &CheckEntry, locale: Locale, item: &mut Element) {
    item.set(Name::Class, "check");
    let rule = match (&entry.sentence, &entry.subject) {
        (Some(sentence), _) => sentence.clone(),
        (None, Some(subject)) => checks_view_text::Subject {
            subject,
            rule: &in_sentence(locale, &entry.rule),
        }
        .text(locale),
        (None, None) => entry.rule.clone(),
    };
    item.open(Tag::P).set(Name::Class, "rule").text(rule);
    if entry.sentence.is_some() {
        item.open(Tag::P)
            .set(Name::Class, "basis")
            .text(entry.rule.clone());
    }
    // What is no sum the sentence says better.
    if entry.sentence.is_none() || entry.formula.contains(['+', '−', '÷']) {
        item.open(Tag::P)
            .set(Name::Class, "formula")
            .text(entry.formula.clone());
    }
    let verdict = match &entry.reason {
        Some(reason) => checks_view_text::Reason {
            verdict: &entry.verdict,
            reason,
        }
        .text(locale),
        None => entry.verdict.clone(),
    };
    let line = item.open(Tag::P);
    line.set(Name::Class, "verdict");
    line.open(Tag::Strong).text(verdict);
    line.text(" ")
        .open(Tag::Span)
        .set(Name::Class, "origin")
        .text(entry.origin);
    for remark in &entry.remarks {
        item.open(Tag::P)
            .set(Name::Class, "remark")
            .text(remark.clone());
    }
    for way in &entry.links {
        item.open(Tag::Button)
            .set(Name::Type, "button")
            .set(Name::Class, "way")
            .set(Name::DataLeadsTo, way.view.id())
            .set(Name::DataAs, way.display.id())
            .set(Name::DataCell, way.cells.clone())
            .text(way.label.clone());
    }
}
