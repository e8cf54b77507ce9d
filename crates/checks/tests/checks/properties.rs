//! Properties of any report: consistent ones with a cell changed, blanked or struck out, and
//! arbitrary ones.

use super::*;
use gongkai_testing::arbitrary::{agreeing, any_report};
use proptest::prelude::*;

/// The findings that involve a cell of section one, three or four, according to the form.
fn containing(path: &str, cover_all: bool) -> BTreeSet<(String, String)> {
    let mut rules = BTreeSet::new();
    let mut add = |rule: Rule, subject: &str| {
        rules.insert((format!("{rule:?}"), subject.to_owned()));
    };
    if let Some((row, column)) = path
        .strip_suffix(']')
        .and_then(|path| path.rsplit_once('['))
        .filter(|(row, _)| row.starts_with("applications."))
    {
        let of_total = row == "applications.outcomes.total";
        let outcome = row.starts_with("applications.outcomes.");
        if of_total || !outcome {
            add(Rule::InflowIsOutflow, column);
        }
        if outcome {
            add(Rule::OutcomesAddUp, column);
        }
        add(Rule::ApplicantsAddUp, row);
        if column == "6" && (of_total || row == "applications.received") {
            add(Rule::StatedApplications, "");
        }
    } else if let Some((block, _)) = path
        .rsplit_once('.')
        .filter(|_| path.starts_with("reviews."))
    {
        add(Rule::ResultsAddUp, block);
    } else if path.starts_with("disclosure.applications.") {
        add(Rule::StatedApplications, "");
    } else if cover_all {
        add(Rule::CategoriesAddUp, "");
    } else if path != "disclosure.total.count" {
        add(Rule::CategoriesWithinTotal, "");
    }
    rules
}

/// The paths of all integers of sections one, three and four.
fn changeable(report: &Report) -> Vec<String> {
    let mut paths: Vec<String> = gongkai_testing::cells(report)
        .into_iter()
        .filter(|path| !path.starts_with("proactive."))
        .collect();
    let disclosure = report.disclosure.as_ref().expect("section one");
    for index in 0..disclosure.categories.len() {
        paths.push(format!("disclosure.categories[{index}].count"));
    }
    paths.push("disclosure.total.count".to_owned());
    paths.push("disclosure.applications.received.count".to_owned());
    paths.push("disclosure.applications.completed.count".to_owned());
    paths
}

