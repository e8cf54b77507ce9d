//! The generator of fictional reports: labelled, repeatable, and consistent unless asked for faults.

#[path = "../../../cli/examples/fictional/chance.rs"]
mod chance;
// The program also writes a table of the agencies.
#[allow(dead_code)]
#[path = "../../../cli/examples/fictional/report.rs"]
mod report;

use chance::Chance;
use gongkai_checks::{Finding, check, check_between};
use gongkai_model::{Edition, Report};
use report::{AgencyModel, COUNTIES, MOST_AGENCIES, Year};
use std::collections::{BTreeMap, BTreeSet};

const AGENCIES: usize = 60;

fn years(seed: u64, index: usize, is_faulty: bool) -> Vec<Report> {
    let mut chance = Chance::new(seed, index as u64);
    let agency = AgencyModel::new(index, &mut chance);
    let mut before: Option<Year> = None;
    (2019..=2025)
        .map(|year| {
            let now = agency.year(year, before.as_ref(), is_faulty, &mut chance);
            let report = now.report.clone();
            before = Some(now);
            report
        })
        .collect()
}

fn fails(findings: &[Finding]) -> bool {
    findings.iter().any(Finding::is_failure)
}

#[test]
fn every_name_and_every_source_says_that_it_is_made_up() {
    for index in 0..AGENCIES {
        for report in years(1, index, false) {
            assert!(
                report.agency.name.starts_with("虚构省"),
                "{}",
                report.agency.name
            );
            let title = report.source.and_then(|source| source.title);
            assert!(title.is_some_and(|title| title.contains("虚构示例，并非真实数据")));
            let code = report.agency.division_code.expect("a code");
            assert!(code.starts_with("99"), "{code} may be a real agency's");
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_reports_and_another_gives_others() {
    assert_eq!(years(1, 5, false), years(1, 5, false));
    assert_ne!(years(1, 5, false), years(2, 5, false));
    assert_ne!(
        years(1, 5, false)[0].proactive,
        years(1, 6, false)[0].proactive
    );
}

#[test]
fn sound_reports_agree_with_themselves_and_with_each_other_and_faulty_ones_do_not() {
    for index in 0..AGENCIES {
        let sound = years(3, index, false);
        for report in &sound {
            let findings = check(report);
            assert!(
                findings.len() > 40 && !fails(&findings),
                "{}",
                report.write()
            );
            assert_eq!(Report::read(&report.write()).as_ref(), Ok(report));
        }
        for pair in sound.windows(2) {
            assert!(
                !fails(&check_between(&pair[0], &pair[1])),
                "{}",
                pair[1].write()
            );
        }
        for report in years(3, index, true) {
            assert!(fails(&check(&report)), "{}", report.write());
        }
    }
}

#[test]
fn places_differ_in_size_change_their_form_late_now_and_then_and_leave_cells_blank() {
    let all: Vec<Vec<Report>> = (0..AGENCIES * 4)
        .map(|index| years(4, index, false))
        .collect();
    let mut received: Vec<i64> = all
        .iter()
        .filter_map(|years| {
            years[3]
                .applications
                .as_ref()?
                .received
                .as_ref()?
                .total()
                .count()
        })
        .collect();
    received.sort_unstable();
    let (low, high) = (
        received[received.len() / 10],
        received[received.len() * 9 / 10],
    );
    assert!(high > 5 * low.max(1), "{low} to {high}");
    let late = all
        .iter()
        .filter(|years| years[2].edition == Edition::Form2019)
        .count();
    assert!((5..AGENCIES).contains(&late), "{late} late");
    let text: String = all.iter().flatten().map(Report::write).collect();
    assert!(text.contains("null") && text.contains("\"/\""));
}

#[test]
fn beyond_the_counties_come_their_departments_and_no_name_repeats() {
    let agency = |index: usize| AgencyModel::numbered(7, index, &mut Chance::new(7, index as u64));
    // Some of all: whole counties with all their departments.
    let mut names = BTreeSet::new();
    let mut codes: BTreeMap<String, usize> = BTreeMap::new();
    for county in (0..COUNTIES).step_by(37) {
        let government = agency(county);
        assert!(
            government.name.ends_with("人民政府（虚构）"),
            "{}",
            government.name
        );
        for index in (county..MOST_AGENCIES).step_by(COUNTIES) {
            let one = agency(index);
            assert_eq!(
                (&one.code, one.people),
                (&government.code, government.people)
            );
            let area = government.name.trim_end_matches("人民政府（虚构）");
            assert!(one.name.starts_with(area) && one.name.ends_with("（虚构）"));
            assert!(names.insert(one.name), "{index}");
            *codes.entry(one.code).or_default() += 1;
        }
    }
    assert!(
        codes
            .values()
            .all(|agencies| *agencies == MOST_AGENCIES / COUNTIES)
    );
    let counties: BTreeSet<String> = (0..COUNTIES).map(|index| agency(index).name).collect();
    assert_eq!(counties.len(), COUNTIES);
    // More agencies do not change the earlier ones.
    let before = AgencyModel::new(5, &mut Chance::new(7, 5));
    assert_eq!(agency(5).name, before.name);
}
