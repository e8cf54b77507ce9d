//! What the checks say, in sentences.

use super::Checked;
use crate::checks;
use crate::i18n::{self, Locale, Text};
use crate::model::Report;

/// Runs every check that one report can be held to.
pub fn checked(report: &Report, locale: Locale) -> Checked {
    let findings = checks::check(report);
    let disagreements: Vec<String> = findings
        .iter()
        .filter(|finding| finding.is_failure())
        .map(|finding| {
            let name = i18n::rule_name(locale, finding.rule);
            let formulas = i18n::formulas(locale, finding, i18n::Detail::Brief);
            Text::ChecksItem.with(locale, &[name, &formulas])
        })
        .collect();
    let (failed, all) = (disagreements.len().to_string(), findings.len().to_string());
    Checked {
        line: match disagreements.as_slice() {
            [] => Text::ChecksNone.with(locale, &[&all]),
            _ => Text::ChecksSome.with(locale, &[&failed, &all]),
        },
        disagreements,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longde_disagrees_with_itself_twice_and_says_where() {
        let text = include_str!("../../samples/longde-2020.json");
        let report = Report::read(text).expect("a valid report");
        let found = checked(&report, Locale::ZhCn);
        assert_eq!(found.disagreements.len(), 2);
        assert!(
            found.disagreements.iter().any(|one| one.contains("4,236")),
            "{found:?}"
        );
        assert!(found.line.contains("2 项"), "{}", found.line);
    }
}
