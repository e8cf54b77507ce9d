//! `gongkai check`: whether the numbers of reports agree.

use super::args::Check;
use super::convert::{looks_like_json, read_bytes};
use super::{Outcome, terminal};
use crate::messages::{CliText, cli_text};
use gongkai_checks::{
    Detail, cell_name_of_year, formulas, reason, rule_name, sentence, subject, verdict,
    verdict_word,
};
use gongkai_checks::{Finding, Tally, Verdict, check, check_between};
use gongkai_i18n::{Locale, cell_name, read_error};
use gongkai_import::ImportError;
use gongkai_import::import_error;
use gongkai_model::{Edition, Report};
use gongkai_view::figures::tally_sentences;
use std::path::Path;

/// The findings of one file, or between the files of two years.
struct CheckedFiles {
    files: Vec<String>,
    edition: Edition,
    heading: String,
    findings: Vec<Finding>,
}

pub fn run(args: &Check, locale: Locale) -> Outcome {
    let mut outcome = Outcome::Complete;
    let mut reports: Vec<(String, Report)> = Vec::new();
    for file in &args.files {
        match read_report(file, locale) {
            Ok(report) => reports.push((file.display().to_string(), report)),
            Err(message) => {
                terminal::message(&message);
                outcome = Outcome::Failed;
            }
        }
    }
    let checked = check_all(&reports, locale);
    let text = if args.as_json {
        as_json(&checked, locale)
    } else {
        as_text(&checked, args.is_verbose, locale)
    };
    terminal::print(&text, locale);
    let fails = |one: &CheckedFiles| one.findings.iter().any(Finding::is_failure);
    if checked.iter().any(fails) {
        outcome = Outcome::Failed;
    }
    outcome
}

/// Checks each report, and each pair of one agency's consecutive years.
fn check_all(reports: &[(String, Report)], locale: Locale) -> Vec<CheckedFiles> {
    let alone = reports.iter().map(|(file, report)| CheckedFiles {
        files: vec![file.clone()],
        edition: report.edition,
        heading: cli_text::CheckFile {
            file,
            agency: &report.agency.name,
            year: &report.year.to_string(),
        }
        .text(locale),
        findings: check(report),
    });
    let mut checked: Vec<CheckedFiles> = alone.collect();
    for (first, earlier) in reports {
        for (second, later) in reports {
            let findings = check_between(earlier, later);
            if !findings.is_empty() {
                checked.push(CheckedFiles {
                    files: vec![first.clone(), second.clone()],
                    edition: later.edition,
                    heading: cli_text::CheckBetween { first, second }.text(locale),
                    findings,
                });
            }
        }
    }
    for one in &mut checked {
        one.findings.sort_by_key(rank);
    }
    checked
}

/// Reads the report in a JSON file.
///
/// # Errors
/// A sentence for people, with the file, the field and the value.
pub fn read_report(file: &Path, locale: Locale) -> Result<Report, String> {
    let name = file.display().to_string();
    parse_report(&name, &read_bytes(file, locale)?, locale)
}

/// Parses the report in a JSON file's bytes.
///
/// # Errors
/// Like [`read_report`].
pub fn parse_report(name: &str, json: &[u8], locale: Locale) -> Result<Report, String> {
    if !looks_like_json(json) {
        return Err(cli_text::NotConverted { file: name }.text(locale));
    }
    // Decoding another encoding with replacement characters would spoil names.
    let text = std::str::from_utf8(json)
        .map_err(|_| import_error(locale, name, &ImportError::Encoding))?;
    Report::read(text).map_err(|error| read_error(locale, name, &error))
}

/// The order of findings: failures first.
fn rank(finding: &Finding) -> u8 {
    match finding.verdict {
        Verdict::Fails if finding.is_failure() => FAILS,
        Verdict::Fails => NOTED,
        Verdict::CannotTell => CANNOT_TELL,
        Verdict::HoldsIfBlanksAreZero => HOLDS_IF_BLANKS_ARE_0,
        Verdict::Holds => HOLDS,
    }
}

const FAILS: u8 = 0;
const NOTED: u8 = 1;
const CANNOT_TELL: u8 = 2;
const HOLDS_IF_BLANKS_ARE_0: u8 = 3;
const HOLDS: u8 = 4;

