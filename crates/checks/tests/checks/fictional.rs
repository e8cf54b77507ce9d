//! The fictional samples: a consistent county and an inconsistent one.

use super::*;

#[test]
fn the_county_agrees_with_itself_in_every_year_and_from_year_to_year() {
    let reports = gongkai_testing::samples("fictional", "county-");
    assert_eq!(reports.len(), 7);
    let mut verdicts = BTreeSet::new();
    for report in &reports {
        for finding in check(report) {
            assert_ne!(
                finding.verdict,
                Verdict::Fails,
                "{}: {finding:?}",
                report.year
            );
            verdicts.insert(finding.verdict);
        }
    }
    assert_eq!(verdicts.len(), 3, "numbers, blanks and slashes all occur");
    let mut rules = BTreeSet::new();
    for pair in reports.windows(2) {
        for finding in check_between(&pair[0], &pair[1]) {
            assert_ne!(finding.verdict, Verdict::Fails, "{finding:?}");
            rules.insert(finding.rule.number());
        }
    }
    assert_eq!(rules, BTreeSet::from([13, 14, 15]));
}

#[test]
fn the_contradictory_reports_set_off_every_check() {
    let reports = gongkai_testing::samples("fictional", "contradictions-");
    let mut findings: Vec<Finding> = reports.iter().flat_map(check).collect();
    for pair in reports.windows(2) {
        findings.extend(check_between(&pair[0], &pair[1]));
    }
    findings.extend(check(&gongkai_testing::sample(
        "fictional/channels-2024.json",
    )));
    let set_off: BTreeSet<u8> = findings
        .iter()
        .filter(|finding| finding.verdict == Verdict::Fails)
        .map(|finding| finding.rule.number())
        .collect();
    assert_eq!(set_off, (1..=15).collect());
    // Reading rejects negative counts, so no file can violate this rule.
    for rule in Rule::ALL {
        let set_off = findings
            .iter()
            .any(|finding| finding.rule == rule && finding.verdict == Verdict::Fails);
        assert_eq!(set_off, rule != Rule::NotNegative, "{rule:?}");
    }
}
