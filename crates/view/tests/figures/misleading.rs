//! Sentences that would mislead, kind by kind, over all samples and over generated reports.

use super::*;
use gongkai_checks::{Finding, Rule, check};
use gongkai_testing::arbitrary::any_report;
use gongkai_view::figures::Headline;
use proptest::prelude::*;

fn samples() -> Vec<Report> {
    let mut samples = gongkai_testing::samples("fictional", "");
    samples.push(longde());
    samples
}

fn headline(report: &Report, key: &str, locale: Locale) -> Option<Headline> {
    let overview = plain(report, View::Overview, locale);
    overview.headlines.into_iter().find(|one| one.key == key)
}

/// A sum over cells of which one has no number says that it is a lower bound.
fn sums_say_what_they_lack(report: &Report) {
    let totals = |blocks: &[BlockKey]| -> Vec<Cell> {
        let reviews = report.reviews.clone().unwrap_or_default();
        let total = |block: &BlockKey| reviews.cell(*block, BlockColumn::Total);
        blocks.iter().map(total).collect()
    };
    let cells = totals(BlockKey::ALL);
    let has_gap = cells.iter().any(|cell| cell.count().is_none());
    for (locale, at_least) in [(Locale::ZhCn, "至少"), (Locale::En, "at least")] {
        if let Some(reviews) = headline(report, "reviews", locale) {
            assert_eq!(reviews.value.contains(at_least), has_gap, "{reviews:?}");
            let table = plain(report, View::Overview, locale);
            assert_eq!(super::cells(&table, "reviews")[0], derived(&reviews.value));
            assert_eq!(!table.caveats.is_empty(), has_gap, "{:?}", table.caveats);
        }
        // Decisions are never added up, and kinds of matters only where every number is there.
        let proactive = report.proactive.clone().unwrap_or_default();
        let rows = [
            &proactive.licences,
            &proactive.other_services,
            &proactive.penalties,
            &proactive.compulsory_measures,
        ];
        let is_whole = |row: &&Option<Services>| {
            row.as_ref().is_some_and(|row| {
                row.items_last_year.count().is_some() && row.change.count().is_some()
            })
        };
        let is_made = headline(report, "items", locale).is_some();
        assert!(!is_made || rows.iter().all(is_whole));
        let title = plain(report, View::Services, locale).title;
        for (row, words) in [
            (&proactive.licences, ["行政许可", "licences"]),
            (&proactive.penalties, ["行政处罚", "penalties"]),
        ] {
            let is_listed = title.contains(words[locale as usize]);
            let has_number = rows.iter().any(|row| {
                row.as_ref()
                    .is_some_and(|row| row.decisions.count().is_some())
            });
            assert!(!has_number || is_listed, "{row:?} is not in {title}");
        }
    }
}

/// What section one and a table say of the same number is said by each view that shows one of them.
fn contradictions_are_said_on_both_sides(report: &Report) {
    let failing: Vec<Finding> = check(report)
        .into_iter()
        .filter(Finding::is_failure)
        .collect();
    for locale in Locale::ALL {
        for finding in &failing {
            let views: &[View] = match finding.rule {
                Rule::StatedApplications | Rule::NoneReceived => &[View::Applications],
                Rule::AllUpheld => &[View::Reviews],
                Rule::CategoriesAddUp | Rule::CategoriesWithinTotal => &[View::Disclosure],
                _ => continue,
            };
            let sentence = gongkai_checks::sentence(locale, report.edition, finding);
            let sentence = sentence.expect("a sentence");
            for view in views {
                let figure = plain(report, *view, locale);
                // The disclosure view has its own words for the same numbers.
                let is_said = match view {
                    View::Disclosure => !figure.notices.is_empty(),
                    _ => figure.notices.iter().any(|notice| notice.text == sentence),
                };
                assert!(is_said, "{view:?}: {sentence}");
                assert!(figure.heading(locale).len() > figure.title.len());
            }
        }
        let stated = gongkai_checks::stated_applications(report, locale);
        let received = stated
            .iter()
            .find(|pair| pair.number == gongkai_checks::StatedNumber::Received);
        if let (Some(pair), Some(tile)) = (received, headline(report, "applications", locale)) {
            assert!(tile.note.contains(&pair.text), "{tile:?}");
            let title = plain(report, View::Overview, locale).title;
            assert!(title.contains(&pair.text), "{title}");
            let table = plain(report, View::Applications, locale);
            for claim in ["没有收到申请", "No application was received"] {
                assert!(!table.title.contains(claim), "{}", table.title);
            }
        }
    }
}

/// Checks that no percentage of kinds of matters can be mistaken for one of decisions.
fn changes_of_kinds_are_not_changes_of_decisions(report: &Report) {
    for locale in Locale::ALL {
        let figure = plain(report, View::Services, locale);
        let captions = figure.panels.iter().map(|panel| &panel.caption);
        for text in [&figure.title, &figure.summary].into_iter().chain(captions) {
            assert!(!text.contains('%'), "{text}");
        }
        for span in spans(&figure) {
            assert!(!span.change_label.contains('%'), "{}", span.change_label);
        }
        if let [first, _] = figure.panels.as_slice() {
            let Plot::Bars(bars) = &first.plot else {
                panic!("decisions come first: {first:?}");
            };
            assert!(bars.data.iter().all(|bar| bar.key.ends_with(".decisions")));
            assert!(!figure.notices.is_empty(), "which numbers are which");
        }
        let tiles = plain(report, View::Overview, locale).headlines;
        for tile in tiles.iter().filter(|tile| tile.view == View::Services) {
            assert!(!tile.note.contains('%'), "{tile:?}");
        }
    }
}

#[test]
fn no_sample_has_a_sentence_that_misleads() {
    for report in samples() {
        sums_say_what_they_lack(&report);
        contradictions_are_said_on_both_sides(&report);
        changes_of_kinds_are_not_changes_of_decisions(&report);
    }
}

#[test]
fn a_contradiction_of_the_prose_is_said_too() {
    let text = |paragraph: &str| json!([{ "title": "总体情况", "paragraphs": [paragraph] }]);
    let row = json!([0, 0, 0, 0, 0, 0, 2]);
    let report = bare(
        "2021",
        json!({
            "applications": { "received": row },
            "text": text("2020年，我县未收到政府信息公开申请。"),
        }),
    );
    let figure = plain(&report, View::Applications, Locale::ZhCn);
    says(
        &figure.notices[0].text,
        &["正文说没有收到申请", "本年新收却是 2 件"],
    );
    assert_eq!(
        figure.notices[0].key.as_deref(),
        Some("text[0].paragraphs[0]")
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_report_has_a_sentence_that_misleads(report in any_report()) {
        sums_say_what_they_lack(&report);
        contradictions_are_said_on_both_sides(&report);
        changes_of_kinds_are_not_changes_of_decisions(&report);
    }
}

#[test]
fn sums_beyond_64_bits_are_exact() {
    let named = |name: &str, count: i64| json!({ "name": name, "count": count });
    let report = bare(
        "2019",
        json!({ "disclosure": {
            "total": { "count": i64::MAX, "qualifier": "about" },
            "categories": [named("一", i64::MAX), named("二", 32_200)],
            "categories_cover": "all",
        }}),
    );
    let figure = plain(&report, View::Disclosure, Locale::ZhCn);
    says(
        &figure.notices[0].text,
        &[
            "9,223,372,036,854,775,807",
            "9,223,372,036,854,808,007",
            "32,200",
        ],
    );
    contradictions_are_said_on_both_sides(&report);
}