/// Writes the findings that fail and hints, or all if `is_verbose`, and their numbers.
fn as_text(checked: &[CheckedFiles], is_verbose: bool, locale: Locale) -> String {
    let mut text = String::new();
    for one in checked {
        text.push_str(&one.heading);
        text.push('\n');
        let is_listed = |finding: &&Finding| is_verbose || rank(finding) <= NOTED;
        let listed: Vec<&Finding> = one.findings.iter().filter(is_listed).collect();
        for finding in &listed {
            push_finding(one, finding, locale, &mut text);
        }
        text.push_str(&tally_sentences(&Tally::of(&one.findings), locale));
        text.push('\n');
        let rest = one.findings.len().saturating_sub(listed.len());
        if rest > 0 {
            text.push_str(
                &cli_text::CheckMore {
                    checks: &rest.to_string(),
                }
                .text(locale),
            );
            text.push('\n');
        }
    }
    text
}

fn push_finding(files: &CheckedFiles, finding: &Finding, locale: Locale, text: &mut String) {
    let name = rule_name(locale, finding.rule);
    let number = finding.rule.number();
    let formula = formulas(locale, finding, Detail::Full);
    if let Some(sentence) = sentence(locale, files.edition, finding) {
        // The sentence of the page, and below it the rule.
        let verdict = verdict_word(locale, finding);
        text.push_str(&format!(
            "  {verdict}  {sentence}\n      {number}. {name}\n"
        ));
        // The sentence says better what is not a sum.
        if formula.contains(['+', '−', '÷']) {
            text.push_str(&format!("      {formula}\n"));
        }
    } else {
        let subject = subject(locale, files.edition, finding);
        let subject = subject.map(|name| format!(" [{name}]")).unwrap_or_default();
        let verdict = verdict(locale, finding);
        text.push_str(&format!("  {verdict}  {number}. {name}{subject}\n"));
        if finding.verdict == Verdict::Holds {
            return;
        }
        text.push_str(&format!("      {formula}\n"));
    }
    if let Some(reason) = reason(locale, files.edition, finding) {
        text.push_str(&format!("      {reason}\n"));
    }
    if finding.verdict != Verdict::HoldsIfBlanksAreZero {
        text.push_str(&format!("      {}\n", cells(files, finding, locale)));
    }
}

/// The most cells that are named; the others of a long sum are next to them in the table.
const MOST_CELLS: usize = 8;

/// Names the cells to look at, for people and as the JSON does.
fn cells(files: &CheckedFiles, finding: &Finding, locale: Locale) -> String {
    let is_between_years = files.files.len() > 1;
    let named = finding.cells.iter().map(|cell| {
        let name = if is_between_years {
            cell_name_of_year(locale, files.edition, *cell)
        } else {
            cell_name(locale, files.edition, cell.cell)
        };
        cli_text::CheckCell {
            cell: &name,
            field: &cell.path(),
        }
        .text(locale)
    });
    // The last cell is usually the total.
    let mut named: Vec<String> = named.collect();
    if named.len() > MOST_CELLS
        && let Some(last) = named.pop()
    {
        named.truncate(MOST_CELLS.saturating_sub(1));
        named.extend(["…".to_owned(), last]);
    }
    let list = named.join(CliText::CheckCellSeparator.text(locale));
    cli_text::CheckCells { cells: &list }.text(locale)
}

fn as_json(checked: &[CheckedFiles], locale: Locale) -> String {
    let findings: Vec<serde_json::Value> = checked
        .iter()
        .flat_map(|one| {
            let finding = |finding| finding_json(one, finding, locale);
            one.findings.iter().map(finding)
        })
        .collect();
    serde_json::to_string_pretty(&findings).unwrap_or_default() + "\n"
}

fn finding_json(files: &CheckedFiles, finding: &Finding, locale: Locale) -> serde_json::Value {
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
    // Two years have the same paths.
    let cells: Vec<serde_json::Value> = finding
        .cells
        .iter()
        .map(|cell| serde_json::json!({ "year": cell.year, "path": cell.path() }))
        .collect();
    serde_json::json!({
        "files": files.files,
        "rule": finding.rule.number(),
        "name": rule_name(locale, finding.rule),
        "verdict": verdict,
        "verdict_text": verdict_word(locale, finding),
        "formula": formulas(locale, finding, Detail::Full),
        "cells": cells,
        "differences": differences,
    })
}
