//! The findings of the checks: for a real report, consistent reports and inconsistent ones.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

mod blanks;
mod fictional;
mod longde;
mod properties;
mod prose;
mod rules;
mod section_one;
mod section_two;
mod sentences;
mod size;
mod years;

use gongkai_checks::Detail;
use gongkai_checks::*;
use gongkai_i18n::Locale;
use gongkai_model::*;
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

fn failing(report: &Report) -> Vec<Rule> {
    let findings = check(report).into_iter();
    let failing = findings.filter(Finding::is_failure);
    failing.map(|finding| finding.rule).collect()
}

fn of_rule(findings: &[Finding], rule: Rule) -> Vec<&Finding> {
    findings
        .iter()
        .filter(|finding| finding.rule == rule)
        .collect()
}

#[track_caller]
fn only(findings: &[Finding], rule: Rule) -> &Finding {
    match of_rule(findings, rule).as_slice() {
        [finding] => finding,
        other => panic!("{} findings of {rule:?}", other.len()),
    }
}

/// A report of the 2019 edition with only the required fields and the given ones.
fn bare(more: Json) -> Report {
    let mut json = json!({
        "format": FORMAT,
        "agency": { "name": "某县人民政府" },
        "year": 2020,
        "edition": "2019",
    });
    for (name, value) in more.as_object().expect("an object") {
        json[name] = value.clone();
    }
    gongkai_testing::report(&json)
}

fn paragraph(text: &str) -> Json {
    json!([{ "title": "总体情况", "paragraphs": [text] }])
}

/// A rule with the row, column or block that it was checked for.
fn key(finding: &Finding) -> (String, String) {
    let subject = match finding.cells.first().map(|cell| cell.cell) {
        Some(CellRef::Application(row, column)) => match finding.rule {
            Rule::ApplicantsAddUp => row.path(),
            _ => column.field(),
        },
        Some(CellRef::Review(block, _)) => block.path(),
        Some(CellRef::Proactive(row, _)) => row.path(),
        _ => "",
    };
    (format!("{:?}", finding.rule), subject.to_owned())
}
