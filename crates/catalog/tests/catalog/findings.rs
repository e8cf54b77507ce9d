//! The checks between years have the same findings for a catalogue as for its reports.

use super::*;
use gongkai_checks::{Finding, Rule, check_between};
use gongkai_testing::arbitrary;
use proptest::prelude::*;

fn of_reports(reports: &[Report]) -> Vec<Finding> {
    let pairs = reports.windows(2);
    pairs
        .flat_map(|pair| check_between(&pair[0], &pair[1]))
        .collect()
}

fn of_catalog(reports: &[Report]) -> Vec<Finding> {
    let catalog = built(reports).catalog;
    let read = Catalog::read(&catalog.write()).expect("a catalogue");
    (0..read.agencies().len())
        .flat_map(|agency| between_years(&read, agency))
        .collect()
}

#[test]
fn the_samples_contradictions_are_found_and_the_county_has_none() {
    let contradictions = gongkai_testing::samples("fictional", "contradictions");
    let found = of_catalog(&contradictions);
    assert_eq!(found, of_reports(&contradictions));
    let rules: Vec<Rule> = found
        .iter()
        .filter(|one| one.is_failure())
        .map(|one| one.rule)
        .collect();
    for rule in [
        Rule::CarriedOver,
        Rule::ItemsContinue,
        Rule::InForceContinues,
    ] {
        assert!(rules.contains(&rule), "{rule:?}");
    }
    let county = county();
    assert_eq!(of_catalog(&county), of_reports(&county));
    assert!(!of_catalog(&county).iter().any(Finding::is_failure));
}

#[test]
fn a_missing_year_is_not_bridged() {
    let mut county = county();
    let all = of_catalog(&county).len();
    county.remove(3);
    let found = of_catalog(&county);
    assert!(found.len() < all);
    assert_eq!(found, of_reports(&county));
}

/// Tells whether each section has any content.
fn is_filled(report: &Report) -> bool {
    let json = gongkai_testing::json(report);
    let has_cells = |section: &str| {
        let here = json.get(section);
        here.is_none()
            || gongkai_testing::cells(report)
                .iter()
                .any(|cell| cell.starts_with(section))
    };
    has_cells("applications") && has_cells("proactive")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_reports_have_the_same_findings_in_the_catalogue(
        reports in prop::collection::vec(arbitrary::any_report(), 2..4),
    ) {
        let reports: Vec<Report> = reports
            .into_iter()
            .zip(2019_u16..)
            .map(|(mut report, year)| {
                report.agency = Agency { name: "虚构县".to_owned(), division_code: None };
                report.year = year;
                report
            })
            .collect();
        let fits = |report: &Report| {
            Extract::of("a".to_owned(), hash("a"), report, &Measure::all()).is_ok()
        };
        prop_assume!(reports.iter().all(is_filled) && reports.iter().all(fits));
        prop_assert_eq!(of_catalog(&reports), of_reports(&reports));
    }
}
