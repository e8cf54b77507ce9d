//! Findings as people say them.

use super::*;
use gongkai_checks::{sentence, stated_applications, stated_disagreement};
use gongkai_testing::arbitrary::any_report;
use proptest::prelude::*;

fn sentences(report: &Report, locale: Locale) -> Vec<String> {
    let findings = check(report);
    let sentences = findings
        .iter()
        .filter_map(|finding| sentence(locale, report.edition, finding));
    sentences.collect()
}

#[test]
fn longde_contradicts_itself_in_two_sentences() {
    let report = gongkai_testing::sample("longde-2020.json");
    assert_eq!(
        sentences(&report, Locale::ZhCn),
        [
            "正文说共公开 3,200 余条，所列 14 类加起来却是 4,236，多出 1,036（按“余”“约”等说法放宽，也至少 937）。",
            "正文说收到 3 件、办结 3 件，申请表填的是收到 0 件、办结 0 件，两处不一致。",
        ]
    );
    assert_eq!(
        sentences(&report, Locale::En),
        [
            "The text states a total of over 3,200 items, but the 14 listed kinds add up to 4,236, 1,036 more (at least 937, allowing for “over” and “about”).",
            "Text and table disagree on applications: 3 received and 3 completed in the text, 0 received and 0 completed in the table.",
        ]
    );
}

/// Says who, what, how many, compared with what; a verdict alone or an unequal sign says nothing.
#[track_caller]
fn is_plain(said: &str) {
    assert!(!said.contains(['≠', '{', '}', '=']), "{said}");
    assert!(!said.contains("；；") && !said.contains("  "), "{said}");
    assert!(said.ends_with(['。', '.']), "{said}");
    let numbers = said.split(|c: char| !c.is_ascii_digit() && c != ',');
    assert!(
        numbers.filter(|part| !part.is_empty()).count() >= 1,
        "{said}"
    );
}

fn every_failure_has_its_sentence(report: &Report) {
    for finding in check(report) {
        for locale in Locale::ALL {
            let said = sentence(locale, report.edition, &finding);
            assert_eq!(
                said.is_some(),
                finding.verdict == Verdict::Fails,
                "{finding:?}"
            );
        }
    }
}

#[test]
fn every_contradiction_of_the_samples_is_a_plain_sentence() {
    let mut said = 0;
    let reports = gongkai_testing::samples("fictional", "");
    for report in &reports {
        every_failure_has_its_sentence(report);
        for locale in Locale::ALL {
            for sentence in sentences(report, locale) {
                is_plain(&sentence);
                said += 1;
            }
        }
    }
    for (earlier, later) in reports.iter().zip(reports.iter().skip(1)) {
        for finding in gongkai_checks::check_between(earlier, later) {
            let locale = Locale::ZhCn;
            if let Some(sentence) = sentence(locale, later.edition, &finding) {
                is_plain(&sentence);
                assert!(sentence.contains(&later.year.to_string()), "{sentence}");
                said += 1;
            }
        }
    }
    assert!(said > 40, "{said}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_contradiction_of_any_report_has_a_sentence(report in any_report()) {
        every_failure_has_its_sentence(&report);
    }

    #[test]
    fn the_first_view_knows_the_same_contradictions_of_applications(
        report in any_report(),
        stated in prop_oneof![0..10_i64, Just(i64::MAX)],
        received in prop_oneof![0..10_i64, Just(i64::MAX)],
        carried_in in prop_oneof![
            Just(Json::Null), Just(json!("/")), (0..10_i64).prop_map(|n| json!(n)),
        ],
    ) {
        let mut report = gongkai_testing::json(&report);
        let row = |total: Json| json!([0, 0, 0, 0, 0, 0, total]);
        report["disclosure"]["applications"] = json!({ "received": { "count": stated } });
        report["applications"] = json!({ "received": row(json!(received)), "carried_in": row(carried_in) });
        let report = gongkai_testing::report(&report);
        let findings = check(&report);
        let finding = findings.iter().find(|one| one.rule == Rule::StatedApplications);
        for locale in Locale::ALL {
            let pairs = stated_applications(&report, locale);
            let said = finding.and_then(|finding| sentence(locale, report.edition, finding));
            prop_assert_eq!(stated_disagreement(locale, &pairs), said);
        }
    }
}
