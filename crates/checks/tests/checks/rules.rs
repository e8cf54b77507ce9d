//! The rules themselves.

use super::*;

#[test]
fn every_number_from_1_to_15_has_a_rule_and_only_the_first_is_printed() {
    let numbers: BTreeSet<u8> = Rule::ALL.iter().map(|rule| rule.number()).collect();
    assert_eq!(numbers, (1..=15).collect());
    for rule in Rule::ALL {
        let printed = rule.origin() == Origin::Printed;
        assert_eq!(printed, rule.number() == 1);
        assert_eq!(rule.is_hint(), [6, 7].contains(&rule.number()));
    }
}

#[test]
fn every_rule_has_a_name_of_its_own_in_both_languages() {
    for locale in Locale::ALL {
        let names: BTreeSet<&str> = Rule::ALL
            .iter()
            .map(|rule| gongkai_checks::rule_name(locale, *rule))
            .collect();
        assert_eq!(names.len(), Rule::ALL.len());
    }
}

#[test]
fn a_check_changes_no_number() {
    let report = gongkai_testing::sample("fictional/contradictions-2019.json");
    let before = report.clone();
    let _ = (check(&report), check_between(&report, &report));
    assert_eq!(report, before);
}
