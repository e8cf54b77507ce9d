//! Whether the numbers of reports agree.

use super::args::Check;
use super::convert::{bytes, is_json};
use super::{End, say};
use crate::messages::CliText;
use gongkai_checks::{
    Detail, cell_name_of_year, formulas, reason, rule_name, subject, verdict, verdict_word,
};
use gongkai_checks::{Finding, Verdict, check, check_between};
use gongkai_i18n::{Locale, cell_name, read_error};
use gongkai_import::ImportError;
use gongkai_import::import_error;
use gongkai_model::{Edition, Report};
use std::path::Path;

/// The findings of a file, or between two.
struct Held {
    files: Vec<String>,
    edition: Edition,
    heading: String,
    findings: Vec<Finding>,
}

pub fn run(args: &Check, locale: Locale) -> End {
    let mut end = End::Good;
    let mut reports: Vec<(String, Report)> = Vec::new();
    for file in &args.files {
        match read(file, locale) {
            Ok(report) => reports.push((file.display().to_string(), report)),
            Err(sentence) => {
                say::error(&sentence);
                end = End::Failed;
            }
        }
    }
    let mut held: Vec<Held> = reports
        .iter()
        .map(|(file, report)| Held {
            files: vec![file.clone()],
            edition: report.edition,
            heading: CliText::CheckFile.with(
                locale,
                &[file, &report.agency.name, &report.year.to_string()],
            ),
            findings: check(report),
        })
        .collect();
    for (first, earlier) in &reports {
        for (second, later) in &reports {
            let findings = check_between(earlier, later);
            if !findings.is_empty() {
                held.push(Held {
                    files: vec![first.clone(), second.clone()],
                    edition: later.edition,
                    heading: CliText::CheckBetween.with(locale, &[first, second]),
                    findings,
                });
            }
        }
    }
    for one in &mut held {
        one.findings.sort_by_key(rank);
    }
    match args.as_json {
        true => json(&held, locale),
        false => words(&held, locale),
    }
    let fails = |one: &Held| one.findings.iter().any(Finding::is_failure);
    if held.iter().any(fails) {
        end = End::Failed;
    }
    end
}

/// The report in a JSON file.
///
/// # Errors
/// A sentence for people, with the file, the field and the value.
pub fn read(file: &Path, locale: Locale) -> Result<Report, String> {
    let name = file.display().to_string();
    report(&name, &bytes(file, false, locale)?, locale)
}

/// The report in a JSON file's bytes.
///
/// # Errors
/// As of [`read`].
pub fn report(name: &str, json: &[u8], locale: Locale) -> Result<Report, String> {
    if !is_json(json) {
        return Err(CliText::NotConverted.with(locale, &[name]));
    }
    // What is in another encoding would be read with its names spoilt.
    let text = std::str::from_utf8(json)
        .map_err(|_| import_error(locale, name, &ImportError::Encoding))?;
    Report::read(text).map_err(|error| read_error(locale, name, &error))
}

/// What does not agree comes first.
fn rank(finding: &Finding) -> u8 {
    match finding.verdict {
        Verdict::Fails if finding.is_failure() => 0,
        Verdict::Fails => 1,
        Verdict::CannotTell => 2,
        Verdict::HoldsIfBlanksAreZero => 3,
        Verdict::Holds => 4,
    }
}

fn words(held: &[Held], locale: Locale) {
    let mut text = String::new();
    for one in held {
        text.push_str(&one.heading);
        text.push('\n');
        for finding in &one.findings {
            let what = subject(locale, one.edition, finding);
            let what = what.map(|what| format!(" [{what}]")).unwrap_or_default();
            let name = rule_name(locale, finding.rule);
            let number = finding.rule.number();
            let verdict = verdict(locale, finding);
            text.push_str(&format!("  {verdict}  {number}. {name}{what}\n"));
            if finding.verdict != Verdict::Holds {
                let formula = formulas(locale, finding, Detail::Full);
                text.push_str(&format!("      {formula}\n"));
                if let Some(reason) = reason(locale, one.edition, finding) {
                    text.push_str(&format!("      {reason}\n"));
                }
                if finding.verdict != Verdict::HoldsIfBlanksAreZero {
                    text.push_str(&format!("      {}\n", cells(one, finding, locale)));
                }
            }
        }
        let count = |rank_of: u8| {
            one.findings
                .iter()
                .filter(|finding| rank(finding) == rank_of)
                .count()
        };
        let counts = [
            one.findings.len(),
            count(0),
            count(2),
            count(3),
            count(4),
            count(1),
        ];
        let counts = counts.map(|count| count.to_string());
        text.push_str(&CliText::CheckSummary.with(locale, &counts.each_ref().map(String::as_str)));
        text.push('\n');
    }
    say::out(&text, locale);
}

/// The most cells that are named; a long sum's others are easily found beside them.
const MOST_CELLS: usize = 8;

/// The cells to look at, by name and as the JSON has them.
fn cells(held: &Held, finding: &Finding, locale: Locale) -> String {
    let of_years = held.files.len() > 1;
    let named = finding.cells.iter().map(|cell| {
        let name = match of_years {
            true => cell_name_of_year(locale, held.edition, *cell),
            false => cell_name(locale, held.edition, cell.cell),
        };
        CliText::CheckCell.with(locale, &[&name, &cell.path()])
    });
    // The last is mostly the total.
    let mut named: Vec<String> = named.collect();
    if named.len() > MOST_CELLS
        && let Some(last) = named.pop()
    {
        named.truncate(MOST_CELLS.saturating_sub(1));
        named.extend(["…".to_owned(), last]);
    }
    let list = named.join(CliText::CheckBetweenCells.text(locale));
    CliText::CheckCells.with(locale, &[&list])
}

fn json(held: &[Held], locale: Locale) {
    let findings: Vec<serde_json::Value> = held
        .iter()
        .flat_map(|one| {
            one.findings.iter().map(|finding| {
                let verdict = match finding.verdict {
                    Verdict::Holds => "holds",
                    Verdict::HoldsIfBlanksAreZero => "holds-if-blanks-are-0",
                    Verdict::CannotTell => "cannot-tell",
                    Verdict::Fails if finding.rule.is_hint() => "noted",
                    Verdict::Fails => "fails",
                };
                let differences: Vec<String> = finding
                    .formulas
                    .iter()
                    .filter_map(|formula| formula.difference)
                    .map(|difference| difference.printed.to_string())
                    .collect();
                // Between two years the same path stands in both reports.
                let cells = finding
                    .cells
                    .iter()
                    .map(|cell| serde_json::json!({ "year": cell.year, "path": cell.path() }));
                serde_json::json!({
                    "files": one.files,
                    "rule": finding.rule.number(),
                    "name": rule_name(locale, finding.rule),
                    "verdict": verdict,
                    "verdict_text": verdict_word(locale, finding),
                    "formula": formulas(locale, finding, Detail::Full),
                    "cells": cells.collect::<Vec<_>>(),
                    "differences": differences,
                })
            })
        })
        .collect();
    let text = serde_json::to_string_pretty(&findings).unwrap_or_default();
    say::out(&(text + "\n"), locale);
}