fn number_at(report: &Report, path: &str) -> i64 {
    let json = gongkai_testing::json(report);
    gongkai_testing::at(&json, path)
        .as_i64()
        .expect("a whole number")
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn where_everything_agrees_every_rule_holds(report in agreeing()) {
        let findings = check(&report);
        for finding in &findings {
            prop_assert_eq!(finding.verdict, Verdict::Holds, "{:?}", finding);
        }
        let count = |rule| of_rule(&findings, rule).len();
        let old = report.edition == Edition::Form2019;
        let rows = if old { 23 } else { 25 };
        prop_assert_eq!(count(Rule::InflowIsOutflow), 7);
        prop_assert_eq!(count(Rule::OutcomesAddUp), 7);
        prop_assert_eq!(count(Rule::ApplicantsAddUp), rows);
        prop_assert_eq!(count(Rule::ResultsAddUp), 3);
        prop_assert_eq!(count(Rule::NotNegative), if old { 8 } else { 5 });
        prop_assert_eq!(count(Rule::ItemsRemain), if old { 5 } else { 0 });
        prop_assert_eq!(count(Rule::DisclosedWithinTotal), if old { 2 } else { 0 });
        prop_assert_eq!(count(Rule::ProjectsWithAmount), usize::from(old));
        prop_assert_eq!(count(Rule::MadeWithinInForce), if old { 0 } else { 2 });
        prop_assert_eq!(count(Rule::CategoriesAddUp) + count(Rule::CategoriesWithinTotal), 1);
        prop_assert_eq!(count(Rule::StatedApplications), 1);
        prop_assert_eq!(count(Rule::PeriodInYear), 1);
    }

    #[test]
    fn of_a_changed_cell_exactly_the_rules_that_contain_it_fail(
        report in agreeing(),
        which in any::<prop::sample::Index>(),
        more in 1..1000_i64,
    ) {
        let paths = changeable(&report);
        let path = which.get(&paths);
        // A hedged count keeps a nonzero last digit, so that its range stays narrow.
        let added = if path.contains("categories") { 1_000_000_000_001 } else { more };
        let changed = gongkai_testing::with(&report, path, number_at(&report, path) + added);
        let cover = report.disclosure.as_ref().and_then(|section| section.categories_cover);
        let expected = containing(path, cover == Some(Cover::All));
        let findings = check(&changed);
        let failing: BTreeSet<_> = findings.iter().filter(|f| f.is_failure()).map(key).collect();
        prop_assert_eq!(&failing, &expected, "{}", path);
        for finding in &findings {
            let contains = expected.contains(&key(finding));
            prop_assert_eq!(finding.verdict == Verdict::Holds, !contains, "{:?}", finding);
            if !path.contains("categories") {
                for formula in &finding.formulas {
                    let difference = formula.difference.map(|difference| difference.least);
                    prop_assert!(difference.is_none_or(|least| least > 0), "{:?}", finding);
                }
            }
        }
    }

    #[test]
    fn of_a_blanked_cell_no_rule_fails(
        report in agreeing(),
        which in any::<prop::sample::Index>(),
    ) {
        let paths = gongkai_testing::cells(&report);
        let path = which.get(&paths);
        let blanked = gongkai_testing::with(&report, path, Json::Null);
        let before = gongkai_testing::json(&report);
        let was_zero = gongkai_testing::at(&before, path) == &json!(0);
        for finding in check(&blanked) {
            let uses = finding.cells.iter().any(|cell| cell.path() == *path);
            let expected = match (uses, was_zero) {
                (false, _) => Verdict::Holds,
                (true, true) => Verdict::HoldsIfBlanksAreZero,
                (true, false) => Verdict::CannotTell,
            };
            prop_assert_ne!(finding.verdict, Verdict::Fails, "{}: {:?}", path, finding);
            // A sum with a blank is not failed; an inequality may still hold, and section one may
            // agree in another way.
            if finding.rule.number() <= 4 {
                prop_assert_eq!(finding.verdict, expected, "{}: {:?}", path, finding);
            }
        }
    }

    #[test]
    fn of_a_cell_that_is_not_applicable_nothing_can_be_told(
        report in agreeing(),
        which in any::<prop::sample::Index>(),
    ) {
        let paths = gongkai_testing::cells(&report);
        let path = which.get(&paths);
        for finding in check(&gongkai_testing::with(&report, path, "/")) {
            let uses = finding.cells.iter().any(|cell| cell.path() == *path);
            let expected = if uses { Verdict::CannotTell } else { Verdict::Holds };
            prop_assert_eq!(finding.verdict, expected, "{}: {:?}", path, finding);
        }
    }

    #[test]
    fn no_report_is_too_strange_to_check_and_to_put_into_words(
        earlier in any_report(),
        later in any_report(),
    ) {
        let mut next = later.clone();
        next.agency = earlier.agency.clone();
        next.year = earlier.year + 1;
        let mut findings = check(&earlier);
        findings.extend(check_between(&earlier, &next));
        for finding in &findings {
            let worst = finding.formulas.iter().map(|formula| formula.verdict).max();
            prop_assert_eq!(Some(finding.verdict), worst);
            prop_assert!(!finding.cells.is_empty());
            for (index, cell) in finding.cells.iter().enumerate() {
                prop_assert!(!finding.cells[..index].contains(cell), "{:?} twice", cell);
                prop_assert!([earlier.year, next.year].contains(&cell.year));
            }
            let cannot_tell = finding.verdict == Verdict::CannotTell;
            for locale in Locale::ALL {
                let edition = earlier.edition;
                let mut words = vec![
                    gongkai_checks::rule_name(locale, finding.rule).to_owned(),
                    gongkai_checks::rule_origin(locale, finding.rule).to_owned(),
                    gongkai_checks::verdict(locale, finding),
                    gongkai_checks::formulas(locale, finding, Detail::Full),
                    gongkai_checks::formulas(locale, finding, Detail::Brief),
                ];
                let reason = gongkai_checks::reason(locale, edition, finding);
                prop_assert_eq!(reason.is_some(), cannot_tell);
                words.extend(reason);
                words.extend(gongkai_checks::subject(locale, edition, finding));
                let names = finding.cells.iter().take(20);
                words.extend(names.map(|cell| gongkai_checks::cell_name_of_year(locale, edition, *cell)));
                for text in words {
                    prop_assert!(!text.is_empty() && !text.contains(['{', '}']), "{}", text);
                }
            }
        }
    }
}
